//! Reads a segment back, as far as it can be read.

use std::sync::Arc;

use serde_json::Value as Json;

use super::number::{take, unzigzag};
use super::{Context, HOLE, PLACEHOLDER, Shape};
use crate::domain::case::{Author, Event, Field, Id, Value, ValueKind, Writer};
use crate::domain::exchange::LAST_CLOCK;
use crate::domain::exchange::wire::author_of;
use crate::domain::time::{Day, LAST_MOMENT, LocalTime};

/// A segment that cannot be read wholly: a line is damaged, it ends within one, or a newer version of the app wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadSegment {
    /// The events that can be read: those before a damaged line, and all but those of fields that are not known here.
    pub good: Vec<Event>,
    /// The first line that cannot be read, from 1.
    pub line: usize,
}

/// The events of a segment.
pub fn decode(text: &str) -> Result<Vec<Event>, BadSegment> {
    let mut decoder = Decoder::default();
    let mut events = Vec::new();
    let mut newer = None;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        // A line without its end was cut short: what is left of it may read as something else.
        match line.strip_suffix('\n').and_then(|line| decoder.line(line)) {
            Some(Line::Event(event)) => events.push(event),
            Some(Line::Newer) => newer = newer.or(Some(index + 1)),
            Some(Line::Definition) => {}
            None => return Err(BadSegment { good: events, line: newer.unwrap_or(index + 1) }),
        }
    }
    match newer {
        Some(line) => Err(BadSegment { good: events, line }),
        None => Ok(events),
    }
}

enum Line {
    Event(Event),
    /// An event whose field or value only a newer version of the app knows.
    Newer,
    Definition,
}

#[derive(Clone)]
enum Defined {
    Shape(Shape),
    /// Of a newer version of the app; what follows it can be read, as its identities can be counted.
    Newer {
        ids: usize,
    },
}

/// A segment being read: what its lines so far have defined.
#[derive(Default)]
struct Decoder {
    context: Context,
    writers: Vec<Writer>,
    authors: Vec<Arc<Author>>,
    shapes: Vec<Defined>,
}

impl Decoder {
    fn line(&mut self, line: &str) -> Option<Line> {
        if let Some(writer) = line.strip_prefix('%') {
            self.writers.push(writer.parse().ok()?);
        } else if let Some(author) = line.strip_prefix('@') {
            let author = author_of(&serde_json::from_str(author).ok()?).ok()?;
            self.authors.push(Arc::new(author));
        } else if let Some(shape) = line.strip_prefix(':') {
            self.shapes.push(read_shape(shape)?);
        } else {
            return self.event(line);
        }
        Some(Line::Definition)
    }

    fn event(&mut self, line: &str) -> Option<Line> {
        let mut rest = line;
        let (knew, starts_batch) = self.header(&mut rest)?;
        let id = self.context.id?;
        if starts_batch {
            self.context.batch = id.seq;
        }
        let number = usize::try_from(take(&mut rest)?).ok()?;
        let shape = match self.shapes.get(number)?.clone() {
            Defined::Shape(shape) => shape,
            Defined::Newer { ids } => return self.newer(id, ids, rest),
        };
        let mut about = None;
        let mut whole = true;
        let field = shape.field.map_ids(|hole| match self.id(id, about, &mut rest) {
            Some(id) => {
                about = about.or(Some(id));
                id
            }
            None => {
                whole = false;
                hole
            }
        });
        if about.is_some() {
            self.context.about = about;
        }
        let value = match shape.value {
            Some(value) if rest.is_empty() => value,
            Some(_) => return None,
            None => self.value(field.kind(), id, rest)?,
        };
        let author = self.context.author.clone()?;
        let Context { clock, at, batch, .. } = self.context;
        // What import would refuse is refused here too: otherwise an export of it could not be read.
        let in_bounds = (1..=LAST_CLOCK).contains(&clock)
            && (0..=LAST_MOMENT).contains(&at)
            && (1..=id.seq).contains(&batch);
        whole &= in_bounds;
        let event = Event { id, clock, at, author, field, value, knew, batch };
        whole.then_some(Line::Event(event))
    }

