//! What was done in this tab, taken back and done again: always as new events.

use super::{App, OpenCase};
use crate::domain::case::{BuiltOn, Case, CaseFile, Event, Field, Id, Value};
use crate::text::{merging, past};
use crate::web::clock;
use crate::web::prelude::*;

/// What is taken back in one go.
#[derive(Clone)]
pub(super) struct Step {
    /// What was done, in the words of the history.
    what: String,
    act: Act,
}

#[derive(Clone)]
enum Act {
    Written(Vec<Event>),
    /// What a merge added.
    Merged(Vec<Id>),
}

/// Back through what was done here, or forth again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Back,
    Forth,
}

/// A step, taken or about to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stepped {
    pub what: String,
    /// What is left alone, and by whose doing.
    pub left: Vec<String>,
    /// Whether nothing at all is taken back.
    pub nothing: bool,
    /// Whether it is others' changes that are taken back.
    pub is_merge: bool,
}

impl Step {
    pub(super) fn written(case: &Case, events: Vec<Event>) -> Step {
        Step { what: past::stroke_text(case, &events), act: Act::Written(events) }
    }

    /// What was written, under a name of its own.
    pub(super) fn named(what: String, events: Vec<Event>) -> Step {
        Step { what, act: Act::Written(events) }
    }

    pub(super) fn merged(added: Vec<Id>) -> Step {
        Step { what: past::merge_text(added.len()), act: Act::Merged(added) }
    }

    fn taken_back(&self, file: &CaseFile) -> (Vec<(Field, Value)>, Stepped) {
        let (mut changes, left): (_, Vec<BuiltOn>) = match &self.act {
            Act::Written(events) => (file.undo(events).0, file.built_on(events)),
            Act::Merged(added) => file.undo_merge(added),
        };
        let mut left: Vec<String> =
            left.iter().map(|left| merging::built_on_text(file, left)).collect();
        if let Act::Written(events) = &self.act {
            // The newest of the values would win unasked.
            for event in events.iter().filter(|event| file.settled_conflict(event)) {
                let before = changes.len();
                changes.retain(|(field, _)| *field != event.field);
                if changes.len() < before {
                    left.push(merging::chosen_text(file.case(), event.field));
                }
            }
        }
        let stepped = Stepped {
            what: self.what.clone(),
            left,
            nothing: changes.is_empty(),
            is_merge: matches!(self.act, Act::Merged(_)),
        };
        (changes, stepped)
    }
}

impl OpenCase {
    /// Whether there is a step to take that way.
    pub fn can(&self, way: Way) -> bool {
        !self.steps(way).is_empty()
    }

    /// Remembers what was done: what was taken back before can no longer be done again.
    pub(super) fn did(&mut self, step: Step) {
        self.undo.push(step);
        self.redo.clear();
    }

    fn pop(&mut self, way: Way) -> Option<Step> {
        match way {
            Way::Back => self.undo.pop(),
            Way::Forth => self.redo.pop(),
        }
    }

    fn steps(&self, way: Way) -> &Vec<Step> {
        match way {
            Way::Back => &self.undo,
            Way::Forth => &self.redo,
        }
    }
}

impl App {
    /// What the next step that way would do, and leave alone.
    pub fn next_step(self, way: Way) -> Option<Stepped> {
        let next = |open: &OpenCase| Some(open.steps(way).last()?.taken_back(&open.file).1);
        self.read_untracked(next).flatten()
    }

    /// Takes the next step that way; none if there is none.
    pub fn step(self, way: Way) -> Option<Stepped> {
        self.take_back(way, |open| open.pop(way))
    }

    /// Leaves what the next step that way would take back as it is, for good.
    pub fn let_stand(self, way: Way) {
        self.open.update(|open| {
            open.as_mut().and_then(|open| open.pop(way));
        });
    }

    /// Takes back a merge of this tab, whatever was done after it, and says what is left standing, and by whose doing.
    pub fn undo_merge(self, added: &[Id]) -> Vec<String> {
        let stepped = self.take_back(Way::Back, |open| {
            let is_it = |step: &Step| matches!(&step.act, Act::Merged(ids) if ids == added);
            let place = open.undo.iter().rposition(is_it)?;
            Some(open.undo.remove(place))
        });
        stepped.map(|stepped| stepped.left).unwrap_or_default()
    }

    fn take_back(
        self,
        way: Way,
        step: impl FnOnce(&mut OpenCase) -> Option<Step>,
    ) -> Option<Stepped> {
        let mut stepped = None;
        self.open.update(|open| {
            let Some(open) = open.as_mut().filter(|open| !open.is_shut()) else { return };
            let Some(step) = step(open) else { return };
            let (changes, done) = step.taken_back(&open.file);
            open.take_pen(self.profile.get_untracked().author(&open.roles));
            let written = open.file.write(&mut open.pen, clock::now(), changes);
            if !written.is_empty() {
                self.save(open, &written);
                let back = Step { what: step.what, act: Act::Written(written) };
                match way {
                    Way::Back => open.redo.push(back),
                    Way::Forth => open.undo.push(back),
                }
            }
            stepped = Some(done);
        });
        stepped
    }
}
