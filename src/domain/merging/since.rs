//! What is changed since my last export, since a given file, or since a date.

use std::collections::HashSet;

use super::{Changes, Seen};
use crate::domain::case::{CaseFile, Id};
use crate::domain::exchange::Imported;

/// Since when.
#[derive(Clone, Copy, Debug)]
pub enum Since<'a> {
    /// What was known then, as at my last export.
    Seen(&'a Seen),
    /// What a file holds.
    File(&'a Imported),
    /// A moment by the clocks on the wall, in milliseconds since 1970 UTC, itself included.
    ///
    /// What another wrote before it and I merged after it does not count.
    Moment(i64),
}

/// What changed here since.
pub fn changes_since(file: &CaseFile, since: Since<'_>) -> Changes {
    match since {
        Since::Seen(seen) => Changes::of(file, |id| !seen.contains(id)),
        Since::File(imported) => {
            let there: HashSet<Id> = imported.ids().collect();
            Changes::of(file, |id| !there.contains(&id))
        }
        Since::Moment(at) => {
            Changes::of(file, |id| file.log().get(id).is_some_and(|event| event.at >= at))
        }
    }
}
