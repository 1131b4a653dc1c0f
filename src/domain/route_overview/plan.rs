//! What the user takes of a list as one batch of changes to the case.

use super::names::linked;
use super::{Comparison, Draft, Fact, Names, Reading};
use crate::domain::case::{Batch, CaseFile, EntityKind, Field, Id, RouteField, Value};

/// A batch being planned, line by line. What is named and not in the case yet is created once.
pub struct Planning {
    batch: Batch,
    names: Names,
    /// The next line of the comparison.
    next: usize,
}

/// The batch that brings in what is taken.
pub fn plan(file: &CaseFile, reading: &Reading, comparison: &Comparison) -> Batch {
    let mut planning = Planning::new(file);
    while !planning.step(reading, comparison, usize::MAX) {}
    planning.finish(comparison)
}

impl Planning {
    pub fn new(file: &CaseFile) -> Planning {
        Planning { batch: Batch::new(file.log()), names: Names::of(file.case()), next: 0 }
    }

    /// Plans at most so many lines more; whether all are planned.
    pub fn step(&mut self, reading: &Reading, comparison: &Comparison, most: usize) -> bool {
        let end = comparison.lines.len().min(self.next.saturating_add(most));
        for line in &comparison.lines[self.next.min(end)..end] {
            let Some(route) = line.route else {
                if let Some(row) = reading.rows.get(line.row).filter(|_| line.taken) {
                    create(&row.draft, &mut self.names, &mut self.batch);
                }
                continue;
            };
            for change in line.changes.iter().filter(|change| change.taken) {
                set(route, change.field, &change.after, &mut self.names, &mut self.batch);
            }
        }
        self.next = end;
        end == comparison.lines.len()
    }

    /// The batch, when all lines are planned: with who runs the systems, and what is removed.
    pub fn finish(self, comparison: &Comparison) -> Batch {
        let Planning { mut batch, mut names, .. } = self;
        for party in comparison.parties.iter().filter(|party| party.taken) {
            let system = names.find_or_create(EntityKind::System, &party.system, &mut batch);
            let organisation =
                names.find_or_create(EntityKind::Organisation, &party.after, &mut batch);
            if let (Some(system), Some(organisation)) = (system, organisation) {
                batch.set(Field::System(system, party.field), organisation);
            }
        }
        for gone in comparison.gone.iter().filter(|gone| gone.removed) {
            batch.set(Field::Exists(EntityKind::Route, gone.route), false);
        }
        batch
    }
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
