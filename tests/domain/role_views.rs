//! What each role sees: my turn, waiting, to hand over, to receive, done.

use udskift_it_system::domain::case::*;
use udskift_it_system::domain::guidance::*;
use udskift_it_system::domain::process::{Activity, Answer, Gateway, Handover, Role};

use super::player::*;
use Activity::*;
use Handover::*;
use Role::{
    Helpdesk as HD, InvolvedManagers as SI, InvolvedOperations as FI, NewOperations as FN,
    OldOperations as FG, SystemManager as SA, SystemOwner as SE,
};

fn now(p: &Player, role: Role) -> Vec<Activity> {
    let steps = p.guide().role(role).now.into_iter().filter_map(|task| match task {
        Task::Step(step) => Some(step.activity),
        Task::Decide(_) => None,
    });
    steps.collect()
}

fn asked(p: &Player, role: Role) -> Vec<Gateway> {
    let questions = p.guide().role(role).now.into_iter().filter_map(|task| match task {
        Task::Decide(state) => Some(state.gateway),
        Task::Step(_) => None,
    });
    questions.collect()
}

fn waiting(p: &Player, role: Role) -> Vec<Activity> {
    p.guide().role(role).waiting.iter().map(|step| step.activity).collect()
}

fn done(p: &Player, role: Role) -> Vec<Activity> {
    p.guide().role(role).done.iter().map(|step| step.activity).collect()
}

fn to_send(p: &Player, role: Role) -> Vec<Handover> {
    p.guide().role(role).to_send.iter().map(|state| state.handover).collect()
}

fn to_receive(p: &Player, role: Role) -> Vec<Handover> {
    p.guide().role(role).to_receive.iter().map(|state| state.handover).collect()
}

const NONE: [Activity; 0] = [];

#[test]
fn while_the_routes_are_fetched() {
    let (mut p, _) = Player::with_lines(&[Line::establish(SFTP)]);
    p.do_all(&[Start, U1, U5], CASE);

    assert_eq!((now(&p, SE), waiting(&p, SE), done(&p, SE)), (vec![], vec![], vec![Start]));
    assert_eq!((now(&p, SA), done(&p, SA)), (vec![], vec![U1]));
    assert_eq!(waiting(&p, SA), [U4, U7, U13, U17, U18, U21, U24]);
    assert_eq!((now(&p, FN), done(&p, FN)), (vec![U2], vec![]));
    assert_eq!((now(&p, FG), done(&p, FG)), (vec![], vec![U5]));
    assert_eq!(waiting(&p, FG), [U15, U17, U21, U22, U23]);
    assert_eq!((now(&p, HD), done(&p, HD)), (vec![U6], vec![]));
    assert_eq!((now(&p, SI), waiting(&p, SI)), (vec![], vec![]));
    assert_eq!((now(&p, FI), waiting(&p, FI)), (vec![], vec![U17, U21]));

    assert_eq!((to_send(&p, SA), to_receive(&p, SA)), (vec![], vec![]));
    assert_eq!((to_send(&p, FN), to_receive(&p, FN)), (vec![], vec![PrepareNew]));
    assert_eq!((to_send(&p, FG), to_receive(&p, FG)), (vec![], vec![]));
    assert_eq!((to_send(&p, HD), to_receive(&p, HD)), (vec![RouteList], vec![RouteRequest]));

    p.does(U6, CASE);
    assert_eq!((to_send(&p, FG), to_receive(&p, FG)), (vec![RouteListForwarded], vec![RouteList]));
    p.sends(RouteListForwarded, CASE);
    assert_eq!((to_send(&p, FG), to_receive(&p, FG)), (vec![], vec![]));
    assert_eq!(to_receive(&p, SA), [RouteListForwarded]);
}

#[test]
fn while_agreements_are_made_and_orders_placed() {
    let lines = [Line::establish(WEBSERVICE), Line::close(SFTP).closed_by_fg()];
    let (mut p, routes) = Player::with_lines(&lines);
    p.until_overview();
    assert_eq!(now(&p, FN), [U9]);
    let agreement = p.agreement(p.other);
    let scope = Scope::Agreement(agreement);
    p.does(U9, scope);
    assert_eq!((now(&p, SA), to_receive(&p, SA)), (vec![U10], vec![AgreementNeeds]));
    p.does(U10, scope);
    assert_eq!((now(&p, SI), to_receive(&p, SI)), (vec![U11], vec![AgreementRequest]));
    assert_eq!(to_send(&p, SI), [AgreementInPlace]);
    p.does(U11, scope);
    assert_eq!((now(&p, SI), done(&p, SI)), (vec![], vec![U11]));
    assert_eq!(
        (to_send(&p, SA), to_receive(&p, SA)),
        (vec![AgreementReady], vec![AgreementInPlace])
    );
    p.does(U12, scope);
    assert_eq!((now(&p, FN), asked(&p, FN)), (vec![], vec![Gateway::MoreAgreements]));
    // "Yes" leaves it to FN to make the next one.
    p.answers(Gateway::MoreAgreements, CASE, Answer::Yes);
    assert_eq!(asked(&p, FN), [Gateway::MoreAgreements]);
    p.answers(Gateway::MoreAgreements, CASE, Answer::No);
    assert_eq!(asked(&p, FN), []);
    assert_eq!(now(&p, SA), [U13]);
    p.does(U13, CASE);

    // The part is on the list, not the whole beside it.
    assert_eq!(now(&p, FN), [F1]);
    assert_eq!((now(&p, FG), to_receive(&p, FG)), (vec![U15], vec![RouteClosures]));
    p.does(F1, CASE);
    assert_eq!(now(&p, FN), [U14], "the orders are placed under it");
    p.route(routes[0], RouteField::Agreement, agreement);
    p.orders(routes[0], OrderKind::Establish);
    assert_eq!(now(&p, FN), [F8]);
    p.does(F8, CASE);
    assert_eq!(now(&p, FN), NONE);
    assert!(done(&p, FN).ends_with(&[U14, F1, F8]));
}

