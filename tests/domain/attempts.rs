//! Attempts: postponed, rolled back, held up by an incident or abandoned, and the next one.

use udskift_it_system::domain::case::*;
use udskift_it_system::domain::guidance::*;
use udskift_it_system::domain::process::{Activity, Answer, Gateway, Role};

use super::player::*;
use super::statuses::branch;
use Activity::*;
use Role::{Helpdesk as HD, NewOperations as FN};

#[test]
fn a_postponed_attempt_returns_to_the_time_of_the_change() {
    let (mut p, _) = Player::with_lines(&[Line::replace(SFTP, SFTP)]);
    p.until_decision();
    p.answers(Gateway::CarryOut, FIRST, Answer::Postpone);
    assert_eq!(p.guide().attempts[0].outcome, Outcome::Postponed);
    assert_eq!(p.status(G1, FIRST), branch(Gateway::CarryOut, FIRST, Answer::Postpone));
    assert_eq!(p.guide().current_attempt(), 2);
    assert_eq!(p.ready(), [U16]);
    assert!(p.is_ready(U16, SECOND));
    p.do_all(&[U16, U17], SECOND);
    p.until_receipts(2);
    p.ends(2, Answer::Yes);
    assert!(p.guide().progress.changed);
}

#[test]
fn postponed_before_all_took_part_leaves_nobody_waiting_in_the_old_attempt() {
    let (mut p, _) = Player::with_lines(&[Line::replace(SFTP, SFTP)]);
    p.until_overview();
    p.does(U13, CASE);
    p.prepares(None);
    p.does(U15, CASE);
    p.does(U16, FIRST);
    p.decides(Gateway::CarryOut, FIRST, Answer::Postpone);
    assert_eq!(p.status(U17, FIRST), branch(Gateway::CarryOut, FIRST, Answer::Postpone));
    assert_eq!(p.ready(), [U16]);
}

#[test]
fn a_rehearsal_counts_for_nothing_whichever_way_it_ends() {
    for answer in [Answer::Yes, Answer::No] {
        let (mut p, _) = Player::with_lines(&[Line::replace(SFTP, SFTP)]);
        p.until_decision();
        p.set(Field::Attempt(1, AttemptField::Rehearsal), true);
        p.until_receipts(1);
        p.do_all(&[G5, G6, G7, G8], FIRST);
        p.answers(Gateway::CheckOk, FIRST, answer);
        p.does(if answer == Answer::Yes { G10 } else { G11 }, FIRST);
        p.does(G12, FIRST);
        let guidance = p.guide();
        assert_eq!(guidance.attempts[0].outcome, Outcome::Rehearsed, "{answer:?}");
        assert_eq!(guidance.current_attempt(), 2, "{answer:?}");
        assert!(!guidance.progress.changed, "{answer:?}");
        assert!(matches!(p.status(U22, CASE), Status::NotReached(_)), "{answer:?}");
        // The change itself waits for nobody to tell of the rehearsal.
        assert!(p.is_ready(U16, SECOND), "{answer:?}");
    }
}

#[test]
fn what_was_run_as_a_rehearsal_by_mistake_counts_once_that_is_said() {
    let (mut p, _) = Player::with_lines(&[Line::replace(SFTP, SFTP)]);
    p.until_decision();
    p.set(Field::Attempt(1, AttemptField::Rehearsal), true);
    p.until_receipts(1);
    p.ends(1, Answer::Yes);
    p.set(Field::Attempt(1, AttemptField::Rehearsal), false);
    assert_eq!(p.guide().attempts[0].outcome, Outcome::Succeeded);
    assert!(p.guide().progress.changed);
}

