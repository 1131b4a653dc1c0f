//! Which column of a list holds what: by what the user chose before, by its heading, or by its values.

use serde::{Deserialize, Serialize};

use super::headings::{Head, Known, find_head, head_above, recognise};
use super::{Column, Lexicon, Names, plain};
use crate::domain::case::{
    Addressing, Closer, End, EntityKind, Field, Handling, Id, RouteField, RouteType, Side,
    SideField, ValueKind, Writer,
};
use crate::domain::spreadsheet::Table;

/// What is guessed of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guess {
    /// The place of the first row below the headings; 0 where there are none.
    pub below: usize,
    pub columns: Vec<GuessedColumn>,
}

/// A column of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GuessedColumn {
    /// Empty where there is none.
    pub heading: String,
    pub column: Option<Column>,
    /// None where nothing is guessed.
    pub confidence: Option<Confidence>,
    /// Whether no row has anything in it.
    pub is_empty: bool,
    /// Some of its first values, to recognise it by.
    pub samples: Vec<String>,
}

/// How sure a guess is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// By the values alone, or its heading says so and its values speak against it.
    Low,
    /// By some words of the heading.
    Likely,
    /// By the whole heading.
    Sure,
    /// The user chose so for this heading.
    Remembered,
}

/// What users chose for headings: pairs of a heading and a column's code, or nothing for one to be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Remembered(Vec<(String, Option<String>)>);

/// How many choices are remembered; the oldest go.
const MOST_REMEMBERED: usize = 300;
/// How many values of a column are looked at.
const LOOK: usize = 60;
const SAMPLES: usize = 3;

impl Remembered {
    /// Keeps what the user chose for the headings of a list.
    pub fn remember(&mut self, guess: &Guess, chosen: &[Option<Column>]) {
        for (guessed, column) in guess.columns.iter().zip(chosen) {
            let heading = plain(&guessed.heading);
            if heading.is_empty() {
                continue;
            }
            self.0.retain(|(other, _)| *other != heading);
            // What is guessed alike need not be remembered, unless it was remembered otherwise.
            if guessed.confidence == Some(Confidence::Remembered) || guessed.column != *column {
                self.0.push((heading, column.map(Column::code)));
            }
        }
        let more = self.0.len().saturating_sub(MOST_REMEMBERED);
        self.0.drain(..more);
    }

    fn choice(&self, heading: &str) -> Option<Option<Column>> {
        let heading = plain(heading);
        let (_, code) = self.0.iter().find(|(other, _)| *other == heading)?;
        match code {
            None => Some(None),
            // A column of a newer version is no choice here.
            Some(code) => Column::from_code(code).map(Some),
        }
    }
}

/// Guesses a list's headings and columns.
pub fn guess(table: &Table, lexicon: &Lexicon, names: &Names, remembered: &Remembered) -> Guess {
    guess_columns(table, find_head(lexicon, table), lexicon, names, remembered)
}

/// Guesses a list's columns where the user says how many rows there are down to the headings; 0 where it has none.
pub fn guess_below(
    table: &Table,
    below: usize,
    lexicon: &Lexicon,
    names: &Names,
    remembered: &Remembered,
) -> Guess {
    guess_columns(table, head_above(lexicon, table, below).1, lexicon, names, remembered)
}

fn guess_columns(
    table: &Table,
    head: Head,
    lexicon: &Lexicon,
    names: &Names,
    remembered: &Remembered,
) -> Guess {
    let mut columns = Vec::new();
    for at in 0..table.width() {
        let heading = head.headings.get(at).cloned().unwrap_or_default();
        let rows = table.rows.get(head.below..).unwrap_or_default();
        let values = rows.iter().map(|row| row.cell(at)).filter(|value| !value.is_empty());
        let values: Vec<&str> = values.take(LOOK).collect();
        let (column, confidence) = match remembered.choice(&heading) {
            Some(column) => (column, Some(Confidence::Remembered)),
            None => match recognise(lexicon, &heading) {
                Some(known) => {
                    let confidence = confidence(lexicon, known, &values);
                    (Some(known.column()), Some(confidence))
                }
                None => (None, None),
            },
        };
        let samples = values.iter().take(SAMPLES).map(|value| (*value).to_owned()).collect();
        let is_empty = values.is_empty();
        columns.push(GuessedColumn { heading, column, confidence, is_empty, samples });
    }
    let mut guess = Guess { below: head.below, columns };
    guess.keep_each_once();
    guess.by_values(table, lexicon, names);
    guess
}

/// Of several tables, such as the sheets of a workbook, the one that is a list of routes, by its headings and its rows.
pub fn best_table<'a>(tables: impl Iterator<Item = &'a Table>, lexicon: &Lexicon) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for (place, table) in tables.enumerate() {
        let head = find_head(lexicon, table);
        let known = head.headings.iter().filter(|h| recognise(lexicon, h).is_some()).count();
        // Headings without a row below them are a form that nobody filled in.
        let has_rows = usize::from(table.rows.len() > head.below);
        let score = if table.rows.is_empty() { 0 } else { 1 + known * has_rows };
        if score > best.map_or(0, |(_, score)| score) {
            best = Some((place, score));
        }
    }
    best.map(|(place, _)| place)
}

impl Guess {
    /// What each column is guessed to hold.
    pub fn chosen(&self) -> Vec<Option<Column>> {
        self.columns.iter().map(|guessed| guessed.column).collect()
    }

    /// What each column holds by another guess of the same list. What the user chose otherwise than was guessed stays.
    pub fn chosen_again(&self, chosen: &[Option<Column>], now: &Guess) -> Vec<Option<Column>> {
        let mut columns = now.chosen();
        for (at, (guessed, column)) in self.columns.iter().zip(chosen).enumerate() {
            if guessed.column != *column {
                choose_column(&mut columns, at, *column);
            }
        }
        columns
    }

