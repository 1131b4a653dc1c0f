//! Where a case stands on the diagrams, and a route on its own.

use udskift_it_system::domain::case::*;
use udskift_it_system::domain::diagram::{Count, Counted, Font, Standings, State, width_of};
use udskift_it_system::domain::process::{Activity, Answer, Gateway, Role};
use udskift_it_system::text::process_page::count_short;

use super::player::*;
use Activity::*;

fn state(p: &Player, activity: Activity, role: Role) -> State {
    Standings::of_case(&p.guide()).activity(activity, role).unwrap().state
}

#[test]
fn every_activity_of_every_pool_has_a_state_in_an_empty_case_and_only_the_start_is_ready() {
    let standings = Standings::of_case(&Player::new().guide());
    for activity in Activity::ALL {
        for role in activity.info().roles {
            let standing = standings.activity(*activity, *role);
            let state = standing.unwrap_or_else(|| panic!("{activity:?} of {role:?}")).state;
            assert_eq!(state == State::Ready, *activity == Start, "{activity:?} {state:?}");
        }
    }
}

#[test]
fn each_role_has_its_own_state_in_what_several_do() {
    let (mut p, _) = Player::with_lines(&[Line::replace(SFTP, SFTP)]);
    p.until_overview();
    p.does(U13, CASE);
    p.prepares(None);
    p.does(U15, CASE);
    p.does(U16, FIRST);
    let helpdesk = Holder { role: Role::Helpdesk, organisation: None };
    p.tick(U17, FIRST, helpdesk);
    assert_eq!(state(&p, U17, Role::Helpdesk), State::Done);
    assert_eq!(state(&p, U17, Role::SystemManager), State::Ready);
    assert_eq!(state(&p, U9, Role::NewOperations), State::NotApplicable);
}

#[test]
fn the_loop_over_the_routes_is_counted() {
    let lines = [
        Line::replace(SFTP.not_party(), SFTP),
        Line::establish(SFTP),
        Line::close(SFTP).closed_by_fg(),
        Line::keep(),
    ];
    let (mut p, routes) = Player::with_lines(&lines);
    p.until_overview();
    p.do_all(&[U13, F1], CASE);
    let count = |p: &Player, activity| {
        let standings = Standings::of_case(&p.guide());
        let standing = standings.activity(activity, Role::NewOperations).unwrap();
        (standing.state, standing.count.map(|count| (count.done, count.all)))
    };
    // What FG closes and what is kept needs nothing of FN's.
    assert_eq!(count(&p, U14).1, Some((2, 4)));
    assert_eq!(count(&p, F5), (State::Ready, Some((0, 2))));
    assert_eq!(count(&p, F3), (State::Ready, Some((0, 1))));
    assert_eq!(count(&p, F6), (State::NotApplicable, None));
    p.orders(routes[1], OrderKind::Establish);
    assert_eq!(count(&p, F5), (State::Ready, Some((1, 2))));
    assert_eq!(count(&p, U14).1, Some((3, 4)));
}

#[test]
fn a_route_has_its_own_way_through_forbered_ruter() {
    let (mut p, routes) = Player::with_lines(&[Line::replace(SFTP.not_party(), WEBSERVICE)]);
    p.until_overview();
    let agreement = p.agrees(p.other);
    p.do_all(&[U13, F1], CASE);
    p.route(routes[0], RouteField::Agreement, agreement);
    p.orders(routes[0], OrderKind::Establish);
    let standings = Standings::of_route(&p.guide(), routes[0]);
    let state = |activity| standings.activity(activity, Role::NewOperations).unwrap().state;
    assert_eq!(
        [F2, F3, F4, F5, F6, F7].map(state),
        [
            State::NotApplicable,
            State::Ready,
            State::NotApplicable,
            State::NotApplicable,
            State::NotApplicable,
            State::Done,
        ]
    );
    assert_eq!(standings.answer(Gateway::CloseParty), Some(Answer::NotParty));
    assert_eq!(standings.answer(Gateway::RouteType), Some(Answer::Webservice));
    assert_eq!(standings.scope_of(Gateway::RouteType), Scope::Route(routes[0]));
    assert_eq!(standings.activity(U1, Role::SystemManager), None);
}

#[test]
fn an_attempt_that_was_rolled_back_leaves_the_figure_to_the_next() {
    let (mut p, _) = Player::with_lines(&[Line::replace(SFTP.implicit(), SFTP.implicit())]);
    p.until_decision();
    p.until_receipts(1);
    let standings = Standings::of_case(&p.guide());
    let receipts = standings.activity(G5, Role::NewOperations).unwrap().count.unwrap();
    assert_eq!((receipts.done, receipts.all, receipts.of), (2, 2, Counted::Receipts));
    assert_eq!(standings.answer(Gateway::ImplicitRoutes), Some(Answer::Yes));
    p.ends(1, Answer::No);
    let standings = Standings::of_case(&p.guide());
    assert_eq!(standings.attempt, 2);
    assert_eq!(standings.answer(Gateway::CheckOk), None);
    assert_eq!(standings.activity(U16, Role::NewOperations).unwrap().scope, SECOND);
    assert_eq!(state(&p, U16, Role::NewOperations), State::Ready);
    assert_eq!(state(&p, G11, Role::Helpdesk), State::Waiting);
}

#[test]
fn a_count_is_cut_where_its_box_has_no_room() {
    let fits = |text: &str| width_of(text, Font::Box) <= 98;
    let short = |done, all, of| count_short(Count { done, all, of }, fits);
    assert_eq!(short(12, 38, Counted::Routes), "12 af 38 ruter");
    assert_eq!(short(0, 15, Counted::Receipts), "0 af 15");
    assert_eq!(short(12_345, 12_345, Counted::Routes), "12.345/12.345");
}
