//! Rows to routes: values however they are written, problems told by row and mended, one group for all.

use udskift_it_system::domain::case::{
    Addressing, Field, Handling, Id, OrderKind, RouteField, RouteType, Side, SideField,
    SystemField, Value,
};
use udskift_it_system::domain::route_overview::{
    LineState, Problem, ProblemKind, ReadRow, Skipped, compare, plan,
};
use udskift_it_system::domain::spreadsheet::read_text;

use super::desk::{List, bring_in, desk, names, routes, take_in, understand};
use super::files::{bytes, sheets, table};
use crate::builder::Desk;

/// The problems of a list: row number, column, what.
fn problems(list: &List) -> Vec<(u32, Option<usize>, ProblemKind)> {
    let of_row = |row: &ReadRow| {
        let number = row.number;
        let told = |problem: &Problem| (number, problem.column, problem.kind);
        row.problems.iter().map(told).collect::<Vec<_>>()
    };
    list.reading.rows.iter().flat_map(of_row).collect()
}

#[test]
fn a_list_of_the_helpdesk_comes_in_with_its_systems_and_authorities_once() {
    let mut desk = desk();
    take_in(&mut desk, table("windows-1252.csv"));
    let case = desk.file.case();
    assert_eq!(names(&desk), ["Ændringer i adresser", "Børn og dagtilbud", "Gammel lønfil"]);
    let systems: Vec<&str> = case.list_systems().iter().map(|(_, s)| s.name.as_str()).collect();
    assert_eq!(systems, ["CPR-udtræk", "Ældreplan", "Ydelsesøkonomi", "Løn Ålborg"]);
    assert_eq!(case.list_authorities().len(), 2);
    let (_, last) = routes(&desk)[2];
    assert_eq!(last.reference, "4a1c2f6e-0003");
    assert_eq!(last.old.kind, Some(RouteType::Sftp));
    assert_eq!(case.system_name(last.old.to), Some("Løn Ålborg"));
    assert_eq!(case.authority_name(last.old.authority), Some("Nordby Kommune"));
    assert_eq!((last.old.addressing, last.old.active), (Some(Addressing::Explicit), Some(false)));
    assert_eq!((last.handling, last.new), (None, Default::default()), "nothing is decided by it");
}

#[test]
fn rows_of_sums_and_headings_again_are_left_out_and_told() {
    let list = understand(&desk(), table("windows-1252.csv"));
    assert_eq!(list.reading.skipped, [Skipped::Totals(9)]);
    let list = understand(&desk(), table("joined-pages.csv"));
    assert_eq!(list.reading.skipped, [Skipped::Headings(4), Skipped::Totals(6)]);
    assert_eq!(list.reading.count(), (2, 0));
    // A route may be called so.
    let list = "Rute;Type;Fra\nTotal;SFTP;A\nSum af ydelser;SFTP;B\n";
    let list = understand(&desk(), read_text(list).expect("a table"));
    assert_eq!((list.reading.count(), list.reading.skipped.len()), ((2, 0), 0));
}

#[test]
fn both_sides_of_a_line_come_from_one_row() {
    let mut desk = desk();
    take_in(&mut desk, table("two-row-head.csv"));
    let case = desk.file.case();
    let all = routes(&desk);
    let (_, adresser) = all[0];
    assert_eq!(adresser.handling, Some(Handling::Replace));
    assert_eq!(
        (adresser.old.kind, adresser.new.kind),
        (Some(RouteType::Sftp), Some(RouteType::Webservice))
    );
    assert_eq!(case.system_name(adresser.new.to), Some("Omsorg Plus"));
    let (_, koerelister) = all[2];
    assert_eq!(
        (koerelister.old, koerelister.new.kind),
        (Default::default(), Some(RouteType::Sftp))
    );
    // The organisations are those of the systems.
    let operators: Vec<(&str, Option<&str>)> = case
        .list_systems()
        .into_iter()
        .filter(|(_, system)| system.operator.is_some())
        .map(|(_, system)| (system.name.as_str(), case.organisation_name(system.operator)))
        .collect();
    assert_eq!(operators, [("Omsorg Plus", Some("Nyt A/S")), ("Depot", Some("Depotdrift"))]);
}

#[test]
fn in_a_list_of_one_set_of_columns_a_route_to_come_is_new() {
    let mut desk = desk();
    let list = "Rute;Handling;Type;Fra;Til\nA;Etableres;sftp;X;Y\nB;Udskiftes;WS;X;Y\n";
    take_in(&mut desk, read_text(list).expect("a table"));
    let all = routes(&desk);
    assert_eq!((all[0].1.old.kind, all[0].1.new.kind), (None, Some(RouteType::Sftp)));
    assert_eq!((all[1].1.old.kind, all[1].1.new.kind), (Some(RouteType::Webservice), None));
}

