//! The case as it was, its history filtered, and what is taken back: undo, redo and a whole merge.

use udskift_it_system::domain::case::{Event, Field, Handling, Id, RouteField, Writer};
use udskift_it_system::domain::merging::{
    HistoryFilter, Page, Who, as_it_was, history, stroke_end,
};
use udskift_it_system::domain::time::Day;

use crate::builder::{Desk, NOTE, TITLE, author, exists, two};

#[test]
fn the_case_is_shown_as_it_was() {
    let (mut anna, _) = two();
    let first = anna.set(NOTE, "Møde torsdag").remove(0);
    anna.set(NOTE, "Møde fredag");
    let then = as_it_was(&anna.file, first.id).expect("the event");
    assert_eq!(then.case().note, "Møde torsdag");
    assert_eq!(as_it_was(&anna.file, Writer::new(9).id(1)), None);
}

#[test]
fn a_stroke_is_shown_whole() {
    let (mut anna, mut bo) = two();
    let route = anna.add_route("Rute 1");
    anna.set(NOTE, "Ring");
    bo.set(TITLE, "Alfa til Gamma");
    anna.receive(&bo);
    let end = stroke_end(&anna.file, route).expect("the route's creation");
    assert_eq!(end.field, Field::Route(route, RouteField::Name));
    let then = as_it_was(&anna.file, end.id).expect("the event");
    assert_eq!(
        (then.case().routes[&route].name.as_str(), then.case().note.as_str()),
        ("Rute 1", "")
    );
    assert_eq!(stroke_end(&anna.file, Writer::new(9).id(1)), None);
}

#[test]
fn history_is_filtered_by_all_that_is_chosen() {
    let (mut anna, mut bo) = two();
    let route = bo.add_route("Rute 1");
    bo.set(NOTE, "Ring");
    anna.receive(&bo);
    let day = Day { year: 2026, month: 11, day: 23 };
    let found = |filter: &HistoryFilter| {
        let all: Vec<&Event> = history(&anna.file);
        all.into_iter().filter(|event| filter.matches(event, day)).count()
    };
    let any = HistoryFilter::default();
    assert_eq!(found(&any), anna.file.log().len());
    let who = |name: &str| Some(Who::of(&author(name)));
    assert_eq!(found(&HistoryFilter { person: who("Anna"), ..any.clone() }), 1);
    assert_eq!(found(&HistoryFilter { routes: Some([route].into()), ..any.clone() }), 2);
    assert_eq!(found(&HistoryFilter { page: Some(Page::Facts), ..any.clone() }), 2);
    let both = HistoryFilter { person: who("Anna"), routes: Some([route].into()), ..any.clone() };
    assert_eq!(found(&both), 0);
    let later = Day { day: 24, ..day };
    assert_eq!(found(&HistoryFilter { from: Some(later), ..any.clone() }), 0);
    assert_eq!(found(&HistoryFilter { to: Some(day), ..any }), anna.file.log().len());
}

#[test]
fn what_others_have_built_on_is_told_with_whom() {
    let (mut anna, mut bo) = two();
    let group = anna.set(TITLE, "Alfa til Gamma");
    assert_eq!(anna.file.built_on(&group), []);
    bo.receive(&anna);
    let by = bo.set(TITLE, "Alfa til Delta").remove(0).id;
    anna.receive(&bo);
    let told = anna.file.built_on(&group);
    assert_eq!((told[0].field, told[0].by.as_slice()), (TITLE, [by].as_slice()));
}

#[test]
fn a_choice_in_a_conflict_is_known_as_one() {
    let (mut anna, mut bo) = two();
    let plain = anna.set(TITLE, "Alfa til Gamma").remove(0);
    bo.set(TITLE, "Alfa til Delta");
    anna.receive(&bo);
    let choice = anna.set(TITLE, "Alfa til Gamma").remove(0);
    let later = anna.set(TITLE, "Alfa til Beta").remove(0);
    let settled = [plain, choice, later].map(|event| anna.file.settled_conflict(&event));
    assert_eq!(settled, [false, true, false]);
}

#[test]
fn taking_back_and_again_restores_unless_another_wrote_meanwhile() {
    let (mut anna, mut bo) = two();
    let group = anna.set(TITLE, "Alfa til Gamma");
    let take_back = |desk: &mut Desk, events: &[Event]| {
        let (changes, _) = desk.file.undo(events);
        desk.now += 1_000;
        desk.file.write(&mut desk.pen, desk.now, changes)
    };
    let undone = take_back(&mut anna, &group);
    let redone = take_back(&mut anna, &undone);
    assert_eq!(anna.title(), "Alfa til Gamma");
    let undone = take_back(&mut anna, &redone);
    assert_eq!(anna.title(), "Alfa til Beta");
    bo.receive(&anna);
    let by = bo.set(TITLE, "Alfa til Delta").remove(0).id;
    anna.receive(&bo);
    assert_eq!(anna.file.built_on(&undone)[0].by, [by]);
    assert_eq!(take_back(&mut anna, &undone), []);
    assert_eq!(anna.title(), "Alfa til Delta");
}

#[test]
fn a_merge_is_taken_back_but_for_what_was_built_on_it() {
    let (mut anna, mut bo) = two();
    bo.set(TITLE, "Alfa til Gamma");
    let route = bo.add_route("Rute 1");
    let other = bo.add_route("Rute 2");
    let added = anna.file.merge(bo.file.log().events().cloned()).added;
    anna.set(Field::Route(other, RouteField::Handling), Handling::Close);
    let (changes, left) = anna.file.undo_merge(&added);
    let fields: Vec<Field> = left.iter().map(|it| it.field).collect();
    assert_eq!(fields, [exists(other)]);
    anna.now += 1_000;
    let group = anna.file.write(&mut anna.pen, anna.now, changes);
    assert_eq!(anna.title(), "Alfa til Beta");
    let listed: Vec<Id> = anna.file.case().list_routes().iter().map(|(id, _)| *id).collect();
    assert_eq!(listed, [other], "not {route}");
    assert!(group.iter().all(|event| event.batch == group[0].batch), "one step");
    // And that step can be taken back like any other.
    let (changes, _) = anna.file.undo(&group);
    anna.file.write(&mut anna.pen, anna.now + 1_000, changes);
    assert_eq!((anna.title(), anna.file.case().list_routes().len()), ("Alfa til Gamma", 2));
}
