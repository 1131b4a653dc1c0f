//! Builds the site into `dist/` and weighs what a visitor has to fetch.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::project::{Project, Result, ask, run};
use crate::setup;

/// Bytes of wasm, JS and CSS together, brotli, that a first visit is to stay within.
const AIM: u64 = 250_000;
/// The end of the name of what is fetched when it is first needed (`parts/build.mjs`).
const LATER: &str = "_rest.wasm";

/// The beginning of the name of what is fetched when somebody asks for a Word file (`parts/word`).
const ON_CLICK: &str = "word-";

/// What keeps the site for use without network, fetched when the app stands (`parts/offline`).
const OFFLINE: &str = "sw.js";

/// Prints the raw and the compressed size of each file named to it.
const WEIGH: &str = "const zlib = require('zlib'), fs = require('fs');\
    for (const file of process.argv.slice(1)) {\
    const raw = fs.readFileSync(file);\
    const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 };\
    console.log(raw.length, zlib.brotliCompressSync(raw, { params }).length); }";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Wasm,
    Js,
    Css,
    Font,
}

struct Weighed {
    kind: Kind,
    name: String,
    raw: u64,
    brotli: u64,
}

/// Sets up and builds in release.
pub fn build(project: &Project) -> Result<()> {
    setup::for_build(project)?;
    let mut command = project.command("trunk", &["build", "--release", "--offline"]);
    // Trunk takes the variable's value for an argument of its own and refuses "1".
    command.env_remove("NO_COLOR");
    command.env_remove("RUSTFLAGS").env("CARGO_ENCODED_RUSTFLAGS", flags(project));
    run(command)
}

/// The compiler's flags: the user's own, and such that no path of the machine is in the program, which would then be
/// another one on each machine.
fn flags(project: &Project) -> String {
    let own = env::var("CARGO_ENCODED_RUSTFLAGS").ok();
    let own = own.or_else(|| Some(env::var("RUSTFLAGS").ok()?.replace(' ', "\u{1f}")));
    let home = |variable: &str, folder: &str| {
        let named = env::var_os(variable).map(PathBuf::from);
        named.or_else(|| Some(env::home_dir()?.join(folder)))
    };
    // Where the crates are, under whichever name of their registry; and the standard library where its source is installed.
    let registry = home("CARGO_HOME", ".cargo").map(|home| home.join("registry").join("src"));
    let registries = registry.iter().filter_map(|folder| fs::read_dir(folder).ok());
    let mut paths: Vec<(PathBuf, &str)> =
        registries.flatten().flatten().map(|entry| (entry.path(), "crates")).collect();
    let sysroot = ask(project.command("rustc", &["--print", "sysroot"]));
    paths.extend(sysroot.map(|path| (PathBuf::from(path), "rust")));
    paths.push((project.root().to_owned(), "app"));
    let remaps =
        paths.iter().map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()));
    own.into_iter().chain(remaps).collect::<Vec<String>>().join("\u{1f}")
}

/// A table of the built files that are fetched to run the app, and their sum against the aim.
pub fn sizes(project: &Project) -> Result<String> {
    let dist = project.dist();
    let mut files = Vec::new();
    collect(&dist, &mut files).map_err(|error| format!("dist: {error}"))?;
    files.sort();
    let files: Vec<(Kind, PathBuf)> =
        files.into_iter().filter_map(|file| Some((Kind::of(&file)?, file))).collect();
    let mut command = project.command("node", &["-e", WEIGH]);
    command.args(files.iter().map(|(_, file)| file));
    let printed = ask(command).ok_or("the built files could not be weighed")?;
    let weighed: Vec<Weighed> = files
        .iter()
        .zip(printed.lines())
        .filter_map(|((kind, file), line)| {
            let (raw, brotli) = line.split_once(' ')?;
            let name = file.strip_prefix(&dist).unwrap_or(file).display().to_string();
            Some(Weighed {
                kind: *kind,
                name,
                raw: raw.parse().ok()?,
                brotli: brotli.parse().ok()?,
            })
        })
        .collect();
    if weighed.len() != files.len() {
        return Err(format!("{} of {} built files were weighed", weighed.len(), files.len()));
    }
    Ok(table(&weighed))
}

fn table(weighed: &[Weighed]) -> String {
    let mut text = format!("\n{:>10} {:>10}\n", "raw", "brotli");
    for kind in [Kind::Wasm, Kind::Js, Kind::Css] {
        for file in weighed.iter().filter(|file| file.kind == kind) {
            text.push_str(&row(file.raw, file.brotli, &file.name));
        }
    }
    let sum = |chosen: &dyn Fn(&Weighed) -> bool| {
        let chosen = weighed.iter().filter(|file| chosen(file));
        chosen.fold((0, 0), |(raw, brotli), file| (raw + file.raw, brotli + file.brotli))
    };
    let is_at_once = |file: &Weighed| {
        file.kind != Kind::Font && !file.name.starts_with(ON_CLICK) && file.name != OFFLINE
    };
    let (raw, brotli) = sum(&|file| is_at_once(file) && !file.name.ends_with(LATER));
    let verdict = if brotli <= AIM { "within" } else { "OVER" };
    let what = format!("wasm, JS and CSS of a first visit: {verdict} the aim of {} kB", AIM / 1000);
    text.push_str(&row(raw, brotli, &what));
    let (raw, brotli) = sum(&is_at_once);
    text.push_str(&row(raw, brotli, "with what a case needs"));
    let (raw, brotli) = sum(&|file| file.name.starts_with(ON_CLICK));
    text.push_str(&row(raw, brotli, "for Word files, when asked for"));
    let (raw, brotli) = sum(&|file| file.name == OFFLINE);
    text.push_str(&row(raw, brotli, "for use without network, after the start"));
    let (raw, brotli) = sum(&|file| file.kind == Kind::Font);
    text.push_str(&row(raw, brotli, "fonts"));
    text
}

fn row(raw: u64, brotli: u64, name: &str) -> String {
    format!("{raw:>10} {brotli:>10}  {name}\n")
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

impl Kind {
    fn of(file: &Path) -> Option<Kind> {
        match file.extension()?.to_str()? {
            "wasm" => Some(Kind::Wasm),
            "js" | "mjs" => Some(Kind::Js),
            "css" => Some(Kind::Css),
            "woff" | "woff2" => Some(Kind::Font),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, brotli: u64) -> Weighed {
        let kind = Kind::of(Path::new(name)).expect(name);
        Weighed { kind, name: name.to_owned(), raw: brotli * 4, brotli }
    }

    #[test]
    fn neither_fonts_nor_what_comes_later_are_held_against_the_aim() {
        let text = table(&[
            file("app.wasm", 200_000),
            file("app.css", 50_000),
            file("app_rest.wasm", 400_000),
            file("word-0.js", 60_000),
            file("sw.js", 3_000),
            file("plex.woff2", 17_000),
        ]);
        let first = "250000  wasm, JS and CSS of a first visit: within the aim of 250 kB";
        assert!(text.contains(first), "{text}");
        assert!(text.contains("650000  with what a case needs"), "{text}");
        assert!(text.contains("60000  for Word files"), "{text}");
        assert!(text.contains("3000  for use without network"), "{text}");
        assert!(text.contains("17000  fonts"), "{text}");
    }

    #[test]
    fn a_byte_over_the_aim_is_said() {
        let text = table(&[file("app.wasm", 250_000), file("app.js", 1)]);
        assert!(text.contains("250001  wasm, JS and CSS of a first visit: OVER"), "{text}");
    }
}
