//! One old route replaced by several new ones, and several by one: the orders are counted once each.

use proptest::prelude::*;
use udskift_it_system::domain::case::{
    Addressing, CaseField, Closer, End, EntityKind, Field, Handling, Id, OrderKind, RouteField,
    RouteType, Side, SideField, SystemField, Value,
};
use udskift_it_system::domain::guidance::{
    FindingKind, Guidance, another_new, execution_plan, group_of, guide, part_from,
    replace_together, replaced_together,
};
use udskift_it_system::domain::process::Process;

use crate::builder::{Desk, exchange, two};

/// A desk with an old and a new system, and lines of the old one's routes to a register.
fn desk(lines: &[&str]) -> (Desk, Vec<Id>) {
    let mut desk = Desk::new(1, "Anna");
    let [old, new, register] = ["Gammelt", "Nyt", "Register"].map(|name| {
        let id = desk.add(EntityKind::System);
        desk.set(Field::System(id, SystemField::Name), name);
        id
    });
    desk.set(Field::Case(CaseField::OldSystem), old);
    desk.set(Field::Case(CaseField::NewSystem), new);
    let side = |field| RouteField::Side(Side::Old, field);
    let ids = lines.iter().map(|name| {
        let line = desk.add_route(name);
        for (field, value) in [
            (RouteField::Handling, Handling::Replace.into()),
            (RouteField::Closer, Closer::NewOperations.into()),
            (RouteField::Reference, Value::text(format!("sp-{name}"))),
            (side(SideField::Type), RouteType::Webservice.into()),
            (side(SideField::System(End::From)), Value::Link(old)),
            (side(SideField::System(End::To)), Value::Link(register)),
            (side(SideField::Addressing), Addressing::Explicit.into()),
            (side(SideField::Active), Value::Flag(true)),
        ] {
            desk.set(Field::Route(line, field), value);
        }
        line
    });
    let ids = ids.collect();
    (desk, ids)
}

fn write(desk: &mut Desk, changes: Vec<(Field, Value)>) {
    desk.now += 20_000;
    desk.file.write(&mut desk.pen, desk.now, changes);
}

fn guided(desk: &Desk) -> Guidance {
    guide(&Process::UDSKIFT_IT_SYSTEM, desk.file.case())
}

fn orders(desk: &Desk) -> Vec<(Id, OrderKind)> {
    let plan = execution_plan(desk.file.case(), &guided(desk));
    let phases = plan.phases.iter().flat_map(|phase| &phase.orders).chain(&plan.open);
    phases.map(|planned| (planned.route, planned.kind)).collect()
}

fn add_new(desk: &mut Desk, line: Id, name: &str) -> Id {
    let facts = another_new(desk.file.case(), line, name).into_iter();
    let facts = |new| facts.map(|(field, value)| (Field::Route(new, field), value)).collect();
    desk.now += 20_000;
    desk.file.create(&mut desk.pen, desk.now, EntityKind::Route, facts).0
}

#[test]
fn one_old_route_has_one_close_order_and_each_of_its_new_ones_one_to_establish() {
    let (mut desk, lines) = desk(&["R1"]);
    let second = add_new(&mut desk, lines[0], "R1 b");
    let third = add_new(&mut desk, lines[0], "R1 c");
    let establish = |id| (id, OrderKind::Establish);
    let mut found = orders(&desk);
    found.sort();
    let mut wanted = vec![
        (lines[0], OrderKind::Close),
        establish(lines[0]),
        establish(second),
        establish(third),
    ];
    wanted.sort();
    assert_eq!(found, wanted);
    let tally = guided(&desk).tally;
    assert_eq!((tally.to_close, tally.to_establish), (1, 3));
    assert_eq!(group_of(desk.file.case(), third), [lines[0], second, third]);
}

#[test]
fn what_carries_over_to_one_more_new_route_is_who_talks_to_whom_and_how() {
    let (mut desk, lines) = desk(&["R1"]);
    let second = add_new(&mut desk, lines[0], "R1 b");
    let case = desk.file.case();
    let (old, new) = (&case.routes[&lines[0]].old, &case.routes[&second].new);
    assert_eq!(new.from, case.new_system, "the new system is in the old one's place");
    assert_eq!((new.to, new.kind, new.addressing), (old.to, old.kind, old.addressing));
    assert_eq!(new.active, None);
    assert_eq!(case.routes[&second].reference, "", "SP gives the new route its own identity");
}

#[test]
fn many_old_routes_have_a_close_order_each_and_the_one_new_one_to_establish() {
    let (mut desk, lines) = desk(&["R1", "R2", "R3"]);
    for other in &lines[1..] {
        let changes = replace_together(desk.file.case(), lines[0], *other);
        write(&mut desk, changes);
    }
    let close = |id: &Id| (*id, OrderKind::Close);
    let mut found = orders(&desk);
    found.sort();
    let mut wanted: Vec<_> = lines.iter().map(close).collect();
    wanted.push((lines[0], OrderKind::Establish));
    wanted.sort();
    assert_eq!(found, wanted);
    let tally = guided(&desk).tally;
    assert_eq!((tally.to_close, tally.to_establish), (3, 1));
}

