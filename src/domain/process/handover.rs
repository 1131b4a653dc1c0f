//! The handovers: each message from one role to another, with the activity that sends and the one that receives.

use super::{Activity, Role};
use crate::domain::codes::codes;

codes! {
    /// A handover (`→` in the domain's section 3 and 5), one per receiving role.
    pub enum Handover {
        Decision = "decision",
        PrepareNew = "prepare-new",
        StartChange = "start-change",
        Registered = "registered",
        RouteRequest = "route-request",
        RouteList = "route-list",
        RouteListForwarded = "route-list-forwarded",
        RouteOverview = "route-overview",
        AgreementNeeds = "agreement-needs",
        AgreementRequest = "agreement-request",
        AgreementInPlace = "agreement-in-place",
        AgreementReady = "agreement-ready",
        RouteChanges = "route-changes",
        RouteClosures = "route-closures",
        TimeToManager = "time-to-manager",
        TimeToInvolved = "time-to-involved",
        TimeToOld = "time-to-old",
        TimeToHelpdesk = "time-to-helpdesk",
        CarryOutDecision = "carry-out-decision",
        CutoverOrder = "cutover-order",
        ClosedReceipts = "closed-receipts",
        SetUpReceipts = "set-up-receipts",
        RouteStatus = "route-status",
        CheckResult = "check-result",
        CutoverResult = "cutover-result",
        ResultToManager = "result-to-manager",
        ResultToInvolved = "result-to-involved",
        ResultToOld = "result-to-old",
    }
}

/// One row of the process's table of handovers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandoverInfo {
    pub handover: Handover,
    pub from: Role,
    pub to: Role,
    /// The activity whose completion hands over.
    pub sender: Activity,
    /// The activity that takes it in.
    pub receiver: Activity,
    /// What must be done before it can be sent, where the sender started earlier: FG asks in U5 and forwards after U6.
    pub after: Option<Activity>,
    /// The activity whose completion shows that it was received, where the receiver was done earlier or takes long.
    pub shown_by: Activity,
}

impl Handover {
    /// The row of the process's table about this handover.
    pub fn info(self) -> &'static HandoverInfo {
        // The table has a row per value in the order of declaration; a test holds it to that.
        &HANDOVERS[self as usize]
    }
}

const fn row(
    handover: Handover,
    (from, sender): (Role, Activity),
    (to, receiver): (Role, Activity),
) -> HandoverInfo {
    HandoverInfo { handover, from, to, sender, receiver, after: None, shown_by: receiver }
}

impl HandoverInfo {
    const fn after(mut self, activity: Activity) -> Self {
        self.after = Some(activity);
        self
    }
    const fn shown_by(mut self, activity: Activity) -> Self {
        self.shown_by = activity;
        self
    }
}

pub(super) const HANDOVERS: &[HandoverInfo] = &{
    use Activity::*;
    use Handover::*;
    use Role::{
        Helpdesk as HD, InvolvedManagers as SI, InvolvedOperations as FI, NewOperations as FN,
        OldOperations as FG, SystemManager as SA, SystemOwner as SE,
    };
    [
        row(Decision, (SE, Start), (SA, U1)),
        row(PrepareNew, (SA, U1), (FN, U2)),
        row(StartChange, (SA, U1), (FG, U5)),
        row(Registered, (FN, U3), (SA, U4)),
        row(RouteRequest, (FG, U5), (HD, U6)),
        // The list answers what U5 asked for; that FG has it shows when it reaches U7.
        row(RouteList, (HD, U6), (FG, U5)).shown_by(U7),
        // [I] FG forwards the list.
        row(RouteListForwarded, (FG, U5), (SA, U7)).after(U6),
        row(RouteOverview, (SA, U7), (FN, U8)),
        row(AgreementNeeds, (FN, U9), (SA, U10)),
        row(AgreementRequest, (SA, U10), (SI, U11)),
        // SA's coordination ends with telling FN, which shows in U12.
        row(AgreementInPlace, (SI, U11), (SA, U10)).shown_by(U12),
        // [I] SA informs FN that the agreement is ready.
        row(AgreementReady, (SA, U10), (FN, U12)).after(U11),
        // U14 and U19 take long; that FN has the word shows when it begins.
        row(RouteChanges, (SA, U13), (FN, U14)).shown_by(F1),
        row(RouteClosures, (SA, U13), (FG, U15)),
        row(TimeToManager, (FN, U16), (SA, U17)),
        row(TimeToInvolved, (FN, U16), (FI, U17)),
        row(TimeToOld, (FN, U16), (FG, U17)),
        row(TimeToHelpdesk, (FN, U16), (HD, U17)),
        row(CarryOutDecision, (SA, U18), (FN, U19)).shown_by(G1),
        row(CutoverOrder, (FN, G1), (HD, G2)),
        row(ClosedReceipts, (HD, G3), (FN, G5)),
        row(SetUpReceipts, (HD, G4), (FN, G5)),
        row(RouteStatus, (HD, G6), (FN, G7)),
        row(CheckResult, (FN, G8), (HD, G9)),
        row(CutoverResult, (HD, G12), (FN, U20)),
        row(ResultToManager, (FN, U20), (SA, U21)),
        row(ResultToInvolved, (FN, U20), (FI, U21)),
        row(ResultToOld, (FN, U20), (FG, U21)),
    ]
};
