//! What comes into the open case from files and other tabs, and what is taken back.

use super::{App, OpenCase, Step};
use crate::domain::case::{CaseFile, Event, Id, Merged};
use crate::domain::exchange::Imported;
use crate::text;
use crate::web::clock;
use crate::web::prelude::*;

impl App {
    /// Takes in files of one case: merged as one step if the case is open, otherwise as a new case.
    pub fn take_files(self, id: Id, files: Vec<Imported>) -> Merged {
        let is_open = self.read_untracked(|open| open.id) == Some(id);
        if !is_open {
            let mut open = OpenCase::new(CaseFile::default(), &self.profile.get_untracked());
            open.id = id;
            self.show(open);
        }
        let merged = self.merge_files(files);
        if is_open && !merged.added.is_empty() {
            let step = Step::Merged(merged.added.clone());
            self.open.update(|open| {
                if let Some(open) = open {
                    open.undo.push(step);
                }
            });
        }
        merged
    }

    /// Takes in what others wrote to the file that is shared with them, as one step.
    ///
    /// It comes unasked, so what was done here is taken back before it.
    pub fn take_shared(self, file: Imported) -> Merged {
        let merged = self.merge_files(vec![file]);
        let step = Step::Merged(merged.added.clone());
        self.open.update(|open| {
            if let Some(open) = open {
                open.undo.insert(0, step);
            }
        });
        merged
    }

    fn merge_files(self, files: Vec<Imported>) -> Merged {
        let mut events = Vec::new();
        for file in files {
            self.keep(file.kept);
            events.extend(file.events);
        }
        self.merge(events)
    }

    /// Takes in what another tab wrote and saved; nothing is saved again.
    pub fn take_in(self, id: Id, events: Vec<Event>) {
        self.open.update(|open| {
            if let Some(open) = open.as_mut().filter(|open| open.id == id) {
                // A folded segment comes with nothing new.
                if !open.file.merge(events).added.is_empty() {
                    open.derive();
                }
            }
        });
    }

    /// Merges events into the open case and saves those that are new.
    pub fn merge(self, events: Vec<Event>) -> Merged {
        let mut merged = Merged::default();
        self.open.update(|open| {
            let Some(open) = open else { return };
            merged = open.file.merge(events);
            let added: Vec<Event> =
                merged.added.iter().filter_map(|id| open.file.log().get(*id).cloned()).collect();
            self.save(open, &added);
        });
        merged
    }

    /// Takes back the newest group of changes of this tab, as new events.
    ///
    /// Returns how many fields were left alone because someone wrote to them since; none if there was nothing to undo.
    pub fn undo(self) -> Option<usize> {
        let mut left = None;
        self.open.update(|open| {
            let Some(open) = open else { return };
            let Some(step) = open.undo.pop() else { return };
            let (changes, untouched) = match step {
                Step::Written(events) => {
                    let (changes, untouched) = open.file.undo(&events);
                    (changes, untouched.len())
                }
                Step::Merged(added) => {
                    let (changes, untouched) = open.file.undo_merge(&added);
                    (changes, untouched.len())
                }
            };
            left = Some(untouched);
            open.take_pen(self.profile.get_untracked().author(&open.roles.clone()));
            let written = open.file.write(&mut open.pen, clock::now(), changes);
            self.save(open, &written);
        });
        left
    }

    /// Takes back a merge of this tab, whatever was done after it, and says what is left standing, and by whose doing.
    pub fn undo_merge(self, added: &[Id]) -> Vec<String> {
        let mut left = Vec::new();
        self.open.update(|open| {
            let Some(open) = open else { return };
            let is_it = |step: &Step| matches!(step, Step::Merged(ids) if ids == added);
            let Some(place) = open.undo.iter().rposition(is_it) else { return };
            open.undo.remove(place);
            let (changes, untouched) = open.file.undo_merge(added);
            left = untouched
                .iter()
                .map(|built_on| text::merging::built_on_text(&open.file, built_on))
                .collect();
            open.take_pen(self.profile.get_untracked().author(&open.roles.clone()));
            let written = open.file.write(&mut open.pen, clock::now(), changes);
            self.save(open, &written);
        });
        left
    }
}
