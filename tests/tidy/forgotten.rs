//! No file is forgotten: each Rust file is a module of another, each script of the tests a test or used by one.

use super::read::{Source, files};

/// Rust files that no other has as its module.
fn unnamed(files: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files {
        let Some((folder, name)) = file.path.rsplit_once('/') else { continue };
        let (folder, name) = match name {
            // The beginning of a crate.
            "main.rs" | "lib.rs" => continue,
            "mod.rs" => folder.rsplit_once('/').unwrap_or(("", folder)),
            other => (folder, other.trim_end_matches(".rs")),
        };
        let homes = [
            format!("{folder}/main.rs"),
            format!("{folder}/lib.rs"),
            format!("{folder}/mod.rs"),
            format!("{folder}.rs"),
        ];
        let line = format!("mod {name};");
        let names = |home: &&Source| {
            homes.contains(&home.path) && home.rust().code.iter().any(|code| code.ends_with(&line))
        };
        if files.iter().find(names).is_none() {
            found.push(file.path.clone());
        }
    }
    found
}

/// Scripts and pages that are neither a test nor named by another file.
fn unused(files: &[Source]) -> Vec<String> {
    let used = |file: &Source| {
        let name = file.path.rsplit('/').next().unwrap_or_default();
        let others = files.iter().filter(|other| other.path != file.path);
        name.ends_with(".test.mjs") && file.text.contains("test(")
            || file.text.contains("story(")
            || others.into_iter().any(|other| {
                other.text.contains(&format!("/{name}"))
                    || other.text.contains(&format!("'{name}'"))
            })
    };
    let is_own = |file: &&Source| {
        ["tests/e2e/", "tests/hosting/"].iter().any(|folder| file.path.starts_with(folder))
    };
    let own = files.iter().filter(is_own);
    own.filter(|file| !used(file)).map(|file| file.path.clone()).collect()
}

/// Rust tests without the mark that makes them run.
fn unmarked(files: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files {
        let text = &file.text;
        let tests = text.contains("#[test]") || text.contains("#[wasm_bindgen_test]");
        // What has no test is there for others.
        if !tests && !text.contains("pub ") && !text.contains("mod ") {
            found.push(file.path.clone());
        }
    }
    found
}

#[test]
fn every_rust_file_is_a_module() {
    assert_eq!(unnamed(&files(&["src", "tests", "xtask/src", "macros/src"], &[".rs"])), [""; 0]);
}

#[test]
fn every_file_of_the_tests_tests_or_helps() {
    assert_eq!(unmarked(&files(&["tests"], &[".rs"])), [""; 0]);
    let scripts = files(&["tests/e2e", "tests/hosting", "bench"], &[".mjs", ".html"]);
    assert_eq!(unused(&scripts), [""; 0]);
}

#[test]
fn what_is_forgotten_is_found() {
    let rust = [
        Source::new("tests/a/main.rs", "mod named;\nmod deep;\n// mod left;\n"),
        Source::new("tests/a/named.rs", "#[test]\nfn it() {}"),
        Source::new("tests/a/left.rs", "fn it() {}"),
        Source::new("tests/a/deep/mod.rs", "pub mod inner;"),
        Source::new("tests/a/deep/inner.rs", "pub fn it() {}"),
        Source::new("tests/a/deep/lost.rs", "pub fn it() {}"),
    ];
    assert_eq!(unnamed(&rust), ["tests/a/left.rs", "tests/a/deep/lost.rs"]);
    assert_eq!(unmarked(&rust), ["tests/a/left.rs"]);
    let scripts = [
        Source::new("tests/e2e/a.test.mjs", "import './used.mjs';\ntest('it', () => {});"),
        Source::new("tests/e2e/empty.test.mjs", "import './used.mjs';"),
        Source::new("tests/e2e/used.mjs", "export const a = 1;"),
        Source::new("tests/e2e/lost.mjs", "export const a = 1;"),
    ];
    assert_eq!(unused(&scripts), ["tests/e2e/empty.test.mjs", "tests/e2e/lost.mjs"]);
}
