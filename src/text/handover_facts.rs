//! What a handover holds, with the case's own data: systems, counts, routes by name, times, agreements.

use super::dates::{count, list, time};
use super::{answer_label, scope_text};
use crate::domain::case::{
    Case, Closer, Handling, Id, MarkKey, Occasion, OrderKind, Receipt, ReceiptState, Route, Scope,
};
use crate::domain::guidance::{Guidance, Moment, Order, Outcome};
use crate::domain::process::{Activity, Answer, Gateway, Handover, Role};

/// Longer lists of names are cut and say how many there are besides.
const MOST_NAMES: usize = 20;

const NOTHING_TO_CLOSE: &str = "Ingen ruter skal nedlægges af Forvaltningsansvarlig (gammelt)";

/// The lines of a handover, each one fact; only what is known.
pub fn handover_facts(
    case: &Case,
    guidance: &Guidance,
    handover: Handover,
    scope: Scope,
) -> Vec<String> {
    let attempt = match scope {
        Scope::Attempt(number) => number,
        _ => guidance.current_attempt(),
    };
    let mut facts = Vec::new();
    match handover {
        Handover::Decision | Handover::PrepareNew | Handover::StartChange => {
            systems(case, &mut facts);
        }
        Handover::Registered => facts.extend(system("Nyt it-system", case, case.new_system)),
        Handover::RouteRequest => {
            facts.extend(system("Gammelt it-system", case, case.old_system));
            facts.push("Retning: både ruter til og ruter fra it-systemet".to_owned());
        }
        Handover::RouteList | Handover::RouteListForwarded => {
            facts.extend(system("Gammelt it-system", case, case.old_system));
            facts.extend(existing(case));
        }
        Handover::RouteOverview => {
            facts.extend(handlings(case));
            facts.extend(undecided(guidance));
            facts.extend(delegation(guidance));
        }
        Handover::AgreementNeeds
        | Handover::AgreementRequest
        | Handover::AgreementInPlace
        | Handover::AgreementReady => agreement(case, scope, &mut facts),
        Handover::RouteChanges => {
            for handling in [Handling::Replace, Handling::Establish, Handling::Close] {
                facts.extend(named(verb(handling), routes_with(case, handling)));
            }
            facts.extend(named(
                "Nedlægges af Forvaltningsansvarlig (nyt)",
                closed_by(case, Closer::NewOperations),
            ));
            facts.extend(delegation(guidance));
        }
        Handover::RouteClosures => {
            let closed = closed_by(case, Closer::OldOperations);
            if closed.is_empty() {
                facts.push(NOTHING_TO_CLOSE.to_owned());
            }
            facts.extend(named("Nedlægges af Forvaltningsansvarlig (gammelt)", closed));
        }
        Handover::TimeToManager
        | Handover::TimeToInvolved
        | Handover::TimeToOld
        | Handover::TimeToHelpdesk => {
            window(case, attempt, &mut facts);
            facts.extend(named("Skifter i servicevinduet", at(case, guidance, Moment::Window)));
            facts.extend(closings_after_check(case, guidance));
        }
        Handover::CarryOutDecision => {
            decision(case, Gateway::CarryOut, "Beslutning", attempt, &mut facts);
            window(case, attempt, &mut facts);
        }
        Handover::CutoverOrder => {
            window(case, attempt, &mut facts);
            let orders = |kind| of_kind(case, guidance, Moment::Window, kind);
            facts.extend(named("Nedlægges i servicevinduet", orders(OrderKind::Close)));
            facts.extend(named("Sættes op i servicevinduet", orders(OrderKind::Establish)));
            facts.extend(closings_after_check(case, guidance));
        }
        Handover::ClosedReceipts => {
            receipts(case, guidance, attempt, &[OrderKind::Close], &mut facts);
        }
        Handover::SetUpReceipts => {
            receipts(case, guidance, attempt, &[OrderKind::Establish], &mut facts);
        }
        Handover::RouteStatus => {
            let kinds = [OrderKind::Close, OrderKind::Establish];
            receipts(case, guidance, attempt, &kinds, &mut facts);
            facts.extend(closings_after_check(case, guidance));
        }
        Handover::CheckResult => {
            let kinds = [OrderKind::Close, OrderKind::Establish];
            receipts(case, guidance, attempt, &kinds, &mut facts);
            for activity in [Activity::G7, Activity::G8] {
                let key = MarkKey::new(activity, Scope::Attempt(attempt), Role::NewOperations);
                let note = case.marks.get(&key).map(|mark| mark.note.as_str()).unwrap_or_default();
                if !note.is_empty() {
                    facts.push(format!("Kontrol: {note}"));
                }
            }
        }
        Handover::CutoverResult => outcome(case, guidance, attempt, &mut facts),
        Handover::ResultToManager | Handover::ResultToInvolved | Handover::ResultToOld => {
            outcome(case, guidance, attempt, &mut facts);
        }
    }
    facts
}