#[test]
fn while_routes_are_undecided_fn_waits_for_sa() {
    let (mut p, routes) = Player::with_lines(&[Line::establish(SFTP)]);
    p.until_overview();
    p.does(U13, CASE);
    p.does(F1, CASE);
    p.orders(routes[0], OrderKind::Establish);
    p.create(EntityKind::Route, |_| Vec::new());
    assert_eq!(now(&p, FN), NONE);
    let view = p.guide().role(FN);
    let whole = view.waiting.iter().find(|step| step.activity == U14).unwrap();
    assert_eq!(roles_of(whole.status.waits()), [(WaitOn::Decisions(1), vec![SA])]);
}

#[test]
fn in_the_window_whose_turn_it_is_moves_between_helpdesk_and_fn() {
    let (mut p, routes) = Player::with_lines(&[Line::replace(SFTP.implicit(), SFTP.implicit())]);
    p.until_decision();
    assert_eq!(now(&p, SA), [U18]);
    p.answers(Gateway::CarryOut, FIRST, Answer::Go);
    assert_eq!((now(&p, FN), to_receive(&p, FN)), (vec![G1], vec![CarryOutDecision]));
    assert_eq!(to_send(&p, FN), [CutoverOrder]);
    p.does(G1, FIRST);
    assert_eq!((now(&p, FN), now(&p, HD)), (vec![], vec![G2]));
    // FN's cutover is under way and waits for HD.
    let view = p.guide().role(FN);
    let whole = view.waiting.iter().find(|step| step.activity == U19).unwrap();
    assert_eq!(roles_of(whole.status.waits()), [(WaitOn::Activity(G2, FIRST), vec![HD])]);
    p.do_all(&[G2, G3, G4], FIRST);
    assert_eq!((now(&p, FN), to_receive(&p, FN)), (vec![G5], vec![ClosedReceipts, SetUpReceipts]));
    p.receipt(routes[0], OrderKind::Close, 1, ReceiptState::Ok);
    p.receipt(routes[0], OrderKind::Establish, 1, ReceiptState::Failed);
    p.does(G5, FIRST);
    assert_eq!((now(&p, FN), asked(&p, FN)), (vec![], vec![Gateway::Abandon]));
    p.answers(Gateway::Abandon, FIRST, Answer::No);
    assert_eq!((now(&p, FN), asked(&p, FN)), (vec![U19], vec![]));
    p.resolves(routes[0], OrderKind::Establish, 1);
    assert_eq!((now(&p, FN), now(&p, HD)), (vec![], vec![G6]));
    p.do_all(&[G6, G7, G8], FIRST);
    assert_eq!(now(&p, HD), [G9]);
    p.answers(Gateway::CheckOk, FIRST, Answer::Yes);
    assert_eq!(now(&p, HD), [G10]);
    p.do_all(&[G10, G12], FIRST);
    assert_eq!((now(&p, FN), to_receive(&p, FN)), (vec![U20], vec![CutoverResult]));
}

#[test]
fn after_the_change_each_takes_in_the_result_and_fg_cleans_up() {
    let lines = [Line::close(SFTP).closed_by_fg(), Line::replace(SFTP, SFTP)];
    let (mut p, routes) = Player::with_lines(&lines);
    p.until_decision();
    p.until_receipts(1);
    p.do_all(&[G5, G6, G7, G8], FIRST);
    p.answers(Gateway::CheckOk, FIRST, Answer::Yes);
    p.do_all(&[G10, G12, U20], FIRST);
    for role in [SA, FI, FG] {
        assert_eq!(now(&p, role), [U21], "{role:?}");
        assert_eq!(to_receive(&p, role).len(), 1, "{role:?}");
    }
    p.tick(U21, FIRST, Holder { role: FG, organisation: None });
    assert_eq!((now(&p, FG), to_receive(&p, FG)), (vec![], vec![]));
    assert!(done(&p, FG).contains(&U21), "FG's own part is done");
    p.does(U21, FIRST);
    assert_eq!(now(&p, FG), [U22]);
    p.orders(routes[0], OrderKind::Close);
    assert_eq!((now(&p, FG), asked(&p, FG)), (vec![], vec![Gateway::StillUsed]));
    p.answers(Gateway::StillUsed, CASE, Answer::Yes);
    assert_eq!((now(&p, FG), asked(&p, FG)), (vec![U23], vec![]));
    p.does(U23, CASE);
    assert_eq!(now(&p, SA), [U24]);
    p.does(U24, CASE);
    for role in Role::ALL {
        let view = p.guide().role(*role);
        let left = (view.now.len(), view.waiting.len(), view.to_send.len(), view.to_receive.len());
        assert_eq!(left, (0, 0, 0, 0), "{role:?}");
    }
}
