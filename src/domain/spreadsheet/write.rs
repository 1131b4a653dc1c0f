//! Tables to text that opens right in a Danish spreadsheet: semicolons, byte order mark, CRLF, and no cell that runs.

/// Rows of cells as a file's text.
pub fn write_rows<'a>(rows: impl Iterator<Item = &'a [String]>) -> String {
    let mut text = String::from("\u{feff}");
    for row in rows {
        for (place, cell) in row.iter().enumerate() {
            if place > 0 {
                text.push(';');
            }
            let cell = guard(cell);
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

/// A text that a spreadsheet takes as text: an apostrophe before what would begin a formula.
pub fn guard(cell: &str) -> String {
    if is_guarded_or_formula(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// The text that was guarded; any other is as it was.
pub fn unguard(mut cell: String) -> String {
    if cell.starts_with('\'') && is_guarded_or_formula(&cell) {
        cell.remove(0);
    }
    cell
}

/// Whether a formula's first letter stands at the start or behind apostrophes alone, so that a guard can be told from
/// an apostrophe that was there.
fn is_guarded_or_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'])
}
