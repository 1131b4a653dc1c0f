//! Separated text to tables: encodings, separators, quotation marks, row numbers, limits.

use proptest::prelude::*;
use udskift_it_system::domain::plain::plain;
use udskift_it_system::domain::spreadsheet::{
    Cell, Encoding, MOST_COLUMNS, MOST_ROWS, Separator, Table, TableError, TextReader, decode,
    guard, read_text, unguard, write_rows,
};
use udskift_it_system::domain::time::Day;

use super::files::{bytes, read, rows, table, through_files};

fn cells(text: &str) -> Vec<Vec<String>> {
    read_text(text).expect("a table").rows.into_iter().map(|row| row.cells).collect()
}

#[test]
fn a_list_in_windows_1252_keeps_its_danish_letters_and_its_row_numbers() {
    let (text, encoding) = decode(&bytes("windows-1252.csv")).expect("a text");
    assert_eq!(encoding, Encoding::Windows1252);
    assert_eq!(TextReader::new(text).separator(), Separator::Semicolon);
    let table = table("windows-1252.csv");
    let rows = rows(&table);
    assert_eq!(rows[1], (2, vec!["Udtræk pr. 12-11-2026"]));
    assert_eq!(rows[2].0, 4, "the blank row above has a number too");
    assert_eq!(rows[3].1[1..5], ["Ændringer i adresser", "SFTP", "CPR-udtræk", "Ældreplan"]);
    assert_eq!(rows.last(), Some(&(9, vec!["I alt", "3"])));
}

#[test]
fn commas_and_line_breaks_within_quotation_marks_belong_to_the_cell() {
    let table = table("english-commas.csv");
    let rows = rows(&table);
    assert_eq!(rows[0].1[0], "Route ID", "the byte order mark is no part of it");
    assert_eq!(rows[1].1[1], "Lookup, citizens");
    assert_eq!(rows[1].1[8], "Asked about it.\nSecond line, with \"quotes\".");
    assert_eq!((rows[2].0, rows[2].1[1]), (3, "Nightly file"), "one row, however many lines");
}

#[test]
fn text_of_two_bytes_per_letter_with_tabs() {
    let (_, encoding) = decode(&bytes("unicode-text.txt")).expect("a text");
    assert_eq!(encoding, Encoding::Utf16);
    let table = table("unicode-text.txt");
    assert_eq!(rows(&table)[1].1, ["Ærøfil", "SFTP", "Ældreplan", "Økonomi", "Erstat"]);
    let big_endian: Vec<u8> = [0xfe, 0xff, 0, b'a', 0, b'\t', 0, 0xe6].to_vec();
    assert_eq!(read(&big_endian).expect("a table").rows[0].cells, ["a", "æ"]);
}

#[test]
fn the_first_line_may_name_the_separator_and_is_no_row() {
    assert_eq!(rows(&table("two-row-head.csv"))[0].0, 1);
    assert_eq!(cells("sep=,\r\na;b,c\r\n"), [["a;b", "c"]]);
    // An ordinary first line that begins alike is a row.
    assert_eq!(cells("sep=;b\nc;d"), [["sep=", "b"], ["c", "d"]]);
}

#[test]
fn lines_end_in_one_way_or_another() {
    for end in ["\r\n", "\n", "\r"] {
        let text = ["a;b", "", "c;\"d", "e\""].join(end);
        let table = read_text(&text).expect("a table");
        assert_eq!(rows(&table), [(1, vec!["a", "b"]), (3, vec!["c", &"d\ne"])]);
    }
}

#[test]
fn decimal_commas_do_not_make_columns() {
    let text = "Liste, udtrukket 1,5 gange\nNavn;Vægt\nA;1,5\nB;2,5\nC;3,25\n";
    assert_eq!(cells(text)[2], ["A", "1,5"]);
}

#[test]
fn line_breaks_in_cells_do_not_decide_the_separator() {
    let note = "\"a, b\nc, d\ne, f\ng, h\"";
    let text = format!("Rute;Bemærkning;Id\nA;{note};1\nB;{note};2\n");
    assert_eq!(cells(&text).len(), 3);
}

#[test]
fn a_quotation_mark_in_the_middle_of_a_cell_is_a_letter() {
    assert_eq!(
        cells("12\" skærm;b\n\"x\"y;\"\"\"z\"\"\"\n"),
        [["12\" skærm", "b"], ["xy", "\"z\""]]
    );
}

#[test]
fn a_quotation_that_nothing_closes_is_told_with_its_line() {
    assert_eq!(read(&bytes("open-quote.csv")), Err(TableError::OpenQuote { line: 3 }));
    let after = "sep=;\n\"to\nlinjer\";b\nc;\"d\ne";
    assert_eq!(read_text(after), Err(TableError::OpenQuote { line: 4 }));
}

