//! The route decision, row by row of the domain's table: form, orderer, delegation, moment, agreement, path and reasons.

use udskift_it_system::domain::case::*;
use udskift_it_system::domain::guidance::*;
use udskift_it_system::domain::process::{Activity, Answer, Gateway, Role};

use super::player::*;
use Activity::*;
use Addressing::{Explicit, Implicit};
use Closer::{NewOperations as ByFn, OldOperations as ByFg};
use Moment::*;
use RouteType::{Sftp, Webservice};

/// What an order is to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    pub kind: OrderKind,
    pub orderer: Role,
    pub form: Activity,
    pub delegated: bool,
    pub moment: Moment,
    pub needs_agreement: bool,
}

type Closing = (Closer, bool, bool, Addressing, bool, Activity, bool, Moment);
type Establishing = (RouteType, bool, Addressing, Activity, bool, Moment, bool);

/// Closer, party, active, addressing, ordered early → form, delegated, moment.
#[rustfmt::skip]
const CLOSE: &[Closing] = &[
    (ByFn, true,  false, Explicit, false, F2,  false, Preparation),
    (ByFn, true,  false, Implicit, false, F2,  false, Preparation),
    (ByFn, true,  true,  Implicit, false, F2,  false, Window),
    (ByFn, true,  true,  Explicit, false, F2,  false, AfterCheck),
    (ByFn, false, false, Explicit, false, F3,  true,  Preparation),
    (ByFn, false, false, Implicit, false, F3,  true,  Preparation),
    (ByFn, false, true,  Implicit, false, F3,  true,  Window),
    (ByFn, false, true,  Explicit, false, F3,  true,  AfterCheck),
    (ByFg, true,  false, Explicit, false, U22, false, AfterChange),
    (ByFg, true,  false, Implicit, false, U22, false, AfterChange),
    (ByFg, true,  true,  Implicit, false, U22, false, AfterChange),
    (ByFg, true,  true,  Explicit, false, U22, false, AfterChange),
    (ByFg, false, false, Explicit, false, U22, false, AfterChange),
    (ByFg, false, true,  Explicit, false, U22, false, AfterChange),
    (ByFg, true,  false, Explicit, true,  U22, false, AfterChange),
    (ByFg, true,  true,  Implicit, true,  U22, false, Window),
    (ByFg, true,  true,  Explicit, true,  U22, false, AfterCheck),
    (ByFg, false, true,  Implicit, true,  U22, false, Window),
];

/// Type, party, addressing → form, delegated, moment, agreement.
#[rustfmt::skip]
const ESTABLISH: &[Establishing] = &[
    (Sftp,       true,  Explicit, F5, false, Preparation, false),
    (Sftp,       true,  Implicit, F5, false, Window,      false),
    (Sftp,       false, Explicit, F4, true,  Preparation, false),
    (Sftp,       false, Implicit, F4, true,  Window,      false),
    (Webservice, true,  Explicit, F7, false, Preparation, true),
    (Webservice, true,  Implicit, F7, false, Window,      true),
    (Webservice, false, Explicit, F6, true,  Preparation, true),
    (Webservice, false, Implicit, F6, true,  Window,      true),
];

fn rows_to_close() -> impl Iterator<Item = (Option<Closer>, bool, Facts, Row)> {
    CLOSE.iter().flat_map(|&(closer, party, active, addressing, early, form, delegated, moment)| {
        let orderer = if closer == ByFn { Role::NewOperations } else { Role::OldOperations };
        let kind = OrderKind::Close;
        let row = Row { kind, orderer, form, delegated, moment, needs_agreement: false };
        // The old side's type makes no difference to its closing.
        RouteType::ALL.iter().map(move |kind| {
            (Some(closer), early, Facts { kind: *kind, addressing, active, party }, row)
        })
    })
}

fn rows_to_establish() -> impl Iterator<Item = (Facts, Row)> {
    ESTABLISH.iter().map(|&(kind, party, addressing, form, delegated, moment, needs_agreement)| {
        let facts = Facts { kind, addressing, party, active: true };
        let (kind, orderer) = (OrderKind::Establish, Role::NewOperations);
        (facts, Row { kind, orderer, form, delegated, moment, needs_agreement })
    })
}

