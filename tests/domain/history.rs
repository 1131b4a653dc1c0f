//! The history's words: every event reads as a Danish sentence with the names people know.

use std::sync::Arc;

use udskift_it_system::domain::case::{
    Case, Closer, DecisionField, End, EntityKind, Event, Field, Handling, MarkField, MarkKey,
    MarkState, Occasion, OrderField, OrderKind, PersonField, ReceiptField, ReceiptState,
    RouteField, RouteType, Scope, Side, SideField, SystemField, Value, ValueKind, Writer,
};
use udskift_it_system::domain::process::{Activity, Answer, Gateway, Role};
use udskift_it_system::domain::time::{Day, LocalTime};
use udskift_it_system::text::history::{author_text, event_text, is_reason};

use crate::builder::{Desk, START, author};
use crate::samples;

#[test]
fn completions_and_decisions_read_as_what_was_done() {
    let mut desk = Desk::new(1, "Mette Holm");
    let key = MarkKey::new(Activity::U8, Scope::Case, Role::NewOperations);
    let done = |field| Field::Done(key, field);
    says(
        &mut desk,
        done(MarkField::State),
        MarkState::Done,
        "Markerede pkt. 8 Modtag ruteoverblik udført",
    );
    says(
        &mut desk,
        done(MarkField::State),
        Value::Nothing,
        "Tog markeringen af pkt. 8 Modtag ruteoverblik tilbage",
    );
    says(
        &mut desk,
        done(MarkField::Reason),
        "Listen kom på et møde",
        "Begrundede, at pkt. 8 Modtag ruteoverblik blev registreret før tur: »Listen kom på et møde«",
    );
    says(
        &mut desk,
        Field::Decision(Gateway::CarryOut, Scope::Attempt(2), DecisionField::Answer),
        Answer::Postpone,
        "Svarede »Udskyd« på »Gennemfør systemskifte ift. plan?« (forsøg 2)",
    );
}

#[test]
fn a_route_is_told_by_its_name_and_words() {
    let mut desk = Desk::new(1, "Mette Holm");
    let id = desk.add_route("R12");
    let route = |field| Field::Route(id, field);
    says(
        &mut desk,
        route(RouteField::Handling),
        Handling::Replace,
        "Satte Handling på ruten R12 til Erstat",
    );
    says(&mut desk, route(RouteField::Handling), Value::Nothing, "Ryddede Handling på ruten R12");
    says(
        &mut desk,
        route(RouteField::Closer),
        Closer::OldOperations,
        "Satte »Hvem nedlægger?« på ruten R12 til Forvaltningsansvarlig (gammelt)",
    );
    let side = |field| route(RouteField::Side(Side::New, field));
    says(
        &mut desk,
        side(SideField::Type),
        RouteType::Sftp,
        "Satte Rutetype på ruten R12 (ny rute) til SFTP",
    );
    let system = desk.add(EntityKind::System);
    desk.set(Field::System(system, SystemField::Name), "Alfa Løn");
    says(
        &mut desk,
        side(SideField::System(End::To)),
        system,
        "Satte Modtagersystem på ruten R12 (ny rute) til Alfa Løn",
    );
    says(
        &mut desk,
        route(RouteField::Receipt(OrderKind::Close, Occasion::Attempt(1), ReceiptField::State)),
        ReceiptState::Failed,
        "Satte kvitteringen for »Nedlæg gammel rute« på ruten R12 i forsøg 1 til Fejlet",
    );
    says(
        &mut desk,
        route(RouteField::Receipt(OrderKind::Close, Occasion::Attempt(1), ReceiptField::Resolved)),
        Day::new(2026, 11, 23),
        "Noterede, at incident ved »Nedlæg gammel rute« på ruten R12 i forsøg 1 blev løst 23.11.2026",
    );
}

#[test]
fn adding_removing_and_restoring_are_told_apart() {
    let mut desk = Desk::new(1, "Mette Holm");
    let id = desk.add(EntityKind::Organisation);
    let created = desk.file.log().get(id).cloned().expect("the creation is an event");
    desk.set(Field::OrganisationName(id), "Beta A/S");
    assert_eq!(event_text(desk.file.case(), &created), "Tilføjede organisationen Beta A/S");
    let exists = Field::Exists(EntityKind::Organisation, id);
    says(&mut desk, exists, false, "Fjernede organisationen Beta A/S");
    says(&mut desk, exists, true, "Gendannede organisationen Beta A/S");
}

