//! Case files: the same case and cover give the same file, and the file gives the same case.

use proptest::prelude::*;
use serde_json::Value as Json;
use udskift_it_system::domain::case::{
    CaseField, CaseFile, EntityKind, Event, Field, Handling, MarkField, MarkKey, MarkState,
    RouteField, Scope, Side, SideField, SystemField,
};
use udskift_it_system::domain::exchange::{
    CaseId, Cover, Expected, ImportError, ImportErrorKind, LARGEST_FILE, export, file_name, import,
    import_bytes,
};
use udskift_it_system::domain::process::{Activity, Role};
use udskift_it_system::domain::time::Day;
use udskift_it_system::text::import_error_text;

use crate::builder::{Desk, NOTE, START, TITLE, author, exchange, two};
use crate::samples::events;

fn cover() -> Cover {
    Cover::new(START, author("Anna"))
}

fn exported(desk: &Desk) -> String {
    export(&desk.file, &[], &cover())
}

/// A title with a text put into it, as someone might who edits a file by hand.
fn with_title(title: &str) -> String {
    let (anna, _) = two();
    exported(&anna).replace(r#""value":"Alfa til Beta""#, &format!(r#""value":"{title}""#))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn what_is_exported_is_imported(events in events(30)) {
        prop_assume!(!events.is_empty());
        let (file, _) = CaseFile::from_events(events.clone());
        let text = export(&file, &[], &cover());
        let imported = import(&text).map_err(|error| TestCaseError::fail(format!("{error:?}\n{text}")))?;
        let mut sorted = events;
        sorted.sort_by_key(|event| event.id);
        prop_assert_eq!(&imported.events, &sorted);
        prop_assert_eq!(imported.cover, cover());
        prop_assert_eq!(Some(imported.case), CaseId::of(&file, &[]));
        prop_assert!(imported.kept.is_empty());
    }

    #[test]
    fn the_order_in_which_events_came_does_not_show(events in events(20)) {
        let (file, _) = CaseFile::from_events(events.clone());
        let (other, _) = CaseFile::from_events(events.into_iter().rev());
        prop_assert_eq!(export(&file, &[], &cover()), export(&other, &[], &cover()));
    }

    #[test]
    fn a_damaged_file_never_breaks_the_reader(
        at in any::<prop::sample::Index>(), length in 0usize..30, with in "[ -~\nå]{0,6}"
    ) {
        let (anna, _) = two();
        let mut chars: Vec<char> = exported(&anna).chars().collect();
        let start = at.index(chars.len());
        let end = (start + length).min(chars.len());
        chars.splice(start..end, with.chars());
        let text: String = chars.into_iter().collect();
        match import(&text) {
            Ok(imported) => prop_assert!(!imported.events.is_empty() || !imported.kept.is_empty()),
            Err(error) => {
                prop_assert!(error.line.is_some_and(|line| line <= text.split('\n').count() + 1));
                prop_assert!(!import_error_text(&error).what.is_empty());
            }
        }
    }
}

#[test]
fn two_who_have_the_same_events_export_the_same_file() {
    let (mut anna, mut bo) = two();
    anna.set(TITLE, "Alfa til Gamma");
    bo.set(NOTE, "Møde torsdag");
    assert_ne!(exported(&anna), exported(&bo));
    exchange(&mut anna, &mut bo);
    assert_eq!(exported(&anna), exported(&bo));
}

#[test]
fn a_change_is_a_line_of_the_list_of_events() {
    let (mut anna, _) = two();
    let before = exported(&anna);
    anna.set(NOTE, "Møde torsdag");
    let after = exported(&anna);
    let new: Vec<&str> =
        after.lines().filter(|line| !before.contains(line.trim_end_matches(','))).collect();
    assert_eq!(
        new.len(),
        3,
        "the code on the cover, the note in the summary and the event: {new:#?}"
    );
}

#[test]
fn every_copy_of_a_case_has_the_same_identity() {
    let (mut anna, mut bo) = two();
    let case = CaseId::of(&anna.file, &[]).expect("a case");
    assert_eq!(Some(case.0), anna.file.log().events().next().map(|event| event.id));
    // Carl's number is lower, but he wrote later.
    let mut carl = Desk::new(0, "Carl");
    carl.receive(&anna);
    carl.set(NOTE, "Ring til Bo");
    bo.receive(&carl);
    exchange(&mut anna, &mut bo);
    for desk in [&anna, &bo, &carl] {
        assert_eq!(CaseId::of(&desk.file, &[]), Some(case));
    }
    assert_eq!(case.to_string().parse(), Ok(case));
}

#[test]
fn the_summary_tells_other_programs_what_is_in_the_case() {
    let (mut anna, _) = two();
    let system = anna.add(EntityKind::System);
    anna.set(Field::System(system, SystemField::Name), "Alfa");
    anna.set(Field::Case(CaseField::OldSystem), system);
    let route = anna.add_route("Rute \"1\"");
    anna.set(Field::Route(route, RouteField::Handling), Handling::Replace);
    anna.set(
        Field::Route(
            route,
            RouteField::Side(
                Side::Old,
                SideField::System(udskift_it_system::domain::case::End::From),
            ),
        ),
        system,
    );
    let gone = anna.add_route("Rute 2");
    anna.set(Field::Exists(EntityKind::Route, gone), false);
    let mark = MarkKey::new(Activity::F2, Scope::Route(route), Role::NewOperations);
    anna.set(Field::Done(mark, MarkField::State), MarkState::Done);
    let json: Json = serde_json::from_str(&exported(&anna)).expect("JSON");
    let summary = &json["summary"];
    assert_eq!(summary["title"], "Alfa til Beta");
    assert_eq!(summary["oldSystem"], "Alfa");
    assert_eq!(
        summary["routes"].as_array().map(Vec::len),
        Some(1),
        "what is removed is not listed"
    );
    assert_eq!(summary["routes"][0]["name"], "Rute \"1\"");
    assert_eq!(summary["routes"][0]["handling"], "replace");
    assert_eq!(summary["routes"][0]["old"]["from"], "Alfa");
    let done = &summary["completions"][0];
    assert_eq!(
        (&done["activity"], &done["name"], &done["recorded"]["by"]),
        (&"F2".into(), &"Rute \"1\"".into(), &"Anna".into())
    );
}

