//! A case file read a piece at a time, so that a page can show how far it is and let go of it.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use serde_json::value::RawValue;

use super::authors::Authors;
use super::import::{Imported, Line, check_size, cover, envelope, line, newest, version_of};
use super::shared::SHARED;
use super::source::{Place, Source};
use super::wire::RawFile;
use super::{CLOCK_AHEAD, CaseId, Cover, Expected, ImportError, ImportErrorKind, Kept};
use crate::domain::case::{Id, Version};

/// A file that is being read.
pub struct Reading<'a> {
    source: Source<'a>,
    /// With its code; none in a file that many write to.
    cover: Option<(Cover, Option<Version>)>,
    authors: Authors<'a>,
    /// The case's identity as stated, and where.
    stated: (CaseId, &'a RawValue),
    rest: Rest<'a>,
    /// How many items of the list are read.
    read: usize,
    lines: Vec<Line>,
    /// Of the events in `lines` those that have more keys than are known.
    more: Vec<Kept>,
    /// Each event's place in `lines`.
    places: HashMap<Id, usize>,
}

/// What closes the list of a shared file, so that each event's line ends alike.
const CLOSING: &str = "null";

/// The events that are not read yet.
enum Rest<'a> {
    /// From this byte of the text, as long as it is written as the app does.
    From(usize),
    /// As a parser of the whole text found them.
    Listed { rest: std::vec::IntoIter<&'a RawValue>, all: usize },
}

/// What comes next in the list.
enum Next<'a> {
    Event(&'a RawValue),
    End,
    /// It is not written as the app does.
    Odd,
}

