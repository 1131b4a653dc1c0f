//! Service agreements from the routes: which are to be made, and which of the old it-system's nobody uses any more.
//!
//! An agreement is made with the system at the other end of a webservice route, so routes to one system go under one
//! agreement **\[I\]**; whoever needs more than one makes them by hand.

use super::{AgreementNeed, Guidance};
use crate::domain::case::{
    AgreementField, Batch, Case, EntityKind, Field, Handling, Id, OrderKind, ReceiptState, Route,
    RouteField, RouteSide, RouteType, Value,
};

/// An agreement that new webservice routes call for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuggestedAgreement {
    /// The system at the other end.
    pub system: Id,
    /// The agreement with that system which the case has already.
    pub agreement: Option<Id>,
    /// The new webservice routes to or from it that no agreement covers, in the order of the route overview.
    pub routes: Vec<Id>,
}

/// What the old it-system has an agreement for as long as a route uses it (U24).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OldAgreement {
    pub system: Id,
    /// The old webservice routes under it, in the order of the route overview.
    pub routes: Vec<(Id, OldUse)>,
}

/// Whether an old webservice route still uses its agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OldUse {
    /// It goes on, or nobody has decided.
    Stays,
    /// It is to be closed.
    ToClose,
    /// Its receipt says that it is closed.
    Closed,
}

/// What is suggested for the routes that lack an agreement, one for each system at the other end.
pub fn suggested_agreements(case: &Case, guidance: &Guidance) -> Vec<SuggestedAgreement> {
    let mut found: Vec<SuggestedAgreement> = Vec::new();
    let agreements = case.list_agreements();
    for (id, _) in case.list_routes() {
        let Some(decision) = guidance.routes.get(&id) else { continue };
        let lacks = decision.orders.iter().any(|it| it.agreement == AgreementNeed::Missing);
        let far = decision.new.and_then(|new| far_end(case, &new, case.new_system));
        let Some(system) = far.filter(|_| lacks) else { continue };
        match found.iter_mut().find(|it| it.system == system) {
            Some(it) => it.routes.push(id),
            None => {
                let with = agreements.iter().find(|(_, it)| it.system == Some(system));
                let agreement = with.map(|(id, _)| *id);
                found.push(SuggestedAgreement { system, agreement, routes: vec![id] });
            }
        }
    }
    found
}

/// Plans what is suggested: the agreements that there are not yet, called after their systems, and what they cover.
pub fn accept_agreements(case: &Case, suggested: &[SuggestedAgreement], batch: &mut Batch) {
    for SuggestedAgreement { system, agreement, routes } in suggested {
        let agreement = agreement.unwrap_or_else(|| {
            let id = batch.create(EntityKind::Agreement);
            let name = case.system_name(Some(*system)).unwrap_or_default();
            batch.set(Field::Agreement(id, AgreementField::Name), Value::text(name));
            batch.set(Field::Agreement(id, AgreementField::System), *system);
            id
        });
        for route in routes {
            batch.set(Field::Route(*route, RouteField::Agreement), agreement);
        }
    }
}

/// The agreements that the old it-system's webservice routes rest on, by the system at the other end.
pub fn old_agreements(case: &Case) -> Vec<OldAgreement> {
    let mut found: Vec<OldAgreement> = Vec::new();
    for (id, line) in case.list_routes() {
        let is_old = line.old.kind == Some(RouteType::Webservice)
            && line.handling != Some(Handling::Establish);
        let Some(system) = far_end(case, &line.old, case.old_system).filter(|_| is_old) else {
            continue;
        };
        let entry = (id, old_use(line));
        match found.iter_mut().find(|it| it.system == system) {
            Some(it) => it.routes.push(entry),
            None => found.push(OldAgreement { system, routes: vec![entry] }),
        }
    }
    found
}

/// The end that is not the case's own system: of the two the one that is called, where neither is.
fn far_end(case: &Case, side: &RouteSide, own: Option<Id>) -> Option<Id> {
    let far = if side.to.is_some() && side.to == own { side.from } else { side.to };
    far.filter(|system| Some(*system) != own && case.system_name(Some(*system)).is_some())
}

fn old_use(line: &Route) -> OldUse {
    if !matches!(line.handling, Some(Handling::Replace | Handling::Close)) {
        return OldUse::Stays;
    }
    let mut receipts = line.order(OrderKind::Close).receipts.values();
    match receipts.any(|receipt| receipt.state == Some(ReceiptState::Ok)) {
        true => OldUse::Closed,
        false => OldUse::ToClose,
    }
}
