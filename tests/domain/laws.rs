//! The laws of the case: any order of events gives the same case, nothing is lost, and every conflict is real.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use udskift_it_system::domain::case::{
    CaseFile, EntityKind, Event, Field, Handling, Id, MarkField, MarkKey, MarkState, RouteField,
    Scope, Value,
};
use udskift_it_system::domain::process::{Activity, Role};

use crate::builder::{Desk, NOTE, TITLE, exchange, exists, route_name, two};
use crate::samples::events;

/// One thing done at one of three desks.
#[derive(Clone, Debug)]
pub enum Step {
    /// Sets one of a few fields to one of a few values.
    Set { desk: usize, field: usize, value: usize },
    /// Adds a route.
    Add { desk: usize },
    /// Removes or brings back one of the routes the desk knows.
    Exist { desk: usize, route: usize, here: bool },
    /// One mails the file to another.
    Mail { from: usize, to: usize },
}

const DESKS: usize = 3;

pub fn step() -> impl Strategy<Value = Step> {
    let desk = 0..DESKS;
    prop_oneof![
        6 => (desk.clone(), 0..8usize, 0..3usize)
            .prop_map(|(desk, field, value)| Step::Set { desk, field, value }),
        1 => desk.clone().prop_map(|desk| Step::Add { desk }),
        2 => (desk.clone(), 0..4usize, any::<bool>())
            .prop_map(|(desk, route, here)| Step::Exist { desk, route, here }),
        3 => (desk.clone(), desk).prop_map(|(from, to)| Step::Mail { from, to }),
    ]
}

/// What happened: the desks, and for each event all that its writer had seen.
pub struct Story {
    pub desks: Vec<Desk>,
    written: Vec<Event>,
    seen: BTreeMap<Id, BTreeSet<Id>>,
}

pub fn play(steps: &[Step]) -> Story {
    let mut desks: Vec<Desk> = ["Anna", "Bo", "Carl"]
        .iter()
        .zip(1..)
        .map(|(name, number)| Desk::new(number, name))
        .collect();
    let mut written = Vec::new();
    let mut seen = BTreeMap::new();
    for step in steps {
        let (at, changes) = match *step {
            Step::Mail { from, to } => {
                let sender = desks[from].clone();
                desks[to].receive(&sender);
                continue;
            }
            Step::Add { desk } => {
                let id = desks[desk].pen.next_id();
                (desk, Some((exists(id), Value::Flag(true))))
            }
            Step::Exist { desk, route, here } => {
                let change = |id| (exists(id), Value::Flag(here));
                (desk, known_route(&desks[desk], route).map(change))
            }
            Step::Set { desk, field, value } => (desk, change(&desks[desk], field, value)),
        };
        let desk = &mut desks[at];
        let before: BTreeSet<Id> = desk.file.log().events().map(|event| event.id).collect();
        if let Some((field, value)) = changes {
            for event in desk.set(field, value) {
                seen.insert(event.id, before.clone());
                written.push(event);
            }
        }
    }
    Story { desks, written, seen }
}

fn known_route(desk: &Desk, index: usize) -> Option<Id> {
    desk.file.case().routes.keys().nth(index).copied()
}

