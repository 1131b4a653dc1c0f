//! Rutebeslutningstjekliste: every route with its answers and why, its orders, and the questions still open.

use super::Head;
use crate::domain::case::{
    Case, CaseFile, Id, Occasion, OrderKind, Receipt, Route, RouteSide, Side,
};
use crate::domain::exchange::Kept;
use crate::domain::guidance::{
    Candidate, Finding, Guidance, Order, OrderStatus, PathStep, Place, Question, RouteDecision,
    Signing, Tally, candidates, order_status, replaced_together, route_findings,
};
use crate::domain::process::Gateway;
use crate::domain::time::Day;

/// The checklist of all routes.
#[derive(Clone, Debug, PartialEq)]
pub struct RouteChecklist {
    pub head: Head,
    /// BestillingsID; empty where there is none yet.
    pub order_id: String,
    /// Sums over all routes, also those left out.
    pub tally: Tally,
    /// Routes that are settled and left out.
    pub left_out: usize,
    /// One per route, in the order of the route overview.
    pub sheets: Vec<RouteSheet>,
}

/// What is printed of one route.
#[derive(Clone, Debug, PartialEq)]
pub struct RouteSheet {
    pub route: Id,
    /// Its place in the route overview, from 1.
    pub number: usize,
    pub name: String,
    pub note: String,
    /// The service agreement named for its new side.
    pub agreement: Option<Id>,
    /// The lines that are replaced together with it, itself among them.
    pub together: Vec<Id>,
    /// Its path through the gateways, and the questions that are open.
    pub decision: RouteDecision,
    /// The sides it has; where the handling is not decided, those of which something is known.
    pub sides: Vec<(Side, RouteSide)>,
    /// The path and the open questions, in the order they are asked.
    pub questions: Vec<SheetQuestion>,
    pub orders: Vec<SheetOrder>,
    pub findings: Vec<Finding>,
    /// Fields of the route with several values standing.
    pub conflicts: usize,
}

/// A question on the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetQuestion {
    /// A gateway with its answer and reason.
    Answered(PathStep),
    /// A question to answer at the meeting, by ticking a box.
    Open(Question),
    /// A question that follows if the handling to be decided calls for it.
    FollowUp(Question),
}

/// An order on the sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetOrder {
    pub order: Order,
    pub status: OrderStatus,
    pub signatures: Vec<SignatureLine>,
    /// Lines without a name, for signers to be named at the meeting.
    pub blank_lines: usize,
    /// The organisations that may be the ones to sign, where nobody is named.
    pub candidates: Vec<Candidate>,
    /// Why it was placed before its turn.
    pub reason: String,
    pub note: String,
    pub receipts: Vec<(Occasion, Receipt)>,
}

/// A signature that was given, or a line to give it on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureLine {
    pub organisation: Option<Id>,
    pub signer: String,
    pub signed: Option<Day>,
    pub reference: String,
}

/// Lines printed for a delegation of which nobody is named to sign.
const BLANK_LINES: usize = 2;

/// The routes of a case; with `only_open`, those that are not decided or have an order that is not placed.
pub fn route_checklist(
    file: &CaseFile,
    kept: &[Kept],
    guidance: &Guidance,
    only_open: bool,
) -> RouteChecklist {
    let case = file.case();
    let routes = case.list_routes();
    let all = routes.len();
    let together = replaced_together(case);
    let sheets = routes.into_iter().enumerate().filter_map(|(index, (id, route))| {
        let decision = guidance.routes.get(&id)?;
        let is_open = !decision.is_decided() || decision.orders.iter().any(|o| o.placed.is_none());
        (!only_open || is_open).then(|| RouteSheet {
            route: id,
            number: index + 1,
            name: route.name.clone(),
            note: route.note.clone(),
            agreement: route.agreement,
            together: together
                .iter()
                .find(|group| group.contains(&id))
                .cloned()
                .unwrap_or_default(),
            sides: sides(route, decision),
            questions: questions(route, decision),
            orders: decision
                .orders
                .iter()
                .map(|o| sheet_order(case, guidance, route, decision, o))
                .collect(),
            findings: findings_of(guidance, id),
            conflicts: file.conflicts().filter(|c| c.field.entity() == Some(id)).count(),
            decision: decision.clone(),
        })
    });
    let sheets: Vec<RouteSheet> = sheets.collect();
    RouteChecklist {
        head: Head::of(file, kept),
        order_id: case.order_id.clone(),
        tally: guidance.tally.clone(),
        left_out: all - sheets.len(),
        sheets,
    }
}

