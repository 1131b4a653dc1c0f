//! Who runs the systems of a list: facts of the systems, told by each of their rows.

use std::collections::HashMap;

use super::names::name_key;
use super::{Draft, Names};
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

/// What drafts tell of systems.
pub(super) struct Parties {
    names: Names,
    found: Vec<PartyChange>,
    places: HashMap<String, usize>,
}

impl Parties {
    pub fn new(case: &Case) -> Parties {
        Parties { names: Names::of(case), found: Vec::new(), places: HashMap::new() }
    }

    /// Notes what a draft tells.
    pub fn add(&mut self, case: &Case, draft: &Draft) {
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
            let place = self.places.entry(format!("{part} {}", name_key(system)));
            let place = *place.or_insert(self.found.len());
            if let Some(change) = self.found.get_mut(place) {
                let key = name_key(organisation);
                let told = |name: &String| name_key(name) == key;
                if !told(&change.after) && !change.others.iter().any(told) {
                    change.others.push(organisation.clone());
                }
                continue;
            }
            let before = self.standing(case, system, *field);
            self.found.push(PartyChange {
                system: system.to_owned(),
                field: *field,
                before,
                after: organisation.clone(),
                others: Vec::new(),
                taken: before.is_none(),
            });
        }
    }

    /// What the case does not have so.
    pub fn finish(self, case: &Case) -> Vec<PartyChange> {
        let mut found = self.found;
        found.retain(|change| {
            let before = case.organisation_name(change.before);
            let same = before.is_some_and(|name| name_key(name) == name_key(&change.after));
            !same || !change.others.is_empty()
        });
        found
    }

    fn standing(&self, case: &Case, system: &str, field: SystemField) -> Option<Id> {
        let system = case.systems.get(&self.names.find(EntityKind::System, system)?)?;
        let party = if field == SystemField::Manager { system.manager } else { system.operator };
        party.filter(|id| !case.is_removed(*id))
    }
}
