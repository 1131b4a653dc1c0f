//! A list against the case: what is new, what is changed, what is gone, and what the user takes of it.

use super::column::standing;
use super::matching::{Keys, Told, linked_name, match_all};
use super::names::name_key;
use super::parties::{PartyChange, party_changes};
use super::{Column, Draft, Fact, Reading};
use crate::domain::case::{Case, Id, Route, RouteField, RouteSide, Value};

/// How a list differs from the case. The `taken` and `removed` in it are the user's to set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// One per good row, in the order of the list.
    pub lines: Vec<Line>,
    /// Routes of the case that the list could have and does not.
    pub gone: Vec<Gone>,
    /// Who runs the systems, where the list tells more or otherwise.
    pub parties: Vec<PartyChange>,
}

/// A good row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its place in [`Reading::rows`].
    pub row: usize,
    /// The route that it is; none where it is new.
    pub route: Option<Id>,
    /// What it says otherwise than the case.
    pub changes: Vec<Change>,
    /// Whether a new route comes in.
    pub taken: bool,
}

/// A fact of a route that the list has otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub field: RouteField,
    pub before: Value,
    pub after: Fact,
    pub taken: bool,
}

/// A route that is not in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    pub route: Id,
    /// Whether it is to be removed.
    pub removed: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineState {
    New,
    Changed,
    Same,
}

impl Line {
    pub fn state(&self) -> LineState {
        match self.route {
            None => LineState::New,
            Some(_) if self.changes.is_empty() => LineState::Same,
            Some(_) => LineState::Changed,
        }
    }
}

impl Change {
    /// Whether the list has nothing where the case has something.
    pub fn is_emptied(&self) -> bool {
        self.after.is_nothing()
    }

    /// Whether it is about what the parties of the case decide.
    pub fn is_decision(&self) -> bool {
        Column::Fact(self.field).is_decision()
    }
}

impl Comparison {
    /// How many lines are new, changed and the same.
    pub fn count(&self) -> [usize; 3] {
        let mut counts = [0; 3];
        for line in &self.lines {
            counts[line.state() as usize] += 1;
        }
        counts
    }

    /// Takes or leaves all new routes.
    pub fn take_new(&mut self, taken: bool) {
        for line in self.lines.iter_mut().filter(|line| line.route.is_none()) {
            line.taken = taken;
        }
    }

    /// Takes or leaves the changes of which this is true: all of a field, all of what is emptied.
    pub fn take_changes(&mut self, taken: bool, which: impl Fn(&Change) -> bool) {
        for change in self.lines.iter_mut().flat_map(|line| &mut line.changes) {
            if which(change) {
                change.taken = taken;
            }
        }
    }

    /// The fields that the list has otherwise, and in how many routes each.
    pub fn changed_fields(&self) -> Vec<(RouteField, usize)> {
        let mut fields: Vec<(RouteField, usize)> = Vec::new();
        for change in self.lines.iter().flat_map(|line| &line.changes) {
            match fields.iter_mut().find(|(field, _)| *field == change.field) {
                Some((_, count)) => *count += 1,
                None => fields.push((change.field, 1)),
            }
        }
        fields
    }
}

/// Compares the good rows of a list with the case.
///
/// To begin with, what is new is taken, and what is changed unless it is a decision or would empty a field; nothing is
/// removed.
pub fn compare(case: &Case, reading: &Reading, columns: &[Option<Column>]) -> Comparison {
    let told = Told::of(columns);
    let routes = case.list_routes();
    let rows: Vec<(usize, &Draft)> = reading
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| row.is_good())
        .map(|(place, row)| (place, &row.draft))
        .collect();
    let of_routes: Vec<Keys> =
        routes.iter().map(|(id, route)| Keys::of_route(case, *id, route, told)).collect();
    let of_drafts: Vec<Keys> = rows.iter().map(|(_, draft)| Keys::of_draft(draft, told)).collect();
    let matches = match_all(&of_routes, &of_drafts);

    let mut here = vec![false; routes.len()];
    let mut lines = Vec::with_capacity(rows.len());
    for ((row, draft), place) in rows.iter().zip(&matches) {
        let matched = place.and_then(|place| routes.get(place));
        if let Some(here) = place.and_then(|place| here.get_mut(place)) {
            *here = true;
        }
        let changes = matched.map(|(_, route)| changes(case, route, draft)).unwrap_or_default();
        let route = matched.map(|(id, _)| *id);
        lines.push(Line { row: *row, route, changes, taken: route.is_none() });
    }
    let is_own = columns.contains(&Some(Column::Id));
    let gone = routes
        .iter()
        .zip(&here)
        // A list of what there is on SP cannot have what is only to come.
        .filter(|((_, route), here)| !**here && (is_own || is_on_sp(route)))
        .map(|((id, _), _)| Gone { route: *id, removed: false })
        .collect();
    Comparison { lines, gone, parties: party_changes(case, &rows) }
}

fn changes(case: &Case, route: &Route, draft: &Draft) -> Vec<Change> {
    let mut changes = Vec::new();
    for (field, after) in &draft.facts {
        let before = standing(route, *field);
        if !is_same(case, *field, &before, after) {
            let mut change = Change { field: *field, before, after: after.clone(), taken: false };
            change.taken = !change.is_decision() && !change.is_emptied();
            changes.push(change);
        }
    }
    changes
}

fn is_same(case: &Case, field: RouteField, before: &Value, after: &Fact) -> bool {
    if let Some(name) = linked_name(case, field, before) {
        return match after {
            Fact::Named(text) => name_key(text) == name_key(name),
            Fact::Value(_) => name.is_empty(),
        };
    }
    match (before, after) {
        (Value::Text(before), Fact::Value(Value::Text(after))) => match field {
            // As it is matched.
            RouteField::Reference => name_key(before) == name_key(after),
            // Spreadsheets write line breaks in a way of their own.
            _ => before == after || before.replace('\r', "") == after.replace('\r', ""),
        },
        (before, Fact::Value(after)) => before == after,
        (_, Fact::Named(_)) => false,
    }
}

fn is_on_sp(route: &Route) -> bool {
    route.old != RouteSide::default() || !route.reference.is_empty()
}
