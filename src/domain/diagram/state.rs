//! Where a case stands on the diagrams: each activity's state in its pool, counts where it is done many times, answers.

use std::collections::BTreeMap;

use crate::domain::case::{Id, Scope};
use crate::domain::guidance::{Guidance, RouteDecision, Status, Step};
use crate::domain::process::{Activity, Answer, Gateway, Part, Role, ScopeKind};

/// Where an activity stands in a pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub state: State,
    /// How many times of how many, where it is done more than once.
    pub count: Option<Count>,
    /// Where in the case it is found.
    pub scope: Scope,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Waiting,
    Ready,
    Done,
    NotApplicable,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    pub done: usize,
    pub all: usize,
    pub of: Counted,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    Routes,
    Agreements,
    Receipts,
}

/// Where a case, or one of its routes, stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standings {
    activities: BTreeMap<(Activity, Role), Standing>,
    answers: BTreeMap<Gateway, Answer>,
    /// The attempt that is shown.
    pub attempt: u16,
    /// The route whose way is shown, where it is one's.
    pub route: Option<Id>,
}

/// Whether an activity's box has a line for a count.
pub fn is_counted(activity: Activity) -> bool {
    let several = matches!(activity.info().scope, ScopeKind::Agreement | ScopeKind::Route);
    several || matches!(activity, Activity::U14 | Activity::F8 | Activity::G5)
}

impl Standings {
    /// Where the case stands.
    pub fn of_case(guidance: &Guidance) -> Standings {
        let attempt = guidance.current_attempt();
        let mut standings = Standings { attempt, ..Standings::default() };
        let orders = Orders::of(guidance.routes.values());
        for activity in Activity::ALL {
            for role in activity.info().roles {
                let standing = match activity.info().scope {
                    ScopeKind::Route => orders.standing(*activity, guidance),
                    _ => of_steps(guidance, &orders, *activity, *role, attempt),
                };
                if let Some(standing) = standing {
                    standings.activities.insert((*activity, *role), standing);
                }
            }
        }
        for state in &guidance.gateways {
            let is_here = match state.scope {
                Scope::Attempt(number) => number == attempt,
                _ => true,
            };
            if let (Some(answer), true) = (state.answer, is_here) {
                standings.answers.insert(state.gateway, answer);
            }
        }
        standings
    }

    /// One route's way through Forbered ruter.
    pub fn of_route(guidance: &Guidance, route: Id) -> Standings {
        let mut standings = Standings { route: Some(route), ..Standings::of_case(guidance) };
        standings.activities.retain(|(activity, _), _| activity.part() == Part::Prepare);
        standings.answers.clear();
        let Some(decision) = guidance.routes.get(&route) else { return standings };
        let orders = Orders::of([decision].into_iter());
        for ((activity, _), standing) in &mut standings.activities {
            standing.count = None;
            if activity.info().scope == ScopeKind::Route {
                let own = orders.standing(*activity, guidance);
                *standing = own.unwrap_or(*standing);
                (standing.count, standing.scope) = (None, Scope::Route(route));
            }
        }
        let answers = decision.path.iter().filter_map(|step| Some((step.gateway, step.answer?)));
        standings.answers.extend(answers);
        standings
    }

    /// Where an activity stands in a role's pool.
    pub fn activity(&self, activity: Activity, role: Role) -> Option<Standing> {
        self.activities.get(&(activity, role)).copied()
    }

    /// The answer at a gateway, where there is one for all.
    pub fn answer(&self, gateway: Gateway) -> Option<Answer> {
        self.answers.get(&gateway).copied()
    }

    /// Where in the case a gateway is found.
    pub fn scope_of(&self, gateway: Gateway) -> Scope {
        match gateway.info().scope {
            ScopeKind::Attempt => Scope::Attempt(self.attempt),
            ScopeKind::Route => self.route.map_or(Scope::Case, Scope::Route),
            ScopeKind::Case | ScopeKind::Agreement => Scope::Case,
        }
    }
}