#[test]
fn a_text_that_is_too_long_is_refused_with_its_place() {
    assert!(import(&with_title(&"å".repeat(20_000))).is_ok());
    let error = import(&with_title(&"å".repeat(20_001))).expect_err("too long");
    assert_eq!(error.kind, ImportErrorKind::TooLong { most: 20_000 });
    assert_eq!(error.path.as_deref(), Some("events[0].value"));
}

#[test]
fn what_a_file_says_is_only_ever_text() {
    for title in ["<script>alert(1)</script>", "__proto__", "=1+1", "javascript:alert(1)"] {
        let imported = import(&with_title(title)).expect(title);
        assert_eq!(CaseFile::from_events(imported.events).0.case().title, title);
    }
}

#[test]
fn bytes_that_are_no_text_are_told_with_their_place() {
    let (anna, _) = two();
    let text = exported(&anna);
    let mut bytes = text.clone().into_bytes();
    let place = text.find("Alfa").expect("the title");
    bytes[place] = 0xff;
    let error = import_bytes(&bytes).expect_err("no UTF-8");
    assert_eq!(error.kind, ImportErrorKind::NotText);
    assert_eq!(error.line, Some(text[..place].matches('\n').count() + 1));
}

#[test]
fn a_file_of_hundreds_of_megabytes_is_refused_at_once() {
    let error = import(&" ".repeat(LARGEST_FILE + 1)).expect_err("too large");
    assert_eq!(error.kind, ImportErrorKind::TooLarge { most: LARGEST_FILE });
}

#[test]
fn characters_are_counted_as_people_do() {
    let (mut anna, _) = two();
    anna.set(TITLE, "ÆØÅ");
    let text =
        exported(&anna).replace(r#""value":"ÆØÅ","knew":["#, r#""value":"ÆØÅ","knew":7,"x":["#);
    let error = import(&text).expect_err("wrong");
    let line = text.lines().nth(error.line.expect("a line") - 1).expect("that line");
    let at: String = line.chars().skip(error.column.expect("a column") - 1).take(2).collect();
    assert_eq!(at, "7,");
}

#[test]
fn a_computer_whose_clock_is_off_still_writes_what_others_can_read() {
    for now in [i64::MIN / 2, -1, i64::MAX / 2] {
        let mut anna = Desk::new(1, "Anna");
        anna.now = now;
        anna.set(TITLE, "Alfa til Beta");
        assert!(import(&exported(&anna)).is_ok(), "{now}");
    }
}

#[test]
fn a_case_of_nothing_is_exported_as_nothing() {
    let text = export(&CaseFile::default(), &[], &cover());
    let error =
        import(&text.replace("\"case\":null", "\"case\":\"7k2m9qx4-1\"")).expect_err("empty");
    assert_eq!(error.kind, ImportErrorKind::Empty);
}

#[test]
fn an_event_that_was_changed_in_the_file_is_found_when_merged() {
    let (mut anna, _) = two();
    let forged: Vec<Event> = import(&with_title("Forfalsket")).expect("valid").events;
    let merged = anna.file.merge(forged);
    assert_eq!((merged.clashes.len(), anna.title()), (1, "Alfa til Beta"));
}

#[test]
fn a_message_says_what_is_wrong_where_and_what_to_do() {
    let kind = ImportErrorKind::Wrong { expected: Expected::Author { count: 3 } };
    let error =
        ImportError { kind, line: Some(14), column: Some(7), path: Some("events[2].by".into()) };
    let text = import_error_text(&error);
    assert!(text.what.contains("fra 0 til 2"), "{}", text.what);
    assert_eq!(text.place.as_deref(), Some("linje 14, tegn 7: events[2].by"));
    assert!(!text.remedy.is_empty());
}

#[test]
fn file_names_are_safe_and_readable() {
    let day = Day { year: 2026, month: 11, day: 23 };
    for (title, expected) in [
        ("Udskift Alfa med Ærø-løsning", "Udskift Alfa med Ærø-løsning"),
        ("A/B: \"C\" <d>|e?*\\f", "A B C d e f"),
        ("../../etc/passwd", "etc passwd"),
        ("  \t\n ", "sag"),
        ("", "sag"),
        ("...", "sag"),
        ("con", "sag con"),
        ("COM1.x", "sag COM1.x"),
        ("Komplet", "Komplet"),
        ("exe\u{202e}nosj", "exe nosj"),
    ] {
        assert_eq!(file_name(title, day), format!("{expected}-2026-11-23.json"), "{title}");
    }
    let longest = file_name(&"😀å".repeat(300), day);
    assert!(longest.len() < 200 && longest.ends_with("-2026-11-23.json"));
}
