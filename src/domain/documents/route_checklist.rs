//! Rutebeslutningstjekliste: every route with its answers and why, its orders, and the questions still open.

use super::Head;
use crate::domain::case::{CaseFile, Id, OrderKind};
use crate::domain::guidance::{
    Finding, Guidance, Order, OrderStatus, Place, RouteDecision, Signing, Tally, order_status,
};
use crate::domain::time::Day;

/// The checklist of all routes.
#[derive(Clone, Debug, PartialEq)]
pub struct RouteChecklist {
    pub head: Head,
    /// BestillingsID; empty where there is none yet.
    pub order_id: String,
    pub tally: Tally,
    /// One per route, in the order of the route overview.
    pub sheets: Vec<RouteSheet>,
}

/// What is printed of one route.
#[derive(Clone, Debug, PartialEq)]
pub struct RouteSheet {
    pub route: Id,
    pub name: String,
    pub note: String,
    /// Its facts, its path through the gateways, and the questions that are open.
    pub decision: RouteDecision,
    pub orders: Vec<SheetOrder>,
    pub findings: Vec<Finding>,
}

/// An order on the sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetOrder {
    pub order: Order,
    pub status: OrderStatus,
    pub signatures: Vec<SignatureLine>,
    /// Lines without a name, for signers to be named at the meeting.
    pub blank_lines: usize,
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
pub fn route_checklist(file: &CaseFile, guidance: &Guidance, only_open: bool) -> RouteChecklist {
    let case = file.case();
    let sheets = case.list_routes().into_iter().filter_map(|(id, route)| {
        let decision = guidance.routes.get(&id)?;
        let is_open = !decision.is_decided() || decision.orders.iter().any(|o| o.placed.is_none());
        (!only_open || is_open).then(|| RouteSheet {
            route: id,
            name: route.name.clone(),
            note: route.note.clone(),
            decision: decision.clone(),
            orders: decision.orders.iter().map(|o| sheet_order(file, guidance, id, o)).collect(),
            findings: findings_of(guidance, id),
        })
    });
    RouteChecklist {
        head: Head::of(file),
        order_id: case.order_id.clone(),
        tally: guidance.tally.clone(),
        sheets: sheets.collect(),
    }
}

fn sheet_order(file: &CaseFile, guidance: &Guidance, route: Id, order: &Order) -> SheetOrder {
    let lines = file.case().routes.get(&route).into_iter().flat_map(|facts| {
        facts.signatures(order.kind).map(|(_, signature)| SignatureLine {
            organisation: signature.organisation,
            signer: signature.signer.clone(),
            signed: signature.signed,
            reference: signature.reference.clone(),
        })
    });
    let delegated = order.signing != Signing::NotNeeded;
    SheetOrder {
        order: order.clone(),
        status: order_status(guidance, route, order),
        signatures: if delegated { lines.collect() } else { Vec::new() },
        blank_lines: if order.signing == Signing::Unclear { BLANK_LINES } else { 0 },
    }
}

fn findings_of(guidance: &Guidance, route: Id) -> Vec<Finding> {
    let of_route = |finding: &&Finding| match finding.place {
        Place::Route(id) | Place::Order(id, OrderKind::Close | OrderKind::Establish) => id == route,
        _ => false,
    };
    guidance.findings.iter().filter(of_route).cloned().collect()
}
