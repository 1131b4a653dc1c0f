//! A copy of a case under identities of its own: all that the case has, and never merged with it.

use udskift_it_system::domain::case::{CaseField, CaseFile, EntityKind, Field, Id, Value, Writer};
use udskift_it_system::domain::exchange::{CaseId, Imported, Kept, copy_of, import_bytes};

use crate::builder::{Desk, TITLE};

fn writers() -> impl FnMut() -> Writer {
    let mut number = 500;
    move || {
        number += 1;
        Writer::new(number)
    }
}

#[test]
fn a_copy_stands_beside_the_case_and_shares_no_event_with_it() {
    let mut desk = Desk::new(3, "Anna");
    desk.set(TITLE, "Alfa til Beta");
    let system = desk.add(EntityKind::System);
    desk.set(Field::Case(CaseField::OldSystem), Value::Link(system));
    desk.add_route("SF1500 Ydelser");
    let (copy, _) = copy_of(&desk.file, &[], writers());
    assert_ne!(CaseId::of(&copy, &[]), CaseId::of(&desk.file, &[]));
    let case = copy.case();
    assert_eq!((case.title.as_str(), case.routes.len()), ("Alfa til Beta", 1));
    let old = case.old_system.expect("the old system is there");
    assert!(old != system && case.systems.contains_key(&old));
    let whose = |file: &CaseFile| -> Vec<_> {
        file.log().events().map(|event| (event.author.clone(), event.at)).collect()
    };
    assert_eq!(whose(&copy), whose(&desk.file), "who wrote what, and when, is known");
    let mut both = desk.file.clone();
    assert_eq!(both.merge(copy.log().events().cloned()).clashes, []);
    assert_eq!(both.log().len(), 2 * desk.file.log().len());
}

#[test]
fn a_value_that_was_overtaken_is_overtaken_in_the_copy_and_a_conflict_stays_one() {
    let (mut anna, mut bo) = crate::builder::two();
    anna.set(TITLE, "Alfa");
    bo.set(TITLE, "Beta");
    crate::builder::exchange(&mut anna, &mut bo);
    let (copy, _) = copy_of(&anna.file, &[], writers());
    assert_eq!(copy.conflicts().count(), 1);
    bo.set(TITLE, "Gamma");
    let (copy, _) = copy_of(&bo.file, &[], writers());
    assert_eq!((copy.conflicts().count(), copy.case().title.as_str()), (0, "Gamma"));
}

#[test]
fn what_a_newer_version_wrote_is_about_the_copys_things() {
    let bytes = include_bytes!("../fixtures/files/valid/newer-field.json");
    let Imported { events, kept, .. } = import_bytes(bytes).expect("valid");
    let (file, _) = CaseFile::from_events(events);
    let (copy, copied) = copy_of(&file, &kept, writers());
    assert_eq!(copied.len(), 1);
    let renewed = |id: Id| Writer::new(501).id(id.seq);
    let path = |kept: &Kept| kept.field().to_owned();
    let old = CaseId::of(&file, &kept).expect("a case").0;
    assert_eq!(copied[0].id, renewed(kept[0].id));
    assert_eq!(
        path(&copied[0]),
        path(&kept[0]).replace(&old.to_string(), &renewed(old).to_string())
    );
    assert_ne!(path(&copied[0]), path(&kept[0]));
    assert_eq!(CaseId::of(&copy, &copied).map(|id| id.0), Some(renewed(old)));
}
