//! Two copies of a case compared: exactly by a file, and as far as it can be told by a version code.

use std::collections::{HashMap, HashSet};

use super::{Seen, ids, version};
use crate::domain::case::{CaseFile, Event, Id, Version, VersionSum, Writer, id_key};
use crate::domain::exchange::{CaseId, Imported, Kept};
use crate::domain::sorting::sort_by_numbers;

/// What a version code tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeComparison {
    /// "Samme version".
    Same,
    /// "Du har nyere": theirs is an earlier state of mine, which lacks so many of my events.
    Newer { ahead: usize },
    /// It is no state that can be found here: they have something I lack, or lack some of mine in no known order.
    Unknown,
}

/// What a file tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileComparison {
    OtherCase,
    Same,
    /// I have all of theirs and so much more.
    Newer {
        ahead: usize,
    },
    /// They have all of mine and so much more.
    Older {
        behind: usize,
    },
    /// Each has what the other lacks.
    Apart {
        ahead: usize,
        behind: usize,
    },
}

/// What a code from another copy tells. `known` are earlier states of this copy, such as that at each export.
///
/// Found are these states, those the case had by the clocks on the wall and by its logical clock, and those that lack
/// only the latest of one writer. All that is tried is linear in the events, but for sorting.
pub fn compare_code(
    here: &CaseFile,
    kept: &[Kept],
    code: Version,
    known: &[Seen],
) -> CodeComparison {
    if code == version(here, kept) {
        return CodeComparison::Same;
    }
    let all: HashSet<Id> = ids(here, kept).collect();
    let of_known = known.iter().find(|seen| seen.version_within(&all) == Some(code));
    let ahead = match of_known {
        Some(seen) => Some(all.len().saturating_sub(seen.len() as usize)),
        None => earlier(here, kept, code),
    };
    ahead.map_or(CodeComparison::Unknown, |ahead| CodeComparison::Newer { ahead })
}

/// What a file from another copy tells.
pub fn compare_file(here: &CaseFile, kept: &[Kept], file: &Imported) -> FileComparison {
    if CaseId::of(here, kept) != Some(file.case) {
        return FileComparison::OtherCase;
    }
    let mine: HashSet<Id> = ids(here, kept).collect();
    let theirs: HashSet<Id> = file.ids().collect();
    let ahead = mine.difference(&theirs).count();
    let behind = theirs.difference(&mine).count();
    match (ahead, behind) {
        (0, 0) => FileComparison::Same,
        (ahead, 0) => FileComparison::Newer { ahead },
        (0, behind) => FileComparison::Older { behind },
        (ahead, behind) => FileComparison::Apart { ahead, behind },
    }
}

/// How many events the state with this code lacks, if it is found among the earlier states.
fn earlier(here: &CaseFile, kept: &[Kept], code: Version) -> Option<usize> {
    let mut whole = VersionSum::default();
    ids(here, kept).for_each(|id| whole.add(id));
    let without = |latest: &mut dyn Iterator<Item = Id>| {
        let mut sum = whole;
        latest.enumerate().find_map(|(taken, id)| {
            sum.take(id);
            (sum.version() == code).then_some(taken + 1)
        })
    };
    let mut events: Vec<&Event> = here.log().events().collect();
    sort_by_numbers(&mut events, |event| id_key(event.clock, event.id));
    if let Some(lacks) = without(&mut events.iter().rev().map(|event| event.id)) {
        return Some(lacks);
    }
    // The order among events of one moment stays that of the logical clock.
    sort_by_numbers(&mut events, |event| [event.at.max(0).unsigned_abs(), 0, 0]);
    if let Some(lacks) = without(&mut events.iter().rev().map(|event| event.id)) {
        return Some(lacks);
    }
    let mut writers: HashMap<Writer, Vec<Id>> = HashMap::new();
    for id in ids(here, kept) {
        writers.entry(id.writer).or_default().push(id);
    }
    writers.into_values().find_map(|mut ids| {
        ids.sort_unstable();
        without(&mut ids.into_iter().rev())
    })
}
