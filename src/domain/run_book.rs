//! Kørebog: what is done in the service window, step by step, with every route it is done to, and the way back.
//!
//! [`run_book`] is derived from the case and its guidance. It holds the same for an attempt to come, one that runs and one
//! that has ended; what was recorded stands beside what was planned.

use crate::domain::case::{Attempt, Case, Id, Occasion, OrderKind, Receipt, Scope, Stamp};
use crate::domain::guidance::{
    ExecutionPlan, Guidance, Moment, Outcome, Planned, Severity, Status, execution_plan,
};
use crate::domain::process::{Activity, Role};
use crate::domain::time::{Day, LocalTime};

/// The run book of one attempt.
#[derive(Clone, Debug, PartialEq)]
pub struct RunBook {
    pub attempt: u16,
    pub outcome: Outcome,
    /// When the window begins and ends, and what was noted of it.
    pub window: Attempt,
    /// G1–G10 and G12: the change as it is meant to go.
    pub forward: Vec<RunStep>,
    /// What is done instead from the check on, in its own order: G11 and G12.
    pub back: Vec<RunStep>,
    /// What is looked at before it is decided whether to go on (G7).
    pub check: Vec<CheckPoint>,
    pub incidents: Vec<Incident>,
    /// Orders that are carried out before or after the window, or of which it is not known, in the plan's order.
    pub beside: Vec<(Option<Moment>, Planned)>,
}

/// A step of the window.
#[derive(Clone, Debug, PartialEq)]
pub struct RunStep {
    pub activity: Activity,
    pub role: Role,
    /// Those named for the role.
    pub people: Vec<Id>,
    pub status: Status,
    /// When it is to be done, as far as it is agreed.
    pub planned: Option<LocalTime>,
    /// When and by whom it was recorded, and the day if that is another.
    pub done: Option<(Stamp, Option<Day>)>,
    /// There is no way back from here on: what it closes stays closed.
    pub no_return: bool,
    /// The routes that it is done to, in the order of the eksekveringsoversigt.
    pub routes: Vec<RunRoute>,
}

/// What is done to one route.
#[derive(Clone, Debug, PartialEq)]
pub struct RunRoute {
    pub action: RunAction,
    pub route: Id,
    pub order: OrderKind,
    /// Its place in the eksekveringsoversigt.
    pub number: usize,
    /// What came of it in this attempt; of the way back there are no receipts.
    pub receipt: Option<Receipt>,
}

/// What SP's Helpdesk does to a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RunAction {
    /// The old route is closed.
    Close,
    /// The route that waits on SP is set up.
    SetUp,
    /// \[I\] Roll back: what was set up is taken down.
    TakeDown,
    /// \[I\] Roll back: what was closed is opened again.
    Restore,
}

/// Something to look at before going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckPoint {
    pub what: CheckWhat,
    /// Whether it holds by what is recorded; none where only people can tell.
    pub holds: Option<bool>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckWhat {
    /// So many receipts are due, and so many are ok, or failed and resolved.
    Receipts { due: usize, settled: usize },
    /// So many incidents are open.
    Incidents(usize),
    /// SP's Helpdesk has told the status of all routes (G6).
    Status,
    /// So many new routes were set up before the window, of all that were to be.
    NewRoutes { all: usize, placed: usize },
    /// So many findings must be settled.
    Findings(usize),
    /// Data flows through the new system.
    DataFlows,
    /// There is time to roll back before the window ends.
    TimeLeft(Option<LocalTime>),
}

/// A receipt that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incident {
    pub route: Id,
    pub order: OrderKind,
    pub receipt: Receipt,
}

/// The run book of an attempt.
pub fn run_book(case: &Case, guidance: &Guidance, attempt: u16) -> RunBook {
    let plan = execution_plan(case, guidance);
    let window = case.attempts.get(&attempt).cloned().unwrap_or_default();
    let making = Making { case, guidance, plan: &plan, attempt, window: &window };
    let forward: Vec<RunStep> = Activity::ALL
        .iter()
        .filter(|activity| **activity >= Activity::G1 && **activity != Activity::G11)
        .map(|activity| making.step(*activity))
        .collect();
    let back = [Activity::G11, Activity::G12].map(|activity| making.step(activity)).to_vec();
    let outcome = guidance.attempts.iter().find(|it| it.number == attempt).map(|it| it.outcome);
    RunBook {
        check: making.check(),
        incidents: incidents(case, &forward),
        beside: beside(&plan),
        outcome: outcome.unwrap_or(Outcome::Open),
        attempt,
        forward,
        back,
        window,
    }
}

impl RunBook {
    /// The steps that lead to an end, in the order they are done: those before the check, then either way from it.
    pub fn steps(&self) -> impl Iterator<Item = &RunStep> {
        self.forward.iter().chain(&self.back)
    }

    /// The first step that nobody has recorded and that is not excluded. The window closes after either way.
    pub fn next(&self) -> Option<&RunStep> {
        let before = self.forward.iter().filter(|step| step.activity != Activity::G12);
        before.chain(&self.back).find(|step| !step.status.is_settled())
    }
}

struct Making<'a> {
    case: &'a Case,
    guidance: &'a Guidance,
    plan: &'a ExecutionPlan,
    attempt: u16,
    window: &'a Attempt,
}