fn change(desk: &Desk, field: usize, value: usize) -> Option<(Field, Value)> {
    let text = Value::from(["Alfa", "Beta", ""][value]);
    let handling = Value::from([Handling::Replace, Handling::Close, Handling::Keep][value]);
    let state =
        [Value::from(MarkState::Done), MarkState::Skipped.into(), Value::Nothing][value].clone();
    let mark =
        |activity, scope, role| Field::Done(MarkKey::new(activity, scope, role), MarkField::State);
    let route = |index| known_route(desk, index);
    Some(match field {
        0 => (TITLE, text),
        1 => (NOTE, text),
        2 => (route_name(route(0)?), text),
        3 => (route_name(route(1)?), text),
        4 => (Field::Route(route(0)?, RouteField::Handling), handling),
        5 => (mark(Activity::U1, Scope::Case, Role::SystemManager), state),
        6 => (mark(Activity::F2, Scope::Route(route(0)?), Role::NewOperations), state),
        // The same completion by another role: nobody's overwrites the other's.
        _ => (mark(Activity::F2, Scope::Route(route(0)?), Role::OldOperations), state),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_order_gives_the_same_case(
        steps in prop::collection::vec(step(), 0..40), keys in prop::collection::vec(any::<u32>(), 120)
    ) {
        let story = play(&steps);
        let (file, _) = CaseFile::from_events(story.written.clone());
        let mut keyed: Vec<_> = keys.into_iter().zip(story.written.clone()).collect();
        keyed.sort_by_key(|(key, _)| *key);
        let (shuffled, _) = CaseFile::from_events(keyed.into_iter().map(|(_, event)| event));
        prop_assert_eq!(&shuffled, &file);
        prop_assert_eq!(conflicts(&shuffled), conflicts(&file));
    }

    /// Also of events that nobody's app wrote so: what a file holds is not ours to trust.
    #[test]
    fn any_order_of_any_events_gives_the_same_case(
        events in events(60), more in events(60), keys in prop::collection::vec(any::<u32>(), 120)
    ) {
        let events: BTreeMap<Id, Event> = more.into_iter().chain(events).map(|e| (e.id, e)).collect();
        let mut keyed: Vec<_> = keys.into_iter().zip(events.values().cloned()).collect();
        keyed.sort_by_key(|(key, _)| *key);
        let (file, _) = CaseFile::from_events(events.into_values());
        let (shuffled, _) = CaseFile::from_events(keyed.into_iter().map(|(_, event)| event));
        prop_assert_eq!(&shuffled, &file);
    }

    #[test]
    fn merging_is_set_union(steps in prop::collection::vec(step(), 0..40)) {
        let Story { desks, written, .. } = play(&steps);
        let [a, b, c] = [&desks[0], &desks[1], &desks[2]].map(|desk| &desk.file);
        prop_assert_eq!(&merge(a, b), &merge(b, a));
        prop_assert_eq!(&merge(&merge(a, b), c), &merge(a, &merge(b, c)));
        prop_assert_eq!(&merge(a, a), a);
        let all = merge(&merge(a, b), c);
        prop_assert_eq!(&merge(&all, b), &all);
        // Nothing is lost, and nothing is made up.
        let here: BTreeSet<Id> = all.log().events().map(|event| event.id).collect();
        prop_assert_eq!(here, written.iter().map(|event| event.id).collect::<BTreeSet<_>>());
    }

    #[test]
    fn every_conflict_is_real_and_everyone_sees_the_same(steps in prop::collection::vec(step(), 0..60)) {
        let mut story = play(&steps);
        let everyone = story.desks.clone();
        for desk in &mut story.desks {
            everyone.iter().for_each(|other| desk.receive(other));
        }
        for desk in &story.desks {
            prop_assert_eq!(&desk.file, &story.desks[0].file);
        }
        let file = &story.desks[0].file;
        let fields: BTreeSet<Field> = story.written.iter().map(|event| event.field).collect();
        for field in fields {
            let heads: Vec<Id> = file.log().heads(field).iter().map(|event| event.id).collect();
            prop_assert_eq!(&heads, &story.heads(field), "what stands in {}", field);
            let rivals = file.log().conflict(field);
            let rivals: Option<BTreeSet<Id>> =
                rivals.map(|conflict| conflict.heads.iter().map(|event| event.id).collect());
            prop_assert_eq!(rivals, story.conflict(field), "the conflict in {}", field);
        }
        let title = story.heads(TITLE).first().map(|id| story.event(*id).value.clone());
        let title = title.unwrap_or(Value::Nothing);
        prop_assert_eq!(Value::from(file.case().title.as_str()), title);
    }

    #[test]
    fn a_conflict_ends_when_someone_chooses(steps in prop::collection::vec(step(), 0..40)) {
        let mut story = play(&steps);
        let others = story.desks.clone();
        let desk = &mut story.desks[0];
        others.iter().for_each(|other| desk.receive(other));
        let open: Vec<(Field, Value)> = desk
            .file
            .conflicts()
            .map(|conflict| (conflict.field, conflict.heads.last().map(|e| e.value.clone())))
            .map(|(field, value)| match (field, value) {
                // The last rival of a removal may be an edit: to keep what was edited is to bring it back.
                (Field::Exists(..), _) => (field, Value::Flag(true)),
                (_, value) => (field, value.unwrap_or(Value::Nothing)),
            })
            .collect();
        let mut twin = Desk::new(9, "Dorte");
        twin.receive(desk);
        for (field, value) in &open {
            desk.set(*field, value.clone());
            prop_assert!(!desk.file.is_in_conflict(*field), "{} is settled", field);
            prop_assert_eq!(&desk.standing(*field), &vec![value.clone()]);
            twin.set(*field, value.clone());
        }
        prop_assert_eq!(desk.conflicts(), 0);
        // Two who choose alike agree.
        exchange(desk, &mut twin);
        prop_assert_eq!(desk.conflicts(), 0);
        prop_assert_eq!(&desk.file, &twin.file);
    }
}

/// A model that knows, for each event, all that its writer had seen: slower than the log, and thought out apart from it.
impl Story {
    fn event(&self, id: Id) -> &Event {
        self.written.iter().find(|event| event.id == id).expect("written")
    }

    /// The events of a field that no later writer of it had seen, newest first.
    fn heads(&self, field: Field) -> Vec<Id> {
        let of_field: Vec<&Event> = self.written.iter().filter(|e| e.field == field).collect();
        let seen_by_another =
            |event: &&Event| of_field.iter().any(|other| self.seen[&other.id].contains(&event.id));
        let mut heads: Vec<&Event> =
            of_field.iter().copied().filter(|event| !seen_by_another(event)).collect();
        heads.sort_by_key(|event| std::cmp::Reverse((event.clock, event.id)));
        heads.into_iter().map(|event| event.id).collect()
    }

    fn conflict(&self, field: Field) -> Option<BTreeSet<Id>> {
        let mut rivals: BTreeSet<Id> = self.heads(field).into_iter().collect();
        let values: Vec<&Value> = rivals.iter().map(|id| &self.event(*id).value).collect();
        let mut disputed = values.windows(2).any(|pair| pair[0] != pair[1]);
        if let (Field::Exists(EntityKind::Route, route), true) =
            (field, values.contains(&&Value::Flag(false)))
        {
            let fields: BTreeSet<Field> = self.written.iter().map(|event| event.field).collect();
            let edits = fields.into_iter().filter(|f| *f != field && f.entity() == Some(route));
            let unseen: Vec<Id> = edits
                .flat_map(|field| self.heads(field))
                .filter(|edit| !self.heads(field).iter().any(|head| self.seen[head].contains(edit)))
                .collect();
            disputed |= !unseen.is_empty();
            rivals.extend(unseen);
        }
        disputed.then_some(rivals)
    }
}

fn merge(one: &CaseFile, other: &CaseFile) -> CaseFile {
    let mut merged = one.clone();
    merged.merge(other.log().events().cloned());
    merged
}

fn conflicts(file: &CaseFile) -> Vec<(Field, Vec<Id>)> {
    let ids = |heads: &[&Event]| heads.iter().map(|event| event.id).collect();
    file.conflicts().map(|conflict| (conflict.field, ids(&conflict.heads))).collect()
}

#[test]
fn the_newest_of_two_rivals_stands() {
    let (mut anna, mut bo) = two();
    // Bo has written more since, so his title is the newer one.
    bo.set(NOTE, "Møde torsdag");
    anna.set(TITLE, "Alfa til Gamma");
    bo.set(TITLE, "Alfa til Delta");
    exchange(&mut anna, &mut bo);
    for desk in [&anna, &bo] {
        assert_eq!(desk.title(), "Alfa til Delta");
        assert_eq!(desk.standing(TITLE), ["Alfa til Delta".into(), "Alfa til Gamma".into()]);
        assert_eq!(desk.conflicts(), 1);
    }
}

#[test]
fn equally_new_rivals_stand_in_the_same_order_everywhere() {
    let (mut anna, mut bo) = two();
    anna.set(TITLE, "Alfa til Gamma");
    bo.set(TITLE, "Alfa til Delta");
    exchange(&mut anna, &mut bo);
    // The higher writer's number decides; what matters is that it decides alike.
    assert_eq!((anna.title(), bo.title()), ("Alfa til Delta", "Alfa til Delta"));
}

#[test]
fn what_was_written_in_knowledge_of_the_other_is_no_conflict() {
    let (mut anna, mut bo) = two();
    anna.set(TITLE, "Alfa til Gamma");
    bo.receive(&anna);
    bo.set(TITLE, "Alfa til Delta");
    exchange(&mut anna, &mut bo);
    assert_eq!((anna.title(), anna.conflicts()), ("Alfa til Delta", 0));
}

#[test]
fn the_same_value_twice_is_no_conflict() {
    let (mut anna, mut bo) = two();
    anna.set(TITLE, "Alfa til Gamma");
    bo.set(TITLE, "Alfa til Gamma");
    exchange(&mut anna, &mut bo);
    assert_eq!((anna.title(), anna.conflicts()), ("Alfa til Gamma", 0));
}

#[test]
fn what_stands_already_is_not_written_again() {
    let (mut anna, _) = two();
    assert!(anna.set(TITLE, "Alfa til Beta").is_empty());
    assert!(anna.set(NOTE, "").is_empty());
    assert_eq!(anna.set(TITLE, "").len(), 1);
    assert_eq!(anna.title(), "");
}

#[test]
fn an_earlier_clock_on_the_wall_does_not_decide() {
    let (mut anna, mut bo) = two();
    bo.now -= 365 * 86_400_000;
    anna.set(TITLE, "Alfa til Gamma");
    bo.receive(&anna);
    bo.set(TITLE, "Alfa til Delta");
    anna.receive(&bo);
    assert_eq!(anna.title(), "Alfa til Delta");
}

#[test]
fn events_that_claim_to_know_each_other_leave_the_same_case_in_any_order() {
    let (mut anna, mut bo) = two();
    let mut first = anna.set(TITLE, "Alfa til Gamma").remove(0);
    let mut second = bo.set(TITLE, "Alfa til Delta").remove(0);
    first.knew.push(second.id);
    second.knew.push(first.id);
    let (one, _) = CaseFile::from_events([first.clone(), second.clone()]);
    let (other, _) = CaseFile::from_events([second, first]);
    assert_eq!(one, other);
    assert_ne!(one.case().title, "");
}

#[test]
fn lists_are_in_the_order_of_creation_whoever_created() {
    let (mut anna, mut bo) = two();
    bo.add_route("Rute 1");
    anna.receive(&bo);
    anna.add_route("Rute 2");
    bo.receive(&anna);
    bo.add_route("Rute 3");
    anna.receive(&bo);
    let names = anna.file.case().list_routes().into_iter().map(|(_, route)| route.name.as_str());
    assert_eq!(names.collect::<Vec<_>>(), ["Rute 1", "Rute 2", "Rute 3"]);
}

#[test]
fn another_event_with_a_known_number_is_refused_and_told() {
    let (anna, mut bo) = two();
    let mut forged = anna.file.log().events().next().expect("one").clone();
    forged.value = "Forfalsket".into();
    let merged = bo.file.merge([forged.clone()]);
    assert_eq!(merged.clashes, [forged.id]);
    assert_eq!(bo.title(), "Alfa til Beta");
}
