//! Writes a case file: the same set of events and the same cover give the same bytes.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Serialize;
use serde_json::{Map, Value as Json};

use super::wire::{WireAuthor, WireEvent};
use super::{CaseId, Cover, Delivery, FORMAT, Kept, summary};
use crate::domain::case::{Author, CaseFile, Event, Id, Version, id_key};
use crate::domain::sorting::sort_by_numbers;

/// The version of a file that someone exports.
const EXPORTED: u64 = 1;

/// The case file of a case: `kept` are its events that this version of the app does not know.
pub fn export(file: &CaseFile, kept: &[Kept], cover: &Cover) -> String {
    let mut lines = Line::all(file, kept);
    Line::put_in_order(&mut lines);
    let mut authors = Authors::default();
    let text = |line: &Line| line.text(Json::from(authors.place(line.author())));
    let events: Vec<String> = lines.iter().map(text).collect();
    let authors: Vec<String> = authors.list.iter().map(|author| author_text(author)).collect();

    let exported = exported(cover, Version::of_ids(lines.iter().map(Line::id)));
    let members = [
        ("format", text_of(FORMAT)),
        ("version", text_of(EXPORTED)),
        ("app", text_of(&cover.app)),
        ("case", text_of(CaseId::of(file, kept).map(|id| id.to_string()))),
        ("exported", exported),
        ("summary", summary::summary(file)),
        ("authors", list(&authors)),
        ("events", list(&events)),
    ];
    let members: Vec<String> =
        members.iter().map(|(key, value)| format!("\"{key}\":{value}")).collect();
    format!("{{\n{}\n}}\n", members.join(",\n"))
}

/// A JSON list with an item per line.
pub(super) fn list(items: &[String]) -> String {
    if items.is_empty() { "[]".to_owned() } else { format!("[\n{}\n]", items.join(",\n")) }
}

/// A value's JSON on one line.
pub(super) fn text_of(value: impl Serialize) -> String {
    // Only maps with keys that are no text can fail, and there are none.
    serde_json::to_string(&value).unwrap_or_else(|_| "null".to_owned())
}

/// An event of a file: a line of its own.
pub(super) enum Line<'a> {
    Event(&'a Event),
    Kept(&'a Kept),
}

impl<'a> Line<'a> {
    /// All events of a case.
    pub fn all(file: &'a CaseFile, kept: &'a [Kept]) -> Vec<Line<'a>> {
        // Of an event that was kept with more keys than are known, what was kept is written.
        kept.iter().map(Line::Kept).chain(file.log().events().map(Line::Event)).collect()
    }

    /// Each event once, by writer and number: the same events stand in the same order, whoever writes.
    ///
    /// Returns the first that stands for two different events, of which the first is left.
    pub fn put_in_order(lines: &mut Vec<Line<'a>>) -> Option<Id> {
        sort_by_numbers(lines, |line| id_key(0, line.id()));
        let mut clash = None;
        lines.dedup_by(|line, before| {
            let is_same_id = line.id() == before.id();
            if is_same_id && line.differs(before) {
                clash = clash.or(Some(line.id()));
            }
            is_same_id
        });
        clash
    }

    /// Whether both are read and say different things.
    fn differs(&self, other: &Line) -> bool {
        match (self, other) {
            (Line::Event(one), Line::Event(other)) => one != other,
            (Line::Kept(one), Line::Kept(other)) => one != other,
            (Line::Event(event), Line::Kept(kept)) | (Line::Kept(kept), Line::Event(event)) => {
                kept.event().is_some_and(|kept| kept != **event)
            }
        }
    }

    pub fn id(&self) -> Id {
        match self {
            Line::Event(event) => event.id,
            Line::Kept(kept) => kept.id,
        }
    }

    pub fn author(&self) -> &'a Arc<Author> {
        match self {
            Line::Event(event) => &event.author,
            Line::Kept(kept) => &kept.author,
        }
    }

    /// Its JSON, with what says who wrote it.
    pub fn text(&self, by: Json) -> String {
        match self {
            Line::Event(event) => text_of(wire(event, by)),
            Line::Kept(kept) => {
                let mut raw: Map<String, Json> = kept.raw.clone();
                raw.insert("by".to_owned(), by);
                text_of(raw)
            }
        }
    }
}

/// The authors, each once, in the order of first use.
#[derive(Default)]
struct Authors {
    list: Vec<Arc<Author>>,
    places: HashMap<Arc<Author>, usize>,
}

impl Authors {
    fn place(&mut self, author: &Arc<Author>) -> usize {
        *self.places.entry(author.clone()).or_insert_with(|| {
            self.list.push(author.clone());
            self.list.len() - 1
        })
    }
}

/// The cover, with the code of the events on it and to whom they are handed over.
fn exported(cover: &Cover, code: Version) -> String {
    let mut members = vec![
        ("at", text_of(cover.at)),
        ("by", author_text(&cover.by)),
        ("code", text_of(code.to_string())),
    ];
    let delivery = cover.delivery.iter().flat_map(Delivery::members);
    members.extend(delivery.map(|(key, value)| (key, text_of(value))));
    let members: Vec<String> =
        members.iter().map(|(key, value)| format!("\"{key}\":{value}")).collect();
    format!("{{{}}}", members.join(","))
}

fn author_text(author: &Author) -> String {
    text_of(WireAuthor::from(author))
}

fn wire(event: &Event, by: Json) -> WireEvent {
    WireEvent {
        id: event.id.to_string(),
        clock: event.clock,
        at: event.at,
        by,
        field: event.field.to_string(),
        value: event.value.to_json(),
        knew: event.knew.iter().map(Id::to_string).collect(),
        batch: (event.batch != event.id.seq).then_some(event.batch),
    }
}
