//! What one role sees of a case: my turn, waiting, to hand over, to receive, done.

use super::handovers::{HandoverState, HandoverStatus};
use super::status::{Status, Step, Wait, WaitOn};
use super::{GatewayState, Guidance};
use crate::domain::process::{Activity, Answer, Gateway, Origin, Role};

/// A role's view of a case.
#[derive(Clone, Debug, Default)]
pub struct RoleView {
    /// My turn now.
    pub now: Vec<Task>,
    /// What is mine and waits for something, nearest first.
    pub waiting: Vec<Step>,
    /// What I can hand over now.
    pub to_send: Vec<HandoverState>,
    /// What was sent to me and I have not taken in.
    pub to_receive: Vec<HandoverState>,
    pub done: Vec<Step>,
}

/// Something for a role to do now.
#[derive(Clone, Debug)]
pub enum Task {
    Step(Step),
    /// A question that the role answers and that no activity stands for.
    Decide(GatewayState),
}

/// Whose turn it is in an activity that is made of others.
enum Turn {
    /// This role's, and nothing else on its list says so.
    Mine,
    /// This role's, by one of the parts, which is on its list.
    MinePart,
    Others,
}

pub fn role_view(guidance: &Guidance, role: Role) -> RoleView {
    let mine = |step: &&Step| step.parts.iter().any(|part| part.holder.role == role);
    let my_parts_done = |step: &Step| {
        step.parts.iter().filter(|part| part.holder.role == role).all(|part| part.done)
    };
    let mut view = RoleView::default();
    for step in guidance.steps.iter().filter(mine) {
        match &step.status {
            Status::Ready if my_parts_done(step) => view.done.push(step.clone()),
            Status::Ready => match turn(step, role) {
                Turn::Mine => view.now.push(Task::Step(step.clone())),
                Turn::MinePart => {}
                Turn::Others => view.waiting.push(waiting_for_parts(step)),
            },
            Status::NotReached(_) => view.waiting.push(step.clone()),
            Status::Done => view.done.push(step.clone()),
            Status::NotApplicable(_) => {}
        }
    }
    let decides_itself = |state: &GatewayState| {
        guidance.steps.iter().any(|step| {
            step.scope == state.scope && step.activity.info().decides == Some(state.gateway)
        })
    };
    for state in guidance.gateways.iter().filter(|state| is_unsettled(state)) {
        if state.gateway.info().origin == Origin::Asked(role) && !decides_itself(state) {
            view.now.push(Task::Decide(state.clone()));
        }
    }
    for handover in &guidance.handovers {
        let info = handover.handover.info();
        match handover.status {
            HandoverStatus::Ready if info.from == role => view.to_send.push(handover.clone()),
            HandoverStatus::Sent(_) if info.to == role => view.to_receive.push(handover.clone()),
            _ => {}
        }
    }
    view
}

/// Whether a question is to be answered now. "Opret flere serviceaftaler? Ja" asks for the next agreement.
fn is_unsettled(state: &GatewayState) -> bool {
    let more = state.gateway == Gateway::MoreAgreements && state.answer == Some(Answer::Yes);
    state.is_open && (state.answer.is_none() || more)
}

fn turn(step: &Step, role: Role) -> Turn {
    let by_role = |wait: &&Wait| wait.from.iter().any(|holder| holder.role == role);
    let is_part = |wait: &Wait| matches!(wait.on, WaitOn::Activity(..) | WaitOn::Answer(..));
    // Placing its orders is FG's, taking in the receipts FN's; neither is done by other activities.
    let is_one = matches!(step.activity, Activity::U22 | Activity::G5);
    if step.remaining.is_empty() || is_one {
        Turn::Mine
    } else if step.remaining.iter().filter(by_role).any(is_part) {
        Turn::MinePart
    } else if step.remaining.iter().any(|wait| by_role(&wait)) {
        Turn::Mine
    } else {
        Turn::Others
    }
}

fn waiting_for_parts(step: &Step) -> Step {
    Step { status: Status::NotReached(step.remaining.clone()), ..step.clone() }
}
