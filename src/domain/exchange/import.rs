//! Reads a case file, or says what is wrong with it and where.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::str::FromStr;

use serde::de::IgnoredAny;
use serde_json::value::RawValue;
use serde_json::{Map, Value as Json};

use super::authors::{Authors, read_author};
use super::shared::SHARED;
use super::source::{Place, Source};
use super::wire::{RawEvent, RawExported, RawFile};
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
    let text = without_markers(text.strip_prefix('\u{feff}').unwrap_or(text));
    let source = Source { text: &text };
    let (file, version) = envelope(source)?;
    let is_shared = version >= SHARED;
    let mut authors = match is_shared {
        true => Authors::each(),
        false => Authors::listed(source, file.authors)?,
    };
    let cover = if is_shared { None } else { Some(cover(source, &file)?) };
    let place = Place::of("case");
    let case_text = source.required(file.case, place, 0)?;
    let case: CaseId = source.parsed(case_text, place, Expected::Id)?;

    let list = source.required(file.events, Place::of("events"), 0)?;
    let mut raws: Vec<&RawValue> = source.read(list, Place::of("events"), Expected::List)?;
    if is_shared {
        // What closes the list, so that each event's line ends alike.
        raws.retain(|raw| raw.get() != "null");
    }
    let lines = lines(source, raws, &mut authors)?;
    match CaseId::first(lines.iter().map(|line| (line.clock(), line.id()))) {
        None => {
            let offset = source.offset(list);
            Err(source.error(ImportErrorKind::Empty, Place::of("events"), offset))
        }
        Some(first) if first != case => Err(source.wrong(place, case_text, Expected::FirstEvent)),
        Some(_) => {
            let (cover, code) = cover.unwrap_or_else(|| (newest(&lines), None));
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

/// The text without the marks that a version control system puts where it could not merge: both sides stay.
///
/// Only between the lines of a shared file is what is left whole; elsewhere it is refused. Line numbers stay.
fn without_markers(text: &str) -> Cow<'_, str> {
    const MARKERS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];
    if !text.contains("\n<<<<<<<") {
        return Cow::Borrowed(text);
    }
    let is_marker = |line: &&str| MARKERS.iter().any(|marker| line.starts_with(marker));
    let lines = text.split('\n').map(|line| if is_marker(&line) { "" } else { line });
    Cow::Owned(lines.collect::<Vec<_>>().join("\n"))
}

/// What stands for the cover of a file that nobody exported: when and by whom its newest event is.
fn newest(lines: &[Line]) -> Cover {
    let newest = lines.iter().max_by_key(|line| (line.clock(), line.id()));
    let (at, by) = match newest {
        Some(Line::Event(event)) => (event.at, (*event.author).clone()),
        Some(Line::Kept(kept)) => {
            let at = kept.raw.get("at").and_then(Json::as_i64);
            (at.unwrap_or_default(), (*kept.author).clone())
        }
        None => (0, Author::default()),
    };
    Cover { app: String::new(), at, by, delivery: None }
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

fn envelope(source: Source<'_>) -> Result<(RawFile<'_>, u64), ImportError> {
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
        version @ 1..=VERSION => Ok((file, version)),
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
        by: read_author(source, by, Place::of("exported.by"))?,
        delivery: Delivery::read(&more),
    };
    Ok((cover, code))
}

/// Reads the events; one that is there twice word for word, as after a merge by lines, counts once.
fn lines<'a>(
    source: Source<'a>,
    raws: Vec<&'a RawValue>,
    authors: &mut Authors<'a>,
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
    authors: &mut Authors<'a>,
    last_clock: u64,
) -> Result<Line, ImportError> {
    let wire: RawEvent = source.object(raw, place)?;
    let start = source.offset(raw);
    let part = |part, key| source.required(part, place.key(key), start);

    let id: Id = source.parsed(part(wire.id, "id")?, place.key("id"), Expected::Id)?;
    let clock = clock(source, part(wire.clock, "clock")?, place.key("clock"), last_clock)?;
    let at = source.moment(part(wire.at, "at")?, place.key("at"))?;
    let author = authors.read(source, part(wire.by, "by")?, place.key("by"))?;
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
