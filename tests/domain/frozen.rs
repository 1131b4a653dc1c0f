//! A file of each version of the format, never written again: what was readable once stays readable, with the same facts.

use std::path::PathBuf;

use udskift_it_system::domain::case::{
    CaseFile, Field, Handling, Id, MarkField, MarkKey, MarkState, Occasion, OrderKind,
    ReceiptState, RouteType, Scope,
};
use udskift_it_system::domain::exchange::{Imported, VERSION, export, import, import_bytes};
use udskift_it_system::domain::process::{Activity, Answer, CheckItem, Gateway, Handover, Role};

use crate::builder::NOTE;

fn path(version: u64) -> PathBuf {
    let name = format!("v{version}.json");
    [env!("CARGO_MANIFEST_DIR"), "tests", "fixtures", "files", "frozen", &name].iter().collect()
}

fn read(version: u64) -> Imported {
    let bytes = std::fs::read(path(version)).expect("a file");
    import_bytes(&bytes).unwrap_or_else(|error| panic!("version {version}: {error:?}"))
}

fn anna(seq: u32) -> Id {
    format!("7k2m9qx4-{seq}").parse().expect("an identity")
}

fn bo(seq: u32) -> Id {
    format!("3f8h2c0d-{seq}").parse().expect("an identity")
}

#[test]
fn there_is_a_frozen_file_of_each_version() {
    for version in 1..=VERSION {
        assert!(path(version).is_file(), "version {version} has none");
        let imported = read(version);
        let (file, _) = CaseFile::from_events(imported.events.clone());
        let again = import(&export(&file, &imported.kept, &imported.cover)).expect("readable");
        assert_eq!((again.ids().count(), again.kept), (imported.ids().count(), imported.kept));
    }
}

#[test]
fn version_1_says_what_it_always_said() {
    said_by(read(1));
    assert_eq!(
        read(1).cover.delivery.map(|d| (d.to, d.number)),
        Some((Role::NewOperations, Some(1)))
    );
}

/// The same events, in a file that many write to.
#[test]
fn version_2_says_what_version_1_says() {
    said_by(read(2));
    let (one, two) = (read(1), read(2));
    let events = |imported: Imported| CaseFile::from_events(imported.events).0;
    assert_eq!((one.case, one.kept.clone()), (two.case, two.kept.clone()));
    assert_eq!(events(one), events(two));
}

fn said_by(imported: Imported) {
    let (file, merged) = CaseFile::from_events(imported.events.clone());
    assert_eq!((merged.added.len(), imported.kept.len()), (41, 1));
    assert_eq!(imported.kept[0].field(), format!("route/{}/colour", anna(15)));
    let case = file.case();
    assert_eq!((case.title.as_str(), case.order_id.as_str()), ("Alfa til Beta", ""));
    assert_eq!(case.organisations[&anna(2)].name, "Nordby Kommune");
    assert_eq!(case.authorities[&anna(4)].name, "Nordby");
    assert_eq!(case.systems[&anna(6)].operator, Some(anna(2)));
    assert_eq!(case.old_system, Some(anna(6)));
    assert!(case.people[&anna(10)].roles.contains(&Role::SystemManager));
    assert_eq!(case.agreements[&anna(13)].name, "CPR-opslag");

    assert_eq!(case.list_routes().len(), 1, "the other one is removed");
    let route = &case.routes[&anna(15)];
    assert_eq!((route.name.as_str(), route.handling), ("R1", Some(Handling::Replace)));
    assert_eq!((route.old.kind, route.old.active), (Some(RouteType::Sftp), Some(false)));
    assert_eq!((route.old.from, route.agreement), (Some(anna(6)), Some(anna(13))));
    assert_eq!((route.close.party, route.establish.position), (Some(true), Some(4)));
    let receipt = &route.close.receipts[&Occasion::Attempt(1)];
    assert_eq!(receipt.state, Some(ReceiptState::Failed));
    assert_eq!(receipt.resolved.map(|day| day.to_string()).as_deref(), Some("2026-11-30"));
    assert_eq!(route.signatures[&bo(9)].order, Some(OrderKind::Close));

    let window = case.attempts[&1].window_start;
    assert_eq!(window.map(|time| time.to_string()).as_deref(), Some("2026-11-28T22:00"));
    let start = MarkKey::new(Activity::U1, Scope::Case, Role::SystemManager);
    let mark = case.mark(&start).expect("done");
    assert_eq!(mark.state, Some(MarkState::Done));
    assert_eq!(mark.on.map(|day| day.to_string()).as_deref(), Some("2026-11-21"));
    let agreed = MarkKey::new(Activity::U10, Scope::Agreement(anna(13)), Role::SystemManager);
    let note = file.log().standing(Field::Done(agreed, MarkField::Note)).expect("a note");
    assert_eq!(note.value, "Aftalt\nmed \"Gamma\"".into());
    let decision = case.decision(Gateway::CarryOut, Scope::Attempt(1)).expect("decided");
    assert_eq!(decision.answer, Some(Answer::Go));
    assert!(case.checks.contains(&CheckItem::SshKey));
    assert!(case.sent.contains_key(&(Handover::PrepareNew, Scope::Case)));

    let conflicts: Vec<Field> = file.conflicts().map(|conflict| conflict.field).collect();
    assert_eq!(conflicts, [NOTE], "two wrote without knowledge of each other");
}
