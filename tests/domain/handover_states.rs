//! Each handover from waiting, with what, over ready and sent to received.

use udskift_it_system::domain::case::*;
use udskift_it_system::domain::guidance::*;
use udskift_it_system::domain::process::{Activity, Answer, Gateway, Handover, Role};

use super::player::*;
use Activity::*;
use Handover::*;

fn state(p: &Player, handover: Handover, scope: Scope) -> HandoverState {
    let guidance = p.guide();
    let mut states = guidance.handovers.iter();
    let state = states.find(|state| state.handover == handover && state.scope == scope);
    state.unwrap_or_else(|| panic!("{handover:?} in {scope:?}")).clone()
}

/// What a handover waits for; panics if it does not wait.
fn waits(p: &Player, handover: Handover, scope: Scope) -> Vec<WaitOn> {
    match state(p, handover, scope).status {
        HandoverStatus::Waiting(waits) => waits.iter().map(|wait| wait.on).collect(),
        other => panic!("{handover:?}: {other:?}"),
    }
}

/// A word for where it stands.
fn stands(p: &Player, handover: Handover, scope: Scope) -> &'static str {
    match state(p, handover, scope).status {
        HandoverStatus::Waiting(_) => "waiting",
        HandoverStatus::Ready => "ready",
        HandoverStatus::Sent(_) => "sent",
        HandoverStatus::Received { .. } => "received",
        HandoverStatus::NotApplicable => "not applicable",
    }
}

/// Each handover as it goes through an activity: ready before, sent after.
fn hands_over(p: &mut Player, activity: Activity, scope: Scope, handovers: &[Handover]) {
    for handover in handovers {
        assert_eq!(stands(p, *handover, scope), "ready", "{handover:?}");
    }
    p.does(activity, scope);
    for handover in handovers {
        assert_eq!(stands(p, *handover, scope), "sent", "{handover:?}");
    }
}

fn received(p: &Player, handovers: &[Handover], scope: Scope) {
    for handover in handovers {
        assert_eq!(stands(p, *handover, scope), "received", "{handover:?}");
    }
}

#[test]
fn up_to_the_overview() {
    let (mut p, _) = Player::with_lines(&[Line::establish(SFTP)]);
    assert_eq!(waits(&p, PrepareNew, CASE), [WaitOn::Activity(Start, CASE)]);
    hands_over(&mut p, Start, CASE, &[Decision]);
    hands_over(&mut p, U1, CASE, &[PrepareNew, StartChange]);
    received(&p, &[Decision], CASE);
    p.does(U2, CASE);
    received(&p, &[PrepareNew], CASE);
    hands_over(&mut p, U3, CASE, &[Registered]);
    hands_over(&mut p, U5, CASE, &[RouteRequest]);
    received(&p, &[StartChange], CASE);
    // FG can forward the list when HD has found it, though U5 is done.
    assert_eq!(waits(&p, RouteListForwarded, CASE), [WaitOn::Activity(U6, CASE)]);
    hands_over(&mut p, U6, CASE, &[RouteList]);
    received(&p, &[RouteRequest], CASE);
    assert_eq!(stands(&p, RouteListForwarded, CASE), "ready");
    p.sends(RouteListForwarded, CASE);
    assert_eq!(stands(&p, RouteListForwarded, CASE), "sent");
    // Who passes the list on has it.
    received(&p, &[RouteList], CASE);
    p.does(U4, CASE);
    hands_over(&mut p, U7, CASE, &[RouteOverview]);
    received(&p, &[Registered, RouteListForwarded], CASE);
    p.does(U8, CASE);
    received(&p, &[RouteOverview], CASE);
}

#[test]
fn a_list_that_nobody_marked_as_forwarded_is_received_with_the_overview() {
    let (mut p, _) = Player::with_lines(&[Line::establish(SFTP)]);
    p.do_all(&[Start, U1, U2, U3, U4, U5, U6], CASE);
    assert_eq!(stands(&p, RouteList, CASE), "sent");
    p.does(U7, CASE);
    received(&p, &[RouteList, RouteListForwarded], CASE);
}

