//! The app's state: which page is shown, which case is open, who I am.

use std::sync::Arc;

use leptos::prelude::*;

use super::clock;
use super::route::Page;
use super::storage::{self, CaseCard, Profile, Saved};
use crate::domain::case::{
    Author, Case, CaseFile, EntityKind, Event, Field, Id, Merged, Pen, Value,
};
use crate::domain::guidance::{Guidance, guide};
use crate::domain::process::{Process, Role};

/// What every page reads and writes; copied freely, the signals are shared.
#[derive(Clone, Copy)]
pub struct App {
    pub page: RwSignal<Page>,
    pub open: RwSignal<Option<OpenCase>>,
    pub profile: RwSignal<Profile>,
    /// The cases in this browser.
    pub cases: RwSignal<Vec<CaseCard>>,
    /// What the app has to say now, read aloud as it comes.
    pub notice: RwSignal<Option<Notice>>,
    /// Whether the last change reached the browser's storage.
    pub saved: RwSignal<Saved>,
}

/// A case in use.
#[derive(Clone)]
pub struct OpenCase {
    pub id: Id,
    pub file: CaseFile,
    pub guidance: Arc<Guidance>,
    /// The roles chosen under "Min rolle".
    pub roles: Vec<Role>,
    /// When the case was last exported from this browser.
    pub exported: Option<i64>,
    pen: Pen,
    /// The groups of changes made in this tab that can be taken back, the newest last.
    undo: Vec<Vec<Event>>,
}

/// A message to the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub text: String,
    pub is_error: bool,
}

impl OpenCase {
    pub fn new(id: Id, file: CaseFile, profile: &Profile) -> OpenCase {
        let guidance = Arc::new(guide(&Process::UDSKIFT_IT_SYSTEM, file.case()));
        let pen = Pen::new(clock::new_writer(), profile.author(&[]));
        OpenCase { id, file, guidance, roles: Vec::new(), exported: None, pen, undo: Vec::new() }
    }

    pub fn case(&self) -> &Case {
        self.file.case()
    }

    /// Whether there is a change of this tab to take back.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    fn derive(&mut self) {
        self.guidance = Arc::new(guide(&Process::UDSKIFT_IT_SYSTEM, self.file.case()));
    }

    fn take_pen(&mut self, author: Author) {
        if *self.pen.author != author {
            self.pen.author = Arc::new(author);
        }
    }
}

impl App {
    /// The app's state as the browser has it, shared with every component.
    pub fn provide() -> App {
        let app = App {
            page: RwSignal::new(Page::Cases),
            open: RwSignal::new(None),
            profile: RwSignal::new(storage::load_profile()),
            cases: RwSignal::new(storage::list_cases()),
            notice: RwSignal::new(None),
            saved: RwSignal::new(Saved::Yes),
        };
        provide_context(app);
        app
    }

    /// The app's state, in a component.
    pub fn get() -> App {
        expect_context()
    }

    /// Reads from the open case; none where no case is open.
    pub fn read<T>(self, read: impl FnOnce(&OpenCase) -> T) -> Option<T> {
        self.open.with(|open| open.as_ref().map(read))
    }

    /// A value derived from the open case that notifies only when it changes.
    pub fn derive<T>(self, read: impl Fn(&OpenCase) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Default + Send + Sync + 'static,
    {
        Memo::new(move |_| self.read(&read).unwrap_or_default())
    }

    /// Sets fields of the open case in one group, saves it and says so if that failed.
    pub fn write(self, changes: Vec<(Field, Value)>) {
        self.change(|open, profile, at| {
            open.take_pen(profile.author(&open.roles.clone()));
            open.file.write(&mut open.pen, at, changes)
        });
    }

    /// Sets one field of the open case.
    pub fn set(self, field: Field, value: impl Into<Value>) {
        self.write(vec![(field, value.into())]);
    }

    /// Creates something in the open case with its first facts; none where no case is open.
    pub fn create(
        self,
        kind: EntityKind,
        facts: impl FnOnce(Id) -> Vec<(Field, Value)>,
    ) -> Option<Id> {
        let mut created = None;
        self.change(|open, profile, at| {
            open.take_pen(profile.author(&open.roles.clone()));
            let (id, events) = open.file.create(&mut open.pen, at, kind, facts);
            created = Some(id);
            events
        });
        created
    }

    /// Takes back the newest group of changes of this tab, as new events.
    ///
    /// Returns how many fields were left alone because someone wrote to them since; none if there was nothing to undo.
    pub fn undo(self) -> Option<usize> {
        let mut left = None;
        self.open.update(|open| {
            let Some(open) = open else { return };
            let Some(events) = open.undo.pop() else { return };
            let (changes, untouched) = open.file.undo(&events);
            left = Some(untouched.len());
            open.take_pen(self.profile.get_untracked().author(&open.roles.clone()));
            let written = open.file.write(&mut open.pen, clock::now(), changes);
            self.save(open, &written);
        });
        left
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

    /// Says something to the user.
    pub fn say(self, text: impl Into<String>) {
        self.notice.set(Some(Notice { text: text.into(), is_error: false }));
    }

    /// Says that something went wrong.
    pub fn warn(self, text: impl Into<String>) {
        self.notice.set(Some(Notice { text: text.into(), is_error: true }));
    }

    fn change(self, change: impl FnOnce(&mut OpenCase, &Profile, i64) -> Vec<Event>) {
        self.open.update(|open| {
            let Some(open) = open else { return };
            let written = change(open, &self.profile.get_untracked(), clock::now());
            if written.is_empty() {
                return;
            }
            self.save(open, &written);
            open.undo.push(written);
        });
    }

    fn save(self, open: &mut OpenCase, events: &[Event]) {
        open.derive();
        let saved = storage::append(open.id, events);
        self.saved.set(saved);
        self.cases.set(storage::note_case(open));
    }
}
