//! The app's state: which page is shown, which case is open, who I am.

mod batch;
mod files;
mod intake;
mod notice;
mod past;
mod rules;
mod saving;
mod undo;

use std::sync::Arc;

use crate::web::prelude::*;

pub use self::notice::Notice;
use self::past::Past;
use self::undo::Step;
pub use self::undo::{Stepped, Way};
use super::clock;
use super::rest::Rest;
use super::route::Page;
use super::route_list::RouteList;
use super::rules::{self as site_rules, SiteRules};
use super::shared;
use super::site::SiteSettings;
use super::storage::{self, CaseCard, Profile, Saved, folding};
use crate::domain::case::{Author, Case, CaseFile, EntityKind, Event, Field, Id, Pen, Value};
use crate::domain::exchange::{self, CaseId, Cover, Imported, Kept, Reminder};
use crate::domain::guidance::{Guidance, guide, guide_on};
use crate::domain::merging::{Seen, Spot};
use crate::domain::process::{Process, Role};
use crate::domain::sorting::sort_by_numbers;
use crate::text::shell;

/// What every page reads and writes; copied freely, the signals are shared.
#[derive(Clone, Copy)]
pub struct App {
    pub page: RwSignal<Page>,
    pub open: RwSignal<Option<OpenCase>>,
    pub profile: RwSignal<Profile>,
    /// The cases in this browser.
    pub cases: RwSignal<Vec<CaseCard>>,
    /// Files of cases that are here, by case, waiting to be merged or left: nothing of them is stored.
    pub incoming: RwSignal<Vec<(CaseId, Vec<Imported>)>>,
    /// The file that is being read, and how many thousandths of it are; taken out, the reading stops.
    pub reading: RwSignal<Option<(String, usize)>>,
    /// What the app has to say now, read aloud as it comes.
    pub notice: RwSignal<Option<Notice>>,
    /// Whether the last change reached the browser's storage.
    pub saved: RwSignal<Saved>,
    /// Keys and texts of what was stored of the open case and could not be read.
    pub unreadable: RwSignal<Vec<(String, String)>>,
    /// How the open case stands with the file it shares with others, where it has one.
    pub shared: RwSignal<Option<Notice>>,
    pub routes: RouteList,
    pub rules: SiteRules,
    pub site: SiteSettings,
    /// How far the rest of the program is.
    pub rest: RwSignal<Rest>,
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
    /// How many events it had then.
    pub exported_events: usize,
    /// How many times it was handed over from here.
    pub handed: u32,
    /// What the last files from here held, the oldest first.
    pub exports: Vec<Seen>,
    /// Events of a newer version of the app, kept for those who have it.
    pub kept: Vec<Kept>,
    /// Whether a newer version of the app stored it: then it is shown as far as it can be read, and left alone.
    pub newer: bool,
    /// Whether the storage has had it: then it is gone if nothing is there.
    stored: bool,
    pen: Pen,
    /// What was done in this tab and can be taken back, the newest last.
    undo: Vec<Step>,
    /// What was taken back and can be done again, the newest last; lost with the next change.
    redo: Vec<Step>,
    /// Where this is the case as it was: at which point, and the case of now.
    past: Option<Past>,
}

impl OpenCase {
    /// The case of a file, with a pen of this tab's own. Its identity is set by who opens it.
    fn new(mut file: CaseFile, profile: &Profile) -> OpenCase {
        file.require_signers(site_rules::current());
        let guidance = Arc::new(guide(&Process::UDSKIFT_IT_SYSTEM, file.case()));
        let pen = Pen::new(clock::new_writer(), profile.author(&[]));
        let id = pen.next_id();
        OpenCase {
            id,
            file,
            guidance,
            roles: Vec::new(),
            exported: None,
            handed: 0,
            exported_events: 0,
            exports: Vec::new(),
            kept: Vec::new(),
            newer: false,
            stored: false,
            pen,
            undo: Vec::new(),
            redo: Vec::new(),
            past: None,
        }
    }

    pub fn case(&self) -> &Case {
        self.file.case()
    }

    /// The case's file as it stands.
    pub fn exported_text(&self, cover: &Cover) -> String {
        exchange::export(&self.file, &self.kept, cover)
    }

    /// How urgent it is to export, and how many changes are in no file from here.
    pub fn reminder(&self) -> (Reminder, usize) {
        let changes = self.file.log().len().saturating_sub(self.exported_events);
        // A case is called after its first event.
        let log = self.file.log();
        let first = || log.get(self.id).map(|event| event.at);
        // The first may be one that only a newer version of the app can read.
        let first = || first().or_else(|| log.events().map(|event| event.at).min());
        let since = self.exported.or_else(first).unwrap_or_default();
        let reminder = match self.case().example {
            true => Reminder::None,
            false => Reminder::of(changes, since, clock::now()),
        };
        (reminder, changes)
    }

