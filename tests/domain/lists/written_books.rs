//! Workbooks that the app writes: what a spreadsheet finds in them.

use udskift_it_system::domain::spreadsheet::{Archive, Cell, write_workbook};
use udskift_it_system::domain::time::Day;

use super::files::{rows, sheets};

fn day(text: &str) -> Cell {
    Cell::Day(Day::parse(text).expect("a day"))
}

fn book() -> Vec<u8> {
    let head = ["Rute", "Nr.", "Afgivet"].map(Cell::from).to_vec();
    let rows = [
        head,
        vec!["=1+1".into(), Cell::Count(12), day("2026-11-23")],
        vec!["'=0012".into(), "".into(), day("1900-03-01")],
        vec!["Æ <&> \"ø\"\n å_x0041_\u{1}".into(), Cell::Count(0), day("1899-12-31")],
    ];
    write_workbook("Ruter & \"mere\"", &rows)
}

/// A part of a file whose parts are not packed.
fn part(name: &str) -> String {
    let archive = Archive::open(book()).expect("an archive");
    let (_, bytes, size) = archive.part(name).expect(name);
    assert_eq!(bytes.len(), size);
    String::from_utf8(bytes.to_vec()).expect("a text")
}

#[test]
fn texts_numbers_and_days_are_what_they_were() {
    let sheets = sheets(book()).expect("a workbook");
    assert_eq!((sheets.len(), sheets[0].0.as_str()), (1, "Ruter & \"mere\""));
    let rows = rows(&sheets[0].2);
    assert_eq!(rows[1].1, ["=1+1", "12", "2026-11-23"]);
    assert_eq!(rows[2].1, ["'=0012", "", "1900-03-01"]);
    // Spreadsheets have no days before 1900: it is a text there.
    assert_eq!(rows[3].1, ["Æ <&> \"ø\"\n å_x0041_", "0", "31-12-1899"]);
}

#[test]
fn nothing_in_it_is_a_formula_and_days_are_numbers_in_a_danish_format() {
    let sheet = part("xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<f"), "{sheet}");
    assert!(sheet.contains("<c r=\"A2\" s=\"2\" t=\"inlineStr\"><is>"), "{sheet}");
    assert!(sheet.contains("<c r=\"B2\" s=\"0\"><v>12</v></c>"), "{sheet}");
    assert!(sheet.contains("<c r=\"C2\" s=\"3\"><v>46349</v></c>"), "{sheet}");
    let styles = part("xl/styles.xml");
    let formats = styles.split("<cellXfs").nth(1).expect("formats");
    let formats: Vec<&str> = formats.split("<xf").skip(1).collect();
    assert!(formats[2].contains("numFmtId=\"49\""), "texts have the format of texts");
    assert!(formats[3].contains("numFmtId=\"164\""), "{formats:?}");
    assert!(styles.contains(r#"numFmtId="164" formatCode="dd\-mm\-yyyy""#), "{styles}");
}

#[test]
fn the_headings_are_bold_stay_in_sight_and_filter_all_rows() {
    let sheet = part("xl/worksheets/sheet1.xml");
    assert!(sheet.contains("ySplit=\"1\"") && sheet.contains("state=\"frozen\""), "{sheet}");
    assert!(sheet.contains("<autoFilter ref=\"A1:C4\"/>"), "{sheet}");
    assert_eq!(sheet.matches(" s=\"1\"").count(), 3, "each heading, and nothing else");
    assert!(part("xl/styles.xml").contains("<font><b/>"));
    let widths = sheet.matches("customWidth").count();
    assert_eq!(widths, 3, "{sheet}");
}

#[test]
fn every_part_has_the_check_sum_by_which_readers_know_it_whole() {
    let file = book();
    let (mut at, mut parts) = (0, 0);
    let number = |at: usize| u32::from_le_bytes(file[at..at + 4].try_into().expect("four bytes"));
    while file[at..].starts_with(b"PK\x03\x04") {
        let (sum, size) = (number(at + 14), number(at + 18) as usize);
        let start = at + 30 + usize::from(file[at + 26]);
        assert_eq!(sum, check_sum(&file[start..start + size]));
        at = start + size;
        parts += 1;
    }
    assert_eq!(parts, 6);
    assert_eq!(check_sum(b"123456789"), 0xcbf4_3926, "as it is given in the books");
}

/// Bit by bit, as it is defined.
fn check_sum(bytes: &[u8]) -> u32 {
    let mut sum = !0u32;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 };
        }
    }
    !sum
}
