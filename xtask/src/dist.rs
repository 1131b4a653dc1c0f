//! What is handed to those who host the app: a zip with the site, sample configurations and checksums, and the app as one file.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::archive::{self, Moment};
use crate::project::{Project, Result, ask, run};
use crate::{setup, versions};

const APP: &str = "udskift-it-system";
/// The app as one file, in the zip and beside it.
const ONE_FILE: &str = "udskift-it-system.html";
/// What a site's own people write. It lies apart from the rest, so that an update of the site never takes its place, and
/// nothing that is made from it beforehand stands beside it.
const ONCE: &str = "kun-foerste-gang";
const SITES_OWN: [&str; 2] = ["site.json", "underskriver-regler.json"];
/// The features of a browser that the app never asks for.
const PERMISSIONS: &str = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), \
    magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

/// Names in the zip, with their contents; a `BTreeMap`, so that they stand in one order.
type Files = BTreeMap<String, Vec<u8>>;

/// Packs the site that is built.
pub fn pack(project: &Project) -> Result<()> {
    setup::node(project)?;
    let folder = project.root().join("target").join("dist");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| format!("target/dist: {error}"))?;
    }
    fs::create_dir_all(&folder).map_err(|error| format!("target/dist: {error}"))?;
    let one_file = folder.join(ONE_FILE);
    let mut command = project.command("node", &["parts/one-file/build.mjs", "dist"]);
    command.arg(&one_file);
    run(command)?;

    let lock = text(&project.root().join("Cargo.lock"))?;
    let version = versions::locked(&lock, APP).ok_or("Cargo.lock does not name the app")?;
    let site = archive::read_folder(&project.dist())?;
    let hosting = archive::read_folder(&project.root().join("hosting"))?;
    let mut files = packed(&site, &hosting, version)?;
    files.insert(ONE_FILE.to_owned(), read(&one_file)?);
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        files.insert(format!("licenser/{name}"), read(&project.root().join(name))?);
    }
    files.insert("SHA256SUMS".to_owned(), archive::sums(&files).into_bytes());

    let name = format!("{APP}-{version}.zip");
    let zip = archive::zip(&files, &moment(project))?;
    let beside = Files::from([(name.clone(), zip), (ONE_FILE.to_owned(), read(&one_file)?)]);
    let sums = archive::sums(&beside);
    write(&folder.join(&name), &beside[&name])?;
    write(&folder.join("SHA256SUMS"), sums.as_bytes())?;
    println!("\ntarget/dist/{name}: {} files, {} bytes\n{sums}", files.len(), beside[&name].len());
    Ok(())
}

/// The site with what is compressed beforehand, and the samples and the page for those who host it.
fn packed(site: &Files, hosting: &Files, version: &str) -> Result<Files> {
    let page = site.get("index.html").ok_or("dist/ holds no built site: build it first")?;
    let policy = policy(&String::from_utf8_lossy(page)).ok_or("the page has no content policy")?;
    let hashed = hashed_of_iis(site.keys().filter(|name| is_hashed(name)));
    let mut files = Files::new();
    for (name, bytes) in site {
        if SITES_OWN.contains(&name.as_str()) {
            files.insert(format!("{ONCE}/{name}"), bytes.clone());
            continue;
        }
        if is_text(name) {
            let smaller = [("gz", archive::gzip(bytes)?), ("br", archive::brotli(bytes)?)];
            for (ending, packed) in smaller {
                // Both or none: a server looks for the one that the browser would rather have.
                files.insert(format!("site/{name}.{ending}"), packed);
            }
        }
        files.insert(format!("site/{name}"), bytes.clone());
    }
    for (name, bytes) in hosting {
        let text = String::from_utf8_lossy(bytes)
            .replace("@policy@", &policy)
            .replace("@permissions@", PERMISSIONS)
            .replace("@hashed@", &hashed)
            .replace("@version@", version);
        // The page is the first thing to be seen; what it speaks of has a folder.
        let place = if name.ends_with(".html") { name.clone() } else { format!("vaerter/{name}") };
        files.insert(place, text.into_bytes());
    }
    Ok(files)
}

/// The page's policy as a header, which can also say who may show the page in a frame: nobody.
fn policy(page: &str) -> Option<String> {
    let (_, rest) = page.split_once("http-equiv=\"Content-Security-Policy\" content=\"")?;
    let (policy, _) = rest.split_once('"')?;
    Some(format!("{policy}; frame-ancestors 'none'"))
}

