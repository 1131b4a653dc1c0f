//! The fold: what one field's value means for the typed case.

use super::*;
use crate::domain::process::{Answer, Role};

impl Case {
    /// Sets a field to its standing value; `stamp` tells where that comes from, none where nothing stands.
    ///
    /// Applying is an overwrite, so a field can be applied again whenever what stands in it changes.
    pub fn apply(&mut self, field: Field, value: &Value, stamp: Option<&Stamp>) {
        match field {
            Field::Case(field) => self.apply_case(field, value),
            Field::Exists(kind, id) => self.apply_exists(kind, id, value, stamp),
            Field::OrganisationName(id) => {
                self.organisations.entry(id).or_default().name = line(value);
            }
            Field::AuthorityName(id) => self.authorities.entry(id).or_default().name = line(value),
            Field::System(id, field) => self.systems.entry(id).or_default().apply(field, value),
            Field::Person(id, field) => self.people.entry(id).or_default().apply(field, value),
            Field::Route(id, field) => {
                if field == RouteField::ReplacedWith && link(value).is_some() {
                    self.linked.insert(id);
                } else if field == RouteField::ReplacedWith {
                    self.linked.remove(&id);
                }
                self.route_mut(id).apply(field, value, stamp);
            }
            Field::Agreement(id, field) => {
                self.agreements.entry(id).or_default().apply(field, value);
            }
            Field::Attempt(number, field) => {
                self.attempts.entry(number).or_default().apply(field, value);
            }
            Field::Planned(number, activity) => {
                let planned = &mut self.attempts.entry(number).or_default().planned;
                match time(value) {
                    Some(time) => planned.insert(activity, time),
                    None => planned.remove(&activity),
                };
            }
            Field::Due(topic) => {
                match day(value) {
                    Some(day) => self.due.insert(topic, day),
                    None => self.due.remove(&topic),
                };
            }
            Field::Meeting(number, field) => {
                self.meetings.entry(number).or_default().apply(field, value, stamp);
            }
            Field::Done(key, field) => {
                let mark = match key.route() {
                    Some(id) => self.route_mut(id).marks.entry(key.activity).or_default(),
                    None => self.marks.entry(key).or_default(),
                };
                mark.apply(field, value, stamp);
            }
            Field::Decision(gateway, scope, field) => {
                self.decisions.entry((gateway, scope)).or_default().apply(field, value, stamp);
            }
            Field::Check(item) => {
                if flag(value) == Some(true) {
                    self.checks.insert(item);
                } else {
                    self.checks.remove(&item);
                }
            }
            Field::Sent(handover, scope) => match (flag(value), stamp) {
                (Some(true), Some(stamp)) => {
                    self.sent.insert((handover, scope), stamp.clone());
                }
                _ => {
                    self.sent.remove(&(handover, scope));
                }
            },
        }
    }

    fn route_mut(&mut self, id: Id) -> &mut Route {
        self.routes.entry(id).or_insert_with(|| Route::new(id))
    }

    fn apply_case(&mut self, field: CaseField, value: &Value) {
        match field {
            CaseField::Title => self.title = line(value),
            CaseField::Note => self.note = text(value),
            CaseField::Example => self.example = flag(value) == Some(true),
            CaseField::OldSystem => self.old_system = link(value),
            CaseField::NewSystem => self.new_system = link(value),
            CaseField::OrderId => self.order_id = line(value),
        }
    }

    fn apply_exists(&mut self, kind: EntityKind, id: Id, value: &Value, stamp: Option<&Stamp>) {
        let (born, removed) = match kind {
            EntityKind::Organisation => {
                let e = self.organisations.entry(id).or_default();
                (&mut e.born, &mut e.removed)
            }
            EntityKind::Authority => {
                let e = self.authorities.entry(id).or_default();
                (&mut e.born, &mut e.removed)
            }
            EntityKind::System => {
                let e = self.systems.entry(id).or_default();
                (&mut e.born, &mut e.removed)
            }
            EntityKind::Person => {
                let e = self.people.entry(id).or_default();
                (&mut e.born, &mut e.removed)
            }
            EntityKind::Route => {
                let e = self.route_mut(id);
                (&mut e.born, &mut e.removed)
            }
            EntityKind::Agreement => {
                let e = self.agreements.entry(id).or_default();
                (&mut e.born, &mut e.removed)
            }
        };
        *removed = flag(value) == Some(false);
        // The creating event names what it creates, so its clock is known whichever event stands now.
        if let Some(stamp) = stamp.filter(|stamp| stamp.id == id) {
            *born = stamp.clock;
        }
    }
}

