//! All rows of a list: drafts, problems to be mended, and rows that are no routes.

use std::collections::HashMap;

use super::names::name_key;
use super::{Draft, Guess, Problem, ProblemKind, RowReader};
use crate::domain::case::RouteField;
use crate::domain::spreadsheet::{Row, Table};

/// What the rows of a list say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    pub rows: Vec<ReadRow>,
    pub skipped: Vec<Skipped>,
    /// The place of the next row to read.
    next: usize,
}

/// A row that is about a route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadRow {
    /// Its place among the rows of the table.
    pub place: usize,
    /// Its number in the user's spreadsheet.
    pub number: u32,
    pub draft: Draft,
    pub problems: Vec<Problem>,
}

/// A row that is left out, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Skipped {
    /// It holds sums.
    Totals(u32),
    /// It has the headings again.
    Headings(u32),
}

impl ReadRow {
    /// Whether it comes in as it is.
    pub fn is_good(&self) -> bool {
        !self.problems.iter().any(|problem| problem.kind.is_in_the_way())
    }
}

impl Reading {
    /// The rows below the headings, none of them read yet.
    pub fn new(guess: &Guess) -> Reading {
        Reading { next: guess.below, ..Reading::default() }
    }

    /// Reads a whole list.
    pub fn of(table: &Table, guess: &Guess, reader: &RowReader<'_>) -> Reading {
        let mut reading = Reading::new(guess);
        while !reading.read_some(table, guess, reader, usize::MAX) {}
        reading
    }

    /// Reads at most so many rows more; whether all are read.
    pub fn read_some(
        &mut self,
        table: &Table,
        guess: &Guess,
        reader: &RowReader<'_>,
        most: usize,
    ) -> bool {
        let end = table.rows.len().min(self.next.saturating_add(most));
        while let Some(row) = table.rows[..end].get(self.next) {
            let place = self.next;
            self.next += 1;
            let (draft, problems) = reader.read(row);
            if draft.id.is_none() && repeats(row, guess) {
                self.skipped.push(Skipped::Headings(row.number));
            } else if draft.id.is_none() && is_total(row, reader) {
                self.skipped.push(Skipped::Totals(row.number));
            } else {
                self.rows.push(ReadRow { place, number: row.number, draft, problems });
            }
        }
        let done = self.next == table.rows.len();
        if done {
            self.find_doubles();
        }
        done
    }

    /// Sets a cell of a row and reads that row again.
    pub fn mend(
        &mut self,
        table: &mut Table,
        reader: &RowReader<'_>,
        place: usize,
        column: usize,
        text: &str,
    ) {
        let Some(row) = table.rows.get_mut(place) else { return };
        if row.cells.len() <= column {
            row.cells.resize(column + 1, String::new());
        }
        row.cells[column] = text.to_owned();
        if let Some(read) = self.rows.iter_mut().find(|read| read.place == place) {
            (read.draft, read.problems) = reader.read(row);
        }
        self.find_doubles();
    }

    /// How many rows come in, and how many do not.
    pub fn count(&self) -> (usize, usize) {
        let good = self.rows.iter().filter(|row| row.is_good()).count();
        (good, self.rows.len() - good)
    }

    /// Tells of each row that is about the same as one before it.
    fn find_doubles(&mut self) {
        let mut seen: HashMap<String, usize> = HashMap::new();
        for row in &mut self.rows {
            row.problems.retain(|problem| {
                let kind = problem.kind;
                !matches!(kind, ProblemKind::SameId { .. } | ProblemKind::SameReference { .. })
            });
            let number = row.number;
            let mut first = |key| *seen.entry(key).or_insert(number as usize) as u32;
            let reference = name_key(row.draft.text(RouteField::Reference));
            let as_row = first(format!("reference {reference}"));
            if !reference.is_empty() && as_row != number {
                let kind = ProblemKind::SameReference { row: as_row };
                row.problems.push(Problem { column: None, kind });
            }
            let as_row = row.draft.id.map(|id| first(format!("id {id}")));
            if let Some(as_row) = as_row.filter(|as_row| *as_row != number) {
                let kind = ProblemKind::SameId { row: as_row };
                row.problems.push(Problem { column: None, kind });
            }
        }
    }
}

/// Whether all that stands in the row are the headings of its columns.
fn repeats(row: &Row, guess: &Guess) -> bool {
    let mut same = 0;
    for (at, guessed) in guess.columns.iter().enumerate() {
        let cell = row.cell(at);
        // Headings of two rows are repeated by the lower.
        if !cell.is_empty() && guessed.heading.ends_with(cell) {
            same += 1;
        } else if !cell.is_empty() {
            return false;
        }
    }
    same > 1
}

/// Whether the row begins as rows of sums do and has not much more than a sum.
fn is_total(row: &Row, reader: &RowReader<'_>) -> bool {
    let cells = (0..reader.columns.len()).map(|at| row.cell(at)).filter(|cell| !cell.is_empty());
    let cells: Vec<&str> = cells.take(5).collect();
    let Some((first, rest)) = cells.split_first() else { return false };
    let is_number = |cell: &&str| cell.chars().all(|c| c.is_ascii_digit() || ".,% ".contains(c));
    rest.len() < 4 && rest.iter().all(is_number) && reader.lexicon.is_total(first)
}