fn sides(route: &Route, decision: &RouteDecision) -> Vec<(Side, RouteSide)> {
    let known = |side: RouteSide| (side != RouteSide::default()).then_some(side);
    let (old, new) = match decision.handling {
        Some(_) => (decision.old, decision.new),
        None => (known(route.old), known(route.new)),
    };
    let sides = [(Side::Old, old), (Side::New, new)];
    sides.into_iter().filter_map(|(side, facts)| Some((side, facts?))).collect()
}

/// The path, with each open question in the place of the gateway that waits for it.
fn questions(route: &Route, decision: &RouteDecision) -> Vec<SheetQuestion> {
    let mut open = decision.open.clone();
    let mut rows = Vec::new();
    for step in &decision.path {
        if step.answer.is_some() {
            rows.push(SheetQuestion::Answered(step.clone()));
            continue;
        }
        let waits_for = |question: &Question| match step.gateway {
            Gateway::CloseRoute => matches!(question, Question::Handling | Question::Closer),
            Gateway::CloseParty => *question == Question::Party(Side::Old),
            Gateway::RouteType => *question == Question::Type(Side::New),
            Gateway::EstablishParty => *question == Question::Party(Side::New),
            _ => false,
        };
        if let Some(index) = open.iter().position(waits_for) {
            rows.push(SheetQuestion::Open(open.remove(index)));
        }
    }
    rows.extend(open.into_iter().map(SheetQuestion::Open));
    if decision.handling.is_none() {
        rows.extend(follow_ups(route).into_iter().map(SheetQuestion::FollowUp));
    }
    rows
}

/// What is asked next when the handling is decided, as far as it is not answered already.
fn follow_ups(route: &Route) -> Vec<Question> {
    let explicit_matters = route.old.active != Some(false);
    let asked = [
        (Question::Closer, route.closer.is_none()),
        (Question::Active, route.old.active.is_none()),
        (Question::Addressing(Side::Old), explicit_matters && route.old.addressing.is_none()),
        (Question::Type(Side::New), route.new.kind.or(route.old.kind).is_none()),
        (Question::Addressing(Side::New), route.new.addressing.or(route.old.addressing).is_none()),
    ];
    asked.into_iter().filter(|(_, open)| *open).map(|(question, _)| question).collect()
}

fn sheet_order(
    case: &Case,
    guidance: &Guidance,
    route: &Route,
    decision: &RouteDecision,
    order: &Order,
) -> SheetOrder {
    let unnamed = order.ruled.unnamed.iter().map(|unnamed| SignatureLine {
        organisation: unnamed.organisation,
        signer: String::new(),
        signed: None,
        reference: String::new(),
    });
    let lines = route.signatures(order.kind).map(|(_, signature)| SignatureLine {
        organisation: signature.organisation,
        signer: signature.signer.clone(),
        signed: signature.signed,
        reference: signature.reference.clone(),
    });
    let delegated = order.signing != Signing::NotNeeded;
    let unclear = order.signing == Signing::Unclear;
    let mark = order.form.and_then(|form| route.marks.get(&form));
    let receipts = route.order(order.kind).receipts.iter();
    SheetOrder {
        order: order.clone(),
        status: order_status(guidance, route.id, order),
        signatures: if delegated { lines.chain(unnamed).collect() } else { Vec::new() },
        blank_lines: if unclear { BLANK_LINES } else { 0 },
        candidates: if unclear { candidates(case, decision, order) } else { Vec::new() },
        reason: mark.map(|mark| mark.reason.clone()).unwrap_or_default(),
        note: mark.map(|mark| mark.note.clone()).unwrap_or_default(),
        receipts: receipts
            .filter(|(_, receipt)| receipt.state.is_some())
            .map(|(occasion, receipt)| (*occasion, receipt.clone()))
            .collect(),
    }
}

fn findings_of(guidance: &Guidance, route: Id) -> Vec<Finding> {
    let of_route = |finding: &Finding| match finding.place {
        Place::Route(id) | Place::Order(id, OrderKind::Close | OrderKind::Establish) => id == route,
        _ => false,
    };
    route_findings(guidance, route).into_iter().filter(of_route).collect()
}
