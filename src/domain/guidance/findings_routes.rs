//! The checks of the routes and of the order in which their orders are carried out.

use super::decision::RouteDecision;
use super::findings::{Finding, FindingKind, Place, Severity, finding};
use super::findings_texts::of_route_texts;
use super::lines::{Lines, Planned};
use super::order::{AgreementNeed, Order, Signing};
use super::reason::Question;
use super::replacing::{is_whole, replaced_together};
use super::route::OrderBasis;
use super::status::WaitOn;
use crate::domain::case::{Case, Id, OrderKind, Route};
use crate::domain::process::Activity;
use crate::domain::sorting::sort_by_numbers;

/// The findings of one line.
pub(super) fn of_line(
    id: Id,
    route: &Route,
    decision: &RouteDecision,
    basis: &OrderBasis,
) -> Vec<Finding> {
    let mut found = Vec::new();
    of_route(id, decision, &mut found);
    for order in &decision.orders {
        of_order(id, route, order, basis, &mut found);
    }
    found.extend(of_route_texts(id, route));
    found
}

/// What is found about lines only beside each other.
pub(super) fn of_lines(case: &Case, lines: &Lines, found: &mut Vec<Finding>) {
    for group in replaced_together(case).iter().filter(|group| !is_whole(case, group)) {
        let place = Place::Route(group[0]);
        found.push(finding(FindingKind::ReplacedByNothing, Severity::Warning, place, Activity::U7));
    }
    closed_twice(lines, found);
    plan_contradictions(lines.planned(), found);
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
fn closed_twice(lines: &Lines, found: &mut Vec<Finding>) {
    for lines in lines.contested() {
        let [(first, closer), rest @ ..] = lines.as_slice() else { continue };
        for (id, _) in rest.iter().filter(|(_, other)| other != closer) {
            let kind = FindingKind::ClosedTwice { other: *first };
            let place = Place::Order(*id, OrderKind::Close);
            found.push(finding(kind, Severity::Error, place, Activity::U13));
        }
    }
}

/// Orders whose place in the eksekveringsoversigt comes after that of an order that is carried out later.
fn plan_contradictions(mut planned: Vec<Planned>, found: &mut Vec<Finding>) {
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