#[test]
fn a_workbook_comes_in_like_any_list() {
    let mut desk = desk();
    let sheets = sheets(bytes("workbook.xlsx")).expect("a workbook");
    take_in(&mut desk, sheets[2].2.clone());
    assert_eq!(names(&desk)[..2], ["Adresser", "Opslag af børn"]);
    let (_, second) = routes(&desk)[1];
    assert_eq!((second.reference.as_str(), second.old.active), ("1002", Some(false)));
    assert_eq!(desk.file.case().system_name(second.old.to), Some("Ydelse & Økonomi"));
}

#[test]
fn values_are_read_however_they_are_written() {
    let list = "Rute;Type;Aktiv;Eksplicit/implicit;Handling;Hvem nedlægger?;Plads i eksekveringsoversigten (nedlæg)\n\
        A; web-service ;JA;IMPLICIT;NEDLAEGGES;fg;12.\n\
        B;SFTP-rute;inaktiv;-;?;ukendt;\n";
    let mut desk = desk();
    take_in(&mut desk, read_text(list).expect("a table"));
    let all = routes(&desk);
    let (_, a) = all[0];
    assert_eq!((a.old.kind, a.old.active), (Some(RouteType::Webservice), Some(true)));
    assert_eq!((a.old.addressing, a.handling), (Some(Addressing::Implicit), Some(Handling::Close)));
    assert_eq!(
        (a.closer.map(|c| c.code()), a.order(OrderKind::Close).position),
        (Some("FG"), Some(12))
    );
    let (_, b) = all[1];
    assert_eq!((b.old.kind, b.old.active), (Some(RouteType::Sftp), Some(false)));
    assert_eq!((b.old.addressing, b.handling, b.closer), (None, None, None));
}

#[test]
fn problems_are_told_by_row_and_column_and_good_rows_come_in() {
    let mut desk = desk();
    let list = understand(&desk, table("mistakes.csv"));
    let kind = RouteField::Side(Side::Old, SideField::Type);
    assert_eq!(
        problems(&list),
        [
            (2, Some(1), ProblemKind::NotAWord(kind)),
            (3, Some(2), ProblemKind::NotYesOrNo),
            (3, Some(4), ProblemKind::NotANumber),
            (4, None, ProblemKind::Nameless),
        ]
    );
    assert_eq!(list.reading.count(), (1, 3));
    let comparison = list.compare(&desk);
    bring_in(&mut desk, &list, &comparison);
    assert_eq!(names(&desk), ["Rute 4"]);
}

#[test]
fn bad_rows_are_mended_in_place() {
    let mut desk = desk();
    let mut list = understand(&desk, table("mistakes.csv"));
    list.mend(&desk, 2, 1, "SFTP");
    list.mend(&desk, 3, 2, "");
    assert_eq!(list.reading.count(), (2, 2), "one of two problems is still there");
    list.mend(&desk, 3, 4, "2");
    list.mend(&desk, 4, 0, "Rute 3");
    assert_eq!(list.reading.count(), (4, 0));
    let comparison = list.compare(&desk);
    bring_in(&mut desk, &list, &comparison);
    assert_eq!(names(&desk), ["Rute 1", "Rute 2", "Rute 3", "Rute 4"]);
}

#[test]
fn texts_that_look_like_a_cpr_number_are_told_and_come_in() {
    let list = "Rute;Bemærkning\nA;Gælder 010203-1234\n";
    let list = understand(&desk(), read_text(list).expect("a table"));
    assert_eq!(problems(&list), [(2, Some(1), ProblemKind::PersonalData)]);
    assert_eq!(list.reading.count(), (1, 0));
}

#[test]
fn one_identity_on_two_rows_is_told() {
    let list = "Rute;Rute-id;Id i appen\nA;r1;7k2m9qx4-1\nB;R1;\nC;;7k2m9qx4-1\nD;;7\n";
    let list = understand(&desk(), read_text(list).expect("a table"));
    assert_eq!(
        problems(&list),
        [
            (3, None, ProblemKind::SameReference { row: 2 }),
            (4, None, ProblemKind::SameId { row: 2 }),
            (5, Some(2), ProblemKind::NotAnId),
        ]
    );
    assert_eq!(list.reading.count(), (2, 2));
}

