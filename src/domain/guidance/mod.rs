//! Guidance: everything shown about a case, derived from its facts and the process.

mod agreements;
mod attempts;
mod candidates;
mod context;
mod decision;
mod evaluate;
mod execution_plan;
mod findings;
mod findings_conflicts;
mod findings_routes;
mod findings_texts;
mod handovers;
mod holders;
mod lines;
mod order;
mod pending;
mod progress;
mod reason;
mod replacing;
mod role_view;
mod route;
mod route_bulk;
mod route_chosen;
mod route_list;
mod route_search;
mod route_sort;
mod status;
mod tally;
mod waits;

use std::collections::{BTreeMap, BTreeSet};

pub use agreements::{
    OldAgreement, OldUse, SuggestedAgreement, accept_agreements, old_agreements,
    suggested_agreements,
};
pub use attempts::{AttemptState, Outcome, has_ended};
pub use candidates::{Candidate, CandidatePart, candidates};
pub use context::RouteContext;
pub use decision::{PathStep, RouteDecision, asked_next, asked_place, decide};
pub use execution_plan::{ExecutionPlan, Phase, Planned, Toward, execution_plan, moved};
pub use findings::{Finding, FindingKind, Findings, Place, Severity};
pub use handovers::{HandoverState, HandoverStatus};
pub use holders::{involved, organisations};
pub use lines::Lines;
pub use order::{AgreementNeed, Moment, Order, Signing};
pub use pending::{Pending, orders_waiting, pending};
pub use progress::Progress;
pub use reason::{Because, Lacking, Question};
pub use replacing::{
    another_new, group_of, is_whole, part_from, replace_by_one, replace_together, replaced_together,
};
pub use role_view::{RoleView, Task};
pub use route::{OrderBasis, OrderStatus, order_status};
pub use route_bulk::{
    BULK_FIELDS, FromOrganisations, bulk_changes, bulk_reasons, party_from_organisations,
};
pub use route_chosen::Chosen;
pub use route_list::routes_with_findings;
pub use route_list::{
    PickPart, RouteFilter, RoutePick, RouteState, next_undecided, route_findings, route_state,
    route_states,
};
pub use route_search::RouteSearch;
pub use route_sort::{RouteColumn, sort_routes};
pub use status::{Deviation, Excluded, Part, Status, Step, Wait, WaitOn};
pub use tally::{Receipts, Tally};

use crate::domain::case::{Case, Id, Scope};
use crate::domain::process::{Activity, Answer, Gateway, Origin, Process, Role, ScopeKind};
use evaluate::Evaluation;

/// Everything derived from a case.
#[derive(Clone, Debug)]
pub struct Guidance {
    /// Every activity of the case, its agreements and its attempts, in the process's order.
    pub steps: Vec<Step>,
    /// Every gateway of the case and its attempts; those of a route are on the route's path.
    pub gateways: Vec<GatewayState>,
    /// The decision of each line that is not removed.
    pub routes: BTreeMap<Id, RouteDecision>,
    /// The lines in the order of the route overview.
    pub lines: Lines,
    pub tally: Tally,
    /// Every attempt so far.
    pub attempts: Vec<AttemptState>,
    pub handovers: Vec<HandoverState>,
    pub findings: Findings,
    pub progress: Progress,
    basis: OrderBasis,
    /// What the routes were decided under.
    context: RouteContext,
}

/// A gateway in a scope, as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GatewayState {
    pub gateway: Gateway,
    pub scope: Scope,
    pub answer: Option<Answer>,
    /// Whether it can be asked now: its activity is reached and the answer is a person's to give.
    pub is_open: bool,
}

/// What is derived of single lines, and the sums over them.
#[derive(Clone, Debug, Default)]
struct OfLines {
    routes: BTreeMap<Id, RouteDecision>,
    lines: Lines,
    tally: Tally,
    findings: Findings,
}

/// Derives everything from a case.
pub fn guide(process: &Process, case: &Case) -> Guidance {
    let mut guiding = Guiding::start(case);
    guiding.step(case, usize::MAX);
    guiding.finish(process, case)
}

/// [`guide`] a piece at a time, for cases of many lines. The case must stay as it is meanwhile.
pub struct Guiding {
    kept: OfLines,
    context: RouteContext,
    left: Vec<Id>,
}

impl Guiding {
    pub fn start(case: &Case) -> Guiding {
        let left = case.routes.keys().copied().collect();
        Guiding { kept: OfLines::default(), context: RouteContext::of(case), left }
    }

    /// Decides so many more lines; whether there are any left.
    pub fn step(&mut self, case: &Case, most: usize) -> bool {
        let rest = self.left.len().saturating_sub(most);
        for id in self.left.drain(rest..) {
            self.kept.take(&self.context, case, id);
        }
        !self.left.is_empty()
    }

    /// All that follows, of the lines that were decided.
    pub fn finish(self, process: &Process, case: &Case) -> Guidance {
        guide_with(process, case, self.kept, self.context, None)
    }
}

