//! Dumps of the browser's storage in each form it has had, never written again: what was stored once opens, with all of it.

use std::collections::BTreeMap;
use std::path::PathBuf;

use udskift_it_system::domain::case::{CaseFile, Field, Handling, Id, RouteField, Topic};
use udskift_it_system::domain::exchange::Kept;
use udskift_it_system::domain::exchange::segment::{BadSegment, decode};

/// A case of a dump, as far as it can be read, and the segments that cannot be read wholly.
struct Stored {
    file: CaseFile,
    kept: Vec<Kept>,
    not_whole: Vec<BadSegment>,
}

fn dump(name: &str) -> BTreeMap<String, String> {
    let root = env!("CARGO_MANIFEST_DIR");
    let path: PathBuf =
        [root, "tests", "fixtures", "storage", &format!("{name}.json")].iter().collect();
    serde_json::from_str(&std::fs::read_to_string(path).expect("a dump")).expect("texts by key")
}

fn read(name: &str, case: &str) -> Stored {
    let mut file = CaseFile::default();
    let (mut kept, mut not_whole) = (Vec::new(), Vec::new());
    for (key, text) in dump(name) {
        if key.starts_with(&format!("uis:{case}:e:")) {
            let events = decode(&text).unwrap_or_else(|bad| {
                not_whole.push(bad.clone());
                bad.good
            });
            assert_eq!(file.merge(events).clashes, [], "{key}");
        } else if key == format!("uis:{case}:kept") {
            kept = text.lines().map(|line| line.parse().expect("an event")).collect();
        }
    }
    file.merge(kept.iter().filter_map(Kept::event).collect::<Vec<_>>());
    Stored { file, kept, not_whole }
}

fn id(text: &str) -> Id {
    text.parse().expect("an identity")
}

#[test]
fn the_first_form_opens_with_all_that_was_stored() {
    let example = read("1-first", "7hqf6wqy-1");
    assert_eq!(example.not_whole, []);
    assert_eq!(example.file.log().len(), 498);
    assert_eq!(example.file.case().title, "Omsorg Klassik til Omsorg Ny");
    assert_eq!(example.file.case().list_routes().len(), 32);
    let other = read("1-first", "8vgp9naa-1");
    assert_eq!((other.not_whole.len(), other.file.log().len()), (0, 14));
    assert_eq!(other.file.case().order_id, "4711\\ \"æøå\"");
}

/// A day, a meeting and a planned time, which an older version was sent and could not apply.
#[test]
fn what_an_older_version_had_to_keep_is_applied_by_one_that_knows_it() {
    for name in ["2-kept", "5-now"] {
        let stored = read(name, "7k2m9qx4-1");
        assert_eq!(stored.not_whole, [], "{name}");
        let case = stored.file.case();
        assert_eq!(case.due[&Topic::Case].to_string(), "2026-12-24", "{name}");
        assert!(case.meetings[&1].started.is_some(), "{name}");
        assert_eq!(case.attempts[&1].planned.len(), 1, "{name}");
        assert_eq!(case.routes[&id("7k2m9qx4-15")].handling, Some(Handling::Replace), "{name}");
        let unknown: Vec<&str> =
            stored.kept.iter().filter(|kept| kept.event().is_none()).map(Kept::field).collect();
        assert_eq!(unknown, ["route/7k2m9qx4-15/colour"], "{name}");
        assert_eq!(stored.file.log().len(), 44, "{name}");
    }
}

#[test]
fn what_is_folded_and_what_is_not_make_one_case() {
    let stored = read("3-folded", "p3bkazq3-1");
    assert_eq!((stored.not_whole.len(), stored.file.log().len()), (0, 17));
    assert_eq!(stored.file.case().title, "Fra tre faner");
    assert_eq!(stored.file.case().order_id, "B-3");
}

#[test]
fn around_the_events_of_a_newer_version_the_others_are_read() {
    let stored = read("newer-events", "7k2m9qx4-1");
    // `%`, `@` and `:` define; the first event that is not known stands in line 7.
    let [bad] = stored.not_whole.as_slice() else { panic!("one segment is of a newer version") };
    assert_eq!((bad.line, bad.good.len()), (7, 3));
    let case = stored.file.case();
    assert_eq!(case.order_id, "BST-9", "the newest stands after all that is not known");
    let route = id("7k2m9qx4-15");
    assert_eq!(
        case.routes[&route].name, "R1, den røde",
        "it is of the route that the unknown one names"
    );
    // A word that is not known leaves what stood there.
    assert_eq!(case.routes[&route].handling, Some(Handling::Replace));
    let name = stored.file.log().standing(Field::Route(route, RouteField::Name)).expect("a name");
    assert_eq!((name.author.name.as_str(), name.id), ("Carla Dam", id("n3w3r000-4")));
}

#[test]
fn a_line_that_is_no_field_at_all_ends_the_segment() {
    let whole = dump("newer-events").remove("uis:7k2m9qx4-1:e:n3w3r000:k3k3k3k3:1").expect("there");
    for (odd, why) in [
        (":route*colour", "no parts"),
        (":route//colour", "an empty part"),
        (":route/*/col our", "a blank"),
        (":route/*/colour={", "no value"),
        (":colour", "one part"),
    ] {
        let text = whole.replace(":route/*/colour", odd);
        assert_ne!(text, whole);
        let bad = decode(&text).expect_err(why);
        assert_eq!((bad.line, bad.good.len()), (5, 1), "{why}");
    }
}
