//! The dates ahead of a case: the service window, its steps' times, and the days something is due.

use crate::domain::case::{Case, Scope, Topic};
use crate::domain::guidance::Guidance;
use crate::domain::process::Activity;
use crate::domain::sorting::sort_by_numbers;
use crate::domain::time::{Day, LocalTime};

/// When something is to happen: at a time, or in the course of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    At(LocalTime),
    On(Day),
}

/// What is to happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coming {
    WindowStart(u16),
    /// A step of the service window.
    Planned(u16, Activity),
    WindowEnd(u16),
    Due(Topic),
}

impl When {
    pub fn day(self) -> Day {
        match self {
            When::At(time) => time.day,
            When::On(day) => day,
        }
    }

    /// What is due on a day comes before what has a time on it.
    fn key(self) -> [u64; 3] {
        let (day, minute) = match self {
            When::At(time) => (time.day, 1 + u64::from(time.hour) * 60 + u64::from(time.minute)),
            When::On(day) => (day, 0),
        };
        [order(day), minute, 0]
    }
}

/// What is agreed for a time or a day and is not done yet, in that order.
pub fn upcoming(case: &Case, guidance: &Guidance) -> Vec<(When, Coming)> {
    let number = guidance.current_attempt();
    let ahead = |activity| {
        let step = guidance.step(activity, Scope::Attempt(number));
        step.is_none_or(|step| !step.status.is_settled())
    };
    let mut dates: Vec<(When, Coming)> = Vec::new();
    if let Some(attempt) = case.attempts.get(&number) {
        let start = attempt.window_start.filter(|_| ahead(Activity::G2));
        dates.extend(start.map(|at| (When::At(at), Coming::WindowStart(number))));
        let planned = attempt.planned.iter().filter(|(activity, _)| ahead(**activity));
        dates.extend(planned.map(|(it, at)| (When::At(*at), Coming::Planned(number, *it))));
        let end = attempt.window_end.filter(|_| ahead(Activity::G12));
        dates.extend(end.map(|at| (When::At(at), Coming::WindowEnd(number))));
    }
    let due = case.due.iter().filter(|(topic, _)| is_open(guidance, **topic));
    dates.extend(due.map(|(topic, day)| (When::On(*day), Coming::Due(*topic))));
    sort_by_numbers(&mut dates, |(when, _)| when.key());
    dates
}

/// Whether what a day is set for is still to be done or decided.
pub fn is_open(guidance: &Guidance, topic: Topic) -> bool {
    match topic {
        Topic::Activity(activity, scope) => {
            guidance.step(activity, scope).is_some_and(|step| !step.status.is_settled())
        }
        Topic::Gateway(gateway, scope) => {
            guidance.gateway(gateway, scope).is_some_and(|state| state.answer.is_none())
        }
        Topic::Route(id) => guidance.routes.get(&id).is_some_and(|it| !it.is_decided()),
        Topic::Case => true,
    }
}

/// The day an activity is due, or the question that it decides.
pub fn due_of(case: &Case, activity: Activity, scope: Scope) -> Option<Day> {
    let own = case.due.get(&Topic::Activity(activity, scope));
    let decides = activity.info().decides;
    let asked = decides.and_then(|gateway| case.due.get(&Topic::Gateway(gateway, scope)));
    own.into_iter().chain(asked).min().copied()
}

/// A number that orders days; what has no day comes last.
pub fn day_order(day: Option<Day>) -> u64 {
    day.map_or(u64::MAX, order)
}

fn order(day: Day) -> u64 {
    (u64::from(day.year) << 16) | (u64::from(day.month) << 8) | u64::from(day.day)
}
