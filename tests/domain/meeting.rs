//! What a meeting is for and what it leaves behind: the decisions wanted, and what was settled since.

use udskift_it_system::domain::case::*;
use udskift_it_system::domain::guidance::*;
use udskift_it_system::domain::meeting::*;
use udskift_it_system::domain::merging::{Page, Seen};
use udskift_it_system::domain::process::{Activity, Answer, Gateway, Process, Role};
use udskift_it_system::domain::time::{Day, LocalTime};

use super::builder::two;
use super::player::*;

fn wanted(p: &Player) -> Vec<Wanted> {
    wanted_decisions(&p.file, &p.guide())
}

fn matters(p: &Player) -> Vec<Matter> {
    wanted(p).into_iter().map(|it| it.matter).collect()
}

#[test]
fn a_new_case_wants_no_decision_of_the_process() {
    assert_eq!(matters(&Player::new()), []);
}

#[test]
fn every_open_question_of_a_route_is_wanted_in_the_overviews_order() {
    let (mut p, ids) = Player::with_lines(&[Line::replace(SFTP, SFTP), Line::close(SFTP)]);
    p.route(ids[1], RouteField::Handling, Value::Nothing);
    p.route(ids[0], RouteField::Closer, Value::Nothing);
    p.route(ids[0], RouteField::Side(Side::Old, SideField::Active), Value::Nothing);
    let expected = [
        Matter::Route(ids[0], Question::Active),
        Matter::Route(ids[0], Question::Closer),
        Matter::Route(ids[1], Question::Handling),
    ];
    assert_eq!(matters(&p), expected);
    assert!(wanted(&p).iter().all(|it| it.by == Some(Role::SystemManager)));
}

#[test]
fn choosing_an_option_of_each_decision_leaves_none_wanted() {
    let (mut p, ids) = Player::with_lines(&[Line::replace(SFTP, WEBSERVICE); 3]);
    for id in &ids {
        for side in [Side::Old, Side::New] {
            p.route(*id, RouteField::Side(side, SideField::Type), Value::Nothing);
            p.route(*id, RouteField::Side(side, SideField::Addressing), Value::Nothing);
        }
        p.route(*id, RouteField::Handling, Value::Nothing);
    }
    let mut rounds = 0;
    while let Some(it) = wanted(&p).first() {
        p.set(it.matter.field().unwrap(), it.options[0].clone());
        rounds += 1;
        assert!(rounds < 30, "{it:?} is asked again");
    }
    assert!(p.guide().routes.values().all(RouteDecision::is_decided));
}

#[test]
fn what_the_new_side_takes_over_is_asked_once() {
    let (mut p, ids) = Player::with_lines(&[Line::replace(SFTP, SFTP)]);
    for side in [Side::Old, Side::New] {
        p.route(ids[0], RouteField::Side(side, SideField::Type), Value::Nothing);
    }
    assert_eq!(matters(&p), [Matter::Route(ids[0], Question::Type(Side::Old))]);
}

#[test]
fn a_conflict_comes_first_with_its_values_and_is_settled_by_one_of_them() {
    let (mut mine, mut theirs) = two();
    let field = Field::Case(CaseField::OrderId);
    mine.set(field, "B-1");
    theirs.set(field, "B-2");
    mine.receive(&theirs);
    let guidance = guide(&Process::UDSKIFT_IT_SYSTEM, mine.file.case());
    let list = wanted_decisions(&mine.file, &guidance);
    assert_eq!((list[0].matter.field(), list[0].by), (Some(field), None));
    let mut values = list[0].options.clone();
    values.sort();
    assert_eq!(values, [Value::from("B-1"), Value::from("B-2")]);
}

#[test]
fn delegated_orders_with_the_same_candidates_are_one_question_of_who_signs() {
    let line = Line::close(SFTP.not_party());
    let (p, ids) = Player::with_lines(&[line, Line::establish(SFTP.not_party()), line]);
    let orders = |it: &Wanted| match &it.matter {
        Matter::Signer(orders) => orders.clone(),
        other => panic!("{other:?}"),
    };
    let found: Vec<_> = wanted(&p).iter().map(orders).collect();
    let close = |place: usize| (ids[place], OrderKind::Close);
    assert_eq!(found, [vec![close(0), close(2)], vec![(ids[1], OrderKind::Establish)]]);
    let involved = Value::Link(p.involved);
    assert!(wanted(&p).iter().all(|it| it.options.contains(&involved)));
}

