//! What the user takes of a list as one batch of changes to the case.

use super::names::linked;
use super::{Comparison, Draft, Fact, Names, Reading};
use crate::domain::case::{Batch, CaseFile, EntityKind, Field, Id, RouteField, Value};

/// The batch that brings in what is taken. What is named and not in the case yet is created once.
pub fn plan(file: &CaseFile, reading: &Reading, comparison: &Comparison) -> Batch {
    let mut batch = Batch::new(file.log());
    let mut names = Names::of(file.case());
    for line in &comparison.lines {
        match line.route {
            None if line.taken => {
                if let Some(row) = reading.rows.get(line.row) {
                    create(&row.draft, &mut names, &mut batch);
                }
            }
            None => {}
            Some(route) => {
                for change in line.changes.iter().filter(|change| change.taken) {
                    set(route, change.field, &change.after, &mut names, &mut batch);
                }
            }
        }
    }
    for party in comparison.parties.iter().filter(|party| party.taken) {
        let system = names.find_or_create(EntityKind::System, &party.system, &mut batch);
        let organisation = names.find_or_create(EntityKind::Organisation, &party.after, &mut batch);
        if let (Some(system), Some(organisation)) = (system, organisation) {
            batch.set(Field::System(system, party.field), organisation);
        }
    }
    for gone in comparison.gone.iter().filter(|gone| gone.removed) {
        batch.set(Field::Exists(EntityKind::Route, gone.route), false);
    }
    batch
}

fn create(draft: &Draft, names: &mut Names, batch: &mut Batch) {
    // What it links to comes first, so that a route's own facts follow each other in the history, its name first.
    for (field, fact) in &draft.facts {
        if let (Some(kind), Fact::Named(name)) = (linked(*field), fact) {
            names.find_or_create(kind, name, batch);
        }
    }
    let route = batch.create(EntityKind::Route);
    let is_name = |field: &RouteField| *field == RouteField::Name;
    let (first, rest): (Vec<_>, Vec<_>) = draft.facts.iter().partition(|(field, _)| is_name(field));
    for (field, fact) in first.into_iter().chain(rest) {
        if !fact.is_nothing() {
            set(route, *field, fact, names, batch);
        }
    }
}

fn set(route: Id, field: RouteField, fact: &Fact, names: &mut Names, batch: &mut Batch) {
    let value = match (fact, linked(field)) {
        (Fact::Value(value), _) => Some(value.clone()),
        (Fact::Named(name), Some(kind)) => names.find_or_create(kind, name, batch).map(Value::Link),
        (Fact::Named(_), None) => None,
    };
    if let Some(value) = value {
        batch.set(Field::Route(route, field), value);
    }
}