/// Derives everything anew after events about these routes, or about none, as [`guide`] would.
///
/// What follows from all other routes is taken over from before, unless what they all depend on is another now.
pub fn guide_on(
    process: &Process,
    case: &Case,
    before: &mut Guidance,
    changed: impl IntoIterator<Item = Id>,
) -> Guidance {
    let context = RouteContext::of(case);
    if context != before.context {
        return guide(process, case);
    }
    let mut kept = OfLines {
        routes: std::mem::take(&mut before.routes),
        lines: std::mem::take(&mut before.lines),
        tally: std::mem::take(&mut before.tally),
        findings: std::mem::take(&mut before.findings),
    };
    let changed: BTreeSet<Id> = changed.into_iter().collect();
    for id in &changed {
        kept.take(&context, case, *id);
    }
    guide_with(process, case, kept, context, Some((&before.basis, changed)))
}

/// Derives everything from a case whose lines are decided already; of what was kept, these lines are new.
fn guide_with(
    process: &Process,
    case: &Case,
    kept: OfLines,
    context: RouteContext,
    new: Option<(&OrderBasis, BTreeSet<Id>)>,
) -> Guidance {
    let OfLines { routes, lines, tally, mut findings } = kept;
    let evaluation = Evaluation::new(process, case, &tally);
    let steps = evaluation.steps();
    let gateways = gateways(process, &evaluation);
    let handovers = handovers::handovers(process, case, &evaluation, &steps);
    let attempts = evaluation.attempts.clone();
    let basis = OrderBasis::of(&steps);
    let mut find = |id: Id| {
        let line = case.routes.get(&id).zip(routes.get(&id)).zip(lines.place(id));
        if let Some(((route, decision), place)) = line {
            findings.set_line(place, findings_routes::of_line(id, route, decision, &basis));
        }
    };
    match new {
        Some((before, new)) if *before == basis => new.into_iter().for_each(&mut find),
        _ => routes.keys().copied().for_each(&mut find),
    }
    findings.set_rest(case, &lines, &tally, &steps, &attempts);
    let progress = progress::progress(&steps, &tally, &attempts);
    Guidance {
        steps,
        gateways,
        routes,
        lines,
        tally,
        attempts,
        handovers,
        findings,
        progress,
        basis,
        context,
    }
}

impl OfLines {
    /// Decides a line as it is in the case now; a removed one is left out.
    fn take(&mut self, context: &RouteContext, case: &Case, id: Id) {
        if let Some(place) = self.lines.place(id) {
            self.findings.set_line(place, Vec::new());
        }
        self.lines.remove(id, &mut self.tally);
        match case.routes.get(&id).filter(|route| !route.removed) {
            Some(route) => {
                let decision = decide(context, route);
                self.lines.add(id, route, &decision, &mut self.tally);
                self.routes.insert(id, decision);
            }
            None => {
                self.routes.remove(&id);
            }
        }
    }
}

impl Guidance {
    /// An activity in a scope.
    pub fn step(&self, activity: Activity, scope: Scope) -> Option<&Step> {
        self.steps.iter().find(|step| step.activity == activity && step.scope == scope)
    }

    /// A gateway in a scope.
    pub fn gateway(&self, gateway: Gateway, scope: Scope) -> Option<&GatewayState> {
        self.gateways.iter().find(|state| state.gateway == gateway && state.scope == scope)
    }

    /// The number of the current attempt.
    pub fn current_attempt(&self) -> u16 {
        attempts::current(&self.attempts).number
    }

    /// What a role sees: my turn, waiting, to hand over, to receive, done.
    pub fn role(&self, role: Role) -> RoleView {
        role_view::role_view(self, role)
    }

    /// Whether the end result is reached: every activity is done or does not apply.
    pub fn is_finished(&self) -> bool {
        let current = Scope::Attempt(self.current_attempt());
        self.steps
            .iter()
            .filter(|step| !matches!(step.scope, Scope::Attempt(_)) || step.scope == current)
            .all(|step| step.status.is_settled())
    }
}

fn gateways(process: &Process, evaluation: &Evaluation) -> Vec<GatewayState> {
    let mut states = Vec::new();
    for info in process.gateways.iter().filter(|info| info.scope != ScopeKind::Route) {
        for scope in evaluation.scopes(info.scope) {
            let answer = evaluation.answer(info.gateway, scope);
            let asked = !matches!(info.origin, Origin::Derived);
            let is_open = asked && is_reached(evaluation, info.gateway, scope);
            states.push(GatewayState { gateway: info.gateway, scope, answer, is_open });
        }
    }
    states
}

/// Whether a gateway's question is met now, answered or not.
fn is_reached(evaluation: &Evaluation, gateway: Gateway, scope: Scope) -> bool {
    if gateway == Gateway::MoreAgreements {
        if evaluation.answer(Gateway::AgreementsNeeded, scope) != Some(Answer::Yes) {
            return false;
        }
        let mut scopes = evaluation.scopes(ScopeKind::Agreement).into_iter();
        return scopes
            .all(|scope| scope != Scope::Case && evaluation.is_settled(Activity::U12, scope));
    }
    if gateway == Gateway::Abandon {
        // Once decided it can be changed, also when the incident was resolved since.
        return evaluation.is_settled(Activity::G2, scope)
            && (evaluation.answer(Gateway::ReceiptsOk, scope) == Some(Answer::No)
                || evaluation.answer(gateway, scope) == Some(Answer::Yes));
    }
    let at = gateway.info().at;
    let decides = at.info().decides == Some(gateway);
    // A question that an activity decides is met when that is reached; any other when its activity is settled.
    match evaluation.status(at, scope) {
        Status::Ready => decides,
        Status::Done => !decides || evaluation.waits(at, scope).is_empty(),
        Status::NotApplicable(_) => !decides,
        Status::NotReached(_) => false,
    }
}
