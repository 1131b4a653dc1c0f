//! The documents there are, and what can be chosen about each.

use crate::domain::codes::codes;
use crate::domain::merging::Seen;
use crate::domain::process::Role;
use crate::domain::signers::SheetSigner;

codes! {
    /// A printable document.
    pub enum Document {
        /// Status til koordineringsmøde.
        Status = "status",
        /// Overleveringstjekliste.
        Handovers = "overleveringer",
        /// Rutebeslutningstjekliste.
        Routes = "ruter",
        /// Ruteoverblik.
        RouteOverview = "ruteoverblik",
        /// Eksekveringsoversigt.
        Plan = "eksekveringsoversigt",
        /// Underskriftsark: a sheet per signer.
        Signatures = "ark",
        /// Kørebog for servicevinduet.
        RunBook = "koerebog",
        /// Efter mødet.
        Minutes = "efter-moedet",
        /// Historik.
        History = "historik",
    }
}

/// What can be chosen about a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Offers {
    /// One role or all, and with all of them each on a page of its own.
    pub role: bool,
    pub signer: bool,
    pub only_open: bool,
    pub contacts: bool,
    pub landscape: bool,
    pub since: bool,
}

/// What is chosen about a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    pub role: Option<Role>,
    /// Each role begins a page.
    pub by_role: bool,
    pub signer: Option<SheetSigner>,
    /// What is done is left out.
    pub only_open: bool,
    pub contacts: bool,
    pub landscape: bool,
    pub since: Since,
}

/// Since when a document tells what changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Since {
    /// From the beginning.
    #[default]
    Ever,
    /// Since a moment on the wall's clocks, itself included.
    Moment(i64),
    /// Since this meeting began, at this moment.
    Meeting(u16, i64),
    /// Since what was known at an export, made at this moment.
    Export(i64, Seen),
}

impl Document {
    /// What can be chosen: only what means something for the document.
    pub const fn offers(self) -> Offers {
        const NONE: Offers = Offers {
            role: false,
            signer: false,
            only_open: false,
            contacts: false,
            landscape: false,
            since: false,
        };
        match self {
            Document::Status => Offers { contacts: true, since: true, ..NONE },
            Document::Handovers => {
                Offers { role: true, only_open: true, contacts: true, landscape: true, ..NONE }
            }
            Document::Routes => Offers { only_open: true, ..NONE },
            Document::RouteOverview => Offers { only_open: true, landscape: true, ..NONE },
            Document::Plan => Offers { only_open: true, landscape: true, ..NONE },
            Document::Signatures => {
                Offers { signer: true, only_open: true, landscape: true, ..NONE }
            }
            Document::RunBook => Offers { contacts: true, landscape: true, ..NONE },
            Document::Minutes => Offers { contacts: true, since: true, ..NONE },
            Document::History => Offers { landscape: true, since: true, ..NONE },
        }
    }

    /// Whether it is of little use without the contacts.
    pub const fn needs_contacts(self) -> bool {
        matches!(self, Document::RunBook)
    }

    /// Whether it is made for the wide side of the paper.
    pub const fn is_wide(self) -> bool {
        matches!(self, Document::RouteOverview)
    }
}

impl Since {
    /// The moment it begins at.
    pub const fn moment(&self) -> i64 {
        match self {
            Since::Ever => i64::MIN,
            Since::Moment(at) | Since::Meeting(_, at) | Since::Export(at, _) => *at,
        }
    }

    /// What was known then, where it is that and not the clock that counts.
    pub const fn known(&self) -> Option<&Seen> {
        match self {
            Since::Export(_, seen) => Some(seen),
            Since::Ever | Since::Moment(_) | Since::Meeting(..) => None,
        }
    }
}