#[test]
fn people_and_roles_are_named() {
    let mut desk = Desk::new(1, "Mette Holm");
    let id = desk.add(EntityKind::Person);
    desk.set(Field::Person(id, PersonField::Name), "Bo Lund");
    let role = Field::Person(id, PersonField::Role(Role::SystemManager));
    says(&mut desk, role, true, "Gav personen Bo Lund rollen Systemansvarlig");
    says(&mut desk, role, false, "Tog rollen Systemansvarlig fra personen Bo Lund");
    let mut who = author("Mette Holm");
    who.roles = vec![Role::SystemOwner, Role::SystemManager];
    assert_eq!(author_text(&who), "Mette Holm · Systemejer og Systemansvarlig");
    who.name.clear();
    who.initials.clear();
    who.roles.clear();
    assert_eq!(author_text(&who), "En bruger uden navn");
}

/// Only what explains a deviation is marked as one, and not when it is taken away.
#[test]
fn reasons_are_told_from_notes() {
    let mut desk = Desk::new(1, "Mette Holm");
    let key = MarkKey::new(Activity::U8, Scope::Case, Role::NewOperations);
    assert!(is_reason(&written(&mut desk, Field::Done(key, MarkField::Reason), "Aftalt på møde")));
    assert!(!is_reason(&written(&mut desk, Field::Done(key, MarkField::Reason), Value::Nothing)));
    assert!(!is_reason(&written(&mut desk, Field::Done(key, MarkField::Note), "Modtaget")));
    let id = desk.add_route("R12");
    let party = Field::Route(id, RouteField::Order(OrderKind::Close, OrderField::PartyReason));
    assert!(is_reason(&written(&mut desk, party, "Leverandøren har driften")));
}

/// Every field with every value it takes: no code shows through, and nothing is told of an empty text.
#[test]
fn every_field_reads_as_a_sentence() {
    let case = Case::default();
    let [id, other] = [Writer::new(7).id(7), Writer::new(7).id(9)];
    for field in samples::fields(id, other, 2) {
        for value in values(field.kind()) {
            let event = Event {
                id: Writer::new(8).id(1),
                clock: 1,
                at: START,
                author: Arc::new(author("Mette Holm")),
                field,
                value: value.clone(),
                knew: Vec::new(),
                batch: 1,
            };
            let text = event_text(&case, &event);
            assert!(text.starts_with(char::is_uppercase) && text.contains(' '), "{field}: {text}");
            assert!(!text.contains("  ") && !text.contains("»«"), "{field}: {text}");
            // "Handling" and "OK" are labels too; these codes are words of no Danish sentence.
            let codes =
                ["replace", "webservice-", "explicit", "done", "skipped", "failed", "yes", "go"];
            assert!(
                !text.split([' ', '»', '«']).any(|word| codes.contains(&word)),
                "{field}: {text}"
            );
        }
    }
}

fn values(kind: ValueKind) -> Vec<Value> {
    let mut values = vec![Value::Nothing];
    values.extend(match kind {
        ValueKind::Text => vec![Value::text("tekst")],
        ValueKind::Flag => vec![Value::Flag(true), Value::Flag(false)],
        ValueKind::Count => vec![Value::Count(3)],
        ValueKind::Word(codes) => codes.iter().map(|code| Value::Word(code)).collect(),
        ValueKind::Link(_) => vec![Value::Link(Writer::new(7).id(11))],
        ValueKind::Day => vec![Day::new(2026, 11, 23).into()],
        ValueKind::Time => vec![LocalTime::parse("2026-11-23T22:00").into()],
    });
    values
}

#[track_caller]
fn says(desk: &mut Desk, field: Field, value: impl Into<Value>, expected: &str) {
    let event = written(desk, field, value);
    assert_eq!(event_text(desk.file.case(), &event), expected);
}

#[track_caller]
fn written(desk: &mut Desk, field: Field, value: impl Into<Value>) -> Event {
    desk.set(field, value).pop().expect("the value is new")
}
