//! Spellings of one organisation ("Leverandør A/S", "Leverandør", "LEVERANDØR AS"), to be offered for merging.

use std::collections::HashMap;

use super::plain;
use crate::domain::case::{
    Case, EntityKind, Field, Id, PersonField, RouteField, SignatureField, SystemField, Value,
};

/// Forms of companies and of spelling them, as they end or begin a name.
const FORMS: [&str; 14] = [
    "a s", "as", "aps", "i s", "k s", "p s", "ivs", "a m b a", "amba", "s o v", "inc", "ltd",
    "gmbh", "ab",
];
const COUNTRIES: [&str; 3] = ["danmark", "denmark", "dk"];

/// Groups of names that may be of one and the same, in the order of the first of each.
pub fn spelling_variants(names: &[(Id, &str)]) -> Vec<Vec<Id>> {
    let mut groups: Vec<Vec<Id>> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for (id, name) in names {
        let key = spelling_key(name);
        if key.is_empty() {
            continue;
        }
        let place = *places.entry(key).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(*id),
            None => groups.push(vec![*id]),
        }
    }
    groups.retain(|group| group.len() > 1);
    groups
}

/// What makes these organisations one: what the others run, employ and sign becomes the kept one's, and they are removed.
pub fn unite_organisations(case: &Case, kept: Id, others: &[Id]) -> Vec<(Field, Value)> {
    let mut changes = Vec::new();
    let goes = |id: Option<Id>| id.is_some_and(|id| id != kept && others.contains(&id));
    let mut hand_over = |field, organisation| {
        if goes(organisation) {
            changes.push((field, Value::Link(kept)));
        }
    };
    for (id, system) in case.list_systems() {
        hand_over(Field::System(id, SystemField::Manager), system.manager);
        hand_over(Field::System(id, SystemField::Operator), system.operator);
    }
    for (id, person) in case.list_people() {
        hand_over(Field::Person(id, PersonField::Organisation), person.organisation);
    }
    for (id, route) in case.list_routes() {
        for (signature, facts) in &route.signatures {
            let field = RouteField::Signature(*signature, SignatureField::Organisation);
            hand_over(Field::Route(id, field), facts.organisation);
        }
    }
    let removed = others.iter().filter(|id| **id != kept);
    let exists = |id: &Id| Field::Exists(EntityKind::Organisation, *id);
    changes.extend(removed.map(|id| (exists(id), Value::Flag(false))));
    changes
}

/// What is left of a name without its company form, its country, and blanks.
fn spelling_key(name: &str) -> String {
    let whole = plain(name);
    let mut rest = whole.as_str();
    // "Leverandør A/S Danmark" has two; what is all form is a name of its own.
    loop {
        let ends = FORMS.iter().chain(&COUNTRIES);
        let shorter = ends.filter_map(|end| rest.strip_suffix(end)?.strip_suffix(' ')).next();
        match shorter {
            Some(shorter) if !shorter.is_empty() => rest = shorter,
            _ => break,
        }
    }
    rest.replace(' ', "")
}