#[test]
fn the_window_is_wanted_from_when_it_is_to_be_agreed_until_it_is() {
    let (mut p, _) = Player::with_lines(&[Line::establish(SFTP)]);
    p.until_overview();
    assert!(!matters(&p).contains(&Matter::Window(1)));
    p.does(Activity::U13, CASE);
    p.prepares(None);
    p.does(Activity::U15, CASE);
    assert_eq!(matters(&p), [Matter::Window(1)]);
    assert_eq!(wanted(&p)[0].matter.written().len(), 2);
    p.window(1, "2026-12-01T20:00", "2026-12-02T04:00");
    assert_eq!(matters(&p), []);
    p.do_all(&[Activity::U16, Activity::U17], FIRST);
    assert_eq!(matters(&p), [Matter::Answer(Gateway::CarryOut, FIRST)]);
    let options = &wanted(&p)[0].options;
    assert_eq!(*options, [Value::from(Answer::Go), Value::from(Answer::Postpone)]);
}

#[test]
fn no_finding_is_told_twice() {
    let (mut p, ids) = Player::with_lines(&[Line::replace(SFTP, SFTP.not_party())]);
    p.route(ids[0], RouteField::Closer, Value::Nothing);
    let guidance = p.guide();
    let kinds: Vec<_> = findings_beside(&guidance).iter().map(|it| it.kind.clone()).collect();
    assert!(!kinds.contains(&FindingKind::SignerUnclear), "{kinds:?}");
    assert!(!kinds.contains(&FindingKind::NobodyCloses), "{kinds:?}");
    assert!(kinds.iter().any(|kind| matches!(kind, FindingKind::RoleWithoutPerson(_))));
}

#[test]
fn minutes_tell_what_was_decided_and_done_and_count_the_rest() {
    let (mut p, ids) = Player::with_lines(&[Line::replace(SFTP, SFTP)]);
    p.until_overview();
    let begins = p.file.log().events().map(|event| event.at).max().unwrap() + 1;
    p.set(Field::Case(CaseField::OrderId), "BEST-1");
    p.does(Activity::U13, CASE);
    p.route(ids[0], RouteField::Closer, Closer::OldOperations);
    p.window(1, "2026-12-01T20:00", "2026-12-02T04:00");
    let found = minutes(&p.file, begins, None);
    let field = |noted: &Noted| p.file.log().get(noted.event).unwrap().field;
    let decided: Vec<Field> = found.decided.iter().map(field).collect();
    let expected = [
        Field::Route(ids[0], RouteField::Closer),
        Field::Attempt(1, AttemptField::WindowStart),
        Field::Attempt(1, AttemptField::WindowEnd),
    ];
    assert_eq!(decided, expected);
    let key = MarkKey::new(Activity::U13, CASE, Role::SystemManager);
    let done: Vec<Field> = found.done.iter().map(field).collect();
    assert_eq!(done, [Field::Done(key, MarkField::State)]);
    assert_eq!(found.others, [(Page::Facts, 1)]);
}

#[test]
fn what_was_taken_back_is_not_told() {
    let (mut p, ids) = Player::with_lines(&[Line::replace(SFTP, SFTP)]);
    let known = Seen::of(&p.file, &[]);
    p.route(ids[0], RouteField::Closer, Closer::OldOperations);
    p.route(ids[0], RouteField::Closer, Closer::NewOperations);
    assert!(minutes(&p.file, 0, Some(&known)).is_empty());
}

#[test]
fn a_decision_names_who_decided_it_and_why() {
    let (mut p, _) = Player::with_lines(&[Line::establish(SFTP)]);
    p.until_decision();
    p.answers(Gateway::CarryOut, FIRST, Answer::Postpone);
    for (field, text) in [(DecisionField::By, "Styregruppen"), (DecisionField::Note, "For tidligt")]
    {
        p.set(Field::Decision(Gateway::CarryOut, FIRST, field), text);
    }
    let found = minutes(&p.file, 0, None).decided;
    let noted = found.last().unwrap();
    assert_eq!((noted.by.as_str(), noted.note.as_str()), ("Styregruppen", "For tidligt"));
}

#[test]
fn the_dates_ahead_are_those_of_the_window_until_it_is_over() {
    let (mut p, _) = Player::with_lines(&[Line::establish(SFTP)]);
    p.window(1, "2026-12-01T20:00", "2026-12-02T04:00");
    let coming = |p: &Player| -> Vec<Coming> {
        upcoming(p.file.case(), &p.guide()).into_iter().map(|(_, it)| it).collect()
    };
    assert_eq!(coming(&p), [Coming::WindowStart(1), Coming::WindowEnd(1)]);
    let start = LocalTime::parse("2026-12-01T20:00").unwrap();
    assert_eq!(upcoming(p.file.case(), &p.guide())[0].0, When::At(start));
    p.until_decision();
    p.answers(Gateway::CarryOut, FIRST, Answer::Go);
    p.do_all(&[Activity::G1, Activity::G2], FIRST);
    assert_eq!(coming(&p), [Coming::WindowEnd(1)]);
}

