//! The cells of a sheet as text: shared and inline strings, numbers as a Dane reads them, dates, true and false.

use std::sync::Arc;

use super::xml::{Token, Walk, attribute, resolve, unescape};
use super::{LARGEST_PART, MOST_COLUMNS, Table, TableError, unguard};
use crate::domain::time::Day;

/// What the sheets of a workbook share.
#[derive(Debug, Default)]
pub(super) struct Shared {
    pub strings: Vec<String>,
    /// For each format of cells whether it shows numbers as dates.
    pub dates: Vec<bool>,
    /// Days are counted from 1904.
    pub from_1904: bool,
}

/// Reads a sheet row by row.
#[derive(Clone, Debug)]
pub struct SheetReader {
    text: String,
    shared: Arc<Shared>,
    at: usize,
    /// The number of the last row.
    number: u32,
    /// The text in the cells so far, in bytes.
    size: usize,
    table: Table,
}

/// A cell as far as it is read.
#[derive(Default)]
struct Cell {
    column: usize,
    kind: String,
    style: usize,
    text: String,
}

impl SheetReader {
    pub(super) fn new(text: String, shared: Arc<Shared>) -> SheetReader {
        SheetReader { text, shared, at: 0, number: 0, size: 0, table: Table::default() }
    }

    /// How much of the sheet is read, in thousandths.
    pub fn progress(&self) -> usize {
        (self.at * 1000).checked_div(self.text.len()).unwrap_or(1000)
    }

