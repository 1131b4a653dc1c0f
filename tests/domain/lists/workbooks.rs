//! Workbooks to tables: files of two writers, damaged ones, and ones made to burst.

use proptest::prelude::*;
use proptest::sample::Index;
use udskift_it_system::domain::spreadsheet::{LARGEST_PART, TableError};

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
    assert_eq!(rows[4].1[0], "Tegn \u{b} og _x0041_");
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

proptest! {
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
