//! The main story: whose turn it is when, and what waits for what and from whom.

use udskift_it_system::domain::case::*;
use udskift_it_system::domain::guidance::*;
use udskift_it_system::domain::process::{Activity, Answer, Gateway, Role};
use udskift_it_system::text::excluded_text;

use super::player::*;
use Activity::*;
use Role::{
    Helpdesk as HD, InvolvedManagers as SI, InvolvedOperations as FI, NewOperations as FN,
    OldOperations as FG, SystemManager as SA, SystemOwner as SE,
};

fn on(activity: Activity) -> WaitOn {
    WaitOn::Activity(activity, CASE)
}

pub fn branch(gateway: Gateway, scope: Scope, answer: Answer) -> Status {
    Status::NotApplicable(Excluded::Branch { gateway, scope, answer })
}

#[test]
fn from_the_decision_to_the_overview_each_waits_for_the_one_before() {
    let (mut p, _) = Player::with_lines(&[Line::establish(SFTP)]);
    assert_eq!(p.ready(), [Start]);
    assert_eq!(p.waits(U1, CASE), [(on(Start), vec![SE])]);
    p.does(Start, CASE);
    assert_eq!(p.ready(), [U1]);
    p.does(U1, CASE);
    // The new system's side and the old one's go on side by side.
    assert_eq!(p.ready(), [U2, U5]);
    p.does(U2, CASE);
    assert_eq!(p.ready(), [U3, U5]);
    p.does(U5, CASE);
    assert_eq!(p.ready(), [U3, U6]);
    p.does(U3, CASE);
    assert_eq!(p.ready(), [U4, U6]);
    assert_eq!(p.waits(U7, CASE), [(on(U4), vec![SA]), (on(U6), vec![HD])]);
    p.does(U6, CASE);
    assert_eq!(p.waits(U7, CASE), [(on(U4), vec![SA])]);
    p.does(U4, CASE);
    assert_eq!(p.ready(), [U7]);
    p.does(U7, CASE);
    assert_eq!(p.ready(), [U8]);
    assert_eq!(p.waits(U13, CASE)[0], (on(U8), vec![FN]));
}

#[test]
fn each_agreement_goes_through_its_own_activities() {
    let (mut p, _) = Player::with_lines(&[Line::establish(WEBSERVICE)]);
    p.until_overview();
    // Before the first agreement is made, U9 asks FN for it, and there is nothing to tick.
    assert_eq!(p.ready(), [U9]);
    p.tick(U9, CASE, Holder { role: FN, organisation: None });
    assert!(p.is_ready(U9, CASE));
    assert_eq!(
        p.waits(U13, CASE),
        [
            (WaitOn::AnyAgreement, vec![FN]),
            (WaitOn::Answer(Gateway::MoreAgreements, CASE), vec![FN])
        ]
    );

    let (first, second) = (p.agreement(p.other), p.agreement(p.neighbour));
    let (of_first, of_second) = (Scope::Agreement(first), Scope::Agreement(second));
    p.does(U9, of_first);
    assert_eq!(p.waits(U11, of_first), [(WaitOn::Activity(U10, of_first), vec![SA])]);
    assert!(p.is_ready(U10, of_first) && p.is_ready(U9, of_second));
    p.does(U10, of_first);
    // The systemansvarlig of the system at the other end performs U11.
    let holder = Holder { role: SI, organisation: Some(p.involved) };
    assert!(p.step(U11, of_first).is_turn_of(holder));
    p.do_all(&[U11, U12], of_first);
    assert!(!p.guide().gateway(Gateway::MoreAgreements, CASE).unwrap().is_open);
    assert_eq!(p.waits(U13, CASE)[0], (WaitOn::Activity(U12, of_second), vec![FN]));
    p.do_all(&[U9, U10, U11, U12], of_second);

    // "Yes, more" is an answer until the next one is made; then the question comes again.
    p.answers(Gateway::MoreAgreements, CASE, Answer::Yes);
    assert_eq!(p.waits(U13, CASE), [(WaitOn::Answer(Gateway::MoreAgreements, CASE), vec![FN])]);
    let third = Scope::Agreement(p.agreement(p.third));
    p.do_all(&[U9, U10, U11, U12], third);
    assert_eq!(p.guide().gateway(Gateway::MoreAgreements, CASE).unwrap().answer, None);
    p.answers(Gateway::MoreAgreements, CASE, Answer::No);
    assert!(p.is_ready(U13, CASE));
}

