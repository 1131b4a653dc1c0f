//! The words of previews and conflicts: sentences with the names people know, and no codes.

use udskift_it_system::domain::case::Writer;
use udskift_it_system::domain::case::{
    Case, Field, Handling, MarkField, MarkKey, MarkState, RouteField, Scope, Value, ValueKind,
};
use udskift_it_system::domain::merging::{CodeComparison, Dispute, Relation};
use udskift_it_system::domain::process::{Activity, Role};
use udskift_it_system::domain::time::{Day, LocalTime};
use udskift_it_system::text::fields::{field_name, value_text};
use udskift_it_system::text::merging::{
    built_on_text, change_sentence, choice_by, choice_text, code_text, dispute_name, relation_text,
};

use crate::builder::{Desk, TITLE, two};
use crate::samples;

const DAY: Day = Day { year: 2026, month: 11, day: 21 };

#[test]
fn a_change_reads_as_a_sentence_with_role_and_day() {
    let mut desk = Desk::new(1, "Bo Lund");
    let mut who = (*desk.pen.author).clone();
    who.roles = vec![Role::NewOperations];
    desk.pen.author = who.into();
    let key = MarkKey::new(Activity::U8, Scope::Case, Role::NewOperations);
    let event = desk.set(Field::Done(key, MarkField::State), MarkState::Done).remove(0);
    assert_eq!(
        change_sentence(desk.file.case(), &event, DAY),
        "Forvaltningsansvarlig (nyt) markerede pkt. 8 Modtag ruteoverblik udført 21.11.2026."
    );
    let event = desk.set(TITLE, "Alfa").remove(0);
    assert_eq!(
        change_sentence(desk.file.case(), &event, DAY),
        "Forvaltningsansvarlig (nyt) satte sagens navn til »Alfa« (21.11.2026)."
    );
}

#[test]
fn a_conflict_names_its_field_its_values_and_their_authors() {
    let (mut anna, mut bo) = two();
    let route = anna.add_route("R12");
    bo.receive(&anna);
    let handling = Field::Route(route, RouteField::Handling);
    anna.set(handling, Handling::Replace);
    bo.set(handling, Handling::Close);
    anna.receive(&bo);
    let dispute = Dispute::of(&anna.file.conflicts().next().expect("a conflict"));
    let case = anna.file.case();
    assert_eq!(dispute_name(case, &dispute), "Handling på ruten R12");
    let values: Vec<String> =
        dispute.choices.iter().map(|choice| choice_text(case, &dispute, choice)).collect();
    assert_eq!(values, ["Nedlæg", "Erstat"]);
    let by = choice_by(&anna.file, &dispute.choices[0], |at| LocalTime::at(at, 60));
    assert!(by[0].starts_with("Bo · Systemansvarlig, 23.11.2026 kl. 09."), "{by:?}");
}

#[test]
fn who_built_on_it_is_named() {
    let (mut anna, mut bo) = two();
    let group = anna.set(TITLE, "Alfa til Gamma");
    bo.receive(&anna);
    bo.set(TITLE, "Alfa til Delta");
    anna.receive(&bo);
    let told = built_on_text(&anna.file, &anna.file.built_on(&group)[0]);
    assert_eq!(told, "Sagens navn er ændret siden af Bo og bliver stående.");
}

#[test]
fn numbers_are_told_in_words() {
    let text = relation_text(Relation::News { new: 1, lacks: 2 });
    assert_eq!(text, "Filen har 1 ændring, du ikke har, og mangler 2 ændringer, du har.");
    assert!(code_text(CodeComparison::Unknown).contains("hver især"));
}

#[test]
fn every_field_has_a_name_and_every_value_words() {
    let case = Case::default();
    let [id, other] = [Writer::new(7).id(7), Writer::new(7).id(9)];
    for field in samples::fields(id, other, 2) {
        let name = field_name(&case, field);
        assert!(!name.starts_with(char::is_lowercase) && !name.contains("  "), "{field}: {name}");
        let values: Vec<Value> = match field.kind() {
            ValueKind::Word(codes) => codes.iter().map(|code| Value::Word(code)).collect(),
            ValueKind::Flag => vec![true.into(), false.into()],
            _ => vec!["tekst".into()],
        };
        for value in values.into_iter().chain([Value::Nothing]) {
            let text = value_text(&case, field, &value);
            assert!(!text.is_empty(), "{field}");
            let codes = ["replace", "explicit", "done", "skipped", "failed", "go", "SA", "FN"];
            assert!(!codes.contains(&text.as_str()), "{field}: {text}");
        }
    }
}
