//! The long work between the steps, in pieces.

use std::sync::Arc;

use leptos::task::spawn_local;
use web_sys::File;

use super::inflate::{Stop, go_on, table_of};
use super::{Desk, List, Step};
use crate::domain::route_overview::{
    Comparing, Comparison, Lexicon, Line, LineState, Names, PartyChange, Planning, Reading,
    RowReader, guess, guess_below,
};
use crate::domain::spreadsheet::{LARGEST_LIST, TableError};
use crate::text::route_import::table_error;
use crate::text::route_words::WORDS;
use crate::text::{import_page, shell};
use crate::web::pace::Pace;
use crate::web::pages::facts::variants;
use crate::web::prelude::*;
use crate::web::route::{CasePage, Page};
use crate::web::state::OpenCase;
use crate::web::{storage, transfer};

/// So many rows are worked on between two looks at the clock.
const BITE: usize = 50;

/// Reads rows that were pasted.
pub fn read_pasted(desk: Desk, text: String) {
    spawn_local(async move {
        let pace = Pace::new(desk.app, import_page::PASTED_NAME);
        take(desk, import_page::PASTED_NAME.to_owned(), text.into_bytes(), pace).await;
    });
}

/// Reads a file that was chosen or dropped.
pub fn read_file(desk: Desk, file: File) {
    let name = transfer::name_of(&file);
    if file.size() > LARGEST_LIST as f64 {
        let why = table_error(TableError::TooLarge { most: LARGEST_LIST });
        return desk.app.warn(shell::could_not_read(&name, &why));
    }
    spawn_local(async move {
        let pace = Pace::new(desk.app, &name);
        let bytes = transfer::read(&file).await;
        match bytes {
            _ if !pace.is_on() => {}
            Some(bytes) => take(desk, name, bytes, pace).await,
            None => desk.app.warn(shell::could_not_read(&name, shell::UNREADABLE_FILE)),
        }
    });
}

/// Makes a table of the bytes and guesses its columns.
async fn take(desk: Desk, name: String, bytes: Vec<u8>, mut pace: Pace) {
    let lexicon = Lexicon::new(WORDS);
    match table_of(bytes, &lexicon, &mut pace).await {
        Ok(table) => {
            let names = names(desk);
            let guess = guess(&table, &lexicon, &names, &storage::load_columns());
            let (columns, table) = (guess.chosen(), Arc::new(table));
            let (guessed_below, guess) = (guess.below, Arc::new(guess));
            desk.list.set(List { name, table, guess, guessed_below, columns, ..List::default() });
            desk.app.notice.set(None);
            desk.go(Step::Columns);
        }
        Err(Stop::Stopped) => desk.app.say(shell::reading_stopped(&name)),
        Err(Stop::Told(why)) => desk.app.warn(shell::could_not_read(&name, &why)),
    }
}

/// Guesses the columns anew by the headings that the user names; 0 where there are none.
pub fn choose_head(desk: Desk, below: usize) {
    let (lexicon, names) = (Lexicon::new(WORDS), names(desk));
    desk.list.update(|list| {
        let guess = guess_below(&list.table, below, &lexicon, &names, &storage::load_columns());
        list.columns = list.guess.chosen_again(&list.columns, &guess);
        list.guess = Arc::new(guess);
    });
}

/// Reads the rows by the columns that are chosen now, which are remembered, and compares them with the case.
pub fn read_rows(desk: Desk) {
    let (name, table, guess, columns) = desk.list.with_untracked(|list| {
        (list.name.clone(), list.table.clone(), list.guess.clone(), list.columns.clone())
    });
    let mut remembered = storage::load_columns();
    remembered.remember(&guess, &columns);
    storage::save_columns(&remembered);
    spawn_local(async move {
        let mut pace = Pace::new(desk.app, &name);
        let (lexicon, names) = (Lexicon::new(WORDS), names(desk));
        let reader = RowReader { columns: &columns, lexicon: &lexicon, names: &names };
        let mut reading = Reading::new(&guess);
        while !reading.read_some(&table, &guess, &reader, BITE) {
            let progress = reading.rows.len() * 500 / table.rows.len().max(1);
            if go_on(&mut pace, progress).await.is_err() {
                return desk.app.say(import_page::STOPPED);
            }
        }
        desk.list.update(|list| {
            list.reading = Arc::new(reading);
            list.comparison = Comparison::default();
        });
        desk.portions.set([1; 6]);
        if compare(desk, &mut pace).await {
            desk.go(Step::Check);
        } else {
            desk.app.say(import_page::STOPPED);
        }
    });
}

