//! Every activity has its place on paper: whose turn it is before it is done, and the record after.

use std::collections::BTreeSet;

use udskift_it_system::domain::case::*;
use udskift_it_system::domain::documents::{Choices, Document};
use udskift_it_system::domain::process::{Activity, Answer, Gateway, ScopeKind};
use udskift_it_system::text::activity_name;

use super::player::*;
use super::printed::{paper, plain};
use Activity::*;

/// A case with routes that call for every order form, played to its end with a roll back on the way.
fn played() -> Player {
    let delegated = WEBSERVICE.not_party();
    let (mut p, _) = Player::with_lines(&[
        Line::replace(SFTP.implicit(), SFTP.implicit()),
        Line::replace(SFTP.not_party(), SFTP.not_party()),
        Line::replace(delegated, delegated),
        Line::establish(WEBSERVICE),
        Line::close(SFTP).closed_by_fg(),
    ]);
    p.until_decision();
    p.until_receipts(1);
    p.ends(1, Answer::No);
    p.do_all(&[U16, U17], SECOND);
    p.until_receipts(2);
    p.ends(2, Answer::Yes);
    for (route, decision) in p.guide().routes {
        for order in decision.orders.iter().filter(|order| order.by_old_operations()) {
            p.orders(route, order.kind);
        }
    }
    p.answers(Gateway::StillUsed, CASE, Answer::No);
    p.do_all(&[U23, U24], CASE);
    p
}

/// The papers of this kind as they were after each event.
fn papers(p: &Player, document: Document) -> Vec<String> {
    let events: Vec<Event> = p.file.log().events().cloned().collect();
    let mut found = Vec::new();
    for known in 1..=events.len() {
        let mut earlier = Player::new();
        earlier.file = CaseFile::from_events(events[..known].iter().cloned()).0;
        found.extend(paper(&earlier, document, &Choices::default()).plain());
    }
    found
}

fn unnamed(lines: &[String]) -> BTreeSet<Activity> {
    let named =
        |activity: &Activity| lines.iter().any(|line| line.contains(activity_name(*activity)));
    Activity::ALL.iter().copied().filter(|activity| !named(activity)).collect()
}

fn of_routes(activity: &Activity) -> bool {
    activity.info().scope == ScopeKind::Route
}

#[test]
fn every_activity_stands_on_the_status_when_it_is_someones_turn() {
    let missing = unnamed(&papers(&played(), Document::Status));
    // Those of one route are on the paper of the route; what is made of others stands as those.
    let elsewhere =
        |activity: &Activity| of_routes(activity) || !activity.info().made_of.is_empty();
    assert_eq!(missing.into_iter().filter(|it| !elsewhere(it)).collect::<Vec<_>>(), []);
}

#[test]
fn every_activity_of_a_route_is_a_form_on_the_routes_paper() {
    let missing = unnamed(&plain(&played(), Document::Routes));
    assert_eq!(missing.into_iter().filter(of_routes).collect::<Vec<_>>(), []);
}

#[test]
fn every_activity_that_was_done_stands_in_the_record() {
    let missing = unnamed(&plain(&played(), Document::History));
    assert_eq!(
        missing.into_iter().collect::<Vec<_>>(),
        [U14, U18, U19, G9],
        "parts and answers stand instead"
    );
}

#[test]
fn every_activity_of_the_window_is_a_step_of_the_run_book() {
    let missing = unnamed(&plain(&played(), Document::RunBook));
    assert_eq!(missing.into_iter().filter(|it| *it >= G1).collect::<Vec<_>>(), []);
}
