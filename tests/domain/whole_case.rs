//! A whole case with routes of every kind, from pkt. 1 to pkt. 24, with a roll back on the way.

use std::collections::BTreeMap;

use udskift_it_system::domain::case::*;
use udskift_it_system::domain::guidance::*;
use udskift_it_system::domain::process::{Activity, Answer, Gateway};

use super::player::*;
use Activity::*;

/// Thirty-four lines: every type, addressing, party and closer.
fn lines() -> Vec<Line> {
    let mut lines = Vec::new();
    for kind in [WEBSERVICE, SFTP] {
        for facts in [kind, kind.implicit()] {
            lines.extend([
                Line::replace(facts, facts),
                Line::replace(facts.not_party(), facts),
                Line::replace(facts.not_party(), facts).closed_by_fg(),
                Line::replace(facts.not_party(), facts).closed_by_fg().early(),
                Line::establish(facts),
                Line::establish(facts.not_party()),
                Line::close(facts.inactive().not_party()),
            ]);
        }
        lines.push(Line::close(kind.inactive()).closed_by_fg());
    }
    // SFTP becomes a webservice, implicit becomes explicit.
    lines.push(Line::replace(SFTP.not_party(), WEBSERVICE));
    lines.push(Line::replace(SFTP.implicit().not_party(), SFTP));
    lines.extend([Line::keep(), Line::keep()]);
    lines
}

fn orders_by<K: Ord>(p: &Player, key: impl Fn(&Order) -> Option<K>) -> BTreeMap<K, usize> {
    let mut counts = BTreeMap::new();
    for order in p.guide().routes.values().flat_map(|route| &route.orders) {
        if let Some(key) = key(order) {
            *counts.entry(key).or_default() += 1;
        }
    }
    counts
}

#[test]
fn thirty_four_routes_of_every_kind_from_the_first_message_to_the_last_agreement() {
    let (mut p, routes) = Player::with_lines(&lines());
    p.set(Field::Case(CaseField::OrderId), "BEST-1");
    p.until_overview();
    assert_eq!(p.guide().tally.decided, 34);

    // Every form of section 4.1 is called for, each as often as the lines say.
    let forms = orders_by(&p, |order| order.form);
    let expected =
        [(U22, 10), (F2, 4), (F3, 10), (F4, 2), (F5, 11), (F6, 2), (F7, 11)].into_iter().collect();
    assert_eq!(forms, expected);

    let agreement = p.agrees(p.other);
    p.do_all(&[U13, F1], CASE);
    // 10 closings and 4 new routes lie with someone else's signature.
    assert_eq!(p.guide().tally.unsigned, 14);
    p.prepares_after_f1(Some(agreement));
    assert_eq!(p.guide().tally.unsigned, 0);
    assert_eq!(p.guide().tally.fn_placed, p.guide().tally.fn_orders);
    p.does(U15, CASE);

    fails(&mut p, &routes);
    succeeds(&mut p);

    // Only FG's own late orders are left.
    assert_eq!(p.ready(), [U22]);
    let late: Vec<Id> = (p.guide().routes.iter())
        .filter(|(_, decision)| decision.orders.iter().any(|order| order.placed.is_none()))
        .map(|(id, _)| *id)
        .collect();
    assert_eq!(late.len(), 6);
    for route in late {
        assert!(p.is_ready(U22, CASE));
        p.orders(route, OrderKind::Close);
    }
    assert!(p.is_done(U22, CASE));

    p.answers(Gateway::StillUsed, CASE, Answer::Yes);
    p.does(U23, CASE);
    assert!(!p.guide().is_finished());
    p.does(U24, CASE);
    assert!(p.guide().is_finished());
    assert_eq!(p.ready(), []);

    let progress = p.guide().progress;
    assert!(progress.changed);
    assert_eq!((progress.done, progress.orders_placed), (progress.activities, progress.orders));
    let left: Vec<_> = p.findings().into_iter().filter(of_the_work).collect();
    assert_eq!(left, [], "nothing was done out of order, and nothing is left to look at");
    same_from_the_file(&p);
}

/// The first attempt: an incident that is resolved, a check that fails, and a roll back.
fn fails(p: &mut Player, routes: &[Id]) {
    p.do_all(&[U16, U17], FIRST);
    p.until_receipts(1);
    // What is implicit changes in the window: 5 closed by FN and 2 that FG ordered early, 8 that replace and 4 new.
    let due = p.guide().tally.receipts_due();
    let window = orders_by(p, |order| (order.moment == Some(Moment::Window)).then_some(order.kind));
    assert_eq!(window, [(OrderKind::Close, 7), (OrderKind::Establish, 12)].into_iter().collect());
    assert_eq!(due, 19);

    let implicit = routes[7];
    p.receipt(implicit, OrderKind::Establish, 1, ReceiptState::Failed);
    p.does(G5, FIRST);
    assert!(p.waits(G6, FIRST).iter().any(|(on, _)| *on == WaitOn::Incidents(1)));
    p.resolves(implicit, OrderKind::Establish, 1);
    p.do_all(&[G6, G7, G8], FIRST);
    p.answers(Gateway::CheckOk, FIRST, Answer::No);
    p.do_all(&[G11, G12, U20, U21], FIRST);
    assert_eq!(p.guide().attempts[0].outcome, Outcome::RolledBack);
    assert_eq!(p.ready(), [U16], "the case is back where the time of the change is agreed");
}

fn succeeds(p: &mut Player) {
    p.do_all(&[U16, U17], SECOND);
    p.until_receipts(2);
    p.ends(2, Answer::Yes);
    assert_eq!(p.guide().attempts[1].outcome, Outcome::Succeeded);
}

/// People and windows are not what this case is about.
fn of_the_work(finding: &Finding) -> bool {
    !matches!(finding.kind, FindingKind::RoleWithoutPerson(_))
}

/// All this is in the events alone: the same events in the opposite order are the same finished case.
fn same_from_the_file(p: &Player) {
    let mut events: Vec<Event> = p.file.log().events().cloned().collect();
    events.reverse();
    let (again, _) = CaseFile::from_events(events);
    assert_eq!(again.case(), p.file.case());
}
