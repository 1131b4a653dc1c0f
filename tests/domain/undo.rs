//! Undo is a change like any other: it puts back what stood before, and leaves alone what others have built on.

use udskift_it_system::domain::case::{Event, Field, Handling, RouteField, Value};

use crate::builder::{Desk, NOTE, TITLE, exchange, exists, route_name, two};

/// Takes a group back; the fields that were left alone.
fn undo(desk: &mut Desk, group: &[Event]) -> (Vec<Event>, Vec<Field>) {
    let (changes, left) = desk.file.undo(group);
    desk.now += 1_000;
    let events = desk.file.write(&mut desk.pen, desk.now, changes);
    (events, left)
}

#[test]
fn a_change_taken_back_leaves_what_stood_before() {
    let (mut anna, _) = two();
    let group = anna.set(TITLE, "Alfa til Gamma");
    let (redo, left) = undo(&mut anna, &group);
    assert_eq!((anna.title(), left.len()), ("Alfa til Beta", 0));
    undo(&mut anna, &redo);
    assert_eq!(anna.title(), "Alfa til Gamma");
}

#[test]
fn a_first_value_taken_back_leaves_nothing() {
    let (mut anna, _) = two();
    let group = anna.set(NOTE, "Møde torsdag");
    undo(&mut anna, &group);
    assert_eq!(anna.file.case().note, "");
}

#[test]
fn changes_can_be_taken_back_one_after_the_other() {
    let mut anna = Desk::new(1, "Anna");
    let groups = ["Alfa", "Beta", "Gamma"].map(|title| anna.set(TITLE, title));
    let mut titles = Vec::new();
    for group in groups.iter().rev() {
        let (_, left) = undo(&mut anna, group);
        assert_eq!(left, []);
        titles.push(anna.title().to_owned());
    }
    assert_eq!(titles, ["Beta", "Alfa", ""]);
}

#[test]
fn what_another_wrote_since_is_left_alone_and_told() {
    let (mut anna, mut bo) = two();
    let group = anna.set(TITLE, "Alfa til Gamma");
    exchange(&mut anna, &mut bo);
    bo.set(TITLE, "Alfa til Delta");
    anna.receive(&bo);
    let (events, left) = undo(&mut anna, &group);
    assert_eq!((events, left), (vec![], vec![TITLE]));
    assert_eq!(anna.title(), "Alfa til Delta");
}

#[test]
fn a_field_in_conflict_is_left_to_be_chosen() {
    let (mut anna, mut bo) = two();
    let group = anna.set(TITLE, "Alfa til Gamma");
    bo.set(TITLE, "Alfa til Delta");
    anna.receive(&bo);
    assert_eq!(undo(&mut anna, &group).1, [TITLE]);
    assert_eq!(anna.conflicts(), 1);
}

#[test]
fn a_creation_taken_back_is_removed_whole_and_comes_back_whole() {
    let (mut anna, _) = two();
    let route = anna.add_route("Rute 1");
    let group: Vec<Event> =
        anna.file.log().events().filter(|e| e.field.entity() == Some(route)).cloned().collect();
    assert_eq!(group.len(), 2);
    let (redo, _) = undo(&mut anna, &group);
    assert!(anna.file.case().list_routes().is_empty());
    assert_eq!(redo.len(), 1, "what goes with the creation needs no undoing of its own");
    undo(&mut anna, &redo);
    assert_eq!(anna.file.case().list_routes()[0].1.name, "Rute 1");
}

#[test]
fn a_creation_that_others_have_built_on_is_left_alone() {
    let (mut anna, mut bo) = two();
    let route = anna.add_route("Rute 1");
    let group: Vec<Event> =
        anna.file.log().events().filter(|e| e.field.entity() == Some(route)).cloned().collect();
    exchange(&mut anna, &mut bo);
    bo.set(Field::Route(route, RouteField::Handling), Handling::Close);
    anna.receive(&bo);
    let (events, left) = undo(&mut anna, &group);
    assert_eq!((events, left), (vec![], vec![exists(route)]));
}

#[test]
fn a_removal_taken_back_brings_everything_back() {
    let (mut anna, _) = two();
    let route = anna.add_route("Rute 1");
    let group = anna.set(exists(route), false);
    undo(&mut anna, &group);
    assert_eq!(anna.file.case().list_routes()[0].1.name, "Rute 1");
}

#[test]
fn a_removal_in_dispute_can_be_taken_back() {
    let (mut anna, mut bo) = two();
    let route = anna.add_route("Rute 1");
    exchange(&mut anna, &mut bo);
    let group = anna.set(exists(route), false);
    bo.set(route_name(route), "Rute 1 b");
    anna.receive(&bo);
    assert_eq!(undo(&mut anna, &group).1, []);
    assert_eq!(anna.file.case().list_routes()[0].1.name, "Rute 1 b");
    assert_eq!(anna.conflicts(), 0);
}

#[test]
fn what_i_changed_again_myself_is_left_until_that_is_taken_back() {
    let (mut anna, _) = two();
    let group = anna.set(TITLE, "Alfa til Gamma");
    anna.set(TITLE, "Alfa til Delta");
    assert_eq!(undo(&mut anna, &group), (vec![], vec![TITLE]));
}

#[test]
fn what_another_changed_back_to_the_same_is_that_persons_now() {
    let (mut anna, mut bo) = two();
    let group = anna.set(TITLE, "Alfa til Gamma");
    bo.receive(&anna);
    bo.set(TITLE, "Alfa til Delta");
    bo.set(TITLE, "Alfa til Gamma");
    anna.receive(&bo);
    assert_eq!(undo(&mut anna, &group), (vec![], vec![TITLE]));
}

#[test]
fn many_fields_set_in_one_stroke_go_back_in_one() {
    let (mut anna, _) = two();
    let routes = [anna.add_route("Rute 1"), anna.add_route("Rute 2")];
    let handling = |route| Field::Route(route, RouteField::Handling);
    let changes: Vec<(Field, Value)> =
        routes.iter().map(|route| (handling(*route), Handling::Replace.into())).collect();
    let at = anna.now;
    let group = anna.file.write(&mut anna.pen, at, changes);
    assert!(group.iter().all(|event| event.batch == group[0].id.seq));
    undo(&mut anna, &group);
    let cases = anna.file.case();
    assert!(routes.iter().all(|route| cases.routes[route].handling.is_none()));
}

#[test]
fn a_field_written_twice_in_one_stroke_goes_back_to_before_the_first() {
    let (mut anna, _) = two();
    let route = anna.add_route("Rute 1");
    let name = route_name(route);
    let at = anna.now;
    let group =
        anna.file.write(&mut anna.pen, at, [(name, "Rute 2".into()), (name, "Rute 3".into())]);
    let (_, left) = undo(&mut anna, &group);
    assert_eq!((anna.file.case().routes[&route].name.as_str(), left.len()), ("Rute 1", 0));
}
