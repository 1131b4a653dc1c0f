//! A list against the case: what is new, what is changed, what is gone, and what the user takes of it.

use super::column::standing;
use super::matching::{Keys, Pairing, Told, linked_name};
use super::names::name_key;
use super::parties::{Parties, PartyChange};
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

/// A comparison on its way, step by step.
///
/// To begin with, what is new is taken, and what is changed unless it is a decision or would empty a field; nothing is
/// removed.
pub struct Comparing {
    told: Told,
    /// Whether the list is the app's own.
    is_own: bool,
    routes: Vec<Id>,
    /// The places of the good rows.
    rows: Vec<usize>,
    of_routes: Vec<Keys>,
    of_drafts: Vec<Keys>,
    pairing: Option<Pairing>,
    parties: Parties,
    comparison: Comparison,
}

/// Compares the good rows of a list with the case.
pub fn compare(case: &Case, reading: &Reading, columns: &[Option<Column>]) -> Comparison {
    let mut comparing = Comparing::new(case, reading, columns);
    while !comparing.step(case, reading, usize::MAX) {}
    comparing.finish(case)
}

impl Comparing {
    pub fn new(case: &Case, reading: &Reading, columns: &[Option<Column>]) -> Comparing {
        let rows = reading.rows.iter().enumerate().filter(|(_, row)| row.is_good());
        Comparing {
            told: Told::of(columns),
            is_own: columns.contains(&Some(Column::Id)),
            routes: case.list_routes().into_iter().map(|(id, _)| id).collect(),
            rows: rows.map(|(place, _)| place).collect(),
            of_routes: Vec::new(),
            of_drafts: Vec::new(),
            pairing: None,
            parties: Parties::new(case),
            comparison: Comparison::default(),
        }
    }

    /// How far the comparison is, in thousandths.
    pub fn progress(&self) -> usize {
        let done = self.of_routes.len() + self.of_drafts.len() + self.comparison.lines.len();
        (done * 1000).checked_div(self.routes.len() + 2 * self.rows.len()).unwrap_or(1000)
    }

    /// Goes on with at most so many routes or rows, of the same case and reading; whether all are done.
    pub fn step(&mut self, case: &Case, reading: &Reading, most: usize) -> bool {
        let told = self.told;
        if self.of_routes.len() < self.routes.len() {
            for id in self.routes[self.of_routes.len()..].iter().take(most) {
                // One that is not there any more is a line of nothing, which matches nothing.
                let keys = case.routes.get(id).map(|route| Keys::of_route(case, *id, route, told));
                self.of_routes.push(keys.unwrap_or_default());
            }
        } else if self.of_drafts.len() < self.rows.len() {
            for place in self.rows[self.of_drafts.len()..].iter().take(most) {
                let draft = &reading.rows[*place].draft;
                self.of_drafts.push(Keys::of_draft(draft, told));
                self.parties.add(case, draft);
            }
        } else {
            let (routes, drafts) = (&self.of_routes, &self.of_drafts);
            let pairing =
                self.pairing.get_or_insert_with(|| Pairing::new(routes.len(), drafts.len()));
            if !pairing.round(routes, drafts) {
                return false;
            }
            let next = self.comparison.lines.len();
            for place in next..self.rows.len().min(next.saturating_add(most)) {
                let row = self.rows[place];
                let route = pairing.of_draft[place].map(|place| self.routes[place]);
                let found = route.and_then(|route| case.routes.get(&route));
                let draft = &reading.rows[row].draft;
                let changes = found.map(|route| changes(case, route, draft)).unwrap_or_default();
                self.comparison.lines.push(Line { row, route, changes, taken: route.is_none() });
            }
            return self.comparison.lines.len() == self.rows.len();
        }
        false
    }

    /// The comparison, when all is done.
    pub fn finish(self, case: &Case) -> Comparison {
        let mut comparison = self.comparison;
        let taken = self.pairing.map(|pairing| pairing.taken).unwrap_or_default();
        let left = self.routes.iter().zip(taken).filter(|(_, taken)| !taken);
        for (id, _) in left {
            // A list of what there is on SP cannot have what is only to come.
            if self.is_own || case.routes.get(id).is_some_and(is_on_sp) {
                comparison.gone.push(Gone { route: *id, removed: false });
            }
        }
        comparison.parties = self.parties.finish(case);
        comparison
    }
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
