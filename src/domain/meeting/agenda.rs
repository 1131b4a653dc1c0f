//! The agenda of a meeting: the decisions wanted, in the order in which they are printed, and what else is to be looked at.

use std::collections::BTreeMap;

use super::{Matter, Wanted, findings_beside, wanted_decisions};
use crate::domain::case::{
    CaseFile, DecisionField, Field, Id, MeetingField, OrderKind, Scope, Topic, Value,
};
use crate::domain::guidance::{Finding, Guidance, Place, Question};
use crate::domain::process::{Activity, Gateway};
use crate::domain::signers::{SheetRow, UnclearRow, Why};

/// A point of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Point {
    Decide(Wanted),
    /// A finding that no decision wanted stands for.
    Look(Finding),
}

/// What a point is, however often the agenda is made.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PointKey {
    Conflict(Field),
    Answer(Gateway, Scope),
    Window(u16),
    Route(Id, Question),
    /// The first of the orders that it is about.
    Signer(Option<(Id, OrderKind)>),
    /// A finding's place, and which of the findings there it is.
    Finding(Place, usize),
}

/// The points of a meeting now.
pub fn agenda(file: &CaseFile, guidance: &Guidance) -> Vec<(PointKey, Point)> {
    let wanted = wanted_decisions(file, guidance).into_iter();
    let mut points: Vec<(PointKey, Point)> =
        wanted.map(|it| (key(&it.matter), Point::Decide(it))).collect();
    let mut places: BTreeMap<Place, usize> = BTreeMap::new();
    for finding in findings_beside(guidance) {
        let number = places.entry(finding.place).or_default();
        points.push((PointKey::Finding(finding.place, *number), Point::Look(finding.clone())));
        *number += 1;
    }
    points
}

impl Point {
    /// What the point is about; a day is set for all of it where it is put off.
    pub fn topics(&self) -> Vec<Topic> {
        match self {
            Point::Decide(Wanted { matter, .. }) => match matter {
                Matter::Signer(orders) => orders.iter().map(|(id, _)| Topic::Route(*id)).collect(),
                Matter::Window(attempt) => vec![window_topic(*attempt)],
                Matter::Conflict(_) | Matter::Answer(..) | Matter::Route(..) => {
                    matter.field().map(Topic::of).into_iter().collect()
                }
            },
            Point::Look(finding) => vec![topic_of(finding.place)],
        }
    }

    /// Puts the point off until a day, or takes that back.
    pub fn put_off(&self, until: impl Into<Value> + Clone) -> Vec<(Field, Value)> {
        let topics = self.topics().into_iter();
        topics.map(|topic| (Field::Due(topic), until.clone().into())).collect()
    }

    /// The route that it is about.
    pub fn route(&self) -> Option<Id> {
        self.topics().into_iter().find_map(|topic| match topic {
            Topic::Route(id) => Some(id),
            _ => None,
        })
    }
}

impl Wanted {
    /// What is written when the meeting chooses one of the options, and who decided; nothing where it takes more.
    pub fn settle(&self, option: &Value, by: &str, meeting: u16) -> Vec<(Field, Value)> {
        let Some(field) = self.matter.field() else { return Vec::new() };
        vec![(field, option.clone()), (decider_field(field, meeting), Value::text(by))]
    }

    /// The orders for which the option names a signer.
    pub fn named(&self) -> Vec<SheetRow> {
        let Matter::Signer(orders) = &self.matter else { return Vec::new() };
        let row = |(route, order): &(Id, OrderKind)| {
            UnclearRow { route: *route, order: *order, why: Why::NoRules }.named()
        };
        orders.iter().map(row).collect()
    }
}

/// Where it is kept who decided what stands in a field.
pub fn decider_field(field: Field, meeting: u16) -> Field {
    match field {
        Field::Decision(gateway, scope, _) => Field::Decision(gateway, scope, DecisionField::By),
        field => Field::Meeting(meeting, MeetingField::Decider(Topic::of(field))),
    }
}

fn key(matter: &Matter) -> PointKey {
    match matter {
        Matter::Conflict(dispute) => PointKey::Conflict(dispute.field),
        Matter::Answer(gateway, scope) => PointKey::Answer(*gateway, *scope),
        Matter::Window(attempt) => PointKey::Window(*attempt),
        Matter::Route(id, question) => PointKey::Route(*id, *question),
        Matter::Signer(orders) => PointKey::Signer(orders.first().copied()),
    }
}

fn window_topic(attempt: u16) -> Topic {
    Topic::Activity(Activity::U16, Scope::Attempt(attempt))
}

fn topic_of(place: Place) -> Topic {
    match place {
        Place::Route(id) | Place::Order(id, _) => Topic::Route(id),
        Place::Agreement(id) => Topic::Activity(Activity::U9, Scope::Agreement(id)),
        Place::Attempt(attempt) => window_topic(attempt),
        Place::Activity(activity, scope) => Topic::Activity(activity, scope),
        Place::Field(field) => Topic::of(field),
        Place::Case | Place::Role(_) | Place::System(_) => Topic::Case,
    }
}
