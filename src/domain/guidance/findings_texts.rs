//! The check of free texts: case files travel by e-mail, so no CPR number belongs in them.

use super::findings::{Finding, FindingKind, Place, Severity, finding};
use crate::domain::case::{Case, Id, Mark, Route, Scope};
use crate::domain::personal_data::looks_like_cpr;
use crate::domain::process::Activity;

/// One finding per place with such a text, whatever the number of texts; those of the lines apart.
pub(super) fn of_texts(case: &Case, found: &mut Vec<Finding>) {
    let mut check = |place: Place, source: Activity, texts: &[&str]| {
        found.extend(of_place(place, source, texts));
    };
    check(Place::Case, Activity::U7, &[&case.title, &case.note]);
    for (id, system) in case.list_systems() {
        check(Place::System(id), Activity::U7, &[&system.name, &system.note]);
    }
    for (id, agreement) in case.list_agreements() {
        check(Place::Agreement(id), Activity::U9, &[&agreement.name, &agreement.note]);
    }
    for (number, attempt) in &case.attempts {
        check(Place::Attempt(*number), Activity::U16, &[&attempt.note]);
    }
    for (key, mark) in case.marks.iter().filter(|(key, _)| is_shown(case, key.scope)) {
        check(Place::Activity(key.activity, key.scope), key.activity, &texts_of_mark(mark));
    }
    for ((gateway, scope), decision) in &case.decisions {
        let at = gateway.info().at;
        let texts = [decision.by.as_str(), &decision.note, &decision.reason];
        check(Place::Activity(at, *scope), at, &texts);
    }
}

/// The same for a line.
pub(super) fn of_route_texts(id: Id, route: &Route) -> Option<Finding> {
    of_place(Place::Route(id), Activity::U7, &texts_of_route(route))
}

fn of_place(place: Place, source: Activity, texts: &[&str]) -> Option<Finding> {
    let found = texts.iter().any(|text| looks_like_cpr(text));
    found.then(|| finding(FindingKind::LooksLikeCpr, Severity::Warning, place, source))
}

fn texts_of_route(route: &Route) -> Vec<&str> {
    let mut texts = vec![route.name.as_str(), &route.note];
    for order in [&route.close, &route.establish] {
        texts.push(&order.party_reason);
        texts.extend(order.receipts.values().map(|receipt| receipt.incident.as_str()));
    }
    texts.extend(route.marks.values().flat_map(texts_of_mark));
    let signatures = route.signatures.values().filter(|signature| !signature.removed);
    texts.extend(signatures.map(|signature| signature.signer.as_str()));
    texts
}

fn texts_of_mark(mark: &Mark) -> [&str; 2] {
    [&mark.note, &mark.reason]
}

/// What belongs to a removed agreement is out of sight.
fn is_shown(case: &Case, scope: Scope) -> bool {
    match scope {
        Scope::Agreement(id) => case.agreements.get(&id).is_some_and(|a| !a.removed),
        _ => true,
    }
}
