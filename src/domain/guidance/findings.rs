//! The checks of a case: what is missing, contradictory or out of order (domain, section 6, rule 6).

use std::collections::BTreeMap;

use super::attempts::{AttemptState, current};
use super::decision::RouteDecision;
use super::order::{AgreementNeed, Moment, Order, Signing};
use super::reason::Question;
use super::status::Step;
use super::tally::Tally;
use crate::domain::case::{Case, Closer, Field, Id, OrderKind, Route, Scope};
use crate::domain::process::{Activity, Answer, Gateway, Role};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The change cannot be carried out as it stands.
    Error,
    /// Someone must look at it.
    Warning,
    /// Worth knowing.
    Note,
}

/// Where a finding is mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    Case,
    Route(Id),
    Order(Id, OrderKind),
    Agreement(Id),
    Attempt(u16),
    Activity(Activity, Scope),
    Role(Role),
    System(Id),
    Field(Field),
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub kind: FindingKind,
    pub severity: Severity,
    pub place: Place,
    /// The point of the source that it rests on.
    pub source: Activity,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindingKind {
    /// A route is not decided; the questions that are open.
    RouteUndecided(Vec<Question>),
    /// A new webservice route has no service agreement.
    AgreementMissing,
    /// A delegated order has nobody named to sign: "Afklar underskriver".
    SignerUnclear,
    /// A delegated order lacks so many signatures.
    SignaturesLacking(usize),
    /// So many orders are placed without a BestillingsID.
    OrderIdMissing(usize),
    /// A replaced route's old side has nobody to close it.
    NobodyCloses,
    /// The same old route is closed by both FN and FG.
    ClosedTwice { other: Id },
    /// The eksekveringsoversigt has the order before one of an earlier moment.
    PlanContradiction { other: Id, other_kind: OrderKind },
    /// Gennemfør was decided with so many findings that matter open.
    GoWithOpenFindings(usize),
    /// The service window ends before it starts.
    WindowEndsBeforeStart,
    /// Nobody is named for a role.
    RoleWithoutPerson(Role),
    /// An it-system has no forvaltningsansvarlig.
    OperatorMissing,
    /// An activity was recorded before its turn.
    OutOfOrder,
    /// A completion has lost what it rested on.
    BasisLost,
    /// Several values stand in a field.
    Conflict,
    /// A text looks as if it held a CPR number.
    LooksLikeCpr,
}

/// Every finding, the weightiest first, otherwise in the process's order.
pub fn findings(
    case: &Case,
    routes: &BTreeMap<Id, RouteDecision>,
    tally: &Tally,
    steps: &[Step],
    attempts: &[AttemptState],
) -> Vec<Finding> {
    let mut found = Vec::new();
    of_header(case, tally, &mut found);
    for (id, route) in case.list_routes() {
        if let Some(decision) = routes.get(&id) {
            of_route(id, route, decision, &mut found);
        }
    }
    closed_twice(case, &mut found);
    plan_contradictions(case, routes, &mut found);
    of_steps(steps, &mut found);
    of_attempts(case, attempts, &mut found);
    found.sort_by_key(|finding| finding.severity);
    found
}

fn finding(kind: FindingKind, severity: Severity, place: Place, source: Activity) -> Finding {
    Finding { kind, severity, place, source }
}

fn of_header(case: &Case, tally: &Tally, found: &mut Vec<Finding>) {
    let placed = tally.fn_placed;
    if placed > 0 && case.order_id.is_empty() {
        let kind = FindingKind::OrderIdMissing(placed);
        let place = Place::Activity(Activity::F1, Scope::Case);
        found.push(finding(kind, Severity::Warning, place, Activity::F1));
    }
    let people = case.list_people();
    for role in Role::ALL {
        if !people.iter().any(|(_, person)| person.roles.contains(role)) {
            let kind = FindingKind::RoleWithoutPerson(*role);
            found.push(finding(kind, Severity::Note, Place::Role(*role), Activity::U1));
        }
    }
    for (id, system) in case.list_systems() {
        if case.organisation_name(system.operator).is_none() {
            let place = Place::System(id);
            found.push(finding(
                FindingKind::OperatorMissing,
                Severity::Warning,
                place,
                Activity::U7,
            ));
        }
    }
}

