//! Workbooks to tables: files of two writers, damaged ones, and ones made to burst.

use proptest::prelude::*;
use proptest::sample::Index;
use udskift_it_system::domain::spreadsheet::{LARGEST_PART, MOST_COLUMNS, TableError};

use super::files::{bytes, rows, sheets};

#[test]
fn a_workbook_has_its_sheets_with_the_hidden_ones_told() {
    let sheets = sheets(bytes("workbook.xlsx")).expect("a workbook");
    let names: Vec<(&str, bool)> =
        sheets.iter().map(|(name, hidden, _)| (name.as_str(), *hidden)).collect();
    assert_eq!(names, [("Forside", false), ("Gammel liste", true), ("Ruter", false)]);
}

#[test]
fn cells_are_what_a_dane_reads_in_them() {
    let sheets = sheets(bytes("workbook.xlsx")).expect("a workbook");
    let rows = rows(&sheets[2].2);
    assert_eq!(rows[0], (1, vec!["Ruter til og fra Ældreplan"]));
    assert_eq!(
        rows[2],
        (4, vec!["1001", "Adresser", "SFTP", "CPR-udtræk", "Ældreplan", "TRUE", "2026-11-21"])
    );
    let opslag = &rows[3].1;
    assert_eq!(opslag[1], "Opslag af børn", "texts of several fonts are one");
    assert_eq!(opslag[4..7], ["Ydelse & Økonomi", "FALSE", "2026-11-21 14:05"]);
    assert_eq!((rows[4].0, rows[4].1[0], rows[4].1[6]), (7, "1500000", "1,5"));
    assert_eq!(rows[4].1[4], "Arkiv \"Nord\"");
    assert_eq!(rows[5].1[6], "0,3", "as many digits as a spreadsheet shows");
    assert_eq!((rows[6].1[1], rows[6].1[6]), ("Linje 1\nLinje 2", "1500"));
}

#[test]
fn strings_in_the_cells_themselves_and_days_counted_from_1904() {
    let sheets = sheets(bytes("inline-strings.xlsx")).expect("a workbook");
    let rows = rows(&sheets[0].2);
    assert_eq!(rows[1], (2, vec!["Æbler", "SFTP", "TRUE", "2026-11-21"]));
    // Row 3 is empty. Hours and texts in a format make no date.
    assert_eq!(rows[2], (4, vec!["<b>&amp; \"citat\"</b>", "Webservice", "FALSE", "0,25"]));
    assert_eq!(rows[3].1, ["=ikke en formel", "SFTP", "TRUE", "7"]);
    assert_eq!(rows[4].1[0], "Tegn  og _x0041_");
    assert_eq!(rows[4].1[3], "2", "of a formula what it last gave");
}

#[test]
fn other_files_are_no_workbooks() {
    assert_eq!(sheets(b"Navn;Type".to_vec()), Err(TableError::NotATable));
    assert_eq!(sheets(b"PK\x03\x04 cut short".to_vec()), Err(TableError::Damaged));
    // An empty archive is no workbook.
    let mut empty = b"PK\x05\x06".to_vec();
    empty.resize(22, 0);
    assert_eq!(sheets(empty), Err(TableError::NotATable));
}

#[test]
fn a_part_that_claims_to_burst_is_not_unpacked() {
    let mut file = bytes("workbook.xlsx");
    // The size unpacked, in the directory's entries.
    let entries: Vec<usize> =
        (0..file.len() - 4).filter(|at| file[*at..].starts_with(b"PK\x01\x02")).collect();
    for at in entries {
        file[at + 24..at + 28].copy_from_slice(&(LARGEST_PART as u32 - 1).to_le_bytes());
    }
    assert_eq!(sheets(file), Err(TableError::TooLarge { most: LARGEST_PART }));
}

