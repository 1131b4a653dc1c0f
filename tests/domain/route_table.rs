//! The route overview as a table: what its selects pick, how it is sorted, what is chosen, and one answer for many.

use udskift_it_system::domain::case::*;
use udskift_it_system::domain::collation::collation_key;
use udskift_it_system::domain::guidance::*;

use super::player::*;

fn picked(p: &Player, parts: &[PickPart]) -> Vec<Id> {
    let (case, guidance) = (p.file.case(), p.guide());
    let states = route_states(&guidance);
    let mut pick = RoutePick::default();
    for part in parts {
        pick.set(*part);
        assert!(pick.has(*part));
    }
    let listed = case.list_routes().into_iter().map(|(id, _)| id);
    listed.filter(|id| pick.shows(case, &guidance, *id, &states[id])).collect()
}

fn sorted(p: &Player, by: RouteColumn, backwards: bool) -> Vec<Id> {
    let guidance = p.guide();
    let mut ids: Vec<Id> = p.file.case().list_routes().into_iter().map(|(id, _)| id).collect();
    let states = route_states(&guidance);
    sort_routes(p.file.case(), &guidance, &states, &mut ids, (by, backwards));
    ids
}

const IMPLICIT: PickPart = PickPart::Addressing(Some(Addressing::Implicit));
const DELEGATED: PickPart = PickPart::Filter(1, RouteFilter::Delegated);

#[test]
fn a_line_is_picked_that_passes_every_select() {
    let lines = [
        Line::establish(SFTP.not_party()),
        Line::establish(SFTP),
        Line::establish(SFTP.not_party()),
    ];
    let (mut p, routes) = Player::with_lines(&lines);
    p.route(routes[1], RouteField::Side(Side::New, SideField::Addressing), Addressing::Implicit);
    p.route(routes[2], RouteField::Side(Side::New, SideField::Addressing), Addressing::Implicit);
    assert_eq!(picked(&p, &[]), routes);
    assert_eq!(picked(&p, &[IMPLICIT]), [routes[1], routes[2]]);
    assert_eq!(picked(&p, &[DELEGATED]), [routes[0], routes[2]]);
    assert_eq!(picked(&p, &[PickPart::Filter(1, RouteFilter::Undelegated)]), [routes[1]]);
    assert_eq!(picked(&p, &[DELEGATED, IMPLICIT]), [routes[2]]);
}

#[test]
fn what_is_known_of_an_undecided_line_is_picked_by() {
    let (mut p, routes) = Player::with_lines(&[Line::close(SFTP), Line::keep()]);
    p.route(routes[0], RouteField::Handling, Value::Nothing);
    p.route(routes[0], RouteField::Side(Side::Old, SideField::Addressing), Addressing::Implicit);
    assert_eq!(picked(&p, &[IMPLICIT, PickPart::Filter(0, RouteFilter::Undecided)]), [routes[0]]);
}

#[test]
fn an_organisation_picks_the_lines_of_its_systems_and_those_it_is_to_sign() {
    let lines = [Line::establish(SFTP.not_party()), Line::establish(SFTP), Line::keep()];
    let (mut p, routes) = Player::with_lines(&lines);
    let newcomer = p.organisation("Nyt Hus A/S");
    let theirs = PickPart::Organisation(Some(newcomer));
    assert_eq!(picked(&p, &[theirs]), []);
    let system = p.system("Nyt", newcomer, newcomer);
    p.route(routes[1], RouteField::Side(Side::New, SideField::System(End::To)), system);
    assert_eq!(picked(&p, &[theirs]), [routes[1]]);
    let signature = p.signature(routes[0], OrderKind::Establish, None);
    p.route(routes[0], RouteField::Signature(signature, SignatureField::Organisation), newcomer);
    assert_eq!(picked(&p, &[theirs]), [routes[0], routes[1]]);
    p.remove(EntityKind::System, system);
    assert_eq!(picked(&p, &[theirs]), [routes[0]]);
}

#[test]
fn an_authority_picks_the_lines_that_carry_its_data() {
    let (mut p, routes) = Player::with_lines(&[Line::replace(SFTP, SFTP), Line::close(SFTP)]);
    let authority =
        p.create(EntityKind::Authority, |id| vec![(Field::AuthorityName(id), "Ærø".into())]);
    p.route(routes[1], RouteField::Side(Side::Old, SideField::Authority), authority);
    let theirs = PickPart::Authority(Some(authority));
    assert_eq!(picked(&p, &[theirs]), [routes[1]]);
    p.route(routes[0], RouteField::Side(Side::New, SideField::Authority), authority);
    assert_eq!(picked(&p, &[theirs]), routes);
    assert_eq!(picked(&p, &[theirs, PickPart::Authority(None)]), routes);
}

#[test]
fn names_are_sorted_as_danes_sort_them_and_numbers_as_numbers() {
    let right = [
        "", "7 veje", "12 veje", "Alfa", "alfa 2", "Alfa 10", "Alfabet", "Édith", "Ek", "Über",
        "Ydelse", "Zoo", "Ærø", "Øl", "Aarhus", "Åse", "Ж",
    ];
    let mut sorted = right;
    sorted.reverse();
    sorted.sort_by_key(|name| collation_key(name));
    assert_eq!(sorted, right);
    assert_eq!(collation_key("SP-007"), collation_key("sp 7"), "as good as the same");
}