    /// Goes past an event that is not known here: those after it may name what it is about.
    fn newer(&mut self, own: Id, ids: usize, mut rest: &str) -> Option<Line> {
        let mut about = None;
        for _ in 0..ids {
            let id = self.id(own, about, &mut rest)?;
            about = about.or(Some(id));
        }
        self.context.about = about.or(self.context.about);
        Some(Line::Newer)
    }

    /// Takes what stands before the shape; gives what the event knew and whether it begins a batch.
    fn header(&mut self, rest: &mut &str) -> Option<(Vec<Id>, bool)> {
        let mut knew = Vec::new();
        let mut starts_batch = false;
        let mut id = self.context.next_id();
        self.context.clock = self.context.clock.wrapping_add(1);
        while let Some(mark @ ('#' | '^' | '~' | '*' | '&' | '=' | '<')) = rest.chars().next() {
            *rest = rest.get(1..)?;
            match mark {
                '#' => id = Some(self.full_id(rest)?),
                '^' => self.context.clock = self.context.clock.wrapping_add(take(rest)?),
                '~' => self.context.at = self.context.at.wrapping_add(unzigzag(take(rest)?)),
                '*' => starts_batch = true,
                '&' => self.context.batch = u32::try_from(take(rest)?).ok()?,
                '=' => {
                    let number = usize::try_from(take(rest)?).ok()?;
                    self.context.author = Some(self.authors.get(number)?.clone());
                }
                _ => knew.push(self.full_id(rest)?),
            }
        }
        self.context.id = Some(id?);
        Some((knew, starts_batch))
    }

    /// An identity; `about` is the first of this event's field, if it is read already.
    fn id(&self, own: Id, about: Option<Id>, rest: &mut &str) -> Option<Id> {
        match rest.chars().next()? {
            ',' => {
                *rest = rest.get(1..)?;
                Some(own)
            }
            '.' => {
                *rest = rest.get(1..)?;
                about.or(self.context.about)
            }
            _ => self.full_id(rest),
        }
    }

    fn full_id(&self, rest: &mut &str) -> Option<Id> {
        let writer = *self.writers.get(usize::try_from(take(rest)?).ok()?)?;
        let seq = u32::try_from(take(rest)?).ok().filter(|seq| *seq > 0)?;
        Some(writer.id(seq))
    }

    fn value(&self, kind: ValueKind, own: Id, text: &str) -> Option<Value> {
        let mut rest = text;
        let value = match kind {
            ValueKind::Text => {
                rest = "";
                Value::text(unescape(text)?)
            }
            ValueKind::Count => Value::Count(u32::try_from(take(&mut rest)?).ok()?),
            ValueKind::Link(_) => Value::Link(self.id(own, None, &mut rest)?),
            ValueKind::Day => Value::Day(Day::parse(std::mem::take(&mut rest))?),
            ValueKind::Time => Value::Time(LocalTime::parse(std::mem::take(&mut rest))?),
            ValueKind::Flag | ValueKind::Word(_) => return None,
        };
        (rest.is_empty() && kind.accepts(&value)).then_some(value)
    }
}

fn read_shape(text: &str) -> Option<Defined> {
    let (path, value) = match text.split_once('=') {
        Some((path, value)) => (path, Some(value)),
        None => (text, None),
    };
    let json = value.map(serde_json::from_str::<Json>).transpose().ok()?;
    let is_path = |path: &str| {
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        path.split('/').all(|part| {
            part == HOLE || !part.is_empty() && part.replace(HOLE, "").chars().all(is_part)
        })
    };
    let known = || {
        let field: Field = path.replace(HOLE, &PLACEHOLDER.to_string()).parse().ok()?;
        let value = json.as_ref().map(|json| field.kind().read(json)).transpose().ok()?;
        Some(Defined::Shape(Shape { field, value }))
    };
    let newer = || Defined::Newer { ids: path.matches(HOLE).count() };
    known().or_else(|| (path.contains('/') && is_path(path)).then(newer))
}

fn unescape(text: &str) -> Option<String> {
    if !text.contains('\\') {
        return Some(text.to_owned());
    }
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        plain.push(match c {
            '\\' => match chars.next()? {
                'n' => '\n',
                '\\' => '\\',
                _ => return None,
            },
            c => c,
        });
    }
    Some(plain)
}
