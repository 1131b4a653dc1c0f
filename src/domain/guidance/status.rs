//! The status of an activity, and what it waits for.

use crate::domain::case::{Holder, Id, Scope, Stamp};
use crate::domain::process::{Activity, Answer, Gateway};
use crate::domain::time::Day;

/// Where an activity stands in its scope (domain, section 6, rule 2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// Ikke nået: it waits.
    NotReached(Vec<Wait>),
    /// Klar: its role's turn.
    Ready,
    /// Udført.
    Done,
    /// Ikke relevant.
    NotApplicable(Excluded),
}

/// Something that is waited for, and from whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wait {
    pub on: WaitOn,
    pub from: Vec<Holder>,
}

/// What is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WaitOn {
    Activity(Activity, Scope),
    /// An answer at a gateway.
    Answer(Gateway, Scope),
    /// The first route of the overview.
    AnyRoute,
    /// So many routes are not decided.
    Decisions(usize),
    /// A first service agreement: webservices are used and none is made.
    AnyAgreement,
    /// So many of FN's orders are not placed.
    Orders(usize),
    /// So many receipts are not in.
    Receipts(usize),
    /// So many incidents are open.
    Incidents(usize),
    /// A signature, or the naming of who is to sign.
    Signatures(Id),
    /// The service agreement of a route.
    Agreement(Id),
}

/// What excluded an activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Excluded {
    /// The gateway's answer leads another way.
    Branch { gateway: Gateway, scope: Scope, answer: Answer },
    /// The case has webservice routes but establishes none, so no agreement is to be made.
    NoNewWebservice,
    /// There is nothing for it to do: FG closes no route.
    NothingToDo,
    /// Its role set it to "ikke relevant".
    Skipped { stamp: Option<Stamp>, note: String },
}

/// An activity in a scope, as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub activity: Activity,
    pub scope: Scope,
    pub status: Status,
    /// One part per role and organisation that performs it.
    pub parts: Vec<Part>,
    /// What of it is to be done now, and by whom, where it is made of others, of orders or of receipts and has begun.
    pub remaining: Vec<Wait>,
    /// Set where it was recorded before its turn, or has since lost its basis.
    pub deviation: Option<Deviation>,
}

/// One performer's part of an activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub holder: Holder,
    pub done: bool,
    pub stamp: Option<Stamp>,
    /// The day it was done, where that is not the day it was recorded.
    pub on: Option<Day>,
    pub note: String,
}

/// A completion that does not rest on what it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deviation {
    /// The stated reason; empty where the basis was lost later.
    pub reason: String,
    /// What it still lacks, if anything.
    pub lacks: Vec<Wait>,
}

impl Status {
    /// Whether what needs the activity may go on.
    pub fn is_settled(&self) -> bool {
        matches!(self, Status::Done | Status::NotApplicable(_))
    }

    /// What it waits for; nothing unless it waits.
    pub fn waits(&self) -> &[Wait] {
        match self {
            Status::NotReached(waits) => waits,
            _ => &[],
        }
    }
}

impl Step {
    /// Whether it is this holder's turn: the activity is ready and the holder's part is not done.
    pub fn is_turn_of(&self, holder: Holder) -> bool {
        self.status == Status::Ready
            && self.parts.iter().any(|part| part.holder == holder && !part.done)
    }

    /// What a completion recorded now would lack: without it, recording takes a reason.
    pub fn lacks(&self) -> Vec<Wait> {
        self.status.waits().iter().chain(&self.remaining).cloned().collect()
    }

    /// The newest stamp of its parts: when it became done.
    pub fn stamp(&self) -> Option<&Stamp> {
        self.parts.iter().filter_map(|part| part.stamp.as_ref()).max_by_key(|stamp| stamp.at)
    }
}
