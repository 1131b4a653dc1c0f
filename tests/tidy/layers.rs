//! Who may use whom: the domain nobody above it, the texts no pages, and within the domain as ARCHITECTURE.md draws.

use std::collections::{BTreeMap, BTreeSet};

use super::read::{Source, files};

/// What no part but `web` may name: the browser, the clock, chance, files and the network.
const OUTSIDE: [&str; 12] = [
    "leptos",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "gloo_",
    "std::fs",
    "std::env",
    "std::net",
    "std::time",
    "std::thread",
    "println!",
    "std::process",
];

/// The part that a file belongs to: `web`, `text`, or a module of the domain.
fn part(path: &str) -> Option<String> {
    let mut names = path.strip_prefix("src/")?.split('/');
    match (names.next()?, names.next()) {
        ("domain", Some(module)) => Some(format!("domain/{}", module.trim_end_matches(".rs"))),
        (top, _) => Some(top.trim_end_matches(".rs").to_owned()),
    }
}

/// The parts that a file uses.
fn used(file: &Source) -> BTreeSet<String> {
    let Some(own) = part(&file.path) else { return BTreeSet::new() };
    let code = file.rust().code.join(" ");
    let mut found = BTreeSet::new();
    for (place, _) in code.match_indices("crate::") {
        let names = code[place + "crate::".len()..].split("::").take(2);
        let name = |text: &str| -> String {
            text.chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect()
        };
        let names: Vec<String> = names.map(name).collect();
        found.insert(match (names[0].as_str(), names.get(1)) {
            ("domain", Some(module)) => format!("domain/{module}"),
            (top, _) => top.to_owned(),
        });
    }
    // A module of one file names those beside it.
    if own.starts_with("domain/") && file.path.matches('/').count() == 2 {
        let sides = code.match_indices("use super::").map(|(place, found)| place + found.len());
        found.extend(sides.map(|from| {
            let name: String =
                code[from..].chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect();
            format!("domain/{name}")
        }));
    }
    found.remove(&own);
    found
}

/// Every use of one part by another.
fn uses(files: &[Source]) -> BTreeMap<String, BTreeSet<String>> {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files.iter().filter(|file| file.path != "src/lib.rs") {
        if let Some(part) = part(&file.path) {
            all.entry(part).or_default().extend(used(file));
        }
    }
    all
}

/// Uses that go up: out of the domain, or from the texts to the pages.
fn upward(uses: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let mut found = Vec::new();
    for (part, others) in uses {
        let allowed = |other: &&String| match part.as_str() {
            "text" => other.starts_with("domain"),
            "web" | "main" => true,
            _ => other.starts_with("domain/"),
        };
        let wrong = others.iter().filter(|other| !allowed(other));
        found.extend(wrong.map(|other| format!("{part} uses {other}")));
    }
    found
}

/// Files of the domain and the texts that name what only the shell may.
fn impure(files: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files.iter().filter(|file| !file.path.starts_with("src/web/")) {
        let code = file.rust().code.join("\n");
        let words = OUTSIDE.iter().filter(|word| code.contains(**word));
        found.extend(words.map(|word| format!("{}: {word}", file.path)));
    }
    found
}

/// The lines of the drawing in ARCHITECTURE.md: the modules of each, and whether those in braces know each other.
fn drawn(page: &str) -> Vec<(Vec<String>, bool)> {
    let drawing = page.split("```text\n").nth(1).and_then(|rest| rest.split("```").next());
    let line = |line: &str| {
        let names = line
            .split_whitespace()
            .filter(|name| name.chars().all(|it| it.is_lowercase() || it == '_'));
        (names.map(str::to_owned).collect(), line.contains('{'))
    };
    drawing.unwrap_or_default().lines().map(line).collect()
}

/// Uses within the domain that the drawing does not have, and modules that are not in it.
fn undrawn(
    uses: &BTreeMap<String, BTreeSet<String>>,
    drawn: &[(Vec<String>, bool)],
) -> Vec<String> {
    let line = |part: &str| {
        let name = part.strip_prefix("domain/")?;
        drawn.iter().position(|(names, _)| names.iter().any(|it| it == name))
    };
    let mut wrong = Vec::new();
    for (part, others) in
        uses.iter().filter(|(part, _)| part.starts_with("domain/") && *part != "domain/mod")
    {
        let Some(own) = line(part) else {
            wrong.push(format!("{part} is not drawn"));
            continue;
        };
        let known =
            |other: &&String| line(other).is_some_and(|at| at < own || at == own && drawn[own].1);
        let wrong_ones = others.iter().filter(|other| !known(other));
        wrong.extend(wrong_ones.map(|other| format!("{part} uses {other}")));
    }
    wrong
}

#[test]
fn the_domain_is_as_architecture_draws_it() {
    let page = std::fs::read_to_string(super::read::root().join("ARCHITECTURE.md")).expect("it");
    let (uses, drawn) = (uses(&files(&["src"], &[".rs"])), drawn(&page));
    assert_eq!(undrawn(&uses, &drawn), [""; 0]);
    let gone = drawn
        .iter()
        .flat_map(|(names, _)| names)
        .filter(|name| !uses.contains_key(&format!("domain/{name}")));
    assert_eq!(gone.collect::<Vec<_>>(), [""; 0], "drawn, and not there");
}

#[test]
fn uses_go_down_only() {
    assert_eq!(upward(&uses(&files(&["src"], &[".rs"]))), [""; 0]);
}

#[test]
fn the_domain_and_the_texts_know_no_browser_clock_or_disk() {
    assert_eq!(impure(&files(&["src/domain", "src/text"], &[".rs"])), [""; 0]);
}

#[test]
fn what_goes_up_is_found() {
    let sample = [
        Source::new("src/domain/a.rs", "use crate::text::x;\nuse super::b;\n// use crate::web::y;"),
        Source::new("src/domain/b/mod.rs", "use crate::domain::a::z; use std::time::Instant;"),
        Source::new("src/text/c.rs", "use crate::web::y; use crate::domain::a;"),
        Source::new("src/web/d.rs", "use crate::text::x; use web_sys::Window;"),
    ];
    assert_eq!(upward(&uses(&sample)), ["domain/a uses text", "text uses web"]);
    assert_eq!(impure(&sample), ["src/domain/b/mod.rs: std::time"]);
    assert!(uses(&sample)["domain/a"].contains("domain/b"));
}

#[test]
fn what_is_not_drawn_is_found() {
    let drawn = drawn("```text\n 1  time\n 2  { case  signers }\n 3  paper\n```");
    let sample = [
        Source::new("src/domain/time.rs", "use crate::domain::case::Id;"),
        Source::new(
            "src/domain/case/mod.rs",
            "use crate::domain::{signers}; use crate::domain::signers::Rule; use crate::domain::time::Day;",
        ),
        Source::new("src/domain/signers.rs", "use crate::domain::case::Id;"),
        Source::new("src/domain/new.rs", "use crate::domain::case::Id;"),
        Source::new("src/domain/paper.rs", "use crate::domain::case::Id;"),
    ];
    assert_eq!(
        undrawn(&uses(&sample), &drawn),
        ["domain/case uses domain/", "domain/new is not drawn", "domain/time uses domain/case"]
    );
}