impl Making<'_> {
    fn step(&self, activity: Activity) -> RunStep {
        let step = self.guidance.step(activity, Scope::Attempt(self.attempt));
        let role = activity.info().roles.first().copied().unwrap_or(Role::Helpdesk);
        let part = step.and_then(|step| step.parts.iter().find(|part| part.stamp.is_some()));
        let people = self.case.list_people().into_iter();
        let people = people.filter(|(_, person)| person.roles.contains(&role));
        RunStep {
            activity,
            role,
            people: people.map(|(id, _)| id).collect(),
            status: step.map_or(Status::NotReached(Vec::new()), |step| step.status.clone()),
            planned: self.window.planned.get(&activity).copied().or(match activity {
                Activity::G2 => self.window.window_start,
                Activity::G12 => self.window.window_end,
                _ => None,
            }),
            done: part.and_then(|part| Some((part.stamp.clone()?, part.on))),
            no_return: activity == Activity::G10,
            routes: self.routes(activity),
        }
    }

    fn routes(&self, activity: Activity) -> Vec<RunRoute> {
        use RunAction::{Close, Restore, SetUp, TakeDown};
        let of = |activity, action| self.carried_out(activity, action);
        match activity {
            Activity::G3 | Activity::G10 => of(activity, Close),
            Activity::G4 => of(activity, SetUp),
            // [I] What was done last is undone first, and only what comes before the check can be.
            Activity::G11 => {
                let mut routes = of(Activity::G4, TakeDown);
                routes.reverse();
                let closed = of(Activity::G3, Restore);
                routes.extend(closed.into_iter().rev());
                routes
            }
            _ => Vec::new(),
        }
    }

    fn carried_out(&self, activity: Activity, action: RunAction) -> Vec<RunRoute> {
        let phases = self.plan.phases.iter().filter(|phase| phase.activity == activity);
        let route = |planned: &Planned| RunRoute {
            action,
            route: planned.route,
            order: planned.kind,
            number: planned.number,
            receipt: match action {
                RunAction::Close | RunAction::SetUp => self.receipt(planned),
                RunAction::TakeDown | RunAction::Restore => None,
            },
        };
        phases.flat_map(|phase| phase.orders.iter().map(route)).collect()
    }

    fn receipt(&self, planned: &Planned) -> Option<Receipt> {
        let receipts = &self.case.routes.get(&planned.route)?.order(planned.kind).receipts;
        let receipt = receipts.get(&Occasion::Attempt(self.attempt))?;
        receipt.state.is_some().then(|| receipt.clone())
    }

    fn check(&self) -> Vec<CheckPoint> {
        let tally = &self.guidance.tally;
        let due = tally.receipts_due();
        let receipts = tally.receipts_of(self.attempt);
        let settled = receipts.ok + receipts.resolved;
        let errors = self.guidance.findings.count(Severity::Error);
        let (all, placed) = self.new_routes();
        let status = self.guidance.step(Activity::G6, Scope::Attempt(self.attempt));
        let status = status.map(|step| step.status == Status::Done);
        [
            (CheckWhat::Receipts { due, settled }, Some(settled >= due)),
            (CheckWhat::Incidents(receipts.incidents), Some(receipts.incidents == 0)),
            (CheckWhat::Status, status),
            (CheckWhat::NewRoutes { all, placed }, Some(placed >= all)),
            (CheckWhat::Findings(errors), Some(errors == 0)),
            (CheckWhat::DataFlows, None),
            (CheckWhat::TimeLeft(self.window.window_end), None),
        ]
        .map(|(what, holds)| CheckPoint { what, holds })
        .to_vec()
    }

    /// The routes to establish during the preparation, and how many of those are ordered.
    fn new_routes(&self) -> (usize, usize) {
        let phases = self.plan.phases.iter().filter(|phase| {
            phase.moment == Moment::Preparation && phase.kind == OrderKind::Establish
        });
        let orders = phases.flat_map(|phase| &phase.orders);
        orders.fold((0, 0), |(all, placed), planned| {
            let decision = self.guidance.routes.get(&planned.route);
            let order = decision.and_then(|decision| decision.order(planned.kind));
            (all + 1, placed + usize::from(order.is_some_and(|order| order.placed.is_some())))
        })
    }
}

fn incidents(case: &Case, steps: &[RunStep]) -> Vec<Incident> {
    let failed = |route: &RunRoute| {
        let receipt = route.receipt.clone()?;
        let failed = receipt.state == Some(crate::domain::case::ReceiptState::Failed);
        let known = case.routes.contains_key(&route.route);
        (failed && known).then_some(Incident { route: route.route, order: route.order, receipt })
    };
    steps.iter().flat_map(|step| &step.routes).filter_map(failed).collect()
}

fn beside(plan: &ExecutionPlan) -> Vec<(Option<Moment>, Planned)> {
    let is_in = |moment| matches!(moment, Moment::Window | Moment::AfterCheck);
    let phases = plan.phases.iter().filter(|phase| !is_in(phase.moment));
    let known =
        phases.flat_map(|phase| phase.orders.iter().map(|planned| (Some(phase.moment), *planned)));
    known.chain(plan.open.iter().map(|planned| (None, *planned))).collect()
}