#[test]
fn per_agreement() {
    let (mut p, _) = Player::with_lines(&[Line::establish(WEBSERVICE)]);
    p.until_overview();
    // Before there is an agreement there is nothing to say about one.
    assert_eq!(waits(&p, AgreementNeeds, CASE), [WaitOn::AnyAgreement]);
    let (a, b) = (p.agreement(p.other), p.agreement(p.third));
    let (first, second) = (Scope::Agreement(a), Scope::Agreement(b));
    hands_over(&mut p, U9, first, &[AgreementNeeds]);
    assert_eq!(stands(&p, AgreementNeeds, second), "ready");
    hands_over(&mut p, U10, first, &[AgreementRequest]);
    received(&p, &[AgreementNeeds], first);
    let to = Holder { role: Role::InvolvedManagers, organisation: Some(p.involved) };
    assert_eq!(state(&p, AgreementRequest, first).to, [to]);
    assert_eq!(waits(&p, AgreementReady, first), [WaitOn::Activity(U11, first)]);
    hands_over(&mut p, U11, first, &[AgreementInPlace]);
    received(&p, &[AgreementRequest], first);
    assert_eq!(stands(&p, AgreementReady, first), "ready");
    p.sends(AgreementReady, first);
    received(&p, &[AgreementInPlace], first);
    p.does(U12, first);
    received(&p, &[AgreementReady], first);
    assert_eq!(stands(&p, AgreementRequest, second), "waiting");
}

#[test]
fn without_agreements_theirs_do_not_apply() {
    let (mut p, _) = Player::with_lines(&[Line::establish(SFTP)]);
    p.until_overview();
    for handover in [AgreementNeeds, AgreementRequest, AgreementInPlace, AgreementReady] {
        assert_eq!(stands(&p, handover, CASE), "not applicable");
    }
}

#[test]
fn the_preparation_and_the_time_of_the_change() {
    let (mut p, _) = Player::with_lines(&[Line::replace(SFTP, SFTP)]);
    p.until_overview();
    hands_over(&mut p, U13, CASE, &[RouteChanges, RouteClosures]);
    p.does(F1, CASE);
    // FN has begun, so it has the word, long before all is prepared.
    received(&p, &[RouteChanges], CASE);
    p.does(U15, CASE);
    received(&p, &[RouteClosures], CASE);
    p.prepares_after_f1(None);
    let times = [TimeToManager, TimeToInvolved, TimeToOld, TimeToHelpdesk];
    hands_over(&mut p, U16, FIRST, &times);
    // Each party's own part shows that it has it.
    p.tick(U17, FIRST, Holder { role: Role::Helpdesk, organisation: None });
    received(&p, &[TimeToHelpdesk], FIRST);
    assert_eq!(stands(&p, TimeToOld, FIRST), "sent");
    let organisations: Vec<_> =
        state(&p, TimeToInvolved, FIRST).to.iter().map(|to| to.organisation).collect();
    assert_eq!(organisations, [Some(p.involved), Some(p.new_supplier)]);
    let of = |organisation| Holder { role: Role::InvolvedOperations, organisation };
    p.tick(U17, FIRST, of(organisations[0]));
    assert_eq!(stands(&p, TimeToInvolved, FIRST), "sent");
    p.tick(U17, FIRST, of(organisations[1]));
    received(&p, &[TimeToInvolved], FIRST);
}

