//! The browser's localStorage: cases as appended segments of events, a card per case, my profile.
//!
//! Keys, all with the prefix `uis:` because other apps may share the origin:
//! `uis:profile`; per case `uis:CASE:card` and `uis:CASE:e:WRITER:TAB:N`, the N-th segment of WRITER's events that the
//! tab TAB saved, and `uis:CASE:kept`, events of a newer version. A change writes one segment and one card, whatever
//! the size of the case. A segment that cannot be read is left as it is.

use std::cell::RefCell;
use std::collections::HashMap;

use gloo_storage::{LocalStorage, Storage};
use serde::{Deserialize, Serialize};

use super::clock;
use super::state::OpenCase;
use crate::domain::case::{Author, CaseFile, Event, Id, Writer};
use crate::domain::exchange::{Kept, segment};
use crate::domain::process::Role;
use crate::domain::sorting::sort_by_numbers;

const PREFIX: &str = "uis:";
/// A segment longer than this gets no more events; the next one is begun.
const FULL: usize = 1_800;

/// Who I am, as stated under "Indstillinger".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    pub name: String,
    pub initials: String,
    pub organisation: String,
}

/// What the list of cases shows without opening a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseCard {
    pub id: String,
    pub title: String,
    #[serde(default)]
    pub example: bool,
    /// Activities done and applying.
    #[serde(default)]
    pub done: usize,
    #[serde(default)]
    pub activities: usize,
    #[serde(default)]
    pub routes: usize,
    /// When something was last changed, and last exported, here; milliseconds since 1970 UTC.
    #[serde(default)]
    pub changed: i64,
    #[serde(default)]
    pub exported: Option<i64>,
    /// How many times it was handed over from here.
    #[serde(default)]
    pub handed: u32,
    /// Codes of the roles chosen under "Min rolle".
    #[serde(default)]
    pub roles: Vec<String>,
}

/// Whether the last change reached the storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    Yes,
    /// The browser refused: full, or storage is off.
    Refused,
}

/// A case as it was read from the storage.
pub struct Loaded {
    pub file: CaseFile,
    pub card: Option<CaseCard>,
    pub kept: Vec<Kept>,
    /// Keys and texts of the segments that could not be read, or not wholly, and of the card if it could not.
    pub unreadable: Vec<(String, String)>,
}

struct Tail {
    key: String,
    events: Vec<Event>,
    number: u32,
}

thread_local! {
    /// This tab's unfinished segment of each case and writer.
    static TAILS: RefCell<HashMap<(Id, Writer), Tail>> = RefCell::default();
    /// This tab, in the keys of its segments.
    static TAB: Writer = clock::new_writer();
}

impl CaseCard {
    pub fn id(&self) -> Option<Id> {
        self.id.parse().ok()
    }
}

impl Profile {
    /// The author of what I write in these roles.
    pub fn author(&self, roles: &[Role]) -> Author {
        Author {
            name: self.name.clone(),
            initials: self.initials.clone(),
            organisation: self.organisation.clone(),
            roles: roles.to_vec(),
        }
    }
}

/// My profile; empty where nothing readable is stored.
pub fn load_profile() -> Profile {
    LocalStorage::get(format!("{PREFIX}profile")).unwrap_or_default()
}

/// Keeps my profile.
pub fn save_profile(profile: &Profile) -> Saved {
    saved(LocalStorage::set(format!("{PREFIX}profile"), profile))
}

/// The cards of all cases here, the latest changed first. A case whose card is lost gets one from its events.
pub fn list_cases() -> Vec<CaseCard> {
    let mut ids: Vec<Id> = Vec::new();
    for id in keys().iter().filter_map(|key| case_of(key)) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let mut cards: Vec<CaseCard> = ids.into_iter().map(|id| card(id).unwrap_or(lost(id))).collect();
    latest_first(&mut cards);
    cards
}

/// Puts the cards in the order of the list.
pub fn latest_first(cards: &mut Vec<CaseCard>) {
    sort_by_numbers(cards, |card| [!card.changed.max(0).unsigned_abs(), 0, 0]);
}

/// Reads a case: every segment that can be read, and those that cannot as raw text.
pub fn load(id: Id) -> Option<Loaded> {
    let prefix = format!("{PREFIX}{id}:e:");
    let mut file = CaseFile::default();
    let mut unreadable = Vec::new();
    let mut found = false;
    for key in keys().into_iter().filter(|key| key.starts_with(&prefix)) {
        found = true;
        let Some(text) = raw(&key) else { continue };
        let (events, whole) = match segment::decode(&text) {
            Ok(events) => (events, true),
            Err(bad) => (bad.good, false),
        };
        let merged = file.merge(events);
        if !whole || !merged.clashes.is_empty() {
            unreadable.push((key, text));
        }
    }
    let card = card(id);
    // It holds no facts of the case, and is made anew with the next change; until then its text can be had.
    if let (None, Some(text)) = (&card, raw(&card_key(id))) {
        unreadable.push((card_key(id), text));
    }
    let kept = load_kept(id);
    found.then_some(Loaded { file, card, kept, unreadable })
}

