//! A line of the route overview, by name.

use serde::Serialize;

use super::summary::Recorded;
use crate::domain::case::{
    Case, Mark, Occasion, OrderFacts, OrderKind, Receipt, Route, RouteSide, Signature,
};

/// A route with its facts by name.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct RouteSummary<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    reference: &'a str,
    note: &'a str,
    handling: Option<&'static str>,
    closer: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ordered_early: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    agreement: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    replaced_with: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    old: Option<Side<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    new: Option<Side<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    close: Option<Order<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    establish: Option<Order<'a>>,
}

#[derive(Serialize)]
struct Side<'a> {
    #[serde(rename = "type")]
    kind: Option<&'static str>,
    from: Option<&'a str>,
    to: Option<&'a str>,
    authority: Option<&'a str>,
    addressing: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    active: Option<bool>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Order<'a> {
    party: Option<bool>,
    party_reason: &'a str,
    position: Option<u32>,
    receipts: Vec<ReceiptSummary<'a>>,
    signatures: Vec<SignatureSummary<'a>>,
}

#[derive(Serialize)]
struct ReceiptSummary<'a> {
    when: String,
    state: Option<&'static str>,
    incident: &'a str,
    reference: &'a str,
    resolved: Option<String>,
}

#[derive(Serialize)]
struct SignatureSummary<'a> {
    organisation: Option<&'a str>,
    signer: &'a str,
    asked: Option<String>,
    signed: Option<String>,
    reference: &'a str,
}

/// A completion as recorded.
#[derive(Serialize)]
pub(super) struct MarkSummary<'a> {
    state: Option<&'static str>,
    on: Option<String>,
    note: &'a str,
    reason: &'a str,
    recorded: Option<Recorded<'a>>,
}

impl<'a> RouteSummary<'a> {
    pub fn new(case: &'a Case, route: &'a Route) -> RouteSummary<'a> {
        let agreement = route.agreement.and_then(|id| case.agreements.get(&id));
        let with = route.replaced_with.and_then(|id| case.routes.get(&id));
        RouteSummary {
            name: &route.name,
            reference: &route.reference,
            note: &route.note,
            handling: route.handling.map(|handling| handling.code()),
            closer: route.closer.map(|closer| closer.code()),
            ordered_early: route.ordered_early,
            agreement: agreement.filter(|a| !a.removed).map(|a| a.name.as_str()),
            replaced_with: with.filter(|it| !it.removed).map(|it| it.name.as_str()),
            old: side(case, &route.old),
            new: side(case, &route.new),
            close: order(case, route, OrderKind::Close),
            establish: order(case, route, OrderKind::Establish),
        }
    }
}

impl<'a> From<&'a Mark> for MarkSummary<'a> {
    fn from(mark: &'a Mark) -> MarkSummary<'a> {
        MarkSummary {
            state: mark.state.map(|state| state.code()),
            on: mark.on.map(|day| day.to_string()),
            note: &mark.note,
            reason: &mark.reason,
            recorded: mark.stamp.as_ref().map(Recorded::from),
        }
    }
}

fn side<'a>(case: &'a Case, side: &RouteSide) -> Option<Side<'a>> {
    (*side != RouteSide::default()).then(|| Side {
        kind: side.kind.map(|kind| kind.code()),
        from: case.system_name(side.from),
        to: case.system_name(side.to),
        authority: case.authority_name(side.authority),
        addressing: side.addressing.map(|addressing| addressing.code()),
        active: side.active,
    })
}

fn order<'a>(case: &'a Case, route: &'a Route, kind: OrderKind) -> Option<Order<'a>> {
    let facts: &OrderFacts = route.order(kind);
    let signatures: Vec<_> =
        route.signatures(kind).map(|(_, signature)| signature_of(case, signature)).collect();
    (*facts != OrderFacts::default() || !signatures.is_empty()).then(|| Order {
        party: facts.party,
        party_reason: &facts.party_reason,
        position: facts.position,
        receipts: facts.receipts.iter().map(|(when, receipt)| receipt_of(when, receipt)).collect(),
        signatures,
    })
}

fn receipt_of<'a>(when: &Occasion, receipt: &'a Receipt) -> ReceiptSummary<'a> {
    ReceiptSummary {
        when: when.to_string(),
        state: receipt.state.map(|state| state.code()),
        incident: &receipt.incident,
        reference: &receipt.reference,
        resolved: receipt.resolved.map(|day| day.to_string()),
    }
}

fn signature_of<'a>(case: &'a Case, signature: &'a Signature) -> SignatureSummary<'a> {
    SignatureSummary {
        organisation: case.organisation_name(signature.organisation),
        signer: &signature.signer,
        asked: signature.asked.map(|day| day.to_string()),
        signed: signature.signed.map(|day| day.to_string()),
        reference: &signature.reference,
    }
}
