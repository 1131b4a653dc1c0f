//! The handovers of a case: what each waits for, and whether it is sent and received.

use super::attempts::Outcome;
use super::evaluate::Evaluation;
use super::status::{Status, Step, Wait, WaitOn};
use crate::domain::case::{Case, Holder, Scope, Stamp};
use crate::domain::process::{Activity, Handover, HandoverInfo, Process, Role, ScopeKind};

/// A handover in a scope, as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandoverState {
    pub handover: Handover,
    pub scope: Scope,
    /// Who receives it: one per organisation of a role that several hold.
    pub to: Vec<Holder>,
    pub status: HandoverStatus,
}

/// Where a handover stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandoverStatus {
    /// Not reached: what must be ready before.
    Waiting(Vec<Wait>),
    /// The sender can hand over.
    Ready,
    Sent(Option<Stamp>),
    /// Sent, and the receiver has taken it in.
    Received {
        sent: Option<Stamp>,
        received: Option<Stamp>,
    },
    /// Its activity lies on a branch not taken.
    NotApplicable,
}

/// Every handover, in the process's order.
pub fn handovers(process: &Process, case: &Case, evaluation: &Evaluation) -> Vec<HandoverState> {
    let mut states = Vec::new();
    for info in process.handovers {
        for scope in evaluation.scopes(info.sender.info().scope) {
            let to = evaluation.holders(info.to, scope);
            let status = status(process, case, evaluation, info, scope);
            states.push(HandoverState { handover: info.handover, scope, to, status });
        }
    }
    states
}

fn status(
    process: &Process,
    case: &Case,
    evaluation: &Evaluation,
    info: &HandoverInfo,
    scope: Scope,
) -> HandoverStatus {
    let sender = evaluation.step(info.sender, scope);
    if matches!(sender.status, Status::NotApplicable(_)) {
        return HandoverStatus::NotApplicable;
    }
    let mut waits: Vec<Wait> = sender.status.waits().to_vec();
    if scope == Scope::Case && info.sender.info().scope == ScopeKind::Agreement {
        // Nothing can be said of an agreement that is yet to be made.
        if waits.is_empty() {
            let from = vec![Holder { role: Role::NewOperations, organisation: None }];
            waits.push(Wait { on: WaitOn::AnyAgreement, from });
        }
        return HandoverStatus::Waiting(waits);
    }
    let marked = case.sent.get(&(info.handover, scope)).cloned();
    let received = received(process, case, evaluation, info, scope);
    let sent_by_doing = info.after.is_none() && sender.status == Status::Done;
    if marked.is_some() || sent_by_doing || received.is_some() {
        let sent = marked.or_else(|| sender.stamp().filter(|_| sent_by_doing).cloned());
        return match received {
            Some(received) => HandoverStatus::Received { sent, received },
            None => HandoverStatus::Sent(sent),
        };
    }
    if let Some(after) = info.after {
        let step = evaluation.step(after, scope);
        if !step.status.is_settled() {
            let from = step.parts.iter().filter(|part| !part.done).map(|part| part.holder);
            waits.push(Wait { on: WaitOn::Activity(after, scope), from: from.collect() });
        }
    }
    if waits.is_empty() { HandoverStatus::Ready } else { HandoverStatus::Waiting(waits) }
}

/// Whether the receiver has taken it in, and when.
fn received(
    process: &Process,
    case: &Case,
    evaluation: &Evaluation,
    info: &HandoverInfo,
    scope: Scope,
) -> Option<Option<Stamp>> {
    // Who passes it on has it.
    let passed_on = process
        .handovers
        .iter()
        .filter(|next| next.sender == info.receiver && next.after == Some(info.sender))
        .find_map(|next| case.sent.get(&(next.handover, scope)));
    if let Some(stamp) = passed_on {
        return Some(Some(stamp.clone()));
    }
    if let (Handover::CarryOutDecision, Scope::Attempt(number)) = (info.handover, scope)
        && evaluation.outcome(number) == Outcome::Postponed
    {
        // Udskyd: that FN has the word shows when it coordinates a new time.
        return taken_in(info, &evaluation.step(Activity::U16, Scope::Attempt(number + 1)));
    }
    let at = match info.shown_by.info().scope {
        ScopeKind::Case => Scope::Case,
        _ => scope,
    };
    taken_in(info, &evaluation.step(info.shown_by, at))
}

/// Whether the receiver's own part of an activity is done; where another activity shows it, all of that.
fn taken_in(info: &HandoverInfo, step: &Step) -> Option<Option<Stamp>> {
    if matches!(step.status, Status::NotApplicable(_)) {
        return None;
    }
    let mut of_receiver = step
        .parts
        .iter()
        .filter(|part| part.holder.role == info.to || step.activity != info.receiver)
        .peekable();
    of_receiver.peek()?;
    let (done, stamps): (Vec<bool>, Vec<Option<Stamp>>) =
        of_receiver.map(|part| (part.done, part.stamp.clone())).unzip();
    (step.status == Status::Done || done.iter().all(|done| *done))
        .then(|| stamps.into_iter().flatten().max_by_key(|stamp| stamp.at))
}
