//! Where texts are kept by key: the browser's localStorage, or this tab's memory where the browser denies it.

use std::cell::RefCell;
use std::collections::BTreeMap;

use gloo_storage::{LocalStorage, Storage};

use super::Saved;

/// Other apps may share the origin.
pub const PREFIX: &str = "uis:";

thread_local! {
    /// What would be in the storage, had there been one.
    static MEMORY: RefCell<BTreeMap<String, String>> = RefCell::default();
}

/// Whether what is kept outlives this tab.
pub fn is_lasting() -> bool {
    local().is_some()
}

/// Our keys, in no order: a case is the same whichever of its segments is read first.
pub fn keys() -> Vec<String> {
    let Some(storage) = local() else {
        return MEMORY.with_borrow(|memory| memory.keys().cloned().collect());
    };
    let count = storage.length().unwrap_or(0);
    (0..count)
        .filter_map(|index| storage.key(index).ok().flatten())
        .filter(|key| key.starts_with(PREFIX))
        .collect()
}

pub fn read(key: &str) -> Option<String> {
    match local() {
        Some(storage) => storage.get_item(key).ok().flatten(),
        None => MEMORY.with_borrow(|memory| memory.get(key).cloned()),
    }
}

pub fn write(key: &str, text: &str) -> Saved {
    match local() {
        Some(storage) if storage.set_item(key, text).is_ok() => Saved::Yes,
        Some(_) => Saved::Refused,
        None => {
            MEMORY.with_borrow_mut(|memory| memory.insert(key.to_owned(), text.to_owned()));
            Saved::InMemory
        }
    }
}

pub fn remove(key: &str) {
    match local() {
        // What cannot be removed stays, which loses nothing.
        Some(storage) => drop(storage.remove_item(key)),
        None => drop(MEMORY.with_borrow_mut(|memory| memory.remove(key))),
    }
}

/// `LocalStorage::raw` panics where the browser denies the storage, so that is asked first.
fn local() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten().map(|_| LocalStorage::raw())
}
