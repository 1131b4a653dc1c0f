//! What was settled in a case since a moment: the decisions, what was done, and how much else was changed.

use crate::domain::case::{
    AttemptField, Case, CaseFile, DecisionField, Event, Field, Id, MarkField, OrderField,
    ReceiptField, RouteField, SideField, SignatureField, Topic, Value, heads_among, id_key,
};
use crate::domain::merging::{Page, Seen, Spot};
use crate::domain::sorting::sort_by_numbers;
use crate::domain::time::Day;

/// What was settled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Minutes {
    /// Oldest first.
    pub decided: Vec<Noted>,
    /// Completions, messages sent, receipts and signatures. Oldest first.
    pub done: Vec<Noted>,
    /// What was put off, and until when.
    pub put_off: Vec<(Topic, Day)>,
    /// How many other fields stand otherwise now, by page in their order.
    pub others: Vec<(Page, usize)>,
}

/// What stands in a field since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// The event that stands.
    pub event: Id,
    pub kind: NotedKind,
    /// Who decided, where that is another than who recorded it.
    pub by: String,
    /// What was remarked, or the reason given.
    pub note: String,
}

/// What a change is to those who were not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotedKind {
    Decided,
    Done,
    Other,
}

/// What was settled since a moment on the wall's clocks, itself included.
///
/// With `known`, what was known then counts as before, whenever it was written.
pub fn minutes(file: &CaseFile, since: i64, known: Option<&Seen>) -> Minutes {
    let is_new = |event: &Event| match known {
        Some(known) => !known.contains(event.id),
        None => event.at >= since,
    };
    let mut put_off = Vec::new();
    let mut others = vec![0; Page::ALL.len()];
    let mut noted: Vec<(Noted, &Event)> = Vec::new();
    for field in file.log().fields() {
        let Some(event) = standing_anew(file, field, &is_new) else { continue };
        if let (Field::Due(topic), Value::Day(day)) = (field, &event.value) {
            put_off.push((topic, *day));
            continue;
        }
        match kind(file, event) {
            Some(NotedKind::Other) => others[Spot::of(field).page as usize] += 1,
            Some(kind) => {
                let (by, note) = said(file, field);
                noted.push((Noted { event: event.id, kind, by, note }, event));
            }
            None => {}
        }
    }
    sort_by_numbers(&mut noted, |(_, event)| {
        let [clock, writer, number] = id_key(event.clock, event.id);
        [clock, writer, number]
    });
    let of = |kind| {
        let notes = noted.iter().map(|(noted, _)| noted).filter(move |noted| noted.kind == kind);
        notes.cloned().collect()
    };
    let others = Page::ALL.iter().copied().zip(others).filter(|(_, count)| *count > 0);
    let (decided, done) = (of(NotedKind::Decided), of(NotedKind::Done));
    put_off.sort_by_key(|(topic, day)| (*day, *topic));
    Minutes { decided, done, put_off, others: others.collect() }
}

impl Minutes {
    pub fn is_empty(&self) -> bool {
        self.decided.is_empty()
            && self.done.is_empty()
            && self.put_off.is_empty()
            && self.others.is_empty()
    }
}

/// The event that stands in a field, where it is new and says something else than before.
fn standing_anew<'a>(
    file: &'a CaseFile,
    field: Field,
    is_new: &dyn Fn(&Event) -> bool,
) -> Option<&'a Event> {
    let event = file.log().standing(field).filter(|event| is_new(event))?;
    let older: Vec<&Event> = file.log().of_field(field).filter(|event| !is_new(event)).collect();
    let settled = event.knew.len() > 1;
    let before = heads_among(older).first().map_or(Value::Nothing, |event| event.value.clone());
    let is_gone = !matches!(field, Field::Exists(..))
        && field.entity().is_some_and(|id| file.case().is_removed(id));
    (!is_gone && (settled || event.value != before)).then_some(event)
}

/// What the change is; none for what is told with another.
fn kind(file: &CaseFile, event: &Event) -> Option<NotedKind> {
    use NotedKind::{Decided, Done, Other};
    // Whoever chooses between two values has decided, whatever the field.
    if event.knew.len() > 1 && !matches!(event.field, Field::Exists(..)) {
        return Some(Decided);
    }
    Some(match event.field {
        Field::Decision(_, _, DecisionField::Answer) => Decided,
        Field::Done(_, MarkField::State) | Field::Sent(..) => Done,
        Field::Decision(..) | Field::Done(..) | Field::Meeting(..) => return None,
        Field::Planned(..) => Decided,
        Field::Attempt(_, AttemptField::WindowStart | AttemptField::WindowEnd) => Decided,
        Field::Route(_, RouteField::Receipt(_, _, ReceiptField::State)) => Done,
        Field::Route(_, RouteField::Signature(_, SignatureField::Signed)) => Done,
        Field::Route(route, field) if is_answer(field) && !is_entered(file, route, event) => {
            Decided
        }
        _ => Other,
    })
}

/// Whether the field answers a question about a route.
fn is_answer(field: RouteField) -> bool {
    matches!(
        field,
        RouteField::Handling
            | RouteField::Closer
            | RouteField::OrderedEarly
            | RouteField::Agreement
            | RouteField::ReplacedWith
            | RouteField::Order(_, OrderField::Party)
            | RouteField::Side(_, SideField::Type | SideField::Addressing | SideField::Active)
            | RouteField::Signature(_, SignatureField::Organisation | SignatureField::Signer)
    )
}

/// Whether the event came in the stroke that entered the route: a list that is read is no decision.
fn is_entered(file: &CaseFile, route: Id, event: &Event) -> bool {
    let created = file.log().get(route);
    created.is_some_and(|it| it.id.writer == event.id.writer && it.batch == event.batch)
}

/// Who decided about the field at the last meeting that says so.
fn decider(case: &Case, field: Field) -> String {
    let topic = Topic::of(field);
    let told = case.meetings.values().rev().find_map(|meeting| meeting.deciders.get(&topic));
    told.cloned().unwrap_or_default()
}

/// Who is said to have decided, and what was remarked.
fn said(file: &CaseFile, field: Field) -> (String, String) {
    let case = file.case();
    let first = |texts: [&String; 2]| {
        texts.into_iter().find(|text| !text.is_empty()).cloned().unwrap_or_default()
    };
    match field {
        Field::Decision(gateway, scope, _) => case
            .decision(gateway, scope)
            .map(|it| (it.by.clone(), first([&it.note, &it.reason])))
            .unwrap_or_default(),
        Field::Done(key, _) => case
            .mark(&key)
            .map(|it| (String::new(), first([&it.note, &it.reason])))
            .unwrap_or_default(),
        _ => (decider(case, field), String::new()),
    }
}
