//! What the two checklists hold: a row per handover, a sheet per route, and what is still open on each.

use udskift_it_system::domain::case::*;
use udskift_it_system::domain::documents::*;
use udskift_it_system::domain::guidance::*;
use udskift_it_system::domain::process::{Activity, Handover, Process, Role};

use super::builder::{exchange, two};
use super::player::*;

fn routes(p: &Player, only_open: bool) -> RouteChecklist {
    route_checklist(&p.file, &[], &p.guide(), only_open)
}

fn handovers(p: &Player, role: Option<Role>, only_open: bool) -> HandoverChecklist {
    handover_checklist(&p.file, &[], &p.guide(), role, only_open)
}

fn row(p: &Player, handover: Handover) -> HandoverRow {
    let list = handovers(p, None, false);
    let found = list.rows.into_iter().find(|row| row.handover == handover);
    found.unwrap_or_else(|| panic!("{handover:?} is not on the paper"))
}

/// The only order of the only route.
fn only_order(p: &Player) -> SheetOrder {
    let [sheet] = routes(p, false).sheets.try_into().unwrap();
    let [order] = sheet.orders.try_into().unwrap();
    order
}

const DELEGATED: Line = Line::close(SFTP.not_party());

#[test]
fn each_route_has_a_sheet_with_its_number_in_the_overview() {
    for count in [0, 5, 100] {
        let (p, ids) = Player::with_lines(&vec![Line::establish(SFTP); count]);
        let list = routes(&p, false);
        let found: Vec<_> = list.sheets.iter().map(|sheet| (sheet.number, sheet.route)).collect();
        assert_eq!(found, (1..).zip(ids).collect::<Vec<_>>());
        assert_eq!(list.tally.routes, count);
    }
}

#[test]
fn a_removed_route_is_not_printed() {
    let (mut p, ids) = Player::with_lines(&[Line::keep(), Line::keep()]);
    p.remove(EntityKind::Route, ids[0]);
    let sheets = routes(&p, false).sheets;
    assert_eq!(sheets.iter().map(|s| (s.number, s.route)).collect::<Vec<_>>(), [(1, ids[1])]);
}

#[test]
fn a_decided_route_has_its_answers_in_the_order_of_its_path() {
    let (p, ids) = Player::with_lines(&[Line::replace(SFTP, WEBSERVICE)]);
    let path = p.decision(ids[0]).path.into_iter().map(SheetQuestion::Answered);
    assert_eq!(routes(&p, false).sheets[0].questions, path.collect::<Vec<_>>());
}

#[test]
fn an_undecided_route_asks_what_is_to_happen_and_what_follows_from_it() {
    use SheetQuestion::{FollowUp, Open};
    let mut p = Player::new();
    p.create(EntityKind::Route, |_| Vec::new());
    let expected = [
        Open(Question::Handling),
        FollowUp(Question::Closer),
        FollowUp(Question::Active),
        FollowUp(Question::Addressing(Side::Old)),
        FollowUp(Question::Type(Side::New)),
        FollowUp(Question::Addressing(Side::New)),
    ];
    assert_eq!(routes(&p, false).sheets[0].questions, expected);
}

#[test]
fn an_undecided_route_does_not_ask_what_is_known() {
    let mut p = Player::new();
    let route = p.create(EntityKind::Route, |_| Vec::new());
    let (other, old) = (p.other, p.old);
    p.side(route, Side::Old, SFTP.inactive(), other, old);
    p.route(route, RouteField::Closer, Closer::OldOperations);
    assert_eq!(routes(&p, false).sheets[0].questions, [SheetQuestion::Open(Question::Handling)]);
}

#[test]
fn what_is_known_of_an_undecided_route_is_printed() {
    let mut p = Player::new();
    let route = p.create(EntityKind::Route, |_| Vec::new());
    assert_eq!(routes(&p, false).sheets[0].sides, []);
    let (other, old) = (p.other, p.old);
    p.side(route, Side::Old, SFTP, other, old);
    let sides = &routes(&p, false).sheets[0].sides;
    let known: Vec<_> = sides.iter().map(|(side, facts)| (*side, facts.from, facts.to)).collect();
    assert_eq!(known, [(Side::Old, Some(other), Some(old))]);
}