/// Sets a cell of a row, reads that row again, and compares anew.
pub fn mend(desk: Desk, place: usize, column: usize, text: &str) {
    let (lexicon, names) = (Lexicon::new(WORDS), names(desk));
    desk.list.update(|list| {
        let reader = RowReader { columns: &list.columns, lexicon: &lexicon, names: &names };
        let (table, reading) = (Arc::make_mut(&mut list.table), Arc::make_mut(&mut list.reading));
        reading.mend(table, &reader, place, column, text);
    });
    spawn_local(async move {
        let name = desk.list.with_untracked(|list| list.name.clone());
        let mut pace = Pace::new(desk.app, &name);
        if !compare(desk, &mut pace).await {
            desk.app.say(import_page::STOPPED);
        }
    });
}

/// Compares the good rows with the case; what was chosen before stays chosen. False if it was stopped.
async fn compare(desk: Desk, pace: &mut Pace) -> bool {
    let (reading, columns) =
        desk.list.with_untracked(|list| (list.reading.clone(), list.columns.clone()));
    let read = |open: &OpenCase| Comparing::new(open.case(), &reading, &columns);
    let Some(mut comparing) = desk.app.read_untracked(read) else { return false };
    let mut step = || {
        let done = |open: &OpenCase| comparing.step(open.case(), &reading, BITE);
        let done = desk.app.read_untracked(done).unwrap_or(true);
        (done, comparing.progress())
    };
    loop {
        let (done, progress) = step();
        if done {
            break;
        }
        if !pace.goes_on(500 + progress / 2).await {
            return false;
        }
    }
    let finished = desk.app.read_untracked(|open| comparing.finish(open.case()));
    let Some(mut comparison) = finished else { return false };
    desk.list.update(|list| {
        carry(&list.comparison, &mut comparison);
        list.comparison = comparison;
    });
    true
}

/// Chooses in a new comparison what was chosen in the one before. Both are in the order of the list.
fn carry(before: &Comparison, now: &mut Comparison) {
    let mut old = before.lines.iter().peekable();
    for line in &mut now.lines {
        while old.next_if(|other| other.row < line.row).is_some() {}
        let same = |other: &&&Line| other.row == line.row && other.route == line.route;
        let Some(other) = old.peek().filter(same) else { continue };
        line.taken = other.taken;
        for change in &mut line.changes {
            if let Some(other) = other.changes.iter().find(|it| it.field == change.field) {
                change.taken = other.taken;
            }
        }
    }
    for gone in &mut now.gone {
        gone.removed = before.gone.iter().any(|it| it.route == gone.route && it.removed);
    }
    for party in &mut now.parties {
        let same = |it: &&PartyChange| {
            it.system == party.system && it.field == party.field && it.after == party.after
        };
        if let Some(other) = before.parties.iter().find(same) {
            party.taken = other.taken;
        }
    }
}

/// How many routes come in, are changed and are removed.
pub fn counts(comparison: &Comparison) -> [usize; 3] {
    let is = |state| comparison.lines.iter().filter(move |line| line.state() == state);
    let new = is(LineState::New).filter(|line| line.taken).count();
    let changed = |line: &&Line| line.changes.iter().any(|change| change.taken);
    let changed = is(LineState::Changed).filter(changed).count();
    let removed = comparison.gone.iter().filter(|gone| gone.removed).count();
    [new, changed, removed]
}

/// Writes what is chosen, as one step, and goes to the routes.
pub fn bring_in(desk: Desk) {
    let app = desk.app;
    let (name, reading, comparison) = desk
        .list
        .with_untracked(|list| (list.name.clone(), list.reading.clone(), list.comparison.clone()));
    let [new, changed, removed] = counts(&comparison);
    let what = import_page::brought_in(new, changed, removed);
    spawn_local(async move {
        let mut pace = Pace::new(app, &name);
        let Some(mut planning) = app.read_untracked(|open| Planning::new(&open.file)) else {
            return;
        };
        while !planning.step(&reading, &comparison, BITE) {
            if !pace.goes_on(0).await {
                return app.say(import_page::STOPPED);
            }
        }
        let batch = planning.finish(&comparison);
        if !app.write_batch(&batch, what.clone(), &mut pace).await {
            return app.say(import_page::STOPPED);
        }
        let are_spellings = app.read_untracked(|open| !variants(open.case()).is_empty());
        app.say(import_page::brought_in_notice(&what, are_spellings == Some(true)));
        drop(pace);
        let routes = app.read_untracked(|open| Page::Case(open.id, CasePage::Routes).href());
        let _ = window().location().set_hash(&routes.unwrap_or_default());
    });
}

fn names(desk: Desk) -> Names {
    desk.app.read_untracked(|open| Names::of(open.case())).unwrap_or_default()
}
