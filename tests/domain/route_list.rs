//! The route overview as a list: what a filter and a search show, which line comes next, who may have to sign.

use udskift_it_system::domain::case::*;
use udskift_it_system::domain::guidance::*;

use super::player::*;

/// The lines that a filter shows.
fn shown(p: &Player, filter: RouteFilter) -> Vec<Id> {
    let states = route_states(&p.guide());
    states.into_iter().filter(|(_, state)| filter.shows(state)).map(|(id, _)| id).collect()
}

fn found(p: &Player, search: &str) -> Vec<Id> {
    let (case, guidance) = (p.file.case(), p.guide());
    let listed = case.list_routes().into_iter().map(|(id, _)| id);
    let search = RouteSearch::new(case, &guidance, search);
    listed.filter(|id| search.finds(*id)).collect()
}

fn next(p: &Player, after: Option<Id>) -> Option<Id> {
    next_undecided(&p.guide(), after)
}

#[test]
fn an_undecided_line_is_found_until_it_is_decided() {
    let (mut p, routes) = Player::with_lines(&[Line::close(SFTP.inactive()), Line::keep()]);
    assert_eq!(shown(&p, RouteFilter::Undecided), []);
    p.route(routes[0], RouteField::Closer, Value::Nothing);
    assert_eq!(shown(&p, RouteFilter::Undecided), [routes[0]]);
    assert_eq!(shown(&p, RouteFilter::WithFindings), [routes[0]]);
    assert_eq!(shown(&p, RouteFilter::All), routes);
}

#[test]
fn a_delegated_line_lacks_its_signature_until_it_is_recorded() {
    let (mut p, routes) =
        Player::with_lines(&[Line::establish(SFTP.not_party()), Line::establish(SFTP)]);
    assert_eq!(shown(&p, RouteFilter::Unsigned), [routes[0]]);
    let first = p.signature(routes[0], OrderKind::Establish, None);
    assert_eq!(shown(&p, RouteFilter::Unsigned), [routes[0]]);
    p.signature(routes[0], OrderKind::Establish, Some(day(3)));
    assert_eq!(shown(&p, RouteFilter::Unsigned), [routes[0]], "one of two is still lacking");
    p.route(routes[0], RouteField::Signature(first, SignatureField::Signed), day(4));
    assert_eq!(shown(&p, RouteFilter::Unsigned), []);
}

#[test]
fn a_line_is_ready_to_order_only_when_its_order_waits_for_nothing() {
    let (mut p, routes) = Player::with_lines(&[Line::establish(SFTP)]);
    assert_eq!(shown(&p, RouteFilter::Ready), []);
    p.until_overview();
    p.does(udskift_it_system::domain::process::Activity::U13, CASE);
    p.does(udskift_it_system::domain::process::Activity::F1, CASE);
    assert_eq!(shown(&p, RouteFilter::Ready), routes);
    p.orders(routes[0], OrderKind::Establish);
    assert_eq!(shown(&p, RouteFilter::Ready), []);
}

#[test]
fn a_search_finds_names_of_lines_systems_and_authorities_word_by_word() {
    let (mut p, routes) = Player::with_lines(&[Line::close(SFTP), Line::replace(SFTP, SFTP)]);
    p.route(routes[0], RouteField::Name, "Rute 17 Ydelser");
    assert_eq!(found(&p, "ydelser 17"), [routes[0]]);
    assert_eq!(found(&p, "17 løn"), []);
    assert_eq!(found(&p, "NYE"), [routes[1]], "the new side's system");
    assert_eq!(found(&p, "  "), routes);
    let authority = p
        .create(EntityKind::Authority, |id| vec![(Field::AuthorityName(id), "Ærø Kommune".into())]);
    p.route(routes[1], RouteField::Side(Side::Old, SideField::Authority), authority);
    assert_eq!(found(&p, "ærø"), [routes[1]]);
}

#[test]
fn the_next_undecided_line_comes_after_this_one_and_then_from_the_start() {
    let lines = [Line::keep(), Line::keep(), Line::keep(), Line::keep()];
    let (mut p, routes) = Player::with_lines(&lines);
    assert_eq!(next(&p, None), None);
    for undecided in [0, 2] {
        p.route(routes[undecided], RouteField::Handling, Value::Nothing);
    }
    assert_eq!(next(&p, None), Some(routes[0]));
    assert_eq!(next(&p, Some(routes[0])), Some(routes[2]));
    assert_eq!(next(&p, Some(routes[3])), Some(routes[0]));
    p.route(routes[0], RouteField::Handling, Handling::Keep);
    assert_eq!(next(&p, Some(routes[2])), None, "not the line itself");
}

#[test]
fn the_candidates_are_the_operators_of_the_two_systems_and_the_system_manager() {
    let (mut p, routes) = Player::with_lines(&[Line::establish(SFTP.not_party())]);
    let named = |p: &Player| {
        let order = p.order(routes[0], OrderKind::Establish);
        let candidates = candidates(p.file.case(), &p.decision(routes[0]), &order);
        candidates.into_iter().map(|it| (it.organisation, it.part)).collect::<Vec<_>>()
    };
    // One organisation runs both systems and is named once.
    let operator = (p.involved, CandidatePart::Operator(p.other));
    assert_eq!(named(&p), [operator, (p.municipality, CandidatePart::Manager)]);
    p.remove(EntityKind::Organisation, p.involved);
    assert_eq!(named(&p), [(p.municipality, CandidatePart::Manager)]);
}
