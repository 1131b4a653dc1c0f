//! The activities U1–U24, F1–F8 and G1–G12 with what each needs, and the start event.

use super::{Answer, Gateway, Role};
use crate::domain::codes::codes;

codes! {
    /// An activity of the process; `Start` is the start event, which the systemejer performs.
    pub enum Activity {
        Start = "START",
        U1 = "U1", U2 = "U2", U3 = "U3", U4 = "U4", U5 = "U5", U6 = "U6", U7 = "U7", U8 = "U8",
        U9 = "U9", U10 = "U10", U11 = "U11", U12 = "U12", U13 = "U13", U14 = "U14", U15 = "U15", U16 = "U16",
        U17 = "U17", U18 = "U18", U19 = "U19", U20 = "U20", U21 = "U21", U22 = "U22", U23 = "U23", U24 = "U24",
        F1 = "F1", F2 = "F2", F3 = "F3", F4 = "F4", F5 = "F5", F6 = "F6", F7 = "F7", F8 = "F8",
        G1 = "G1", G2 = "G2", G3 = "G3", G4 = "G4", G5 = "G5", G6 = "G6",
        G7 = "G7", G8 = "G8", G9 = "G9", G10 = "G10", G11 = "G11", G12 = "G12",
    }
}

/// Which of the source's three processes an activity belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Udskift it-system (2.1): "pkt. 7".
    Main,
    /// Subproces Forbered ruter (2.2): "2.2 pkt. 3".
    Prepare,
    /// Subproces Gennemfør omlægning af ruter (2.3): "2.3 pkt. 9".
    Cutover,
}

/// How often an activity is performed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ScopeKind {
    /// Once per case.
    Case,
    /// Once per service agreement.
    Agreement,
    /// Once per line of the route overview.
    Route,
    /// Once per attempt at the change.
    Attempt,
}

/// The source's colour of an activity: where it is performed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Performed {
    /// No colour: by the role, in its own organisation.
    Own,
    /// Green: by SP's Helpdesk.
    Helpdesk,
    /// Pink: in the fælleskommunale administrationsmodul (ADM).
    Adm,
}

/// What an activity waits for before it is its role's turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Need {
    /// The activity is done, or does not apply.
    Done(Activity),
    /// Every service agreement is through U9–U12 and no more are to be made.
    AgreementsSettled,
    /// Every route has its handling and every order of FN's is placed (F2–F7).
    RoutesOrdered,
    /// Every receipt due in the attempt is in, and each failed one's incident is resolved.
    ReceiptsClear,
    /// The gateway has an answer, whichever.
    Answered(Gateway),
}

/// The branch an activity lies on: it applies only where the gateway has this answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Condition {
    pub gateway: Gateway,
    pub answer: Answer,
}

/// One row of the process's table of activities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivityInfo {
    pub activity: Activity,
    /// The roles that perform it; with several, each does its part.
    pub roles: &'static [Role],
    pub scope: ScopeKind,
    pub performed: Performed,
    /// "+": it has a process (and a document) of its own.
    pub subprocess: bool,
    /// The activities that make it up here, where the product holds its subprocess.
    pub made_of: &'static [Activity],
    /// "(evt.)": it may be set to "ikke relevant" by its role.
    pub optional: bool,
    /// Deciding this gateway is what completes it.
    pub decides: Option<Gateway>,
    pub when: &'static [Condition],
    pub needs: &'static [Need],
}

impl Activity {
    /// The row of the process's table about this activity.
    pub fn info(self) -> &'static ActivityInfo {
        // The table has a row per value in the order of declaration; a test holds it to that.
        &ACTIVITIES[self as usize]
    }

    /// The process the activity belongs to.
    pub fn part(self) -> Part {
        if self >= Activity::G1 {
            Part::Cutover
        } else if self >= Activity::F1 {
            Part::Prepare
        } else {
            Part::Main
        }
    }

    /// The activity's number in its process, as in "pkt. 7"; none for the start event.
    pub fn number(self) -> Option<u8> {
        self.code()[1..].parse().ok()
    }
}

