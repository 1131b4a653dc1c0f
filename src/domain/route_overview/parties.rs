//! Who runs the systems of a list: facts of the systems, told by each of their rows.

use std::collections::HashMap;

use super::Draft;
use super::names::name_key;
use crate::domain::case::{Case, EntityKind, Id, RouteField, Side, SideField, SystemField};

/// An organisation that a list names for a system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyChange {
    pub system: String,
    /// Forvaltningsansvarlig or systemansvarlig.
    pub field: SystemField,
    /// Who it is in the case.
    pub before: Option<Id>,
    pub after: String,
    /// Other organisations that other rows name for the same.
    pub others: Vec<String>,
    /// Taken to begin with where the case has nobody.
    pub taken: bool,
}

/// What the drafts tell of systems that the case does not have so.
pub(super) fn party_changes(case: &Case, rows: &[(usize, &Draft)]) -> Vec<PartyChange> {
    let names = super::Names::of(case);
    let mut found: Vec<PartyChange> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for (_, draft) in rows {
        for (side, end, field, organisation) in &draft.parties {
            let mut system = draft.text(RouteField::Side(*side, SideField::System(*end)));
            // A new side that says nothing takes over the old one's.
            if system.is_empty() && *side == Side::New {
                system = draft.text(RouteField::Side(Side::Old, SideField::System(*end)));
            }
            if system.is_empty() {
                continue;
            }
            let part = if *field == SystemField::Manager { "manager" } else { "operator" };
            let place = places.entry(format!("{part} {}", name_key(system)));
            let place = *place.or_insert(found.len());
            match found.get_mut(place) {
                None => {
                    let known = names.find(EntityKind::System, system);
                    let before = known.and_then(|id| {
                        let system = case.systems.get(&id)?;
                        if *field == SystemField::Manager {
                            system.manager
                        } else {
                            system.operator
                        }
                    });
                    let before = before.filter(|id| !case.is_removed(*id));
                    found.push(PartyChange {
                        system: system.to_owned(),
                        field: *field,
                        before,
                        after: organisation.clone(),
                        others: Vec::new(),
                        taken: before.is_none(),
                    });
                }
                Some(change) => {
                    let key = name_key(organisation);
                    let told = |name: &String| name_key(name) == key;
                    if !told(&change.after) && !change.others.iter().any(told) {
                        change.others.push(organisation.clone());
                    }
                }
            }
        }
    }
    let is_told = |change: &PartyChange| {
        let before = case.organisation_name(change.before);
        before.is_some_and(|name| name_key(name) == name_key(&change.after))
            && change.others.is_empty()
    };
    found.retain(|change| !is_told(change));
    found
}
