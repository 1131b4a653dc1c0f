//! The orders that follow from a line of the route overview (domain, 4.1).

use super::reason::Because;
use crate::domain::case::{Addressing, Id, OrderKind, RouteType, Stamp};
use crate::domain::process::{Activity, Role};
use crate::domain::signers::Ruled;

/// One order: what is closed or established, by whom, on which form, when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    pub kind: OrderKind,
    /// FN or FG.
    pub orderer: Role,
    /// F2–F7, or U22 for FG; none while part i rute or the type is open.
    pub form: Option<Activity>,
    /// Part i rute; FG closes as a party of its own system.
    pub party: Option<bool>,
    pub because: Because,
    pub route_type: Option<RouteType>,
    pub addressing: Option<Addressing>,
    /// None while a fact it depends on is open.
    pub moment: Option<Moment>,
    pub signing: Signing,
    /// What the site's rules ask of its signers.
    pub ruled: Ruled,
    /// The agreement a new webservice route needs: none where none is named yet.
    pub agreement: AgreementNeed,
    /// When and by whom the order was placed.
    pub placed: Option<Stamp>,
    /// Its place in the eksekveringsoversigt.
    pub position: Option<u32>,
}

/// When an order is carried out, in the order of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Moment {
    /// During the preparation (U14).
    Preparation,
    /// In the service window: closed in G3, set up in G4.
    Window,
    /// In the window, after the check (G10).
    AfterCheck,
    /// After the change (U22).
    AfterChange,
}

/// How far an order's signatures are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Signing {
    /// Not delegated.
    NotNeeded,
    /// Delegated, and nobody is named to sign: "Afklar underskriver".
    Unclear,
    /// Some are recorded; so many are lacking.
    Lacking(usize),
    Complete,
}

/// Whether an order needs a service agreement, and has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AgreementNeed {
    NotNeeded,
    Missing,
    Named(Id),
}

impl Moment {
    /// All moments in the order of time.
    pub const ALL: [Moment; 4] =
        [Moment::Preparation, Moment::Window, Moment::AfterCheck, Moment::AfterChange];

    /// The activity in which an order of this moment is carried out.
    pub fn activity(self, kind: OrderKind) -> Activity {
        match (self, kind) {
            (Moment::Preparation, _) => Activity::U14,
            (Moment::Window, OrderKind::Close) => Activity::G3,
            (Moment::Window, OrderKind::Establish) => Activity::G4,
            (Moment::AfterCheck, _) => Activity::G10,
            (Moment::AfterChange, _) => Activity::U22,
        }
    }
}

impl Order {
    /// Whether the ordering task is delegated: it is where the orderer is not party to the route.
    pub fn delegated(&self) -> Option<bool> {
        self.party.map(|party| !party)
    }

    /// Whether the order is FG's own.
    pub fn by_old_operations(&self) -> bool {
        self.orderer == Role::OldOperations
    }
}