#[test]
fn lines_are_sorted_by_name_and_back_and_stay_as_added_where_they_are_alike() {
    let (mut p, routes) =
        Player::with_lines(&[Line::keep(), Line::keep(), Line::keep(), Line::keep()]);
    // What tells the last two apart comes late in the name.
    let long = "Rute fra Forvaltningsansvarlig til Systemansvarlig, ".repeat(2);
    let names = ["Rute 10", "rute 9", &format!("{long}b"), &format!("{long}a")];
    for (route, name) in routes.iter().zip(names) {
        p.route(*route, RouteField::Name, name);
    }
    let [ten, nine, b, a] = routes[..] else { panic!() };
    assert_eq!(sorted(&p, RouteColumn::Name, false), [nine, ten, a, b]);
    assert_eq!(sorted(&p, RouteColumn::Name, true), [b, a, ten, nine]);
    assert_eq!(sorted(&p, RouteColumn::Handling, false), routes, "all are kept");
    assert_eq!(sorted(&p, RouteColumn::Handling, true), routes, "all are kept");
}

#[test]
fn what_waits_comes_first_by_handling_and_by_orders() {
    let lines = [Line::keep(), Line::establish(SFTP), Line::close(SFTP.inactive())];
    let (mut p, routes) = Player::with_lines(&lines);
    assert_eq!(sorted(&p, RouteColumn::Orders, false)[2], routes[0], "no orders come last");
    p.route(routes[2], RouteField::Handling, Value::Nothing);
    let [keep, establish, open] = routes[..] else { panic!() };
    assert_eq!(sorted(&p, RouteColumn::Handling, false), [open, establish, keep]);
    assert_eq!(sorted(&p, RouteColumn::Orders, false), [open, establish, keep]);
    let states = route_states(&p.guide());
    let with_findings = states.values().filter(|state| state.findings > 0).count();
    assert_eq!(routes_with_findings(&p.guide()), with_findings);
    let most = sorted(&p, RouteColumn::Findings, true)[0];
    assert_eq!(most, open, "an undecided line is a finding");
}

#[test]
fn a_range_is_chosen_in_the_order_of_the_list_and_let_go_again() {
    let (_, ids) = Player::with_lines(&[Line::keep(); 5]);
    let listed = [ids[3], ids[0], ids[4], ids[1], ids[2]];
    let mut chosen = Chosen::default();
    chosen.turn(&listed, ids[1], true);
    assert_eq!(chosen.among(&listed), [ids[1]], "there is nothing to go from");
    chosen.turn(&listed, ids[0], true);
    assert_eq!(chosen.among(&listed), [ids[0], ids[4], ids[1]]);
    chosen.turn(&listed, ids[4], false);
    chosen.turn(&listed, ids[1], true);
    assert_eq!(chosen.among(&listed), [ids[0]]);
    chosen.turn_all(&listed, true);
    assert_eq!(chosen.len(), 5);
    chosen.turn_all(&listed, false);
    assert!(chosen.is_empty());
}

#[test]
fn what_is_listed_no_more_is_chosen_no_more_and_is_told() {
    let (_, ids) = Player::with_lines(&[Line::keep(); 3]);
    let mut chosen = Chosen::default();
    assert!(!chosen.keep(&ids));
    chosen.turn(&ids, ids[0], false);
    chosen.turn(&ids, ids[2], true);
    assert!(!chosen.keep(&ids), "all are still there");
    assert!(chosen.keep(&ids[1..]));
    assert_eq!((chosen.among(&ids), chosen.left()), (vec![ids[1], ids[2]], &ids[..1]));
    assert!(chosen.keep(&ids[2..]));
    assert_eq!(chosen.left(), &ids[..2], "both are told");
    assert!(!chosen.keep(&ids), "what comes back is not chosen");
    assert_eq!(chosen.len(), 1);
    chosen.turn(&ids, ids[1], false);
    assert_eq!(chosen.left(), []);
}

