//! The dates ahead of a case.

use crate::domain::case::{Case, Scope};
use crate::domain::guidance::Guidance;
use crate::domain::process::Activity;
use crate::domain::time::LocalTime;

/// What is to happen at a known time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coming {
    WindowStart(u16),
    WindowEnd(u16),
}

/// The times agreed for what is not done yet, in their order.
pub fn upcoming(case: &Case, guidance: &Guidance) -> Vec<(LocalTime, Coming)> {
    let number = guidance.current_attempt();
    let Some(attempt) = case.attempts.get(&number) else { return Vec::new() };
    let ahead = |activity| {
        let step = guidance.step(activity, Scope::Attempt(number));
        step.is_none_or(|step| !step.status.is_settled())
    };
    let start = attempt.window_start.filter(|_| ahead(Activity::G2));
    let end = attempt.window_end.filter(|_| ahead(Activity::G12));
    let mut dates: Vec<(LocalTime, Coming)> = Vec::new();
    dates.extend(start.map(|at| (at, Coming::WindowStart(number))));
    dates.extend(end.map(|at| (at, Coming::WindowEnd(number))));
    dates
}
