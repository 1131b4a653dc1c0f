//! The gateways: each question, its answers and where each leads.

use super::{Activity, Role, ScopeKind};
use crate::domain::codes::codes;

codes! {
    /// A question at which the process branches.
    pub enum Gateway {
        /// Are webservices used at all? Service agreements are not supported for SFTP (U12).
        AgreementsNeeded = "agreements-needed",
        /// Opret flere serviceaftaler? (after U12)
        MoreAgreements = "more-agreements",
        /// Nedlæg rute? (2.2)
        CloseRoute = "close-route",
        /// Rolle? for the closing order (2.2)
        CloseParty = "close-party",
        /// Etabler rute? (2.2)
        EstablishRoute = "establish-route",
        /// Rutetype? (2.2)
        RouteType = "route-type",
        /// Rolle? for the establishing order (2.2)
        EstablishParty = "establish-party",
        /// Flere ruter? (F8)
        MoreRoutes = "more-routes",
        /// \[I\] U18: gennemfør or udskyd.
        CarryOut = "carry-out",
        /// Implicitte ruter? (after G2)
        ImplicitRoutes = "implicit-routes",
        /// OK? of the receipts (after G5)
        ReceiptsOk = "receipts-ok",
        /// \[I\] Roll back because of an incident, before the check is reached.
        Abandon = "abandon",
        /// OK? of the check (after G9)
        CheckOk = "check-ok",
        /// \[I\] Did the attempt succeed? (after U21)
        Succeeded = "succeeded",
        /// Do other authorities still use the old system? (before U23)
        StillUsed = "still-used",
    }
}

codes! {
    /// An answer at a gateway.
    pub enum Answer {
        Yes = "yes",
        No = "no",
        /// Part i rute.
        Party = "party",
        /// Ikke part i rute.
        NotParty = "not-party",
        Sftp = "sftp",
        Webservice = "webservice",
        /// Gennemfør.
        Go = "go",
        /// Udskyd.
        Postpone = "postpone",
    }
}

/// Where an answer comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// The role decides it.
    Asked(Role),
    /// It follows from recorded facts.
    Derived,
    /// It follows from recorded facts, and the role may confirm or overrule it with a reason.
    Proposed(Role),
}

/// Where an answer leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Leads {
    /// To these activities.
    To(&'static [Activity]),
    /// To the next question.
    Ask(Gateway),
    /// To an end of the (sub)process.
    End,
}

/// One row of the process's table of gateways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GatewayInfo {
    pub gateway: Gateway,
    /// The activity after which, or at which, the question is met.
    pub at: Activity,
    pub scope: ScopeKind,
    pub origin: Origin,
    pub answers: &'static [(Answer, Leads)],
}

impl Gateway {
    /// The row of the process's table about this gateway.
    pub fn info(self) -> &'static GatewayInfo {
        // The table has a row per value in the order of declaration; a test holds it to that.
        &GATEWAYS[self as usize]
    }
}

const fn row(
    gateway: Gateway,
    at: Activity,
    scope: ScopeKind,
    origin: Origin,
    answers: &'static [(Answer, Leads)],
) -> GatewayInfo {
    GatewayInfo { gateway, at, scope, origin, answers }
}

pub(super) const GATEWAYS: &[GatewayInfo] = &{
    use Activity::*;
    use Answer::*;
    use Leads::{Ask, End, To};
    use Origin::{Asked, Derived, Proposed};
    use Role::{Helpdesk as HD, NewOperations as FN, OldOperations as FG, SystemManager as SA};
    use ScopeKind::{Attempt, Case, Route};
    [
        row(Gateway::AgreementsNeeded, U8, Case, Derived, &[(Yes, To(&[U9])), (No, To(&[U13]))]),
        row(Gateway::MoreAgreements, U12, Case, Asked(FN), &[(Yes, To(&[U9])), (No, To(&[U13]))]),
        row(
            Gateway::CloseRoute,
            F1,
            Route,
            Derived,
            &[(Yes, Ask(Gateway::CloseParty)), (No, Ask(Gateway::EstablishRoute))],
        ),
        row(
            Gateway::CloseParty,
            F1,
            Route,
            Proposed(FN),
            &[(Party, To(&[F2])), (NotParty, To(&[F3]))],
        ),
        row(
            Gateway::EstablishRoute,
            F3,
            Route,
            Derived,
            &[(Yes, Ask(Gateway::RouteType)), (No, To(&[F8]))],
        ),
        row(
            Gateway::RouteType,
            F3,
            Route,
            Derived,
            &[(Sftp, Ask(Gateway::EstablishParty)), (Webservice, Ask(Gateway::EstablishParty))],
        ),
        row(
            Gateway::EstablishParty,
            F3,
            Route,
            Proposed(FN),
            &[(NotParty, To(&[F4, F6])), (Party, To(&[F5, F7]))],
        ),
        row(Gateway::MoreRoutes, F8, Case, Derived, &[(Yes, Ask(Gateway::CloseRoute)), (No, End)]),
        row(
            Gateway::CarryOut,
            U18,
            Attempt,
            Asked(SA),
            &[(Go, To(&[U19, G1])), (Postpone, To(&[U16]))],
        ),
        row(Gateway::ImplicitRoutes, G2, Attempt, Derived, &[(Yes, To(&[G3])), (No, To(&[G5]))]),
        row(
            Gateway::ReceiptsOk,
            G5,
            Attempt,
            Derived,
            &[(Yes, To(&[G6])), (No, Ask(Gateway::Abandon))],
        ),
        row(Gateway::Abandon, G5, Attempt, Asked(FN), &[(Yes, To(&[G11])), (No, To(&[G6]))]),
        row(Gateway::CheckOk, G9, Attempt, Asked(HD), &[(Yes, To(&[G10])), (No, To(&[G11]))]),
        row(Gateway::Succeeded, U21, Attempt, Derived, &[(Yes, To(&[U22])), (No, To(&[U16]))]),
        row(Gateway::StillUsed, U22, Case, Asked(FG), &[(Yes, To(&[U23])), (No, To(&[U23]))]),
    ]
};
