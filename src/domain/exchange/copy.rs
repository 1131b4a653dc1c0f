//! A copy of a case under identities of its own, so that both can stand beside each other.
//!
//! It has all that the case has; it is never merged with it, for no event of one is in the other.

use std::collections::HashMap;

use super::Kept;
use crate::domain::case::{CaseFile, Event, Id, Value, Writer};

/// The new writer of each that was.
pub(super) type Writers = HashMap<Writer, Writer>;

/// The copy, and its events of newer versions. `writer` is a writer that nobody else is.
pub fn copy_of(
    file: &CaseFile,
    kept: &[Kept],
    writer: impl FnMut() -> Writer,
) -> (CaseFile, Vec<Kept>) {
    let writers = new_writers(file, kept, writer);
    let events = file.log().events().map(|event| renewed(event.clone(), &writers));
    let (copy, _) = CaseFile::from_events(events.collect::<Vec<_>>());
    // What they are about is not known here, but what an identity looks like is.
    let kept =
        kept.iter().filter_map(|kept| renewed_text(&kept.to_string(), &writers).parse().ok());
    (copy, kept.collect())
}

/// Gives each writer of the case a new one.
pub(super) fn new_writers(
    file: &CaseFile,
    kept: &[Kept],
    mut writer: impl FnMut() -> Writer,
) -> Writers {
    let mut old: Vec<Writer> = file.log().events().map(|event| event.id.writer).collect();
    old.extend(file.log().events().flat_map(|event| &event.knew).map(|id| id.writer));
    old.extend(kept.iter().map(|kept| kept.id.writer));
    old.sort_unstable();
    old.dedup();
    // In the same order, so that what is ordered by identity stays so.
    let mut new: Vec<Writer> = old.iter().map(|_| writer()).collect();
    new.sort_unstable();
    old.into_iter().zip(new).collect()
}

/// The event under its new identity, about what it was about.
pub(super) fn renewed(event: Event, writers: &Writers) -> Event {
    // An identity that no event has is of nothing in the case.
    let map = |id: Id| writers.get(&id.writer).map_or(id, |writer| writer.id(id.seq));
    Event {
        id: map(event.id),
        field: event.field.map_ids(map),
        value: match event.value {
            Value::Link(id) => Value::Link(map(id)),
            other => other,
        },
        knew: event.knew.iter().map(|id| map(*id)).collect(),
        ..event
    }
}

/// The text with every identity in it renewed.
fn renewed_text(text: &str, writers: &Writers) -> String {
    let renew = |text: String, (old, new): (&Writer, &Writer)| {
        text.replace(&format!("{old}-"), &format!("{new}-"))
    };
    writers.iter().fold(text.to_owned(), renew)
}
