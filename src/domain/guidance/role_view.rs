//! What one role sees of a case: my turn, waiting, to hand over, to receive, done.

use super::handovers::{HandoverState, HandoverStatus};
use super::status::{Status, Step};
use super::{GatewayState, Guidance};
use crate::domain::process::{Origin, Role};

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

pub fn role_view(guidance: &Guidance, role: Role) -> RoleView {
    let mine = |step: &&Step| step.parts.iter().any(|part| part.holder.role == role);
    let my_parts_done = |step: &Step| {
        step.parts.iter().filter(|part| part.holder.role == role).all(|part| part.done)
    };
    let mut view = RoleView::default();
    for step in guidance.steps.iter().filter(mine) {
        match &step.status {
            Status::Ready if my_parts_done(step) => view.done.push(step.clone()),
            Status::Ready => view.now.push(Task::Step(step.clone())),
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
    for state in guidance.gateways.iter().filter(|s| s.is_open && s.answer.is_none()) {
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
