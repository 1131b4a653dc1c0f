//! Files that were made up or damaged: a clear error or a correct case, and whoever merges one can go on.

use std::sync::Arc;

use udskift_it_system::domain::case::{CaseFile, EntityKind, Event, Value, Writer};
use udskift_it_system::domain::exchange::{Cover, export, import};

use crate::builder::{Desk, NOTE, START, TITLE, author, exists, route_name};

/// `count` events of a stranger on one field, each in knowledge of the one before.
fn chain(count: u32) -> Vec<Event> {
    let (stranger, by) = (Writer::new(77), Arc::new(author("Fremmed")));
    let event = |seq: u32| Event {
        id: stranger.id(seq),
        clock: u64::from(seq),
        at: START,
        author: by.clone(),
        field: TITLE,
        value: Value::from(if seq.is_multiple_of(2) { "Alfa" } else { "Beta" }),
        knew: if seq > 1 { vec![stranger.id(seq - 1)] } else { Vec::new() },
        batch: seq,
    };
    (1..=count).map(event).collect()
}

/// An event of this writer's as a stranger may have made it up.
fn forged(writer: Writer, seq: u32) -> Event {
    let template = chain(1).remove(0);
    Event { id: writer.id(seq), batch: seq, field: NOTE, ..template }
}

#[test]
fn many_events_of_one_field_are_settled_once() {
    // One by one, each would go through all before it: 20,000,000,000 steps.
    let (file, merged) = CaseFile::from_events(chain(200_000));
    assert_eq!(merged.added.len(), 200_000);
    assert_eq!(file.case().title, "Alfa");
    assert_eq!(file.conflicts().count(), 0);
}

#[test]
fn many_edits_of_what_was_removed_are_settled_once() {
    let mut anna = Desk::new(1, "Anna");
    let route = anna.add_route("R1");
    anna.set(exists(route), false);
    let edits = chain(100_000).into_iter().map(|event| Event { field: route_name(route), ..event });
    let merged = anna.file.merge(edits);
    assert_eq!(merged.added.len(), 100_000);
    assert!(anna.file.is_in_conflict(exists(route)), "it was removed here and edited there");
    assert_eq!(anna.file.case().routes[&route].name, "Alfa", "and stays in sight");
}

#[test]
fn a_clock_from_nowhere_does_not_shut_others_out() {
    let mut anna = Desk::new(1, "Anna");
    anna.set(TITLE, "Alfa");
    let cover = Cover::new(START, author("Anna"));
    let with = |clock: u64| {
        let edit = Event { clock, ..forged(Writer::new(77), 1) };
        let mut copy = anna.clone();
        copy.file.merge([edit]);
        export(&copy.file, &[], &cover)
    };
    assert!(import(&with((1 << 53) - 1)).is_err());
    assert!(import(&with(1_000_003)).is_err());
    // The highest that is taken leaves room for all that is written after it.
    let imported = import(&with(1_000_002)).expect("within reach");
    anna.file.merge(imported.events);
    anna.set(TITLE, "Beta");
    let again = import(&export(&anna.file, &[], &cover)).expect("others read on");
    assert!(again.events.iter().any(|event| event.clock == 1_000_003));
}

#[test]
fn an_edit_is_not_lost_where_a_file_holds_its_identity() {
    let mut anna = Desk::new(1, "Anna");
    anna.set(TITLE, "Alfa");
    let next = anna.pen.next_id();
    anna.file.merge([forged(next.writer, next.seq), forged(next.writer, next.seq + 4)]);
    assert_eq!(anna.set(TITLE, "Beta").len(), 1);
    assert_eq!(anna.title(), "Beta");

    let next = anna.pen.next_id();
    anna.file.merge([forged(next.writer, next.seq)]);
    let route = anna.add(EntityKind::Route);
    assert!(anna.file.case().routes.contains_key(&route), "what is said to be made is there");
}

#[test]
fn a_writer_whose_numbers_are_used_up_goes_on_as_another() {
    let mut anna = Desk::new(1, "Anna");
    anna.set(TITLE, "Alfa");
    let writer = anna.pen.writer();
    anna.file.merge([forged(writer, u32::MAX - 1)]);
    // One number is left: the group goes on under the new identity, as a group of its own.
    let events = anna.file.write(
        &mut anna.pen,
        START,
        [(TITLE, "Beta".into()), (NOTE, "Lang".into()), (NOTE, "Kort".into())],
    );
    let sequence: Vec<(bool, u32, u32)> =
        events.iter().map(|e| (e.id.writer == writer, e.id.seq, e.batch)).collect();
    assert_eq!(sequence, [(true, u32::MAX, u32::MAX), (false, 1, 1), (false, 2, 1)]);
    assert_eq!((anna.title(), anna.file.case().note.as_str()), ("Beta", "Kort"));
    let cover = Cover::new(START, author("Anna"));
    assert!(import(&export(&anna.file, &[], &cover)).is_ok(), "and others can read it");
}
