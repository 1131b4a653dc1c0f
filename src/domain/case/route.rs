//! A line of the route overview: its facts, and what was recorded about its orders.

use std::collections::BTreeMap;

use super::{Id, Mark, Occasion, Stamp};
use crate::domain::codes::codes;
use crate::domain::process::Activity;
use crate::domain::time::Day;

codes! {
    /// What is to happen with a line (domain, 4.1).
    pub enum Handling {
        /// Erstat: close the old route and establish a new one.
        Replace = "replace",
        /// Etabler.
        Establish = "establish",
        /// Nedlæg.
        Close = "close",
        /// \[I\] Bevar: no order; listed so that nobody wonders.
        Keep = "keep",
    }
}

codes! {
    /// Rutetype.
    pub enum RouteType {
        Webservice = "webservice",
        Sftp = "sftp",
    }
}

codes! {
    /// Whether the sender knows both the receiving authority and the receiving it-system.
    pub enum Addressing {
        Explicit = "explicit",
        /// \[I\] The sender knows the authority only.
        Implicit = "implicit",
    }
}

codes! {
    /// Who closes an old route, as SA decides (U13, U15).
    pub enum Closer {
        NewOperations = "FN",
        OldOperations = "FG",
    }
}

codes! {
    /// The route that exists on SP today, or the one to come.
    pub enum Side {
        Old = "old",
        New = "new",
    }
}

codes! {
    /// One of a route's two systems (figures 7 and 8).
    pub enum End {
        /// The anvendersystem, which calls; the afsendersystem, which delivers.
        From = "from",
        /// The serviceudbydersystem; the modtagersystem.
        To = "to",
    }
}

codes! {
    /// The two kinds of order a line can need.
    pub enum OrderKind {
        Close = "close",
        Establish = "establish",
    }
}

codes! {
    /// What a receipt says (G5).
    pub enum ReceiptState {
        Ok = "ok",
        Failed = "failed",
    }
}

/// A line of the route overview. Its identity tells when it was added, not what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    pub id: Id,
    /// The logical clock of its creation; routes are listed by it.
    pub born: u64,
    pub removed: bool,
    pub name: String,
    /// The identity it has on SP.
    pub reference: String,
    pub note: String,
    pub handling: Option<Handling>,
    pub closer: Option<Closer>,
    pub ordered_early: Option<bool>,
    pub early_stamp: Option<Stamp>,
    pub agreement: Option<Id>,
    /// A line that is replaced together with this one.
    pub replaced_with: Option<Id>,
    pub old: RouteSide,
    pub new: RouteSide,
    pub close: OrderFacts,
    pub establish: OrderFacts,
    pub marks: BTreeMap<Activity, Mark>,
    pub signatures: BTreeMap<Id, Signature>,
}

/// The facts of one side, as far as they are entered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RouteSide {
    pub kind: Option<RouteType>,
    pub from: Option<Id>,
    pub to: Option<Id>,
    pub authority: Option<Id>,
    pub addressing: Option<Addressing>,
    pub active: Option<bool>,
}

/// What people recorded about an order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrderFacts {
    /// Part i rute, where someone confirmed or overruled what is derived.
    pub party: Option<bool>,
    pub party_reason: String,
    pub party_stamp: Option<Stamp>,
    pub position: Option<u32>,
    pub receipts: BTreeMap<Occasion, Receipt>,
}

/// A receipt of an order carried out, and its incident if it failed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Receipt {
    pub state: Option<ReceiptState>,
    pub stamp: Option<Stamp>,
    pub incident: String,
    pub reference: String,
    pub resolved: Option<Day>,
}

/// A signature that an order's delegation calls for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signature {
    pub removed: bool,
    pub order: Option<OrderKind>,
    pub organisation: Option<Id>,
    pub signer: String,
    pub asked: Option<Day>,
    pub signed: Option<Day>,
    pub reference: String,
}

impl Route {
    /// A line of which nothing is known yet.
    pub fn new(id: Id) -> Route {
        Route {
            id,
            born: u64::MAX,
            removed: false,
            name: String::new(),
            reference: String::new(),
            note: String::new(),
            handling: None,
            closer: None,
            ordered_early: None,
            early_stamp: None,
            agreement: None,
            replaced_with: None,
            old: RouteSide::default(),
            new: RouteSide::default(),
            close: OrderFacts::default(),
            establish: OrderFacts::default(),
            marks: BTreeMap::new(),
            signatures: BTreeMap::new(),
        }
    }

    /// One side as entered; see guidance for what the new side takes over from the old.
    pub fn side(&self, side: Side) -> &RouteSide {
        match side {
            Side::Old => &self.old,
            Side::New => &self.new,
        }
    }

    /// What was recorded about one of its orders.
    pub fn order(&self, kind: OrderKind) -> &OrderFacts {
        match kind {
            OrderKind::Close => &self.close,
            OrderKind::Establish => &self.establish,
        }
    }

    /// The signatures named for one of its orders.
    pub fn signatures(&self, kind: OrderKind) -> impl Iterator<Item = (Id, &Signature)> {
        self.signatures
            .iter()
            .filter(move |(_, signature)| !signature.removed && signature.order == Some(kind))
            .map(|(id, signature)| (*id, signature))
    }
}

impl RouteSide {
    /// The system at one end.
    pub fn system(&self, end: End) -> Option<Id> {
        match end {
            End::From => self.from,
            End::To => self.to,
        }
    }
}

impl Receipt {
    /// Whether the receipt failed and its incident is still open.
    pub fn is_open_incident(&self) -> bool {
        self.state == Some(ReceiptState::Failed) && self.resolved.is_none()
    }
}
