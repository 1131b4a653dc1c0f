//! No Danish outside `src/text`: not in the domain, not in the pages.

use super::read::{Source, files};

/// Words that tell Danish from English and from codes; with æ, ø and å all of it is told.
const DANISH: &[&str] = &[
    "af",
    "afgjort",
    "aftale",
    "alle",
    "bestil",
    "bestilling",
    "den",
    "der",
    "det",
    "dette",
    "du",
    "efter",
    "eller",
    "en",
    "er",
    "et",
    "fejl",
    "flere",
    "fortryd",
    "fra",
    "gem",
    "gemt",
    "gennem",
    "har",
    "hent",
    "hvad",
    "hvem",
    "hvis",
    "hvor",
    "ikke",
    "ingen",
    "kan",
    "klar",
    "med",
    "mere",
    "mit",
    "mod",
    "myndighed",
    "navn",
    "ny",
    "nye",
    "og",
    "om",
    "ret",
    "rolle",
    "rute",
    "ruten",
    "ruter",
    "sag",
    "sagen",
    "sager",
    "siden",
    "skal",
    "skriv",
    "slet",
    "som",
    "til",
    "tilbage",
    "uden",
    "udskriv",
    "ved",
    "vent",
    "venter",
    "vis",
];

/// Words with a capital that are no text for people: keys, and what a format or a language calls a thing.
const NAMES: &[&str] = &[
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
    "ArrowUp",
    "Blob",
    "End",
    "Enter",
    "Files",
    "For",
    "Home",
    "Id",
    "Relationship",
    "Show",
    "String",
    "Target",
];

/// The names of files, which the domain gives.
const FILE_NAMES: [(&str, &str); 1] = [("src/domain/exchange/file_name.rs", "sag {name}")];

fn is_danish(text: &str) -> bool {
    let is_letter = |it: char| it.is_alphanumeric() || it == '-' || it == '_';
    let mut words = text.split(|it: char| !is_letter(it)).filter(|word| !word.is_empty());
    // One small word is a code or a part of an address.
    let is_code = !text.trim().contains(' ') && !text.starts_with(char::is_uppercase);
    text.contains(|it| "æøåÆØÅ".contains(it))
        || !is_code && words.any(|word| DANISH.contains(&word.to_lowercase().as_str()))
}

/// Whether it is a single word as a button or a heading has it, and no name of a thing.
fn is_label(text: &str) -> bool {
    let mut chars = text.chars();
    let capital = chars.next().is_some_and(char::is_uppercase);
    let is_name = NAMES.contains(&text) || text.contains("::") || text.ends_with("Error");
    capital
        && chars.next().is_some_and(char::is_lowercase)
        && text.chars().all(char::is_alphabetic)
        && !is_name
}

fn danish(files: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files {
        let rust = file.rust();
        for (line, text) in &rust.texts {
            let known = FILE_NAMES.contains(&(file.path.as_str(), text.as_str()));
            if (is_danish(text) || is_label(text)) && !known {
                found.push(format!("{}:{line}: {text}", file.path));
            }
        }
        for (line, code) in rust.code.iter().enumerate() {
            if code.contains(|it| "æøåÆØÅ".contains(it)) {
                found.push(format!("{}:{}: {code}", file.path, line + 1));
            }
        }
    }
    found
}

#[test]
fn danish_stands_in_text_alone() {
    let found = danish(&files(&["src/domain", "src/web", "macros/src"], &[".rs"]));
    assert_eq!(found, [""; 0]);
}

#[test]
fn danish_is_found_and_codes_are_not() {
    let text = "//! Om ruter.\nf(\"Gem\"); g(\"ny-sag\"); h(\"data-table route\"); i(\"Oversigt\"); j(\"ruter\");\nk(\"{} til\"); m(\"næste\"); n(\"på\")";
    assert_eq!(
        danish(&[Source::new("src/web/a.rs", text)]),
        [
            "src/web/a.rs:2: Gem",
            "src/web/a.rs:2: Oversigt",
            "src/web/a.rs:3: {} til",
            "src/web/a.rs:3: næste",
            "src/web/a.rs:3: på"
        ]
    );
}