/// The orders of a line, by the table.
pub fn expected_orders(line: Line) -> Vec<Row> {
    let closes = matches!(line.handling, Handling::Replace | Handling::Close);
    let establishes = matches!(line.handling, Handling::Replace | Handling::Establish);
    let to_close = rows_to_close().filter(|(closer, early, old, _)| {
        closes && (*closer, *early, *old) == (line.closer, line.early, line.old)
    });
    let to_establish = rows_to_establish().filter(|(new, _)| establishes && *new == line.new);
    to_close.map(|found| found.3).chain(to_establish.map(|found| found.1)).collect()
}

fn check(line: Line, expected: &[Row]) {
    let (p, routes) = Player::with_lines(&[line]);
    let decision = p.decision(routes[0]);
    let orders: Vec<Row> = decision
        .orders
        .iter()
        .map(|order| Row {
            kind: order.kind,
            orderer: order.orderer,
            form: order.form.unwrap(),
            delegated: order.delegated().unwrap(),
            moment: order.moment.unwrap(),
            needs_agreement: order.agreement == AgreementNeed::Missing,
        })
        .collect();
    assert_eq!(orders, expected, "{line:?}");
    assert_eq!(decision.open, [], "{line:?}");
    for order in &decision.orders {
        // A delegated order needs signers that nobody has named; any other needs none.
        let signing =
            if order.delegated().unwrap() { Signing::Unclear } else { Signing::NotNeeded };
        assert_eq!(order.signing, signing, "{line:?}");
    }
    check_path(line, &decision);
}

/// The questions of Forbered ruter in the order they are met, and no other.
fn check_path(line: Line, decision: &RouteDecision) {
    let party = |yes| Some(if yes { Answer::Party } else { Answer::NotParty });
    let closes = matches!(line.handling, Handling::Replace | Handling::Close);
    let mut expected = vec![(Gateway::CloseRoute, Some(Answer::No))];
    if closes && line.closer == Some(ByFn) {
        expected = vec![
            (Gateway::CloseRoute, Some(Answer::Yes)),
            (Gateway::CloseParty, party(line.old.party)),
        ];
    }
    if matches!(line.handling, Handling::Replace | Handling::Establish) {
        let kind = if line.new.kind == Sftp { Answer::Sftp } else { Answer::Webservice };
        expected.push((Gateway::EstablishRoute, Some(Answer::Yes)));
        expected.push((Gateway::RouteType, Some(kind)));
        expected.push((Gateway::EstablishParty, party(line.new.party)));
    } else {
        expected.push((Gateway::EstablishRoute, Some(Answer::No)));
    }
    let path: Vec<_> = decision.path.iter().map(|step| (step.gateway, step.answer)).collect();
    assert_eq!(path, expected, "{line:?}");
}

#[test]
fn every_route_to_close() {
    for (closer, early, old, row) in rows_to_close() {
        check(Line { closer, early, ..Line::close(old) }, &[row]);
    }
}

#[test]
fn every_route_to_establish() {
    for (new, row) in rows_to_establish() {
        check(Line::establish(new), &[row]);
    }
}

#[test]
fn every_route_to_replace() {
    for (closer, early, old, to_close) in rows_to_close() {
        for (new, to_establish) in rows_to_establish() {
            check(Line { closer, early, ..Line::replace(old, new) }, &[to_close, to_establish]);
        }
    }
}

#[test]
fn a_route_to_keep_has_no_order() {
    check(Line::keep(), &[]);
}

#[test]
fn the_new_side_is_a_copy_of_the_old_with_the_new_system_in_its_place() {
    let (mut p, routes) = Player::with_lines(&[Line::close(SFTP.implicit().not_party())]);
    let route = routes[0];
    p.route(route, RouteField::Handling, Handling::Replace);
    let authority = p.create(EntityKind::Authority, |_| Vec::new());
    p.route(route, RouteField::Side(Side::Old, SideField::Authority), authority);
    let new = p.decision(route).new.unwrap();
    assert_eq!((new.from, new.to), (Some(p.other), Some(p.new)));
    assert_eq!((new.kind, new.addressing), (Some(Sftp), Some(Implicit)));
    assert_eq!(new.authority, Some(authority));
    let order = p.order(route, OrderKind::Establish);
    // FN is party to the new route though not to the old one.
    assert_eq!((order.form, order.moment), (Some(F5), Some(Window)));
    assert_eq!(p.order(route, OrderKind::Close).form, Some(F3));
    assert_eq!(reason(&p, route, Gateway::RouteType), Because::TypeTakenOver(Sftp));
}