    /// Derives anew what follows from the case, which got these events since.
    fn derive<'a>(&mut self, new: impl IntoIterator<Item = &'a Event>) {
        let (process, case) = (&Process::UDSKIFT_IT_SYSTEM, self.file.case());
        let changed = new.into_iter().filter_map(|event| Spot::of(event.field).route());
        self.guidance = Arc::new(match Arc::get_mut(&mut self.guidance) {
            Some(before) => guide_on(process, case, before, changed),
            // Another state of the case is derived from it too.
            None => guide(process, case),
        });
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
            incoming: RwSignal::new(Vec::new()),
            reading: RwSignal::new(None),
            notice: RwSignal::new(None),
            saved: RwSignal::new(Saved::if_lasting()),
            unreadable: RwSignal::new(Vec::new()),
            shared: RwSignal::new(None),
            routes: RouteList::default(),
            rules: SiteRules::default(),
            site: RwSignal::new(None),
            rest: RwSignal::new(Rest::at_start()),
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

    /// Reads from the open case without following its changes.
    pub fn read_untracked<T>(self, read: impl FnOnce(&OpenCase) -> T) -> Option<T> {
        self.open.with_untracked(|open| open.as_ref().map(read))
    }

    /// A value derived from the open case that notifies only when it changes.
    pub fn derive<T>(self, read: impl Fn(&OpenCase) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Default + Send + Sync + 'static,
    {
        Memo::new(move || self.read(&read).unwrap_or_default())
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

    /// Sets the first facts of something that is part of another, such as a signature, under an identity of its own.
    pub fn add_part(self, facts: impl FnOnce(Id) -> Vec<(Field, Value)>) -> Option<Id> {
        let mut added = None;
        self.change(|open, profile, at| {
            open.take_pen(profile.author(&open.roles.clone()));
            // The first of its events has this identity, so nothing else can.
            open.pen.resume(open.file.log());
            let id = open.pen.next_id();
            let events = open.file.write(&mut open.pen, at, facts(id));
            added = events.first().map(|event| event.id);
            events
        });
        added
    }

    /// Creates a case with its first facts and opens it.
    pub fn create_case(self, facts: Vec<(Field, Value)>) -> Option<Id> {
        let mut open = OpenCase::new(CaseFile::default(), &self.profile.get_untracked());
        let events = open.file.write(&mut open.pen, clock::now(), facts);
        let id = CaseId::of(&open.file, &[])?.0;
        open.id = id;
        self.save(&mut open, &events);
        self.show(open);
        Some(id)
    }

    /// Whether the case is in this browser.
    pub fn has(self, id: Id) -> bool {
        storage::list_cases().iter().any(|card| card.id() == Some(id))
    }

    /// Opens a case of this browser; with none of that identity, none is open.
    pub fn open_stored(self, id: Id) {
        let Some(loaded) = storage::load(id) else {
            self.unreadable.set(Vec::new());
            return self.open.set(None);
        };
        let mut open = OpenCase::new(loaded.file, &self.profile.get_untracked());
        open.id = id;
        open.kept = loaded.kept;
        open.exports = storage::exports(id);
        open.newer = loaded.newer;
        open.stored = true;
        if let Some(card) = loaded.card {
            open.exported = card.exported;
            open.handed = card.handed;
            open.exported_events = card.exported_events;
            open.roles = card.roles.iter().filter_map(|code| Role::from_code(code)).collect();
        }
        if !open.newer {
            folding::fold_later(id);
        }
        // What a newer version stored is whole for that version.
        self.unreadable.set(if open.newer { Vec::new() } else { loaded.unreadable });
        self.show(open);
    }

    /// Chooses a role under "Min rolle", or lets it go.
    pub fn choose_role(self, role: Role, chosen: bool) {
        self.open.update(|open| {
            let Some(open) = open else { return };
            open.roles.retain(|other| *other != role);
            if chosen {
                open.roles.push(role);
                sort_by_numbers(&mut open.roles, |role| [*role as u64, 0, 0]);
            }
            // Looking at an earlier state as somebody else is no choice for the case.
            if !open.is_shut() {
                self.note(open);
            }
        });
    }

    /// Removes a case from this browser for good.
    pub fn delete(self, id: Id) {
        storage::delete(id);
        shared::let_go(self, id);
        self.incoming.update(|incoming| incoming.retain(|(case, _)| case.0 != id));
        if self.read_untracked(|open| open.id) == Some(id) {
            self.open.set(None);
        }
        self.cases.set(storage::list_cases());
    }

    /// Keeps who I am.
    pub fn set_profile(self, profile: Profile) -> Saved {
        let saved = storage::save_profile(&profile);
        self.profile.set(profile);
        saved
    }

    fn change(self, change: impl FnOnce(&mut OpenCase, &Profile, i64) -> Vec<Event>) {
        self.open.update(|open| {
            let Some(open) = open else { return };
            // What writes is shut there; this is for what slipped through.
            if open.is_shut() {
                return self.warn(if open.newer { shell::NEWER } else { shell::READ_ONLY });
            }
            let written = change(open, &self.profile.get_untracked(), clock::now());
            if written.is_empty() {
                return;
            }
            self.save(open, &written);
            open.did(Step::written(open.case(), written));
        });
    }

    fn show(self, open: OpenCase) {
        if self.read_untracked(|before| before.id) != Some(open.id) {
            self.routes.reset();
        }
        self.saved.set(Saved::if_lasting());
        self.open.set(Some(open));
    }
}
