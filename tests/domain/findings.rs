//! Each check appears when it should, in its place, and goes away when the thing is mended.

use udskift_it_system::domain::case::*;
use udskift_it_system::domain::guidance::*;
use udskift_it_system::domain::personal_data::looks_like_cpr;
use udskift_it_system::domain::process::{Activity, Answer, Gateway, Role};
use udskift_it_system::domain::time::LocalTime;

use super::player::*;
use Activity::*;
use FindingKind::*;
use Severity::{Error, Note, Warning};

/// The findings that are not about a role without a person.
fn found(p: &Player) -> Vec<Finding> {
    let named = |finding: &Finding| !matches!(finding.kind, RoleWithoutPerson(_));
    p.findings().into_iter().filter(named).collect()
}

fn finding(kind: FindingKind, severity: Severity, place: Place, source: Activity) -> Finding {
    Finding { kind, severity, place, source }
}

#[test]
fn a_route_that_is_not_decided() {
    let mut p = Player::new();
    let route = p.create(EntityKind::Route, |_| Vec::new());
    let open = RouteUndecided(vec![Question::Handling]);
    assert_eq!(found(&p), [finding(open, Warning, Place::Route(route), U7)]);
    p.route(route, RouteField::Handling, Handling::Keep);
    assert_eq!(found(&p), []);
}

#[test]
fn a_new_webservice_route_without_an_agreement() {
    let (mut p, routes) = Player::with_lines(&[Line::establish(WEBSERVICE)]);
    let place = Place::Order(routes[0], OrderKind::Establish);
    assert_eq!(found(&p), [finding(AgreementMissing, Error, place, U12)]);
    let agreement = p.agreement(p.other);
    p.route(routes[0], RouteField::Agreement, agreement);
    assert_eq!(found(&p), []);
}

#[test]
fn a_delegated_order_without_its_signatures() {
    let (mut p, routes) = Player::with_lines(&[Line::close(SFTP.not_party())]);
    let place = Place::Order(routes[0], OrderKind::Close);
    assert_eq!(found(&p), [finding(SignerUnclear, Error, place, U7)]);
    let signature = p.signature(routes[0], OrderKind::Close, None);
    assert_eq!(found(&p), [finding(SignaturesLacking(1), Error, place, U7)]);
    p.route(routes[0], RouteField::Signature(signature, SignatureField::Signed), day(4));
    assert_eq!(found(&p), []);
    p.route(routes[0], RouteField::Signature(signature, SignatureField::Removed), true);
    assert_eq!(found(&p), [finding(SignerUnclear, Error, place, U7)]);
}

#[test]
fn orders_without_a_bestillings_id() {
    let (mut p, routes) = Player::with_lines(&[Line::replace(SFTP, SFTP)]);
    p.until_overview();
    p.do_all(&[U13, F1], CASE);
    assert_eq!(found(&p), []);
    p.orders(routes[0], OrderKind::Close);
    let place = Place::Activity(F1, CASE);
    assert_eq!(found(&p), [finding(OrderIdMissing(1), Warning, place, F1)]);
    p.orders(routes[0], OrderKind::Establish);
    assert_eq!(found(&p), [finding(OrderIdMissing(2), Warning, place, F1)]);
    p.set(Field::Case(CaseField::OrderId), "B-1234");
    assert_eq!(found(&p), []);
}

#[test]
fn an_old_side_that_nobody_closes() {
    let (mut p, routes) = Player::with_lines(&[Line { closer: None, ..Line::replace(SFTP, SFTP) }]);
    assert_eq!(found(&p), [finding(NobodyCloses, Error, Place::Route(routes[0]), U13)]);
    p.route(routes[0], RouteField::Closer, Closer::OldOperations);
    assert_eq!(found(&p), []);
}

#[test]
fn an_old_route_closed_by_both() {
    let lines = [Line::close(SFTP), Line::replace(SFTP, SFTP).closed_by_fg(), Line::close(SFTP)];
    let (mut p, routes) = Player::with_lines(&lines);
    assert_eq!(found(&p), [], "lines without a name are not taken for one another");
    p.route(routes[0], RouteField::Name, "SF1500-12");
    p.route(routes[1], RouteField::Name, "sf1500-12 ");
    p.route(routes[2], RouteField::Name, "SF1500-13");
    let place = Place::Order(routes[1], OrderKind::Close);
    let twice = ClosedTwice { other: routes[0] };
    assert_eq!(found(&p), [finding(twice, Error, place, U13)]);
    p.route(routes[1], RouteField::Closer, Closer::NewOperations);
    assert_eq!(found(&p), []);
}