fn of_route(id: Id, route: &Route, decision: &RouteDecision, found: &mut Vec<Finding>) {
    let open: Vec<Question> =
        decision.open.iter().copied().filter(|question| *question != Question::Closer).collect();
    if !open.is_empty() {
        let kind = FindingKind::RouteUndecided(open);
        found.push(finding(kind, Severity::Warning, Place::Route(id), Activity::U7));
    }
    if decision.open.contains(&Question::Closer) {
        let kind = FindingKind::NobodyCloses;
        found.push(finding(kind, Severity::Error, Place::Route(id), Activity::U13));
    }
    for order in &decision.orders {
        let place = Place::Order(id, order.kind);
        match order.signing {
            Signing::NotNeeded | Signing::Complete => {}
            Signing::Unclear => {
                let kind = FindingKind::SignerUnclear;
                found.push(finding(kind, Severity::Error, place, Activity::U7));
            }
            Signing::Lacking(lacking) => {
                let kind = FindingKind::SignaturesLacking(lacking);
                found.push(finding(kind, Severity::Error, place, Activity::U7));
            }
        }
        if order.agreement == AgreementNeed::Missing {
            let kind = FindingKind::AgreementMissing;
            found.push(finding(kind, Severity::Error, place, Activity::U12));
        }
    }
    let texts = [&route.name, &route.note];
    if texts.iter().any(|text| crate::domain::personal_data::looks_like_cpr(text)) {
        let kind = FindingKind::LooksLikeCpr;
        found.push(finding(kind, Severity::Warning, Place::Route(id), Activity::U7));
    }
}

/// Lines of one name whose old sides are closed by different parties.
fn closed_twice(case: &Case, found: &mut Vec<Finding>) {
    let mut closers: BTreeMap<String, Vec<(Id, Closer)>> = BTreeMap::new();
    for (id, route) in case.list_routes() {
        use crate::domain::case::Handling::{Close, Replace};
        let closes = matches!(route.handling, Some(Replace | Close));
        let name = route.name.trim().to_lowercase();
        if let Some(closer) = route.closer
            && closes
            && !name.is_empty()
        {
            closers.entry(name).or_default().push((id, closer));
        }
    }
    for lines in closers.values() {
        let [(first, closer), rest @ ..] = lines.as_slice() else { continue };
        for (id, _) in rest.iter().filter(|(_, other)| other != closer) {
            let kind = FindingKind::ClosedTwice { other: *first };
            let place = Place::Order(*id, OrderKind::Close);
            found.push(finding(kind, Severity::Error, place, Activity::U13));
        }
    }
}

/// Orders whose place in the eksekveringsoversigt comes before that of an order with an earlier moment.
fn plan_contradictions(
    case: &Case,
    routes: &BTreeMap<Id, RouteDecision>,
    found: &mut Vec<Finding>,
) {
    let mut planned: Vec<(u32, Moment, Id, OrderKind)> = Vec::new();
    for (id, _) in case.list_routes() {
        let orders = routes.get(&id).map(|decision| decision.orders.as_slice()).unwrap_or_default();
        let place = |order: &Order| Some((order.position?, order.moment?, id, order.kind));
        planned.extend(orders.iter().filter_map(place));
    }
    planned.sort();
    let mut latest: Option<(u32, Moment, Id, OrderKind)> = None;
    for entry in planned {
        match latest {
            Some((position, moment, other, other_kind))
                if entry.1 < moment && entry.0 > position =>
            {
                let kind = FindingKind::PlanContradiction { other, other_kind };
                let place = Place::Order(entry.2, entry.3);
                found.push(finding(kind, Severity::Warning, place, Activity::F1));
            }
            Some((_, moment, _, _)) if entry.1 <= moment => {}
            _ => latest = Some(entry),
        }
    }
}

fn of_steps(steps: &[Step], found: &mut Vec<Finding>) {
    for step in steps {
        let Some(deviation) = &step.deviation else { continue };
        let kind = if deviation.reason.is_empty() {
            FindingKind::BasisLost
        } else {
            FindingKind::OutOfOrder
        };
        let severity = if deviation.lacks.is_empty() { Severity::Note } else { Severity::Warning };
        let place = Place::Activity(step.activity, step.scope);
        found.push(finding(kind, severity, place, step.activity));
    }
}

fn of_attempts(case: &Case, attempts: &[AttemptState], found: &mut Vec<Finding>) {
    for attempt in attempts {
        let facts = case.attempts.get(&attempt.number);
        let window = facts.and_then(|facts| Some((facts.window_start?, facts.window_end?)));
        if window.is_some_and(|(start, end)| end <= start) {
            let kind = FindingKind::WindowEndsBeforeStart;
            let place = Place::Attempt(attempt.number);
            found.push(finding(kind, Severity::Error, place, Activity::U16));
        }
    }
    let current = current(attempts);
    let scope = Scope::Attempt(current.number);
    let decision = case.decision(Gateway::CarryOut, scope).and_then(|decision| decision.answer);
    let open = found.iter().filter(|finding| finding.severity == Severity::Error).count();
    if decision == Some(Answer::Go) && open > 0 {
        let kind = FindingKind::GoWithOpenFindings(open);
        let place = Place::Activity(Activity::U18, scope);
        found.push(finding(kind, Severity::Error, place, Activity::U18));
    }
}
