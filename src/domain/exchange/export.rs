//! Writes a case file: the same set of events and the same cover give the same bytes.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Serialize;
use serde_json::{Map, Value as Json};

use super::wire::{WireAuthor, WireEvent};
use super::{CaseId, Cover, Delivery, FORMAT, Kept, VERSION, summary};
use crate::domain::case::{Author, CaseFile, Event, Id, Version};
use crate::domain::sorting::{id_key, sort_by_numbers};

/// The case file of a case: `kept` are its events that this version of the app does not know.
pub fn export(file: &CaseFile, kept: &[Kept], cover: &Cover) -> String {
    let mut lines: Vec<Line> = file.log().events().map(Line::Event).collect();
    lines.extend(kept.iter().map(Line::Kept));
    sort_by_numbers(&mut lines, |line| id_key(0, line.id()));
    lines.dedup_by_key(|line| line.id());
    let mut authors = Authors::default();
    let events: Vec<String> = lines.iter().map(|line| line.text(&mut authors)).collect();
    let authors: Vec<String> = authors.list.iter().map(|author| author_text(author)).collect();

    let exported = exported(cover, Version::of_ids(lines.iter().map(Line::id)));
    let members = [
        ("format", text_of(FORMAT)),
        ("version", text_of(VERSION)),
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

enum Line<'a> {
    Event(&'a Event),
    Kept(&'a Kept),
}

impl Line<'_> {
    fn id(&self) -> Id {
        match self {
            Line::Event(event) => event.id,
            Line::Kept(kept) => kept.id,
        }
    }

    fn text(&self, authors: &mut Authors) -> String {
        match self {
            Line::Event(event) => text_of(wire(event, authors.place(&event.author))),
            Line::Kept(kept) => {
                let mut raw: Map<String, Json> = kept.raw.clone();
                raw.insert("by".to_owned(), Json::from(authors.place(&kept.author)));
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

fn wire(event: &Event, by: usize) -> WireEvent {
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
