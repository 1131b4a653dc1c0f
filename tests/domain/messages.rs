//! The message of a handover says what the case knows, to those who are to have it; and what a role has to do besides.

use udskift_it_system::domain::case::*;
use udskift_it_system::domain::guidance::{Pending, orders_waiting, pending};
use udskift_it_system::domain::process::{Activity, Answer, Gateway, Handover, Role};
use udskift_it_system::text::handover_facts;
use udskift_it_system::text::messages::{Message, handover_message, mailto};

use super::player::*;
use Activity::*;

fn message(p: &Player, handover: Handover, scope: Scope) -> Message {
    handover_message(p.file.case(), &p.guide(), handover, scope)
}

fn facts(p: &Player, handover: Handover, scope: Scope) -> Vec<String> {
    handover_facts(p.file.case(), &p.guide(), handover, scope)
}

fn person(p: &mut Player, name: &str, role: Role, organisation: Id) {
    p.create(EntityKind::Person, |id| {
        let email = format!("{}@example.dk", name.to_lowercase());
        vec![
            (Field::Person(id, PersonField::Name), name.into()),
            (Field::Person(id, PersonField::Email), email.as_str().into()),
            (Field::Person(id, PersonField::Organisation), organisation.into()),
            (Field::Person(id, PersonField::Role(role)), true.into()),
        ]
    });
}

fn named(p: &mut Player, route: Id, name: &str) {
    p.route(route, RouteField::Name, name);
}

#[test]
fn a_message_names_case_receiver_and_next_step() {
    let mut p = Player::new();
    p.set(Field::Case(CaseField::Title), "Gamle til Nye");
    let supplier = p.new_supplier;
    person(&mut p, "Ida", Role::NewOperations, supplier);
    let message = message(&p, Handover::PrepareNew, CASE);
    assert_eq!(message.to, ["ida@example.dk"]);
    assert_eq!(message.subject, "Gamle til Nye · Besked om klargøring af nyt it-system");
    assert!(message.body.starts_with("Kære Ida\n"), "{}", message.body);
    assert!(message.body.contains("- Nyt it-system: Nye (forvaltningsansvarlig: Nyt A/S)"));
    assert!(message.body.contains("Dit næste skridt: pkt. 2 Tilslut it-system."));
    assert!(message.body.ends_with("Systemansvarlig, Ny Kommune"), "{}", message.body);
}

#[test]
fn an_agreements_message_goes_to_those_at_its_other_end_only() {
    let (mut p, _) = Player::with_lines(&[Line::establish(WEBSERVICE)]);
    p.until_overview();
    let (involved, municipality, other) = (p.involved, p.municipality, p.other);
    let apart = p.system("Fjerde", municipality, municipality);
    person(&mut p, "Eva", Role::InvolvedManagers, involved);
    person(&mut p, "Per", Role::InvolvedManagers, municipality);
    let (first, second) = (p.agreement(other), p.agreement(apart));
    let to = |agreement| message(&p, Handover::AgreementRequest, Scope::Agreement(agreement)).to;
    assert_eq!(to(first), ["eva@example.dk"]);
    assert_eq!(to(second), ["per@example.dk"]);
}

#[test]
fn each_closer_is_told_its_own_routes() {
    let (mut p, routes) = Player::with_lines(&[
        Line::replace(SFTP, SFTP),
        Line::establish(SFTP),
        Line::close(SFTP).closed_by_fg(),
    ]);
    for (route, name) in routes.iter().zip(["Ydelse", "Journal", "Arkiv"]) {
        named(&mut p, *route, name);
    }
    assert_eq!(
        facts(&p, Handover::RouteClosures, CASE),
        ["Nedlægges af Forvaltningsansvarlig (gammelt) (1 rute): Arkiv"]
    );
    let changes = facts(&p, Handover::RouteChanges, CASE);
    assert_eq!(
        changes[..4],
        [
            "Erstattes (1 rute): Ydelse",
            "Etableres (1 rute): Journal",
            "Nedlægges (1 rute): Arkiv",
            "Nedlægges af Forvaltningsansvarlig (nyt) (1 rute): Ydelse",
        ]
    );
}

#[test]
fn the_time_of_the_change_comes_with_what_changes_then() {
    let (mut p, routes) =
        Player::with_lines(&[Line::establish(SFTP.implicit()), Line::establish(SFTP)]);
    named(&mut p, routes[0], "Adviser");
    named(&mut p, routes[1], "Journal");
    assert_eq!(facts(&p, Handover::TimeToOld, FIRST)[0], "Servicevindue: ikke aftalt endnu");
    p.window(1, "2026-11-24T22:00", "2026-11-25T02:00");
    assert_eq!(
        facts(&p, Handover::TimeToOld, FIRST),
        [
            "Servicevindue: 24.11.2026 kl. 22.00 til 25.11.2026 kl. 02.00",
            "Skifter i servicevinduet (1 rute): Adviser",
        ]
    );
}

