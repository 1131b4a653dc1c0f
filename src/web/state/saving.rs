//! How what changes in the open case gets to the storage, and what is done where it does not.

use std::collections::BTreeSet;

use super::{App, OpenCase};
use crate::domain::case::{Event, Id};
use crate::domain::exchange::Kept;
use crate::web::clock;
use crate::web::prelude::*;
use crate::web::storage::{self, Saved};

impl App {
    /// Another tab removed something from the storage: says so if the open case is gone from it.
    pub fn hear_removal(self) {
        self.open.with_untracked(|open| {
            if let Some(open) = open {
                self.see_whether_gone(open.now());
            }
        });
    }

    /// Stores the open case again as this tab has it, after it was removed from the storage.
    pub fn save_again(self) {
        self.open.update(|open| {
            let Some(open) = open.as_mut().map(OpenCase::now_mut) else { return };
            let saved = storage::save_whole(open, &open.kept);
            open.stored = saved == Saved::Yes;
            self.saved.set(saved);
            self.note(open);
        });
    }

    /// Keeps events that this version cannot apply, each once.
    pub(super) fn keep(self, kept: Vec<Kept>) {
        self.open.update(|open| {
            let Some(open) = open.as_mut().map(OpenCase::now_mut).filter(|open| !open.newer) else {
                return;
            };
            let before = open.kept.len();
            let mut known: BTreeSet<Id> = open.kept.iter().map(|event| event.id).collect();
            open.kept.extend(kept.into_iter().filter(|event| known.insert(event.id)));
            if open.kept.len() > before {
                self.saved.set(storage::save_kept(open.id, &open.kept).max(Saved::if_lasting()));
            }
        });
    }

    pub(super) fn save(self, open: &mut OpenCase, events: &[Event]) {
        open.derive(events);
        self.store(open, |case| storage::append(case, events));
    }

    /// Saves a case of which all is derived already: its new events are appended so.
    pub(super) fn store(self, open: &mut OpenCase, append: impl FnOnce(Id) -> Saved) {
        if open.newer {
            return;
        }
        if !self.see_whether_gone(open) {
            // The kept events too, if they were refused before.
            let saved = append(open.id).max(storage::save_kept(open.id, &open.kept));
            open.stored |= saved == Saved::Yes;
            self.saved.set(saved);
        }
        let changed = clock::now();
        self.keep_card(open, changed);
        // The case that was worked on last is on top.
        self.cases.update(storage::latest_first);
    }

    /// Someone removed the open case from the storage, here or in another tab: it is not brought back unasked.
    pub(super) fn see_whether_gone(self, open: &OpenCase) -> bool {
        // Once gone, only all of it is stored again: its newest changes alone would be no case.
        let was_gone = self.saved.get_untracked() == Saved::Gone;
        let gone = was_gone || open.stored && !storage::is_here(open.id);
        if gone {
            self.saved.set(Saved::Gone);
        }
        gone
    }

    /// Keeps what is known of the case besides its events: nothing in the case itself is changed.
    pub(super) fn note(self, open: &OpenCase) {
        let id = open.id.to_string();
        let known = self.cases.with_untracked(|cards| {
            cards.iter().find(|card| card.id == id).map(|card| card.changed)
        });
        self.keep_card(open, known.unwrap_or_else(clock::now));
    }

    /// Keeps the case's card, here and in the list.
    fn keep_card(self, open: &OpenCase, changed: i64) {
        if open.newer || self.saved.get_untracked() == Saved::Gone {
            return;
        }
        let card = storage::note_case(open, changed);
        self.cases.update(|cards| match cards.iter_mut().find(|other| other.id == card.id) {
            Some(other) => *other = card,
            None => cards.insert(0, card),
        });
    }
}