use Activity::*;
use Need::{AgreementsSettled, Answered, Done, ReceiptsClear, RoutesOrdered};
use Role::{
    Helpdesk as HD, InvolvedManagers as SI, InvolvedOperations as FI, NewOperations as FN,
    OldOperations as FG, SystemManager as SA, SystemOwner as SE,
};

const fn when(gateway: Gateway, answer: Answer) -> Condition {
    Condition { gateway, answer }
}

const fn row(
    activity: Activity,
    roles: &'static [Role],
    scope: ScopeKind,
    needs: &'static [Need],
) -> ActivityInfo {
    ActivityInfo {
        activity,
        roles,
        scope,
        performed: Performed::Own,
        subprocess: false,
        made_of: &[],
        optional: false,
        decides: None,
        when: &[],
        needs,
    }
}

impl ActivityInfo {
    const fn green(mut self) -> Self {
        self.performed = Performed::Helpdesk;
        self
    }
    const fn pink(mut self) -> Self {
        self.performed = Performed::Adm;
        self
    }
    const fn plus(mut self) -> Self {
        self.subprocess = true;
        self
    }
    const fn made_of(mut self, parts: &'static [Activity]) -> Self {
        self.made_of = parts;
        self
    }
    const fn optional(mut self) -> Self {
        self.optional = true;
        self
    }
    const fn deciding(mut self, gateway: Gateway) -> Self {
        self.decides = Some(gateway);
        self
    }
    const fn when(mut self, conditions: &'static [Condition]) -> Self {
        self.when = conditions;
        self
    }
}

const AGREEMENTS: &[Condition] = &[when(Gateway::AgreementsNeeded, Answer::Yes)];
const GO: &[Condition] = &[when(Gateway::CarryOut, Answer::Go)];
const IMPLICIT: &[Condition] =
    &[when(Gateway::CarryOut, Answer::Go), when(Gateway::ImplicitRoutes, Answer::Yes)];
const CHECKED: &[Condition] =
    &[when(Gateway::CarryOut, Answer::Go), when(Gateway::Abandon, Answer::No)];
const CHECK_OK: &[Condition] =
    &[when(Gateway::CarryOut, Answer::Go), when(Gateway::CheckOk, Answer::Yes)];
const CHECK_FAILED: &[Condition] =
    &[when(Gateway::CarryOut, Answer::Go), when(Gateway::CheckOk, Answer::No)];

