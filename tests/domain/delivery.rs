//! A file handed over on purpose says to whom and what is that role's turn; older and odd files still open.

use udskift_it_system::domain::case::{EntityKind, Field, PersonField, Scope, Version};
use udskift_it_system::domain::exchange::{Cover, Delivery, Imported, Turn, export, import, turns};
use udskift_it_system::domain::guidance::guide;
use udskift_it_system::domain::merging::version;
use udskift_it_system::domain::process::{Activity, Process, Role};
use udskift_it_system::text::delivery::delivery_message;

use crate::builder::{Desk, START, author, two};

fn delivery() -> Delivery {
    let turn = vec![
        Turn { activity: Activity::U8, scope: Scope::Case },
        Turn { activity: Activity::G1, scope: Scope::Attempt(2) },
    ];
    Delivery { to: Role::NewOperations, turn, number: Some(3) }
}

fn handed_over(desk: &Desk) -> String {
    let cover = Cover { delivery: Some(delivery()), ..Cover::new(START, author("Anna")) };
    export(&desk.file, &[], &cover)
}

fn read(text: &str) -> Imported {
    import(text).expect("a file")
}

#[test]
fn what_is_handed_over_is_read_back() {
    let (anna, _) = two();
    let file = read(&handed_over(&anna));
    assert_eq!(file.cover.delivery, Some(delivery()));
    assert_eq!(file.code, Some(version(&anna.file, &[])));
}

#[test]
fn a_file_without_or_with_odd_delivery_still_opens() {
    let (anna, _) = two();
    let text = handed_over(&anna);
    let unknown = read(&text.replace(r#""to":"FN""#, r#""to":"XX""#));
    assert_eq!(unknown.cover.delivery, None);
    let odd = text.replace(r#""U8/case""#, r#"7,"Z9/case","U8/route","U8/case""#);
    let odd = read(&odd.replace(r#""number":3"#, r#""number":-3"#));
    assert_eq!(odd.cover.delivery, Some(Delivery { number: None, ..delivery() }));
    let code = format!(r#","code":"{}""#, Version::of(anna.file.log()));
    assert_eq!(read(&text.replace(&code, "")).code, None);
    assert_eq!(read(&text.replace(&code, r#","code":17"#)).code, None);
    let plain = read(&export(&anna.file, &[], &Cover::new(START, author("Anna"))));
    assert_eq!(plain.cover.delivery, None);
}

#[test]
fn the_turn_is_what_the_role_has_to_do_now() {
    let (anna, _) = two();
    let guidance = guide(&Process::UDSKIFT_IT_SYSTEM, anna.file.case());
    let role = Role::SystemOwner;
    let turn = turns(&guidance, role);
    assert_eq!(turn, [Turn { activity: Activity::Start, scope: Scope::Case }]);
    assert_eq!(Delivery::new(role, &guidance, 1).turn, turn);
    assert!(turns(&guidance, Role::Helpdesk).is_empty());
}

#[test]
fn the_message_names_the_file_the_turn_and_the_version() {
    let (mut anna, _) = two();
    let person = anna.add(EntityKind::Person);
    anna.set(Field::Person(person, PersonField::Name), "Bo Lund");
    anna.set(Field::Person(person, PersonField::Email), "bo@example.dk");
    anna.set(Field::Person(person, PersonField::Role(Role::NewOperations)), true);
    let code = version(&anna.file, &[]);
    let sender = author("Anna");
    let message = delivery_message(anna.file.case(), &delivery(), code, "alfa.json", &sender);
    assert_eq!(message.to, ["bo@example.dk"]);
    assert_eq!(message.subject, "Alfa til Beta · din tur: pkt. 8 og 2.3 pkt. 1");
    let code = format!("Versionskode: {code}");
    for part in ["Kære Bo Lund", "»alfa.json«", "- pkt. 8 Modtag ruteoverblik", "(forsøg 2)", &code]
    {
        assert!(message.body.contains(part), "{part} in {}", message.body);
    }
}