    /// What is read so far: the first rows tell which sheet has the list.
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// Reads at most so many rows more; whether all is read.
    pub fn read_some(&mut self, rows: usize) -> Result<bool, TableError> {
        for _ in 0..rows {
            if !self.read_row()? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The table, when all is read.
    pub fn finish(self) -> Result<Table, TableError> {
        if self.table.rows.is_empty() { Err(TableError::Empty) } else { Ok(self.table) }
    }

    /// Reads to the end of the next row; false where there is none.
    fn read_row(&mut self) -> Result<bool, TableError> {
        let mut walk = Walk::new(&self.text, self.at);
        let mut cells: Vec<String> = Vec::new();
        let mut cell: Option<Cell> = None;
        let (mut in_text, mut in_reading) = (false, false);
        // The column of a cell that does not tell its own.
        let mut column = 0;
        while let Some(token) = walk.next() {
            match token {
                Token::Start { name: "row", attributes, is_empty } => {
                    let told = attribute(attributes, "r").and_then(|number| number.parse().ok());
                    self.number = told.unwrap_or(self.number.saturating_add(1));
                    if is_empty {
                        self.at = walk.at;
                        return Ok(true);
                    }
                }
                Token::Start { name: "c", attributes, is_empty } => {
                    column = attribute(attributes, "r").and_then(|r| place(&r)).unwrap_or(column);
                    let style = attribute(attributes, "s").and_then(|style| style.parse().ok());
                    let kind = attribute(attributes, "t").unwrap_or_default();
                    let style = style.unwrap_or_default();
                    cell = (!is_empty).then_some(Cell { column, kind, style, text: String::new() });
                    column += 1;
                }
                Token::Start { name: "rPh", is_empty, .. } => in_reading = !is_empty,
                Token::End { name: "rPh" } => in_reading = false,
                Token::Start { name: "v" | "t", is_empty, .. } => {
                    in_text = !is_empty && !in_reading;
                }
                Token::End { name: "v" | "t" } => in_text = false,
                Token::Text(part) if in_text => {
                    cell.iter_mut().for_each(|cell| cell.text.push_str(&resolve(part)));
                }
                Token::Plain(part) if in_text => {
                    cell.iter_mut().for_each(|cell| cell.text.push_str(part));
                }
                Token::End { name: "c" } => {
                    if let Some(cell) = cell.take() {
                        let text = self.shared.text(&cell);
                        self.size += text.len();
                        put(&mut cells, cell.column, text, self.number)?;
                    }
                    if self.size > LARGEST_PART {
                        return Err(TableError::TooLarge { most: LARGEST_PART });
                    }
                }
                Token::End { name: "row" } => {
                    self.at = walk.at;
                    self.table.push(self.number, cells)?;
                    return Ok(true);
                }
                _ => {}
            }
        }
        // A file cut short ends in the middle of a row.
        let whole = cells.is_empty() && self.text[walk.at..].is_empty();
        self.at = self.text.len();
        if whole { Ok(false) } else { Err(TableError::Damaged) }
    }
}

impl Shared {
    fn text(&self, cell: &Cell) -> String {
        let text = match cell.kind.as_str() {
            "s" => {
                let number: Option<usize> = cell.text.trim().parse().ok();
                number.and_then(|number| self.strings.get(number)).cloned().unwrap_or_default()
            }
            "inlineStr" | "str" => unescape(&cell.text),
            "b" => if cell.text.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
            "e" | "d" => cell.text.clone(),
            _ if self.dates.get(cell.style) == Some(&true) => {
                date(&cell.text, self.from_1904).unwrap_or_else(|| cell.text.clone())
            }
            _ => number(&cell.text).unwrap_or_else(|| cell.text.clone()),
        };
        unguard(text)
    }
}

fn put(cells: &mut Vec<String>, column: usize, text: String, row: u32) -> Result<(), TableError> {
    if text.is_empty() {
        return Ok(());
    }
    if column >= MOST_COLUMNS {
        return Err(TableError::TooManyColumns { row, most: MOST_COLUMNS });
    }
    if cells.len() <= column {
        cells.resize(column + 1, String::new());
    }
    cells[column] = text;
    Ok(())
}

/// The column of a cell such as `AB12`, from 0.
fn place(reference: &str) -> Option<usize> {
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic);
    let column = letters
        .take(4)
        .fold(0, |sum, letter| sum * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    column.checked_sub(1)
}

/// The digits of a plain number up to 15 that count, and where the point stands among them.
///
/// Worked out on the digits: reading and writing binary fractions would make the app larger, and `0.1` another number.
fn digits(text: &str) -> Option<(bool, Vec<u8>, i32)> {
    let text = text.trim();
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all: Vec<u8> = whole.bytes().chain(fraction.bytes()).collect();
    let plain = !all.is_empty() && all.len() < 60 && all.iter().all(u8::is_ascii_digit);
    if !plain || exponent.abs() > 30 {
        return None;
    }
    let zeros = all.iter().take_while(|digit| **digit == b'0').count();
    let mut point = whole.len() as i32 + exponent - zeros as i32;
    let mut digits: Vec<u8> = all[zeros..].iter().map(|digit| digit - b'0').collect();
    if digits.len() > 15 {
        let up = digits[15] >= 5;
        digits.truncate(15);
        if up {
            let mut place = digits.len();
            while place > 0 && digits[place - 1] == 9 {
                place -= 1;
                digits[place] = 0;
            }
            match place.checked_sub(1) {
                Some(place) => digits[place] += 1,
                None => {
                    digits.insert(0, 1);
                    point += 1;
                }
            }
        }
    }
    while digits.last() == Some(&0) {
        digits.pop();
    }
    Some((negative, digits, point))
}

/// A number as a Danish spreadsheet shows it: `1500`, `1,5`.
fn number(text: &str) -> Option<String> {
    let (negative, digits, point) = digits(text)?;
    if digits.is_empty() {
        return Some("0".to_owned());
    }
    let mut shown = String::from(if negative { "-" } else { "" });
    let end = point.max(digits.len() as i32);
    for place in point.min(1) - 1..end {
        if place == point {
            shown.push(',');
        }
        let digit = usize::try_from(place).ok().and_then(|place| digits.get(place));
        shown.push(char::from(b'0' + digit.copied().unwrap_or_default()));
    }
    Some(shown)
}

/// A day by its number, with the time of day where there is one: `2026-11-21`, `2026-11-21 14:05`.
fn date(text: &str, from_1904: bool) -> Option<String> {
    let (negative, digits, point) = digits(text)?;
    if negative || point > 7 {
        return None;
    }
    let at = |place: i32| {
        let digit = usize::try_from(place).ok().and_then(|place| digits.get(place));
        i64::from(digit.copied().unwrap_or_default())
    };
    let days = (0..point).fold(0, |sum, place| sum * 10 + at(place));
    // Nine decimals of a day are finer than a second.
    let billionths = (point..point + 9).fold(0, |sum, place| sum * 10 + at(place));
    let minutes = (billionths * 1440 + 500_000_000) / 1_000_000_000;
    let first = if from_1904 { -24_107 } else { -25_569 };
    let day = Day::from_epoch(days + first + minutes / 1440);
    Some(match minutes % 1440 {
        0 => day.to_string(),
        minutes => format!("{day} {:02}:{:02}", minutes / 60, minutes % 60),
    })
}
