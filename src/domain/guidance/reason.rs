//! Why a derived answer is what it is, as data; `text` puts it into words.

use crate::domain::case::{Closer, End, Handling, Id, RouteType, Side, Stamp};
use crate::domain::process::Role;

/// The reason of an answer on a route's path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Because {
    /// It follows from the line's handling.
    Handling(Handling),
    /// The handling is not decided.
    HandlingOpen,
    /// SA has decided who closes.
    ClosedBy(Closer),
    /// Who closes is not decided.
    CloserOpen,
    /// The type is entered.
    TypeEntered(RouteType),
    /// The new side's type is taken over from the old side.
    TypeTakenOver(RouteType),
    TypeOpen,
    /// The orderer's organisation is forvaltningsansvarlig for this end.
    PartyTo {
        role: Role,
        side: Side,
        end: End,
        system: Id,
        organisation: Id,
    },
    /// The orderer's organisation is forvaltningsansvarlig for neither end.
    PartyToNeither {
        role: Role,
        organisation: Id,
    },
    /// Too little is entered to tell.
    PartyOpen(Vec<Lacking>),
    /// Someone confirmed what is derived.
    Confirmed {
        derived: Box<Because>,
        stamp: Stamp,
    },
    /// Someone overruled what is derived, or answered what could not be derived.
    Overruled {
        derived: Box<Because>,
        reason: String,
        stamp: Stamp,
    },
    /// FG closes routes of its own system, never by delegation.
    OwnSystem,
}

/// A fact that an answer lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lacking {
    /// The system at an end of a side.
    System(Side, End),
    /// Who is forvaltningsansvarlig for a system.
    Operator(Id),
    /// Which organisation holds the role of the orderer.
    Orderer(Role),
}

/// A question about a line that has no answer yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    Handling,
    Closer,
    Active,
    Addressing(Side),
    Type(Side),
    /// Part i rute, for the order that closes or establishes.
    Party(Side),
}

impl Because {
    /// Part i rute as it is derived from who runs the systems, whatever someone recorded.
    pub fn derived_party(&self) -> Option<bool> {
        match self {
            Because::PartyTo { .. } => Some(true),
            Because::PartyToNeither { .. } => Some(false),
            Because::Confirmed { derived, .. } | Because::Overruled { derived, .. } => {
                derived.derived_party()
            }
            _ => None,
        }
    }
}