fn systems(case: &Case, facts: &mut Vec<String>) {
    facts.extend(system("Gammelt it-system", case, case.old_system));
    facts.extend(system("Nyt it-system", case, case.new_system));
}

/// "Nyt it-system: Omsorg Ny (Leverandør A/S)".
fn system(label: &str, case: &Case, id: Option<Id>) -> Option<String> {
    let name = case.system_name(id).filter(|name| !name.is_empty())?;
    let operator = id.and_then(|id| case.systems.get(&id)).and_then(|system| system.operator);
    Some(match case.organisation_name(operator).filter(|name| !name.is_empty()) {
        Some(operator) => format!("{label}: {name} (forvaltningsansvarlig: {operator})"),
        None => format!("{label}: {name}"),
    })
}

fn existing(case: &Case) -> Option<String> {
    let routes = case.list_routes();
    let old: Vec<&Route> = routes
        .into_iter()
        .map(|(_, route)| route)
        .filter(|route| !matches!(route.handling, None | Some(Handling::Establish)))
        .collect();
    named("Eksisterende ruter i overblikket", old)
}

fn handlings(case: &Case) -> Option<String> {
    let counts: Vec<String> = Handling::ALL
        .iter()
        .map(|handling| (verb(*handling).to_lowercase(), routes_with(case, *handling).len()))
        .filter(|(_, amount)| *amount > 0)
        .map(|(verb, amount)| format!("{} {verb}", count(amount, "rute", "ruter")))
        .collect();
    (!counts.is_empty()).then(|| format!("Ruter: {}", list(&counts)))
}

fn undecided(guidance: &Guidance) -> Option<String> {
    let open = guidance.tally.routes - guidance.tally.decided;
    (open > 0).then(|| format!("Endnu ikke afgjort: {}", count(open, "rute", "ruter")))
}

fn delegation(guidance: &Guidance) -> Option<String> {
    let delegated = guidance.tally.delegated;
    let what = count(delegated, "bestilling", "bestillinger");
    match (delegated, guidance.tally.unsigned) {
        (0, _) => None,
        (_, 0) => Some(format!("Med delegering: {what}, alle med underskrift")),
        (_, unsigned) => Some(format!("Med delegering: {what}, {unsigned} uden underskrift endnu")),
    }
}

fn agreement(case: &Case, scope: Scope, facts: &mut Vec<String>) {
    let Scope::Agreement(id) = scope else {
        facts.extend(system("Nyt it-system", case, case.new_system));
        return;
    };
    facts.push(format!("Serviceaftale: {}", scope_text(case, scope).unwrap_or_default()));
    let agreement = case.agreements.get(&id);
    facts.extend(system("Med it-system", case, agreement.and_then(|agreement| agreement.system)));
    facts.extend(system("Nyt it-system", case, case.new_system));
    let covered = case.list_routes().into_iter().map(|(_, route)| route);
    facts.extend(named("Dækker", covered.filter(|route| route.agreement == Some(id)).collect()));
    let note = agreement.map(|agreement| agreement.note.as_str()).unwrap_or_default();
    if !note.is_empty() {
        facts.push(format!("Bemærkning: {note}"));
    }
}

fn window(case: &Case, attempt: u16, facts: &mut Vec<String>) {
    let Some(attempt) = case.attempts.get(&attempt) else {
        return facts.push("Servicevindue: ikke aftalt endnu".to_owned());
    };
    facts.push(match (attempt.window_start, attempt.window_end) {
        (Some(start), Some(end)) => format!("Servicevindue: {} til {}", time(start), time(end)),
        (Some(start), None) => format!("Servicevindue: fra {}", time(start)),
        (None, Some(end)) => format!("Servicevindue: til {}", time(end)),
        (None, None) => "Servicevindue: ikke aftalt endnu".to_owned(),
    });
    if !attempt.note.is_empty() {
        facts.push(format!("Bemærkning: {}", attempt.note));
    }
}

fn decision(case: &Case, gateway: Gateway, label: &str, attempt: u16, facts: &mut Vec<String>) {
    let Some(decision) = case.decision(gateway, Scope::Attempt(attempt)) else { return };
    let Some(answer) = decision.answer else { return };
    facts.push(format!("{label}: {}", answer_label(gateway, answer)));
    if !decision.note.is_empty() {
        facts.push(format!("Begrundelse: {}", decision.note));
    }
}

fn closings_after_check(case: &Case, guidance: &Guidance) -> Option<String> {
    named("Nedlægges efter kontrollen", at(case, guidance, Moment::AfterCheck))
}