#[test]
fn a_rolled_back_attempt_is_followed_by_one_that_can_succeed() {
    let (mut p, _) = Player::with_lines(&[Line::replace(SFTP.implicit(), SFTP.implicit())]);
    p.until_decision();
    p.until_receipts(1);
    p.do_all(&[G5, G6, G7, G8], FIRST);
    p.answers(Gateway::CheckOk, FIRST, Answer::No);
    assert_eq!(p.status(G10, FIRST), branch(Gateway::CheckOk, FIRST, Answer::No));
    p.do_all(&[G11, G12], FIRST);
    assert_eq!(p.guide().attempts[0].outcome, Outcome::RolledBack);
    // The new attempt waits for the result to be known to all.
    assert_eq!(p.waits(U16, SECOND)[0].0, WaitOn::Activity(U21, FIRST));
    p.do_all(&[U20, U21], FIRST);
    assert_eq!(p.ready(), [U16]);
    assert!(matches!(p.status(U22, CASE), Status::NotReached(_)));
    p.do_all(&[U16, U17], SECOND);
    // Each attempt has its own receipts.
    p.answers(Gateway::CarryOut, SECOND, Answer::Go);
    p.do_all(&[G1, G2, G3, G4], SECOND);
    assert_eq!(roles_of(&p.step(G5, SECOND).lacks()), [(WaitOn::Receipts(2), vec![HD])]);
    for (route, _) in p.guide().routes {
        p.receipt(route, OrderKind::Close, 2, ReceiptState::Ok);
        p.receipt(route, OrderKind::Establish, 2, ReceiptState::Ok);
    }
    p.do_all(&[G5, G6, G7, G8], SECOND);
    p.answers(Gateway::CheckOk, SECOND, Answer::Yes);
    p.do_all(&[G10, G12, U20, U21], SECOND);
    p.answers(Gateway::StillUsed, CASE, Answer::Yes);
    p.do_all(&[U23, U24], CASE);
    assert!(p.guide().is_finished());
}

#[test]
fn routes_changed_between_attempts_do_not_rewrite_the_past_one() {
    let (mut p, routes) = Player::with_lines(&[Line::replace(SFTP, SFTP)]);
    p.until_decision();
    p.until_receipts(1);
    p.ends(1, Answer::No);
    let addressing = RouteField::Side(Side::New, SideField::Addressing);
    p.route(routes[0], addressing, Addressing::Implicit);
    assert!(matches!(p.status(G3, FIRST), Status::NotApplicable(_)));
    assert_eq!(p.step(G6, FIRST).deviation, None);
    assert!(!matches!(p.status(G3, SECOND), Status::NotApplicable(_)));
    assert!(!p.ready().contains(&G3));
}

#[test]
fn a_failed_receipt_holds_the_attempt_until_its_incident_is_resolved() {
    let (mut p, routes) = Player::with_lines(&[Line::establish(SFTP.implicit())]);
    let (route, kind) = (routes[0], OrderKind::Establish);
    p.until_decision();
    p.until_receipts(1);
    p.does(G5, FIRST);
    p.receipt(route, kind, 1, ReceiptState::Failed);
    let abandon = WaitOn::Answer(Gateway::Abandon, FIRST);
    assert_eq!(p.waits(G6, FIRST), [(abandon, vec![FN]), (WaitOn::Incidents(1), vec![FN])]);
    p.answers(Gateway::Abandon, FIRST, Answer::No);
    assert_eq!(p.waits(G6, FIRST), [(WaitOn::Incidents(1), vec![FN])]);
    p.resolves(route, kind, 1);
    p.do_all(&[G6, G7, G8], FIRST);
    p.answers(Gateway::CheckOk, FIRST, Answer::Yes);
    assert!(p.is_ready(G10, FIRST));
}

#[test]
fn an_attempt_with_an_incident_can_be_abandoned() {
    let (mut p, routes) = Player::with_lines(&[Line::replace(SFTP.implicit(), SFTP.implicit())]);
    p.until_decision();
    assert!(!p.guide().gateway(Gateway::Abandon, FIRST).unwrap().is_open);
    p.answers(Gateway::CarryOut, FIRST, Answer::Go);
    p.do_all(&[G1, G2, G3], FIRST);
    assert!(!p.guide().gateway(Gateway::Abandon, FIRST).unwrap().is_open);
    // The closing failed; FN gives up before anything was set up.
    p.receipt(routes[0], OrderKind::Close, 1, ReceiptState::Failed);
    p.answers(Gateway::Abandon, FIRST, Answer::Yes);
    assert_eq!(p.ready(), [G11]);
    assert!(p.is_done(G3, FIRST) && p.is_done(G5, FIRST));
    for activity in [G4, G6, G7, G8, G9] {
        let status = p.status(activity, FIRST);
        assert_eq!(status, branch(Gateway::Abandon, FIRST, Answer::Yes), "{activity:?}");
    }
    assert!(matches!(p.status(G10, FIRST), Status::NotApplicable(_)));
    p.do_all(&[G11, G12, U20, U21], FIRST);
    assert_eq!(p.guide().attempts[0].outcome, Outcome::RolledBack);
    assert_eq!(p.ready(), [U16]);
    assert_eq!(p.findings().iter().filter(|f| f.kind == FindingKind::BasisLost).count(), 0);
}
