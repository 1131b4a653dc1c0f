//! Files under `tests/fixtures/files`: one per rule, each read as that rule says.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use udskift_it_system::domain::case::{
    CaseFile, EntityKind, Handling, Id, LONGEST_TEXT, Value, ValueKind,
};
use udskift_it_system::domain::documents::{handover_checklist, route_checklist};
use udskift_it_system::domain::exchange::{
    Expected, ImportError, ImportErrorKind as Kind, Imported, Kept, Reading, export, import,
    import_bytes, shared_text, text_of_bytes, union_text,
};
use udskift_it_system::domain::guidance::guide;
use udskift_it_system::domain::merging::version;
use udskift_it_system::domain::process::Process;

fn folder(name: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "fixtures", "files", name].iter().collect()
}

fn read(kind: &str, name: &str) -> Result<Imported, ImportError> {
    import_bytes(&fs::read(folder(kind).join(name).with_extension("json")).expect(name))
}

fn names(kind: &str) -> BTreeSet<String> {
    let files = fs::read_dir(folder(kind)).expect("the folder");
    files
        .map(|f| {
            f.expect("a file").path().file_stem().expect("a name").to_string_lossy().into_owned()
        })
        .collect()
}

fn id(text: &str) -> Id {
    text.parse().expect("an identity")
}

fn wrong(expected: Expected) -> Kind {
    Kind::Wrong { expected }
}

/// Each invalid file, what is wrong with it, in which line and where.
fn invalid() -> Vec<(&'static str, Kind, usize, &'static str)> {
    let handling = ValueKind::Word(Handling::CODES);
    let value = |kind| wrong(Expected::Value(kind));
    let too_long = Kind::TooLong { most: LONGEST_TEXT };
    vec![
        ("not-json", Kind::NotJson, 3, ""),
        ("deeply-nested", Kind::NotACaseFile, 1, ""),
        ("cut-short", Kind::CutShort, 12, ""),
        ("nothing", Kind::CutShort, 1, ""),
        ("other-json", Kind::NotACaseFile, 1, ""),
        ("other-format", Kind::NotACaseFile, 1, ""),
        ("without-format", Kind::NotACaseFile, 1, ""),
        ("list-for-object", Kind::NotACaseFile, 1, ""),
        ("newer-format", Kind::NewerFormat { version: 3 }, 3, "version"),
        ("version-zero", wrong(Expected::Version), 3, "version"),
        ("version-text", wrong(Expected::Version), 3, "version"),
        ("repeated-key", Kind::RepeatedKey, 5, ""),
        ("repeated-key-in-event", Kind::RepeatedKey, 13, "events[1]"),
        ("without-events", Kind::Missing, 1, "events"),
        ("without-case", Kind::Missing, 1, "case"),
        ("without-moment-of-export", Kind::Missing, 6, "exported.at"),
        ("without-value", Kind::Missing, 13, "events[1].value"),
        ("no-events", Kind::Empty, 11, "events"),
        ("events-no-list", wrong(Expected::List), 11, "events"),
        ("event-no-object", wrong(Expected::Object), 13, "events[1]"),
        ("case-of-other-event", wrong(Expected::FirstEvent), 5, "case"),
        ("case-no-identity", wrong(Expected::Id), 5, "case"),
        ("identity-malformed", wrong(Expected::Id), 13, "events[1].id"),
        ("identity-twice", Kind::DuplicateId { id: id("7k2m9qx4-1") }, 13, "events[1].id"),
        ("clock-zero", wrong(Expected::Clock { last: 1_000_002 }), 13, "events[1].clock"),
        ("clock-far-ahead", wrong(Expected::Clock { last: 1_000_002 }), 13, "events[1].clock"),
        ("before-1970", wrong(Expected::Moment), 13, "events[1].at"),
        ("after-9999", wrong(Expected::Moment), 13, "events[1].at"),
        ("author-not-in-list", wrong(Expected::Author { count: 1 }), 13, "events[1].by"),
        ("author-unknown-role", wrong(Expected::Roles), 9, "authors[0].roles"),
        ("author-name-no-text", wrong(Expected::Text), 6, "exported.by.name"),
        ("knew-no-identities", wrong(Expected::Ids), 13, "events[1].knew"),
        ("batch-after-event", wrong(Expected::Batch { last: 2 }), 13, "events[1].batch"),
        ("value-no-text", wrong(Expected::Value(ValueKind::Text)), 13, "events[1].value"),
        ("value-deeply-nested", wrong(Expected::Value(ValueKind::Text)), 13, "events[1].value"),
        ("newer-field-deeply-nested", Kind::NotJson, 13, "events[1]"),
        ("value-no-such-word", wrong(Expected::Value(handling)), 13, "events[1].value"),
        ("value-no-such-day", wrong(Expected::Value(ValueKind::Day)), 13, "events[1].value"),
        ("field-no-text", wrong(Expected::Text), 13, "events[1].field"),
        ("not-text", Kind::NotText, 12, ""),
        ("without-version", Kind::Missing, 1, "version"),
        ("without-app", Kind::Missing, 1, "app"),
        ("without-cover", Kind::Missing, 1, "exported"),
        ("without-authors", Kind::Missing, 1, "authors"),
        ("authors-no-list", wrong(Expected::List), 8, "authors"),
        ("app-no-text", wrong(Expected::Text), 4, "app"),
        ("author-name-too-long", too_long, 9, "authors[0]"),
        ("without-identity", Kind::Missing, 13, "events[1].id"),
        ("without-clock", Kind::Missing, 13, "events[1].clock"),
        ("without-moment", Kind::Missing, 13, "events[1].at"),
        ("without-author", Kind::Missing, 13, "events[1].by"),
        ("without-field", Kind::Missing, 13, "events[1].field"),
        ("clock-no-number", wrong(Expected::Clock { last: 1_000_002 }), 13, "events[1].clock"),
        ("moment-no-number", wrong(Expected::Moment), 13, "events[1].at"),
        ("batch-zero", wrong(Expected::Batch { last: 2 }), 13, "events[1].batch"),
        ("identity-zero", wrong(Expected::Id), 13, "events[1].id"),
        ("knew-null", wrong(Expected::Ids), 13, "events[1].knew"),
        ("value-no-flag", value(ValueKind::Flag), 13, "events[1].value"),
        ("value-no-identity", value(ValueKind::Link(EntityKind::System)), 13, "events[1].value"),
        ("value-no-such-time", value(ValueKind::Time), 13, "events[1].value"),
        ("value-negative-count", value(ValueKind::Count), 13, "events[1].value"),
        ("value-count-too-large", value(ValueKind::Count), 13, "events[1].value"),
        ("value-too-long", Kind::TooLong { most: LONGEST_TEXT }, 13, "events[1].value"),
        ("value-lone-surrogate", value(ValueKind::Text), 13, "events[1].value"),
        ("author-in-event", wrong(Expected::Author { count: 1 }), 13, "events[1].by"),
        ("event-null", wrong(Expected::Object), 13, "events[1]"),
        ("shared-author-by-place", wrong(Expected::Object), 7, "events[1].by"),
        ("shared-author-name-no-text", wrong(Expected::Text), 7, "events[1].by"),
        ("shared-no-events", Kind::Empty, 5, "events"),
        ("shared-two-cases", Kind::RepeatedKey, 5, ""),
        ("value-huge-exponent", value(ValueKind::Text), 13, "events[1].value"),
    ]
}

