//! Where the systems, organisations and authorities of a case are used: what is left without them when they are removed.

use std::collections::{BTreeMap, BTreeSet};

use super::{Case, Id, Route, RouteSide};

/// How often something is used, and as what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    pub old_system: bool,
    pub new_system: bool,
    /// It-systems whose systemansvarlig or forvaltningsansvarlig it is.
    pub systems: usize,
    pub people: usize,
    /// Routes at an end of which it is, whose authority it is, or whose delegation it signs.
    pub routes: usize,
    pub agreements: usize,
}

impl Usage {
    /// Whether it can go without anything losing it.
    pub fn is_none(self) -> bool {
        self == Usage::default()
    }
}

impl Case {
    /// What is used, and where; what is removed uses nothing.
    pub fn usage(&self) -> BTreeMap<Id, Usage> {
        let mut found: BTreeMap<Id, Usage> = BTreeMap::new();
        if let Some(id) = self.old_system {
            found.entry(id).or_default().old_system = true;
        }
        if let Some(id) = self.new_system {
            found.entry(id).or_default().new_system = true;
        }
        for system in self.systems.values().filter(|system| !system.removed) {
            let of: BTreeSet<Id> =
                [system.manager, system.operator].into_iter().flatten().collect();
            count(&mut found, of, |usage| &mut usage.systems);
        }
        for person in self.people.values().filter(|person| !person.removed) {
            count(&mut found, person.organisation, |usage| &mut usage.people);
        }
        for agreement in self.agreements.values().filter(|agreement| !agreement.removed) {
            count(&mut found, agreement.system, |usage| &mut usage.agreements);
        }
        for route in self.routes.values().filter(|route| !route.removed) {
            count(&mut found, of_route(route), |usage| &mut usage.routes);
        }
        found
    }
}

/// Counts one user of each of these.
fn count(
    found: &mut BTreeMap<Id, Usage>,
    used: impl IntoIterator<Item = Id>,
    as_what: fn(&mut Usage) -> &mut usize,
) {
    for id in used {
        *as_what(found.entry(id).or_default()) += 1;
    }
}

/// What a route refers to, each once.
fn of_route(route: &Route) -> BTreeSet<Id> {
    let of_side = |side: RouteSide| [side.from, side.to, side.authority];
    let signers = route.signatures.values().filter(|signature| !signature.removed);
    let sides = of_side(route.old).into_iter().chain(of_side(route.new));
    sides.chain(signers.map(|signature| signature.organisation)).flatten().collect()
}
