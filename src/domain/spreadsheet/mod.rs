//! Tables: read from separated text or a workbook as text, written as either for a Danish spreadsheet.
//!
//! Whatever a list comes from, the rest of the app sees a [`Table`]. Reading never fails halfway: it is a table or one
//! [`TableError`]. What is large is read bit by bit ([`TextReader`], [`SheetReader`]), so that a page can show progress and
//! stop. Nothing here knows routes.

mod book;
mod cell;
mod encoding;
mod separated;
mod sheet;
mod stored;
mod workbook;
mod write;
mod xml;
mod zip;

pub use book::write_workbook;
pub use cell::Cell;
pub use encoding::{Encoding, decode};
pub use separated::{Separator, TextReader, read_text};
pub use sheet::SheetReader;
pub use workbook::{Part, SheetName, Workbook};
pub use write::{guard, unguard, write_rows};
pub use zip::{Archive, Packing};

/// A table as it stands in a spreadsheet; rows without any text are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub rows: Vec<Row>,
}

/// A row with some text in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The number by which the user's spreadsheet shows it, from 1.
    pub number: u32,
    /// The cells from the first column to the last one with text.
    pub cells: Vec<String>,
}

/// Why there is no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableError {
    /// There is no text in it.
    Empty,
    TooLarge {
        most: usize,
    },
    TooManyRows {
        most: usize,
    },
    TooManyColumns {
        row: u32,
        most: usize,
    },
    /// A quotation mark opens a cell on this line, and none closes it.
    OpenQuote {
        line: u32,
    },
    /// It is a file of some other kind, such as a picture or an old workbook (`.xls`).
    NotATable,
    /// It is a workbook, but it is damaged or protected by a password.
    Damaged,
}

/// The largest file that is read, in bytes.
pub const LARGEST_LIST: usize = 25_000_000;
/// The most that is unpacked of one part of a workbook, in bytes, and the most that its cells hold together.
pub const LARGEST_PART: usize = 100_000_000;
/// The most rows with text.
pub const MOST_ROWS: usize = 20_000;
/// The most columns.
pub const MOST_COLUMNS: usize = 256;

impl Table {
    /// How many columns the widest row has.
    pub fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default()
    }

    /// Adds a row, unless it has no text.
    fn push(&mut self, number: u32, mut cells: Vec<String>) -> Result<(), TableError> {
        while cells.last().is_some_and(|cell| cell.trim().is_empty()) {
            cells.pop();
        }
        if cells.is_empty() {
            return Ok(());
        }
        if cells.len() > MOST_COLUMNS {
            return Err(TableError::TooManyColumns { row: number, most: MOST_COLUMNS });
        }
        if self.rows.len() == MOST_ROWS {
            return Err(TableError::TooManyRows { most: MOST_ROWS });
        }
        self.rows.push(Row { number, cells });
        Ok(())
    }
}

impl Row {
    /// The cell in a column, without the blanks around it; empty where there is none.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.trim())
    }
}

/// The letters that a spreadsheet has over a column, counted from 0: A to Z, AA to ZZ, and so on.
pub fn column_name(at: usize) -> String {
    let mut letters = String::new();
    let mut rest = at + 1;
    while rest > 0 {
        letters.insert(0, char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters
}
