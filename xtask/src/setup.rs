//! Sets up what a task needs and is missing; what is there already costs a look.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::project::{Project, Result, ask, find_program, run};
use crate::versions;

const TRUNK: &str = "0.21.14";
const SPLITTER: &str = "0.2.4";
const NODE: u32 = 20;
pub const WASM: &str = "wasm32-unknown-unknown";

/// A thing of the machine: the programs it may be called, and its packages in Debian and in Ubuntu.
struct Wanted {
    what: &'static str,
    variable: Option<&'static str>,
    programs: &'static [&'static str],
    debian: &'static str,
    ubuntu: &'static str,
}

const CHROMIUM: Wanted = Wanted {
    what: "Chromium",
    variable: Some("CHROMIUM"),
    programs: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    debian: "chromium",
    ubuntu: "chromium-browser",
};
const DRIVER: Wanted = Wanted {
    what: "ChromeDriver of the same version as Chromium",
    variable: Some("CHROMEDRIVER"),
    programs: &["chromedriver"],
    debian: "chromium-driver",
    ubuntu: "chromium-chromedriver",
};
const POPPLER: Wanted = Wanted {
    what: "pdftotext of poppler-utils",
    variable: None,
    programs: &["pdftotext"],
    debian: "poppler-utils",
    ubuntu: "poppler-utils",
};

const FIREFOX: Wanted = Wanted {
    what: "Firefox",
    variable: Some("FIREFOX"),
    programs: &["firefox-esr", "firefox"],
    debian: "firefox-esr",
    ubuntu: "firefox",
};
const OFFICE: Wanted = Wanted {
    what: "LibreOffice Calc",
    variable: Some("SOFFICE"),
    programs: &["soffice", "libreoffice"],
    debian: "libreoffice-calc-nogui",
    ubuntu: "libreoffice-calc-nogui",
};
/// A part of the same program, which has none of its own: its library, beside the folders of PATH.
const WRITER: Wanted = Wanted {
    what: "LibreOffice Writer",
    variable: Some("SOFFICE"),
    programs: &["../lib/libreoffice/program/libswlo.so", "../lib64/libreoffice/program/libswlo.so"],
    debian: "libreoffice-writer-nogui",
    ubuntu: "libreoffice-writer-nogui",
};

/// Outside the PATH of those who do not run servers, but beside its folders.
const NGINX: Wanted = Wanted {
    what: "nginx",
    variable: Some("NGINX"),
    programs: &["nginx", "../sbin/nginx"],
    debian: "nginx-light",
    ubuntu: "nginx-light",
};
/// The server without its service, which nobody asked for.
const APACHE: Wanted = Wanted {
    what: "Apache 2.4",
    variable: Some("APACHE"),
    programs: &["apache2", "../sbin/apache2", "httpd", "../sbin/httpd"],
    debian: "apache2-bin",
    ubuntu: "apache2-bin",
};

/// What the tests of the built site find on the machine.
pub struct EndToEnd {
    pub chromium: PathBuf,
    pub firefox: PathBuf,
    pub office: PathBuf,
}

/// What the tests of the sample configurations find on the machine.
pub struct Hosting {
    pub chromium: PathBuf,
    pub nginx: PathBuf,
    pub apache: PathBuf,
}

/// What `trunk build` needs. The quick look for Node comes before the installations that take minutes.
pub fn for_build(project: &Project) -> Result<()> {
    node(project)?;
    wasm_target(project)?;
    npm_packages(project)?;
    // Trunk is run offline, and cargo under it.
    run(project.command("cargo", &["fetch", "--quiet", "--locked"]))?;
    wasm_bindgen(project)?;
    splitter(project)?;
    trunk(project)
}

/// What format and clippy need.
pub fn for_lint(project: &Project) -> Result<()> {
    for component in ["fmt", "clippy"] {
        if ask(project.command("cargo", &[component, "--version"])).is_none() {
            let name = if component == "fmt" { "rustfmt" } else { component };
            run(project.command("rustup", &["component", "add", name]))?;
        }
    }
    Ok(())
}

