//! What was known at a moment, compactly: of each writer the numbers of the events, as a rule all up to the highest.

use std::collections::{BTreeMap, HashSet};
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::ids;
use crate::domain::case::{CaseFile, Id, Version, Writer};
use crate::domain::exchange::Kept;

/// A set of events: exact, also where numbers are missing. As text `7k2m9qx4:17 9qx47k2m:1-3,5`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Seen {
    /// First and last of each run of numbers, ascending and apart.
    runs: BTreeMap<Writer, Vec<(u32, u32)>>,
}

/// The text is no set of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadSeen;

impl Seen {
    /// All that is known of a case now.
    pub fn of(file: &CaseFile, kept: &[Kept]) -> Seen {
        Seen::of_ids(ids(file, kept))
    }

    /// These events.
    pub fn of_ids(ids: impl IntoIterator<Item = Id>) -> Seen {
        let mut numbers: BTreeMap<Writer, Vec<u32>> = BTreeMap::new();
        for id in ids {
            numbers.entry(id.writer).or_default().push(id.seq);
        }
        let runs = numbers.into_iter().map(|(writer, mut numbers)| {
            numbers.sort_unstable();
            let mut runs: Vec<(u32, u32)> = Vec::new();
            for number in numbers {
                match runs.last_mut() {
                    Some((_, last)) if number <= last.saturating_add(1) => *last = number,
                    _ => runs.push((number, number)),
                }
            }
            (writer, runs)
        });
        Seen { runs: runs.collect() }
    }

    /// Whether the event is in the set.
    pub fn contains(&self, id: Id) -> bool {
        let runs = self.runs.get(&id.writer).map(Vec::as_slice).unwrap_or_default();
        let after = runs.partition_point(|(first, _)| *first <= id.seq);
        after.checked_sub(1).and_then(|at| runs.get(at)).is_some_and(|(_, last)| id.seq <= *last)
    }

    /// How many events are in the set.
    pub fn len(&self) -> u64 {
        let runs = self.runs.values().flatten();
        runs.map(|(first, last)| u64::from(last - first) + 1).sum()
    }

    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// The version code of the set, if it holds only events that are known here.
    pub(super) fn version_within(&self, here: &HashSet<Id>) -> Option<Version> {
        // What claims more than there is here is not counted through: it may claim billions.
        let within = self.len() <= here.len() as u64;
        let ids: Vec<Id> = here.iter().copied().filter(|id| within && self.contains(*id)).collect();
        (within && ids.len() as u64 == self.len()).then(|| Version::of_ids(ids))
    }
}

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, (writer, runs)) in self.runs.iter().enumerate() {
            let gap = if place == 0 { "" } else { " " };
            write!(f, "{gap}{writer}:")?;
            match runs.as_slice() {
                [(1, last)] => write!(f, "{last}")?,
                runs => {
                    for (place, (first, last)) in runs.iter().enumerate() {
                        let comma = if place == 0 { "" } else { "," };
                        write!(f, "{comma}{first}-{last}")?;
                    }
                }
            }
        }
        Ok(())
    }
}

impl FromStr for Seen {
    type Err = BadSeen;

    fn from_str(text: &str) -> Result<Seen, BadSeen> {
        let mut seen = Seen::default();
        for part in text.split(' ').filter(|part| !part.is_empty()) {
            let (writer, numbers) = part.split_once(':').ok_or(BadSeen)?;
            let runs: Option<Vec<(u32, u32)>> = match numbers.parse::<u32>() {
                Ok(last) => Some(vec![(1, last)]),
                Err(_) => numbers.split(',').map(run).collect(),
            };
            let runs = runs.ok_or(BadSeen)?;
            let in_order = runs.windows(2).all(|pair| pair[0].1 < pair[1].0);
            if !in_order || runs.iter().any(|(first, last)| first > last) {
                return Err(BadSeen);
            }
            seen.runs.insert(writer.parse().map_err(|()| BadSeen)?, runs);
        }
        Ok(seen)
    }
}

impl TryFrom<String> for Seen {
    type Error = BadSeen;

    fn try_from(text: String) -> Result<Seen, BadSeen> {
        text.parse()
    }
}

impl From<Seen> for String {
    fn from(seen: Seen) -> String {
        seen.to_string()
    }
}

impl fmt::Display for BadSeen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no set of events")
    }
}

fn run(text: &str) -> Option<(u32, u32)> {
    let (first, last) = text.split_once('-')?;
    Some((first.parse().ok()?, last.parse().ok()?))
}
