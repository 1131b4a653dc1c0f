//! What is recorded out of turn, taken back or decided anew: visible, and never erased.

use udskift_it_system::domain::case::*;
use udskift_it_system::domain::guidance::*;
use udskift_it_system::domain::process::{Activity, Answer, Gateway, Role};

use super::player::*;
use Activity::*;

#[test]
fn done_before_its_turn_counts_and_says_why_and_what_lacks() {
    let (mut p, _) = Player::with_lines(&[Line::establish(SFTP)]);
    p.do_all(&[Start, U1, U2], CASE);
    p.does_early(U4, CASE, "Aftalt på møde");
    let step = p.step(U4, CASE);
    assert_eq!(step.status, Status::Done);
    let deviation = step.deviation.unwrap();
    assert_eq!(deviation.reason, "Aftalt på møde");
    let lacks = roles_of(&deviation.lacks);
    assert_eq!(lacks, [(WaitOn::Activity(U3, CASE), vec![Role::NewOperations])]);
    // It counts: what waited for it waits for the rest only.
    assert_eq!(
        p.waits(U7, CASE).iter().map(|w| w.0).collect::<Vec<_>>(),
        [WaitOn::Activity(U6, CASE)]
    );
    // What it lacked comes: it lacks nothing any more, and stays visible.
    p.does(U3, CASE);
    let deviation = p.step(U4, CASE).deviation.unwrap();
    assert_eq!((deviation.reason.as_str(), deviation.lacks), ("Aftalt på møde", vec![]));
}

#[test]
fn what_is_taken_back_shows_what_rested_on_it() {
    let (mut p, _) = Player::with_lines(&[Line::establish(SFTP)]);
    p.until_overview();
    p.does(U13, CASE);
    p.takes_back(U6, CASE);
    assert!(p.is_ready(U6, CASE));
    // U7 was done and stays done; it has lost its basis. What rests on U7 has not.
    let deviation = p.step(U7, CASE).deviation.unwrap();
    assert_eq!(deviation.reason, "");
    assert_eq!(roles_of(&deviation.lacks), [(WaitOn::Activity(U6, CASE), vec![Role::Helpdesk])]);
    assert!(p.is_done(U7, CASE) && p.is_done(U13, CASE));
    assert_eq!(p.step(U8, CASE).deviation, None);
    // Nothing is erased: the log has both, and doing it again mends it.
    let key = MarkKey::new(U6, CASE, Role::Helpdesk);
    let field = Field::Done(key, MarkField::State);
    let written = p.file.log().events().filter(|event| event.field == field).count();
    assert_eq!(written, 2);
    p.does(U6, CASE);
    assert_eq!(p.step(U7, CASE).deviation, None);
}

#[test]
fn a_changed_decision_excludes_what_was_recorded_and_brings_it_back() {
    let (mut p, _) = Player::with_lines(&[Line::replace(SFTP, SFTP)]);
    p.until_decision();
    p.until_receipts(1);
    p.do_all(&[G5, G6, G7, G8], FIRST);
    p.answers(Gateway::CheckOk, FIRST, Answer::Yes);
    p.does(G10, FIRST);
    p.answers(Gateway::CheckOk, FIRST, Answer::No);
    let excluded = |answer| {
        Status::NotApplicable(Excluded::Branch { gateway: Gateway::CheckOk, scope: FIRST, answer })
    };
    assert_eq!(p.status(G10, FIRST), excluded(Answer::No));
    assert!(p.is_ready(G11, FIRST));
    // The record is kept beside the branch.
    assert!(p.step(G10, FIRST).parts[0].done);
    p.answers(Gateway::CheckOk, FIRST, Answer::Yes);
    assert!(p.is_done(G10, FIRST));
    assert_eq!(p.status(G11, FIRST), excluded(Answer::Yes));
}

