//! Backups, copies without personal data, and the reminder to export.

use udskift_it_system::domain::case::{
    CaseField, EntityKind, Field, PersonField, RouteField, SignatureField, Value, Writer,
};
use udskift_it_system::domain::exchange::{
    CaseId, Cover, Reminder, export, export_backup, import, import_backup, without_personal_data,
};

use crate::builder::{Desk, NOTE, START, TITLE, author};

const DAY: i64 = 24 * 60 * 60 * 1_000;

fn case_file(desk: &Desk) -> String {
    export(&desk.file, &[], &Cover::new(START, author("Anna")))
}

fn titled(number: u64, title: &str) -> Desk {
    let mut desk = Desk::new(number, "Anna");
    desk.set(TITLE, title);
    desk
}

#[test]
fn a_backup_brings_every_case_back_and_one_that_is_damaged_costs_no_other() {
    let (one, other) = (titled(1, "Løn"), titled(2, "ESDH"));
    let files =
        [case_file(&one), r#"{"format":"udskift-it-system"}"#.to_owned(), case_file(&other)];
    let backup = import_backup(export_backup(&files, START).as_bytes()).expect("a backup");
    assert_eq!(backup.len(), 3);
    assert_eq!(backup[0], import(&files[0]));
    assert!(backup[1].is_err());
    assert_eq!(backup[2], import(&files[2]));
    assert_eq!(import_backup(case_file(&one).as_bytes()), None, "a case file is no backup");
    assert_eq!(import_backup(&[b'[', 0xff]), None);
    let empty = export_backup(&[], START);
    assert_eq!(import_backup(empty.as_bytes()), Some(Vec::new()));
}

/// A case with a person, a signer and notes that name them.
fn with_people() -> Desk {
    let mut desk = Desk::new(7, "Karen Lindegaard");
    desk.set(TITLE, "Nyt system, aftalt med Mette");
    let person = desk.add(EntityKind::Person);
    desk.set(Field::Person(person, PersonField::Name), "Mette Holm");
    desk.set(Field::Person(person, PersonField::Initials), "MEHO");
    desk.set(Field::Person(person, PersonField::Email), "mette@nordby.example");
    desk.set(Field::Person(person, PersonField::Phone), "12 34 56 78");
    let route = desk.add_route("SF1500 Ydelser");
    let signature = |field| Field::Route(route, RouteField::Signature(desk_id(route), field));
    desk.set(signature(SignatureField::Signer), "Jørgen Ærø");
    desk.set(Field::Case(CaseField::OrderId), "20261123");
    desk.set(
        NOTE,
        "METTE HOLM (mette@nordby.example, tlf. 12345678) og jørgen ærø; KA og MEHO følger op. \
         Spørg Karen på +45 87-65-43-21 om rute 1500 den 23.11. Metteborg er et sted.",
    );
    desk
}

fn desk_id(route: udskift_it_system::domain::case::Id) -> udskift_it_system::domain::case::Id {
    route.writer.id(900)
}

fn copied(desk: &Desk) -> (Desk, String) {
    let mut number = 500;
    let writer = || {
        number += 1;
        Writer::new(number)
    };
    let file = without_personal_data(&desk.file, |n| format!("Nogen {n}"), writer);
    let text = export(&file, &[], &Cover::new(START, Default::default()));
    (Desk { file, ..desk.clone() }, text)
}

#[test]
fn a_copy_without_personal_data_has_no_name_or_contact_of_anyone() {
    let desk = with_people();
    let before = case_file(&desk).to_lowercase();
    let (_, text) = copied(&desk);
    let after = text.to_lowercase();
    let secrets = [
        "mette holm",
        "\"mette",
        "med mette",
        "meho",
        "nordby.example",
        "12 34 56 78",
        "12345678",
        "jørgen",
        "ærø",
        "karen",
        "lindegaard",
        "87-65-43-21",
    ];
    for secret in secrets {
        // Else the test says nothing.
        let is_there = before.contains(secret) || secret == "\"mette";
        assert!(is_there, "{secret} was never there");
        assert!(!after.contains(secret), "{secret} is left in {text}");
    }
}

#[test]
fn a_copy_without_personal_data_keeps_the_rest() {
    let desk = with_people();
    let (copy, text) = copied(&desk);
    let case = copy.file.case();
    assert_eq!(case.order_id, "20261123");
    for kept in
        ["rute 1500 den 23.11.", "Metteborg er et sted.", "SF1500 Ydelser", "Nordby Kommune"]
    {
        assert!(text.contains(kept), "{kept} is gone from {text}");
    }
    assert_eq!(copy.file.log().len(), desk.file.log().len());
    // Whoever wrote and whoever is written about is still told apart.
    assert!(text.contains("Nogen 1") && text.contains("Nogen 2") && text.contains("Nogen 3"));
}

#[test]
fn a_copy_without_personal_data_is_a_case_of_its_own() {
    let desk = with_people();
    let (copy, text) = copied(&desk);
    assert_ne!(CaseId::of(&copy.file, &[]), CaseId::of(&desk.file, &[]));
    let mut both = desk.file.clone();
    let events = import(&text).expect("a case file").events;
    assert_eq!(both.merge(events).clashes, []);
    assert_eq!(both.log().len(), 2 * desk.file.log().len());
}

#[test]
fn links_in_the_copy_lead_to_the_same_things() {
    let mut desk = Desk::new(3, "Anna");
    desk.set(TITLE, "Med it-system");
    let system = desk.add(EntityKind::System);
    desk.set(Field::Case(CaseField::OldSystem), Value::Link(system));
    let (copy, _) = copied(&desk);
    let old = copy.file.case().old_system.expect("the old system is there");
    assert_ne!(old, system);
    assert!(copy.file.case().systems.iter().any(|(id, _)| *id == old));
}

#[test]
fn the_reminder_grows_with_changes_and_days() {
    let of = |changes, days| Reminder::of(changes, START, START + days * DAY);
    assert_eq!(of(0, 400), Reminder::None);
    assert_eq!(of(24, 2), Reminder::None);
    assert_eq!(of(25, 0), Reminder::Soon);
    assert_eq!(of(1, 3), Reminder::Soon);
    assert_eq!(of(99, 13), Reminder::Soon);
    assert_eq!(of(100, 0), Reminder::Now);
    assert_eq!(of(1, 14), Reminder::Now);
    assert_eq!(of(1, -400), Reminder::None, "the clock was set back");
}