#[test]
fn a_case_of_sftp_routes_has_no_agreements() {
    let (mut p, _) = Player::with_lines(&[Line::replace(SFTP, SFTP), Line::establish(SFTP)]);
    p.until_overview();
    for activity in [U9, U10, U11, U12] {
        assert_eq!(p.status(activity, CASE), branch(Gateway::AgreementsNeeded, CASE, Answer::No));
    }
    assert!(p.is_ready(U13, CASE));
    // One that someone made all the same changes nothing.
    let agreement = p.agreement(p.other);
    let status = p.status(U9, Scope::Agreement(agreement));
    assert_eq!(status, branch(Gateway::AgreementsNeeded, CASE, Answer::No));
    assert!(p.is_ready(U13, CASE));
    assert!(!p.guide().gateway(Gateway::MoreAgreements, CASE).unwrap().is_open);
}

#[test]
fn a_case_that_only_closes_webservices_does_not_say_that_its_routes_are_sftp() {
    let (mut p, _) = Player::with_lines(&[Line::close(WEBSERVICE), Line::establish(SFTP)]);
    p.until_overview();
    let why = |p: &Player, activity| match p.status(activity, CASE) {
        Status::NotApplicable(excluded) => excluded_text(&excluded),
        other => panic!("{other:?}"),
    };
    for activity in [U9, U10, U11, U12] {
        assert!(why(&p, activity).contains("etablerer ingen webservice-rute"), "{activity:?}");
    }
    assert!(p.is_ready(U13, CASE));
    // With SFTP routes only, that is the reason.
    let (mut p, _) = Player::with_lines(&[Line::close(SFTP)]);
    p.until_overview();
    assert!(why(&p, U9).contains("kun SFTP-ruter"));
}

#[test]
fn whether_agreements_are_needed_waits_for_the_routes() {
    let mut p = Player::new();
    p.until_overview();
    assert_eq!(p.waits(U9, CASE), [(WaitOn::AnyRoute, vec![SA])]);
    assert_eq!(p.waits(U13, CASE), [(WaitOn::AnyRoute, vec![SA])]);
    let route = p.create(EntityKind::Route, |_| Vec::new());
    assert_eq!(p.waits(U13, CASE), [(WaitOn::Decisions(1), vec![SA])]);
    p.route(route, RouteField::Handling, Handling::Keep);
    assert!(p.is_ready(U13, CASE));
}

#[test]
fn the_preparation_is_done_when_every_order_is_placed() {
    let (mut p, routes) =
        Player::with_lines(&[Line::replace(SFTP.not_party(), SFTP), Line::keep()]);
    let (route, close, establish) = (routes[0], OrderKind::Close, OrderKind::Establish);
    p.until_overview();
    assert_eq!(
        p.order_status(route, establish),
        OrderStatus::Waiting(vec![Wait { on: on(F1), from: vec![holder(FN)] }])
    );
    p.does(U13, CASE);
    assert_eq!(p.ready(), [U15, F1]);
    assert!(p.is_ready(U14, CASE));
    assert_eq!(roles_of(&p.step(U14, CASE).remaining), [(on(F1), vec![FN])]);
    p.does(F1, CASE);
    assert_eq!(p.waits(F8, CASE), [(WaitOn::Orders(2), vec![FN])]);
    assert_eq!(roles_of(&p.step(U14, CASE).remaining), [(WaitOn::Orders(2), vec![FN])]);
    p.orders(route, establish);

    // The closing order is delegated: nobody named, one of two signed, both signed.
    let unsigned = Wait { on: WaitOn::Signatures(route), from: vec![holder(SA)] };
    assert_eq!(p.order_status(route, close), OrderStatus::Waiting(vec![unsigned.clone()]));
    p.signature(route, close, Some(day(1)));
    let late = p.signature(route, close, None);
    assert_eq!(p.order_status(route, close), OrderStatus::Waiting(vec![unsigned]));
    p.route(route, RouteField::Signature(late, SignatureField::Signed), day(2));
    p.orders(route, close);

    assert!(!p.is_done(U14, CASE));
    p.does(F8, CASE);
    assert!(p.is_done(U14, CASE));
    assert_eq!(p.step(U14, CASE).deviation, None);
    assert_eq!(p.waits(U16, FIRST), [(on(U15), vec![FG])]);
}

