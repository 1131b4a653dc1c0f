//! Writes events as lines of a segment.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::number::{write, zigzag};
use super::{Context, HOLE, PLACEHOLDER, Shape};
use crate::domain::case::{Author, Event, Id, Value, Writer};
use crate::domain::exchange::export::text_of;
use crate::domain::exchange::wire::WireAuthor;

/// Events as a segment, in the order given.
pub fn encode(events: &[Event]) -> String {
    let mut encoder = Encoder::default();
    events.iter().map(|event| encoder.lines(event)).collect()
}

/// A segment being written: knows what its lines so far have defined.
#[derive(Clone, Debug, Default)]
pub struct Encoder {
    context: Context,
    writers: BTreeMap<Writer, u64>,
    authors: HashMap<Arc<Author>, u64>,
    shapes: BTreeMap<Shape, u64>,
}

impl Encoder {
    /// The lines that add an event to the segment.
    pub fn lines(&mut self, event: &Event) -> String {
        let mut lines = String::new();
        let mut line = String::new();
        self.header(event, &mut lines, &mut line);

        let mut ids = Vec::new();
        let field = event.field.map_ids(|id| {
            ids.push(id);
            PLACEHOLDER
        });
        let free = matches!(
            event.value,
            Value::Text(_) | Value::Count(_) | Value::Link(_) | Value::Day(_) | Value::Time(_)
        );
        let shape = Shape { field, value: (!free).then(|| event.value.clone()) };
        let number = self.shape(shape, &mut lines);
        write(&mut line, number);
        for (index, id) in ids.iter().enumerate() {
            self.id(*id, event.id, &mut lines, &mut line);
            if index == 0 {
                self.context.about = Some(*id);
            }
        }
        match &event.value {
            Value::Link(id) => self.id(*id, event.id, &mut lines, &mut line),
            Value::Text(text) => escape(text, &mut line),
            Value::Count(count) => write(&mut line, u64::from(*count)),
            Value::Day(day) => line.push_str(&day.to_string()),
            Value::Time(time) => line.push_str(&time.to_string()),
            Value::Nothing | Value::Flag(_) | Value::Word(_) => {}
        }
        lines.push_str(&line);
        lines.push('\n');
        lines
    }

    /// All of an event but its field and value, where it is not what the context leads to expect.
    fn header(&mut self, event: &Event, lines: &mut String, line: &mut String) {
        if self.context.next_id() != Some(event.id) {
            line.push('#');
            self.full_id(event.id, lines, line);
        }
        let step = event.clock.wrapping_sub(self.context.clock.wrapping_add(1));
        if step != 0 {
            line.push('^');
            write(line, step);
        }
        let delta = event.at.wrapping_sub(self.context.at);
        if delta != 0 {
            line.push('~');
            write(line, zigzag(delta));
        }
        if event.batch == event.id.seq {
            line.push('*');
        } else if event.batch != self.context.batch {
            line.push('&');
            write(line, u64::from(event.batch));
        }
        if self.context.author.as_ref() != Some(&event.author) {
            self.author(&event.author, lines, line);
        }
        for id in &event.knew {
            line.push('<');
            self.full_id(*id, lines, line);
        }
        self.context.id = Some(event.id);
        self.context.clock = event.clock;
        self.context.at = event.at;
        self.context.batch = event.batch;
        self.context.author = Some(event.author.clone());
    }

    /// An identity in a field or value: mostly that of the event itself or of what the last one was about.
    fn id(&mut self, id: Id, own: Id, lines: &mut String, line: &mut String) {
        if id == own {
            line.push(',');
        } else if self.context.about == Some(id) {
            line.push('.');
        } else {
            self.full_id(id, lines, line);
        }
    }

    fn full_id(&mut self, id: Id, lines: &mut String, line: &mut String) {
        let next = self.writers.len() as u64;
        let number = *self.writers.entry(id.writer).or_insert_with(|| {
            *lines += &format!("%{}\n", id.writer);
            next
        });
        write(line, number);
        write(line, u64::from(id.seq));
    }

    fn author(&mut self, author: &Arc<Author>, lines: &mut String, line: &mut String) {
        let next = self.authors.len() as u64;
        let number = *self.authors.entry(author.clone()).or_insert_with(|| {
            *lines += &format!("@{}\n", text_of(WireAuthor::from(&**author)));
            next
        });
        line.push('=');
        write(line, number);
    }

    fn shape(&mut self, shape: Shape, lines: &mut String) -> u64 {
        if let Some(number) = self.shapes.get(&shape) {
            return *number;
        }
        let path = shape.field.to_string().replace(&PLACEHOLDER.to_string(), HOLE);
        let value = shape.value.as_ref().map(|value| format!("={}", value.to_json()));
        *lines += &format!(":{path}{}\n", value.unwrap_or_default());
        let number = self.shapes.len() as u64;
        self.shapes.insert(shape, number);
        number
    }
}

/// A text on one line.
fn escape(text: &str, line: &mut String) {
    for c in text.chars() {
        match c {
            '\n' => line.push_str("\\n"),
            '\\' => line.push_str("\\\\"),
            c => line.push(c),
        }
    }
}