impl ItSystem {
    fn apply(&mut self, field: SystemField, value: &Value) {
        match field {
            SystemField::Name => self.name = line(value),
            SystemField::Manager => self.manager = link(value),
            SystemField::Operator => self.operator = link(value),
            SystemField::Note => self.note = text(value),
        }
    }
}

impl Person {
    fn apply(&mut self, field: PersonField, value: &Value) {
        match field {
            PersonField::Name => self.name = line(value),
            PersonField::Initials => self.initials = line(value),
            PersonField::Organisation => self.organisation = link(value),
            PersonField::Email => self.email = line(value),
            PersonField::Phone => self.phone = line(value),
            PersonField::Role(role) => self.hold(role, flag(value) == Some(true)),
        }
    }

    fn hold(&mut self, role: Role, holds: bool) {
        if holds {
            self.roles.insert(role);
        } else {
            self.roles.remove(&role);
        }
    }
}

impl Agreement {
    fn apply(&mut self, field: AgreementField, value: &Value) {
        match field {
            AgreementField::Name => self.name = line(value),
            AgreementField::System => self.system = link(value),
            AgreementField::Note => self.note = text(value),
        }
    }
}

impl Attempt {
    fn apply(&mut self, field: AttemptField, value: &Value) {
        match field {
            AttemptField::WindowStart => self.window_start = time(value),
            AttemptField::WindowEnd => self.window_end = time(value),
            AttemptField::Note => self.note = text(value),
            AttemptField::Rehearsal => self.rehearsal = flag(value) == Some(true),
        }
    }
}

impl Meeting {
    fn apply(&mut self, field: MeetingField, value: &Value, stamp: Option<&Stamp>) {
        match field {
            MeetingField::Started => {
                self.started = time(value);
                self.began = stamp.cloned();
            }
            MeetingField::Ended => self.ended = time(value),
            MeetingField::Present(id) if flag(value) == Some(true) => {
                self.present.insert(id);
            }
            MeetingField::Present(id) => {
                self.present.remove(&id);
            }
            MeetingField::Others => self.others = text(value),
            MeetingField::Decider(topic) => {
                match line(value) {
                    name if name.is_empty() => self.deciders.remove(&topic),
                    name => self.deciders.insert(topic, name),
                };
            }
        }
    }
}

impl Mark {
    fn apply(&mut self, field: MarkField, value: &Value, stamp: Option<&Stamp>) {
        match field {
            MarkField::State => {
                self.state = word(value).and_then(MarkState::from_code);
                self.stamp = stamp.cloned();
            }
            MarkField::On => self.on = day(value),
            MarkField::Note => self.note = text(value),
            MarkField::Reason => self.reason = text(value),
        }
    }
}

impl Decision {
    fn apply(&mut self, field: DecisionField, value: &Value, stamp: Option<&Stamp>) {
        match field {
            DecisionField::Answer => {
                self.answer = word(value).and_then(Answer::from_code);
                self.stamp = stamp.cloned();
            }
            DecisionField::By => self.by = line(value),
            DecisionField::Note => self.note = text(value),
            DecisionField::Reason => self.reason = text(value),
        }
    }
}

