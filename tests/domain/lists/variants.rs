//! Spellings of one organisation.

use udskift_it_system::domain::case::{
    EntityKind, Field, Id, PersonField, RouteField, SignatureField, SystemField, Writer,
};
use udskift_it_system::domain::route_overview::{spelling_variants, unite_organisations};

use super::desk::desk;

/// The groups, by the names' places.
fn groups(names: &[&str]) -> Vec<Vec<u32>> {
    let id = |place: usize| Writer::new(1).id(place as u32);
    let named: Vec<(Id, &str)> = names.iter().enumerate().map(|(at, n)| (id(at), *n)).collect();
    let places = |group: &Vec<Id>| group.iter().map(|id| id.seq).collect();
    spelling_variants(&named).iter().map(places).collect()
}

#[test]
fn company_forms_capitals_and_signs_make_no_other_organisation() {
    let names = [
        "Leverandør A/S",
        "Nordby Kommune",
        "Leverandør",
        "LEVERANDØR AS",
        "Leverandoer  a/s",
        "nordby-kommune",
        "Leverandør Danmark ApS",
    ];
    assert_eq!(groups(&names), [vec![0, 2, 3, 4, 6], vec![1, 5]]);
}

#[test]
fn other_names_are_other_organisations() {
    assert!(groups(&["Alfa A/S", "Alfa Data A/S", "Beta", "Nordby Kommune", "Nordby"]).is_empty());
    // What is nothing but a form is a name.
    assert!(groups(&["AS", "A/S Dampen", "Dampen", ""]).len() <= 1);
    assert!(groups(&["AS", "ApS", "-", "?"]).is_empty());
    // A form within a name is part of it.
    assert!(groups(&["Asfalt", "Falt", "Atlas", "Atl"]).is_empty());
}

#[test]
fn united_organisations_are_one_wherever_they_stood() {
    let mut desk = desk();
    let named = |desk: &mut crate::builder::Desk, name: &str| {
        let id = desk.add(EntityKind::Organisation);
        desk.set(Field::OrganisationName(id), name);
        id
    };
    let (kept, other, third) =
        (named(&mut desk, "Alfa"), named(&mut desk, "Alfa A/S"), named(&mut desk, "Beta"));
    let system = desk.add(EntityKind::System);
    desk.set(Field::System(system, SystemField::Manager), third);
    desk.set(Field::System(system, SystemField::Operator), other);
    let person = desk.add(EntityKind::Person);
    desk.set(Field::Person(person, PersonField::Organisation), other);
    let route = desk.add_route("Rute 1");
    let signer = RouteField::Signature(Writer::new(9).id(9), SignatureField::Organisation);
    desk.set(Field::Route(route, signer), other);

    let changes = unite_organisations(desk.file.case(), kept, &[kept, other]);
    let written = desk.file.write(&mut desk.pen, desk.now, changes);
    let case = desk.file.case();
    assert_eq!(case.usage().get(&other), None);
    assert_eq!(
        (case.systems[&system].operator, case.systems[&system].manager),
        (Some(kept), Some(third))
    );
    assert_eq!(case.people[&person].organisation, Some(kept));
    let of_case: Vec<Id> = case.list_organisations().into_iter().map(|(id, _)| id).collect();
    assert_eq!(of_case, [kept, third]);
    let (back, left) = desk.file.undo(&written);
    assert!(left.is_empty());
    desk.file.write(&mut desk.pen, desk.now, back);
    assert_eq!(desk.file.case().systems[&system].operator, Some(other));
}
