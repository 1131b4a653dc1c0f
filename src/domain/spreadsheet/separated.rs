//! Text with a separator between cells, as a spreadsheet saves or copies it, to a table.
//!
//! Written here and not taken from a crate because those drop blank lines, by which the row numbers of the user's
//! spreadsheet are lost, and end an unclosed quotation without a word.

use super::{Table, TableError, unguard};

/// What stands between the cells of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    Semicolon,
    Comma,
    Tab,
}

impl Separator {
    const ALL: [Separator; 3] = [Separator::Tab, Separator::Semicolon, Separator::Comma];

    fn char(self) -> char {
        match self {
            Separator::Semicolon => ';',
            Separator::Comma => ',',
            Separator::Tab => '\t',
        }
    }
}

/// Reads a text row by row.
#[derive(Clone, Debug)]
pub struct TextReader {
    text: String,
    separator: Separator,
    /// Where the next row begins.
    at: usize,
    /// The line it begins on, from 1.
    line: u32,
    /// Its number in a spreadsheet, from 1.
    number: u32,
    table: Table,
}

/// Reads a whole text.
pub fn read_text(text: &str) -> Result<Table, TableError> {
    let mut reader = TextReader::new(text.to_owned());
    while !reader.read_some(usize::MAX)? {}
    reader.finish()
}

impl TextReader {
    /// A reader of this text; the separator is the one its first line names (`sep=;`), or else guessed.
    pub fn new(text: String) -> TextReader {
        let (named, at) = match named_separator(&text) {
            Some((separator, length)) => (Some(separator), length),
            None => (None, 0),
        };
        let separator = named.unwrap_or_else(|| guess(&text));
        // A spreadsheet does not show the line that names the separator.
        let line = 1 + u32::from(named.is_some());
        TextReader { text, separator, at, line, number: 1, table: Table::default() }
    }

    /// What stands between the cells.
    pub fn separator(&self) -> Separator {
        self.separator
    }

    /// How much of the text is read, in thousandths.
    pub fn progress(&self) -> usize {
        (self.at * 1000).checked_div(self.text.len()).unwrap_or(1000)
    }

    /// Reads at most so many rows more; whether all is read.
    pub fn read_some(&mut self, rows: usize) -> Result<bool, TableError> {
        for _ in 0..rows {
            let rest = &self.text[self.at..];
            if rest.is_empty() {
                return Ok(true);
            }
            let mut cells = Vec::new();
            let record = record(rest, self.separator.char(), |cell| cells.push(unguard(cell)));
            if record.open {
                return Err(TableError::OpenQuote { line: self.line + record.quote_line });
            }
            self.table.push(self.number, cells)?;
            self.at += record.length;
            self.line += record.lines;
            self.number += 1;
        }
        Ok(self.at == self.text.len())
    }

    /// The table, when all is read.
    pub fn finish(self) -> Result<Table, TableError> {
        if self.table.rows.is_empty() { Err(TableError::Empty) } else { Ok(self.table) }
    }
}

/// A row as it stands in the text.
#[derive(Default)]
struct Record {
    /// Its bytes, with the line break that ends it.
    length: usize,
    /// The lines it takes.
    lines: u32,
    /// Whether a quotation is open at the end of the text, and on which of its lines that begins, from 0.
    open: bool,
    quote_line: u32,
}

/// Reads the row at the beginning of the text.
fn record(text: &str, separator: char, mut add: impl FnMut(String)) -> Record {
    let mut record = Record::default();
    let mut cell = String::new();
    // Where a quotation mark opens a quotation: at the start of a cell.
    let mut at_start = true;
    let mut quoted = false;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let ends_line = letter == '\n' || letter == '\r' && next != Some('\n');
        record.lines += u32::from(ends_line);
        if quoted {
            match (letter, next) {
                ('"', Some('"')) => {
                    letters.next();
                    cell.push('"');
                }
                ('"', _) => quoted = false,
                _ => cell.push(letter),
            }
        } else if letter == '"' && at_start {
            (quoted, at_start) = (true, false);
            record.quote_line = record.lines;
        } else if letter == separator {
            add(std::mem::take(&mut cell));
            at_start = true;
        } else if ends_line {
            record.length = at + 1;
            add(cell);
            return record;
        } else if letter != '\r' || next != Some('\n') {
            cell.push(letter);
            at_start = false;
        }
    }
    record.length = text.len();
    record.open = quoted;
    add(cell);
    record
}

/// The separator that a first line such as `sep=;` names, and that line's length.
fn named_separator(text: &str) -> Option<(Separator, usize)> {
    let start = text.get(..4).filter(|start| start.eq_ignore_ascii_case("sep="))?;
    let rest = &text[start.len()..];
    let separator = Separator::ALL.into_iter().find(|s| rest.starts_with(s.char()))?;
    let after = &rest[1..];
    let end = ["\r\n", "\n", "\r"].into_iter().find(|end| after.starts_with(end))?;
    Some((separator, start.len() + 1 + end.len()))
}

/// How many rows a guess looks at.
const LOOK: usize = 40;

/// The separator by which the largest part of the rows has equally many cells.
fn guess(text: &str) -> Separator {
    let mut best = (0, 0, Separator::Semicolon);
    for separator in Separator::ALL {
        let mut widths = [0usize; MOST_WIDTH + 1];
        let (mut rest, mut all) = (text, 0);
        for _ in 0..LOOK {
            let (mut width, mut is_blank) = (0, true);
            let record = record(rest, separator.char(), |cell| {
                width += 1;
                is_blank &= cell.trim().is_empty();
            });
            if !is_blank {
                all += 1;
                widths[width.min(MOST_WIDTH)] += usize::from(width > 1 && !record.open);
            }
            rest = &rest[record.length..];
            if rest.is_empty() {
                break;
            }
        }
        // A share and not a number: by the wrong separator quoted line breaks make rows of their own.
        let rows = widths.iter().copied().max().unwrap_or_default();
        let share = (rows * 1000).checked_div(all).unwrap_or_default();
        // Among widths of as many rows the widest: titles above a list are narrow.
        let width = widths.iter().rposition(|count| *count == rows).unwrap_or_default();
        if rows > 0 && (share, width) > (best.0, best.1) {
            best = (share, width, separator);
        }
    }
    best.2
}

const MOST_WIDTH: usize = 64;
