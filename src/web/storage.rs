//! The browser's localStorage: cases as appended segments of events, a card per case, my profile.
//!
//! Keys, all with the prefix `uis:` because other apps may share the origin: `uis:profile`; `uis:columns`, what was
//! chosen for the columns of lists; `uis:hidden`, the columns that the route overview leaves out; per case
//! `uis:CASE:card` and `uis:CASE:e:WRITER:TAB:N`, the N-th segment of WRITER's events that the tab TAB saved,
//! `uis:CASE:kept`, events of a newer version, and `uis:CASE:seen`, what the last exports held. A change writes one
//! segment and one card, whatever the size of the case. A segment that cannot be read is left as it is. What closed tabs
//! left is folded ([`folding`]).

mod exports;
pub mod folding;
mod place;
mod tails;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

pub use self::exports::{exports, note_export};
use self::place::PREFIX;
pub use self::tails::{append, append_segment};
use super::state::OpenCase;
use crate::domain::case::{Author, CaseFile, Event, Id, Writer};
use crate::domain::exchange::{Kept, segment};
use crate::domain::plain::plain;
use crate::domain::process::Role;
use crate::domain::route_overview::Remembered;
use crate::domain::sorting::sort_by_numbers;

/// The form of storage that this version of the app reads and writes. A newer one that writes another form says so in
/// `uis:CASE:form`: then the case is only shown, as far as it can be read.
pub const FORM: u32 = 1;
/// What browsers give a site, keys and values together, in UTF-16 units: measured in Chromium.
pub const ROOM: usize = 5_242_880;

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
    /// How many events the case had when it was last exported.
    #[serde(default)]
    pub exported_events: usize,
    /// How many times it was handed over from here.
    #[serde(default)]
    pub handed: u32,
    /// Codes of the roles chosen under "Min rolle".
    #[serde(default)]
    pub roles: Vec<String>,
}

/// Whether the last change reached the storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Saved {
    Yes,
    /// The browser denies any storage: everything is in this tab's memory alone.
    InMemory,
    /// The browser refused: most often because the storage is full.
    Refused,
    /// What was stored of the open case is gone, and is not stored again unasked.
    Gone,
}

/// A case as it was read from the storage.
pub struct Loaded {
    pub file: CaseFile,
    pub card: Option<CaseCard>,
    pub kept: Vec<Kept>,
    /// Whether a newer version of the app stored it.
    pub newer: bool,
    /// Keys and texts of the segments that could not be read, or not wholly, and of the card if it could not.
    pub unreadable: Vec<(String, String)>,
}

impl Saved {
    /// Saved, as far as anything can be here.
    pub fn if_lasting() -> Saved {
        if place::is_lasting() { Saved::Yes } else { Saved::InMemory }
    }

    fn worse(self, other: Saved) -> Saved {
        self.max(other)
    }
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
            name: plain(&self.name).into_owned(),
            initials: plain(&self.initials).into_owned(),
            organisation: plain(&self.organisation).into_owned(),
            roles: roles.to_vec(),
        }
    }
}

/// My profile; empty where nothing readable is stored.
pub fn load_profile() -> Profile {
    read_json(&format!("{PREFIX}profile")).unwrap_or_default()
}

/// Keeps my profile.
pub fn save_profile(profile: &Profile) -> Saved {
    write_keys(&format!("{PREFIX}profile"), profile)
}

/// The columns that the route overview leaves out, a bit each.
pub fn hidden_columns() -> usize {
    place::read(&format!("{PREFIX}hidden")).and_then(|text| text.parse().ok()).unwrap_or(0)
}

/// Keeps which columns the route overview leaves out. It is no loss where that is refused.
pub fn hide_columns(hidden: usize) {
    place::write(&format!("{PREFIX}hidden"), &hidden.to_string());
}

/// What was chosen for the columns of lists of routes.
pub fn load_columns() -> Remembered {
    read_json(&format!("{PREFIX}columns")).unwrap_or_default()
}

/// Keeps what was chosen for columns; where it is refused, the next list is guessed anew.
pub fn save_columns(remembered: &Remembered) {
    let _ = write_json(&format!("{PREFIX}columns"), remembered);
}