#[test]
fn a_plan_that_contradicts_the_moments() {
    let lines = [Line::replace(SFTP, SFTP), Line::replace(SFTP.implicit(), SFTP.implicit())];
    let (mut p, routes) = Player::with_lines(&lines);
    let position = |kind| RouteField::Order(kind, OrderField::Position);
    let (close, establish) = (OrderKind::Close, OrderKind::Establish);
    let set =
        |p: &mut Player, route, kind, place| p.route(route, position(kind), Value::Count(place));
    // Established in the preparation, closed and set up in the window, closed after the check.
    set(&mut p, routes[0], establish, 1);
    set(&mut p, routes[1], close, 2);
    set(&mut p, routes[1], establish, 3);
    set(&mut p, routes[0], close, 4);
    assert_eq!(found(&p), []);
    // The explicit old route before what is done in the window.
    set(&mut p, routes[0], close, 1);
    let against = |route, kind| {
        let other = PlanContradiction { other: routes[0], other_kind: close };
        finding(other, Warning, Place::Order(route, kind), F1)
    };
    assert_eq!(found(&p), [against(routes[1], close), against(routes[1], establish)]);
    // G4 before G3.
    set(&mut p, routes[0], close, 4);
    set(&mut p, routes[1], close, 3);
    set(&mut p, routes[1], establish, 2);
    let other = PlanContradiction { other: routes[1], other_kind: establish };
    let place = Place::Order(routes[1], close);
    assert_eq!(found(&p), [finding(other, Warning, place, F1)]);
    // Orders that share a place are in no order.
    set(&mut p, routes[1], close, 2);
    assert_eq!(found(&p), []);
}

#[test]
fn carry_out_decided_with_open_findings() {
    let (mut p, _) = Player::with_lines(&[Line::close(SFTP)]);
    p.set(Field::Case(CaseField::OrderId), "B-1");
    p.until_decision();
    p.window(1, "2026-11-21T22:00", "2026-11-21T20:00");
    p.answers(Gateway::CarryOut, FIRST, Answer::Go);
    let go = |n| finding(GoWithOpenFindings(n), Error, Place::Activity(U18, FIRST), U18);
    assert_eq!(found(&p).last(), Some(&go(1)));
    p.set(Field::Case(CaseField::OrderId), Value::Nothing);
    assert!(found(&p).contains(&go(2)));
    p.answers(Gateway::CarryOut, FIRST, Answer::Postpone);
    assert!(!found(&p).iter().any(|f| matches!(f.kind, GoWithOpenFindings(_))));
    p.answers(Gateway::CarryOut, FIRST, Answer::Go);
    p.set(Field::Case(CaseField::OrderId), "B-1");
    p.window(1, "2026-11-21T22:00", "2026-11-22T02:00");
    assert_eq!(found(&p), []);
}

#[test]
fn a_window_that_ends_before_it_starts() {
    let (mut p, _) = Player::with_lines(&[Line::keep()]);
    p.window(1, "2026-11-21T22:00", "2026-11-21T21:59");
    assert_eq!(found(&p), [finding(WindowEndsBeforeStart, Error, Place::Attempt(1), U16)]);
    p.window(1, "2026-11-21T22:00", "2026-11-22T03:00");
    assert_eq!(found(&p), []);
}

#[test]
fn a_step_planned_outside_its_window_is_told() {
    let (mut p, _) = Player::with_lines(&[Line::keep()]);
    p.window(1, "2026-12-01T20:00", "2026-12-02T04:00");
    for (at, outside) in [
        ("2026-12-01T19:59", true),
        ("2026-12-01T20:00", false),
        ("2026-12-02T04:00", false),
        ("2026-12-02T04:01", true),
    ] {
        p.set(Field::Planned(1, G3), LocalTime::parse(at));
        let told = finding(PlannedOutsideWindow(G3), Warning, Place::Attempt(1), G3);
        assert_eq!(found(&p), if outside { vec![told] } else { Vec::new() }, "{at}");
    }
}

#[test]
fn a_role_without_a_named_person() {
    let mut p = Player::new();
    let without = |p: &Player| {
        let all = p.findings().into_iter().map(|finding| match finding.kind {
            RoleWithoutPerson(role) => {
                assert_eq!((finding.severity, finding.place), (Note, Place::Role(role)));
                role
            }
            other => panic!("{other:?}"),
        });
        all.collect::<Vec<_>>()
    };
    assert_eq!(without(&p), Role::ALL);
    let person = p.create(EntityKind::Person, |id| {
        vec![(Field::Person(id, PersonField::Role(Role::Helpdesk)), true.into())]
    });
    assert_eq!(without(&p).len(), 6);
    assert!(!without(&p).contains(&Role::Helpdesk));
    p.remove(EntityKind::Person, person);
    assert_eq!(without(&p), Role::ALL);
}

#[test]
fn a_system_without_an_operations_manager() {
    let mut p = Player::new();
    assert_eq!(found(&p), []);
    p.set(Field::System(p.third, SystemField::Operator), Value::Nothing);
    assert_eq!(found(&p), [finding(OperatorMissing, Warning, Place::System(p.third), U7)]);
    p.set(Field::System(p.third, SystemField::Operator), p.involved);
    assert_eq!(found(&p), []);
    // An organisation that is removed operates nothing.
    p.remove(EntityKind::Organisation, p.new_supplier);
    let places: Vec<Place> = found(&p).iter().map(|f| f.place).collect();
    assert_eq!(places, [Place::System(p.new), Place::System(p.neighbour)]);
}

