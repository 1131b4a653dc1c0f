//! What the last files from here held, so that what came since can be told: `uis:CASE:seen`, a line per file.

use super::place::{self, PREFIX};
use crate::domain::case::Id;
use crate::domain::merging::Seen;

/// The last is what "siden min sidste eksport" is about; those before let more version codes be known.
const MOST: usize = 3;

/// What the last files from here held, the oldest first.
pub fn exports(case: Id) -> Vec<Seen> {
    let text = place::read(&key(case)).unwrap_or_default();
    text.lines().filter_map(|line| line.parse().ok()).collect()
}

/// Keeps what a file held; if the storage refuses, this tab still knows.
pub fn note_export(case: Id, exports: &mut Vec<Seen>, seen: Seen) {
    // A shared file is written again and again; what it held is known once.
    exports.retain(|other| *other != seen);
    exports.push(seen);
    exports.drain(..exports.len().saturating_sub(MOST));
    let lines: Vec<String> = exports.iter().map(Seen::to_string).collect();
    let _ = place::write(&key(case), &lines.join("\n"));
}

fn key(case: Id) -> String {
    format!("{PREFIX}{case}:seen")
}