/// The cards of all cases here, the latest changed first. A case whose card is lost gets one from its events.
pub fn list_cases() -> Vec<CaseCard> {
    let mut ids: Vec<Id> = Vec::new();
    for id in place::keys().iter().filter_map(|key| case_of(key)) {
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
    for key in place::keys().into_iter().filter(|key| key.starts_with(&prefix)) {
        found = true;
        let Some(text) = place::read(&key) else { continue };
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
    if let (None, Some(text)) = (&card, place::read(&card_key(id))) {
        unreadable.push((card_key(id), text));
    }
    let (kept, damaged) = load_kept(id);
    unreadable.extend(damaged.map(|text| (kept_key(id), text)));
    // What an older version of the app had to keep may be known by now.
    file.merge(kept.iter().filter_map(Kept::event).collect::<Vec<_>>());
    let form = place::read(&format!("{PREFIX}{id}:form"));
    let newer = form.and_then(|form| form.parse().ok()).is_some_and(|form: u32| form > FORM);
    // A case of a newer version may be made of nothing else than what is kept for it.
    let is_here = found || newer || !kept.is_empty();
    is_here.then_some(Loaded { file, card, kept, newer, unreadable })
}

/// Keeps a case's events of a newer version, one to a line, beside what other tabs and unreadable lines have there.
pub fn save_kept(id: Id, kept: &[Kept]) -> Saved {
    // Nearly always there are none, and then every edit is spared a look into the storage.
    if kept.is_empty() {
        return Saved::if_lasting();
    }
    let before = place::read(&kept_key(id)).unwrap_or_default();
    let mut lines: Vec<String> = before.lines().map(str::to_owned).collect();
    for line in kept.iter().map(Kept::to_string) {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    let text = lines.join("\n");
    if text == before { Saved::if_lasting() } else { place::write(&kept_key(id), &text) }
}

/// The events of a newer version that can be read, and the whole text where some cannot.
fn load_kept(id: Id) -> (Vec<Kept>, Option<String>) {
    let text = place::read(&kept_key(id)).unwrap_or_default();
    let kept: Vec<Kept> = text.lines().filter_map(|line| line.parse().ok()).collect();
    let is_whole = kept.len() == text.lines().count();
    (kept, (!is_whole).then_some(text))
}

fn kept_key(id: Id) -> String {
    format!("{PREFIX}{id}:kept")
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
        exported_events: open.exported_events,
        roles: open.roles.iter().map(|role| role.code().to_owned()).collect(),
    };
    // A card that could not be written is made again when the case is opened.
    let _ = write_keys(&card_key(open.id), &card);
    card
}

/// Removes all that is stored of a case.
pub fn delete(id: Id) {
    let prefix = format!("{PREFIX}{id}:");
    tails::forget(id);
    // The card first: by that other tabs know that the case is deleted, not folded.
    place::remove(&card_key(id));
    for key in place::keys().into_iter().filter(|key| key.starts_with(&prefix)) {
        place::remove(&key);
    }
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

/// Whether anything at all is stored of a case.
pub fn is_here(id: Id) -> bool {
    // Nearly always the card is, and that is quickly seen.
    let prefix = format!("{PREFIX}{id}:");
    place::read(&card_key(id)).is_some() || place::keys().iter().any(|key| key.starts_with(&prefix))
}

/// Another tab removed a key: where it folded one that this tab may still write, that is written again.
pub fn heard_removal(key: &str) {
    if case_of(key).is_some_and(|case| place::read(&card_key(case)).is_some()) {
        tails::restore(key);
    }
}

/// Stores all of a case anew, after it was removed from under this tab.
pub fn save_whole(open: &OpenCase, kept: &[Kept]) -> Saved {
    tails::forget(open.id);
    let events: Vec<Event> = open.file.log().events().cloned().collect();
    append(open.id, &events).worse(save_kept(open.id, kept))
}

/// All that is stored of a case, as keys and raw texts.
pub fn dump_of(id: Id) -> Vec<(String, String)> {
    let prefix = format!("{PREFIX}{id}:");
    let own = place::keys().into_iter().filter(|key| key.starts_with(&prefix));
    own.filter_map(|key| place::read(&key).map(|text| (key, text))).collect()
}

/// Characters used by each case, keys and values.
pub fn used_by(id: Id) -> usize {
    units(dump_of(id).into_iter())
}

/// Everything stored by the app, as keys and raw texts.
pub fn dump() -> Vec<(String, String)> {
    let own = place::keys().into_iter();
    own.filter_map(|key| place::read(&key).map(|text| (key, text))).collect()
}

/// Characters used by the app in the storage, keys and values.
pub fn used() -> usize {
    units(dump().into_iter())
}

fn units(pieces: impl Iterator<Item = (String, String)>) -> usize {
    pieces.map(|(key, text)| key.encode_utf16().count() + text.encode_utf16().count()).sum()
}

fn segment_key(case: Id, tab: Writer, writer: Writer, number: u32) -> String {
    format!("{PREFIX}{case}:e:{writer}:{tab}:{number}")
}

fn card(id: Id) -> Option<CaseCard> {
    read_json(&card_key(id))
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
        exported_events: 0,
        roles: Vec::new(),
    }
}

fn case_of(key: &str) -> Option<Id> {
    key.strip_prefix(PREFIX)?.split(':').next()?.parse().ok()
}

fn read_json<T: DeserializeOwned>(key: &str) -> Option<T> {
    serde_json::from_str(&place::read(key)?).ok()
}

fn write_json(key: &str, value: &impl Serialize) -> Saved {
    serde_json::to_string(value).map_or(Saved::Refused, |text| place::write(key, &text))
}

/// Writes an object over the one that is there, with the keys that only a newer version of the app knows.
fn write_keys(key: &str, value: &impl Serialize) -> Saved {
    let mut keys: serde_json::Map<String, Json> = read_json(key).unwrap_or_default();
    if let Ok(Json::Object(known)) = serde_json::to_value(value) {
        keys.extend(known);
    }
    write_json(key, &keys)
}
