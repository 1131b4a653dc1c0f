//! A case in use: its log, and the typed case kept in step with it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::{Author, Case, Clash, Conflict, EntityKind, Event, Field, Id, Log, Pen, Value};
use crate::domain::signers::Rule;

/// A log with the case it folds to. The two cannot differ: both change by [`CaseFile::insert`] only, but for the rules
/// of the site where the case is read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CaseFile {
    log: Log,
    case: Case,
    /// The removals that stand, by what they remove; an edit of one of these can make or end a conflict.
    removals: BTreeMap<Id, BTreeSet<Field>>,
}

/// What a merge did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Events that were new here.
    pub added: Vec<Id>,
    /// Events that were here already.
    pub known: usize,
    /// Identities that stand for different events here and there; what was here is kept.
    pub clashes: Vec<Id>,
}

/// A case being copied in parts: to copy all of a large one at once takes long. It must stay as it is meanwhile.
#[derive(Default)]
pub struct Copying {
    copy: CaseFile,
    part: usize,
}

impl Copying {
    /// Copies one part more; whether more may be left.
    pub fn step(&mut self, of: &CaseFile) -> bool {
        match self.part.checked_sub(1) {
            None => {
                self.copy.case = of.case.clone();
                self.copy.removals = of.removals.clone();
            }
            Some(part) if !self.copy.log.copy_part(&of.log, part) => return false,
            Some(_) => {}
        }
        self.part += 1;
        true
    }

    /// The copy, once no part is left.
    pub fn finish(self) -> CaseFile {
        self.copy
    }
}

impl CaseFile {
    /// The case of these events, in any order.
    pub fn from_events(events: impl IntoIterator<Item = Event>) -> (CaseFile, Merged) {
        let mut file = CaseFile::default();
        let merged = file.merge(events);
        (file, merged)
    }

    /// The facts.
    pub fn case(&self) -> &Case {
        &self.case
    }

    /// The events.
    pub fn log(&self) -> &Log {
        &self.log
    }

    /// Puts the case under a site's rules of who signs.
    pub fn require_signers(&mut self, rules: Arc<[Rule]>) {
        self.case.signer_rules = rules;
    }

    /// Adds an event and applies what now stands in its field; false if it was here already.
    pub fn insert(&mut self, event: Event) -> Result<bool, Clash> {
        let field = event.field;
        let added = self.log.insert(event)?;
        if added {
            self.settle_all([field]);
        }
        Ok(added)
    }

    /// Set union with other events.
    pub fn merge(&mut self, events: impl IntoIterator<Item = Event>) -> Merged {
        let mut merged = Merged::default();
        let mut touched = BTreeSet::new();
        for event in events {
            let (id, field) = (event.id, event.field);
            match self.log.insert(event) {
                Ok(true) => {
                    merged.added.push(id);
                    touched.insert(field);
                }
                Ok(false) => merged.known += 1,
                Err(clash) => merged.clashes.push(clash.id),
            }
        }
        self.settle_all(touched);
        merged
    }

    /// Sets fields in one group and returns the events; those that stand already so are left out.
    ///
    /// A value that does not fit its field is left out too: the shell reads values by the field's kind.
    pub fn write(
        &mut self,
        pen: &mut Pen,
        at: i64,
        changes: impl IntoIterator<Item = (Field, Value)>,
    ) -> Vec<Event> {
        let mut group = None;
        let changes = changes.into_iter();
        changes.filter_map(|(field, value)| self.set(pen, at, &mut group, field, value)).collect()
    }

    /// Sets a field as one of a group; nothing where it stands so already or the value does not fit.
    pub(super) fn set(
        &mut self,
        pen: &mut Pen,
        at: i64,
        group: &mut Option<u32>,
        field: Field,
        value: Value,
    ) -> Option<Event> {
        if !field.kind().accepts(&value) || self.stands(field, &value) {
            return None;
        }
        // A file that was merged may hold events under this pen's identity: what is written must not meet them.
        let writer = pen.writer();
        pen.resume(&self.log);
        let batch = if pen.writer() == writer { *group } else { None };
        let event = pen.event(&self.log, field, value, at, batch);
        *group = batch.or(Some(event.id.seq));
        self.insert(event.clone()).is_ok().then_some(event)
    }

    /// Creates something with its first facts in one group and returns its identity.
    pub fn create(
        &mut self,
        pen: &mut Pen,
        at: i64,
        kind: EntityKind,
        facts: impl FnOnce(Id) -> Vec<(Field, Value)>,
    ) -> (Id, Vec<Event>) {
        pen.resume(&self.log);
        let id = pen.next_id();
        let mut changes = vec![(Field::Exists(kind, id), Value::Flag(true))];
        changes.extend(facts(id));
        (id, self.write(pen, at, changes))
    }

