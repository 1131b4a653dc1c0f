//! The checks of the routes and of the order in which their orders are carried out.

use std::collections::BTreeMap;

use super::decision::RouteDecision;
use super::findings::{Finding, FindingKind, Place, Severity, finding};
use super::order::{AgreementNeed, Moment, Order, Signing};
use super::reason::Question;
use super::replacing::{is_whole, replaced_together};
use super::route::OrderBasis;
use super::status::WaitOn;
use crate::domain::case::{Case, Closer, Id, OrderKind, Route};
use crate::domain::process::Activity;
use crate::domain::sorting::sort_by_numbers;

/// An order in the eksekveringsoversigt.
struct Planned {
    position: u32,
    /// When it is carried out: the moment, and in the window G3 before G4.
    rank: (Moment, bool),
    route: Id,
    kind: OrderKind,
}

pub(super) fn of_routes(
    case: &Case,
    listed: &[(Id, &Route)],
    routes: &BTreeMap<Id, RouteDecision>,
    basis: &OrderBasis,
    found: &mut Vec<Finding>,
) {
    for (id, route) in listed {
        if let Some(decision) = routes.get(id) {
            of_route(*id, decision, found);
            for order in &decision.orders {
                of_order(*id, route, order, basis, found);
            }
        }
    }
    for group in replaced_together(case).iter().filter(|group| !is_whole(case, group)) {
        let place = Place::Route(group[0]);
        found.push(finding(FindingKind::ReplacedByNothing, Severity::Warning, place, Activity::U7));
    }
    closed_twice(listed, found);
    plan_contradictions(listed, routes, found);
}

fn of_route(id: Id, decision: &RouteDecision, found: &mut Vec<Finding>) {
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
}

fn of_order(id: Id, route: &Route, order: &Order, basis: &OrderBasis, found: &mut Vec<Finding>) {
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
    let (Some(form), Some(_)) = (order.form, &order.placed) else { return };
    // Signatures and agreements that lack have findings of their own.
    let waits = basis.waits(id, order);
    let lacks = waits.iter().any(|wait| matches!(wait.on, WaitOn::Activity(..)));
    let severity = if lacks { Severity::Warning } else { Severity::Note };
    if route.marks.get(&form).is_some_and(|mark| !mark.reason.is_empty()) {
        found.push(finding(FindingKind::OutOfOrder, severity, place, form));
    } else if lacks {
        found.push(finding(FindingKind::BasisLost, severity, place, form));
    }
}

/// Lines of one name whose old sides are closed by different parties.
fn closed_twice(routes: &[(Id, &Route)], found: &mut Vec<Finding>) {
    use crate::domain::case::Handling::{Close, Replace};
    let mut closers: BTreeMap<String, Vec<(Id, Closer)>> = BTreeMap::new();
    for (id, route) in routes {
        let closes = matches!(route.handling, Some(Replace | Close));
        let name = route.name.trim().to_lowercase();
        if let Some(closer) = route.closer
            && closes
            && !name.is_empty()
        {
            closers.entry(name).or_default().push((*id, closer));
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

/// Orders whose place in the eksekveringsoversigt comes after that of an order that is carried out later.
fn plan_contradictions(
    listed: &[(Id, &Route)],
    routes: &BTreeMap<Id, RouteDecision>,
    found: &mut Vec<Finding>,
) {
    let mut planned: Vec<Planned> = Vec::new();
    for (id, _) in listed {
        let orders = routes.get(id).map(|decision| decision.orders.as_slice()).unwrap_or_default();
        let place = |order: &Order| {
            let moment = order.moment?;
            let sets_up = moment == Moment::Window && order.kind == OrderKind::Establish;
            let (position, rank) = (order.position?, (moment, sets_up));
            Some(Planned { position, rank, route: *id, kind: order.kind })
        };
        planned.extend(orders.iter().filter_map(place));
    }
    sort_by_numbers(&mut planned, |entry| {
        [u64::from(entry.position), entry.rank.0 as u64, u64::from(entry.rank.1)]
    });
    let mut latest: Option<&Planned> = None;
    for entry in &planned {
        match latest {
            Some(other) if entry.rank < other.rank => {
                let kind =
                    FindingKind::PlanContradiction { other: other.route, other_kind: other.kind };
                let place = Place::Order(entry.route, entry.kind);
                found.push(finding(kind, Severity::Warning, place, Activity::F1));
            }
            Some(other) if entry.rank == other.rank => {}
            _ => latest = Some(entry),
        }
    }
}