#[test]
fn an_open_question_stands_where_the_gateway_would() {
    let (mut p, ids) = Player::with_lines(&[Line::replace(SFTP, SFTP)]);
    p.route(ids[0], RouteField::Closer, Value::Nothing);
    let questions = &routes(&p, false).sheets[0].questions;
    assert_eq!(questions[0], SheetQuestion::Open(Question::Closer));
    let open = questions.iter().filter(|q| !matches!(q, SheetQuestion::Answered(_))).count();
    assert_eq!(open, 1, "{questions:?}");
}

#[test]
fn every_open_question_is_printed_once() {
    let (mut p, ids) = Player::with_lines(&[Line::replace(SFTP, SFTP)]);
    for side in [Side::Old, Side::New] {
        for field in [SideField::Type, SideField::Addressing, SideField::System(End::From)] {
            p.route(ids[0], RouteField::Side(side, field), Value::Nothing);
        }
    }
    p.route(ids[0], RouteField::Side(Side::Old, SideField::Active), Value::Nothing);
    let sheet = &routes(&p, false).sheets[0];
    let mut printed: Vec<Question> = Vec::new();
    for question in &sheet.questions {
        if let SheetQuestion::Open(open) = question {
            printed.push(*open);
        }
    }
    let mut open = sheet.decision.open.clone();
    assert!(open.len() >= 3, "{open:?}");
    printed.sort();
    open.sort();
    assert_eq!(printed, open);
}

#[test]
fn a_delegation_with_nobody_named_has_blank_lines_and_those_who_may_sign() {
    let (p, _) = Player::with_lines(&[DELEGATED]);
    let order = only_order(&p);
    assert_eq!((order.signatures.len(), order.blank_lines), (0, 2));
    let candidates: Vec<Id> = order.candidates.iter().map(|c| c.organisation).collect();
    assert_eq!(candidates, [p.involved, p.old_supplier, p.municipality]);
}

#[test]
fn who_is_named_has_a_line_and_who_has_signed_a_day() {
    let (mut p, ids) = Player::with_lines(&[DELEGATED]);
    p.signature(ids[0], OrderKind::Close, None);
    p.signature(ids[0], OrderKind::Close, Some(day(4)));
    let order = only_order(&p);
    let signed: Vec<_> = order.signatures.iter().map(|line| line.signed).collect();
    assert_eq!(signed, [None, Some(day(4))]);
    assert_eq!((order.blank_lines, order.candidates.len()), (0, 0));
}

#[test]
fn an_order_that_is_not_delegated_has_no_line_to_sign_on() {
    let (p, _) = Player::with_lines(&[Line::close(SFTP)]);
    let order = only_order(&p);
    assert_eq!((order.signatures.len(), order.blank_lines), (0, 0));
}

#[test]
fn an_overruled_answer_keeps_its_reason_on_paper() {
    let (mut p, ids) = Player::with_lines(&[DELEGATED]);
    p.route(ids[0], RouteField::Order(OrderKind::Close, OrderField::PartyReason), "Aftalt");
    p.route(ids[0], RouteField::Order(OrderKind::Close, OrderField::Party), true);
    let questions = &routes(&p, false).sheets[0].questions;
    let overruled = questions.iter().any(|question| match question {
        SheetQuestion::Answered(step) => {
            matches!(&step.because, Because::Overruled { reason, .. } if reason == "Aftalt")
        }
        _ => false,
    });
    assert!(overruled, "{questions:?}");
}

#[test]
fn only_what_lacks_something_is_printed_when_that_is_asked_for() {
    let lines = [Line::establish(SFTP), Line::keep(), Line::close(SFTP)];
    let (mut p, ids) = Player::with_lines(&lines);
    p.until_overview();
    p.does(Activity::U13, CASE);
    p.does(Activity::F1, CASE);
    p.orders(ids[0], OrderKind::Establish);
    let list = routes(&p, true);
    let found: Vec<_> = list.sheets.iter().map(|sheet| (sheet.number, sheet.route)).collect();
    assert_eq!((found, list.left_out), (vec![(3, ids[2])], 2));
    assert_eq!(list.tally.routes, 3, "the sums are of the whole case");
    assert_eq!(routes(&p, false).left_out, 0);
}

