//! A desk at which lists are taken in, step by step as a page does.

use udskift_it_system::domain::case::{Case, Event, Id, Route};
use udskift_it_system::domain::route_overview::{
    Column, Comparing, Comparison, Guess, Lexicon, Names, Planning, Reading, Remembered, RowReader,
    guess, overview_rows,
};
use udskift_it_system::domain::spreadsheet::{Table, write_rows};
use udskift_it_system::text::route_words::WORDS;

use super::files::{read, written_files};
use crate::builder::Desk;

/// A list as far as it is understood.
pub struct List {
    pub table: Table,
    guess: Guess,
    pub columns: Vec<Option<Column>>,
    pub reading: Reading,
}

/// Pages do so much between two frames.
const BITE: usize = 70;

pub fn desk() -> Desk {
    Desk::new(1, "Anna")
}

pub fn lexicon() -> Lexicon {
    Lexicon::new(WORDS)
}

/// Understands a list without any correction by the user.
pub fn understand(desk: &Desk, table: Table) -> List {
    let (lexicon, names) = (lexicon(), Names::of(desk.file.case()));
    let guess = guess(&table, &lexicon, &names, &Remembered::default());
    let columns = guess.chosen();
    read_as(desk, table, guess, columns)
}

/// Reads a list whose columns the user chose.
fn read_as(desk: &Desk, table: Table, guess: Guess, columns: Vec<Option<Column>>) -> List {
    let (lexicon, names) = (lexicon(), Names::of(desk.file.case()));
    let reader = RowReader { columns: &columns, lexicon: &lexicon, names: &names };
    let reading = Reading::of(&table, &guess, &reader);
    List { table, guess, columns, reading }
}

impl List {
    /// The same list once more, its columns as they were chosen.
    pub fn again(self, desk: &Desk) -> List {
        read_as(desk, self.table, self.guess, self.columns)
    }

    pub fn compare(&self, desk: &Desk) -> Comparison {
        let case = desk.file.case();
        let mut comparing = Comparing::new(case, &self.reading, &self.columns);
        while !comparing.step(case, &self.reading, BITE) {}
        comparing.finish(case)
    }

    /// Sets a cell of the row of this number and reads it again.
    pub fn mend(&mut self, desk: &Desk, number: u32, column: usize, text: &str) {
        let (lexicon, names) = (lexicon(), Names::of(desk.file.case()));
        let reader = RowReader { columns: &self.columns, lexicon: &lexicon, names: &names };
        let place = self.table.rows.iter().position(|row| row.number == number).expect("a row");
        self.reading.mend(&mut self.table, &reader, place, column, text);
    }
}

/// Writes what is taken of a list.
pub fn bring_in(desk: &mut Desk, list: &List, comparison: &Comparison) -> Vec<Event> {
    let mut planning = Planning::new(&desk.file);
    while !planning.step(&list.reading, comparison, BITE) {}
    let mut batch = planning.finish(comparison);
    desk.now += 20_000;
    let mut written = Vec::new();
    while batch.through() < batch.len() {
        written.extend(desk.file.write_some(&mut desk.pen, desk.now, &mut batch, BITE));
    }
    written
}

/// Understands a list, compares it and writes what is taken to begin with.
pub fn take_in(desk: &mut Desk, table: Table) -> Vec<Event> {
    let list = understand(desk, table);
    let comparison = list.compare(desk);
    bring_in(desk, &list, &comparison)
}

/// The overview as a file.
pub fn written(case: &Case) -> String {
    write_rows(&overview_rows(case, &WORDS))
}

/// The overview as a table that came from a file of separated text.
pub fn written_table(case: &Case) -> Table {
    read(written(case).as_bytes()).expect("a table")
}

/// The overview as tables that came from files of each kind.
pub fn written_tables(case: &Case) -> [Table; 2] {
    written_files(&overview_rows(case, &WORDS)).map(|table| table.expect("a table"))
}

pub fn routes(desk: &Desk) -> Vec<(Id, &Route)> {
    desk.file.case().list_routes()
}

pub fn names(desk: &Desk) -> Vec<&str> {
    routes(desk).into_iter().map(|(_, route)| route.name.as_str()).collect()
}
