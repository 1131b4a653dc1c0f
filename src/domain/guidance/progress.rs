//! How far a case is, in counts.

use super::attempts::{AttemptState, Outcome, current};
use super::status::{Status, Step};
use super::tally::Tally;
use crate::domain::case::Scope;

/// Counts of what is done and what there is to do, as far as it can be told now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Activities done, of those that apply: the case's, its agreements' and the current attempt's.
    pub done: usize,
    pub activities: usize,
    pub routes_decided: usize,
    pub routes: usize,
    pub orders_placed: usize,
    pub orders: usize,
    /// The change succeeded.
    pub changed: bool,
}

pub fn progress(steps: &[Step], tally: &Tally, attempts: &[AttemptState]) -> Progress {
    let current = current(attempts);
    let counts = |step: &&Step| match step.scope {
        Scope::Attempt(number) => current.number == number,
        _ => true,
    };
    let applying =
        steps.iter().filter(counts).filter(|step| !matches!(step.status, Status::NotApplicable(_)));
    let (done, activities) = applying.fold((0, 0), |(done, all), step| {
        (done + usize::from(step.status == Status::Done), all + 1)
    });
    Progress {
        done,
        activities,
        routes_decided: tally.decided,
        routes: tally.routes,
        orders_placed: tally.fn_placed + tally.fg_placed,
        orders: tally.fn_orders + tally.fg_orders,
        changed: current.outcome == Outcome::Succeeded,
    }
}
