//! `docs/source.md` is true: each point of the process is in its tables, and each file, name and test that it names exists.

use std::fs;

use udskift_it_system::domain::process::{Activity, CheckItem, Gateway, Handover, Role};
use udskift_it_system::text::{activity_name, role_name};

use super::read::{Source, files, root};

/// The rows of the tables: the cells of each, without blanks around them.
fn rows(text: &str) -> Vec<Vec<&str>> {
    let rows = text.lines().filter(|line| line.starts_with("| "));
    rows.map(|line| line.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

/// What is named as `file::name` in a cell.
fn named(cell: &str) -> impl Iterator<Item = (&str, &str)> {
    cell.split('`').filter_map(|part| part.split_once(".rs::"))
}

/// What a table says of code or tests that is not so.
fn untrue(rows: &[Vec<&str>], files: &[Source]) -> Vec<String> {
    let mut wrong = Vec::new();
    for row in rows {
        let Some([code, tests]) = row.last_chunk::<2>() else { continue };
        if *tests == "test" || tests.starts_with("---") {
            continue;
        }
        let places = [(code, "src"), (tests, "tests")];
        for (cell, folder) in places {
            if named(cell).next().is_none() {
                wrong.push(format!("{}: nothing in {folder}", row[0]));
            }
            for (file, name) in named(cell) {
                let path = format!("{folder}/{file}.rs");
                let wanted = if folder == "tests" { format!("fn {name}") } else { name.to_owned() };
                let found = files.iter().find(|it| it.path == path);
                if !found.is_some_and(|it| has_word(&it.rust().code.join("\n"), &wanted)) {
                    wrong.push(format!("{}: {path}::{name}", row[0]));
                }
            }
        }
    }
    wrong
}

fn has_word(text: &str, word: &str) -> bool {
    let is_part = |it: char| it.is_alphanumeric() || it == '_';
    text.match_indices(word).any(|(at, _)| {
        !text[..at].ends_with(is_part) && !text[at + word.len()..].starts_with(is_part)
    })
}

fn page() -> String {
    fs::read_to_string(root().join("docs/source.md")).expect("docs/source.md")
}

#[test]
fn every_point_of_the_process_is_in_the_tables() {
    let page = page();
    let rows = rows(&page);
    let has = |id: &str, name: Option<&str>| {
        let found = rows.iter().filter(|row| row[0].split(':').next() == Some(id));
        let found: Vec<_> = found.filter(|row| name.is_none_or(|name| row[1] == name)).collect();
        assert_eq!(found.len(), 1, "{id} {name:?}");
    };
    for activity in Activity::ALL {
        has(activity.code(), Some(activity_name(*activity)));
    }
    Role::ALL.iter().for_each(|role| has(role.code(), Some(role_name(*role))));
    Gateway::ALL.iter().for_each(|gateway| has(gateway.code(), None));
    Handover::ALL.iter().for_each(|handover| has(handover.code(), None));
    CheckItem::ALL.iter().for_each(|item| has(item.code(), None));
}

#[test]
fn what_the_tables_name_is_there() {
    assert_eq!(untrue(&rows(&page()), &files(&["src", "tests"], &[".rs"])), [""; 0]);
}

/// The files that mark an interpretation are among those that the table of them names, or lead to one.
#[test]
fn every_file_with_an_interpretation_is_in_the_table_of_them() {
    let page = page();
    let (_, table) = page.split_once("## Interpretations").expect("the table");
    let marked = files(&["src"], &[".rs"])
        .into_iter()
        .filter(|file| file.text.replace('\\', "").contains("[I]"));
    let missing = marked.filter(|file| !table.contains(&file.path["src/".len()..]));
    assert_eq!(missing.map(|file| file.path).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn what_is_not_there_is_found() {
    let files =
        [Source::new("src/a.rs", "const U1: u8 = 1;"), Source::new("tests/b.rs", "fn it() {}")];
    let check = |line: &str| untrue(&rows(line), &files);
    assert_eq!(check("| U1 | `a.rs::U1` | `b.rs::it` |"), [""; 0]);
    assert_eq!(check("| U1 | `a.rs::U` | `b.rs::it` |"), ["U1: src/a.rs::U"]);
    assert_eq!(check("| U1 | `a.rs::U1` | `b.rs::other` |"), ["U1: tests/b.rs::other"]);
    assert_eq!(check("| U1 | `c.rs::U1` | |"), ["U1: src/c.rs::U1", "U1: nothing in tests"]);
}