#[test]
fn a_line_with_a_new_route_of_its_own_keeps_it() {
    let (mut desk, lines) = desk(&["R1", "R2"]);
    let field = RouteField::Side(Side::New, SideField::Type);
    desk.set(Field::Route(lines[1], field), RouteType::Sftp);
    let changes = replace_together(desk.file.case(), lines[0], lines[1]);
    write(&mut desk, changes);
    assert_eq!(desk.file.case().routes[&lines[1]].handling, Some(Handling::Replace));
    assert_eq!(orders(&desk).len(), 4);
}

#[test]
fn from_a_line_that_is_only_closed_the_other_has_the_new_route() {
    let (mut desk, lines) = desk(&["R1", "R2", "R3"]);
    desk.set(Field::Route(lines[0], RouteField::Handling), Handling::Close);
    desk.set(Field::Route(lines[2], RouteField::Handling), Value::Nothing);
    for other in &lines[1..] {
        let changes = replace_together(desk.file.case(), lines[0], *other);
        write(&mut desk, changes);
        assert_eq!(desk.file.case().routes[other].handling, Some(Handling::Replace));
    }
}

#[test]
fn what_is_taken_out_leaves_the_others_together() {
    let (mut desk, lines) = desk(&["R1", "R2", "R3"]);
    for other in &lines[1..] {
        let changes = replace_together(desk.file.case(), lines[0], *other);
        write(&mut desk, changes);
    }
    // The others hung together through the first.
    let changes = part_from(desk.file.case(), lines[0]);
    write(&mut desk, changes);
    assert_eq!(group_of(desk.file.case(), lines[0]), []);
    assert_eq!(group_of(desk.file.case(), lines[1]), [lines[1], lines[2]]);
}

#[test]
fn a_removed_line_belongs_to_nothing() {
    let (mut desk, lines) = desk(&["R1", "R2"]);
    let changes = replace_together(desk.file.case(), lines[0], lines[1]);
    write(&mut desk, changes);
    desk.set(Field::Exists(EntityKind::Route, lines[0]), false);
    assert_eq!(replaced_together(desk.file.case()), Vec::<Vec<Id>>::new());
}

#[test]
fn a_group_without_a_new_route_or_without_an_old_one_is_found() {
    let (mut desk, lines) = desk(&["R1", "R2"]);
    let found = |desk: &Desk| {
        let kinds = guided(desk).findings;
        kinds.iter().filter(|finding| finding.kind == FindingKind::ReplacedByNothing).count()
    };
    let changes = replace_together(desk.file.case(), lines[0], lines[1]);
    write(&mut desk, changes);
    assert_eq!(found(&desk), 0);
    desk.set(Field::Route(lines[0], RouteField::Handling), Handling::Close);
    assert_eq!(found(&desk), 1, "two are closed and nothing comes");
    desk.set(Field::Route(lines[0], RouteField::Handling), Handling::Establish);
    assert_eq!(found(&desk), 0, "the one establishes, the other closes");
    desk.set(Field::Route(lines[1], RouteField::Handling), Handling::Keep);
    assert_eq!(found(&desk), 1, "nothing is closed");
}

#[test]
fn two_who_link_the_same_lines_each_their_own_way_agree() {
    let (mut anna, mut bo) = two();
    let (one, other) = (anna.add_route("R1"), anna.add_route("R2"));
    exchange(&mut anna, &mut bo);
    anna.set(Field::Route(one, RouteField::ReplacedWith), other);
    bo.set(Field::Route(other, RouteField::ReplacedWith), one);
    exchange(&mut anna, &mut bo);
    assert_eq!(anna.conflicts(), 0);
    assert_eq!(replaced_together(anna.file.case()), [[one, other]]);
    assert_eq!(anna.file.case(), bo.file.case());
}

proptest! {
    /// However the links go, in circles or to what is removed, every line is in one group at most, with all it is linked to.
    #[test]
    fn groups_part_the_lines(
        links in prop::collection::vec((0usize..7, 0usize..7), 0..10), gone in 0usize..9,
    ) {
        let mut desk = Desk::new(1, "Anna");
        let lines: Vec<Id> = (0..7).map(|_| desk.add(EntityKind::Route)).collect();
        for (one, other) in links {
            desk.set(Field::Route(lines[one], RouteField::ReplacedWith), lines[other]);
        }
        if let Some(line) = lines.get(gone) {
            desk.set(Field::Exists(EntityKind::Route, *line), false);
        }
        let case = desk.file.case();
        let groups = replaced_together(case);
        let mut seen: Vec<Id> = groups.iter().flatten().copied().collect();
        let all = seen.len();
        seen.sort();
        seen.dedup();
        prop_assert_eq!(seen.len(), all);
        for group in &groups {
            prop_assert!(group.len() > 1);
        }
        for (id, line) in &case.routes {
            let with = line.replaced_with.filter(|with| with != id && !line.removed && !case.is_removed(*with));
            if let Some(with) = with {
                prop_assert!(group_of(case, *id).contains(&with));
            }
        }
    }
}
