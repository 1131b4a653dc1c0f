//! A pen: what a writer needs to add events — its identity, its count and who holds it.

use std::sync::Arc;

use super::{Author, Event, Field, Id, Log, Value, Writer};
use crate::domain::time::LAST_MOMENT;

/// Writes events under one writer's identity.
#[derive(Clone, Debug)]
pub struct Pen {
    writer: Writer,
    next: u32,
    pub author: Arc<Author>,
}

impl Pen {
    /// A pen for a writer that has written nothing yet.
    pub fn new(writer: Writer, author: Author) -> Pen {
        Pen { writer, next: 1, author: Arc::new(author) }
    }

    /// The writer whose events these are.
    pub fn writer(&self) -> Writer {
        self.writer
    }

    /// The identity of the next event; what it creates will have it as its own.
    pub fn next_id(&self) -> Id {
        self.writer.id(self.next)
    }

    /// Goes on after the writer's highest number in a log, so that no event of it is written twice.
    ///
    /// A writer whose numbers are used up, as only a made-up file can bring about, goes on under another identity.
    pub fn resume(&mut self, log: &Log) {
        while let Some(last) = log.last_of(self.writer) {
            match last.checked_add(1) {
                Some(next) => {
                    self.next = self.next.max(next);
                    return;
                }
                None => {
                    self.writer = self.writer.successor();
                    self.next = 1;
                }
            }
        }
    }

    /// The event that sets a field now, as the first of its group or in the group `batch`.
    pub fn event(
        &mut self,
        log: &Log,
        field: Field,
        value: Value,
        at: i64,
        batch: Option<u32>,
    ) -> Event {
        let id = self.next_id();
        self.next = self.next.saturating_add(1);
        let knew = log.known_for(field, &value);
        let clock = log.clock().saturating_add(1);
        // A computer whose clock is wildly off still writes what others can read.
        let at = at.clamp(0, LAST_MOMENT);
        let batch = batch.unwrap_or(id.seq);
        Event { id, clock, at, author: self.author.clone(), field, value, knew, batch }
    }
}