#[test]
fn receipts_and_deviations_are_on_the_route_they_belong_to() {
    let (mut p, ids) = Player::with_lines(&[Line::establish(SFTP.implicit()), Line::keep()]);
    let form = MarkKey::new(Activity::F5, Scope::Route(ids[0]), Role::NewOperations);
    p.write(vec![
        (Field::Done(form, MarkField::State), MarkState::Done.into()),
        (Field::Done(form, MarkField::Reason), "Hastede".into()),
    ]);
    p.receipt(ids[0], OrderKind::Establish, 1, ReceiptState::Failed);
    let [first, second] = routes(&p, false).sheets.try_into().unwrap();
    assert_eq!(first.orders[0].reason, "Hastede");
    let receipts: Vec<_> = first.orders[0].receipts.iter().map(|(o, r)| (*o, r.state)).collect();
    assert_eq!(receipts, [(Occasion::Attempt(1), Some(ReceiptState::Failed))]);
    assert!(first.findings.iter().any(|found| found.kind == FindingKind::OutOfOrder));
    assert_eq!(second.findings, []);
}

#[test]
fn a_conflict_is_counted_at_the_head_and_on_its_route() {
    let (mut anna, mut bo) = two();
    let (route, other) = (anna.add_route("A"), anna.add_route("B"));
    exchange(&mut anna, &mut bo);
    let handling = Field::Route(route, RouteField::Handling);
    anna.set(handling, Handling::Close);
    bo.set(handling, Handling::Keep);
    exchange(&mut anna, &mut bo);
    let guidance = guide(&Process::UDSKIFT_IT_SYSTEM, anna.file.case());
    let list = route_checklist(&anna.file, &[], &guidance, false);
    let conflicts: Vec<_> = list.sheets.iter().map(|s| (s.route, s.conflicts)).collect();
    assert_eq!((list.head.disputes.len(), conflicts), (1, vec![(route, 1), (other, 0)]));
}

#[test]
fn a_handover_not_reached_says_what_it_waits_for() {
    let p = Player::new();
    let first = row(&p, Handover::Decision);
    assert!(first.is_ready && !first.is_sent && first.before.is_empty());
    let later = row(&p, Handover::RouteRequest);
    assert!(!later.is_ready && !later.is_sent);
    let waits: Vec<WaitOn> = later.before.iter().map(|wait| wait.on).collect();
    assert_eq!(waits, [WaitOn::Activity(Activity::U1, CASE)]);
}

#[test]
fn a_handover_made_says_by_whom_and_when() {
    let mut p = Player::new();
    p.until_overview();
    let row = row(&p, Handover::RouteOverview);
    assert!(row.is_sent && row.is_received && row.before.is_empty());
    let sent = p.step(Activity::U7, CASE).stamp().cloned();
    let received = p.step(Activity::U8, CASE).stamp().cloned();
    assert!(sent.is_some() && received.is_some());
    assert_eq!(row.sent.map(|done| done.stamp), sent);
    assert_eq!(row.received.map(|done| done.stamp), received);
}

#[test]
fn the_day_it_was_done_counts_where_it_was_recorded_later() {
    let mut p = Player::new();
    p.does(Activity::Start, CASE);
    let key = MarkKey::new(Activity::Start, CASE, Role::SystemOwner);
    p.set(Field::Done(key, MarkField::On), day(3));
    assert_eq!(row(&p, Handover::Decision).sent.unwrap().on, Some(day(3)));
}

