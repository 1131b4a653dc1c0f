//! Removing what another has edited is a conflict; what is removed comes back with everything.

use udskift_it_system::domain::case::{
    Event, Field, Handling, Id, MarkField, MarkKey, MarkState, RouteField, Scope, Value,
};
use udskift_it_system::domain::process::{Activity, Role};

use crate::builder::{Desk, exchange, exists, route_name, two};
use crate::laws::{Step, play};

fn with_route() -> (Desk, Desk, Id) {
    let (mut anna, mut bo) = two();
    let route = anna.add_route("Rute 1");
    exchange(&mut anna, &mut bo);
    (anna, bo, route)
}

fn listed(desk: &Desk) -> Vec<&str> {
    desk.file.case().list_routes().iter().map(|(_, route)| route.name.as_str()).collect()
}

fn rivals(desk: &Desk, field: Field) -> Vec<(Field, Value)> {
    let heads = desk.file.log().conflict(field).map(|conflict| conflict.heads).unwrap_or_default();
    heads.iter().map(|event: &&Event| (event.field, event.value.clone())).collect()
}

#[test]
fn what_is_removed_in_full_knowledge_is_gone() {
    let (mut anna, mut bo, route) = with_route();
    bo.set(route_name(route), "Rute 1 b");
    anna.receive(&bo);
    anna.set(exists(route), false);
    exchange(&mut anna, &mut bo);
    for desk in [&anna, &bo] {
        assert_eq!(listed(desk), [""; 0]);
        assert_eq!(desk.conflicts(), 0);
    }
}

#[test]
fn removed_here_and_edited_there_is_a_conflict_that_shows_both() {
    let (mut anna, mut bo, route) = with_route();
    anna.set(exists(route), false);
    bo.set(route_name(route), "Rute 1 b");
    exchange(&mut anna, &mut bo);
    for desk in [&anna, &bo] {
        assert_eq!(listed(desk), ["Rute 1 b"], "in sight until someone chooses");
        let both = [(exists(route), false.into()), (route_name(route), "Rute 1 b".into())];
        assert_eq!(rivals(desk, exists(route)), both);
        assert_eq!(desk.conflicts(), 1);
    }
}

#[test]
fn a_completion_and_a_handling_count_as_edits_too() {
    let done = |route| {
        let key = MarkKey::new(Activity::F2, Scope::Route(route), Role::NewOperations);
        (Field::Done(key, MarkField::State), Value::from(MarkState::Done))
    };
    let handling = |route| (Field::Route(route, RouteField::Handling), Handling::Close.into());
    for edit in [done as fn(Id) -> (Field, Value), handling] {
        let (mut anna, mut bo, route) = with_route();
        anna.set(exists(route), false);
        let (field, value) = edit(route);
        bo.set(field, value);
        exchange(&mut anna, &mut bo);
        assert_eq!(anna.conflicts(), 1, "{field}");
    }
}

#[test]
fn the_removal_stands_when_someone_confirms_it() {
    let (mut anna, mut bo, route) = with_route();
    anna.set(exists(route), false);
    bo.set(route_name(route), "Rute 1 b");
    exchange(&mut anna, &mut bo);
    bo.set(exists(route), false);
    exchange(&mut anna, &mut bo);
    assert_eq!((listed(&anna), anna.conflicts()), (vec![], 0));
    assert_eq!(anna.file, bo.file);
}

#[test]
fn the_edit_stands_when_someone_brings_it_back() {
    let (mut anna, mut bo, route) = with_route();
    anna.set(exists(route), false);
    bo.set(route_name(route), "Rute 1 b");
    exchange(&mut anna, &mut bo);
    anna.set(exists(route), true);
    exchange(&mut anna, &mut bo);
    assert_eq!((listed(&bo), bo.conflicts()), (vec!["Rute 1 b"], 0));
}

#[test]
fn what_is_restored_comes_back_with_everything() {
    let (mut anna, mut bo, route) = with_route();
    anna.set(Field::Route(route, RouteField::Handling), Handling::Close);
    let key = MarkKey::new(Activity::F2, Scope::Route(route), Role::NewOperations);
    anna.set(Field::Done(key, MarkField::State), MarkState::Done);
    let before = anna.file.case().routes[&route].clone();
    anna.set(exists(route), false);
    bo.receive(&anna);
    assert_eq!(listed(&bo), [""; 0]);
    bo.set(exists(route), true);
    assert_eq!(bo.file.case().routes[&route], before);
    assert_eq!(bo.conflicts(), 0);
}

#[test]
fn two_who_remove_the_same_agree() {
    let (mut anna, mut bo, route) = with_route();
    anna.set(exists(route), false);
    bo.set(exists(route), false);
    exchange(&mut anna, &mut bo);
    assert_eq!((listed(&anna), anna.conflicts()), (vec![], 0));
}

#[test]
fn a_conflict_within_what_is_removed_goes_with_it() {
    let (mut anna, mut bo, route) = with_route();
    anna.set(route_name(route), "Rute A");
    bo.set(route_name(route), "Rute B");
    exchange(&mut anna, &mut bo);
    assert_eq!(anna.conflicts(), 1);
    anna.set(exists(route), false);
    bo.receive(&anna);
    assert_eq!((anna.conflicts(), bo.conflicts()), (0, 0));
    bo.set(exists(route), true);
    assert_eq!(bo.conflicts(), 1, "and comes back with it");
}

#[test]
fn an_edit_that_arrives_before_its_removal_is_a_conflict_all_the_same() {
    let (mut anna, mut bo, route) = with_route();
    anna.set(exists(route), false);
    bo.set(route_name(route), "Rute 1 b");
    let mut carl = Desk::new(3, "Carl");
    carl.receive(&bo);
    carl.receive(&anna);
    let mut dorte = Desk::new(4, "Dorte");
    dorte.receive(&anna);
    dorte.receive(&bo);
    assert_eq!(carl.file, dorte.file);
    assert_eq!((carl.conflicts(), listed(&carl)), (1, vec!["Rute 1 b"]));
}

#[test]
fn what_was_removed_with_a_conflict_in_it_is_removed_again_when_a_merge_is_taken_back() {
    // Anna removes Carl's route, whose handling she and Carl disagree of; Bo, who has not heard, sets it too.
    let steps = [
        Step::Add { desk: 2 },
        Step::Mail { from: 2, to: 1 },
        Step::Mail { from: 1, to: 0 },
        Step::Set { desk: 0, field: 4, value: 0 },
        Step::Set { desk: 2, field: 4, value: 1 },
        Step::Add { desk: 0 },
        Step::Mail { from: 2, to: 0 },
        Step::Set { desk: 1, field: 4, value: 0 },
        Step::Exist { desk: 0, route: 1, here: false },
    ];
    let mut desks = play(&steps).desks;
    let bo = desks.remove(1);
    let mut anna = desks.remove(0);
    let before = anna.file.case().list_routes().len();
    assert_eq!(before, 1);
    let added = anna.file.merge(bo.file.log().events().cloned()).added;
    assert_eq!(
        anna.file.case().list_routes().len(),
        2,
        "an edit elsewhere brings the route into dispute"
    );
    let (changes, _) = anna.file.undo_merge(&added);
    anna.now += 1_000_000;
    anna.file.write(&mut anna.pen, anna.now, changes);
    assert_eq!(anna.file.case().list_routes().len(), before);
}
