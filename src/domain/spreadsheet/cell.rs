//! Cells on their way out, and what they are as text.

use crate::domain::time::Day;

/// A cell of a table that is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// A text, whatever it looks like: `=1+1` and `0012` stay what they are.
    Text(String),
    Count(u32),
    Day(Day),
}

impl Cell {
    /// The cell of a day; empty where there is none.
    pub fn day(day: Option<Day>) -> Cell {
        day.map_or(Cell::Text(String::new()), Cell::Day)
    }

    /// As a Danish spreadsheet shows it. With `/` or `.` between, it would not know a day as one.
    pub fn shown(&self) -> String {
        match self {
            Cell::Text(text) => text.clone(),
            Cell::Count(count) => count.to_string(),
            Cell::Day(Day { year, month, day }) => format!("{day:02}-{month:02}-{year:04}"),
        }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell::Text(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }
}