#[test]
fn the_organisations_and_people_of_both_ends_are_named() {
    let mut p = Player::new();
    let supplier = p.new_supplier;
    let add = |p: &mut Player, role, organisation| {
        p.create(EntityKind::Person, |id| {
            vec![
                (Field::Person(id, PersonField::Role(role)), true.into()),
                (Field::Person(id, PersonField::Organisation), Value::Link(organisation)),
            ]
        })
    };
    let municipality = p.municipality;
    let manager = add(&mut p, Role::SystemManager, municipality);
    let operator = add(&mut p, Role::NewOperations, supplier);
    let row = row(&p, Handover::PrepareNew);
    let organisations = |holders: &[Holder]| -> Vec<_> {
        holders.iter().map(|holder| holder.organisation).collect()
    };
    assert_eq!(organisations(&row.from), [Some(municipality)]);
    assert_eq!((row.senders, row.receivers), (vec![manager], vec![operator]));
}

#[test]
fn a_role_gets_what_it_sends_and_receives_and_nothing_else() {
    let p = Player::new();
    let all = handovers(&p, None, false);
    for role in Role::ALL {
        let list = handovers(&p, Some(*role), false);
        let concerns = |row: &&HandoverRow| {
            let info = row.handover.info();
            info.from == *role || info.to == *role
        };
        let expected: Vec<_> = all.rows.iter().filter(concerns).cloned().collect();
        assert!(!expected.is_empty(), "{role:?}");
        assert_eq!(list.rows, expected);
    }
}

#[test]
fn what_is_handed_over_is_left_out_when_only_the_open_is_asked_for() {
    let mut p = Player::new();
    p.until_overview();
    let (all, open) = (handovers(&p, None, false), handovers(&p, None, true));
    assert!(open.rows.iter().all(|row| !row.is_sent));
    let sent = all.rows.iter().filter(|row| row.is_sent).count();
    assert!(sent > 0);
    assert_eq!(open.rows.len(), all.rows.len() - sent);
}

#[test]
fn with_sftp_only_the_agreements_are_listed_as_not_applicable_with_why() {
    let (mut p, _) = Player::with_lines(&[Line::establish(SFTP)]);
    p.until_overview();
    let list = handovers(&p, None, false);
    let skipped: Vec<_> = list.not_applicable.iter().map(|n| n.handover).collect();
    assert!(skipped.contains(&Handover::AgreementNeeds), "{skipped:?}");
    assert!(list.not_applicable.iter().all(|skipped| skipped.excluded.is_some()));
    assert!(list.rows.iter().all(|row| row.handover != Handover::AgreementNeeds));
}

#[test]
fn what_was_done_before_its_turn_is_on_the_row_and_at_the_end() {
    let mut p = Player::new();
    p.does_early(Activity::U7, CASE, "Møde i morgen");
    let reason = row(&p, Handover::RouteOverview).deviation.unwrap().reason;
    assert_eq!(reason, "Møde i morgen");
    let of = |role| handovers(&p, role, false).deviations.len();
    assert_eq!((of(None), of(Some(Role::SystemManager)), of(Some(Role::Helpdesk))), (1, 1, 0));
}

#[test]
fn the_version_is_that_of_the_set_of_events_in_whatever_order_they_came() {
    let (mut anna, mut bo) = two();
    anna.add_route("A");
    bo.add_route("B");
    let (one, other) = (Version::of(anna.file.log()), Version::of(bo.file.log()));
    assert_ne!(one, other);
    exchange(&mut anna, &mut bo);
    let merged = Version::of(anna.file.log());
    assert_eq!(merged, Version::of(bo.file.log()));
    assert!(merged != one && merged != other);
    let mut events: Vec<_> = anna.file.log().events().cloned().collect();
    events.reverse();
    assert_eq!(Version::of(CaseFile::from_events(events).0.log()), merged);
}

#[test]
fn a_version_is_two_times_four_characters_that_can_be_read_aloud() {
    let (anna, _) = two();
    let code = Version::of(anna.file.log()).to_string();
    let (first, last) = code.split_once('-').unwrap();
    for part in [first, last] {
        assert_eq!(part.len(), 4, "{code}");
        assert!(!part.contains(['i', 'l', 'o', 'u']), "{code}");
    }
}

#[test]
fn versions_of_growing_cases_are_all_different() {
    let (mut anna, _) = two();
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..300 {
        anna.add(EntityKind::System);
        seen.insert(Version::of(anna.file.log()).to_string());
    }
    assert_eq!(seen.len(), 300);
}
