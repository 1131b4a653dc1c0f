//! A case's identity: that of its first event, so that copies of a case know each other.

use std::fmt;
use std::str::FromStr;

use super::Kept;
use crate::domain::case::{CaseFile, Id};

/// The identity of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseId(pub Id);

impl CaseId {
    /// The identity of the case of these events; none if there are none.
    pub fn of(file: &CaseFile, kept: &[Kept]) -> Option<CaseId> {
        let events = file.log().events().map(|event| (event.clock, event.id));
        CaseId::first(events.chain(kept.iter().map(|kept| (kept.clock, kept.id))))
    }

    /// The oldest of events given by clock and identity: only the first was written in knowledge of no other.
    pub(super) fn first(events: impl Iterator<Item = (u64, Id)>) -> Option<CaseId> {
        events.min().map(|(_, id)| CaseId(id))
    }
}

impl fmt::Display for CaseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for CaseId {
    type Err = ();

    fn from_str(text: &str) -> Result<CaseId, ()> {
        text.parse().map(CaseId)
    }
}
