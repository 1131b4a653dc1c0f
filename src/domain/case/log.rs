//! The log: a set of events, with what stands in each field.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::id_key;
use super::{Event, Field, Id, Value, Writer};
use crate::domain::sorting::sort_by_numbers;

/// A set of events. Any order of insertion gives an equal log.
#[derive(Clone, Debug, Default)]
pub struct Log {
    events: BTreeMap<Id, Event>,
    fields: HashMap<Field, Vec<Id>>,
    /// The fields of each entity that anything was written to.
    entities: HashMap<Id, BTreeSet<Field>>,
    clock: u64,
}

/// Two different events with one identity: one of the files was tampered with or damaged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    pub id: Id,
}

/// A field in which several values stand, each written without knowledge of the others.
#[derive(Clone, Debug)]
pub struct Conflict<'a> {
    pub field: Field,
    /// What stands, newest first: at least two, of at least two values; for a removal, the removal and the edits.
    pub heads: Vec<&'a Event>,
}

impl PartialEq for Log {
    fn eq(&self, other: &Log) -> bool {
        self.events == other.events
    }
}

impl Log {
    /// Adds an event; false if it was here already.
    pub fn insert(&mut self, event: Event) -> Result<bool, Clash> {
        if let Some(known) = self.events.get(&event.id) {
            return if *known == event { Ok(false) } else { Err(Clash { id: event.id }) };
        }
        self.clock = self.clock.max(event.clock);
        self.fields.entry(event.field).or_default().push(event.id);
        if let Some(entity) = event.field.entity() {
            self.entities.entry(entity).or_default().insert(event.field);
        }
        self.events.insert(event.id, event);
        Ok(true)
    }

    /// Copies one part of another into this; false where there is no such part.
    pub(super) fn copy_part(&mut self, of: &Log, part: usize) -> bool {
        match part {
            0 => self.events = of.events.clone(),
            1 => self.fields = of.fields.clone(),
            2 => (self.entities, self.clock) = (of.entities.clone(), of.clock),
            _ => return false,
        }
        true
    }

    /// The event with this identity.
    pub fn get(&self, id: Id) -> Option<&Event> {
        self.events.get(&id)
    }

    /// The highest sequence number of a writer's events here.
    pub fn last_of(&self, writer: Writer) -> Option<u32> {
        let mine = self.events.range(writer.id(0)..=writer.id(u32::MAX));
        mine.map(|(id, _)| id.seq).next_back()
    }

    /// All events, by writer and sequence.
    pub fn events(&self) -> impl ExactSizeIterator<Item = &Event> {
        self.events.values()
    }

    /// The events after this one, or all, by writer and sequence.
    pub fn events_after(&self, event: Option<Id>) -> impl Iterator<Item = &Event> {
        use std::ops::Bound::{Excluded, Unbounded};
        self.events.range((event.map_or(Unbounded, Excluded), Unbounded)).map(|(_, event)| event)
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// Whether nothing was ever written.
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// The highest logical clock seen.
    pub fn clock(&self) -> u64 {
        self.clock
    }

    /// The events of a field that no other event of it supersedes, newest first.
    pub fn heads(&self, field: Field) -> Vec<&Event> {
        let Some(ids) = self.fields.get(&field) else { return Vec::new() };
        if let [only] = ids.as_slice() {
            return self.events.get(only).into_iter().collect();
        }
        let events: Vec<&Event> = ids.iter().filter_map(|id| self.events.get(id)).collect();
        heads_among(events)
    }

    /// All events of a field, in no order.
    pub fn of_field(&self, field: Field) -> impl Iterator<Item = &Event> {
        let ids = self.fields.get(&field).into_iter().flatten();
        ids.filter_map(|id| self.events.get(id))
    }

    /// What stands in the field: the newest of its heads.
    pub fn standing(&self, field: Field) -> Option<&Event> {
        self.heads(field).first().copied()
    }

    /// The conflict in a field, if several values stand in it.
    pub fn conflict(&self, field: Field) -> Option<Conflict<'_>> {
        let mut heads = self.heads(field);
        if let Field::Exists(_, entity) = field
            && heads.iter().any(|event| event.value == Value::Flag(false))
        {
            heads.extend(self.edits_unknown_to(&heads, entity));
            return (heads.len() > 1
                && (disagree(&heads) || heads.iter().any(|e| e.field != field)))
            .then_some(Conflict { field, heads });
        }
        disagree(&heads).then_some(Conflict { field, heads })
    }

    /// What an event on this field supersedes if it is written now.
    pub fn known_for(&self, field: Field, value: &Value) -> Vec<Id> {
        let mut known: Vec<Id> = self.heads(field).iter().map(|event| event.id).collect();
        if let (Field::Exists(_, entity), Value::Flag(_)) = (field, value) {
            for field in self.fields_of(entity).filter(|other| *other != field) {
                known.extend(self.heads(field).iter().map(|event| event.id));
            }
        }
        known
    }

    /// The fields of an entity that anything was written to.
    pub fn fields_of(&self, entity: Id) -> impl Iterator<Item = Field> {
        self.entities.get(&entity).into_iter().flatten().copied()
    }

    /// All fields that anything was written to.
    pub fn fields(&self) -> impl Iterator<Item = Field> {
        self.fields.keys().copied()
    }

    /// Edits of an entity that stand and that none of the removals knew of.
    fn edits_unknown_to(&self, removals: &[&Event], entity: Id) -> Vec<&Event> {
        let known: HashSet<Id> = removals.iter().flat_map(|e| e.knew.iter().copied()).collect();
        let mut edits: Vec<&Event> = self
            .fields_of(entity)
            .filter(|field| !matches!(field, Field::Exists(..)))
            .flat_map(|field| self.heads(field))
            .filter(|event| !known.contains(&event.id))
            .collect();
        newest_first(&mut edits);
        edits
    }
}

fn newest_first(events: &mut Vec<&Event>) {
    if events.len() > 1 {
        sort_by_numbers(events, |event| id_key(event.clock, event.id).map(|number| !number));
    }
}

fn disagree(heads: &[&Event]) -> bool {
    heads.iter().any(|event| event.value != heads[0].value)
}

/// Of events of one field those that no other of them supersedes, newest first.
pub fn heads_among(events: Vec<&Event>) -> Vec<&Event> {
    // Only what is older can have been known: so a damaged file in which events know each other in a ring still
    // leaves the newest standing, in whatever order its events come.
    let mut known: HashMap<Id, u64> = HashMap::new();
    for event in &events {
        for id in &event.knew {
            let clock = known.entry(*id).or_default();
            *clock = event.clock.max(*clock);
        }
    }
    let stands = |event: &&Event| known.get(&event.id).is_none_or(|clock| *clock <= event.clock);
    let mut heads: Vec<&Event> = events.into_iter().filter(stands).collect();
    newest_first(&mut heads);
    heads
}
