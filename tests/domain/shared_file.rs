//! The file that many write to: what is written holds all that was read, and what cannot be read is left alone.

use std::collections::HashSet;

use proptest::prelude::*;
use udskift_it_system::domain::case::{CaseFile, Event, Id};
use udskift_it_system::domain::exchange::{
    Cover, ImportErrorKind, Imported, export, import, shared_text,
};
use udskift_it_system::domain::merging::{Join, Refusal, join};
use udskift_it_system::text::merging::cover_text;

use crate::builder::{Desk, NOTE, START, TITLE, author, exchange, two};
use crate::samples::events;

/// What is to be done with a file that was never seen before.
fn joined(desk: &Desk, there: &str) -> Result<Join, Refusal> {
    join(&desk.file, &[], there.as_bytes(), &HashSet::new())
}

fn shared(desk: &Desk) -> String {
    shared_text(&desk.file, &[])
}

fn ids(text: &str) -> HashSet<Id> {
    import(text).expect("readable").ids().collect()
}

/// Two who each have something the other lacks.
fn apart() -> (Desk, Desk) {
    let (mut anna, mut bo) = two();
    anna.set(NOTE, "Møde torsdag");
    bo.set(TITLE, "Alfa til Gamma");
    (anna, bo)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// What merging by lines can make of two versions: both sides' lines, in any order, some of them twice.
    #[test]
    fn the_lines_of_two_versions_together_are_the_case_of_both(
        events in events(20), sides in prop::collection::vec(0..3, 20), keys in prop::collection::vec(any::<u8>(), 40)
    ) {
        let first = events.iter().map(|event| (event.clock, event.id)).min();
        prop_assume!(first.is_some());
        let side = |left_out: i32| -> String {
            let mine = events.iter().zip(&sides).filter(|(event, side)| {
                **side != left_out || Some((event.clock, event.id)) == first
            });
            let mine: Vec<Event> = mine.map(|(event, _)| event.clone()).collect();
            shared_text(&CaseFile::from_events(mine).0, &[])
        };
        let (one, other) = (side(1), side(2));
        let head: Vec<&str> = one.lines().take(5).collect();
        let is_event = |line: &&str| line.starts_with("{\"id\"");
        let mut all: Vec<&str> = one.lines().chain(other.lines()).filter(is_event).collect();
        let mut keys = keys.into_iter().cycle();
        all.sort_by_cached_key(|_| keys.next());
        let text = format!("{}\n{}\nnull\n]\n}}\n", head.join("\n"), all.join("\n"));
        let merged = import(&text).map_err(|error| TestCaseError::fail(format!("{error:?}\n{text}")))?;
        let (whole, _) = CaseFile::from_events(events.clone());
        let clean = join(&whole, &[], text.as_bytes(), &HashSet::new());
        let clean = clean.map_err(|error| TestCaseError::fail(format!("{error:?}")))?;
        prop_assert!(clean.news.is_none());
        prop_assert_eq!(merged.ids().collect::<HashSet<_>>(), events.iter().map(|e| e.id).collect());
        prop_assert_eq!(clean.text.unwrap_or(text), shared_text(&whole, &[]));
    }

    #[test]
    fn a_damaged_shared_file_is_read_whole_or_refused(
        at in any::<prop::sample::Index>(), length in 0usize..30, with in "[ -~\nå]{0,6}"
    ) {
        let (anna, bo) = apart();
        let mut chars: Vec<char> = shared(&bo).chars().collect();
        let start = at.index(chars.len());
        let end = (start + length).min(chars.len());
        chars.splice(start..end, with.chars());
        let there: String = chars.into_iter().collect();
        if let Ok(done) = joined(&anna, &there) {
            let text = done.text.unwrap_or_else(|| there.clone());
            let known: HashSet<Id> = ids(&text);
            prop_assert_eq!(&known, &done.known);
            prop_assert!(there.trim().is_empty() || ids(&there).is_subset(&known));
        }
    }
}

#[test]
fn the_same_events_are_the_same_bytes_whoever_writes() {
    let (mut anna, mut bo) = apart();
    assert_ne!(shared(&anna), shared(&bo));
    exchange(&mut anna, &mut bo);
    assert_eq!(shared(&anna), shared(&bo));
    let (backwards, _) = CaseFile::from_events(
        anna.file.log().events().cloned().collect::<Vec<_>>().into_iter().rev(),
    );
    assert_eq!(shared_text(&backwards, &[]), shared(&anna));
}