/// The orders of routes by their forms, and the routes that are prepared.
#[derive(Default)]
struct Orders {
    forms: BTreeMap<Activity, (usize, usize)>,
    routes: usize,
    prepared: usize,
    decided: usize,
}

impl Orders {
    fn of<'a>(routes: impl Iterator<Item = &'a RouteDecision>) -> Orders {
        let mut orders = Orders::default();
        for decision in routes {
            let mut prepared = decision.is_decided();
            for order in &decision.orders {
                let placed = order.placed.is_some();
                if let Some(form) = order.form {
                    let (done, all) = orders.forms.entry(form).or_default();
                    *all += 1;
                    *done += usize::from(placed);
                }
                prepared &= placed || order.by_old_operations();
            }
            orders.routes += 1;
            orders.prepared += usize::from(prepared);
            orders.decided += usize::from(decision.is_decided());
        }
        orders
    }

    /// Where the orders on a form stand.
    fn standing(&self, form: Activity, guidance: &Guidance) -> Option<Standing> {
        let (done, all) = self.forms.get(&form).copied().unwrap_or_default();
        let begun =
            guidance.step(Activity::F1, Scope::Case).is_some_and(|step| step.status.is_settled());
        let all_decided = self.routes > 0 && self.decided == self.routes;
        let state = match (done, all) {
            (_, 0) if all_decided => State::NotApplicable,
            (_, 0) => State::Waiting,
            _ if done == all => State::Done,
            _ if begun => State::Ready,
            _ => State::Waiting,
        };
        let count = (all > 0).then_some(Count { done, all, of: Counted::Routes });
        Some(Standing { state, count, scope: Scope::Case })
    }
}

/// Where an activity of the case, its agreements or its current attempt stands for a role.
fn of_steps(
    guidance: &Guidance,
    orders: &Orders,
    activity: Activity,
    role: Role,
    attempt: u16,
) -> Option<Standing> {
    let is_here = |step: &&Step| {
        let current = !matches!(step.scope, Scope::Attempt(number) if number != attempt);
        step.activity == activity && current
    };
    let steps: Vec<&Step> = guidance.steps.iter().filter(is_here).collect();
    let states: Vec<State> = steps.iter().map(|step| state_of(step, role)).collect();
    let settled = |state: &State| matches!(state, State::Done | State::NotApplicable);
    // What stands out of several is what can be done, then what waits.
    let state = if states.contains(&State::Ready) {
        State::Ready
    } else if states.contains(&State::Waiting) {
        State::Waiting
    } else if states.contains(&State::Done) {
        State::Done
    } else {
        State::NotApplicable
    };
    let place = states.iter().position(|other| *other == state)?;
    let receipts = guidance.tally.receipts_of(attempt);
    let (done, all, of) = match activity {
        Activity::U14 | Activity::F8 => (orders.prepared, orders.routes, Counted::Routes),
        Activity::G5 => {
            let known = receipts.ok + receipts.resolved + receipts.incidents;
            (known, guidance.tally.receipts_due(), Counted::Receipts)
        }
        _ if activity.info().scope == ScopeKind::Agreement && steps.len() > 1 => {
            (states.iter().filter(|state| settled(state)).count(), steps.len(), Counted::Agreements)
        }
        _ => (0, 0, Counted::Routes),
    };
    let count = (all > 0).then_some(Count { done, all, of });
    Some(Standing { state, count, scope: steps.get(place)?.scope })
}

fn state_of(step: &Step, role: Role) -> State {
    let mut own = step.parts.iter().filter(|part| part.holder.role == role).peekable();
    match &step.status {
        Status::NotApplicable(_) => State::NotApplicable,
        Status::Done => State::Done,
        // Its own part is done, the others' is not.
        _ if own.peek().is_some() && own.all(|part| part.done) => State::Done,
        Status::Ready => State::Ready,
        Status::NotReached(_) => State::Waiting,
    }
}
