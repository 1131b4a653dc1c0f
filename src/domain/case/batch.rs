//! A batch: many things created and set in one group, planned before their identities are known and written bit by bit.

use super::{CaseFile, EntityKind, Event, Field, Id, Log, Pen, RouteField, Value, Writer};

/// Changes to a case that are one group. What it creates has a planned identity until it is written.
#[derive(Clone, Debug)]
pub struct Batch {
    /// The writer of the planned identities, of whom the case knows nothing.
    planner: Writer,
    planned: u32,
    changes: Vec<(Field, Value)>,
    /// How many of the changes are through.
    through: usize,
    /// What the planned identities became, in the order of their planning.
    created: Vec<Id>,
    /// The first event written.
    group: Option<u32>,
}

impl Batch {
    /// An empty batch for the case of this log.
    pub fn new(log: &Log) -> Batch {
        let mut planner = Writer::new(u64::MAX);
        while log.last_of(planner).is_some() {
            planner = planner.successor();
        }
        let (changes, created) = (Vec::new(), Vec::new());
        Batch { planner, planned: 0, changes, through: 0, created, group: None }
    }

    /// Plans to create something; its identity is good in the fields and values of this batch only.
    pub fn create(&mut self, kind: EntityKind) -> Id {
        self.planned += 1;
        let id = self.planner.id(self.planned);
        self.changes.push((Field::Exists(kind, id), Value::Flag(true)));
        id
    }

    /// Plans an identity for a part of something, such as a signature: the field that is planned next names it first.
    pub fn part(&mut self) -> Id {
        self.planned += 1;
        self.planner.id(self.planned)
    }

    /// Plans to set a field.
    pub fn set(&mut self, field: Field, value: impl Into<Value>) {
        self.changes.push((field, value.into()));
    }

    /// How many changes are planned.
    pub fn len(&self) -> usize {
        self.changes.len()
    }

    /// Whether nothing is planned.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// How many of the changes are through.
    pub fn through(&self) -> usize {
        self.through
    }

    /// What a planned identity became, once it is written; any other is its own.
    pub fn real(&self, id: Id) -> Id {
        if id.writer != self.planner {
            return id;
        }
        let place = (id.seq as usize).wrapping_sub(1);
        self.created.get(place).copied().unwrap_or(id)
    }
}

impl CaseFile {
    /// Writes some more of a batch, at most so many of its changes, and returns the events.
    ///
    /// All that one pen writes of a batch is one group, to be undone in one.
    pub fn write_some(
        &mut self,
        pen: &mut Pen,
        at: i64,
        batch: &mut Batch,
        most: usize,
    ) -> Vec<Event> {
        let end = batch.len().min(batch.through.saturating_add(most));
        let mut written = Vec::new();
        while let Some((field, value)) = batch.changes[..end].get(batch.through).cloned() {
            batch.through += 1;
            let new = match field {
                Field::Exists(_, id) | Field::Route(_, RouteField::Signature(id, _)) => Some(id),
                _ => None,
            };
            if new.is_some_and(|id| batch.real(id).writer == batch.planner) {
                pen.resume(self.log());
                batch.created.push(pen.next_id());
            }
            let field = field.map_ids(|id| batch.real(id));
            let value = match value {
                Value::Link(id) => Value::Link(batch.real(id)),
                value => value,
            };
            written.extend(self.set(pen, at, &mut batch.group, field, value));
        }
        written
    }

    /// Writes a whole batch.
    pub fn write_all(&mut self, pen: &mut Pen, at: i64, mut batch: Batch) -> Vec<Event> {
        self.write_some(pen, at, &mut batch, usize::MAX)
    }
}
