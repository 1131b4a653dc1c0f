//! The case's systems, organisations, authorities and agreements by name, as lists know them.

use std::collections::HashMap;

use crate::domain::case::{
    AgreementField, Batch, Case, EntityKind, Field, Id, RouteField, SideField, SystemField, Value,
};

/// Who is called what. Of two of one name the one that was there first is meant.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// The places of the identities, by key.
    known: HashMap<String, usize>,
    ids: Vec<Id>,
}

impl Names {
    /// The names of a case.
    pub fn of(case: &Case) -> Names {
        let mut names = Names::default();
        for (id, it) in case.list_systems() {
            names.add(EntityKind::System, &it.name, id);
        }
        for (id, it) in case.list_organisations() {
            names.add(EntityKind::Organisation, &it.name, id);
        }
        for (id, it) in case.list_authorities() {
            names.add(EntityKind::Authority, &it.name, id);
        }
        for (id, it) in case.list_agreements() {
            names.add(EntityKind::Agreement, &it.name, id);
        }
        for (id, it) in case.list_routes() {
            if !it.name.is_empty() {
                names.add(EntityKind::Route, &it.name, id);
            }
        }
        names
    }

    /// The line that is meant: by its identity in the app, or by its name.
    pub fn find_route(&self, text: &str) -> Option<Id> {
        text.parse().ok().or_else(|| self.find(EntityKind::Route, text))
    }

    /// Who is meant by a name.
    pub fn find(&self, kind: EntityKind, name: &str) -> Option<Id> {
        self.ids.get(*self.known.get(&key(kind, name))?).copied()
    }

    /// Who is meant by a name; created in the batch if nobody is.
    pub(super) fn find_or_create(
        &mut self,
        kind: EntityKind,
        name: &str,
        batch: &mut Batch,
    ) -> Option<Id> {
        if let Some(id) = self.find(kind, name) {
            return Some(id);
        }
        let id = batch.create(kind);
        batch.set(name_field(kind, id)?, Value::text(name));
        self.add(kind, name, id);
        Some(id)
    }

    fn add(&mut self, kind: EntityKind, name: &str, id: Id) {
        self.known.entry(key(kind, name)).or_insert(self.ids.len());
        self.ids.push(id);
    }
}

/// A name as it is compared: without regard to capitals, blanks, and whether an å is one letter or two.
pub(super) fn name_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        for letter in word.chars().flat_map(char::to_lowercase) {
            match letter {
                '\u{30a}' if key.ends_with('a') => {
                    key.pop();
                    key.push('å');
                }
                letter => key.push(letter),
            }
        }
    }
    key
}

fn key(kind: EntityKind, name: &str) -> String {
    format!("{}\n{}", kind.code(), name_key(name))
}

/// What is linked to in a field of a route, where it is a link.
pub(super) fn linked(field: RouteField) -> Option<EntityKind> {
    match field {
        RouteField::Agreement => Some(EntityKind::Agreement),
        RouteField::Side(_, SideField::System(_)) => Some(EntityKind::System),
        RouteField::Side(_, SideField::Authority) => Some(EntityKind::Authority),
        _ => None,
    }
}

/// The name of what is linked to; empty where it is removed or has none.
pub(super) fn name_of(case: &Case, kind: EntityKind, id: Id) -> &str {
    let name = match kind {
        EntityKind::System => case.system_name(Some(id)),
        EntityKind::Authority => case.authority_name(Some(id)),
        EntityKind::Organisation => case.organisation_name(Some(id)),
        EntityKind::Agreement => {
            case.agreements.get(&id).filter(|it| !it.removed).map(|it| it.name.as_str())
        }
        EntityKind::Person | EntityKind::Route => None,
    };
    name.unwrap_or_default()
}

fn name_field(kind: EntityKind, id: Id) -> Option<Field> {
    Some(match kind {
        EntityKind::System => Field::System(id, SystemField::Name),
        EntityKind::Authority => Field::AuthorityName(id),
        EntityKind::Organisation => Field::OrganisationName(id),
        EntityKind::Agreement => Field::Agreement(id, AgreementField::Name),
        EntityKind::Person | EntityKind::Route => return None,
    })
}
