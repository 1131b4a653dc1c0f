//! Who may have to sign a delegation. Who must is never guessed (domain, 4.1).

use super::holders::organisations;
use super::{Order, RouteDecision};
use crate::domain::case::{Case, Id, OrderKind};
use crate::domain::process::Role;

/// An organisation that may have to sign, and as what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub organisation: Id,
    pub part: CandidatePart,
}

/// What makes an organisation a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CandidatePart {
    /// Forvaltningsansvarlig for this one of the route's systems.
    Operator(Id),
    /// Systemansvarlig for the new or the old it-system.
    Manager,
}

/// The forvaltningsansvarlig of each of the route's two systems, and the systemansvarlig; each organisation once.
pub fn candidates(case: &Case, decision: &RouteDecision, order: &Order) -> Vec<Candidate> {
    let side = match order.kind {
        OrderKind::Close => decision.old,
        OrderKind::Establish => decision.new,
    };
    let ends = side.map(|side| [side.from, side.to]).unwrap_or_default();
    let operators = ends.into_iter().flatten().filter_map(|id| {
        let system = case.systems.get(&id).filter(|system| !system.removed)?;
        let part = CandidatePart::Operator(id);
        Some(Candidate { organisation: system.operator?, part })
    });
    let managers = organisations(case, Role::SystemManager)
        .into_iter()
        .map(|organisation| Candidate { organisation, part: CandidatePart::Manager });
    let mut candidates: Vec<Candidate> = Vec::new();
    for candidate in operators.chain(managers) {
        let known = case.organisation_name(Some(candidate.organisation)).is_some();
        if known && !candidates.iter().any(|other| other.organisation == candidate.organisation) {
            candidates.push(candidate);
        }
    }
    candidates
}