#[test]
fn the_window_per_attempt() {
    let (mut p, routes) = Player::with_lines(&[Line::replace(SFTP.implicit(), SFTP.implicit())]);
    p.until_decision();
    p.answers(Gateway::CarryOut, FIRST, Answer::Go);
    assert_eq!(stands(&p, CarryOutDecision, FIRST), "sent");
    hands_over(&mut p, G1, FIRST, &[CutoverOrder]);
    received(&p, &[CarryOutDecision], FIRST);
    p.does(G2, FIRST);
    received(&p, &[CutoverOrder], FIRST);
    hands_over(&mut p, G3, FIRST, &[ClosedReceipts]);
    hands_over(&mut p, G4, FIRST, &[SetUpReceipts]);
    assert_eq!(waits(&p, RouteStatus, FIRST)[1..], [WaitOn::Receipts(2)]);
    for kind in [OrderKind::Close, OrderKind::Establish] {
        p.receipt(routes[0], kind, 1, ReceiptState::Ok);
    }
    p.does(G5, FIRST);
    received(&p, &[ClosedReceipts, SetUpReceipts], FIRST);
    hands_over(&mut p, G6, FIRST, &[RouteStatus]);
    p.does(G7, FIRST);
    received(&p, &[RouteStatus], FIRST);
    hands_over(&mut p, G8, FIRST, &[CheckResult]);
    p.answers(Gateway::CheckOk, FIRST, Answer::No);
    received(&p, &[CheckResult], FIRST);
    p.does(G11, FIRST);
    hands_over(&mut p, G12, FIRST, &[CutoverResult]);
    // The result of the first attempt waits; the second one's word is not due.
    assert_eq!(waits(&p, TimeToOld, SECOND), [WaitOn::Activity(U21, FIRST)]);
    hands_over(&mut p, U20, FIRST, &[ResultToManager, ResultToInvolved, ResultToOld]);
    received(&p, &[CutoverResult], FIRST);
    p.does(U21, FIRST);
    received(&p, &[ResultToManager, ResultToInvolved, ResultToOld], FIRST);
    assert_eq!(stands(&p, TimeToOld, SECOND), "ready");
    received(&p, &[TimeToOld], FIRST);
}

#[test]
fn a_postponement_is_received_when_fn_coordinates_a_new_time() {
    let (mut p, _) = Player::with_lines(&[Line::replace(SFTP, SFTP)]);
    p.until_decision();
    p.answers(Gateway::CarryOut, FIRST, Answer::Postpone);
    assert_eq!(stands(&p, CarryOutDecision, FIRST), "sent");
    for handover in [CutoverOrder, RouteStatus, CutoverResult, ResultToOld] {
        assert_eq!(stands(&p, handover, FIRST), "not applicable");
    }
    p.does(U16, SECOND);
    received(&p, &[CarryOutDecision], FIRST);
}

#[test]
fn without_implicit_routes_there_are_no_receipts_to_hand_over() {
    let (mut p, _) = Player::with_lines(&[Line::replace(SFTP, SFTP)]);
    p.until_decision();
    p.answers(Gateway::CarryOut, FIRST, Answer::Go);
    assert_eq!(stands(&p, ClosedReceipts, FIRST), "not applicable");
    assert_eq!(stands(&p, SetUpReceipts, FIRST), "not applicable");
}

#[test]
fn an_abandoned_attempt_leaves_nothing_to_receive() {
    let (mut p, routes) = Player::with_lines(&[Line::replace(SFTP.implicit(), SFTP.implicit())]);
    p.until_decision();
    p.answers(Gateway::CarryOut, FIRST, Answer::Go);
    p.do_all(&[G1, G2, G3], FIRST);
    p.receipt(routes[0], OrderKind::Close, 1, ReceiptState::Failed);
    p.answers(Gateway::Abandon, FIRST, Answer::Yes);
    received(&p, &[ClosedReceipts], FIRST);
    assert_eq!(stands(&p, SetUpReceipts, FIRST), "not applicable");
    p.do_all(&[G11, G12, U20, U21], FIRST);
    received(&p, &[CutoverResult, ResultToOld], FIRST);
}

#[test]
fn a_message_marked_as_sent_is_sent_before_the_activity_is_ticked() {
    let (mut p, _) = Player::with_lines(&[Line::keep()]);
    p.does(Start, CASE);
    p.sends(PrepareNew, CASE);
    assert_eq!(stands(&p, PrepareNew, CASE), "sent");
    assert_eq!(stands(&p, StartChange, CASE), "ready");
    p.set(Field::Sent(PrepareNew, CASE), Value::Nothing);
    assert_eq!(stands(&p, PrepareNew, CASE), "ready");
}