impl Route {
    fn apply(&mut self, field: RouteField, value: &Value, stamp: Option<&Stamp>) {
        match field {
            RouteField::Name => self.name = line(value),
            RouteField::Reference => self.reference = line(value),
            RouteField::Note => self.note = text(value),
            RouteField::Handling => self.handling = word(value).and_then(Handling::from_code),
            RouteField::Closer => self.closer = word(value).and_then(Closer::from_code),
            RouteField::OrderedEarly => {
                self.ordered_early = flag(value);
                self.early_stamp = stamp.cloned();
            }
            RouteField::Agreement => self.agreement = link(value),
            RouteField::ReplacedWith => self.replaced_with = link(value),
            RouteField::Side(Side::Old, field) => self.old.apply(field, value),
            RouteField::Side(Side::New, field) => self.new.apply(field, value),
            RouteField::Order(kind, field) => self.order_mut(kind).apply(field, value, stamp),
            RouteField::Receipt(kind, occasion, field) => {
                let receipt = self.order_mut(kind).receipts.entry(occasion).or_default();
                receipt.apply(field, value, stamp);
            }
            RouteField::Signature(id, field) => {
                self.signatures.entry(id).or_default().apply(field, value);
            }
        }
    }

    fn order_mut(&mut self, kind: OrderKind) -> &mut OrderFacts {
        match kind {
            OrderKind::Close => &mut self.close,
            OrderKind::Establish => &mut self.establish,
        }
    }
}

impl RouteSide {
    fn apply(&mut self, field: SideField, value: &Value) {
        match field {
            SideField::Type => self.kind = word(value).and_then(RouteType::from_code),
            SideField::System(End::From) => self.from = link(value),
            SideField::System(End::To) => self.to = link(value),
            SideField::Authority => self.authority = link(value),
            SideField::Addressing => self.addressing = word(value).and_then(Addressing::from_code),
            SideField::Active => self.active = flag(value),
        }
    }
}

impl OrderFacts {
    fn apply(&mut self, field: OrderField, value: &Value, stamp: Option<&Stamp>) {
        match field {
            OrderField::Party => {
                self.party = flag(value);
                self.party_stamp = stamp.cloned();
            }
            OrderField::PartyReason => self.party_reason = text(value),
            OrderField::Position => {
                self.position = match value {
                    Value::Count(count) => Some(*count),
                    _ => None,
                }
            }
        }
    }
}

impl Receipt {
    fn apply(&mut self, field: ReceiptField, value: &Value, stamp: Option<&Stamp>) {
        match field {
            ReceiptField::State => {
                self.state = word(value).and_then(ReceiptState::from_code);
                self.stamp = stamp.cloned();
            }
            ReceiptField::Incident => self.incident = text(value),
            ReceiptField::Reference => self.reference = line(value),
            ReceiptField::Resolved => self.resolved = day(value),
        }
    }
}

impl Signature {
    fn apply(&mut self, field: SignatureField, value: &Value) {
        match field {
            SignatureField::Removed => self.removed = flag(value) == Some(true),
            SignatureField::Order => self.order = word(value).and_then(OrderKind::from_code),
            SignatureField::Organisation => self.organisation = link(value),
            SignatureField::Signer => self.signer = line(value),
            SignatureField::Asked => self.asked = day(value),
            SignatureField::Signed => self.signed = day(value),
            SignatureField::Reference => self.reference = line(value),
        }
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        _ => String::new(),
    }
}

/// What is a name or a number of something is one line wherever it stands: in a heading, a subject, a list in a mail.
fn line(value: &Value) -> String {
    let text = text(value);
    if text.contains('\n') { text.replace('\n', " ") } else { text }
}

fn flag(value: &Value) -> Option<bool> {
    match value {
        Value::Flag(flag) => Some(*flag),
        _ => None,
    }
}

fn word(value: &Value) -> Option<&str> {
    match value {
        Value::Word(word) => Some(word),
        _ => None,
    }
}

fn link(value: &Value) -> Option<Id> {
    match value {
        Value::Link(id) => Some(*id),
        _ => None,
    }
}

fn time(value: &Value) -> Option<crate::domain::time::LocalTime> {
    match value {
        Value::Time(time) => Some(*time),
        _ => None,
    }
}

fn day(value: &Value) -> Option<crate::domain::time::Day> {
    match value {
        Value::Day(day) => Some(*day),
        _ => None,
    }
}
