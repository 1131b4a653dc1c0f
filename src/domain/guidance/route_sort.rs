//! The columns of the route overview, and its lines sorted by one of them.

use std::collections::BTreeMap;

use super::{Guidance, RouteState};
use crate::domain::case::{Case, Id, RouteSide};
use crate::domain::collation::collation_key;
use crate::domain::sorting::sort_by_bytes;

/// A column of the route overview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RouteColumn {
    #[default]
    Name,
    Handling,
    Old,
    New,
    Orders,
    Findings,
}

impl RouteColumn {
    /// Every column, from the left.
    pub const ALL: [RouteColumn; 6] = [
        RouteColumn::Name,
        RouteColumn::Handling,
        RouteColumn::Old,
        RouteColumn::New,
        RouteColumn::Orders,
        RouteColumn::Findings,
    ];
}

/// Sorts lines by a column; those that are alike in it keep their order.
pub fn sort_routes(
    case: &Case,
    guidance: &Guidance,
    states: &BTreeMap<Id, RouteState>,
    lines: &mut Vec<Id>,
    (column, backwards): (RouteColumn, bool),
) {
    sort_by_bytes(lines, backwards, |id| key(case, guidance, states, *id, column));
}

fn key(
    case: &Case,
    guidance: &Guidance,
    states: &BTreeMap<Id, RouteState>,
    id: Id,
    column: RouteColumn,
) -> Vec<u8> {
    let Some((line, decision)) = case.routes.get(&id).zip(guidance.routes.get(&id)) else {
        return Vec::new();
    };
    match column {
        RouteColumn::Name => collation_key(&line.name),
        // What is not decided comes first, since it is what waits.
        RouteColumn::Handling => vec![line.handling.map_or(0, |handling| handling as u8 + 1)],
        RouteColumn::Old => ends(case, decision.old.or(Some(line.old))),
        RouteColumn::New => ends(case, decision.new),
        // By the first moment at which something is carried out; what has no orders comes last.
        RouteColumn::Orders => {
            let moments = decision.orders.iter().filter_map(|order| order.moment);
            let first = moments.min().map_or(u8::MAX, |moment| moment as u8 + 1);
            vec![if decision.is_decided() { first } else { 0 }]
        }
        RouteColumn::Findings => {
            let found = states.get(&id).map_or(0, |state| state.findings);
            (found as u64).to_be_bytes().to_vec()
        }
    }
}

fn ends(case: &Case, side: Option<RouteSide>) -> Vec<u8> {
    let side = side.unwrap_or_default();
    let name = |id| collation_key(case.system_name(id).unwrap_or_default());
    let mut key = name(side.from);
    key.push(0);
    key.extend(name(side.to));
    key
}