    /// Of several columns that are guessed to hold the same the surest one does, and one with values before one without.
    fn keep_each_once(&mut self) {
        for at in 0..self.columns.len() {
            let Some(column) = self.columns[at].column else { continue };
            let rank = |guessed: &GuessedColumn| (!guessed.is_empty, guessed.confidence);
            let same = |other: &GuessedColumn| other.column == Some(column);
            let mut best = at;
            for other in at + 1..self.columns.len() {
                let other_is = same(&self.columns[other]);
                if other_is && rank(&self.columns[other]) > rank(&self.columns[best]) {
                    best = other;
                }
            }
            for (place, guessed) in self.columns.iter_mut().enumerate() {
                if place != best && same(guessed) {
                    (guessed.column, guessed.confidence) = (None, None);
                }
            }
        }
    }

    /// Guesses by their values the columns whose headings say nothing.
    fn by_values(&mut self, table: &Table, lexicon: &Lexicon, names: &Names) {
        let rows = table.rows.get(self.below..).unwrap_or_default();
        for at in 0..self.columns.len() {
            let guessed = &self.columns[at];
            if guessed.column.is_some() || guessed.confidence.is_some() || guessed.is_empty {
                continue;
            }
            let values = rows.iter().map(|row| row.cell(at)).filter(|value| !value.is_empty());
            let values: Vec<&str> = values.take(LOOK).collect();
            let taken = |column: &Column| self.columns.iter().any(|c| c.column == Some(*column));
            let found = CANDIDATES.iter().find(|column| {
                !taken(column) && most(&values, |value| looks_like(lexicon, names, **column, value))
            });
            if let Some(column) = found {
                self.columns[at].column = Some(*column);
                self.columns[at].confidence = Some(Confidence::Low);
            }
        }
        // A list without headings as a rule begins with the route's name.
        let named = |column: &GuessedColumn| column.column == Some(Column::Fact(RouteField::Name));
        if self.below == 0
            && !self.columns.iter().any(named)
            && let Some(first) = self.columns.iter_mut().find(|c| !c.is_empty && c.column.is_none())
        {
            first.column = Some(Column::Fact(RouteField::Name));
            first.confidence = Some(Confidence::Low);
        }
    }
}

/// Says what a column holds; no other column holds the same.
pub fn choose_column(columns: &mut [Option<Column>], at: usize, column: Option<Column>) {
    for other in columns.iter_mut().filter(|other| **other == column) {
        *other = None;
    }
    if let Some(chosen) = columns.get_mut(at) {
        *chosen = column;
    }
}

const fn old(field: SideField) -> Column {
    Column::Fact(RouteField::Side(Side::Old, field))
}

/// What can be told by values, in the order it is tried.
const CANDIDATES: [Column; 10] = [
    Column::Id,
    Column::Fact(RouteField::Reference),
    old(SideField::Type),
    old(SideField::Addressing),
    old(SideField::Active),
    Column::Fact(RouteField::Handling),
    Column::Fact(RouteField::Closer),
    old(SideField::Authority),
    old(SideField::System(End::From)),
    old(SideField::System(End::To)),
];

fn looks_like(lexicon: &Lexicon, names: &Names, column: Column, value: &str) -> bool {
    let is = |codes| lexicon.word(value, codes).is_some();
    match column {
        Column::Id => value.parse::<Id>().is_ok(),
        Column::Fact(RouteField::Reference) => is_uuid(value),
        Column::Fact(RouteField::Handling) => is(Handling::CODES),
        Column::Fact(RouteField::Closer) => is(Closer::CODES),
        Column::Fact(RouteField::Side(_, field)) => match field {
            SideField::Type => is(RouteType::CODES),
            SideField::Addressing => is(Addressing::CODES),
            // Any yes or no could be anything.
            SideField::Active => {
                let column = lexicon.column(plain(value).trim_start_matches("in"));
                lexicon.flag(value).is_some() && column == Some(old(SideField::Active))
            }
            SideField::Authority => {
                names.find(EntityKind::Authority, value).is_some() || lexicon.is_authority(value)
            }
            SideField::System(_) => names.find(EntityKind::System, value).is_some(),
        },
        _ => false,
    }
}

/// Whether the values of a column go with what its heading says.
fn confidence(lexicon: &Lexicon, known: Known, values: &[&str]) -> Confidence {
    let fits = match known.column() {
        Column::Id => most(values, |value| value.parse::<Id>().is_ok()),
        Column::Fact(field) => match Field::Route(Writer::new(0).id(0), field).kind() {
            ValueKind::Word(codes) => most(values, |value| {
                lexicon.word(value, codes).is_some() || lexicon.is_nothing(value)
            }),
            ValueKind::Flag => {
                most(values, |value| lexicon.flag(value).is_some() || lexicon.is_nothing(value))
            }
            _ => true,
        },
        Column::Party(..) => true,
    };
    match known {
        _ if !fits => Confidence::Low,
        Known::Whole(_) => Confidence::Sure,
        Known::Part(_) => Confidence::Likely,
    }
}

/// Whether at least two of three values are so; of none all are.
fn most(values: &[&str], is: impl Fn(&str) -> bool) -> bool {
    values.iter().filter(|value| is(value)).count() * 3 >= values.len() * 2
}

fn is_uuid(value: &str) -> bool {
    let groups: Vec<&str> = value.trim_matches(['{', '}']).split('-').collect();
    let lengths = [8, 4, 4, 4, 12];
    groups.len() == lengths.len()
        && groups.iter().zip(lengths).all(|(group, length)| {
            group.len() == length && group.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
}
