//! What follows from each line by itself, kept beside the sums over all, so that one line's change costs one line.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound::{Excluded, Unbounded};

use super::decision::RouteDecision;
use super::order::Moment;
use super::tally::Tally;
use crate::domain::case::{Closer, Handling, Id, OrderKind, Route, id_key};

/// A line's place in the route overview.
pub type LineKey = [u64; 3];

/// The lines that are not removed, in the order of the route overview.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    places: BTreeMap<Id, LineKey>,
    lines: BTreeMap<LineKey, Line>,
    /// Who closes the old routes of each name.
    closers: BTreeMap<String, BTreeMap<LineKey, (Id, Closer)>>,
    /// The names whose old routes are closed by different parties.
    contested: BTreeSet<String>,
}

#[derive(Clone, Debug)]
struct Line {
    id: Id,
    tally: Tally,
    /// The name under which it is said who closes it.
    closes: Option<String>,
    planned: Vec<Planned>,
}

/// An order that was given a place in the eksekveringsoversigt.
#[derive(Clone, Copy, Debug)]
pub(super) struct Planned {
    pub position: u32,
    /// When it is carried out: the moment, and in the window G3 before G4.
    pub rank: (Moment, bool),
    pub route: Id,
    pub kind: OrderKind,
}

impl Lines {
    /// The lines' identities.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = Id> {
        self.lines.values().map(|line| line.id)
    }

    /// The lines after one, from the start again after the last; all of them after none.
    pub fn after(&self, line: Option<Id>) -> impl Iterator<Item = Id> {
        let at = line.and_then(|id| self.place(id));
        let first = self.lines.range((at.map_or(Unbounded, Excluded), Unbounded));
        let then = at.map(|at| self.lines.range(..at));
        first.chain(then.into_iter().flatten()).map(|(_, line)| line.id)
    }

    /// The lines before and after one.
    pub fn neighbours(&self, line: Id) -> [Option<Id>; 2] {
        let Some(at) = self.place(line) else { return [None; 2] };
        let before = self.lines.range(..at).next_back();
        let after = self.lines.range((Excluded(at), Unbounded)).next();
        [before, after].map(|it| it.map(|(_, line)| line.id))
    }

    pub(super) fn place(&self, line: Id) -> Option<LineKey> {
        self.places.get(&line).copied()
    }

    /// Takes a line in, and into the sums.
    pub(super) fn add(
        &mut self,
        id: Id,
        route: &Route,
        decision: &RouteDecision,
        sums: &mut Tally,
    ) {
        let key = id_key(route.born, id);
        let mut tally = Tally::default();
        tally.add(route, decision);
        sums.plus(&tally);
        let closes = closes(route);
        if let (Some(name), Some(closer)) = (&closes, route.closer) {
            self.closers.entry(name.clone()).or_default().insert(key, (id, closer));
            self.contest(name);
        }
        let planned = planned(id, decision);
        self.places.insert(id, key);
        self.lines.insert(key, Line { id, tally, closes, planned });
    }

    /// Takes a line out, and out of the sums.
    pub(super) fn remove(&mut self, id: Id, sums: &mut Tally) {
        let Some(key) = self.places.remove(&id) else { return };
        let Some(line) = self.lines.remove(&key) else { return };
        sums.minus(&line.tally);
        if let Some(name) = line.closes {
            if let Some(lines) = self.closers.get_mut(&name) {
                lines.remove(&key);
                if lines.is_empty() {
                    self.closers.remove(&name);
                }
            }
            self.contest(&name);
        }
    }

    /// The lines of each name whose old routes are closed by different parties.
    pub(super) fn contested(&self) -> impl Iterator<Item = Vec<(Id, Closer)>> {
        let closers = self.contested.iter().filter_map(|name| self.closers.get(name));
        closers.map(|lines| lines.values().copied().collect())
    }

    /// The orders that were given a place in the eksekveringsoversigt.
    pub(super) fn planned(&self) -> Vec<Planned> {
        self.lines.values().flat_map(|line| line.planned.iter().copied()).collect()
    }

    fn contest(&mut self, name: &str) {
        let lines = self.closers.get(name);
        let mut closers = lines.into_iter().flat_map(|lines| lines.values());
        let first = closers.next();
        if closers.any(|(_, closer)| first.is_some_and(|(_, first)| first != closer)) {
            self.contested.insert(name.to_owned());
        } else {
            self.contested.remove(name);
        }
    }
}

fn closes(route: &Route) -> Option<String> {
    let closes = matches!(route.handling, Some(Handling::Replace | Handling::Close));
    let name = route.name.trim();
    (closes && route.closer.is_some() && !name.is_empty()).then(|| name.to_lowercase())
}

fn planned(route: Id, decision: &RouteDecision) -> Vec<Planned> {
    let orders = decision.orders.iter();
    let place = orders.filter_map(|order| {
        let moment = order.moment?;
        let sets_up = moment == Moment::Window && order.kind == OrderKind::Establish;
        let (position, rank) = (order.position?, (moment, sets_up));
        Some(Planned { position, rank, route, kind: order.kind })
    });
    place.collect()
}
