//! The run book: every route with its action in its step, what was recorded, and the way back in its own order.

use udskift_it_system::domain::case::*;
use udskift_it_system::domain::guidance::*;
use udskift_it_system::domain::process::{Activity, Answer, Gateway, Role};
use udskift_it_system::domain::run_book::*;
use udskift_it_system::domain::time::LocalTime;

use super::player::*;

/// Implicit: closed in G3, set up in G4. Explicit: closed in G10, established before. Closed by FG afterwards.
fn lines() -> [Line; 4] {
    let explicit = SFTP;
    let implicit = SFTP.implicit();
    [
        Line::replace(implicit, implicit),
        Line::replace(explicit, explicit),
        Line::replace(implicit, implicit),
        Line::close(explicit).closed_by_fg(),
    ]
}

fn book(p: &Player) -> RunBook {
    run_book(p.file.case(), &p.guide(), 1)
}

fn step(p: &Player, activity: Activity) -> RunStep {
    book(p).steps().find(|step| step.activity == activity).unwrap().clone()
}

fn routes(p: &Player, activity: Activity) -> Vec<(RunAction, Id)> {
    step(p, activity).routes.iter().map(|route| (route.action, route.route)).collect()
}

#[test]
fn the_steps_stand_in_their_order_with_the_point_of_no_return_before_g10() {
    use Activity::*;
    let book = book(&Player::new());
    let forward: Vec<_> = book.forward.iter().map(|step| step.activity).collect();
    assert_eq!(forward, [G1, G2, G3, G4, G5, G6, G7, G8, G9, G10, G12]);
    assert_eq!(book.back.iter().map(|step| step.activity).collect::<Vec<_>>(), [G11, G12]);
    let no_return: Vec<_> = book.steps().filter(|it| it.no_return).map(|it| it.activity).collect();
    assert_eq!(no_return, [G10]);
}

#[test]
fn every_order_is_in_its_step_or_beside_the_window() {
    for count in [0, 5, 100] {
        let lines: Vec<Line> = lines().into_iter().cycle().take(count).collect();
        let (p, _) = Player::with_lines(&lines);
        let book = book(&p);
        let orders: usize = p.guide().routes.values().map(|decision| decision.orders.len()).sum();
        let in_window: usize = book.forward.iter().map(|step| step.routes.len()).sum();
        assert_eq!(in_window + book.beside.len(), orders);
    }
}

#[test]
fn what_was_done_last_is_undone_first() {
    use RunAction::*;
    let (p, ids) = Player::with_lines(&lines());
    assert_eq!(routes(&p, Activity::G3), [(Close, ids[0]), (Close, ids[2])]);
    assert_eq!(routes(&p, Activity::G4), [(SetUp, ids[0]), (SetUp, ids[2])]);
    assert_eq!(routes(&p, Activity::G10), [(Close, ids[1])]);
    let back = [(TakeDown, ids[2]), (TakeDown, ids[0]), (Restore, ids[2]), (Restore, ids[0])];
    assert_eq!(routes(&p, Activity::G11), back);
}

#[test]
fn what_is_not_done_in_the_window_says_when() {
    let (p, ids) = Player::with_lines(&lines());
    let beside: Vec<_> = book(&p).beside.iter().map(|(at, it)| (*at, it.route)).collect();
    assert_eq!(beside, [(Some(Moment::Preparation), ids[1]), (Some(Moment::AfterChange), ids[3])]);
}

#[test]
fn planned_and_recorded_times_stand_beside_each_other() {
    let (mut p, _) = Player::with_lines(&lines());
    p.window(1, "2026-12-01T20:00", "2026-12-02T04:00");
    let time = LocalTime::parse("2026-12-01T20:00");
    assert_eq!((step(&p, Activity::G2).planned, step(&p, Activity::G2).done), (time, None));
    assert_eq!(step(&p, Activity::G3).planned, None);
    let agreed = LocalTime::parse("2026-12-01T20:15");
    p.set(Field::Planned(1, Activity::G2), agreed);
    p.set(Field::Planned(1, Activity::G3), agreed);
    assert_eq!([Activity::G2, Activity::G3].map(|it| step(&p, it).planned), [agreed; 2]);
    p.set(Field::Planned(1, Activity::G2), Value::Nothing);
    assert_eq!(step(&p, Activity::G2).planned, time, "the window's own start again");
    p.until_decision();
    p.until_receipts(1);
    let (stamp, on) = step(&p, Activity::G2).done.unwrap();
    assert!(stamp.at > 0 && on.is_none());
    assert_eq!(book(&p).next().unwrap().activity, Activity::G5);
}

#[test]
fn a_failed_receipt_is_an_incident_and_stops_the_check() {
    let (mut p, ids) = Player::with_lines(&lines());
    p.until_decision();
    p.until_receipts(1);
    let holds = |p: &Player| {
        let points = book(p).check.into_iter();
        points.filter_map(|point| Some((point.what, point.holds?))).collect::<Vec<_>>()
    };
    assert!(holds(&p).contains(&(CheckWhat::Receipts { due: 4, settled: 4 }, true)));
    p.receipt(ids[0], OrderKind::Establish, 1, ReceiptState::Failed);
    let incidents = book(&p).incidents;
    assert_eq!((incidents[0].route, incidents[0].order), (ids[0], OrderKind::Establish));
    assert!(holds(&p).contains(&(CheckWhat::Receipts { due: 4, settled: 3 }, false)));
    assert!(holds(&p).contains(&(CheckWhat::Incidents(1), false)));
}

#[test]
fn a_step_names_the_people_of_its_role() {
    let mut p = Player::new();
    let person = p.create(EntityKind::Person, |id| {
        vec![(Field::Person(id, PersonField::Role(Role::Helpdesk)), true.into())]
    });
    assert_eq!(step(&p, Activity::G2).people, [person]);
    assert_eq!(step(&p, Activity::G1).people, []);
}

#[test]
fn the_book_of_a_rolled_back_attempt_keeps_what_happened() {
    let (mut p, _) = Player::with_lines(&lines());
    p.until_decision();
    p.until_receipts(1);
    p.ends(1, Answer::No);
    let book = book(&p);
    assert_eq!(book.next(), None);
    assert_eq!(book.outcome, Outcome::RolledBack);
    assert!(book.back.iter().all(|step| step.status == Status::Done));
    assert!(matches!(step(&p, Activity::G10).status, Status::NotApplicable(_)));
    let answer = p.guide().gateway(Gateway::CheckOk, FIRST).unwrap().answer;
    assert_eq!(answer, Some(Answer::No));
}

#[test]
fn after_a_check_that_failed_the_roll_back_is_next_and_then_the_window_closes() {
    let (mut p, _) = Player::with_lines(&lines());
    p.until_decision();
    p.until_receipts(1);
    p.do_all(&[Activity::G5, Activity::G6, Activity::G7, Activity::G8], FIRST);
    let next = |p: &Player| book(p).next().map(|step| step.activity);
    assert_eq!(next(&p), Some(Activity::G9));
    p.answers(Gateway::CheckOk, FIRST, Answer::No);
    assert_eq!(next(&p), Some(Activity::G11));
    p.does(Activity::G11, FIRST);
    assert_eq!(next(&p), Some(Activity::G12));
}