#[test]
fn a_webservice_order_waits_for_its_agreement() {
    let (mut p, routes) = Player::with_lines(&[Line::establish(WEBSERVICE)]);
    let route = routes[0];
    p.until_overview();
    let agreement = p.agrees(p.other);
    p.do_all(&[U13, F1], CASE);
    let status = |p: &Player| p.order_status(route, OrderKind::Establish);
    let missing = Wait { on: WaitOn::Agreement(route), from: vec![holder(FN)] };
    assert_eq!(status(&p), OrderStatus::Waiting(vec![missing]));
    let late = p.agreement(p.third);
    p.route(route, RouteField::Agreement, late);
    let on = WaitOn::Activity(U12, Scope::Agreement(late));
    assert_eq!(status(&p), OrderStatus::Waiting(vec![Wait { on, from: vec![holder(FN)] }]));
    p.route(route, RouteField::Agreement, agreement);
    assert_eq!(status(&p), OrderStatus::Ready);
}

#[test]
fn an_activity_of_several_is_done_when_each_has_done_its_part() {
    let (mut p, _) = Player::with_lines(&[Line::close(SFTP)]);
    let second = p.organisation("Fjerde A/S");
    p.set(Field::System(p.third, SystemField::Operator), second);
    p.set(Field::System(p.neighbour, SystemField::Operator), p.involved);
    p.until_overview();
    p.does(U13, CASE);
    p.prepares(None);
    p.do_all(&[U15], CASE);
    p.does(U16, FIRST);

    let parts = p.step(U17, FIRST).parts;
    let holders: Vec<_> = parts.iter().map(|part| part.holder).collect();
    let of = |organisation| Holder { role: FI, organisation: Some(organisation) };
    assert_eq!(holders, [holder(SA), of(p.involved), of(second), holder(FG), holder(HD)]);
    for part in [holder(SA), of(p.involved), holder(FG), holder(HD)] {
        assert!(p.step(U17, FIRST).is_turn_of(part));
        p.tick(U17, FIRST, part);
        assert!(!p.step(U17, FIRST).is_turn_of(part));
    }
    assert!(p.is_ready(U17, FIRST));
    // What still lacks is the second organisation's part.
    let waits = p.status(U18, FIRST).waits().to_vec();
    assert_eq!(waits, [Wait { on: WaitOn::Activity(U17, FIRST), from: vec![of(second)] }]);
    p.tick(U17, FIRST, of(second));
    assert!(p.is_done(U17, FIRST));

    p.until_receipts(1);
    p.do_all(&[G5, G6, G7, G8], FIRST);
    p.answers(Gateway::CheckOk, FIRST, Answer::Yes);
    p.do_all(&[G10, G12, U20], FIRST);
    for part in [holder(SA), of(second), holder(FG)] {
        p.tick(U21, FIRST, part);
    }
    assert!(p.is_ready(U21, FIRST));
    p.tick(U21, FIRST, of(p.involved));
    assert!(p.is_done(U21, FIRST));
}

#[test]
fn the_window_runs_from_helpdesk_to_fn_and_back() {
    let (mut p, routes) = Player::with_lines(&[Line::replace(SFTP.implicit(), SFTP.implicit())]);
    let route = routes[0];
    p.until_decision();
    assert_eq!(p.ready(), [U18]);
    p.answers(Gateway::CarryOut, FIRST, Answer::Go);
    assert_eq!(p.ready(), [G1]);
    p.does(G1, FIRST);
    assert_eq!(roles_of(&p.step(U19, FIRST).remaining), [(WaitOn::Activity(G2, FIRST), vec![HD])]);
    p.does(G2, FIRST);
    assert_eq!(p.ready(), [G3]);
    p.do_all(&[G3, G4], FIRST);
    // FN takes in one receipt after the other, and has them all before it is done.
    assert_eq!(p.ready(), [G5]);
    assert_eq!(roles_of(&p.step(G5, FIRST).lacks()), [(WaitOn::Receipts(2), vec![HD])]);
    p.receipt(route, OrderKind::Close, 1, ReceiptState::Ok);
    assert_eq!(roles_of(&p.step(G5, FIRST).lacks()), [(WaitOn::Receipts(1), vec![HD])]);
    p.receipt(route, OrderKind::Establish, 1, ReceiptState::Ok);
    p.do_all(&[G5, G6, G7, G8], FIRST);
    assert_eq!(p.ready(), [G9]);
    p.answers(Gateway::CheckOk, FIRST, Answer::Yes);
    assert_eq!(p.status(G11, FIRST), branch(Gateway::CheckOk, FIRST, Answer::Yes));
    p.do_all(&[G10, G12], FIRST);
    assert!(p.is_done(U19, FIRST));
    p.do_all(&[U20, U21], FIRST);
    assert!(p.guide().progress.changed);
}

