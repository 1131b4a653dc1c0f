//! The lines that are chosen in the route overview, to be given one answer together.

use std::collections::BTreeSet;

use crate::domain::case::Id;

/// What is chosen. It holds nothing that the list does not show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    lines: BTreeSet<Id>,
    /// The line chosen last, from which a range goes.
    from: Option<Id>,
    /// What the list stopped showing since then, and which is chosen no more.
    left: Vec<Id>,
}

impl Chosen {
    pub fn has(&self, line: Id) -> bool {
        self.lines.contains(&line)
    }

    pub fn len(&self) -> usize {
        self.lines.len()
    }

    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// What the list stopped showing while it was chosen, since something was chosen last.
    pub fn left(&self) -> &[Id] {
        &self.left
    }

    /// The chosen lines in the order of the list.
    pub fn among(&self, listed: &[Id]) -> Vec<Id> {
        listed.iter().copied().filter(|line| self.has(*line)).collect()
    }

    /// Chooses a line or lets it go; and with it, in a range, every line from the one before.
    pub fn turn(&mut self, listed: &[Id], line: Id, range: bool) {
        let on = !self.has(line);
        let place = |line: Id| listed.iter().position(|other| *other == line);
        let from = self.from.filter(|_| range).and_then(place);
        let lines = match (from, place(line)) {
            (Some(from), Some(to)) => listed.get(from.min(to)..=from.max(to)),
            (_, at) => at.and_then(|at| listed.get(at..=at)),
        };
        for line in lines.unwrap_or_default() {
            if on {
                self.lines.insert(*line);
            } else {
                self.lines.remove(line);
            }
        }
        self.from = Some(line);
        self.left.clear();
    }

    /// Chooses all that is listed, or nothing.
    pub fn turn_all(&mut self, listed: &[Id], on: bool) {
        *self = Chosen::default();
        if on {
            self.lines.extend(listed);
        }
    }

    /// Lets go of what is no longer listed; whether that was anything.
    pub fn keep(&mut self, listed: &[Id]) -> bool {
        if self.lines.is_empty() {
            return false;
        }
        let listed: BTreeSet<Id> = listed.iter().copied().collect();
        let gone: Vec<Id> = self.lines.difference(&listed).copied().collect();
        self.lines.retain(|line| listed.contains(line));
        self.left.extend(&gone);
        !gone.is_empty()
    }
}
