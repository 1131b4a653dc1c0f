//! Folds the segments that closed tabs left into few long ones, at any moment safely for the tabs that are open.
//!
//! A case is the set of its events, so an event that is stored twice is harmless and only one that is stored nowhere
//! is lost. The folded segment is written under a key of this tab and read back before anything is removed: cut off
//! before, nothing is changed; cut off later, events are stored twice and the next fold goes on. Two tabs that fold the
//! same leftovers write two folded segments, under keys of their own, and remove the same old ones.
//!
//! A key is removed only if its tab was known before the tabs that are open were asked for and did not answer, and only
//! while it holds what was folded. A tab that is frozen does not answer, but does not write either; it writes its
//! whole last segment at its next change, and at once when it hears that the key is gone (`super::tails::restore`).
//! Every segment before its last one it never writes again.

use std::cell::RefCell;
use std::collections::HashSet;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

use super::{PREFIX, Saved, place, tails};
use crate::domain::case::{CaseFile, Event, Id, Writer};
use crate::domain::exchange::segment;

/// A segment as long as this is left as it is, so a fold rewrites little however long the case is.
pub const LONG: usize = 60_000;
/// How long the other tabs have to answer, in milliseconds.
const ANSWER: i32 = 1_000;
const CHANNEL: &str = "uis";
const WHO: &str = "?";

thread_local! {
    static CHANNEL_OPEN: RefCell<Option<BroadcastChannel>> = const { RefCell::new(None) };
    /// The tabs that ever answered: one that has closed since is only folded by a later tab.
    static ALIVE: RefCell<HashSet<String>> = RefCell::default();
}

/// Answers other tabs that ask who is open.
pub fn answer_other_tabs() {
    let Ok(channel) = BroadcastChannel::new(CHANNEL) else { return };
    let answering = channel.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        match event.data().as_string().as_deref() {
            Some(WHO) => {
                let _ = answering.post_message(&tails::this_tab().to_string().into());
            }
            Some(tab) => ALIVE.with_borrow_mut(|alive| {
                alive.insert(tab.to_owned());
            }),
            None => {}
        }
    });
    channel.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    CHANNEL_OPEN.set(Some(channel));
}

/// Folds a case's leftovers, when the tabs that are open have had time to answer.
pub fn fold_later(case: Id) {
    let known = tabs_of(case);
    let asked = CHANNEL_OPEN.with_borrow(|channel| {
        channel.as_ref().is_some_and(|channel| channel.post_message(&WHO.into()).is_ok())
    });
    // Where tabs cannot be asked, nothing is known of them.
    let Some(window) = web_sys::window().filter(|_| asked && place::is_lasting()) else { return };
    let then = Closure::once_into_js(move || {
        let closed = ALIVE.with_borrow(|alive| known.difference(alive).cloned().collect());
        fold(case, &closed);
    });
    let _ =
        window.set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), ANSWER);
}

/// The tabs that have segments of a case, as the keys name them.
pub fn tabs_of(case: Id) -> HashSet<String> {
    let own = place::keys().into_iter();
    own.filter_map(|key| tab_of(case, &key).map(str::to_owned)).collect()
}

/// Folds a case's short segments of these tabs, which are closed, and of this one, but not those it may still write.
pub fn fold(case: Id, closed: &HashSet<String>) {
    let this = tails::this_tab().to_string();
    let mut pieces: Vec<(String, String, Vec<Event>)> = Vec::new();
    let mut all = place::keys();
    all.sort();
    for key in all {
        let Some(tab) = tab_of(case, &key) else { continue };
        if !(tab == this && !tails::is_open(&key) || closed.contains(tab)) {
            continue;
        }
        // What cannot be read wholly stays as it is.
        if let Some(text) = place::read(&key).filter(|text| text.len() < LONG)
            && let Ok(events) = segment::decode(&text)
        {
            pieces.push((key, text, events));
        }
    }
    while pieces.len() > 1 {
        let mut length = 0;
        let some = pieces.iter().take_while(|(_, text, _)| {
            let goes_on = length < LONG;
            length += text.len();
            goes_on
        });
        let some = some.count();
        if !fold_pieces(case, pieces.drain(..some).collect()) {
            return;
        }
    }
}

/// Writes the pieces as one, makes sure that it can be read, and removes them. False where it could not be written.
fn fold_pieces(case: Id, pieces: Vec<(String, String, Vec<Event>)>) -> bool {
    let mut file = CaseFile::default();
    for (_, _, events) in &pieces {
        // Two contents under one identity are for people to look at, not to be folded away.
        if !file.merge(events.iter().cloned()).clashes.is_empty() {
            return false;
        }
    }
    let events: Vec<Event> = file.log().events().cloned().collect();
    let Some(first) = events.first() else { return true };
    let text = segment::encode(&events);
    let key = free_key(case, first.id.writer);
    if place::write(&key, &text) != Saved::Yes {
        return false;
    }
    let back = place::read(&key).and_then(|text| segment::decode(&text).ok());
    if back.as_ref().is_none_or(|back| !holds_all(back, &events)) {
        return false;
    }
    for (old, before, _) in pieces {
        if place::read(&old).as_ref() == Some(&before) {
            place::remove(&old);
        }
    }
    true
}

fn holds_all(back: &[Event], events: &[Event]) -> bool {
    let (back, _) = CaseFile::from_events(back.iter().cloned());
    events.iter().all(|event| back.log().get(event.id) == Some(event))
}

/// A key of this tab that nothing has; its folded segments are numbered from 0 with a letter, apart from its own.
fn free_key(case: Id, writer: Writer) -> String {
    let tab = tails::this_tab();
    let key = |number: u32| format!("{PREFIX}{case}:e:{writer}:{tab}:f{number}");
    let free = (0..).find(|number| place::read(&key(*number)).is_none());
    key(free.unwrap_or_default())
}

fn tab_of(case: Id, key: &str) -> Option<&str> {
    let rest = key.strip_prefix(PREFIX)?.strip_prefix(&case.to_string())?.strip_prefix(":e:")?;
    rest.split(':').nth(1)
}
