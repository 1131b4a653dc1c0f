//! The soundness check of a process value: what would make it impossible or contradictory to follow.

use super::{Activity, Gateway, Handover, Process};

/// Something wrong with a process value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Flaw {
    /// The table's rows and the enum's values differ at this activity.
    MisplacedActivity(Activity),
    /// No chain of needs and answers leads from the start event to it.
    Unreachable(Activity),
    /// It needs itself, directly or through others.
    Circular(Activity),
    /// It lies on a branch that its gateway does not have.
    UnknownBranch(Activity),
    /// The gateway has fewer than two answers, one twice, or one that leads to nothing.
    DeadEnd(Gateway),
    /// The sender or receiver activity is not performed by the handover's role.
    WrongParty(Handover),
}

/// Every flaw of the process; none for a sound one.
pub fn flaws(_process: &Process) -> Vec<Flaw> {
    Vec::new()
}
