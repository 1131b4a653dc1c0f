//! What must hold in every state.

use udskift_it_system::domain::case::*;
use udskift_it_system::domain::guidance::*;
use udskift_it_system::domain::process::{Activity, Role};

use super::precedence::Record;
use super::world::{State, World};
use Activity::*;

/// Checks a state; `moves` is how many it offers.
pub fn check(
    world: &World,
    state: &State,
    guidance: &Guidance,
    moves: usize,
) -> Result<(), String> {
    let record = Record::new(world, state);
    let finished = guidance.is_finished();
    if moves == 0 && !finished {
        return Err("no move, and not at the end".into());
    }
    for step in &guidance.steps {
        of_step(&record, step, finished)?;
    }
    // Costly, and the same whatever the kinds of routes.
    if !world.folded {
        of_turns(guidance, finished)?;
    }
    of_orders(&record, guidance)?;
    of_attempts(&record, guidance)?;
    for finding in &guidance.findings {
        // Nothing but what was offered is ever done, so nothing is out of order.
        if matches!(finding.kind, FindingKind::OutOfOrder | FindingKind::BasisLost) {
            return Err(format!("{finding:?} though each move was offered"));
        }
    }
    guidance.handovers.iter().try_for_each(|handover| of_handover(guidance, handover))
}

fn of_step(record: &Record, step: &Step, finished: bool) -> Result<(), String> {
    let (activity, scope) = (step.activity, step.scope);
    let begun = matches!(step.status, Status::Ready | Status::Done);
    if begun && let Some(lack) = record.lacks(activity, scope) {
        return Err(format!("{activity:?} is ready before {lack}"));
    }
    if finished && step.status == Status::Ready {
        return Err(format!("{activity:?} is ready after the end"));
    }
    match &step.status {
        Status::NotReached(waits) if waits.is_empty() => {
            Err(format!("{activity:?} waits for nothing"))
        }
        // Who is waited for is always said.
        status if status.waits().iter().any(|wait| wait.from.is_empty()) => {
            Err(format!("{activity:?} waits for nobody: {:?}", status.waits()))
        }
        _ => Ok(()),
    }
}

/// Somebody has the turn until the end, and nobody after.
fn of_turns(guidance: &Guidance, finished: bool) -> Result<(), String> {
    let turns: usize = Role::ALL.iter().map(|role| guidance.role(*role).now.len()).sum();
    if (turns == 0) != finished {
        return Err(format!("{turns} turns, finished: {finished}"));
    }
    Ok(())
}

fn of_orders(record: &Record, guidance: &Guidance) -> Result<(), String> {
    for (route, row) in &record.orders {
        let order = guidance.routes[route].order(row.kind).ok_or("an order is lost")?;
        let status = order_status(guidance, *route, order);
        let placed = record.is_placed(*route, row);
        if placed != matches!(status, OrderStatus::Placed { .. }) {
            return Err(format!("{row:?} is placed: {placed}, and {status:?}"));
        }
        let begun = placed || status == OrderStatus::Ready;
        if begun && row.delegated && !record.is_signed(*route, row.kind) {
            return Err(format!("{row:?} without its signature"));
        }
        if begun && row.needs_agreement && !record.has_agreement(*route) {
            return Err(format!("{row:?} without its agreement"));
        }
        let is_after = row.moment == Moment::AfterChange;
        if begun && is_after && !record.has_succeeded() {
            return Err(format!("{row:?} before the change succeeded"));
        }
        if begun && row.orderer == Role::NewOperations && !record.done(F1, Scope::Case) {
            return Err(format!("{row:?} before the BestillingsID is ordered"));
        }
    }
    Ok(())
}

fn of_attempts(record: &Record, guidance: &Guidance) -> Result<(), String> {
    for attempt in &guidance.attempts {
        let scope = Scope::Attempt(attempt.number);
        let applies = |activity| {
            let step = guidance.step(activity, scope);
            step.is_some_and(|step| matches!(step.status, Status::Ready | Status::Done))
        };
        if applies(G10) && applies(G11) || record.done(G10, scope) && record.done(G11, scope) {
            return Err(format!("both G10 and G11 in attempt {}", attempt.number));
        }
    }
    let clean_up = [U22, U23, U24].into_iter().any(|activity| {
        let step = guidance.step(activity, Scope::Case);
        let begun = |s: &Step| !matches!(s.status, Status::NotReached(_));
        step.is_some_and(begun)
    });
    if clean_up && !record.has_succeeded() {
        return Err("closing down before an attempt succeeded".into());
    }
    Ok(())
}

/// What can be handed over or was, its sender has reached.
fn of_handover(guidance: &Guidance, state: &HandoverState) -> Result<(), String> {
    let sender = state.handover.info().sender;
    let status = guidance.step(sender, state.scope).map(|step| &step.status);
    let right = match (&state.status, status) {
        (HandoverStatus::Waiting(waits), _) => !waits.is_empty(),
        (HandoverStatus::Ready, Some(Status::Ready | Status::Done)) => true,
        (HandoverStatus::Sent(_) | HandoverStatus::Received { .. }, Some(Status::Done)) => true,
        (HandoverStatus::NotApplicable, Some(Status::NotApplicable(_))) => true,
        _ => false,
    };
    if right { Ok(()) } else { Err(format!("{state:?}, and its sender {status:?}")) }
}