#[test]
fn a_replacement_turns_sftp_into_a_webservice_and_implicit_into_explicit() {
    let (mut p, routes) = Player::with_lines(&[Line::close(SFTP.implicit())]);
    let route = routes[0];
    p.route(route, RouteField::Handling, Handling::Replace);
    p.route(route, RouteField::Side(Side::New, SideField::Type), Webservice);
    p.route(route, RouteField::Side(Side::New, SideField::Addressing), Explicit);
    let order = p.order(route, OrderKind::Establish);
    assert_eq!((order.form, order.moment), (Some(F7), Some(Preparation)));
    assert_eq!(p.order(route, OrderKind::Close).moment, Some(Window));
    assert_eq!(reason(&p, route, Gateway::RouteType), Because::TypeEntered(Webservice));
}

#[test]
fn who_closes_and_what_is_closed_is_said_on_the_path() {
    let (p, routes) = Player::with_lines(&[
        Line::close(SFTP),
        Line::close(SFTP).closed_by_fg(),
        Line::establish(SFTP),
        Line::keep(),
    ]);
    let because = |route: usize| reason(&p, routes[route], Gateway::CloseRoute);
    assert_eq!(because(0), Because::Handling(Handling::Close));
    assert_eq!(because(1), Because::ClosedBy(ByFg));
    assert_eq!(because(2), Because::Handling(Handling::Establish));
    assert_eq!(because(3), Because::Handling(Handling::Keep));
    assert_eq!(p.order(routes[1], OrderKind::Close).because, Because::OwnSystem);
}

#[test]
fn party_is_derived_from_the_organisations_of_the_two_systems() {
    let (p, routes) = Player::with_lines(&[Line::replace(SFTP.not_party(), SFTP)]);
    let (role, organisation) = (Role::NewOperations, p.new_supplier);
    assert_eq!(
        reason(&p, routes[0], Gateway::CloseParty),
        Because::PartyToNeither { role, organisation }
    );
    assert_eq!(
        reason(&p, routes[0], Gateway::EstablishParty),
        Because::PartyTo { role, side: Side::New, end: End::To, system: p.new, organisation }
    );
}