    /// What would take back these events of one group: each field as it stood before, where nobody else wrote since.
    ///
    /// The second part lists the fields in which someone did, and which are left alone. A field stands as the group
    /// left it also after a later change of the same person's was taken back, so groups can be undone one by one.
    pub fn undo(&self, events: &[Event]) -> (Vec<(Field, Value)>, Vec<Field>) {
        let mut changes = Vec::new();
        let mut left = Vec::new();
        let is_creation = |event: &Event| event.field.entity() == Some(event.id);
        let created: BTreeSet<Id> =
            events.iter().filter(|e| is_creation(e)).map(|e| e.id).collect();
        // What goes with its creation needs no undoing of its own.
        let goes_along = |event: &Event| {
            !is_creation(event) && event.field.entity().is_some_and(|id| created.contains(&id))
        };
        // A field that the group wrote twice goes back to what was before the first.
        let mut strokes: Vec<(&Event, &Event)> = Vec::new();
        let mut places: HashMap<Field, usize> = HashMap::new();
        for event in events.iter().filter(|event| !goes_along(event)) {
            let place = *places.entry(event.field).or_insert(strokes.len());
            match strokes.get_mut(place) {
                Some((_, last)) => *last = event,
                None => strokes.push((event, event)),
            }
        }
        for (first, last) in strokes.into_iter().rev() {
            let unchanged = self.stands_as_left(last)
                && (!is_creation(last) || self.is_only_by(last.id, &last.author));
            if unchanged {
                changes.push((last.field, self.before(first)));
            } else {
                left.push(last.field);
            }
        }
        (changes, left)
    }

    /// Every conflict, in the order of the fields; those within what is removed went with it.
    pub fn conflicts(&self) -> impl Iterator<Item = Conflict<'_>> {
        let here = self.case.conflicts.iter().filter(|field| !self.went_along(**field));
        here.filter_map(|field| self.log.conflict(*field))
    }

    /// Whether several values stand in the field.
    pub fn is_in_conflict(&self, field: Field) -> bool {
        self.case.conflicts.contains(&field)
    }

    /// Whether the event's value stands, and nobody else has a part in that.
    fn stands_as_left(&self, event: &Event) -> bool {
        let heads = self.log.heads(event.field);
        let same = |head: &&Event| {
            head.id == event.id || head.value == event.value && is_same(&head.author, &event.author)
        };
        heads.iter().all(same)
    }

    /// Whether all that stands in the fields of an entity is one person's.
    fn is_only_by(&self, entity: Id, author: &Author) -> bool {
        let heads = self.log.fields_of(entity).flat_map(|field| self.log.heads(field));
        heads.into_iter().all(|head| is_same(&head.author, author))
    }

    /// Whether the field belongs to something that is removed and is not in dispute.
    fn went_along(&self, field: Field) -> bool {
        if let Field::Exists(..) = field {
            return false;
        }
        let removals = field.entity().and_then(|entity| self.removals.get(&entity));
        removals.is_some_and(|removals| removals.iter().any(|r| !self.is_in_conflict(*r)))
    }

    /// Whether the field holds the value, and without a conflict.
    fn stands(&self, field: Field, value: &Value) -> bool {
        if self.is_in_conflict(field) {
            return false;
        }
        match self.log.standing(field) {
            Some(event) => event.value == *value,
            None => *value == Value::Nothing,
        }
    }

    /// The value an event superseded.
    fn before(&self, event: &Event) -> Value {
        if let Field::Exists(_, id) = event.field
            && id == event.id
        {
            return Value::Flag(false);
        }
        let known = event.knew.iter().filter_map(|id| self.log.get(*id));
        let newest = known.filter(|known| known.field == event.field).max_by_key(|e| e.age());
        newest.map_or(Value::Nothing, |event| event.value.clone())
    }

    /// Applies what stands in each of these fields and notes whether it is in conflict.
    ///
    /// Settling a field costs what was ever written to it, and settling a removal what was written to all that it
    /// removes: so many events that come at once are settled when all are in, each field and each removal once.
    fn settle_all(&mut self, fields: impl IntoIterator<Item = Field>) {
        let mut existences = BTreeSet::new();
        for field in fields {
            if let Field::Exists(_, id) = field {
                existences.insert((id, field));
                continue;
            }
            self.note_conflict(field);
            if let Some(event) = self.log.standing(field) {
                self.case.apply(field, &event.value, Some(&event.stamp()));
            }
            let removed = field.entity().and_then(|id| Some((id, self.removals.get(&id)?)));
            if let Some((id, removals)) = removed {
                existences.extend(removals.iter().map(|removal| (id, *removal)));
            }
        }
        for (id, field) in existences {
            self.note_conflict(field);
            self.settle_existence(field, id);
        }
    }

    /// What is removed and edited at once stays in sight until someone chooses.
    fn settle_existence(&mut self, field: Field, id: Id) {
        let standing = self.log.standing(field).map(|event| event.value == Value::Flag(false));
        let removed = standing == Some(true);
        if removed {
            self.removals.entry(id).or_default().insert(field);
        } else if let Some(removals) = self.removals.get_mut(&id) {
            removals.remove(&field);
            if removals.is_empty() {
                self.removals.remove(&id);
            }
        }
        let shown = !removed || self.is_in_conflict(field);
        let created = self.log.get(id).filter(|event| event.field == field).map(Event::stamp);
        self.case.apply(field, &Value::Flag(shown), created.as_ref());
    }

    fn note_conflict(&mut self, field: Field) {
        if self.log.conflict(field).is_some() {
            self.case.conflicts.insert(field);
        } else {
            self.case.conflicts.remove(&field);
        }
    }
}

/// Whether two events are one person's, whatever roles that person had chosen.
pub(super) fn is_same(one: &Author, other: &Author) -> bool {
    one.name == other.name
        && one.initials == other.initials
        && one.organisation == other.organisation
}
