//! The example case `public/eksempelsag.json`: made here, so that it is always of the current format.
//!
//! After a change, `UPDATE_EXAMPLE=1 cargo test --test domain example` writes the file anew.

mod routes;
mod teller;

use std::collections::BTreeMap;
use std::path::Path;

use udskift_it_system::domain::case::{CaseFile, Scope};
use udskift_it_system::domain::exchange::{Cover, export, import};
use udskift_it_system::domain::guidance::{FindingKind, Guidance, Status, guide};
use udskift_it_system::domain::process::{Activity, Process};

use teller::{Teller, author};

const FILE: &str = "public/eksempelsag.json";

/// The case as the app's file has it.
fn example() -> (CaseFile, String) {
    let mut teller = Teller::new();
    let systems = teller.who_and_what();
    teller.begin();
    routes::overview(&mut teller, &systems);
    teller.agreements(&systems);
    let cover = Cover::new(teller.now, author(teller::SA));
    let text = export(&teller.file, &[], &cover);
    (teller.file, text)
}

fn guidance() -> (CaseFile, Guidance) {
    let (file, _) = example();
    let guidance = guide(&Process::UDSKIFT_IT_SYSTEM, file.case());
    (file, guidance)
}

#[test]
fn the_app_has_the_example_that_is_made_here() {
    let (_, text) = example();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    if std::env::var_os("UPDATE_EXAMPLE").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let stored = std::fs::read_to_string(&path).unwrap();
    assert!(
        stored == text,
        "{FILE} is not of this version: see the head of tests/domain/example.rs"
    );
}

#[test]
fn the_example_opens_whole() {
    let (file, text) = example();
    let imported = import(&text).unwrap();
    assert_eq!(imported.kept.len(), 0);
    let (again, merged) = CaseFile::from_events(imported.events);
    assert!(merged.clashes.is_empty());
    assert_eq!(again.case(), file.case());
    assert!(file.case().example);
}

#[test]
fn the_example_is_in_mid_flight() {
    let (file, guidance) = guidance();
    let status = |activity| &guidance.step(activity, Scope::Case).unwrap().status;
    for activity in [Activity::U1, Activity::U4, Activity::U7, Activity::U8] {
        assert_eq!(*status(activity), Status::Done, "{activity:?}");
    }
    assert!(matches!(status(Activity::U13), Status::NotReached(_)));
    assert_eq!(file.case().list_routes().len(), 32);
    assert_eq!(file.conflicts().count(), 0);
}

#[test]
fn the_example_shows_each_kind_of_finding_that_it_is_meant_to() {
    let (_, guidance) = guidance();
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in &guidance.findings {
        let name = match finding.kind {
            FindingKind::RouteUndecided(_) => "undecided",
            FindingKind::AgreementMissing => "agreement missing",
            FindingKind::SignerUnclear => "signer unclear",
            FindingKind::SignaturesLacking(_) => "signature lacking",
            FindingKind::NobodyCloses => "nobody closes",
            FindingKind::OperatorMissing => "operator missing",
            FindingKind::OutOfOrder => "out of order",
            _ => "other",
        };
        *found.entry(name).or_default() += 1;
    }
    let expected = [
        ("agreement missing", 1),
        ("nobody closes", 1),
        ("out of order", 1),
        ("signature lacking", 1),
        ("signer unclear", 2),
        ("undecided", 2),
    ];
    assert_eq!(found, expected.into_iter().collect());
}
