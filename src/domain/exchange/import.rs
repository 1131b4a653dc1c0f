//! Reads a case file, or says what is wrong with it and where.

use std::borrow::Cow;
use std::collections::HashSet;
use std::str::FromStr;
use std::sync::Arc;

use serde::de::IgnoredAny;
use serde_json::value::RawValue;
use serde_json::{Map, Value as Json};

use super::authors::{Authors, read_author};
use super::reading::Reading;
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
    /// What a newer version wrote: events that cannot be applied here, and those that can but have keys that are not
    /// known. To be stored and exported again.
    pub kept: Vec<Kept>,
}

impl Imported {
    /// The identities of all its events, each once.
    pub fn ids(&self) -> impl Iterator<Item = Id> + '_ {
        let own = self.events.iter().map(|event| event.id);
        // One with keys that are not known is among both.
        let known: HashSet<Id> =
            if self.kept.is_empty() { HashSet::new() } else { own.clone().collect() };
        let kept = self.kept.iter().map(|kept| kept.id);
        own.chain(kept.filter(move |id| !known.contains(id)))
    }
}

/// Reads a case file as it comes from a disk.
pub fn import_bytes(bytes: &[u8]) -> Result<Imported, ImportError> {
    text_of_bytes(bytes).and_then(|text| import(&text))
}

/// A file's bytes as text, to be read with [`Reading`].
pub fn text_of_bytes(bytes: &[u8]) -> Result<Cow<'_, str>, ImportError> {
    check_size(bytes.len())?;
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(without_markers(text)),
        Err(error) => {
            let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            let source = Source { text: &before };
            Err(source.error(ImportErrorKind::NotText, Place::ROOT, before.len()))
        }
    }
}

/// Reads a case file.
pub fn import(text: &str) -> Result<Imported, ImportError> {
    let text = without_markers(text);
    let mut reading = Reading::start(&text)?;
    while reading.step(usize::MAX)? {}
    reading.finish()
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
pub(super) fn newest(lines: &[Line]) -> Cover {
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
pub(super) enum Line {
    Event(Event),
    Kept(Kept),
}

impl Line {
    pub fn id(&self) -> Id {
        match self {
            Line::Event(event) => event.id,
            Line::Kept(kept) => kept.id,
        }
    }

    pub fn clock(&self) -> u64 {
        match self {
            Line::Event(event) => event.clock,
            Line::Kept(kept) => kept.clock,
        }
    }
}

/// Refuses a file that is larger than any the app reads.
pub fn check_size(bytes: usize) -> Result<(), ImportError> {
    let kind = ImportErrorKind::TooLarge { most: LARGEST_FILE };
    let error = ImportError { kind, line: None, column: None, path: None };
    if bytes <= LARGEST_FILE { Ok(()) } else { Err(error) }
}

pub(super) fn envelope(source: Source<'_>) -> Result<RawFile<'_>, ImportError> {
    // A list would be taken for an object with its keys in order.
    if !source.text.trim_start().starts_with('{') {
        serde_json::from_str::<IgnoredAny>(source.text).map_err(|error| source.broken(&error))?;
        return Err(source.error(ImportErrorKind::NotACaseFile, Place::ROOT, 0));
    }
    let file: RawFile = serde_json::from_str(source.text).map_err(|error| source.broken(&error))?;
    Ok(file)
}

/// The version of a case file, if it is one that can be read.
pub(super) fn version_of<'a>(source: Source<'a>, file: &RawFile<'a>) -> Result<u64, ImportError> {
    let format = file.format.map(|raw| serde_json::from_str::<String>(raw.get()));
    if !matches!(format, Some(Ok(format)) if format == FORMAT) {
        return Err(source.error(ImportErrorKind::NotACaseFile, Place::ROOT, 0));
    }
    let place = Place::of("version");
    let raw = source.required(file.version, place, 0)?;
    match source.read(raw, place, Expected::Version)? {
        0 => Err(source.wrong(place, raw, Expected::Version)),
        version @ 1..=VERSION => Ok(version),
        version => {
            let kind = ImportErrorKind::NewerFormat { version };
            Err(source.error(kind, place, source.offset(raw)))
        }
    }
}

pub(super) fn cover<'a>(
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

pub(super) fn line<'a>(
    source: Source<'a>,
    raw: &'a RawValue,
    place: Place,
    authors: &mut Authors<'a>,
    most: usize,
) -> Result<(Line, Option<Kept>), ImportError> {
    let wire: RawEvent = source.object(raw, place)?;
    let start = source.offset(raw);
    let part = |part, key| source.required(part, place.key(key), start);

    let id: Id = source.parsed(part(wire.id, "id")?, place.key("id"), Expected::Id)?;
    let clock = clock(source, part(wire.clock, "clock")?, place.key("clock"), most)?;
    let at = source.moment(part(wire.at, "at")?, place.key("at"))?;
    let author = authors.read(source, part(wire.by, "by")?, place.key("by"))?;
    let knew = wire.knew.map(|knew| source.ids(knew, place.key("knew")));
    let knew = knew.transpose()?.unwrap_or_default();
    let batch = wire.batch.map(|raw| batch(source, raw, place.key("batch"), id));
    let batch = batch.transpose()?.unwrap_or(id.seq);
    let field = source.text(part(wire.field, "field")?, place.key("field"))?;
    let json = part(wire.value, "value")?;

    let kept = |author: &Arc<Author>| -> Result<Kept, ImportError> {
        let mut raw: Map<String, Json> = source.object(raw, place)?;
        raw.remove("by");
        Ok(Kept { id, clock, author: author.clone(), raw })
    };
    let Ok(field) = Field::from_str(&field) else {
        return Ok((Line::Kept(kept(&author)?), None));
    };
    let value = value(source, json, place.key("value"), field.kind())?;
    // What the app writes has no blanks: then the length tells whether there is more than what was read.
    let more = if wire.length() < raw.get().len() { Some(kept(&author)?) } else { None };
    let more = more.filter(Kept::has_more_keys);
    Ok((Line::Event(Event { id, clock, at, author, field, value, knew, batch }), more))
}

fn clock<'a>(
    source: Source<'a>,
    raw: &'a RawValue,
    place: Place,
    most: usize,
) -> Result<u64, ImportError> {
    let last = (most as u64).saturating_add(CLOCK_AHEAD);
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