#[test]
fn party_is_confirmed_or_overruled_with_a_reason() {
    let (mut p, routes) = Player::with_lines(&[Line::close(SFTP)]);
    let route = routes[0];
    let derived = reason(&p, route, Gateway::CloseParty);
    p.route(route, RouteField::Order(OrderKind::Close, OrderField::Party), true);
    match reason(&p, route, Gateway::CloseParty) {
        Because::Confirmed { derived: rests_on, .. } => assert_eq!(*rests_on, derived),
        other => panic!("{other:?}"),
    }
    assert_eq!(p.order(route, OrderKind::Close).form, Some(F2));

    p.route(route, RouteField::Order(OrderKind::Close, OrderField::Party), false);
    p.route(route, RouteField::Order(OrderKind::Close, OrderField::PartyReason), "Ny aftale");
    match reason(&p, route, Gateway::CloseParty) {
        Because::Overruled { derived: rests_on, reason, .. } => {
            assert_eq!((*rests_on, reason.as_str()), (derived, "Ny aftale"));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(p.order(route, OrderKind::Close).form, Some(F3));
}

#[test]
fn party_is_open_until_enough_is_entered_and_says_what_lacks() {
    let mut p = Player::new();
    let unknown = p.create(EntityKind::System, |_| Vec::new());
    let route = p.line(Line::close(SFTP));
    let from = RouteField::Side(Side::Old, SideField::System(End::From));
    let to = RouteField::Side(Side::Old, SideField::System(End::To));
    p.route(route, from, Value::Nothing);
    p.route(route, to, unknown);
    assert_eq!(
        reason(&p, route, Gateway::CloseParty),
        Because::PartyOpen(vec![Lacking::System(Side::Old, End::From), Lacking::Operator(unknown)])
    );
    assert_eq!(p.decision(route).open, [Question::Party(Side::Old)]);
    assert_eq!(p.order(route, OrderKind::Close).form, None);
    // One end is enough where FN runs it.
    p.route(route, to, p.new);
    assert_eq!(p.order(route, OrderKind::Close).form, Some(F2));
    // Without knowing who orders, nothing can be told.
    p.set(Field::Case(CaseField::NewSystem), Value::Nothing);
    let lacking = vec![Lacking::Orderer(Role::NewOperations)];
    assert_eq!(reason(&p, route, Gateway::CloseParty), Because::PartyOpen(lacking));
    // What cannot be derived can be answered.
    p.route(route, RouteField::Order(OrderKind::Close, OrderField::Party), true);
    assert_eq!(p.order(route, OrderKind::Close).form, Some(F2));
    assert_eq!(p.decision(route).open, []);
}

#[test]
fn open_questions_are_listed_and_answered_one_by_one() {
    let mut p = Player::new();
    let route = p.create(EntityKind::Route, |_| Vec::new());
    assert_eq!(p.decision(route).open, [Question::Handling]);
    assert_eq!(reason(&p, route, Gateway::CloseRoute), Because::HandlingOpen);

    p.route(route, RouteField::Handling, Handling::Replace);
    let open = p.decision(route).open;
    for question in [
        Question::Closer,
        Question::Type(Side::New),
        Question::Party(Side::New),
        Question::Addressing(Side::New),
    ] {
        assert!(open.contains(&question), "{question:?} in {open:?}");
    }
    assert_eq!(reason(&p, route, Gateway::CloseRoute), Because::CloserOpen);

    p.route(route, RouteField::Closer, ByFn);
    let open = p.decision(route).open;
    assert!(open.contains(&Question::Active) && open.contains(&Question::Party(Side::Old)));
    assert!(!open.contains(&Question::Closer));

    p.side(route, Side::Old, SFTP, p.other, p.old);
    assert_eq!(p.decision(route).open, [], "the new side takes over what the old side has");
    let addressing = RouteField::Side(Side::Old, SideField::Addressing);
    p.route(route, addressing, Value::Nothing);
    let open = [Question::Addressing(Side::Old), Question::Addressing(Side::New)];
    assert_eq!(p.decision(route).open, open);
    assert_eq!(p.order(route, OrderKind::Close).moment, None);
}

#[test]
fn a_removed_agreement_covers_nothing() {
    let (mut p, routes) = Player::with_lines(&[Line::establish(WEBSERVICE)]);
    let agreement = p.agreement(p.other);
    p.route(routes[0], RouteField::Agreement, agreement);
    let need = |p: &Player| p.order(routes[0], OrderKind::Establish).agreement;
    assert_eq!(need(&p), AgreementNeed::Named(agreement));
    p.remove(EntityKind::Agreement, agreement);
    assert_eq!(need(&p), AgreementNeed::Missing);
}

#[test]
fn signatures_are_counted_per_order() {
    let (mut p, routes) = Player::with_lines(&[Line::replace(SFTP.not_party(), SFTP.not_party())]);
    let route = routes[0];
    let signing = |p: &Player, kind| p.order(route, kind).signing;
    let first = p.signature(route, OrderKind::Close, None);
    p.signature(route, OrderKind::Close, None);
    assert_eq!(signing(&p, OrderKind::Close), Signing::Lacking(2));
    assert_eq!(signing(&p, OrderKind::Establish), Signing::Unclear);
    p.route(route, RouteField::Signature(first, SignatureField::Signed), day(3));
    assert_eq!(signing(&p, OrderKind::Close), Signing::Lacking(1));
    p.signature(route, OrderKind::Establish, Some(day(3)));
    assert_eq!(signing(&p, OrderKind::Establish), Signing::Complete);
}

fn reason(p: &Player, route: Id, gateway: Gateway) -> Because {
    let decision = p.decision(route);
    let step = decision.path.iter().find(|step| step.gateway == gateway);
    step.unwrap_or_else(|| panic!("{gateway:?} is not met")).because.clone()
}