impl<'a> Reading<'a> {
    /// Reads all but the events.
    pub fn start(text: &'a str) -> Result<Reading<'a>, ImportError> {
        check_size(text.len())?;
        let source = Source { text: text.strip_prefix('\u{feff}').unwrap_or(text) };
        let (file, from) = match head(source.text) {
            Some((file, list)) => (file, Some(list + 1)),
            None => (envelope(source)?, None),
        };
        let is_shared = version_of(source, &file)? >= SHARED;
        let (cover, authors) = if is_shared {
            (None, Authors::each())
        } else {
            (Some(cover(source, &file)?), Authors::listed(source, file.authors)?)
        };
        let place = Place::of("case");
        let case = source.required(file.case, place, 0)?;
        let stated = (source.parsed(case, place, Expected::Id)?, case);
        let rest = match from {
            Some(from) => Rest::From(from),
            None => listed(source, &file, is_shared)?,
        };
        let (lines, more, places) = (Vec::new(), Vec::new(), HashMap::new());
        Ok(Reading { source, cover, authors, stated, rest, read: 0, lines, more, places })
    }

    /// How much of the text is read, in thousandths.
    pub fn progress(&self) -> usize {
        let (done, all) = match &self.rest {
            Rest::From(at) => (*at, self.source.text.len()),
            Rest::Listed { rest, all } => (all - rest.len(), *all),
        };
        done * 1_000 / all.max(1)
    }

    /// Reads so many events more; returns whether any are left.
    pub fn step(&mut self, most: usize) -> Result<bool, ImportError> {
        for _ in 0..most {
            let taken = match self.next() {
                Next::Event(raw) => self.take(raw),
                Next::End => return Ok(false),
                Next::Odd => Ok(false),
            };
            match (taken, &self.rest) {
                (Ok(true), _) => {}
                (Err(error), Rest::Listed { .. }) => return Err(error),
                // Where the whole list is known, so is what exactly is wrong.
                _ => {
                    let file = envelope(self.source)?;
                    self.rest = listed(self.source, &file, self.cover.is_none())?;
                    self.lines.clear();
                    self.more.clear();
                    self.places.clear();
                    self.read = 0;
                }
            }
        }
        Ok(true)
    }

    /// What the file held, when no events are left.
    pub fn finish(self) -> Result<Imported, ImportError> {
        let Reading { source, cover, stated: (case, raw), lines, more, .. } = self;
        match CaseId::first(lines.iter().map(|line| (line.clock(), line.id()))) {
            None => {
                let list = envelope(source)?.events.map_or(0, |list| source.offset(list));
                Err(source.error(ImportErrorKind::Empty, Place::of("events"), list))
            }
            Some(first) if first != case => {
                Err(source.wrong(Place::of("case"), raw, Expected::FirstEvent))
            }
            Some(_) => {
                let (cover, code) = cover.unwrap_or_else(|| (newest(&lines), None));
                let (mut events, mut kept) = (Vec::with_capacity(lines.len()), more);
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

    fn next(&mut self) -> Next<'a> {
        match &mut self.rest {
            Rest::Listed { rest, .. } => rest.next().map_or(Next::End, Next::Event),
            Rest::From(at) => {
                let text = self.source.text;
                let next = item(text, *at, self.read == 0);
                let highest = || self.lines.iter().map(Line::clock).max();
                match next {
                    Some((Some(raw), end)) => {
                        *at = end;
                        Next::Event(raw)
                    }
                    // How high a clock may be is known when all are counted.
                    Some((None, end))
                        if after(text, end, '}').map(|end| skip_blanks(text, end))
                            == Some(text.len())
                            && highest() <= Some(self.read as u64 + CLOCK_AHEAD) =>
                    {
                        Next::End
                    }
                    _ => Next::Odd,
                }
            }
        }
    }

    /// Takes in an event; one that is there twice word for word, as after a merge by lines, counts once.
    fn take(&mut self, raw: &'a RawValue) -> Result<bool, ImportError> {
        if self.cover.is_none() && raw.get() == CLOSING {
            return Ok(true);
        }
        let place = Place::item("events", self.read);
        let most = match &self.rest {
            // Looked at when all are counted.
            Rest::From(_) => usize::MAX,
            Rest::Listed { all, .. } => *all,
        };
        let (line, more) = line(self.source, raw, place, &mut self.authors, most)?;
        self.read += 1;
        let id = line.id();
        match self.places.entry(id) {
            Entry::Vacant(entry) => {
                entry.insert(self.lines.len());
                self.lines.push(line);
                self.more.extend(more);
            }
            Entry::Occupied(entry) if self.lines.get(*entry.get()) == Some(&line) => {
                // One of two may have it from a newer version of the app.
                match (self.more.iter_mut().find(|known| known.id == id), more) {
                    (Some(known), Some(more)) => known.add_keys(more),
                    (None, more) => self.more.extend(more),
                    (Some(_), None) => {}
                }
            }
            Entry::Occupied(_) => {
                let kind = ImportErrorKind::DuplicateId { id };
                return Err(self.source.error(kind, place.key("id"), self.source.offset(raw)));
            }
        }
        Ok(true)
    }
}

fn listed<'a>(
    source: Source<'a>,
    file: &RawFile<'a>,
    is_shared: bool,
) -> Result<Rest<'a>, ImportError> {
    let place = Place::of("events");
    let mut list: Vec<&RawValue> =
        source.read(source.required(file.events, place, 0)?, place, Expected::List)?;
    list.retain(|raw| !is_shared || raw.get() != CLOSING);
    Ok(Rest::Listed { all: list.len(), rest: list.into_iter() })
}

/// The keys before the list of events, and where that list begins, if each is there once and the list comes last.
fn head(text: &str) -> Option<(RawFile<'_>, usize)> {
    let mut file = RawFile::default();
    let mut at = after(text, 0, '{')?;
    loop {
        let start = after(text, at, '"')? - 1;
        let end = end_of_value(text, start)?;
        let value = skip_blanks(text, after(text, end, ':')?);
        let place = match text.get(start + 1..end - 1)? {
            "format" => &mut file.format,
            "version" => &mut file.version,
            "app" => &mut file.app,
            "case" => &mut file.case,
            "exported" => &mut file.exported,
            "authors" => &mut file.authors,
            "events" => return text[value..].starts_with('[').then_some((file, value)),
            // What is not known may come twice, but must be JSON.
            _ => &mut None,
        };
        let end = end_of_value(text, value)?;
        if place.replace(serde_json::from_str(text.get(value..end)?).ok()?).is_some() {
            return None;
        }
        at = after(text, end, ',')?;
    }
}

/// The next item of a list and where it ends, or where the list ends.
fn item(text: &str, at: usize, is_first: bool) -> Option<(Option<&RawValue>, usize)> {
    if let Some(end) = after(text, at, ']') {
        return Some((None, end));
    }
    let at = if is_first { at } else { after(text, at, ',')? };
    let start = skip_blanks(text, at);
    let end = end_of_value(text, start)?;
    Some((Some(serde_json::from_str(text.get(start..end)?).ok()?), end))
}

/// The place after a sign that stands here, blanks before it or not.
fn after(text: &str, at: usize, sign: char) -> Option<usize> {
    let at = skip_blanks(text, at);
    text[at..].starts_with(sign).then_some(at + sign.len_utf8())
}

fn skip_blanks(text: &str, at: usize) -> usize {
    let blanks = text.as_bytes()[at..].iter().take_while(|byte| b" \n\r\t".contains(byte));
    at + blanks.count()
}

/// Where a value that begins here ends, if it is one.
fn end_of_value(text: &str, at: usize) -> Option<usize> {
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    for (index, byte) in text.as_bytes().iter().enumerate().skip(at) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' if in_text && depth == 0 => return Some(index + 1),
            b'"' => in_text = !in_text,
            _ if in_text => {}
            b'{' | b'[' => depth += 1,
            b'}' | b']' | b',' if depth == 0 => return (index > at).then_some(index),
            b'}' | b']' => {
                depth -= 1;
                if depth == 0 {
                    return Some(index + 1);
                }
            }
            _ => {}
        }
    }
    None
}
