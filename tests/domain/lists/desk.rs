//! A desk at which lists are taken in, step by step as a page does.

use udskift_it_system::domain::case::{Case, Event, Id, Route};
use udskift_it_system::domain::route_overview::{
    Column, Comparison, Lexicon, Names, Reading, Remembered, RowReader, compare, guess,
    overview_rows, plan,
};
use udskift_it_system::domain::spreadsheet::{Table, write_rows};
use udskift_it_system::text::route_words::WORDS;

use super::files::read;
use crate::builder::Desk;

/// A list as far as it is understood.
pub struct List {
    pub table: Table,
    pub columns: Vec<Option<Column>>,
    pub reading: Reading,
}

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
    let reader = RowReader { columns: &columns, lexicon: &lexicon, names: &names };
    let reading = Reading::of(&table, &guess, &reader);
    List { table, columns, reading }
}

impl List {
    pub fn compare(&self, desk: &Desk) -> Comparison {
        compare(desk.file.case(), &self.reading, &self.columns)
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
    let batch = plan(&desk.file, &list.reading, comparison);
    desk.now += 20_000;
    desk.file.write_all(&mut desk.pen, desk.now, batch)
}

/// Understands a list, compares it and writes what is taken to begin with.
pub fn take_in(desk: &mut Desk, table: Table) -> Vec<Event> {
    let list = understand(desk, table);
    let comparison = list.compare(desk);
    bring_in(desk, &list, &comparison)
}

/// The overview as a file.
pub fn written(case: &Case) -> String {
    write_rows(overview_rows(case, &WORDS).iter().map(Vec::as_slice))
}

/// The overview as a table that came from a file.
pub fn written_table(case: &Case) -> Table {
    read(written(case).as_bytes()).expect("a table")
}

pub fn routes(desk: &Desk) -> Vec<(Id, &Route)> {
    desk.file.case().list_routes()
}

pub fn names(desk: &Desk) -> Vec<&str> {
    routes(desk).into_iter().map(|(_, route)| route.name.as_str()).collect()
}