/// The table. Where the domain marks a need as an interpretation, so does the row.
pub(super) const ACTIVITIES: &[ActivityInfo] = &{
    use ScopeKind::{Agreement, Attempt, Case, Route};
    [
        row(Start, &[SE], Case, &[]),
        row(U1, &[SA], Case, &[Done(Start)]),
        row(U2, &[FN], Case, &[Done(U1)]).pink().plus(),
        row(U3, &[FN], Case, &[Done(U2)]),
        row(U4, &[SA], Case, &[Done(U3)]),
        row(U5, &[FG], Case, &[Done(U1)]),
        row(U6, &[HD], Case, &[Done(U5)]).green(),
        // [I] the overview waits for the new system's readiness too.
        row(U7, &[SA], Case, &[Done(U4), Done(U6)]),
        row(U8, &[FN], Case, &[Done(U7)]),
        row(U9, &[FN], Agreement, &[Done(U8)]).when(AGREEMENTS),
        row(U10, &[SA], Agreement, &[Done(U9)]).when(AGREEMENTS),
        row(U11, &[SI], Agreement, &[Done(U10)]).when(AGREEMENTS),
        row(U12, &[FN], Agreement, &[Done(U11)]).when(AGREEMENTS).pink().plus(),
        row(U13, &[SA], Case, &[Done(U8), AgreementsSettled]),
        row(U14, &[FN], Case, &[Done(U13)]).plus().made_of(&[F1, F2, F3, F4, F5, F6, F7, F8]),
        row(U15, &[FG], Case, &[Done(U13)]),
        // [I] the time of the change waits for FG to know its part.
        row(U16, &[FN], Attempt, &[Done(U14), Done(U15)]),
        row(U17, &[SA, FI, FG, HD], Attempt, &[Done(U16)]),
        row(U18, &[SA], Attempt, &[Done(U17)]).deciding(Gateway::CarryOut),
        row(U19, &[FN], Attempt, &[Done(U18)])
            .when(GO)
            .plus()
            .made_of(&[G1, G2, G3, G4, G5, G6, G7, G8, G9, G10, G11, G12]),
        row(U20, &[FN], Attempt, &[Done(U19)]).when(GO),
        row(U21, &[SA, FI, FG], Attempt, &[Done(U20)]).when(GO),
        // [I] what follows waits for an attempt that succeeded.
        row(U22, &[FG], Case, &[Done(U21)]).when(&[when(Gateway::Succeeded, Answer::Yes)]).plus(),
        row(U23, &[FG], Case, &[Done(U22), Answered(Gateway::StillUsed)]).plus(),
        row(U24, &[SA], Case, &[Done(U23)]).optional(),
        row(F1, &[FN], Case, &[Done(U13)]),
        row(F2, &[FN], Route, &[Done(F1)]).plus().when(&[
            when(Gateway::CloseRoute, Answer::Yes),
            when(Gateway::CloseParty, Answer::Party),
        ]),
        row(F3, &[FN], Route, &[Done(F1)]).plus().when(&[
            when(Gateway::CloseRoute, Answer::Yes),
            when(Gateway::CloseParty, Answer::NotParty),
        ]),
        row(F4, &[FN], Route, &[Done(F1)]).plus().when(&[
            when(Gateway::EstablishRoute, Answer::Yes),
            when(Gateway::RouteType, Answer::Sftp),
            when(Gateway::EstablishParty, Answer::NotParty),
        ]),
        row(F5, &[FN], Route, &[Done(F1)]).plus().when(&[
            when(Gateway::EstablishRoute, Answer::Yes),
            when(Gateway::RouteType, Answer::Sftp),
            when(Gateway::EstablishParty, Answer::Party),
        ]),
        row(F6, &[FN], Route, &[Done(F1)]).plus().when(&[
            when(Gateway::EstablishRoute, Answer::Yes),
            when(Gateway::RouteType, Answer::Webservice),
            when(Gateway::EstablishParty, Answer::NotParty),
        ]),
        row(F7, &[FN], Route, &[Done(F1)]).plus().when(&[
            when(Gateway::EstablishRoute, Answer::Yes),
            when(Gateway::RouteType, Answer::Webservice),
            when(Gateway::EstablishParty, Answer::Party),
        ]),
        // [I] the loop is the list of routes, so F8 is asked once, of the whole list.
        row(F8, &[FN], Case, &[Done(F1), RoutesOrdered]),
        row(G1, &[FN], Attempt, &[Done(U18)]).when(GO),
        row(G2, &[HD], Attempt, &[Done(G1)]).when(GO).green(),
        row(G3, &[HD], Attempt, &[Done(G2)]).when(IMPLICIT).green(),
        row(G4, &[HD], Attempt, &[Done(G3)]).when(IMPLICIT).green(),
        row(G5, &[FN], Attempt, &[Done(G2), Done(G4)]).when(GO),
        row(G6, &[HD], Attempt, &[Done(G5), ReceiptsClear]).when(CHECKED).green(),
        row(G7, &[FN], Attempt, &[Done(G6)]).when(CHECKED),
        row(G8, &[FN], Attempt, &[Done(G7)]).when(CHECKED),
        row(G9, &[HD], Attempt, &[Done(G8)]).when(CHECKED).green().deciding(Gateway::CheckOk),
        row(G10, &[HD], Attempt, &[Done(G9)]).when(CHECK_OK).green(),
        row(G11, &[HD], Attempt, &[Done(G9)]).when(CHECK_FAILED).green(),
        row(G12, &[HD], Attempt, &[Done(G10), Done(G11)]).when(GO).green(),
    ]
};
