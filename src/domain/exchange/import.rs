//! Reads a case file, or says what is wrong with it and where.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::str::FromStr;
use std::sync::Arc;

use serde::de::IgnoredAny;
use serde_json::value::RawValue;
use serde_json::{Map, Value as Json};

use super::source::{Place, Source};
use super::wire::{RawEvent, RawExported, RawFile, author_of};
use super::{
    CLOCK_AHEAD, CaseId, Cover, Delivery, Expected, FORMAT, ImportError, ImportErrorKind, Kept,
    LARGEST_FILE, VERSION,
};
use crate::domain::case::{Author, Event, Field, Id, LONGEST_TEXT, Value, ValueKind, Version};

/// What a file held.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    pub case: CaseId,
    pub cover: Cover,
    /// The version code on the cover; none in files of older versions of the app, or where it is no code.
    pub code: Option<Version>,
    /// The events, in the order of the file, each once.
    pub events: Vec<Event>,
    /// Events of a newer version, to be stored and exported again.
    pub kept: Vec<Kept>,
}

impl Imported {
    /// The identities of all its events, each once.
    pub fn ids(&self) -> impl Iterator<Item = Id> + '_ {
        let events = self.events.iter().map(|event| event.id);
        events.chain(self.kept.iter().map(|kept| kept.id))
    }
}

/// Reads a case file as it comes from a disk.
pub fn import_bytes(bytes: &[u8]) -> Result<Imported, ImportError> {
    check_size(bytes.len())?;
    match std::str::from_utf8(bytes) {
        Ok(text) => import(text),
        Err(error) => {
            let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            let source = Source { text: &before };
            Err(source.error(ImportErrorKind::NotText, Place::ROOT, before.len()))
        }
    }
}

/// Reads a case file.
pub fn import(text: &str) -> Result<Imported, ImportError> {
    check_size(text.len())?;
    let source = Source { text: text.strip_prefix('\u{feff}').unwrap_or(text) };
    let file = envelope(source)?;
    let (cover, code) = cover(source, &file)?;
    let authors = authors(source, file.authors)?;
    let place = Place::of("case");
    let case_text = source.required(file.case, place, 0)?;
    let case: CaseId = source.parsed(case_text, place, Expected::Id)?;

    let list = source.required(file.events, Place::of("events"), 0)?;
    let raws: Vec<&RawValue> = source.read(list, Place::of("events"), Expected::List)?;
    let lines = lines(source, raws, &authors)?;
    match CaseId::first(lines.iter().map(|line| (line.clock(), line.id()))) {
        None => {
            let offset = source.offset(list);
            Err(source.error(ImportErrorKind::Empty, Place::of("events"), offset))
        }
        Some(first) if first != case => Err(source.wrong(place, case_text, Expected::FirstEvent)),
        Some(_) => {
            let (mut events, mut kept) = (Vec::with_capacity(lines.len()), Vec::new());
            for line in lines {
                match line {
                    Line::Event(event) => events.push(event),
                    Line::Kept(line) => kept.push(line),
                }
            }
            Ok(Imported { case, cover, code, events, kept })
        }
    }
}

/// A line of the list of events.
#[derive(PartialEq)]
enum Line {
    Event(Event),
    Kept(Kept),
}

impl Line {
    fn id(&self) -> Id {
        match self {
            Line::Event(event) => event.id,
            Line::Kept(kept) => kept.id,
        }
    }

    fn clock(&self) -> u64 {
        match self {
            Line::Event(event) => event.clock,
            Line::Kept(kept) => kept.clock,
        }
    }
}

fn check_size(bytes: usize) -> Result<(), ImportError> {
    let kind = ImportErrorKind::TooLarge { most: LARGEST_FILE };
    let error = ImportError { kind, line: None, column: None, path: None };
    if bytes <= LARGEST_FILE { Ok(()) } else { Err(error) }
}

fn envelope(source: Source<'_>) -> Result<RawFile<'_>, ImportError> {
    // A list would be taken for an object with its keys in order.
    if !source.text.trim_start().starts_with('{') {
        serde_json::from_str::<IgnoredAny>(source.text).map_err(|error| source.broken(&error))?;
        return Err(source.error(ImportErrorKind::NotACaseFile, Place::ROOT, 0));
    }
    let file: RawFile = serde_json::from_str(source.text).map_err(|error| source.broken(&error))?;
    let format = file.format.map(|raw| serde_json::from_str::<String>(raw.get()));
    if !matches!(format, Some(Ok(format)) if format == FORMAT) {
        return Err(source.error(ImportErrorKind::NotACaseFile, Place::ROOT, 0));
    }
    let place = Place::of("version");
    let raw = source.required(file.version, place, 0)?;
    match source.read(raw, place, Expected::Version)? {
        0 => Err(source.wrong(place, raw, Expected::Version)),
        1..=VERSION => Ok(file),
        version => {
            let kind = ImportErrorKind::NewerFormat { version };
            Err(source.error(kind, place, source.offset(raw)))
        }
    }
}

fn cover<'a>(
    source: Source<'a>,
    file: &RawFile<'a>,
) -> Result<(Cover, Option<Version>), ImportError> {
    let app = source.required(file.app, Place::of("app"), 0)?;
    let place = Place::of("exported");
    let raw = source.required(file.exported, place, 0)?;
    let exported: RawExported = source.object(raw, place)?;
    let at = source.required(exported.at, place.key("at"), source.offset(raw))?;
    let by = source.required(exported.by, place.key("by"), source.offset(raw))?;
    // What was added to the cover later is no reason to refuse a file.
    let more: Map<String, Json> = serde_json::from_str(raw.get()).unwrap_or_default();
    let code = more.get("code").and_then(Json::as_str).and_then(|code| Version::parse(code).ok());
    let cover = Cover {
        app: source.text(app, Place::of("app"))?,
        at: source.moment(at, place.key("at"))?,
        by: author(source, by, Place::of("exported.by"))?,
        delivery: Delivery::read(&more),
    };
    Ok((cover, code))
}

