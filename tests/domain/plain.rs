//! Nothing hides in a text: what cannot be seen is left out wherever a text comes in, and what is seen stays.

use udskift_it_system::domain::case::{CaseFile, Value};
use udskift_it_system::domain::exchange::{Cover, export, import};
use udskift_it_system::domain::plain::{is_hidden, plain};
use udskift_it_system::domain::spreadsheet::read_text;

use crate::builder::{Desk, NOTE, START, TITLE, author};

/// A text as it comes, and as it is taken.
const COMING: [(&str, &str); 12] = [
    ("faktura\u{202e}gpj.exe", "fakturagpj.exe"),
    ("\u{2066}a\u{2069}\u{202d}b\u{202c}\u{200f}\u{061c}", "ab"),
    ("Omsorg\u{200b} \u{2060}Ny\u{feff}", "Omsorg Ny"),
    ("Om\u{ad}sorg", "Omsorg"),
    ("a\u{0}b\u{1b}[31mc\u{7f}\u{9b}", "ab[31mc"),
    ("a\u{e0041}\u{e007f}b\u{fe0f}", "ab"),
    ("a\u{ffff}b\u{fffe}", "ab"),
    ("linje 1\r\nlinje 2\rlinje 3", "linje 1\nlinje 2\nlinje 3"),
    ("a\u{2028}b\u{85}c", "a b c"),
    ("<b>=1+1</b>\tæøå 😀", "<b>=1+1</b>\tæøå 😀"),
    ("Ğüñ 北京 עברית", "Ğüñ 北京 עברית"),
    ("\u{3164}\u{115f}", ""),
];

#[test]
fn what_cannot_be_seen_is_left_out_and_the_rest_stays() {
    for (coming, taken) in COMING {
        assert_eq!(plain(coming), taken, "{coming:?}");
        assert_eq!(plain(taken), taken, "taken once, it stays");
        assert!(!taken.contains(is_hidden));
    }
}

#[test]
fn a_text_of_a_file_is_taken_so_and_so_is_its_author() {
    for (coming, taken) in COMING {
        let mut anna = Desk::new(1, "Anna");
        anna.set(NOTE, "TITEL");
        let text = export(&anna.file, &[], &Cover::new(START, author("Anna")));
        let coming = serde_json::to_string(coming).expect("a text");
        let text = text.replace("\"TITEL\"", &coming).replace("\"Anna\"", &coming);
        let events = import(&text).expect("a file").events;
        assert_eq!(events[0].author.name, taken);
        assert_eq!(events[0].value, Value::text(taken));
        assert_eq!(CaseFile::from_events(events).0.case().note, taken);
    }
}

#[test]
fn a_cell_of_a_list_is_taken_so() {
    let table = read_text("Rute;Note\r\nfaktura\u{202e}gpj.exe;a\u{200b}b\r\n").expect("a table");
    assert_eq!(table.rows[1].cells, ["fakturagpj.exe", "ab"]);
}

#[test]
fn two_names_that_look_the_same_are_the_same() {
    assert_eq!(Value::text("KOMBIT\u{200d} "), Value::text("KOMBIT"));
    assert_eq!(Value::text("\u{200b}\u{202e}"), Value::Nothing);
}

#[test]
fn a_name_is_one_line_and_a_note_has_as_many_as_were_written() {
    let mut anna = Desk::new(1, "Anna");
    anna.set(TITLE, "Omsorg\nBcc: alle@eksempel.dk");
    anna.set(NOTE, "En\nto");
    assert_eq!(anna.file.case().title, "Omsorg Bcc: alle@eksempel.dk");
    assert_eq!(anna.file.case().note, "En\nto");
}
