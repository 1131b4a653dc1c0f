//! Valid files with parts exchanged, letter by letter and value by value: refused with a place, or read and written alike.

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value as Json, json};
use udskift_it_system::domain::case::{CaseFile, Event};
use udskift_it_system::domain::exchange::{Imported, export, import, import_bytes};

use crate::builder::{TITLE, two};

/// The small files that are valid.
static FILES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let root: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "fixtures", "files"].iter().collect();
    let files = ["valid", "frozen"].map(|name| fs::read_dir(root.join(name)).expect("a folder"));
    let mut paths: Vec<PathBuf> =
        files.into_iter().flatten().map(|f| f.expect("a file").path()).collect();
    paths.sort();
    let texts = paths.iter().map(|path| fs::read_to_string(path).expect("a text"));
    texts.filter(|text| text.len() < 10_000).collect()
});

/// A change of bytes: these many at this place become those.
type Cut = (Index, usize, Vec<u8>);

fn cut() -> impl Strategy<Value = Cut> {
    let parts = ["\"", "{", "]", ",", "\\u0000", "\\ud800", "1e9", "-", "null", "\n", "\u{202e}"];
    let with = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..4),
        select(parts.to_vec()).prop_map(|part| part.as_bytes().to_vec()),
        "[0-9a-z/\\-]{1,3}".prop_map(String::into_bytes),
    ];
    (any::<Index>(), 0usize..12, with)
}

fn value() -> impl Strategy<Value = Json> {
    let texts = [
        "",
        "7k2m9qx4-1",
        "7k2m9qx4-4294967295",
        "7k2m9qx4-0",
        "00000000-1",
        "zzzzzzzz-9",
        "__proto__",
        "case/title",
        "case/note",
        "route/7k2m9qx4-1/exists",
        "route/7k2m9qx4-1/name",
        "attempt/65536/note",
        "person/7k2m9qx4-2/role/SA",
        "sent/decision/case",
        "newer/field",
        "2026-02-30",
        "9999-12-31",
        "SA",
    ];
    prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        select(vec![0, 1, 2, -1, i64::MIN, i64::MAX, 1_000_000, 1 << 53, 4_294_967_295])
            .prop_map(Json::from),
        Just(json!(u64::MAX)),
        any::<f64>().prop_map(Json::from),
        select(texts.to_vec()).prop_map(Json::from),
        any::<String>().prop_map(Json::from),
        Just(json!([])),
        Just(json!({})),
        Just(json!([[{ "id": ["7k2m9qx4-1"] }]])),
    ]
}

/// A change of a value: that in this place is exchanged, is left out, or comes twice.
#[derive(Clone, Debug)]
enum Change {
    Exchange(Json),
    Remove,
    Double,
}

fn change() -> impl Strategy<Value = (Index, Change)> {
    let change = prop_oneof![
        4 => value().prop_map(Change::Exchange),
        1 => Just(Change::Remove),
        1 => Just(Change::Double),
    ];
    (any::<Index>(), change)
}

/// The places of all values, as paths.
fn places(json: &Json, at: &str, all: &mut Vec<String>) {
    match json {
        Json::Object(object) => {
            for (key, value) in object {
                let at = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
                all.push(at.clone());
                places(value, &at, all);
            }
        }
        Json::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                let at = format!("{at}/{index}");
                all.push(at.clone());
                places(value, &at, all);
            }
        }
        _ => {}
    }
}

fn apply(json: &mut Json, at: Index, change: Change) {
    let mut all = Vec::new();
    places(json, "", &mut all);
    if all.is_empty() {
        return;
    }
    let place = at.get(&all);
    let Some((parent, key)) = place.rsplit_once('/') else { return };
    let copy = json.pointer(place).cloned().unwrap_or_default();
    match (json.pointer_mut(parent), change) {
        (Some(Json::Object(object)), Change::Exchange(value)) => {
            object.insert(key.to_owned(), value);
        }
        (Some(Json::Object(object)), Change::Remove) => {
            object.remove(key);
        }
        (Some(Json::Array(list)), change) => {
            let index: usize = key.parse().expect("a number");
            match change {
                Change::Exchange(value) => list[index] = value,
                Change::Remove => drop(list.remove(index)),
                Change::Double => list.push(copy),
            }
        }
        _ => {}
    }
}

fn by_id(mut imported: Imported) -> Imported {
    imported.events.sort_by_key(|event| event.id);
    imported.kept.sort_by_key(|kept| kept.id);
    imported.code = None;
    imported
}

/// Whatever the bytes are: refused with a place in them, or read, written and merged without loss.
fn holds(bytes: &[u8]) -> Result<bool, TestCaseError> {
    let imported = match import_bytes(bytes) {
        Ok(imported) => imported,
        Err(error) => {
            let lines = 1 + bytes.iter().filter(|byte| **byte == b'\n').count();
            let has_place = error.line.is_some_and(|line| (1..=lines).contains(&line));
            prop_assert!(has_place && error.column.is_some_and(|column| column > 0), "{error:?}");
            return Ok(false);
        }
    };
    let (file, merged) = CaseFile::from_events(imported.events.clone());
    prop_assert_eq!(&merged.clashes[..], &[][..]);
    let written = export(&file, &imported.kept, &imported.cover);
    let again = import(&written);
    prop_assert!(again.is_ok(), "{again:?}");
    let kept = imported.kept.clone();
    let again = by_id(again.expect("just asked"));
    prop_assert_eq!(again, by_id(imported.clone()));

    // Merged into another case it takes nothing away, and one can go on and mail what one has.
    let (mut anna, _) = two();
    let mine: Vec<Event> = anna.file.log().events().cloned().collect();
    let cover = imported.cover.clone();
    anna.file.merge(imported.events);
    for event in &mine {
        prop_assert_eq!(anna.file.log().get(event.id), Some(event));
    }
    prop_assert_eq!(anna.set(TITLE, "Det sidste ord").len(), 1);
    prop_assert_eq!(anna.title(), "Det sidste ord");
    let mailed = import(&export(&anna.file, &kept, &cover));
    prop_assert!(mailed.is_ok(), "{mailed:?}");
    Ok(true)
}

proptest! {
    #[test]
    fn files_with_bytes_exchanged(file in any::<Index>(), cuts in prop::collection::vec(cut(), 0..4)) {
        let mut bytes = file.get(&FILES).clone().into_bytes();
        for (at, length, with) in cuts {
            let start = at.index(bytes.len() + 1);
            let end = (start + length).min(bytes.len());
            bytes.splice(start..end, with);
        }
        holds(&bytes)?;
    }

    #[test]
    fn files_with_values_exchanged(file in any::<Index>(), changes in prop::collection::vec(change(), 0..4)) {
        let text = file.get(&FILES).trim_start_matches('\u{feff}');
        let mut json: Json = serde_json::from_str(text).expect("valid");
        for (at, change) in changes {
            apply(&mut json, at, change);
        }
        holds(json.to_string().as_bytes())?;
    }
}

#[test]
fn there_are_files_to_change() {
    assert!(FILES.len() >= 8);
    for text in FILES.iter() {
        assert!(holds(text.as_bytes()).expect("valid"), "{text}");
    }
}
