//! Which organisations hold a role.

use crate::domain::case::{Case, Id, ItSystem};
use crate::domain::process::Role;

/// The organisations that hold a role, as far as they are entered.
pub fn organisations(case: &Case, role: Role) -> Vec<Id> {
    let of = |system: Option<Id>, by: fn(&ItSystem) -> Option<Id>| {
        system.and_then(|id| case.systems.get(&id)).filter(|s| !s.removed).and_then(by)
    };
    match role {
        Role::SystemOwner | Role::SystemManager => {
            let both = [case.new_system, case.old_system];
            unique(case, both.into_iter().filter_map(|system| of(system, |s| s.manager)))
        }
        Role::NewOperations => unique(case, of(case.new_system, |s| s.operator)),
        Role::OldOperations => unique(case, of(case.old_system, |s| s.operator)),
        Role::Helpdesk => Vec::new(),
        Role::InvolvedManagers | Role::InvolvedOperations => involved(case, role),
    }
}

/// The organisations that are systemansvarlige or forvaltningsansvarlige for the involved systems: all but the old and the new one.
pub fn involved(case: &Case, role: Role) -> Vec<Id> {
    let systems = case
        .list_systems()
        .into_iter()
        .filter(|(id, _)| Some(*id) != case.old_system && Some(*id) != case.new_system);
    let by = |system: &ItSystem| match role {
        Role::InvolvedManagers => system.manager,
        _ => system.operator,
    };
    unique(case, systems.filter_map(|(_, system)| by(system)))
}

/// The organisation that is systemansvarlig for the system at the other end of an agreement.
pub fn manager_of_agreement(case: &Case, agreement: Id) -> Option<Id> {
    let system = case.systems.get(&case.agreements.get(&agreement)?.system?)?;
    unique(case, system.manager.filter(|_| !system.removed)).pop()
}

fn unique(case: &Case, ids: impl IntoIterator<Item = Id>) -> Vec<Id> {
    let mut list: Vec<Id> = Vec::new();
    for id in ids {
        let known = case.organisations.get(&id).is_some_and(|o| !o.removed);
        if known && !list.contains(&id) {
            list.push(id);
        }
    }
    list
}