#[test]
fn each_invalid_file_is_refused_with_what_and_where() {
    let mut told = BTreeSet::new();
    for (name, kind, line, path) in invalid() {
        let error = read("invalid", name).expect_err(name);
        let place = error.path.clone().unwrap_or_default();
        assert_eq!((error.kind, error.line, place.as_str()), (kind, Some(line), path), "{name}");
        told.insert(name.to_owned());
    }
    assert_eq!(told, names("invalid"), "every file is told about, and no other");
}

#[test]
fn each_valid_file_is_read_and_comes_out_the_same_twice() {
    let all = names("valid");
    assert!(all.len() >= 6);
    for name in all {
        let imported = read("valid", &name).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        let (file, _) = CaseFile::from_events(imported.events.clone());
        let text = export(&file, &imported.kept, &imported.cover);
        let again = import(&text).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        // A file of an older version of the app has no code on its cover: what is written has.
        let code = Some(version(&file, &imported.kept));
        let mut imported = Imported { code, ..imported };
        imported.events.sort_by_key(|event| event.id);
        assert_eq!(again, imported, "{name}");
        assert_eq!(export(&file, &again.kept, &again.cover), text, "{name}");
    }
}

/// The app's own way of writing is read a piece at a time; any other is parsed whole first. Both say the same.
#[test]
fn each_file_reads_the_same_however_its_keys_are_spelled() {
    let mut odd = 0;
    for kind in ["valid", "invalid"] {
        for name in names(kind) {
            let bytes = fs::read(folder(kind).join(&name).with_extension("json")).expect(&name);
            let Ok(text) = String::from_utf8(bytes) else { continue };
            let spelled = text.replacen("\"events\":", "\"\\u0065vents\":", 1);
            odd += usize::from(spelled != text);
            let told =
                |text: &str| import(text).map_err(|error| (error.kind, error.line, error.path));
            assert_eq!(told(&spelled), told(&text), "{name}");
            // Of two things wrong, the one that is found first may differ.
            let cut_off = kind == "valid" && text.len() < 10_000;
            let ends = 0..if cut_off { text.len() } else { 0 };
            for end in ends.filter(|end| text.is_char_boundary(*end)) {
                let (cut, spelled) = (&text[..end], spelled.get(..end + 5).unwrap_or_default());
                if cut.contains("\"events\":") {
                    assert_eq!(told(spelled), told(cut), "{name} cut off at {end}");
                }
            }
        }
    }
    assert!(odd > 20);
}

