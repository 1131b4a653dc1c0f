//! Which service agreements the new webservice routes call for, and which of the old ones are still used.

use udskift_it_system::domain::case::*;
use udskift_it_system::domain::guidance::*;

use super::player::*;

fn suggested(p: &Player) -> Vec<SuggestedAgreement> {
    suggested_agreements(p.file.case(), &p.guide())
}

fn accept(p: &mut Player, taken: &[SuggestedAgreement]) -> Vec<Event> {
    let mut batch = Batch::new(p.file.log());
    accept_agreements(p.file.case(), taken, &mut batch);
    let mut pen = Pen::new(Writer::new(8), Author::default());
    p.file.write_all(&mut pen, 1_000_000, batch)
}

#[test]
fn routes_to_one_system_are_suggested_one_agreement_and_sftp_none() {
    let lines = [
        Line::establish(WEBSERVICE),
        Line::establish(SFTP),
        Line::replace(WEBSERVICE, WEBSERVICE),
        Line::establish(WEBSERVICE.not_party()),
        Line::close(WEBSERVICE),
    ];
    let (mut p, routes) = Player::with_lines(&lines);
    let of = |system, routes: &[Id]| SuggestedAgreement {
        system,
        agreement: None,
        routes: routes.to_vec(),
    };
    // The fourth is between two others: its agreement is with the one that is called.
    let wanted = [of(p.other, &[routes[0], routes[2]]), of(p.third, &[routes[3]])];
    assert_eq!(suggested(&p), wanted);
    // Where the new system calls, the other end is the one that is called.
    p.route(routes[0], RouteField::Side(Side::New, SideField::System(End::From)), p.new);
    p.route(routes[0], RouteField::Side(Side::New, SideField::System(End::To)), p.neighbour);
    assert_eq!(suggested(&p)[0], of(p.neighbour, &[routes[0]]));
}

#[test]
fn a_route_whose_other_end_is_unknown_is_suggested_nothing() {
    let (mut p, routes) = Player::with_lines(&[Line::establish(WEBSERVICE)]);
    p.route(routes[0], RouteField::Side(Side::New, SideField::System(End::From)), Value::Nothing);
    assert_eq!(suggested(&p), []);
    let (mut p, _) = Player::with_lines(&[Line::establish(WEBSERVICE)]);
    let other = p.other;
    p.remove(EntityKind::System, other);
    assert_eq!(suggested(&p), []);
}

#[test]
fn all_are_accepted_in_one_group_that_covers_every_route_and_is_taken_back_as_one() {
    let lines = [Line::establish(WEBSERVICE), Line::establish(WEBSERVICE.not_party())];
    let (mut p, routes) = Player::with_lines(&lines);
    let before = p.file.case().clone();
    let taken = suggested(&p);
    let events = accept(&mut p, &taken);
    assert!(events.iter().all(|event| event.batch == events[0].batch), "one group");
    assert_eq!(suggested(&p), []);
    for route in &routes {
        assert!(matches!(p.order(*route, OrderKind::Establish).agreement, AgreementNeed::Named(_)));
    }
    let names: Vec<_> =
        p.file.case().list_agreements().iter().map(|(_, it)| it.name.clone()).collect();
    assert_eq!(names, ["Anden", "Tredje"]);
    let (changes, left) = p.file.undo(&events);
    assert_eq!(left, []);
    p.write(changes);
    assert_eq!(p.file.case().list_agreements(), before.list_agreements());
    assert_eq!(suggested(&p), taken);
}

#[test]
fn an_agreement_with_the_system_that_is_there_takes_the_routes() {
    let (mut p, routes) = Player::with_lines(&[Line::establish(WEBSERVICE)]);
    let agreement = p.agreement(p.other);
    let taken = suggested(&p);
    assert_eq!(taken[0].agreement, Some(agreement));
    accept(&mut p, &taken);
    assert_eq!(p.file.case().list_agreements().len(), 1);
    let need = p.order(routes[0], OrderKind::Establish).agreement;
    assert_eq!(need, AgreementNeed::Named(agreement));
}

#[test]
fn an_old_agreement_is_used_until_the_receipt_of_each_of_its_routes_says_closed() {
    let lines = [
        Line::replace(WEBSERVICE.not_party(), WEBSERVICE),
        Line::close(WEBSERVICE.not_party()),
        Line::close(SFTP.not_party()),
        Line::establish(WEBSERVICE),
        Line::close(WEBSERVICE),
    ];
    let (mut p, routes) = Player::with_lines(&lines);
    let (kept, undecided) = (p.line(Line::keep()), p.line(Line::close(WEBSERVICE.not_party())));
    p.route(kept, RouteField::Side(Side::Old, SideField::Type), RouteType::Webservice);
    p.route(undecided, RouteField::Handling, Value::Nothing);
    let receipt = RouteField::Receipt(OrderKind::Close, Occasion::After, ReceiptField::State);
    p.route(routes[1], receipt, ReceiptState::Ok);
    p.route(routes[0], receipt, ReceiptState::Failed);
    let (other, neighbour) = (p.other, p.neighbour);
    let found = old_agreements(p.file.case());
    let of = |system| found.iter().find(|it| it.system == system).expect("it").routes.clone();
    assert_eq!(found.len(), 2);
    let wanted =
        [(routes[0], OldUse::ToClose), (routes[1], OldUse::Closed), (undecided, OldUse::Stays)];
    assert_eq!(of(other), wanted);
    assert_eq!(of(neighbour), [(routes[4], OldUse::ToClose), (kept, OldUse::Stays)]);
}
