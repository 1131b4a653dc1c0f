//! Ten thousand rows: in, compared, merged, out, and taken back.

use udskift_it_system::domain::case::{Field, RouteField};
use udskift_it_system::domain::spreadsheet::read_text;

use super::desk::{bring_in, desk, routes, take_in, understand, written_tables};

const ROWS: usize = 10_000;

/// A list as a shared solution has it: a few names for many authorities.
fn list(rows: usize, status: impl Fn(usize) -> &'static str) -> String {
    let mut text = String::from(
        "Rute;Type;Afsendersystem;Modtagersystem;Myndighed;Adressering;Status;Bemærkning\r\n",
    );
    for row in 0..rows {
        let (name, authority) = (row / 98, row % 98);
        let kind = if name % 3 == 0 { "SFTP" } else { "Webservice" };
        let addressing = if row % 4 == 0 { "Implicit" } else { "Eksplicit" };
        text.push_str(&format!(
            "Rute {name};{kind};System {};Ældreplan;Kommune {authority};{addressing};{};\"Linje 1\nLinje; {row}\"\r\n",
            name % 40,
            status(row)
        ));
    }
    text
}

#[test]
fn ten_thousand_rows_come_in_and_a_second_list_is_merged() {
    let mut desk = desk();
    let first = read_text(&list(ROWS, |_| "Aktiv")).expect("a table");
    let written = take_in(&mut desk, first.clone());
    assert_eq!(routes(&desk).len(), ROWS);
    assert_eq!(desk.file.case().list_authorities().len(), 98);

    // A list without the last hundred, of which every tenth has ended.
    let text = list(ROWS - 100, |row| if row % 10 == 0 { "Inaktiv" } else { "Aktiv" });
    let second = understand(&desk, read_text(&text).expect("a table"));
    let mut comparison = second.compare(&desk);
    assert_eq!(comparison.count(), [0, (ROWS - 100) / 10, (ROWS - 100) / 10 * 9]);
    assert_eq!(comparison.gone.len(), 100);
    comparison.gone.iter_mut().for_each(|gone| gone.removed = true);
    let merged = bring_in(&mut desk, &second, &comparison);
    assert_eq!((merged.len(), routes(&desk).len()), ((ROWS - 100) / 10 + 100, ROWS - 100));

    // Out and in.
    for table in written_tables(desk.file.case()) {
        let again = understand(&desk, table);
        assert_eq!(again.compare(&desk).count(), [0, 0, ROWS - 100]);
    }

    for group in [merged, written] {
        let (changes, left) = desk.file.undo(&group);
        assert_eq!(left, []);
        desk.file.write(&mut desk.pen, desk.now, changes);
    }
    assert_eq!(routes(&desk).len(), 0);
}

#[test]
fn ten_thousand_routes_of_one_name_are_paired_in_order() {
    let mut desk = desk();
    let text = format!("Rute;Bemærkning\n{}", "Ens;x\n".repeat(ROWS));
    take_in(&mut desk, read_text(&text).expect("a table"));
    let list = understand(&desk, read_text(&text).expect("a table"));
    let comparison = list.compare(&desk);
    assert_eq!(comparison.count(), [0, 0, ROWS]);
    let first = routes(&desk)[0].0;
    assert_eq!(comparison.lines[0].route, Some(first));
    assert!(desk.file.log().standing(Field::Route(first, RouteField::Note)).is_some());
}
