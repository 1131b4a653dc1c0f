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

/// What the handovers of a case are read from.
struct Course<'a> {
    process: &'a Process,
    case: &'a Case,
    evaluation: &'a Evaluation<'a>,
    /// The steps of each activity.
    by_activity: Vec<&'a [Step]>,
}

/// Every handover, in the process's order.
pub fn handovers(
    process: &Process,
    case: &Case,
    evaluation: &Evaluation,
    steps: &[Step],
) -> Vec<HandoverState> {
    let mut by_activity: Vec<&[Step]> = vec![&[]; process.activities.len()];
    for of_activity in steps.chunk_by(|a, b| a.activity == b.activity) {
        by_activity[of_activity[0].activity as usize] = of_activity;
    }
    let course = Course { process, case, evaluation, by_activity };
    let mut states = Vec::new();
    for info in process.handovers {
        for scope in evaluation.scopes(info.sender.info().scope) {
            let to = evaluation.holders(info.to, scope);
            let status = course.status(info, scope);
            states.push(HandoverState { handover: info.handover, scope, to, status });
        }
    }
    states
}

impl<'a> Course<'a> {
    fn step(&self, activity: Activity, scope: Scope) -> Option<&'a Step> {
        self.by_activity[activity as usize].iter().find(|step| step.scope == scope)
    }

    fn status(&self, info: &HandoverInfo, scope: Scope) -> HandoverStatus {
        let Some(sender) = self.step(info.sender, scope) else {
            return HandoverStatus::NotApplicable;
        };
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
        let marked = self.case.sent.get(&(info.handover, scope)).cloned();
        let received = self.received(info, scope);
        let sent_by_doing = info.after.is_none() && sender.status == Status::Done;
        if marked.is_some() || sent_by_doing || received.is_some() {
            let sent = marked.or_else(|| sender.stamp().filter(|_| sent_by_doing).cloned());
            return match received {
                Some(received) => HandoverStatus::Received { sent, received },
                None => HandoverStatus::Sent(sent),
            };
        }
        if let Some(after) = info.after.and_then(|after| self.step(after, scope))
            && !after.status.is_settled()
        {
            let from = after.parts.iter().filter(|part| !part.done).map(|part| part.holder);
            let on = WaitOn::Activity(after.activity, scope);
            waits.push(Wait { on, from: from.collect() });
        }
        if waits.is_empty() { HandoverStatus::Ready } else { HandoverStatus::Waiting(waits) }
    }

    /// Whether the receiver has taken it in, and when.
    fn received(&self, info: &HandoverInfo, scope: Scope) -> Option<Option<Stamp>> {
        // Who passes it on has it.
        let passed_on = self
            .process
            .handovers
            .iter()
            .filter(|next| next.sender == info.receiver && next.after == Some(info.sender))
            .find_map(|next| self.case.sent.get(&(next.handover, scope)));
        if let Some(stamp) = passed_on {
            return Some(Some(stamp.clone()));
        }
        if let (Handover::CarryOutDecision, Scope::Attempt(number)) = (info.handover, scope)
            && self.evaluation.outcome(number) == Outcome::Postponed
        {
            // Udskyd: that FN has the word shows when it coordinates a new time.
            return taken_in(info, self.step(Activity::U16, Scope::Attempt(number + 1))?);
        }
        let at = match info.shown_by.info().scope {
            ScopeKind::Case => Scope::Case,
            _ => scope,
        };
        taken_in(info, self.step(info.shown_by, at)?)
    }
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