fn authors<'a>(
    source: Source<'a>,
    raw: Option<&'a RawValue>,
) -> Result<Vec<Arc<Author>>, ImportError> {
    let place = Place::of("authors");
    let list: Vec<&RawValue> =
        source.read(source.required(raw, place, 0)?, place, Expected::List)?;
    let author = |(index, raw)| author(source, raw, Place::item("authors", index)).map(Arc::new);
    list.into_iter().enumerate().map(author).collect()
}

fn author<'a>(source: Source<'a>, raw: &'a RawValue, place: Place) -> Result<Author, ImportError> {
    let json: Json = source.read(raw, place, Expected::Object)?;
    let author =
        author_of(&json).map_err(|(key, expected)| source.wrong(place.key(key), raw, expected))?;
    let texts = [&author.name, &author.initials, &author.organisation];
    if texts.iter().any(|text| text.chars().count() > LONGEST_TEXT) {
        return Err(source.too_long(place, raw));
    }
    Ok(author)
}

/// Reads the events; one that is there twice word for word, as after a merge by lines, counts once.
fn lines<'a>(
    source: Source<'a>,
    raws: Vec<&'a RawValue>,
    authors: &[Arc<Author>],
) -> Result<Vec<Line>, ImportError> {
    let mut lines: Vec<Line> = Vec::with_capacity(raws.len());
    let mut places = HashMap::with_capacity(raws.len());
    let last_clock = raws.len() as u64 + CLOCK_AHEAD;
    for (index, raw) in raws.into_iter().enumerate() {
        let place = Place::item("events", index);
        let line = line(source, raw, place, authors, last_clock)?;
        let id = line.id();
        match places.entry(id) {
            Entry::Vacant(entry) => {
                entry.insert(lines.len());
                lines.push(line);
            }
            Entry::Occupied(entry) if lines.get(*entry.get()) == Some(&line) => {}
            Entry::Occupied(_) => {
                let kind = ImportErrorKind::DuplicateId { id };
                return Err(source.error(kind, place.key("id"), source.offset(raw)));
            }
        }
    }
    Ok(lines)
}

fn line<'a>(
    source: Source<'a>,
    raw: &'a RawValue,
    place: Place,
    authors: &[Arc<Author>],
    last_clock: u64,
) -> Result<Line, ImportError> {
    let wire: RawEvent = source.object(raw, place)?;
    let start = source.offset(raw);
    let part = |part, key| source.required(part, place.key(key), start);

    let id: Id = source.parsed(part(wire.id, "id")?, place.key("id"), Expected::Id)?;
    let clock = clock(source, part(wire.clock, "clock")?, place.key("clock"), last_clock)?;
    let at = source.moment(part(wire.at, "at")?, place.key("at"))?;
    let by = part(wire.by, "by")?;
    let expected = Expected::Author { count: authors.len() };
    let author = authors.get(source.read::<usize>(by, place.key("by"), expected)?).cloned();
    let author = author.ok_or_else(|| source.wrong(place.key("by"), by, expected))?;
    let knew = wire.knew.map(|knew| source.ids(knew, place.key("knew")));
    let knew = knew.transpose()?.unwrap_or_default();
    let batch = wire.batch.map(|raw| batch(source, raw, place.key("batch"), id));
    let batch = batch.transpose()?.unwrap_or(id.seq);
    let field = source.text(part(wire.field, "field")?, place.key("field"))?;
    let json = part(wire.value, "value")?;

    let Ok(field) = Field::from_str(&field) else {
        let mut raw: Map<String, Json> = source.object(raw, place)?;
        raw.remove("by");
        return Ok(Line::Kept(Kept { id, clock, author, raw }));
    };
    let value = value(source, json, place.key("value"), field.kind())?;
    Ok(Line::Event(Event { id, clock, at, author, field, value, knew, batch }))
}

fn clock<'a>(
    source: Source<'a>,
    raw: &'a RawValue,
    place: Place,
    last: u64,
) -> Result<u64, ImportError> {
    let expected = Expected::Clock { last };
    let clock = source.read(raw, place, expected)?;
    let fits = (1..=last).contains(&clock);
    fits.then_some(clock).ok_or_else(|| source.wrong(place, raw, expected))
}

fn batch<'a>(
    source: Source<'a>,
    raw: &'a RawValue,
    place: Place,
    id: Id,
) -> Result<u32, ImportError> {
    let expected = Expected::Batch { last: id.seq };
    let batch = source.read(raw, place, expected)?;
    let fits = (1..=id.seq).contains(&batch);
    fits.then_some(batch).ok_or_else(|| source.wrong(place, raw, expected))
}

fn value<'a>(
    source: Source<'a>,
    raw: &'a RawValue,
    place: Place,
    kind: ValueKind,
) -> Result<Value, ImportError> {
    let json: Json = source.read(raw, place, Expected::Value(kind))?;
    kind.read(&json).map_err(|unfit| match (kind, &json) {
        (ValueKind::Text, Json::String(text)) if text.chars().count() > LONGEST_TEXT => {
            source.too_long(place, raw)
        }
        _ => source.wrong(place, raw, Expected::Value(unfit.expected)),
    })
}
