//! What all routes' decisions depend on.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::case::{Case, Id};
use crate::domain::process::Role;
use crate::domain::signers::{Rule, Signer};

/// What a route's decision depends on besides the route: the case's systems and who runs them.
///
/// Where this is equal, every route's decision can be kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RouteContext {
    pub old_system: Option<Id>,
    pub new_system: Option<Id>,
    /// The forvaltningsansvarlige organisation of each system.
    pub operators: BTreeMap<Id, Id>,
    /// The systemansvarlige organisation of each system, where the site has rules of who signs.
    pub managers: BTreeMap<Id, Id>,
    pub signer_rules: Arc<[Rule]>,
    /// The organisations that the rules name, as far as the case has them.
    pub signing_organisations: Vec<(String, Id)>,
    /// The service agreements that are not removed.
    pub agreements: Vec<Id>,
}

impl RouteContext {
    /// The context of a case's routes.
    pub fn of(case: &Case) -> RouteContext {
        let known = |id: &Id| case.organisations.get(id).is_some_and(|o| !o.removed);
        let systems = || case.systems.iter().filter(|(_, system)| !system.removed);
        // Without rules nothing depends on them, and a change of these leaves every decision as it is.
        let rules = case.signer_rules.iter();
        let ruled = rules.len() > 0;
        let names: Vec<&str> = rules.flat_map(|rule| &rule.signers).filter_map(named).collect();
        let organisations = case.organisations.iter();
        RouteContext {
            old_system: case.old_system,
            new_system: case.new_system,
            operators: systems()
                .filter_map(|(id, system)| Some((*id, system.operator.filter(known)?)))
                .collect(),
            managers: systems()
                .filter(|_| ruled)
                .filter_map(|(id, system)| Some((*id, system.manager.filter(known)?)))
                .collect(),
            signer_rules: case.signer_rules.clone(),
            signing_organisations: organisations
                .filter(|(_, it)| !it.removed && names.contains(&it.name.as_str()))
                .map(|(id, it)| (it.name.clone(), *id))
                .collect(),
            agreements: case.list_agreements().into_iter().map(|(id, _)| id).collect(),
        }
    }

    /// The organisation that places FN's or FG's orders.
    pub fn orderer(&self, role: Role) -> Option<Id> {
        let system = match role {
            Role::OldOperations => self.old_system,
            _ => self.new_system,
        };
        self.operators.get(&system?).copied()
    }
}

fn named(signer: &Signer) -> Option<&str> {
    match signer {
        Signer::Organisation(name) => Some(name),
        Signer::Part(_) => None,
    }
}
