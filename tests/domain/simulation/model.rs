//! What must come out, thought out apart from the app: who had seen what when writing, by following the mail.
//!
//! It knows events by their path and JSON only, and asks neither `knew` nor the log: an event is superseded when the
//! writer of another one of its field had it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;
use udskift_it_system::domain::case::Event;

/// Numbers of events in the order they were written by anybody.
pub type Seen = BTreeSet<usize>;

/// By field: the events that stand against each other, as their identities.
pub type Conflicts = BTreeMap<String, BTreeSet<String>>;

#[derive(Default)]
pub struct Model {
    written: Vec<Written>,
}

struct Written {
    id: String,
    path: String,
    value: Json,
    /// One more than the highest of all the writer had.
    clock: u64,
    had: Seen,
}

impl Model {
    /// Notes an event of someone who has `seen` so much, and that it is seen now.
    pub fn write(&mut self, event: &Event, seen: &mut Seen) -> Result<(), String> {
        let clock = 1 + seen.iter().map(|n| self.written[*n].clock).max().unwrap_or(0);
        if event.clock != clock {
            return Err(format!("{} has the clock {} and not {clock}", event.id, event.clock));
        }
        let (id, path) = (event.id.to_string(), event.field.to_string());
        let had = seen.clone();
        seen.insert(self.written.len());
        self.written.push(Written { id, path, value: event.value.to_json(), clock, had });
        Ok(())
    }

    pub fn ids(&self, seen: &Seen) -> BTreeSet<String> {
        seen.iter().map(|n| self.written[*n].id.clone()).collect()
    }

    /// Everything written to.
    pub fn paths(&self, seen: &Seen) -> BTreeSet<&str> {
        seen.iter().map(|n| self.written[*n].path.as_str()).collect()
    }

    /// What stands in a field for someone who has seen this: the newest of what nobody overwrote who had it.
    pub fn value(&self, seen: &Seen, path: &str) -> Json {
        self.newest(&self.heads(seen, path)).map_or(Json::Null, |e| e.value.clone())
    }

    /// The conflicts for someone who has seen this, without those in what is removed for good.
    pub fn conflicts(&self, seen: &Seen) -> Conflicts {
        let all: BTreeMap<&str, Seen> = self
            .paths(seen)
            .into_iter()
            .filter_map(|path| Some((path, self.rivals(seen, path)?)))
            .collect();
        let listed = all.iter().filter(|(path, _)| !self.went_along(seen, path, &all));
        listed.map(|(path, rivals)| ((*path).to_owned(), self.ids(rivals))).collect()
    }

    /// Things of this kind that can be seen: not removed, or removed and disputed.
    pub fn shown(&self, seen: &Seen, kind: &str) -> BTreeSet<String> {
        let paths = self.paths(seen).into_iter();
        let things = paths.filter_map(|path| match path.split('/').collect::<Vec<_>>()[..] {
            [of, id, "exists"] if of == kind => Some((path, id)),
            _ => None,
        });
        things
            .filter(|(path, _)| {
                self.value(seen, path) != false || self.rivals(seen, path).is_some()
            })
            .map(|(_, id)| id.to_owned())
            .collect()
    }

    /// Events of a field that nobody has overwritten who had them.
    fn heads(&self, seen: &Seen, path: &str) -> Seen {
        let of_field: Seen =
            seen.iter().copied().filter(|n| self.written[*n].path == path).collect();
        let overwritten =
            |n: &usize| of_field.iter().any(|other| self.written[*other].had.contains(n));
        of_field.iter().copied().filter(|n| !overwritten(n)).collect()
    }

    fn newest(&self, heads: &Seen) -> Option<&Written> {
        // Identities of one width compare as their text does; a longer number is a later event.
        let age = |e: &&Written| (e.clock, e.id[..8].to_owned(), e.id.len(), e.id.clone());
        heads.iter().map(|n| &self.written[*n]).max_by_key(age)
    }

    /// The events of a conflict in the field, if there is one.
    fn rivals(&self, seen: &Seen, path: &str) -> Option<Seen> {
        let mut rivals = self.heads(seen, path);
        let values: Vec<&Json> = rivals.iter().map(|n| &self.written[*n].value).collect();
        let mut disputed = values.iter().any(|value| *value != values[0]);
        let removed = values.contains(&&Json::Bool(false));
        if let Some(id) = thing(path).filter(|_| path.ends_with("/exists") && removed) {
            let edits = self.paths(seen).into_iter().filter(|other| thing(other) == Some(id));
            let edits = edits.filter(|other| !other.ends_with("/exists"));
            let unseen: Seen = edits
                .flat_map(|edit| self.heads(seen, edit))
                .filter(|edit| !rivals.iter().any(|head| self.written[*head].had.contains(edit)))
                .collect();
            disputed |= !unseen.is_empty();
            rivals.extend(unseen);
        }
        disputed.then_some(rivals)
    }

    /// Whether what the field belongs to is removed, with nobody against it.
    fn went_along(&self, seen: &Seen, path: &str, conflicts: &BTreeMap<&str, Seen>) -> bool {
        let Some(id) = thing(path).filter(|_| !path.ends_with("/exists")) else { return false };
        let existence = self.paths(seen).into_iter().find(|other| {
            thing(other) == Some(id) && other.ends_with("/exists") && !conflicts.contains_key(other)
        });
        existence.is_some_and(|path| self.value(seen, path) == false)
    }
}

/// The identity of what a field belongs to.
fn thing(path: &str) -> Option<&str> {
    match path.split('/').collect::<Vec<_>>()[..] {
        ["done" | "decision" | "sent", _, scope, ..] => {
            scope.strip_prefix("route-").or(scope.strip_prefix("agreement-"))
        }
        ["case" | "attempt" | "check", ..] => None,
        [_, id, ..] => Some(id),
        _ => None,
    }
}