/// Whether a file's name says what it holds, so that it never changes.
fn is_hashed(name: &str) -> bool {
    let Some((stem, "css" | "js" | "wasm")) = name.rsplit_once('.') else { return false };
    let stem = stem.strip_suffix("_bg").or(stem.strip_suffix("_rest")).unwrap_or(stem);
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    hash.len() == 16 && hash.chars().all(|it| it.is_ascii_digit() || matches!(it, 'a'..='f'))
}

fn is_text(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ["css", "html", "js", "json", "md", "svg", "txt", "wasm", "webmanifest"].contains(&ending)
}

/// IIS has no patterns without an addition of its own, so it is told each name.
fn hashed_of_iis<'a>(names: impl Iterator<Item = &'a String>) -> String {
    let places = names.map(|name| {
        format!(
            "  <location path=\"{name}\">\n    <system.webServer>\n      <staticContent>\n        \
             <clientCache cacheControlMode=\"UseMaxAge\" cacheControlMaxAge=\"365.00:00:00\" cacheControlCustom=\"public, immutable\" />\n      \
             </staticContent>\n    </system.webServer>\n  </location>"
        )
    });
    places.collect::<Vec<String>>().join("\n")
}

/// The moment of the commit; the earliest that a zip can say where there is no git.
fn moment(project: &Project) -> Moment {
    let mut command = project
        .command("git", &["log", "-1", "--date=format-local:%Y %m %d %H %M %S", "--format=%cd"]);
    command.env("TZ", "UTC");
    let said = ask(command).unwrap_or_default();
    let numbers: Vec<u16> = said.split(' ').filter_map(|number| number.parse().ok()).collect();
    Moment::try_from(numbers).unwrap_or([1980, 1, 1, 0, 0, 0])
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn text(file: &Path) -> Result<String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(file, bytes).map_err(|error| format!("{}: {error}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(files: &[(&str, &str)]) -> Files {
        files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    fn sample() -> Files {
        let page = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">";
        let site = [
            ("index.html", page),
            ("app-0123456789abcdef.css", "p {}"),
            ("underskriver-regler.json", "{}"),
            ("fonts/plex.woff2", "x"),
        ];
        let hosting = [
            ("LAES-MIG.html", "version @version@"),
            ("iis/web.config", "\"@policy@\" \"@permissions@\"\n@hashed@"),
        ];
        packed(&files(&site), &files(&hosting), "1.2.3").expect("it is packed")
    }

    #[test]
    fn the_samples_say_what_the_page_says_and_what_never_changes() {
        let files = sample();
        let config = String::from_utf8_lossy(&files["vaerter/iis/web.config"]).into_owned();
        assert!(
            config.starts_with("\"default-src 'none'; frame-ancestors 'none'\" \"accel"),
            "{config}"
        );
        assert!(config.contains("<location path=\"app-0123456789abcdef.css\">"), "{config}");
        assert!(!config.contains("index.html") && !config.contains('@'), "{config}");
        assert_eq!(files["LAES-MIG.html"], b"version 1.2.3");
    }

    #[test]
    fn what_a_site_writes_itself_is_neither_replaced_by_an_update_nor_shadowed_by_an_older_copy() {
        let names: Vec<String> =
            sample().into_keys().filter(|name| !name.starts_with("vaerter/")).collect();
        let expected = [
            "LAES-MIG.html",
            "kun-foerste-gang/underskriver-regler.json",
            "site/app-0123456789abcdef.css",
            "site/app-0123456789abcdef.css.br",
            "site/app-0123456789abcdef.css.gz",
            "site/fonts/plex.woff2",
            "site/index.html",
            "site/index.html.br",
            "site/index.html.gz",
        ];
        assert_eq!(names, expected);
    }

    #[test]
    fn a_hash_in_a_name_is_sixteen_digits_of_its_own() {
        assert!(
            is_hashed("app-0123456789abcdef_rest.wasm") && is_hashed("word-0123456789abcdef.js")
        );
        assert!(!is_hashed("eksempelsag.json") && !is_hashed("app-0123456789ABCDEF.js"));
        assert!(!is_hashed("app0123456789abcdef.js") && !is_hashed("app-123.css"));
    }

    #[test]
    fn the_same_site_is_packed_to_the_same_bytes() {
        let moment = [2026, 11, 23, 14, 5, 8];
        let [one, other] =
            [sample(), sample()].map(|files| archive::zip(&files, &moment).expect("a zip"));
        assert!(one == other);
        assert!(one != archive::zip(&sample(), &[2026, 11, 24, 14, 5, 8]).expect("a zip"));
    }
}
