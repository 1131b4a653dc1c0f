//! Overleveringstjekliste: each handover, from whom to whom, what must be ready before, and whether it is done.

use super::{Head, people};
use crate::domain::case::{CaseFile, Holder, Id, Scope, Stamp};
use crate::domain::exchange::Kept;
use crate::domain::guidance::{
    Deviation, Excluded, Finding, FindingKind, Guidance, HandoverState, HandoverStatus, Place,
    Status, Wait, organisations,
};
use crate::domain::process::{Handover, Role};
use crate::domain::time::Day;

/// The checklist for one role or all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandoverChecklist {
    pub head: Head,
    /// The role it is for; none for all.
    pub role: Option<Role>,
    /// Handovers done and to be done, in the process's order.
    pub rows: Vec<HandoverRow>,
    /// Handovers that do not apply, each with what excluded it.
    pub not_applicable: Vec<NotApplicable>,
    /// What was recorded before its turn, or has lost its basis since.
    pub deviations: Vec<Finding>,
}

/// A handover that lies on a branch not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotApplicable {
    pub handover: Handover,
    pub scope: Scope,
    pub excluded: Option<Excluded>,
}

/// A row of the checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandoverRow {
    pub handover: Handover,
    pub scope: Scope,
    pub from: Vec<Holder>,
    pub to: Vec<Holder>,
    /// The people named for the sending and for the receiving role.
    pub senders: Vec<Id>,
    pub receivers: Vec<Id>,
    /// What must be ready before it can be handed over.
    pub before: Vec<Wait>,
    /// The sender can hand over now.
    pub is_ready: bool,
    /// It was handed over, and by whom and when as far as that was recorded.
    pub is_sent: bool,
    pub sent: Option<Done>,
    /// The receiver has taken it in, and by whom and when as far as that was recorded.
    pub is_received: bool,
    pub received: Option<Done>,
    /// Set where the sender's activity was recorded before its turn or has lost its basis.
    pub deviation: Option<Deviation>,
}

/// By whom and when; the day where that is not the day it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    pub stamp: Stamp,
    pub on: Option<Day>,
}

/// The handovers of a case, or those that a role sends or receives; with `only_open`, those not yet handed over.
pub fn handover_checklist(
    file: &CaseFile,
    kept: &[Kept],
    guidance: &Guidance,
    role: Option<Role>,
    only_open: bool,
) -> HandoverChecklist {
    let concerns = |state: &&HandoverState| {
        let info = state.handover.info();
        role.is_none_or(|role| info.from == role || info.to == role)
    };
    let (mut rows, mut not_applicable) = (Vec::new(), Vec::new());
    for state in guidance.handovers.iter().filter(concerns) {
        if state.status == HandoverStatus::NotApplicable {
            let step = guidance.step(state.handover.info().sender, state.scope);
            let excluded = step.and_then(|step| match &step.status {
                Status::NotApplicable(excluded) => Some(excluded.clone()),
                _ => None,
            });
            let (handover, scope) = (state.handover, state.scope);
            not_applicable.push(NotApplicable { handover, scope, excluded });
            continue;
        }
        let row = row(file, guidance, state);
        if !(only_open && row.is_sent) {
            rows.push(row);
        }
    }
    let deviations = deviations(guidance, role);
    HandoverChecklist { head: Head::of(file, kept), role, rows, not_applicable, deviations }
}

/// The deviations of the activities, or of those that the role has a part in.
fn deviations(guidance: &Guidance, role: Option<Role>) -> Vec<Finding> {
    let concerns = |finding: &&Finding| {
        let Place::Activity(activity, _) = finding.place else { return false };
        matches!(finding.kind, FindingKind::OutOfOrder | FindingKind::BasisLost)
            && role.is_none_or(|role| activity.info().roles.contains(&role))
    };
    guidance.findings.beside_lines().filter(concerns).cloned().collect()
}

fn row(file: &CaseFile, guidance: &Guidance, state: &HandoverState) -> HandoverRow {
    let info = state.handover.info();
    let from = senders(file, guidance, info.from, state);
    let named = |holders: &[Holder]| {
        let mut list: Vec<Id> = Vec::new();
        for holder in holders {
            for person in people(file, holder.role, holder.organisation) {
                if !list.contains(&person) {
                    list.push(person);
                }
            }
        }
        list
    };
    let (before, sent, received) = match &state.status {
        HandoverStatus::Waiting(waits) => (waits.clone(), None, None),
        HandoverStatus::Sent(sent) => (Vec::new(), sent.clone(), None),
        HandoverStatus::Received { sent, received } => (Vec::new(), sent.clone(), received.clone()),
        HandoverStatus::Ready | HandoverStatus::NotApplicable => (Vec::new(), None, None),
    };
    let done = |stamp: Option<Stamp>| stamp.map(|stamp| done(guidance, stamp));
    let step = guidance.step(info.sender, state.scope);
    HandoverRow {
        handover: state.handover,
        scope: state.scope,
        senders: named(&from),
        receivers: named(&state.to),
        from,
        to: state.to.clone(),
        before,
        is_ready: state.status == HandoverStatus::Ready,
        is_sent: matches!(state.status, HandoverStatus::Sent(_) | HandoverStatus::Received { .. }),
        sent: done(sent),
        is_received: matches!(state.status, HandoverStatus::Received { .. }),
        received: done(received),
        deviation: step.and_then(|step| step.deviation.clone()),
    }
}

/// A stamp with the day its completion names, if it names another than its own.
fn done(guidance: &Guidance, stamp: Stamp) -> Done {
    let mut parts = guidance.steps.iter().flat_map(|step| &step.parts);
    let part = parts.find(|part| part.stamp.as_ref().is_some_and(|other| other.id == stamp.id));
    Done { on: part.and_then(|part| part.on), stamp }
}

/// The organisations that send: those of the sending activity, or of the role.
fn senders(file: &CaseFile, guidance: &Guidance, role: Role, state: &HandoverState) -> Vec<Holder> {
    let step = guidance.step(state.handover.info().sender, state.scope);
    let parts = step.map(|step| step.parts.as_slice()).unwrap_or_default();
    let holders = parts.iter().map(|part| part.holder);
    let named: Vec<Holder> =
        holders.filter(|holder| holder.role == role && holder.organisation.is_some()).collect();
    if !named.is_empty() {
        return named;
    }
    let organisations = organisations(file.case(), role);
    match organisations.as_slice() {
        [] => vec![Holder { role, organisation: None }],
        list => list.iter().map(|id| Holder { role, organisation: Some(*id) }).collect(),
    }
}