#[test]
fn a_file_is_read_in_steps_and_tells_how_far_it_is() {
    let bytes = fs::read(folder("valid").join("every-kind-of-value.json")).expect("the file");
    let text = text_of_bytes(&bytes).expect("text");
    let mut reading = Reading::start(&text).expect("a case file");
    let mut told = vec![reading.progress()];
    while reading.step(1).expect("valid") {
        told.push(reading.progress());
    }
    assert!(told.len() > 5 && told.is_sorted() && told[0] < 500, "{told:?}");
    assert!(told.last().is_some_and(|last| (900..=1_000).contains(last)), "{told:?}");
    assert_eq!(reading.finish(), import(&text));
}

#[test]
fn keys_that_are_not_known_do_no_harm() {
    for name in ["unknown-keys", "byte-order-mark", "same-event-twice"] {
        let (imported, plain) = (read("valid", name), read("valid", "smallest"));
        let known = imported.map(|imported| Imported { kept: Vec::new(), ..imported });
        assert_eq!(known, plain, "{name}");
    }
}

#[test]
fn an_events_key_of_a_newer_version_survives_storage_and_every_kind_of_file() {
    let imported = read("valid", "unknown-keys").expect("valid");
    assert_eq!((imported.events.len(), imported.kept.len()), (2, 1));
    assert_eq!(imported.ids().count(), 2, "it is one event");
    let stored: Vec<Kept> =
        imported.kept.iter().map(|kept| kept.to_string().parse().expect("kept")).collect();
    let (file, _) = CaseFile::from_events(imported.events.clone());
    for text in [export(&file, &stored, &imported.cover), shared_text(&file, &stored)] {
        assert_eq!(text.matches("\"colour\":\"red\"").count(), 1, "{text}");
        assert_eq!(text.matches("\"id\":\"7k2m9qx4-1\"").count(), 1, "{text}");
        let again = import(&text).expect("readable");
        assert_eq!((again.events, again.kept), (imported.events.clone(), stored.clone()));
    }
    // One who has the event without the key takes the key in by writing to the same file.
    let there = import(&shared_text(&file, &stored)).expect("readable");
    let both = union_text(&file, &[], &there).expect("no clash");
    assert!(both.contains("\"colour\":\"red\""), "{both}");
    let mut other = imported.events[0].clone();
    other.value = "Noget andet".into();
    let (other, _) = CaseFile::from_events([other]);
    assert_eq!(union_text(&other, &[], &there), Err(imported.events[0].id));
}

/// As after a merge by lines, where one of two had the event from a newer version of the app.
#[test]
fn an_event_that_stands_twice_with_keys_of_a_newer_version_is_one_with_all_of_them() {
    let path = folder("valid").join("unknown-keys.json");
    let text = fs::read_to_string(path).expect("the file");
    let line = text.lines().find(|line| line.contains("colour")).expect("the event");
    let plain = line.replace(",\"colour\":\"red\"", "");
    let other = line.replace("colour", "shape");
    for second in [line, plain.as_str(), other.as_str()] {
        let imported = import(&text.replace(line, &format!("{second}\n{line}"))).expect(second);
        assert_eq!((imported.events.len(), imported.kept.len()), (2, 1), "{second}");
        let (file, _) = CaseFile::from_events(imported.events.clone());
        let written = export(&file, &imported.kept, &imported.cover);
        assert!(written.contains("\"colour\":\"red\""), "{second}");
        assert_eq!(written.contains("\"shape\":\"red\""), second == other, "{second}");
        assert_eq!(import(&written).expect("readable").kept, imported.kept, "{second}");
    }
}