/// What the tests inside a browser need; the browser's driver.
pub fn for_wasm_tests(project: &Project) -> Result<PathBuf> {
    wasm_target(project)?;
    wasm_bindgen(project)?;
    machine(project, &[&CHROMIUM, &DRIVER])?;
    DRIVER.path()
}

/// What the tests of the built site need.
pub fn for_end_to_end(project: &Project) -> Result<EndToEnd> {
    node(project)?;
    npm_packages(project)?;
    machine(project, &[&CHROMIUM, &FIREFOX, &POPPLER, &OFFICE, &WRITER])?;
    Ok(EndToEnd { chromium: CHROMIUM.path()?, firefox: FIREFOX.path()?, office: OFFICE.path()? })
}

/// What the tests of the sample configurations need.
pub fn for_hosting(project: &Project) -> Result<Hosting> {
    node(project)?;
    npm_packages(project)?;
    machine(project, &[&CHROMIUM, &NGINX, &APACHE])?;
    Ok(Hosting { chromium: CHROMIUM.path()?, nginx: NGINX.path()?, apache: APACHE.path()? })
}

/// What measuring needs; the browser.
pub fn for_bench(project: &Project) -> Result<PathBuf> {
    node(project)?;
    npm_packages(project)?;
    machine(project, &[&CHROMIUM])?;
    CHROMIUM.path()
}

/// Makes Rust able to compile for the browser.
pub fn wasm_target(project: &Project) -> Result<()> {
    let sysroot = ask(project.command("rustc", &["--print", "sysroot"])).unwrap_or_default();
    if Path::new(&sysroot).join("lib/rustlib").join(WASM).join("lib").is_dir() {
        return Ok(());
    }
    run(project.command("rustup", &["target", "add", WASM]))
        .map_err(|error| format!("{error}\nThe Rust target {WASM} is needed: install Rust through rustup, or add the target."))
}

/// Sees that there is Node.js, and new enough.
pub fn node(project: &Project) -> Result<()> {
    let line = ask(project.command("node", &["--version"])).unwrap_or_default();
    match versions::printed(&line).and_then(versions::major) {
        Some(major) if major >= NODE => Ok(()),
        Some(major) => Err(format!("Node.js {NODE} or later is needed; this is {major}.")),
        None => Err(format!(
            "Node.js {NODE} or later is needed, with npm: install it and run me again."
        )),
    }
}

