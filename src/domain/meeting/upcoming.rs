//! The dates ahead of a case.

use crate::domain::case::{Case, Scope, Topic};
use crate::domain::guidance::Guidance;
use crate::domain::process::Activity;
use crate::domain::sorting::sort_by_numbers;
use crate::domain::time::{Day, LocalTime};

/// A date ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Upcoming {
    pub day: Day,
    /// None where it is the day that counts.
    pub time: Option<LocalTime>,
    pub what: Coming,
}

/// What is to happen then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coming {
    WindowStart(u16),
    WindowEnd(u16),
    /// Something is to be done or decided by then.
    Due(Topic),
}

/// The dates agreed for what is not done yet, in their order.
pub fn upcoming(case: &Case, guidance: &Guidance) -> Vec<Upcoming> {
    let number = guidance.current_attempt();
    let scope = Scope::Attempt(number);
    let mut dates: Vec<Upcoming> = Vec::new();
    if let Some(attempt) = case.attempts.get(&number) {
        let mut add = |time: Option<LocalTime>, until, what| {
            let time = time.filter(|_| !is_done(guidance, until, scope));
            dates.extend(time.map(|at| Upcoming { day: at.day, time: Some(at), what }));
        };
        add(attempt.window_start, Activity::G2, Coming::WindowStart(number));
        add(attempt.window_end, Activity::G12, Coming::WindowEnd(number));
    }
    let due = case.due.iter().filter(|(topic, _)| is_ahead(guidance, **topic));
    let due = due.map(|(topic, day)| Upcoming { day: *day, time: None, what: Coming::Due(*topic) });
    dates.extend(due);
    sort_by_numbers(&mut dates, |it| {
        let minutes = it.time.map_or(0, |at| u64::from(at.hour) * 60 + u64::from(at.minute));
        [it.day.since_epoch().max(0).unsigned_abs(), minutes, 0]
    });
    dates
}

fn is_done(guidance: &Guidance, activity: Activity, scope: Scope) -> bool {
    guidance.step(activity, scope).is_some_and(|step| step.status.is_settled())
}

fn is_ahead(guidance: &Guidance, topic: Topic) -> bool {
    match topic {
        Topic::Activity(activity, scope) => !is_done(guidance, activity, scope),
        Topic::Gateway(gateway, scope) => {
            guidance.gateway(gateway, scope).is_none_or(|state| state.answer.is_none())
        }
        Topic::Route(id) => guidance.routes.get(&id).is_some_and(|it| !it.is_decided()),
        Topic::Case => true,
    }
}