#[test]
fn a_whole_list_is_one_group_and_goes_back_in_one() {
    let mut desk = desk();
    desk.add_route("Fra før");
    let before = desk.file.case().clone();
    let written = take_in(&mut desk, table("two-row-head.csv"));
    assert!(written.iter().all(|event| event.batch == written[0].id.seq));
    let (changes, left) = desk.file.undo(&written);
    assert!(left.is_empty(), "{left:?}");
    desk.file.write(&mut desk.pen, desk.now, changes);
    assert_eq!(names(&desk), ["Fra før"]);
    let case = desk.file.case();
    assert_eq!(case.list_systems(), before.list_systems());
    assert_eq!(case.list_organisations(), before.list_organisations());
}

#[test]
fn names_of_the_case_are_used_and_not_created_again() {
    let mut desk = desk();
    take_in(&mut desk, table("windows-1252.csv"));
    let list = "Rute;Fra;Til;Myndighed\nNy fil;ÆLDREPLAN;  Løn  A\u{30a}lborg ;nordby kommune\n";
    take_in(&mut desk, read_text(list).expect("a table"));
    let case = desk.file.case();
    assert_eq!((case.list_systems().len(), case.list_authorities().len()), (4, 2));
    assert_eq!(case.system_name(routes(&desk)[3].1.old.to), Some("Løn Ålborg"));
}

#[test]
fn an_organisation_that_the_case_has_otherwise_is_changed_by_choice_only() {
    let mut desk = desk();
    let list = |who: &str| {
        let text = format!("Rute;Fra;Til;Leverandør til\nA;X;Y;{who}\nB;X;Y;{who}\n");
        read_text(&text).expect("a table")
    };
    take_in(&mut desk, list("Alfa"));
    let second = understand(&desk, list("Beta"));
    let mut comparison = second.compare(&desk);
    let operator = |desk: &Desk| {
        let case = desk.file.case();
        let (_, system) = case.list_systems().into_iter().find(|(_, s)| s.name == "Y").expect("Y");
        case.organisation_name(system.operator).map(str::to_owned)
    };
    assert_eq!(comparison.parties.len(), 1);
    bring_in(&mut desk, &second, &comparison);
    assert_eq!(operator(&desk).as_deref(), Some("Alfa"));
    comparison.parties[0].taken = true;
    bring_in(&mut desk, &second, &comparison);
    assert_eq!(operator(&desk).as_deref(), Some("Beta"));
    assert_eq!(second.compare(&desk).parties, []);
    // Rows that contradict each other are told.
    let text = "Rute;Fra;Til;Leverandør til\nA;X;Z;Alfa\nB;X;Z;Gamma\n";
    let third = understand(&desk, read_text(text).expect("a table"));
    assert_eq!(third.compare(&desk).parties[0].others, ["Gamma"]);
}

#[test]
fn bit_by_bit_or_at_once_is_the_same() {
    let mut desk = desk();
    take_in(&mut desk, table("windows-1252.csv"));
    let list = understand(&desk, table("two-row-head.csv"));
    let whole = compare(desk.file.case(), &list.reading, &list.columns);
    assert_eq!(list.compare(&desk), whole);
    let mut other = desk.clone();
    let bit_by_bit = bring_in(&mut desk, &list, &whole);
    let batch = plan(&other.file, &list.reading, &whole);
    assert_eq!(other.file.write_all(&mut other.pen, desk.now, batch), bit_by_bit);
}

#[test]
fn what_is_created_is_named_next_and_linked_to_for_good() {
    let mut desk = desk();
    let list = understand(&desk, table("windows-1252.csv"));
    let comparison = list.compare(&desk);
    assert!(comparison.lines.iter().all(|line| line.state() == LineState::New));
    let written = bring_in(&mut desk, &list, &comparison);
    let created: Vec<Id> =
        written.iter().filter(|e| e.field.entity() == Some(e.id)).map(|e| e.id).collect();
    assert_eq!(created.len(), 3 + 4 + 2);
    // The history tells of what is created by the name that follows.
    for id in created {
        let next = written.iter().find(|event| event.id.seq == id.seq + 1).expect("a name");
        let names = [
            Field::Route(id, RouteField::Name),
            Field::System(id, SystemField::Name),
            Field::AuthorityName(id),
        ];
        assert!(names.contains(&next.field), "{next:?}");
    }
    let links = written.iter().filter_map(|event| match event.value {
        Value::Link(id) => Some(id),
        _ => None,
    });
    assert!(links.into_iter().all(|id| desk.file.log().get(id).is_some()), "none is only planned");
}
