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
mod route_sort;
mod status;
mod tally;
mod waits;

use std::collections::BTreeMap;

pub use agreements::{
    OldAgreement, OldUse, SuggestedAgreement, accept_agreements, old_agreements,
    suggested_agreements,
};
pub use attempts::{AttemptState, Outcome};
pub use candidates::{Candidate, CandidatePart, candidates};
pub use context::RouteContext;
pub use decision::{PathStep, RouteDecision, asked_next, asked_place, decide};
pub use execution_plan::{ExecutionPlan, Phase, Planned, Toward, execution_plan, moved};
pub use findings::{Finding, FindingKind, Place, Severity};
pub use handovers::{HandoverState, HandoverStatus};
pub use holders::{involved, organisations};
pub use order::{AgreementNeed, Moment, Order, Signing};
pub use pending::{Pending, orders_waiting, pending};
pub use progress::Progress;
pub use reason::{Because, Lacking, Question};
pub use replacing::{
    another_new, group_of, is_whole, part_from, replace_together, replaced_together,
};
pub use role_view::{RoleView, Task};
pub use route::{OrderBasis, OrderStatus, order_status};
pub use route_bulk::{
    BULK_FIELDS, FromOrganisations, bulk_changes, bulk_reasons, party_from_organisations,
};
pub use route_chosen::Chosen;
pub use route_list::routes_with_findings;
pub use route_list::{
    PickPart, RouteFilter, RoutePick, RouteState, is_found, next_undecided, route_findings,
    route_states,
};
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
    pub tally: Tally,
    /// Every attempt so far.
    pub attempts: Vec<AttemptState>,
    pub handovers: Vec<HandoverState>,
    pub findings: Vec<Finding>,
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

/// Derives everything from a case.
pub fn guide(process: &Process, case: &Case) -> Guidance {
    let context = RouteContext::of(case);
    let all = case.routes.iter().filter(|(_, route)| !route.removed);
    let routes = all.map(|(id, route)| (*id, decide(&context, route))).collect();
    guide_with(process, case, routes, context)
}

/// Derives everything anew after events about these routes, or about none, as [`guide`] would.
///
/// The decisions of all other routes are taken over from before, unless what they all depend on is another now.
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
    let mut routes = std::mem::take(&mut before.routes);
    for id in changed {
        match case.routes.get(&id).filter(|route| !route.removed) {
            Some(route) => routes.insert(id, decide(&context, route)),
            None => routes.remove(&id),
        };
    }
    guide_with(process, case, routes, context)
}

/// Derives everything from a case whose routes are decided already.
fn guide_with(
    process: &Process,
    case: &Case,
    routes: BTreeMap<Id, RouteDecision>,
    context: RouteContext,
) -> Guidance {
    let mut tally = Tally::default();
    for (id, decision) in &routes {
        if let Some(route) = case.routes.get(id) {
            tally.add(route, decision);
        }
    }
    let evaluation = Evaluation::new(process, case, &tally);
    let steps = evaluation.steps();
    let gateways = gateways(process, &evaluation);
    let handovers = handovers::handovers(process, case, &evaluation, &steps);
    let attempts = evaluation.attempts.clone();
    let basis = OrderBasis::of(&steps);
    let findings = findings::findings(case, &routes, &tally, &steps, &attempts, &basis);
    let progress = progress::progress(&steps, &tally, &attempts);
    Guidance {
        steps,
        gateways,
        routes,
        tally,
        attempts,
        handovers,
        findings,
        progress,
        basis,
        context,
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
