//! Spellings of one organisation.

use udskift_it_system::domain::case::{Id, Writer};
use udskift_it_system::domain::route_overview::spelling_variants;

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