/// A workbook of parts that are not packed.
fn stored(parts: &[(&str, &str)]) -> Vec<u8> {
    let (mut file, mut directory) = (Vec::new(), Vec::new());
    for (name, text) in parts {
        let header = file.len() as u32;
        let (length, size) = (name.len() as u16, text.len() as u32);
        let mut common = vec![20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        common.extend([size.to_le_bytes(), size.to_le_bytes()].concat());
        common.extend([length.to_le_bytes(), 0u16.to_le_bytes()].concat());
        file.extend([b"PK\x03\x04".as_slice(), &common, name.as_bytes(), text.as_bytes()].concat());
        directory.extend([b"PK\x01\x02\x14\0".as_slice(), &common, &[0; 10]].concat());
        directory.extend([&header.to_le_bytes(), name.as_bytes()].concat());
    }
    let count = (parts.len() as u16).to_le_bytes();
    let (size, start) = ((directory.len() as u32).to_le_bytes(), (file.len() as u32).to_le_bytes());
    let end = [b"PK\x05\x06\0\0\0\0".as_slice(), &count, &count, &size, &start, &[0, 0]].concat();
    [file, directory, end].concat()
}

/// A workbook of one sheet.
fn of_sheet(strings: &str, sheet: &str) -> Vec<u8> {
    stored(&[
        (
            "xl/workbook.xml",
            r#"<workbook><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships><Relationship Id="r1" Target="/xl/worksheets/a.xml"/></Relationships>"#,
        ),
        ("xl/sharedStrings.xml", strings),
        ("xl/worksheets/a.xml", sheet),
    ])
}

#[test]
fn cells_and_rows_without_places_follow_each_other() {
    let strings =
        "<x:sst><x:si><x:t>\u{e6}</x:t><x:rPh><x:t>ikke</x:t></x:rPh></x:si><x:si/></x:sst>";
    let sheet = "<?xml version='1.0'?><!DOCTYPE x><worksheet><sheetData>\
        <row><c t='s'><v>0</v></c><c t=\"inlineStr\"><is><t>a&#x20;&amp;<![CDATA[<b>]]>&b;</t></is></c></row>\
        <!-- <row> --><row r='9'><c r='C9'><f>A1</f><v>-12.50</v></c><c t='s'><v>7</v></c></row>\
        </sheetData></worksheet>";
    let sheets = sheets(of_sheet(strings, sheet)).expect("a workbook");
    let expected = [(1, vec!["\u{e6}", "a &<b>&b;"]), (9, vec!["", "", "-12,5"])];
    assert_eq!(rows(&sheets[0].2), expected);
}

#[test]
fn a_sheet_that_is_cut_short_is_damaged() {
    let sheet = "<sheetData><row><c><v>1</v></c></row><row><c><v>2</v></c>";
    assert_eq!(sheets(of_sheet("", sheet)), Err(TableError::Damaged));
    let sheet = "<sheetData><row r='1'><c r='XFD1'><v>1</v></c></row></sheetData>";
    let error = TableError::TooManyColumns { row: 1, most: MOST_COLUMNS };
    assert_eq!(sheets(of_sheet("", sheet)), Err(error));
}

#[test]
fn a_string_that_many_cells_share_does_not_burst() {
    let strings = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(1_000_000));
    let cells = "<c t='s'><v>0</v></c>".repeat(200);
    let sheet = format!("<sheetData><row>{cells}</row></sheetData>");
    assert_eq!(
        sheets(of_sheet(&strings, &sheet)),
        Err(TableError::TooLarge { most: LARGEST_PART })
    );
}

#[test]
fn numbers_have_a_decimal_comma_and_no_more_digits_than_count() {
    let numbers = [
        ("0", "0"),
        ("-0.05", "-0,05"),
        ("1E+3", "1000"),
        ("1.5e-3", "0,0015"),
        ("0.30000000000000004", "0,3"),
        ("999999999999999.9", "1000000000000000"),
        ("12345678901234567890", "12345678901234600000"),
        ("1e300", "1e300"),
        ("tekst", "tekst"),
    ];
    for (raw, shown) in numbers {
        let sheet = format!("<sheetData><row><c><v>{raw}</v></c></row></sheetData>");
        let sheets = sheets(of_sheet("", &sheet)).expect("a workbook");
        assert_eq!(rows(&sheets[0].2)[0].1, [shown], "{raw}");
    }
}

proptest! {
    #[test]
    fn any_markup_is_a_table_or_an_error(
        strings in "(<si>|</si>|<t>|</t>|<rPh>|x|&#65;|&|_x0041_|_x|<|é){0,20}",
        sheet in "(<row r='[0-9]{1,11}'>|<row>|</row>|<c>|<c r='[A-Z]{1,5}[0-9]'>|<c t='s'>|<c s='-1'>|</c>|<v>|</v>|[0-9.eE-]{1,9}|<|>|<!--|]]>|<!\\[CDATA\\[|&#x110000;|'|é){0,40}",
    ) {
        let _ = sheets(of_sheet(&strings, &sheet));
    }

    #[test]
    fn a_damaged_workbook_is_a_table_or_an_error(
        name in prop::sample::select(vec!["workbook.xlsx", "inline-strings.xlsx"]),
        cuts in prop::collection::vec((any::<Index>(), any::<u8>()), 1..8),
        end in any::<Index>(),
        is_cut in prop::bool::weighted(0.2),
    ) {
        let mut file = bytes(name);
        for (at, byte) in cuts {
            let at = at.index(file.len());
            file[at] = byte;
        }
        if is_cut {
            file.truncate(end.index(file.len()));
        }
        let _ = sheets(file);
    }
}
