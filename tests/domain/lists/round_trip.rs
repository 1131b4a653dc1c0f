//! Out and in again: nothing is changed, or exactly what was edited.

use proptest::prelude::*;
use proptest::sample::Index;
use udskift_it_system::domain::case::{
    AgreementField, EntityKind, Field, Id, RouteField, SystemField, Value, ValueKind,
};
use udskift_it_system::domain::route_overview::{Column, EXPORTED, Fact, LineState};
use udskift_it_system::text::route_words::{choices, heading};

use super::desk::{
    bring_in, desk, routes, take_in, understand, written, written_table, written_tables,
};
use super::files::{table, through_files};
use crate::builder::Desk;

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[A-ZÆØÅa-zæøå ]{0,8}",
        2 => "['=+@;,\"\t\r\n.-]{0,5}[a-z]{0,2}",
        1 => "\\PC{0,6}",
        1 => prop::sample::select(vec!["I alt", "-", "?", "ukendt", "Rute", "ja", "0", "0012", "1,5"])
            .prop_map(str::to_owned),
    ]
}

/// The fields that are written.
fn fields() -> Vec<RouteField> {
    let field = |column: &Column| match column {
        Column::Fact(field) => Some(*field),
        _ => None,
    };
    Column::ALL[..EXPORTED].iter().filter_map(field).collect()
}

/// A case of some routes with any facts, some of what they link to removed.
fn case() -> impl Strategy<Value = Desk> {
    let names = prop::collection::vec(text(), 12);
    let facts =
        prop::collection::vec((any::<Index>(), any::<Index>(), text(), any::<Index>()), 0..60);
    (1usize..8, names, facts, any::<bool>()).prop_map(|(count, names, facts, removes)| {
        let mut desk = desk();
        let kinds = [EntityKind::System, EntityKind::Authority, EntityKind::Agreement];
        let linked: Vec<(EntityKind, Id)> = names
            .iter()
            .enumerate()
            .map(|(place, name)| {
                let kind = kinds[place % 3];
                let id = desk.add(kind);
                let field = match kind {
                    EntityKind::System => Field::System(id, SystemField::Name),
                    EntityKind::Authority => Field::AuthorityName(id),
                    _ => Field::Agreement(id, AgreementField::Name),
                };
                desk.set(field, Value::text(name));
                (kind, id)
            })
            .collect();
        let ids: Vec<Id> = (0..count).map(|_| desk.add(EntityKind::Route)).collect();
        let mut linked = linked;
        linked.extend(ids.iter().map(|id| (EntityKind::Route, *id)));
        for (route, field, text, pick) in facts {
            let field = Field::Route(*route.get(&ids), *field.get(&fields()));
            let value = match field.kind() {
                ValueKind::Text => Value::text(text),
                ValueKind::Flag => Value::Flag(pick.index(2) == 0),
                ValueKind::Count => Value::Count(pick.index(5000) as u32),
                ValueKind::Word(codes) => Value::Word(codes[pick.index(codes.len())]),
                ValueKind::Link(kind) => {
                    let of_kind: Vec<&(EntityKind, Id)> =
                        linked.iter().filter(|(other, _)| *other == kind).collect();
                    Value::Link(pick.get(&of_kind).1)
                }
                ValueKind::Day | ValueKind::Time => Value::Nothing,
            };
            desk.set(field, value);
        }
        if removes {
            let (kind, id) = linked[0];
            desk.set(Field::Exists(kind, id), false);
        }
        desk
    })
}