/// Keeps a case's events of a newer version, one to a line.
pub fn save_kept(id: Id, kept: &[Kept]) -> Saved {
    let lines: Vec<String> = kept.iter().map(Kept::to_string).collect();
    set_raw(&kept_key(id), &lines.join("\n"))
}

fn load_kept(id: Id) -> Vec<Kept> {
    let text = raw(&kept_key(id)).unwrap_or_default();
    text.lines().filter_map(|line| line.parse().ok()).collect()
}

fn kept_key(id: Id) -> String {
    format!("{PREFIX}{id}:kept")
}

/// Adds events to a case's segments of this tab.
pub fn append(case: Id, events: &[Event]) -> Saved {
    let mut result = Saved::Yes;
    let mut writers: Vec<Writer> = events.iter().map(|event| event.id.writer).collect();
    writers.dedup();
    for writer in writers {
        let own: Vec<Event> = events.iter().filter(|e| e.id.writer == writer).cloned().collect();
        if append_one(case, writer, own) == Saved::Refused {
            result = Saved::Refused;
        }
    }
    result
}

fn append_one(case: Id, writer: Writer, events: Vec<Event>) -> Saved {
    TAILS.with_borrow_mut(|tails| {
        let tab = TAB.with(|tab| *tab);
        let tail = tails.entry((case, writer)).or_insert_with(|| Tail {
            key: segment_key(case, tab, writer, 1),
            events: Vec::new(),
            number: 1,
        });
        tail.events.extend(events);
        let text = segment::encode(&tail.events);
        let result = set_raw(&tail.key, &text);
        if text.len() > FULL && result == Saved::Yes {
            tail.number += 1;
            tail.key = segment_key(case, tab, writer, tail.number);
            tail.events.clear();
        }
        result
    })
}

/// Writes the open case's card and returns it.
pub fn note_case(open: &OpenCase, changed: i64) -> CaseCard {
    let progress = open.guidance.progress;
    let card = CaseCard {
        id: open.id.to_string(),
        title: open.case().title.clone(),
        example: open.case().example,
        done: progress.done,
        activities: progress.activities,
        routes: progress.routes,
        changed,
        exported: open.exported,
        handed: open.handed,
        roles: open.roles.iter().map(|role| role.code().to_owned()).collect(),
    };
    // A card that could not be written is made again when the case is opened.
    let _ = LocalStorage::set(card_key(open.id), &card);
    card
}

/// Removes all that is stored of a case.
pub fn delete(id: Id) {
    let prefix = format!("{PREFIX}{id}:");
    for key in keys().into_iter().filter(|key| key.starts_with(&prefix)) {
        LocalStorage::delete(&key);
    }
    TAILS.with_borrow_mut(|tails| tails.retain(|(case, _), _| *case != id));
}

/// The events of a segment that another tab has just written, with its case.
pub fn read_segment(key: &str, text: &str) -> Option<(Id, Vec<Event>)> {
    let case = case_of(key)?;
    let events = match segment::decode(text) {
        Ok(events) => events,
        Err(bad) => bad.good,
    };
    key.contains(":e:").then_some((case, events))
}

/// Everything stored by the app, as keys and raw texts.
pub fn dump() -> Vec<(String, String)> {
    let own = keys().into_iter();
    own.filter_map(|key| raw(&key).map(|text| (key, text))).collect()
}

/// Characters used by the app in the storage, keys and values.
pub fn used() -> usize {
    dump().iter().map(|(key, text)| key.encode_utf16().count() + text.encode_utf16().count()).sum()
}

fn segment_key(case: Id, tab: Writer, writer: Writer, number: u32) -> String {
    format!("{PREFIX}{case}:e:{writer}:{tab}:{number}")
}

fn card(id: Id) -> Option<CaseCard> {
    LocalStorage::get(card_key(id)).ok()
}

fn card_key(id: Id) -> String {
    format!("{PREFIX}{id}:card")
}

/// The card of a case whose card is gone or unreadable: the case itself may still open.
fn lost(id: Id) -> CaseCard {
    CaseCard {
        id: id.to_string(),
        title: String::new(),
        example: false,
        done: 0,
        activities: 0,
        routes: 0,
        changed: 0,
        exported: None,
        handed: 0,
        roles: Vec::new(),
    }
}

fn case_of(key: &str) -> Option<Id> {
    key.strip_prefix(PREFIX)?.split(':').next()?.parse().ok()
}

/// Our keys, in no order: a case is the same whichever of its segments is read first.
fn keys() -> Vec<String> {
    let Some(storage) = local() else { return Vec::new() };
    let count = storage.length().unwrap_or(0);
    (0..count)
        .filter_map(|index| storage.key(index).ok().flatten())
        .filter(|key| key.starts_with(PREFIX))
        .collect()
}

fn raw(key: &str) -> Option<String> {
    local()?.get_item(key).ok().flatten()
}

fn set_raw(key: &str, text: &str) -> Saved {
    match local().map(|storage| storage.set_item(key, text)) {
        Some(Ok(())) => Saved::Yes,
        _ => Saved::Refused,
    }
}

fn local() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

fn saved<E>(result: Result<(), E>) -> Saved {
    if result.is_ok() { Saved::Yes } else { Saved::Refused }
}
