//! What others have built on since: told before something is taken back, and a merge taken back as one step.

use std::collections::BTreeSet;

use super::file::is_same;
use super::{CaseFile, Event, Field, Id, Value};

/// A field that taking back leaves alone, and the events of it that stand in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuiltOn {
    pub field: Field,
    /// What others wrote, or what is in conflict; newest first.
    pub by: Vec<Id>,
}

impl CaseFile {
    /// What [`CaseFile::undo`] of these events would leave alone, and by whose doing.
    pub fn built_on(&self, events: &[Event]) -> Vec<BuiltOn> {
        let (_, left) = self.undo(events);
        left.into_iter()
            .map(|field| BuiltOn { field, by: self.in_the_way(field, events) })
            .collect()
    }

    /// Whether the event chose between values that stood against each other: taking it back cannot bring that about again.
    pub fn settled_conflict(&self, event: &Event) -> bool {
        let known = event.knew.iter().filter_map(|id| self.log().get(*id));
        let mut values = known.filter(|known| known.field == event.field).map(|known| &known.value);
        values.next().is_some_and(|first| values.any(|other| other != first))
    }

    /// What would take a merge back, as changes in one group: each field as it stood before these events came.
    ///
    /// A field that was written to since is left alone and told, and so is one that the merge settled a conflict of.
    pub fn undo_merge(&self, added: &[Id]) -> (Vec<(Field, Value)>, Vec<BuiltOn>) {
        let added: BTreeSet<Id> = added.iter().copied().collect();
        let others = self.log().events().filter(|event| !added.contains(&event.id));
        let (before, _) = CaseFile::from_events(others.cloned());
        let fields: BTreeSet<Field> =
            added.iter().filter_map(|id| self.log().get(*id)).map(|event| event.field).collect();
        let (mut changes, mut left, mut gone) = (Vec::new(), Vec::new(), BTreeSet::new());
        for field in fields.into_iter().rev() {
            if field.entity().is_some_and(|id| added.contains(&id) && !is_creation(field, id)) {
                continue;
            }
            let since = self.written_since(field, &added);
            if !since.is_empty() {
                left.push(BuiltOn { field, by: since });
                continue;
            }
            gone.extend(field.entity().into_iter().flat_map(|id| before.removals_of(id)));
            if before.is_in_conflict(field) {
                let by = self.log().heads(field).iter().map(|event| event.id).collect();
                left.push(BuiltOn { field, by });
            } else {
                changes.push((field, before.value(field)));
            }
        }
        // What was removed here and edited there is removed again, last: in knowledge of the edits and of their end.
        changes.extend(gone.into_iter().map(|field| (field, Value::Flag(false))));
        (changes, left)
    }

    /// What stands in a field; nothing that was never created exists.
    fn value(&self, field: Field) -> Value {
        match (self.log().standing(field), field) {
            (Some(event), _) => event.value.clone(),
            (None, Field::Exists(..)) => Value::Flag(false),
            (None, _) => Value::Nothing,
        }
    }

    /// The removals of something that stand and that nobody disputes.
    fn removals_of(&self, id: Id) -> Vec<Field> {
        let existence = self.log().fields_of(id).filter(|field| matches!(field, Field::Exists(..)));
        let removed =
            existence.filter(|f| !self.is_in_conflict(*f) && self.value(*f) == Value::Flag(false));
        removed.collect()
    }

    /// Events outside the group that were written in knowledge of one in it; of what the group created, in any field.
    fn written_since(&self, field: Field, added: &BTreeSet<Id>) -> Vec<Id> {
        let mut fields = vec![field];
        if let Field::Exists(_, id) = field
            && added.contains(&id)
        {
            fields.extend(self.log().fields_of(id).filter(|other| *other != field));
        }
        let events = fields.into_iter().flat_map(|field| self.log().of_field(field));
        let since = events.filter(|event| !added.contains(&event.id)).filter(|event| {
            event.field != field || event.knew.iter().any(|known| added.contains(known))
        });
        since.map(|event| event.id).collect()
    }

    fn in_the_way(&self, field: Field, events: &[Event]) -> Vec<Id> {
        let mine = events.first();
        let mut fields = vec![field];
        if let Field::Exists(_, id) = field {
            fields.extend(self.log().fields_of(id).filter(|other| *other != field));
        }
        let heads: Vec<&Event> = fields.iter().flat_map(|field| self.log().heads(*field)).collect();
        let of_others = heads
            .iter()
            .filter(|head| mine.is_none_or(|mine| !is_same(&head.author, &mine.author)))
            .map(|head| head.id)
            .collect::<Vec<_>>();
        // Without others, what stands in the way is the same person's later change.
        if of_others.is_empty() {
            let own = heads.iter().filter(|head| head.field == field);
            own.filter(|head| events.iter().all(|e| e.id != head.id)).map(|e| e.id).collect()
        } else {
            of_others
        }
    }
}

fn is_creation(field: Field, id: Id) -> bool {
    matches!(field, Field::Exists(_, created) if created == id)
}