#[test]
fn an_activity_done_out_of_order() {
    let (mut p, _) = Player::with_lines(&[Line::keep()]);
    p.does(Start, CASE);
    p.does_early(U2, CASE, "Var allerede tilsluttet");
    let place = Place::Activity(U2, CASE);
    assert_eq!(found(&p), [finding(OutOfOrder, Warning, place, U2)]);
    p.does(U1, CASE);
    // What it lacked has come; that it came late stays worth knowing.
    assert_eq!(found(&p), [finding(OutOfOrder, Note, place, U2)]);
    p.takes_back(U2, CASE);
    assert_eq!(found(&p), []);
}

#[test]
fn a_completion_that_lost_its_basis() {
    let (mut p, _) = Player::with_lines(&[Line::keep()]);
    p.do_all(&[Start, U1, U2], CASE);
    p.takes_back(U1, CASE);
    assert_eq!(found(&p), [finding(BasisLost, Warning, Place::Activity(U2, CASE), U2)]);
    p.does(U1, CASE);
    assert_eq!(found(&p), []);
}

#[test]
fn an_order_placed_out_of_order() {
    let (mut p, routes) = Player::with_lines(&[Line::establish(SFTP)]);
    p.set(Field::Case(CaseField::OrderId), "B-1");
    p.until_overview();
    p.orders_anyway(routes[0], OrderKind::Establish);
    let place = Place::Order(routes[0], OrderKind::Establish);
    assert_eq!(found(&p), [finding(BasisLost, Warning, place, F5)]);
    let key = MarkKey::new(F5, Scope::Route(routes[0]), Role::NewOperations);
    p.set(Field::Done(key, MarkField::Reason), "Hastede");
    assert_eq!(found(&p), [finding(OutOfOrder, Warning, place, F5)]);
    p.do_all(&[U13, F1], CASE);
    assert_eq!(found(&p), [finding(OutOfOrder, Note, place, F5)]);
}

#[test]
fn a_text_that_looks_like_a_cpr_number() {
    let (mut p, routes) = Player::with_lines(&[Line::keep()]);
    let route = routes[0];
    let cpr = "Borger 010203-1234";
    let agreement = p.agreement(p.other);
    let incident = ReceiptField::Incident;
    let places = [
        (Field::Case(CaseField::Note), Place::Case),
        (Field::System(p.old, SystemField::Note), Place::System(p.old)),
        (Field::Route(route, RouteField::Note), Place::Route(route)),
        (
            Field::Route(
                route,
                RouteField::Receipt(OrderKind::Close, Occasion::Attempt(1), incident),
            ),
            Place::Route(route),
        ),
        (Field::Agreement(agreement, AgreementField::Note), Place::Agreement(agreement)),
        (Field::Attempt(1, AttemptField::Note), Place::Attempt(1)),
        (
            Field::Done(MarkKey::new(U7, CASE, Role::SystemManager), MarkField::Note),
            Place::Activity(U7, CASE),
        ),
        (
            Field::Decision(Gateway::CarryOut, FIRST, DecisionField::Note),
            Place::Activity(U18, FIRST),
        ),
    ];
    for (field, place) in places {
        p.set(field, cpr);
        let seen: Vec<_> =
            found(&p).iter().map(|f| (f.kind.clone(), f.severity, f.place)).collect();
        assert_eq!(seen, [(LooksLikeCpr, Warning, place)], "{field:?}");
        p.set(field, "Borger 1");
        assert_eq!(found(&p), [], "{field:?}");
    }
}

#[test]
fn cpr_numbers_are_told_from_other_numbers() {
    for text in ["0102031234", "010203-1234", "010203 1234", "(311299-0001)", "sag:290200-4321."] {
        assert!(looks_like_cpr(text), "{text}");
    }
    for text in [
        "",
        "010203",
        "010203-123",
        "010203-12345",
        "10102031234",
        "320199-1234",
        "011399-1234",
        "310499-1234",
        "300200-1234",
        "010203--1234",
        "01020-31234",
        "12345678",
        "SF1500-2026",
    ] {
        assert!(!looks_like_cpr(text), "{text}");
    }
}

#[test]
fn the_weightiest_come_first() {
    let (mut p, _) = Player::with_lines(&[Line::close(SFTP.not_party())]);
    p.set(Field::System(p.third, SystemField::Operator), Value::Nothing);
    let severities: Vec<Severity> = p.findings().iter().map(|f| f.severity).collect();
    assert_eq!(&severities[..3], [Error, Warning, Note]);
    assert!(severities.is_sorted());
}