#[test]
fn an_answer_is_given_to_all_that_ask_the_question_and_taken_back_as_one() {
    let lines = [Line::close(SFTP), Line::establish(SFTP), Line::replace(SFTP, SFTP), Line::keep()];
    let (mut p, routes) = Player::with_lines(&lines);
    let lines = |p: &Player, field, value: Value| {
        let changes = bulk_changes(p.file.case(), routes.clone(), field, &value);
        changes.into_iter().filter_map(|(field, _)| field.entity()).collect::<Vec<Id>>()
    };
    let fg = Value::from(Closer::OldOperations);
    assert_eq!(lines(&p, RouteField::Closer, fg), [routes[0], routes[2]]);
    let old = RouteField::Side(Side::Old, SideField::Addressing);
    let implicit = Value::from(Addressing::Implicit);
    assert_eq!(lines(&p, old, implicit.clone()), [routes[0], routes[2], routes[3]]);
    let new = RouteField::Side(Side::New, SideField::Addressing);
    assert_eq!(lines(&p, new, implicit), [routes[1], routes[2]]);
    let party = RouteField::Order(OrderKind::Establish, OrderField::Party);
    assert_eq!(lines(&p, party, Value::Flag(false)), [routes[1], routes[2]]);
    let replace = Value::from(Handling::Replace);
    assert_eq!(lines(&p, RouteField::Handling, replace.clone()), routes);
    p.remove(EntityKind::Route, routes[3]);
    assert_eq!(lines(&p, RouteField::Handling, replace.clone()), routes[..3]);
    let before: Vec<_> = routes.iter().map(|id| p.file.case().routes[id].handling).collect();
    let changes = bulk_changes(p.file.case(), routes.clone(), RouteField::Handling, &replace);
    let len = p.file.log().len();
    p.write(changes);
    assert_eq!(p.file.log().len(), len + 2, "the third is answered so already");
    let written: Vec<Event> =
        p.file.log().events().filter(|event| event.value == replace).cloned().collect();
    let last: Vec<Event> = written.into_iter().rev().take(2).collect();
    let (back, left) = p.file.undo(&last);
    assert_eq!((back.len(), left.len()), (2, 0));
    p.write(back);
    let after: Vec<_> = routes.iter().map(|id| p.file.case().routes[id].handling).collect();
    assert_eq!(after, before);
}

#[test]
fn every_field_for_many_has_answers_to_choose_among() {
    let id = Player::new().municipality;
    for field in BULK_FIELDS {
        let kind = Field::Route(id, field).kind();
        assert!(matches!(kind, ValueKind::Word(_) | ValueKind::Flag | ValueKind::Link(_)));
    }
}

fn party(kind: OrderKind) -> RouteField {
    RouteField::Order(kind, OrderField::Party)
}

fn party_reason(kind: OrderKind) -> RouteField {
    RouteField::Order(kind, OrderField::PartyReason)
}

#[test]
fn a_reason_is_asked_for_where_the_answer_is_not_what_the_organisations_say() {
    let establish = party(OrderKind::Establish);
    let lines = [Line::establish(SFTP), Line::establish(SFTP.not_party()), Line::keep()];
    let (p, routes) = Player::with_lines(&lines);
    let asked = |value: &Value| {
        let answers = bulk_changes(p.file.case(), routes.clone(), establish, value);
        bulk_reasons(&p.guide(), &answers)
    };
    let reason = |id| Field::Route(id, party_reason(OrderKind::Establish));
    let [one, two] = [reason(routes[0]), reason(routes[1])];
    assert_eq!(asked(&Value::Flag(true)), [(one, false), (two, true)]);
    assert_eq!(asked(&Value::Flag(false)), [(one, true), (two, false)]);
    assert_eq!(asked(&Value::Nothing), [(one, false), (two, false)]);
    let others = bulk_changes(p.file.case(), routes.clone(), RouteField::Closer, &Value::Nothing);
    assert_eq!(bulk_reasons(&p.guide(), &others), []);
}

#[test]
fn organisations_settle_what_was_answered_otherwise_without_a_reason_and_write_nothing_else() {
    let establish = party(OrderKind::Establish);
    let line = Line::establish(SFTP);
    let (mut p, routes) = Player::with_lines(&[line, line, line, line, Line::keep()]);
    p.route(routes[1], establish, false);
    p.route(routes[2], establish, false);
    p.route(routes[2], party_reason(OrderKind::Establish), "Driften er givet videre");
    // What is lacking is named once, with how many lack it.
    let end = RouteField::Side(Side::New, SideField::System(End::From));
    let other = RouteField::Side(Side::New, SideField::System(End::To));
    p.route(routes[3], end, Value::Nothing);
    p.route(routes[3], other, Value::Nothing);
    let found = party_from_organisations(&p.guide(), routes.clone());
    assert_eq!((found.settled, found.followed, found.reasoned, found.open), (1, 1, 1, 1));
    assert_eq!(found.changes, [(Field::Route(routes[1], establish), Value::Nothing)]);
    assert_eq!(found.lacking.len(), 2, "{:?}", found.lacking);
    p.write(found.changes);
    assert_eq!(p.order(routes[1], OrderKind::Establish).party, Some(true));
    assert_eq!(p.order(routes[2], OrderKind::Establish).party, Some(false), "it has a reason");
    let again = party_from_organisations(&p.guide(), routes.clone());
    assert_eq!((again.settled, again.followed), (0, 2));
}

#[test]
fn both_orders_of_a_replacement_are_settled_by_the_organisations() {
    let (mut p, routes) = Player::with_lines(&[Line::replace(SFTP.not_party(), SFTP)]);
    p.route(routes[0], party(OrderKind::Close), true);
    p.route(routes[0], party(OrderKind::Establish), false);
    let found = party_from_organisations(&p.guide(), routes.clone());
    assert_eq!(found.settled, 2);
    p.write(found.changes);
    assert_eq!(p.order(routes[0], OrderKind::Close).party, Some(false));
    assert_eq!(p.order(routes[0], OrderKind::Establish).party, Some(true));
}