#[test]
fn a_change_is_one_line_more_and_no_other_line_changes() {
    let (mut anna, _) = two();
    let before = shared(&anna);
    anna.set(NOTE, "Møde torsdag");
    let after = shared(&anna);
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let (before, mut after) = (lines(&before), lines(&after));
    assert_eq!(after.len(), before.len() + 1);
    after.retain(|line| !line.contains("Møde torsdag"));
    assert_eq!(after, before);
}

#[test]
fn a_new_file_and_an_empty_one_are_written() {
    let (anna, _) = two();
    for there in ["", " \r\n\n"] {
        let Join { news, text, known, lost } = joined(&anna, there).expect("new");
        assert_eq!((news, text.as_ref(), lost), (None, Some(&shared(&anna)), 0));
        assert_eq!(known, ids(&shared(&anna)));
    }
}

#[test]
fn what_both_have_is_not_written_again() {
    let (anna, bo) = two();
    let done = joined(&anna, &shared(&bo)).expect("readable");
    assert_eq!((done.news, done.text, done.lost), (None, None, 0));
}

#[test]
fn what_is_written_holds_what_was_read_and_what_is_here() {
    let (mut anna, bo) = apart();
    let done = joined(&anna, &shared(&bo)).expect("readable");
    let text = done.text.expect("something to write");
    let mut both = ids(&shared(&anna));
    both.extend(ids(&shared(&bo)));
    assert_eq!(ids(&text), both);
    assert_eq!(done.known, both);
    let merged = anna.file.merge(done.news.expect("news").events);
    assert_eq!(merged.added.len(), 1);
    // Now the file says what is here, to the byte.
    assert_eq!(shared(&anna), text);
    assert_eq!(joined(&anna, &text).expect("readable").text, None);
}

#[test]
fn news_alone_are_taken_in_and_nothing_is_written() {
    let (mut anna, mut bo) = apart();
    exchange(&mut anna, &mut bo);
    anna.set(NOTE, "Møde fredag");
    let done = joined(&bo, &shared(&anna)).expect("readable");
    assert!(done.news.is_some() && done.text.is_none());
}

#[test]
fn an_exported_file_becomes_a_shared_one_with_all_it_had() {
    let (anna, bo) = apart();
    let exported = export(&bo.file, &[], &Cover::new(START, author("Bo")));
    let done = joined(&anna, &exported).expect("readable");
    let text = done.text.expect("something to write");
    assert!(ids(&exported).is_subset(&ids(&text)) && text.contains("\"version\":2"));
}