#[test]
fn the_result_tells_a_roll_back_from_a_change() {
    let lines = [Line::establish(SFTP.implicit())];
    let (mut p, routes) = Player::with_lines(&lines);
    named(&mut p, routes[0], "Adviser");
    p.until_decision();
    p.until_receipts(1);
    p.receipt(routes[0], OrderKind::Establish, 1, ReceiptState::Failed);
    let incident = |field| RouteField::Receipt(OrderKind::Establish, Occasion::Attempt(1), field);
    p.route(routes[0], incident(ReceiptField::Incident), "forkert nøgle");
    assert!(
        facts(&p, Handover::SetUpReceipts, FIRST)
            .contains(&"Fejlet: Adviser, forkert nøgle".into())
    );
    p.resolves(routes[0], OrderKind::Establish, 1);
    p.ends(1, Answer::No);
    let told = facts(&p, Handover::ResultToManager, FIRST);
    assert_eq!(told[0], "Resultat: omlægningen er rullet tilbage");
    assert_eq!(told[1], "Nu: der aftales et nyt tidspunkt (pkt. 16)");

    p.do_all(&[U16, U17], SECOND);
    p.until_receipts(2);
    p.ends(2, Answer::Yes);
    assert_eq!(facts(&p, Handover::ResultToManager, SECOND)[0], "Resultat: ruterne er lagt om");
    assert_eq!(
        facts(&p, Handover::ResultToManager, FIRST)[0],
        "Resultat: omlægningen er rullet tilbage",
        "what the first attempt came to does not change"
    );
}

#[test]
fn a_mail_address_survives_danish_letters_and_several_receivers() {
    let message = Message {
        to: vec!["a@example.dk".into(), "b+c@example.dk".into()],
        subject: "Søg & find".into(),
        body: "Linje 1\nLinje 2: 50 %".into(),
    };
    assert_eq!(
        mailto(&message),
        "mailto:a@example.dk,b%2Bc@example.dk?subject=S%C3%B8g%20%26%20find\
         &body=Linje%201%0D%0ALinje%202%3A%2050%20%25"
    );
}

#[test]
fn a_long_list_of_routes_is_cut_and_says_so() {
    let (mut p, routes) = Player::with_lines(&[Line::establish(SFTP); 23]);
    for (number, route) in routes.iter().enumerate() {
        named(&mut p, *route, &format!("Rute {number}"));
    }
    let facts = facts(&p, Handover::RouteChanges, CASE);
    assert!(facts[0].starts_with("Etableres (23 ruter): Rute 0, "), "{}", facts[0]);
    assert!(facts[0].ends_with("Rute 19 og 3 flere"), "{}", facts[0]);
}

#[test]
fn what_a_role_has_to_do_besides_comes_with_its_turn() {
    use Pending::*;
    let mut p = Player::new();
    let of = |p: &Player, role| pending(&p.guide(), role);
    p.do_all(&[Start, U1, U2, U3, U4, U5], CASE);
    assert_eq!(of(&p, Role::SystemManager), [], "the overview waits for the list");
    p.does(U6, CASE);
    assert_eq!(of(&p, Role::SystemManager), [FirstRoute]);
    let route = p.line(Line::establish(SFTP.implicit().not_party()));
    assert_eq!(of(&p, Role::SystemManager), [Signatures(1)]);
    p.route(route, RouteField::Handling, Value::Nothing);
    assert_eq!(of(&p, Role::SystemManager), [Decisions(1)]);
    p.route(route, RouteField::Handling, Handling::Establish);

    p.do_all(&[U7, U8, U13], CASE);
    assert_eq!(of(&p, Role::NewOperations), [], "nothing is ordered before F1");
    p.does(F1, CASE);
    assert_eq!(of(&p, Role::NewOperations), [], "what waits for a signature is not to be done now");
    assert_eq!(orders_waiting(&p.guide(), Role::NewOperations), Some(OrdersWaiting(1)));
    p.signature(route, OrderKind::Establish, Some(day(1)));
    assert_eq!(of(&p, Role::NewOperations), [OrdersReady(1)]);
    assert_eq!(of(&p, Role::SystemManager), []);

    p.prepares_after_f1(None);
    p.does(U15, CASE);
    p.do_all(&[U16, U17], FIRST);
    p.answers(Gateway::CarryOut, FIRST, Answer::Go);
    p.does(G1, FIRST);
    assert_eq!(of(&p, Role::Helpdesk), [], "the window is not open");
    p.does(G2, FIRST);
    assert_eq!(of(&p, Role::Helpdesk), [Receipts(1)]);
    p.receipt(route, OrderKind::Establish, 1, ReceiptState::Failed);
    assert_eq!(of(&p, Role::NewOperations), [Incidents(1)]);
    assert_eq!(of(&p, Role::Helpdesk), []);
    p.answers(Gateway::Abandon, FIRST, Answer::Yes);
    assert_eq!(of(&p, Role::NewOperations), [], "what is rolled back is not mended in the window");
}

#[test]
fn an_order_that_waits_for_the_change_is_not_fgs_turn_before_it() {
    let (mut p, routes) = Player::with_lines(&[Line::close(SFTP).closed_by_fg()]);
    let now = |p: &Player| pending(&p.guide(), Role::OldOperations);
    let later = |p: &Player| orders_waiting(&p.guide(), Role::OldOperations);
    assert_eq!((now(&p), later(&p)), (vec![], None), "FG is not told yet");
    p.until_decision();
    assert_eq!((now(&p), later(&p)), (vec![], Some(Pending::OrdersWaiting(1))));
    p.until_receipts(1);
    p.ends(1, Answer::Yes);
    assert_eq!((now(&p), later(&p)), (vec![Pending::OrdersReady(1)], None));
    p.orders(routes[0], OrderKind::Close);
    assert_eq!((now(&p), later(&p)), (vec![], None));
}
