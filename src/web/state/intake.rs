//! What comes into the open case from files and other tabs, and what is taken back.

use super::{App, OpenCase, Step};
use crate::domain::case::{CaseField, CaseFile, Event, Field, Id, Merged, Value};
use crate::domain::exchange::{CaseId, Imported, copy_of};
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
        let mut events = Vec::new();
        for file in files {
            self.keep(file.kept);
            events.extend(file.events);
        }
        let merged = self.merge(events);
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

    /// Opens files of one case as a case of its own; none if they hold nothing.
    pub fn open_copy(self, files: Vec<Imported>) -> Option<Id> {
        let (mut file, mut kept) = (CaseFile::default(), Vec::new());
        for imported in files {
            file.merge(imported.events);
            kept.extend(imported.kept);
        }
        let (copy, kept) = copy_of(&file, &kept, clock::new_writer);
        let title = text::merge_page::copy_title(&copy.case().title);
        let id = CaseId::of(&copy, &kept)?.0;
        let mut open = OpenCase::new(copy, &self.profile.get_untracked());
        open.id = id;
        open.kept = kept;
        open.file.write(
            &mut open.pen,
            clock::now(),
            [(Field::Case(CaseField::Title), Value::text(title))],
        );
        let events: Vec<Event> = open.file.log().events().cloned().collect();
        self.save(&mut open, &events);
        self.show(open);
        Some(id)
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
