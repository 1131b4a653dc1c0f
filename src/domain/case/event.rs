//! An event: one field set to one value, by whom, when, and in the knowledge of what.

use std::sync::Arc;

use super::{Field, Id, Value};
use crate::domain::process::Role;

/// Who wrote an event, as the writer had stated it then.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Author {
    pub name: String,
    pub initials: String,
    pub organisation: String,
    /// The roles the author had chosen under "Min rolle".
    pub roles: Vec<Role>,
}

/// One change. The set of all events of a case is the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    pub id: Id,
    /// Logical clock: higher than that of every event the writer had seen.
    pub clock: u64,
    /// Wall time in milliseconds since 1970 UTC. Shown, never used to order what depends on order.
    pub at: i64,
    pub author: Arc<Author>,
    pub field: Field,
    pub value: Value,
    /// The events of this field that the writer saw and hereby supersedes; for a removal, those of all the fields of
    /// what is removed.
    pub knew: Vec<Id>,
    /// The first event of the group made in one stroke, which is undone in one stroke.
    pub batch: u32,
}

/// When and by whom: what is kept of the event a fact rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    pub id: Id,
    pub clock: u64,
    pub at: i64,
    pub author: Arc<Author>,
}

impl Event {
    /// When and by whom the event was written.
    pub fn stamp(&self) -> Stamp {
        Stamp { id: self.id, clock: self.clock, at: self.at, author: self.author.clone() }
    }

    /// Orders events of one field: the newest is the greatest.
    pub(super) fn age(&self) -> (u64, Id) {
        (self.clock, self.id)
    }
}
