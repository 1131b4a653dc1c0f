//! Tables to text that opens right in a Danish spreadsheet: semicolons, byte order mark, CRLF, and no cell that runs.

use super::Cell;
use crate::domain::plain::plain;

/// Rows of cells as a file's text.
pub fn write_rows(rows: &[Vec<Cell>]) -> String {
    let mut text = String::from("\u{feff}");
    for row in rows {
        for (place, cell) in row.iter().enumerate() {
            if place > 0 {
                text.push(';');
            }
            let cell = match cell {
                Cell::Text(text) => guard(text),
                other => other.shown(),
            };
            let special = |letter: char| matches!(letter, ';' | '"' | '\r' | '\n' | '\t' | ',');
            // Blanks around a text would be dropped by some spreadsheets.
            if cell.contains(special) || cell.trim() != cell {
                text.push('"');
                text.push_str(&cell.replace('"', "\"\""));
                text.push('"');
            } else {
                text.push_str(&cell);
            }
        }
        text.push_str("\r\n");
    }
    text
}

/// A text that a spreadsheet takes as text: an apostrophe before what would begin a formula or become another number.
pub fn guard(cell: &str) -> String {
    if is_guarded_or_taken(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// The text that was guarded, as it can be seen.
pub fn unguard(cell: String) -> String {
    let mut cell = plain(&cell).into_owned();
    if cell.starts_with('\'') && is_guarded_or_taken(&cell) {
        cell.remove(0);
    }
    cell
}

/// Whether a formula or a number that is changed stands at the start or behind apostrophes alone, so that a guard can be
/// told from an apostrophe that was there.
fn is_guarded_or_taken(cell: &str) -> bool {
    let text = cell.trim_start_matches('\'');
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'])
        || is_changed(text)
}

/// Whether a spreadsheet takes the text for a number or a day and shows it otherwise: `0012`, `1.10`, `1-2`, `12:00`, `1e5`.
fn is_changed(text: &str) -> bool {
    let text = text.trim();
    let is_digit = |letter: char| letter.is_ascii_digit();
    let of = |more: &str| text.chars().all(|letter| is_digit(letter) || more.contains(letter));
    // Longer numbers lose their last digits, and those with blanks in them are none.
    let stays = of(" ") && text.contains(' ')
        || of("") && (text == "0" || !text.starts_with('0') && text.len() <= 15);
    text.starts_with(is_digit) && of(".,:/-eE% ") && !stays
}