/// The agenda's points, by what they are.
fn points(p: &Player) -> Vec<(PointKey, Point)> {
    agenda(&p.file, &p.guide())
}

#[test]
fn the_agenda_has_the_decisions_in_the_order_of_the_paper_and_then_what_is_wrong() {
    let (mut p, ids) = Player::with_lines(&[Line::replace(SFTP, SFTP.not_party()), Line::keep()]);
    p.route(ids[1], RouteField::Handling, Value::Nothing);
    let points = points(&p);
    let decided = wanted(&p).len();
    assert!(decided > 0 && points.len() > decided);
    let first: Vec<_> = points[..decided].iter().map(|(_, point)| point.clone()).collect();
    assert_eq!(first, wanted(&p).into_iter().map(Point::Decide).collect::<Vec<_>>());
    assert!(points[decided..].iter().all(|(_, point)| matches!(point, Point::Look(_))));
    let keys: std::collections::BTreeSet<_> = points.iter().map(|(key, _)| key.clone()).collect();
    assert_eq!(keys.len(), points.len(), "no two points are one");
}

#[test]
fn what_is_settled_at_a_meeting_is_told_with_who_decided() {
    let (mut p, ids) = Player::with_lines(&[Line::keep()]);
    p.route(ids[0], RouteField::Handling, Value::Nothing);
    p.set(Field::Meeting(1, MeetingField::Started), LocalTime::parse("2026-11-24T10:00"));
    let began = p.file.case().last_meeting().and_then(|(_, it)| it.began.clone()).expect("begun");
    let (_, point) = points(&p).remove(0);
    let Point::Decide(wanted) = &point else { panic!("{point:?}") };
    assert_eq!(wanted.matter, Matter::Route(ids[0], Question::Handling));
    p.write(wanted.settle(&Value::from(Handling::Keep), "Mette Holm", 1));
    assert_eq!(p.file.case().routes[&ids[0]].handling, Some(Handling::Keep));
    let minutes = minutes(&p.file, began.at, None);
    let told: Vec<_> = minutes.decided.iter().map(|noted| noted.by.as_str()).collect();
    assert_eq!(told, ["Mette Holm"]);
    assert_eq!(minutes.others, [], "who decided is no change of its own");
}

#[test]
fn what_is_put_off_is_still_on_the_agenda_and_is_told_with_its_day() {
    let (mut p, ids) = Player::with_lines(&[Line::keep()]);
    p.route(ids[0], RouteField::Handling, Value::Nothing);
    let (key, point) = points(&p).remove(0);
    let day = Day::parse("2026-12-03").expect("a day");
    p.write(point.put_off(day));
    assert_eq!(p.file.case().due.get(&Topic::Route(ids[0])), Some(&day));
    assert_eq!(points(&p)[0].0, key);
    assert_eq!(minutes(&p.file, 0, None).put_off, vec![(Topic::Route(ids[0]), day)]);
    p.write(point.put_off(Value::Nothing));
    assert!(p.file.case().due.is_empty());
}

#[test]
fn planned_steps_and_frister_are_among_the_dates_ahead_until_they_are_met() {
    let (mut p, ids) = Player::with_lines(&[Line::replace(SFTP.implicit(), SFTP.implicit())]);
    p.window(1, "2026-12-01T20:00", "2026-12-02T04:00");
    p.set(Field::Planned(1, Activity::G3), LocalTime::parse("2026-12-01T21:00"));
    let day = |day| Day::new(2026, 12, day);
    let u1 = Topic::Activity(Activity::U1, CASE);
    let carry_out = Topic::Gateway(Gateway::CarryOut, FIRST);
    p.set(Field::Due(u1), day(1));
    p.set(Field::Due(carry_out), day(3));
    // What is decided, and what is not there, is not due.
    p.set(Field::Due(Topic::Route(ids[0])), day(1));
    p.set(Field::Due(Topic::Activity(Activity::G1, Scope::Attempt(9))), day(1));
    let coming = |p: &Player| -> Vec<Coming> {
        upcoming(p.file.case(), &p.guide()).into_iter().map(|(_, it)| it).collect()
    };
    let window = [Coming::WindowStart(1), Coming::Planned(1, Activity::G3), Coming::WindowEnd(1)];
    let mut all = vec![Coming::Due(u1)];
    all.extend(window);
    all.push(Coming::Due(carry_out));
    assert_eq!(coming(&p), all);
    p.until_decision();
    assert_eq!(coming(&p)[0], Coming::WindowStart(1), "pkt. 1 is done");
    p.answers(Gateway::CarryOut, FIRST, Answer::Go);
    assert_eq!(coming(&p), window);
    p.do_all(&[Activity::G1, Activity::G2, Activity::G3], FIRST);
    assert_eq!(coming(&p), [Coming::WindowEnd(1)]);
}