fn npm_packages(project: &Project) -> Result<()> {
    let lock = changed(&project.root().join("package-lock.json"));
    let installed = changed(&project.root().join("node_modules").join(".package-lock.json"));
    if installed.is_some() && installed >= lock {
        return Ok(());
    }
    run(project.command("npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|data| data.modified()).ok()
}

fn trunk(project: &Project) -> Result<()> {
    if installed(project, "trunk", TRUNK) {
        return Ok(());
    }
    install(project, &["trunk", "--version", TRUNK, "--locked", "--no-default-features"])
}

/// What divides the program into parts. It does not say its version, so the list of what is installed is asked.
fn splitter(project: &Project) -> Result<()> {
    let list = fs::read_to_string(project.tools().join(".crates.toml")).unwrap_or_default();
    if list.contains(&format!("\"wasm_split_cli_support {SPLITTER} ")) {
        return Ok(());
    }
    let features = ["--locked", "--features", "build-binary"];
    install(project, &[&["wasm_split_cli_support", "--version", SPLITTER], &features[..]].concat())
}

/// The glue between wasm and JS must come from exactly the version that was compiled in.
fn wasm_bindgen(project: &Project) -> Result<()> {
    let lock = fs::read_to_string(project.root().join("Cargo.lock"))
        .map_err(|error| format!("Cargo.lock: {error}"))?;
    let version =
        versions::locked(&lock, "wasm-bindgen").ok_or("Cargo.lock names no wasm-bindgen")?;
    if installed(project, "wasm-bindgen", version)
        && installed(project, "wasm-bindgen-test-runner", version)
    {
        return Ok(());
    }
    // Not --locked: the lock file it ships names a crate version that was withdrawn.
    install(project, &["wasm-bindgen-cli", "--version", version])
}

fn installed(project: &Project, program: &str, version: &str) -> bool {
    let line = ask(project.command(program, &["--version"])).unwrap_or_default();
    versions::printed(&line) == Some(version)
}

/// Installs into the project, never over the user's own tools.
fn install(project: &Project, what: &[&str]) -> Result<()> {
    eprintln!(
        "\nOnce: building {} into target/tools. This takes some minutes.",
        what.first().unwrap_or(&"")
    );
    let mut command = project.command("cargo", &["install", "--force"]);
    command.args(what).arg("--root").arg(project.tools());
    command.arg("--target-dir").arg(project.tools().join("build"));
    // Tools that run for seconds need not be optimised for minutes.
    command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1").env("CARGO_PROFILE_RELEASE_LTO", "off");
    command
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0");
    run(command)
}

/// Sees to programs of the machine: through apt where there is apt, else by saying what to install.
fn machine(project: &Project, wanted: &[&Wanted]) -> Result<()> {
    let missing: Vec<&Wanted> =
        wanted.iter().copied().filter(|thing| thing.found().is_none()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    if find_program(&["apt-get"]).is_none() {
        return Err(instructions(&missing));
    }
    let ubuntu = fs::read_to_string("/etc/os-release")
        .is_ok_and(|text| text.lines().any(|line| line == "ID=ubuntu"));
    let packages: Vec<&str> =
        missing.iter().map(|thing| if ubuntu { thing.ubuntu } else { thing.debian }).collect();
    // The lists of a machine that was set up long ago, or a moment ago, may not name what is to be had.
    let install = |words: &[&str]| apt(project, &[words, packages.as_slice()].concat());
    let words = ["install", "--yes", "--no-install-recommends"];
    install(&words)
        .or_else(|_| apt(project, &["update"]).and_then(|()| install(&words)))
        .map_err(|error| format!("{error}\n{}", instructions(&missing)))
}

fn apt(project: &Project, words: &[&str]) -> Result<()> {
    let root = ask(project.command("id", &["-u"])).is_some_and(|id| id == "0");
    let sudo: &[&str] = if root { &[] } else { &["sudo"] };
    let line = [sudo, &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"], words].concat();
    match line.split_first() {
        Some((program, args)) => run(project.command(program, args)),
        None => Ok(()),
    }
}

fn instructions(missing: &[&Wanted]) -> String {
    let mut text = "The tests need programs that you have to install yourself:".to_owned();
    for thing in missing {
        text.push_str(&format!(
            "\n  - {}, found in PATH as {}",
            thing.what,
            thing.programs.join(" or ")
        ));
        if let Some(variable) = thing.variable {
            text.push_str(&format!(", or named with its path in {variable}"));
        }
    }
    text
}

impl Wanted {
    /// Where it is: where its variable says, else in PATH.
    fn found(&self) -> Option<PathBuf> {
        let named = self.variable.and_then(env::var_os).map(PathBuf::from);
        named.filter(|path| path.is_file()).or_else(|| find_program(self.programs))
    }

    fn path(&self) -> Result<PathBuf> {
        self.found().ok_or_else(|| instructions(&[self]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_to_install_is_told_what_and_how_to_point_at_it() {
        let text = instructions(&[&CHROMIUM, &POPPLER]);
        assert!(text.contains("Chromium") && text.contains("CHROMIUM"), "{text}");
        assert!(text.contains("poppler-utils") && text.contains("pdftotext"), "{text}");
        assert!(!text.contains("ChromeDriver"), "{text}");
    }
}