fn outcome(case: &Case, guidance: &Guidance, attempt: u16, facts: &mut Vec<String>) {
    let state = guidance.attempts.iter().find(|state| state.number == attempt);
    let answer = guidance
        .gateway(Gateway::CheckOk, Scope::Attempt(attempt))
        .and_then(|gateway| gateway.answer);
    match (state.map(|state| state.outcome), answer) {
        (Some(Outcome::Rehearsed), _) => {
            facts.push("Resultat: generalprøven er gennemført; ingen ruter er lagt om".to_owned());
            facts.push("Nu: der aftales tidspunkt for omlægningen (pkt. 16)".to_owned());
        }
        (Some(Outcome::Succeeded), _) | (_, Some(Answer::Yes)) => {
            facts.push("Resultat: ruterne er lagt om".to_owned());
        }
        (Some(Outcome::RolledBack), _) | (_, Some(Answer::No)) => {
            facts.push("Resultat: omlægningen er rullet tilbage".to_owned());
            facts.push("Nu: der aftales et nyt tidspunkt (pkt. 16)".to_owned());
        }
        _ => facts.push("Resultat: kendes ikke endnu".to_owned()),
    }
    window(case, attempt, facts);
    let kinds = [OrderKind::Close, OrderKind::Establish];
    receipts(case, guidance, attempt, &kinds, facts);
}

fn receipts(
    case: &Case,
    guidance: &Guidance,
    attempt: u16,
    kinds: &[OrderKind],
    facts: &mut Vec<String>,
) {
    let due = orders(case, guidance)
        .filter(|(_, order)| order.moment == Some(Moment::Window) && kinds.contains(&order.kind));
    let (mut ok, mut all, mut failed) = (0, 0, Vec::new());
    for (route, order) in due {
        all += 1;
        let receipt = route.order(order.kind).receipts.get(&Occasion::Attempt(attempt));
        match receipt.and_then(|receipt| receipt.state) {
            Some(ReceiptState::Ok) => ok += 1,
            Some(ReceiptState::Failed) => failed.extend(receipt.map(|r| failure(route, r))),
            None => {}
        }
    }
    if all > 0 {
        let of = count(all, "kvittering", "kvitteringer");
        facts.push(format!("Kvitteringer: {ok} OK og {} fejlet, af {of}", failed.len()));
    }
    facts.extend(failed);
}

fn failure(route: &Route, receipt: &Receipt) -> String {
    let mut text = format!("Fejlet: {}", route_name(route));
    for part in [&receipt.incident, &receipt.reference] {
        if !part.is_empty() {
            text = format!("{text}, {part}");
        }
    }
    match receipt.resolved {
        Some(day) => format!("{text} (løst {})", super::dates::day(day)),
        None => text,
    }
}

const fn verb(handling: Handling) -> &'static str {
    match handling {
        Handling::Replace => "Erstattes",
        Handling::Establish => "Etableres",
        Handling::Close => "Nedlægges",
        Handling::Keep => "Bevares",
    }
}

fn routes_with(case: &Case, handling: Handling) -> Vec<&Route> {
    let routes = case.list_routes().into_iter().map(|(_, route)| route);
    routes.filter(|route| route.handling == Some(handling)).collect()
}

fn closed_by(case: &Case, closer: Closer) -> Vec<&Route> {
    let routes = case.list_routes().into_iter().map(|(_, route)| route);
    let closes = |route: &&Route| {
        matches!(route.handling, Some(Handling::Replace | Handling::Close))
            && route.closer == Some(closer)
    };
    routes.filter(closes).collect()
}

fn at<'a>(case: &'a Case, guidance: &'a Guidance, moment: Moment) -> Vec<&'a Route> {
    let mut routes: Vec<&Route> = orders(case, guidance)
        .filter(|(_, order)| order.moment == Some(moment))
        .map(|(route, _)| route)
        .collect();
    // A route with two orders at one moment is named once.
    routes.dedup_by_key(|route| route.id);
    routes
}

fn of_kind<'a>(
    case: &'a Case,
    guidance: &'a Guidance,
    moment: Moment,
    kind: OrderKind,
) -> Vec<&'a Route> {
    let orders = orders(case, guidance);
    let wanted = orders.filter(|(_, order)| order.moment == Some(moment) && order.kind == kind);
    wanted.map(|(route, _)| route).collect()
}

fn orders<'a>(
    case: &'a Case,
    guidance: &'a Guidance,
) -> impl Iterator<Item = (&'a Route, &'a Order)> {
    case.list_routes().into_iter().flat_map(|(id, route)| {
        let decision = guidance.routes.get(&id);
        decision.into_iter().flat_map(move |d| d.orders.iter().map(move |order| (route, order)))
    })
}

/// "Erstattes (2 ruter): A og B"; nothing without routes.
fn named(label: &str, routes: Vec<&Route>) -> Option<String> {
    let mut names: Vec<String> = routes.iter().take(MOST_NAMES).map(|r| route_name(r)).collect();
    if routes.len() > MOST_NAMES {
        names.push(format!("{} flere", routes.len() - MOST_NAMES));
    }
    let amount = count(routes.len(), "rute", "ruter");
    (!names.is_empty()).then(|| format!("{label} ({amount}): {}", list(&names)))
}

fn route_name(route: &Route) -> String {
    if route.name.is_empty() { "rute uden navn".to_owned() } else { route.name.clone() }
}
