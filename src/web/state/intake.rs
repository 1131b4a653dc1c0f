//! What comes into the open case from files and other tabs.

use std::sync::Arc;

use super::{App, OpenCase, Step};
use crate::domain::case::{CaseField, CaseFile, Event, Field, Id, Merged, Value};
use crate::domain::exchange::{CaseId, Imported, Kept, copy_of};
use crate::domain::guidance::Guidance;
use crate::text;
use crate::web::clock;
use crate::web::prelude::*;
use crate::web::storage;

/// So many events are stored in one task.
const AT_ONCE: usize = 2_000;

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
            let step = Step::merged(merged.added.clone());
            self.open.update(|open| {
                if let Some(open) = open {
                    open.did(step);
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

    /// Takes in what others wrote to the file that is shared with them, as one step.
    ///
    /// It comes unasked, so what was done here is taken back before it.
    pub fn take_shared(self, file: Imported) -> Merged {
        let merged = self.merge_files(vec![file]);
        let step = Step::merged(merged.added.clone());
        self.open.update(|open| {
            if let Some(open) = open.as_mut().map(OpenCase::now_mut) {
                open.undo.insert(0, step);
            }
        });
        merged
    }

    /// Puts the case as it is after a merge in the open one's place, as one step, and stores what was added a little at
    /// a time. The set of events is the case, so what is stored when a tab is closed meanwhile is whole, if not all.
    pub async fn take_merged(
        self,
        id: Id,
        after: CaseFile,
        guidance: Guidance,
        kept: Vec<Kept>,
        added: &[Id],
    ) {
        let events: Vec<Event> =
            added.iter().filter_map(|id| after.log().get(*id).cloned()).collect();
        self.keep(kept);
        let (mut is_gone, mut old) = (false, None);
        self.open.update(|open| {
            let Some(open) = open.as_mut().filter(|open| open.id == id) else { return };
            let before = std::mem::replace(&mut open.file, after);
            let guidance = std::mem::replace(&mut open.guidance, Arc::new(guidance));
            old = Some((before, guidance));
            if !added.is_empty() {
                open.did(Step::merged(added.to_vec()));
            }
            is_gone = self.see_whether_gone(open);
        });
        let (before, guidance) = old.unzip();
        // Letting go of a large case takes its time too.
        if added.len() > AT_ONCE {
            clock::pause().await;
        }
        drop(before);
        if added.len() > AT_ONCE {
            clock::pause().await;
        }
        drop(guidance);
        if !is_gone {
            for some in events.chunks(AT_ONCE) {
                storage::append(id, some);
                if events.len() > AT_ONCE {
                    clock::pause().await;
                }
            }
        }
        self.open.update_untracked(|open| {
            if let Some(open) = open.as_mut().map(OpenCase::now_mut).filter(|open| open.id == id) {
                // The card, and what the storage refused.
                self.store(open, |case| storage::append(case, &[]));
            }
        });
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
            if let Some(open) = open.as_mut().filter(|open| open.id == id).map(OpenCase::now_mut) {
                // A folded segment comes with nothing new.
                if !open.file.merge(events.iter().cloned()).added.is_empty() {
                    open.derive(&events);
                }
            }
        });
    }

    /// Merges events into the open case and saves those that are new.
    pub fn merge(self, events: Vec<Event>) -> Merged {
        let mut merged = Merged::default();
        self.open.update(|open| {
            let Some(open) = open.as_mut().map(OpenCase::now_mut) else { return };
            merged = open.file.merge(events);
            let added: Vec<Event> =
                merged.added.iter().filter_map(|id| open.file.log().get(*id).cloned()).collect();
            self.save(open, &added);
        });
        merged
    }
}