#[test]
fn events_of_a_newer_version_stay_in_the_file_and_come_in() {
    let (mut anna, bo) = two();
    let line = r#"{"id":"zzzzzzzz-1","clock":2,"at":1795420800000,"by":{"name":"Eva"},"field":"case/colour","value":"blå","mood":3},"#;
    let there = shared(&bo).replace("null\n]", &format!("{line}\nnull\n]"));
    let done = joined(&anna, &there).expect("readable");
    let kept = done.news.expect("news").kept;
    anna.set(NOTE, "Møde torsdag");
    let text = joined(&anna, &there).expect("readable").text.expect("something to write");
    for text in [text, shared_text(&anna.file, &kept)] {
        let imported = import(&text).expect("readable");
        assert_eq!((&imported.kept, imported.events.len()), (&kept, 2));
        assert!(text.contains(r#""mood":3"#), "{text}");
    }
}

#[test]
fn what_cannot_be_read_is_refused_and_never_written_over() {
    let (anna, bo) = apart();
    let whole = shared(&bo);
    let cut = &whole[..whole.len() / 2];
    let newer = whole.replace("\"version\":2", "\"version\":3");
    for (there, kind) in [
        ("Kære alle, her er sagen.", ImportErrorKind::NotJson),
        (cut, ImportErrorKind::CutShort),
        ("{\"format\":\"udskift-it-system-backup\"}", ImportErrorKind::NotACaseFile),
        (&newer, ImportErrorKind::NewerFormat { version: 3 }),
    ] {
        match joined(&anna, there) {
            Err(Refusal::Unreadable(error)) => assert_eq!(error.kind, kind),
            other => panic!("{there}: {other:?}"),
        }
    }
}

#[test]
fn a_file_of_another_case_is_left_alone() {
    let (anna, _) = two();
    let mut other = Desk::new(9, "Eva");
    other.set(TITLE, "Et andet system");
    assert_eq!(joined(&anna, &shared(&other)), Err(Refusal::OtherCase));
}

#[test]
fn a_file_with_another_content_for_an_event_that_is_here_is_left_alone() {
    let (anna, _) = two();
    let there = shared(&anna).replace("Alfa til Beta", "Alfa til Delta");
    let first = anna.file.log().events().next().expect("one").id;
    assert_eq!(joined(&anna, &there), Err(Refusal::Clash(first)));
    // Also where this version of the app does not know the field.
    let line = r#"{"id":"zzzzzzzz-1","clock":2,"at":1795420800000,"by":{"name":"Eva"},"field":"case/colour","value":"blå"},"#;
    let there = shared(&anna).replace("null\n]", &format!("{line}\nnull\n]"));
    let kept = import(&there).expect("readable").kept;
    let there = there.replace("blå", "rød");
    let refused = join(&anna.file, &kept, there.as_bytes(), &HashSet::new());
    assert_eq!(refused, Err(Refusal::Clash(kept[0].id)));
}

#[test]
fn a_file_that_was_set_back_gets_what_it_lost_again_and_that_is_told() {
    let (mut anna, bo) = apart();
    let old = shared(&anna);
    anna.receive(&bo);
    let seen = ids(&shared(&anna));
    for (there, lost) in [(old.as_str(), 1), ("", 3)] {
        let done = join(&anna.file, &[], there.as_bytes(), &seen).expect("readable");
        assert_eq!((done.news, done.text, done.lost), (None, Some(shared(&anna)), lost));
    }
}

#[test]
fn a_shared_file_tells_when_and_by_whom_it_was_last_changed() {
    let (anna, mut bo) = apart();
    bo.receive(&anna);
    bo.set(NOTE, "Møde fredag");
    let Imported { cover, code, .. } = import(&shared(&bo)).expect("readable");
    assert_eq!((cover.at, cover.by.name.as_str(), code), (bo.now, "Bo", None));
    let local = udskift_it_system::domain::time::LocalTime::at(cover.at, 60);
    let told = cover_text(&cover, local);
    assert!(
        told.starts_with("Fælles fil, sidst ændret 23.11.2026 kl. 09.") && told.contains("Bo"),
        "{told}"
    );
}

/// What a version control system leaves where nobody told it how to merge.
#[test]
fn the_marks_of_a_merge_that_was_not_made_are_read_past_in_a_shared_file_only() {
    let (anna, bo) = apart();
    let marked = |ours: &str, theirs: &str| {
        let common = |line: &&str| theirs.lines().any(|other| other == *line);
        let start: Vec<&str> = ours.lines().take_while(common).collect();
        let rest = |text: &str| text.lines().skip(start.len()).collect::<Vec<_>>().join("\n");
        let (mine, closing) = (rest(ours), "null\n]\n}");
        let mine = mine.trim_end_matches(closing);
        let their = rest(theirs);
        let their = their.trim_end_matches(closing);
        let start = start.join("\n");
        format!("{start}\n<<<<<<< HEAD\n{mine}\n=======\n{their}\n>>>>>>> origin/main\n{closing}\n")
    };
    let text = marked(&shared(&anna), &shared(&bo));
    let both = import(&text).unwrap_or_else(|error| panic!("{error:?}\n{text}"));
    assert_eq!(both.events.len(), 3);
    let windows = import(&text.replace('\n', "\r\n")).expect("readable");
    assert_eq!(windows, both);
    // Two exported files put together say twice who exported them: no one is to guess.
    let cover = |name| Cover::new(START, author(name));
    let (one, other) =
        (export(&anna.file, &[], &cover("Anna")), export(&bo.file, &[], &cover("Bo")));
    assert!(import(&marked(&one, &other)).is_err());
}
