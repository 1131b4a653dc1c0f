//! The segments this tab is writing: events are appended to the last one, and what was refused is tried again.

use std::cell::RefCell;
use std::collections::HashMap;

use super::{Saved, place, segment_key};
use crate::domain::case::{Event, Id, Writer};
use crate::domain::exchange::segment;
use crate::web::clock;

/// A segment longer than this gets no more events; the next one is begun.
const FULL: usize = 1_800;

struct Tail {
    key: String,
    /// All its events, those too that are not stored yet.
    events: Vec<Event>,
    number: u32,
    stored: bool,
}

thread_local! {
    /// This tab's unfinished segment of each case and writer.
    static TAILS: RefCell<HashMap<(Id, Writer), Tail>> = RefCell::default();
    /// This tab, in the keys of its segments.
    static TAB: Writer = clock::new_writer();
}

/// This tab, as its keys name it.
pub fn this_tab() -> Writer {
    TAB.with(|tab| *tab)
}

/// Adds events to a case's segments of this tab, and tries again what the storage refused before.
pub fn append(case: Id, events: &[Event]) -> Saved {
    TAILS.with_borrow_mut(|tails| {
        for event in events {
            let writer = event.id.writer;
            let tail = tails.entry((case, writer)).or_insert_with(|| Tail::new(case, writer));
            tail.events.push(event.clone());
            tail.stored = false;
        }
        let own = tails.iter_mut().filter(|((of, _), tail)| *of == case && !tail.stored);
        let results = own.map(|((case, writer), tail)| tail.save(*case, *writer));
        results.fold(Saved::if_lasting(), Saved::worse)
    })
}

/// Adds events of one writer that are written as a segment already: it becomes one, and costs no writing now.
pub fn append_segment(case: Id, events: &[Event], segment: &str) -> Saved {
    let Some(writer) = events.first().map(|event| event.id.writer) else {
        return append(case, events);
    };
    let saved = TAILS.with_borrow_mut(|tails| {
        let tail = tails.entry((case, writer)).or_insert_with(|| Tail::new(case, writer));
        // What was refused before goes first.
        if !tail.stored {
            return Saved::Refused;
        }
        if !tail.events.is_empty() {
            tail.next(case, writer);
        }
        let saved = place::write(&tail.key, segment);
        if saved != Saved::Refused {
            tail.next(case, writer);
        }
        saved
    });
    match saved {
        Saved::Refused => append(case, events),
        saved => Saved::if_lasting().worse(saved),
    }
}

/// Whether this tab may still write to the key.
pub fn is_open(key: &str) -> bool {
    TAILS.with_borrow(|tails| tails.values().any(|tail| tail.key == key))
}

/// Another tab removed a key of ours that it took for a closed tab's: what it did not see is written again.
pub fn restore(key: &str) {
    TAILS.with_borrow(|tails| {
        if let Some(tail) = tails.values().find(|tail| tail.key == key && !tail.events.is_empty()) {
            let _ = place::write(key, &segment::encode(&tail.events));
        }
    });
}

/// Lets go of a case that is deleted, or is to be written anew.
pub fn forget(case: Id) {
    TAILS.with_borrow_mut(|tails| tails.retain(|(of, _), _| *of != case));
}

impl Tail {
    fn new(case: Id, writer: Writer) -> Tail {
        let key = segment_key(case, this_tab(), writer, 1);
        Tail { key, events: Vec::new(), number: 1, stored: true }
    }

    /// Begins the next segment.
    fn next(&mut self, case: Id, writer: Writer) {
        self.number += 1;
        self.key = segment_key(case, this_tab(), writer, self.number);
        self.events.clear();
    }

    fn save(&mut self, case: Id, writer: Writer) -> Saved {
        let text = segment::encode(&self.events);
        let result = place::write(&self.key, &text);
        if result == Saved::Refused {
            return result;
        }
        self.stored = true;
        if text.len() > FULL {
            self.next(case, writer);
        }
        result
    }
}