#[test]
fn postponing_after_all_excludes_the_cutover_and_brings_it_back() {
    let (mut p, _) = Player::with_lines(&[Line::replace(SFTP, SFTP)]);
    p.until_decision();
    p.until_receipts(1);
    p.answers(Gateway::CarryOut, FIRST, Answer::Postpone);
    assert!(matches!(p.status(G2, FIRST), Status::NotApplicable(_)));
    assert_eq!(p.ready(), [U16]);
    p.answers(Gateway::CarryOut, FIRST, Answer::Go);
    assert!(p.is_done(G2, FIRST));
    assert_eq!(p.ready(), [G5]);
    assert_eq!(p.guide().attempts.len(), 1);
}

#[test]
fn an_attempt_after_one_that_is_open_again_has_lost_its_basis() {
    let (mut p, _) = Player::with_lines(&[Line::replace(SFTP, SFTP)]);
    p.until_decision();
    p.answers(Gateway::CarryOut, FIRST, Answer::Postpone);
    p.does(U16, SECOND);
    p.decides(Gateway::CarryOut, FIRST, Value::Nothing);
    assert_eq!(p.guide().current_attempt(), 1);
    assert!(p.is_done(U16, SECOND));
    assert!(!p.step(U16, SECOND).deviation.unwrap().lacks.is_empty());
}

#[test]
fn a_whole_ticked_before_its_parts_shows_the_parts_that_lack() {
    let (mut p, routes) = Player::with_lines(&[Line::replace(SFTP, SFTP)]);
    p.until_overview();
    p.do_all(&[U13, F1], CASE);
    assert_eq!(roles_of(&p.step(U14, CASE).lacks())[0].0, WaitOn::Orders(2));
    p.does_early(U14, CASE, "Bestilt på papir");
    let step = p.step(U14, CASE);
    assert_eq!(step.status, Status::Done);
    assert_eq!(roles_of(&step.deviation.unwrap().lacks)[0].0, WaitOn::Orders(2));
    p.orders(routes[0], OrderKind::Close);
    p.orders(routes[0], OrderKind::Establish);
    p.does(F8, CASE);
    assert_eq!(p.step(U14, CASE).deviation.unwrap().lacks, []);
}

#[test]
fn an_order_placed_before_its_turn_says_what_it_lacks() {
    let (mut p, routes) = Player::with_lines(&[Line::close(SFTP.not_party())]);
    p.until_overview();
    p.orders_anyway(routes[0], OrderKind::Close);
    let lacks = |p: &Player| match p.order_status(routes[0], OrderKind::Close) {
        OrderStatus::Placed { lacks, .. } => lacks.iter().map(|w| w.on).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(lacks(&p), [WaitOn::Activity(F1, CASE), WaitOn::Signatures(routes[0])]);
    p.does(U13, CASE);
    p.does(F1, CASE);
    p.signature(routes[0], OrderKind::Close, Some(day(2)));
    assert_eq!(lacks(&p), []);
}

#[test]
fn an_order_on_the_other_form_is_kept_and_comes_back() {
    let (mut p, routes) = Player::with_lines(&[Line::close(SFTP)]);
    let (route, kind) = (routes[0], OrderKind::Close);
    p.until_overview();
    p.do_all(&[U13, F1], CASE);
    p.orders(route, kind);
    let party = RouteField::Order(kind, OrderField::Party);
    p.route(route, party, false);
    assert_eq!((p.order(route, kind).form, p.order(route, kind).placed), (Some(F3), None));
    assert_eq!(p.waits(F8, CASE), [(WaitOn::Orders(1), vec![Role::NewOperations])]);
    p.route(route, party, true);
    assert!(p.order(route, kind).placed.is_some());
    assert!(p.is_ready(F8, CASE));
}

#[test]
fn an_answer_that_its_gateway_does_not_have_is_no_answer() {
    let (mut p, _) = Player::with_lines(&[Line::replace(SFTP, SFTP)]);
    p.until_decision();
    p.decides(Gateway::CarryOut, FIRST, Answer::Sftp);
    assert!(p.is_ready(U18, FIRST));
    assert!(matches!(p.status(G1, FIRST), Status::NotReached(_)));
}
