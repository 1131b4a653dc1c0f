//! Eksekveringsoversigt: the sequence that the moments give, and what can be moved in it by hand.

use udskift_it_system::domain::case::*;
use udskift_it_system::domain::guidance::*;
use udskift_it_system::domain::process::Activity;
use udskift_it_system::domain::spreadsheet::Cell;
use udskift_it_system::domain::time::LocalTime;
use udskift_it_system::text::execution_plan::{plan_rows, signature_rows};

use super::player::*;

fn plan(p: &Player) -> ExecutionPlan {
    execution_plan(p.file.case(), &p.guide())
}

/// The orders of a phase, by route.
fn of(plan: &ExecutionPlan, activity: Activity) -> Vec<Id> {
    let phase = plan.phases.iter().find(|phase| phase.activity == activity);
    phase.map(|it| it.orders.iter().map(|order| order.route).collect()).unwrap_or_default()
}

fn moves(p: &mut Player, route: Id, kind: OrderKind, toward: Toward) -> usize {
    let changes = moved(p.file.case(), &p.guide(), route, kind, toward);
    let count = changes.len();
    p.write(changes);
    count
}

/// Three implicit routes replaced in the window, one explicit, and one that is only set up.
fn mixed() -> (Player, Vec<Id>) {
    let implicit = Line::replace(SFTP.implicit(), SFTP.implicit());
    Player::with_lines(&[
        implicit,
        Line::replace(SFTP, SFTP),
        implicit,
        Line::establish(SFTP),
        implicit,
    ])
}

#[test]
fn every_order_has_one_place_in_the_order_of_time() {
    let (p, r) = mixed();
    let plan = plan(&p);
    let moments: Vec<Moment> = plan.phases.iter().map(|phase| phase.moment).collect();
    assert!(moments.is_sorted(), "{moments:?}");
    assert_eq!(of(&plan, Activity::G3), [r[0], r[2], r[4]], "closed first in the window");
    assert_eq!(of(&plan, Activity::G4), [r[0], r[2], r[4]], "then set up");
    assert_eq!(of(&plan, Activity::U14), [r[1], r[3]], "explicit ones are set up while preparing");
    assert_eq!(of(&plan, Activity::G10), [r[1]], "and closed when the check has passed");
    let numbers: Vec<usize> = plan
        .phases
        .iter()
        .flat_map(|phase| phase.orders.iter().map(|order| order.number))
        .collect();
    let orders: usize = p.guide().routes.values().map(|decision| decision.orders.len()).sum();
    assert_eq!(numbers, (1..=orders).collect::<Vec<_>>());
}

#[test]
fn an_order_is_moved_within_its_phase_and_contradicts_nothing() {
    let (mut p, r) = mixed();
    assert_eq!(
        moves(&mut p, r[4], OrderKind::Close, Toward::Earlier),
        3,
        "the phase gets its places"
    );
    assert_eq!(of(&plan(&p), Activity::G3), [r[0], r[4], r[2]]);
    assert_eq!(moves(&mut p, r[4], OrderKind::Close, Toward::Earlier), 2, "two change places");
    assert_eq!(of(&plan(&p), Activity::G3), [r[4], r[0], r[2]]);
    assert_eq!(moves(&mut p, r[4], OrderKind::Close, Toward::Earlier), 0, "it is the first");
    assert_eq!(moves(&mut p, r[2], OrderKind::Close, Toward::Later), 0, "it is the last");
    assert_eq!(of(&plan(&p), Activity::G4), [r[0], r[2], r[4]], "the others are as they were");
    moves(&mut p, r[3], OrderKind::Establish, Toward::Earlier);
    moves(&mut p, r[2], OrderKind::Establish, Toward::Later);
    let contradicts = |f: &Finding| matches!(f.kind, FindingKind::PlanContradiction { .. });
    assert!(!p.findings().iter().any(contradicts), "{:?}", p.findings());
    assert_eq!(of(&plan(&p), Activity::U14), [r[3], r[1]]);
    assert_eq!(of(&plan(&p), Activity::G4), [r[0], r[4], r[2]]);
}

#[test]
fn places_stay_free_of_contradictions_when_a_route_comes_between() {
    let (mut p, r) = mixed();
    moves(&mut p, r[4], OrderKind::Close, Toward::Earlier);
    moves(&mut p, r[2], OrderKind::Establish, Toward::Earlier);
    let new = p.line(Line::replace(SFTP.implicit(), SFTP.implicit()));
    moves(&mut p, new, OrderKind::Close, Toward::Earlier);
    let contradicts = |f: &Finding| matches!(f.kind, FindingKind::PlanContradiction { .. });
    assert!(!p.findings().iter().any(contradicts), "{:?}", p.findings());
    assert_eq!(of(&plan(&p), Activity::G3), [r[0], r[4], new, r[2]]);
}

#[test]
fn an_order_without_a_moment_waits_at_the_end() {
    let (mut p, r) = Player::with_lines(&[Line::establish(SFTP), Line::establish(SFTP)]);
    p.route(r[0], RouteField::Side(Side::New, SideField::Addressing), Value::Nothing);
    let plan = plan(&p);
    assert_eq!(plan.open.iter().map(|order| order.route).collect::<Vec<_>>(), [r[0]]);
    assert_eq!(of(&plan, Activity::U14), [r[1]]);
}

#[test]
fn the_tables_name_each_order_and_who_signs_for_many_stands_together() {
    let (mut p, r) = Player::with_lines(&[
        Line::establish(SFTP.not_party()),
        Line::establish(SFTP),
        Line::establish(SFTP.not_party()),
        Line::establish(SFTP.not_party()),
    ]);
    p.set(Field::Case(CaseField::OrderId), "BEST-1");
    for (route, signer) in [(r[0], "Karen"), (r[2], "Ole"), (r[3], "Karen")] {
        let id = p.signature(route, OrderKind::Establish, Some(day(3)));
        p.route(route, RouteField::Signature(id, SignatureField::Signer), signer);
    }
    let plan = plan(&p);
    let (case, guidance) = (p.file.case(), p.guide());
    let local = |millis| LocalTime::at(millis, 60);
    let rows = plan_rows(case, &guidance, &plan, local);
    assert_eq!(rows.len(), 1 + 4);
    assert!(rows.iter().all(|row| row.len() == rows[0].len()));
    assert!(rows[1..].iter().all(|row| row.contains(&"BEST-1".into())), "{rows:?}");
    let signed = signature_rows(case, &guidance, &plan);
    let signers: Vec<String> = signed[1..].iter().map(|row| row[0].shown()).collect();
    assert_eq!(signers, ["Karen", "Karen", "Ole"]);
    let days: Vec<Option<&Cell>> = signed.iter().map(|row| row.get(6)).collect();
    let signed_on = Cell::day(Some(day(3)));
    assert_eq!(days[0], Some(&"Skrevet under".into()));
    assert!(days[1..].iter().all(|cell| *cell == Some(&signed_on)), "days are days: {days:?}");
    assert!(rows[1..].iter().all(|row| matches!(row[0], Cell::Count(_))), "and numbers numbers");
}
