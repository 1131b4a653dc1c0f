//! What a role has to do besides its activities: routes to decide, orders to place, receipts, incidents.

use super::Guidance;
use super::attempts::Outcome;
use super::route::{OrderStatus, order_status};
use super::status::Status;
use crate::domain::case::Scope;
use crate::domain::process::{Activity, Answer, Gateway, Role};

/// Work that no single activity stands for, by count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pending {
    /// The route overview is being made and holds no route.
    FirstRoute,
    /// So many routes are not decided.
    Decisions(usize),
    /// So many delegated orders lack signatures, or who is to sign.
    Signatures(usize),
    /// So many of the role's orders can be placed.
    OrdersReady(usize),
    /// So many of the role's orders wait for something.
    OrdersWaiting(usize),
    /// So many receipts of the open window are not in.
    Receipts(usize),
    /// So many incidents of the open window are not resolved.
    Incidents(usize),
}

/// What a role can do now besides its activities.
pub fn pending(guidance: &Guidance, role: Role) -> Vec<Pending> {
    let found = match role {
        Role::SystemManager => of_overview(guidance),
        Role::NewOperations => {
            let mut found = of_window(guidance);
            found.insert(0, ready_orders(guidance, role));
            found
        }
        Role::OldOperations => vec![ready_orders(guidance, role)],
        Role::Helpdesk => {
            let receipts = |pending: &Pending| matches!(pending, Pending::Receipts(_));
            of_window(guidance).into_iter().filter(receipts).collect()
        }
        Role::SystemOwner | Role::InvolvedManagers | Role::InvolvedOperations => Vec::new(),
    };
    found.into_iter().filter(|pending| pending.amount() > 0).collect()
}

/// A role's orders that wait for something, told once the activity that starts its ordering is done.
pub fn orders_waiting(guidance: &Guidance, role: Role) -> Option<Pending> {
    let start = match role {
        Role::NewOperations => Activity::F1,
        Role::OldOperations => Activity::U15,
        _ => return None,
    };
    let has_begun = guidance.step(start, Scope::Case).is_some_and(|step| step.status.is_settled());
    let (_, waiting) = count_orders(guidance, role);
    (has_begun && waiting > 0).then_some(Pending::OrdersWaiting(waiting))
}

impl Pending {
    /// How many there are.
    pub fn amount(self) -> usize {
        match self {
            Pending::FirstRoute => 1,
            Pending::Decisions(n)
            | Pending::Signatures(n)
            | Pending::OrdersReady(n)
            | Pending::OrdersWaiting(n)
            | Pending::Receipts(n)
            | Pending::Incidents(n) => n,
        }
    }
}

fn of_overview(guidance: &Guidance) -> Vec<Pending> {
    let step = guidance.step(Activity::U7, Scope::Case);
    let Some(status) = step.map(|step| &step.status) else { return Vec::new() };
    let tally = &guidance.tally;
    match status {
        Status::Ready if tally.routes == 0 => vec![Pending::FirstRoute],
        Status::Ready | Status::Done => vec![
            Pending::Decisions(tally.routes - tally.decided),
            Pending::Signatures(tally.unsigned),
        ],
        Status::NotReached(_) | Status::NotApplicable(_) => Vec::new(),
    }
}

fn ready_orders(guidance: &Guidance, role: Role) -> Pending {
    Pending::OrdersReady(count_orders(guidance, role).0)
}

/// How many of the role's orders can be placed, and how many wait.
fn count_orders(guidance: &Guidance, role: Role) -> (usize, usize) {
    let (mut ready, mut waiting) = (0, 0);
    for (id, decision) in &guidance.routes {
        for order in decision.orders.iter().filter(|order| order.orderer == role) {
            match order_status(guidance, *id, order) {
                OrderStatus::Ready => ready += 1,
                OrderStatus::Waiting(_) => waiting += 1,
                OrderStatus::Undecided | OrderStatus::Placed { .. } => {}
            }
        }
    }
    (ready, waiting)
}

fn of_window(guidance: &Guidance) -> Vec<Pending> {
    let number = guidance.current_attempt();
    let scope = Scope::Attempt(number);
    let is_open =
        guidance.attempts.iter().any(|a| a.number == number && a.outcome == Outcome::Open)
            && guidance.step(Activity::G2, scope).is_some_and(|step| step.status == Status::Done);
    let abandoned = guidance
        .gateway(Gateway::Abandon, scope)
        .is_some_and(|gateway| gateway.answer == Some(Answer::Yes));
    if !is_open || abandoned {
        return Vec::new();
    }
    let receipts = guidance.tally.receipts_of(number);
    let known = receipts.ok + receipts.resolved + receipts.incidents;
    vec![
        Pending::Receipts(guidance.tally.receipts_due().saturating_sub(known)),
        Pending::Incidents(receipts.incidents),
    ]
}