#[test]
fn what_is_no_table_is_told() {
    assert_eq!(read(b""), Err(TableError::Empty));
    assert_eq!(read(b"\xef\xbb\xbf ;;\r\n;\r\n"), Err(TableError::Empty));
    assert_eq!(read(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Err(TableError::NotATable));
    let wide = format!("a{};b", ";".repeat(MOST_COLUMNS));
    let error = TableError::TooManyColumns { row: 2, most: MOST_COLUMNS };
    assert_eq!(read_text(&format!("x;y\n{wide}")), Err(error));
    // As many empty columns are what a spreadsheet writes where someone once formatted them.
    assert!(read_text(&format!("a;b{}", ";".repeat(5_000))).is_ok());
    let long = "a;b\n".repeat(MOST_ROWS + 1);
    assert_eq!(read_text(&long), Err(TableError::TooManyRows { most: MOST_ROWS }));
    assert!(read_text(&format!("{}{}", "a;b\n".repeat(10), ";\n".repeat(MOST_ROWS))).is_ok());
}

#[test]
fn a_text_is_read_in_bites_with_progress() {
    let text = "a;b\n".repeat(1_000);
    let mut reader = TextReader::new(text.clone());
    assert_eq!(reader.read_some(250), Ok(false));
    assert_eq!(reader.progress(), 250);
    while !reader.read_some(250).expect("rows") {}
    assert_eq!((reader.progress(), reader.finish()), (1000, read_text(&text)));
}

#[test]
fn what_a_spreadsheet_would_run_is_text() {
    for formula in ["=1+1", "+45 1234", "-ukendt", "@SUM(A1)", "\t=1", "\r=1"] {
        assert_eq!(guard(formula), format!("'{formula}"));
    }
    for number in
        ["0012", "1,50", "1.2.3", "12-11", "1/2", "12:00", "1e5", "1234567890123456", "00"]
    {
        assert_eq!(guard(number), format!("'{number}"));
    }
    let plain = ["Rute 1", "'citat'", "7k2m9qx4-17", "a=b", "", "0", "12", "12 34 56 78", "1. maj"];
    for plain in plain {
        assert_eq!(guard(plain), plain);
    }
    let day = Day::new(2026, 3, 1).expect("a day");
    let row = vec!["Å;b".into(), "=1".into(), "'0".into(), Cell::Count(7), Cell::Day(day)];
    assert_eq!(write_rows(&[row]), "\u{feff}\"Å;b\";'=1;'0;7;01-03-2026\r\n");
}

/// Texts as a case has them.
fn cell() -> impl Strategy<Value = String> {
    let any = prop_oneof![
        "['=+@a;,\"\t\r\n -]{0,6}",
        "\\PC{0,8}",
        "[a-zæøå]{1,9}",
        "'{0,2}[0-9]{0,4}[.,:/eE% -]{0,2}[0-9]{0,3}",
        "(_x|[0-9A-Fa-f]{4}|_|[\\x00-\\x1f<>&\"\u{fffe}]){0,6}",
    ];
    any.prop_map(|text| plain(&text).into_owned())
}

proptest! {
    #[test]
    fn a_guarded_text_is_no_formula_and_comes_back(text in cell()) {
        let guarded = guard(&text);
        prop_assert!(!guarded.starts_with(['=', '+', '-', '@', '\t', '\r']));
        prop_assert_eq!(unguard(guarded), text);
    }

    #[test]
    fn what_is_written_is_read_alike(
        rows in prop::collection::vec(prop::collection::vec(cell(), 3), 0..6),
        last in "[a-zæøå]{1,5}",
    ) {
        // As in a list: a head without separators in it, and rows as wide.
        let mut all = vec![vec!["Navn".to_owned(), "Type".to_owned(), "Note".to_owned(), "Id".to_owned()]];
        all.extend(rows.into_iter().map(|mut row| { row.push(last.clone()); row }));
        for table in through_files(&all) {
            let rows = table.expect("a table").rows.into_iter();
            prop_assert_eq!(&rows.map(|row| row.cells).collect::<Vec<_>>(), &all);
        }
    }

    #[test]
    fn any_bytes_are_a_table_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _: Result<Table, TableError> = read(&bytes);
    }

    #[test]
    fn any_bytes_of_separated_text_are_a_table_or_an_error(bytes in "[\"';,\t\r\n=a\u{feff}]{0,60}") {
        let _ = read(bytes.as_bytes());
    }
}