#[test]
fn without_implicit_routes_nothing_waits_on_sp() {
    let (mut p, _) = Player::with_lines(&[Line::replace(SFTP, SFTP)]);
    p.until_decision();
    p.answers(Gateway::CarryOut, FIRST, Answer::Go);
    p.do_all(&[G1, G2], FIRST);
    for activity in [G3, G4] {
        let status = p.status(activity, FIRST);
        assert_eq!(status, branch(Gateway::ImplicitRoutes, FIRST, Answer::No));
    }
    assert_eq!(p.ready(), [G5]);
}

#[test]
fn without_closings_by_fg_the_last_order_does_not_apply_once_the_change_succeeded() {
    let (mut p, _) = Player::with_lines(&[Line::close(SFTP)]);
    p.until_decision();
    assert!(matches!(p.status(U22, CASE), Status::NotReached(_)));
    p.until_receipts(1);
    p.do_all(&[G5, G6, G7, G8], FIRST);
    p.answers(Gateway::CheckOk, FIRST, Answer::Yes);
    p.do_all(&[G10, G12, U20], FIRST);
    assert!(matches!(p.status(U22, CASE), Status::NotReached(_)));
    p.does(U21, FIRST);
    assert_eq!(p.status(U22, CASE), Status::NotApplicable(Excluded::NothingToDo));
    assert_eq!(p.waits(U23, CASE), [(WaitOn::Answer(Gateway::StillUsed, CASE), vec![FG])]);
    p.answers(Gateway::StillUsed, CASE, Answer::No);
    p.does(U23, CASE);
    assert!(!p.guide().is_finished());
    // "(evt.)": SA may set it aside.
    let key = MarkKey::new(U24, CASE, SA);
    p.set(Field::Done(key, MarkField::State), MarkState::Skipped);
    p.set(Field::Done(key, MarkField::Note), "Allerede gjort");
    match p.status(U24, CASE) {
        Status::NotApplicable(Excluded::Skipped { note, .. }) => assert_eq!(note, "Allerede gjort"),
        other => panic!("{other:?}"),
    }
    assert!(p.guide().is_finished());
    assert_eq!(p.ready(), []);
}

#[test]
fn only_what_is_optional_can_be_set_aside() {
    let (mut p, _) = Player::with_lines(&[Line::keep()]);
    p.does(Start, CASE);
    let key = MarkKey::new(U1, CASE, SA);
    p.set(Field::Done(key, MarkField::State), MarkState::Skipped);
    assert!(p.is_ready(U1, CASE));
}

#[test]
fn fg_closes_after_the_change_what_was_not_ordered_before() {
    let lines = [Line::close(SFTP).closed_by_fg(), Line::close(SFTP).closed_by_fg().early()];
    let (mut p, routes) = Player::with_lines(&lines);
    let (close, status) = (OrderKind::Close, |p: &Player, r| p.order_status(r, OrderKind::Close));
    // Ordered early: placed, and carried out in the window.
    assert_eq!(p.order(routes[1], close).moment, Some(Moment::AfterCheck));
    assert!(p.order(routes[1], close).placed.is_some());
    p.until_decision();
    p.until_receipts(1);
    assert!(matches!(status(&p, routes[0]), OrderStatus::Waiting(_)));
    p.ends(1, Answer::Yes);
    assert!(p.is_ready(U22, CASE));
    assert_eq!(roles_of(&p.step(U22, CASE).remaining), [(WaitOn::Orders(1), vec![FG])]);
    p.orders(routes[0], close);
    assert!(p.is_done(U22, CASE));
    assert_eq!(p.step(U22, CASE).deviation, None);
}

fn holder(role: Role) -> Holder {
    Holder { role, organisation: None }
}