#[test]
fn what_an_older_version_had_to_keep_is_applied_by_one_that_knows_it() {
    let imported = read("valid", "newer-field").expect("valid");
    assert_eq!(imported.kept[0].event(), None, "not known to this version");
    // As if an older version had not known the title.
    let line = read("valid", "unknown-keys").expect("valid").kept[0].to_string();
    let kept: Kept = line.parse().expect("kept");
    assert_eq!(kept.event().as_ref(), read("valid", "smallest").expect("valid").events.first());
}

#[test]
fn a_shared_file_whose_lines_are_merged_in_any_order_is_the_same_case() {
    let (merged, shared) = (read("valid", "shared-merged-by-lines"), read("valid", "shared"));
    let (merged, shared) = (merged.expect("valid"), shared.expect("valid"));
    let text = |imported: &Imported| {
        shared_text(&CaseFile::from_events(imported.events.clone()).0, &imported.kept)
    };
    let stored = fs::read_to_string(folder("valid").join("shared.json")).expect("the file");
    assert_eq!((text(&merged), text(&shared)), (stored.clone(), stored));
    assert_eq!((merged.cover, merged.events.len()), (shared.cover, 3));
    assert_eq!(shared.events[0].author.name, "Bo Kjær");
}

#[test]
fn what_is_not_stated_about_an_author_is_empty() {
    let imported = read("valid", "without-optional-keys").expect("valid");
    assert_eq!(*imported.events[0].author, Default::default());
}

#[test]
fn the_code_on_paper_is_that_of_the_file_also_with_events_of_a_newer_version() {
    let imported = read("valid", "newer-field").expect("valid");
    let (file, _) = CaseFile::from_events(imported.events.clone());
    let guidance = guide(&Process::UDSKIFT_IT_SYSTEM, file.case());
    let again = import(&export(&file, &imported.kept, &imported.cover)).expect("readable");
    let routes = route_checklist(&file, &imported.kept, &guidance, false);
    let handovers = handover_checklist(&file, &imported.kept, &guidance, None, false);
    for head in [routes.head, handovers.head] {
        assert_eq!(Some(head.version), again.code);
    }
}

#[test]
fn an_event_of_a_newer_version_is_kept_as_it_is() {
    let imported = read("valid", "newer-field").expect("valid");
    assert_eq!((imported.events.len(), imported.kept.len()), (3, 1));
    let kept = &imported.kept[0];
    assert_eq!((kept.id, kept.field()), (id("7k2m9qx4-3"), "route/7k2m9qx4-1/colour"));
    assert_eq!(kept.to_string().parse().as_ref(), Ok(kept), "it can be stored as a line");
    let (file, _) = CaseFile::from_events(imported.events.clone());
    let text = export(&file, &imported.kept, &imported.cover);
    assert_eq!(
        text,
        export(&file, &[kept.clone(), kept.clone()], &imported.cover),
        "it counts once"
    );
    let numbers = text.lines().filter_map(|line| line.split("\"id\":\"7k2m9qx4-").nth(1));
    let numbers: Vec<&str> = numbers.filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(numbers, ["1", "2", "3", "4"], "it stands in its place");
    assert!(text.contains(r#""mood":"good""#) && text.contains(r#"{"red":[1,2]}"#), "{text}");
}

#[test]
fn every_kind_of_value_is_read() {
    let imported = read("valid", "every-kind-of-value").expect("valid");
    let case = CaseFile::from_events(imported.events.clone()).0;
    let case = case.case();
    let route = &case.routes[&id("7k2m9qx4-3")];
    assert_eq!(route.handling, Some(Handling::Replace));
    assert_eq!(route.establish.position, Some(4));
    assert_eq!(case.new_system, Some(id("7k2m9qx4-6")));
    assert_eq!(
        case.attempts[&1].window_start.map(|t| t.to_string()).as_deref(),
        Some("2026-11-28T22:00")
    );
    assert_eq!(case.note, "", "the note was emptied in the end");
    assert_eq!(imported.events[1].value, Value::from("To linjer:\nén og \\ en til"));
    assert!(imported.events.iter().any(|e| e.field
        == udskift_it_system::domain::case::Field::Exists(EntityKind::System, id("7k2m9qx4-6"))));
}