proptest! {
    #[test]
    fn what_is_written_comes_back_without_a_change(desk in case()) {
        for table in written_tables(desk.file.case()) {
            let list = understand(&desk, table);
            prop_assert_eq!(list.reading.count().1, 0, "{:?}", list.reading);
            prop_assert_eq!(list.reading.skipped.len(), 0);
            let comparison = list.compare(&desk);
            prop_assert_eq!(comparison.count(), [0, 0, routes(&desk).len()], "{:?}", comparison);
            prop_assert_eq!(comparison.gone.len() + comparison.parties.len(), 0);
        }
    }

    #[test]
    fn an_edited_cell_is_exactly_what_is_changed(
        desk in case(), row in any::<Index>(), field in any::<Index>(), to in text(), pick in any::<Index>(),
        file in 0usize..2,
    ) {
        let mut desk = desk;
        let [mut table, _] = written_tables(desk.file.case());
        let place = 1 + row.index(table.rows.len() - 1);
        let field = *field.get(&fields());
        let column = Column::ALL.iter().position(|c| *c == Column::Fact(field)).expect("a column");
        let route = routes(&desk)[place - 1].0;
        let words = choices(field);
        let to = match Field::Route(route, field).kind() {
            ValueKind::Flag => pick.get(&["Ja", "Nej", ""]).to_string(),
            ValueKind::Count => pick.index(100).to_string(),
            ValueKind::Word(_) => pick.get(&words).to_string(),
            _ => to.trim().to_owned(),
        };
        table.rows[place].cells.resize(EXPORTED, String::new());
        let was = std::mem::replace(&mut table.rows[place].cells[column], to.clone());
        // Through a file once more, as a spreadsheet saves it.
        let rows: Vec<Vec<String>> = table.rows.into_iter().map(|row| row.cells).collect();
        let table = through_files(&rows)[file].clone().expect("a table");
        let list = understand(&desk, table);
        let mut comparison = list.compare(&desk);
        let changes: Vec<(Option<Id>, RouteField)> = comparison
            .lines
            .iter()
            .flat_map(|line| line.changes.iter().map(|change| (line.route, change.field)))
            .collect();
        prop_assert!(changes.is_empty() || changes == [(Some(route), field)], "{changes:?}");
        if was.trim() == to {
            prop_assert_eq!(changes.len(), 0);
        }
        comparison.take_changes(true, |_| true);
        bring_in(&mut desk, &list, &comparison);
        let again = understand(&desk, written_table(desk.file.case()));
        prop_assert_eq!(again.compare(&desk).count()[1], 0);
        // And it stands there now, unless it says nothing or nothing else.
        if let [(_, field)] = changes[..]
            && let Some(change) = comparison.lines[place - 1].changes.first()
        {
            let standing = desk.file.log().standing(Field::Route(route, field)).map(|e| e.value.clone());
            match &change.after {
                Fact::Value(value) => prop_assert_eq!(standing, Some(value.clone())),
                Fact::Named(_) => prop_assert!(matches!(standing, Some(Value::Link(_)))),
            }
        }
    }

    #[test]
    fn any_table_is_understood_or_told_and_brought_in_without_a_panic(
        rows in prop::collection::vec(prop::collection::vec(text(), 0..6), 0..12),
        head in prop::collection::vec(any::<Index>(), 0..8),
    ) {
        let heads: Vec<String> = head.iter().map(|at| heading(*at.get(&Column::ALL)).to_owned()).collect();
        let mut all = vec![heads];
        all.extend(rows);
        let mut desk = desk();
        for table in through_files(&all).into_iter().flatten() {
            let list = understand(&desk, table);
            let comparison = list.compare(&desk);
            bring_in(&mut desk, &list, &comparison);
            // Once more nothing is new.
            let comparison = list.again(&desk).compare(&desk);
            prop_assert_eq!(comparison.count()[0], 0, "{:?}", comparison);
        }
    }
}

#[test]
fn a_file_opens_right_in_a_danish_spreadsheet() {
    let mut desk = desk();
    take_in(&mut desk, table("two-row-head.csv"));
    let route = routes(&desk)[0].0;
    desk.set(Field::Route(route, RouteField::Note), "=HYPERLINK(\"x\")");
    let text = written(desk.file.case());
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert!(
        lines[0]
            .starts_with("\u{feff}Id i appen;Rute-id på SP;Rute;Handling;Gammel rute: Rutetype;")
    );
    assert!(
        lines[1].contains(";Adresser;Erstat;SFTP;CPR-udtræk;Ældreplan;;;Aktiv;Webservice;"),
        "{}",
        lines[1]
    );
    assert!(lines[1].ends_with(";\"'=HYPERLINK(\"\"x\"\")\""), "{}", lines[1]);
    assert_eq!(lines.len(), 5, "each line ends as a spreadsheet ends it");
}

#[test]
fn the_overview_of_another_case_comes_in_as_new_routes() {
    let (mut desk, mut other) = (desk(), Desk::new(2, "Bo"));
    take_in(&mut other, table("two-row-head.csv"));
    take_in(&mut desk, written_table(other.file.case()));
    assert_eq!(routes(&desk).len(), 3);
    assert_eq!(routes(&desk)[0].1.handling, routes(&other)[0].1.handling);
}

#[test]
fn a_line_taken_out_of_the_list_is_gone_and_one_added_is_new() {
    let mut desk = desk();
    take_in(&mut desk, table("two-row-head.csv"));
    desk.add_route("Kun i sagen");
    let mut table = written_table(desk.file.case());
    let mut added = table.rows[1].clone();
    (added.cells[0], added.cells[2]) = (String::new(), "Tilføjet".to_owned());
    table.rows.pop();
    table.rows.push(added);
    let comparison = understand(&desk, table).compare(&desk);
    assert_eq!((comparison.count(), comparison.gone.len()), ([1, 0, 3], 1));
    assert!(comparison.lines.iter().any(|line| line.state() == LineState::New));
}

#[test]
fn every_fact_of_a_route_has_a_column() {
    // All but receipts and signatures, of which a route has any number.
    let id = udskift_it_system::domain::case::Writer::new(1).id(1);
    let all = crate::samples::fields(id, id, 1);
    for field in all {
        if let Field::Route(_, field) = field
            && !matches!(field, RouteField::Receipt(..) | RouteField::Signature(..))
        {
            let of_new_side = format!("{field}") == "new/active";
            assert!(of_new_side || fields().contains(&field), "{field}");
        }
    }
}
