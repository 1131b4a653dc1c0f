//! What a heading says that its column holds, and which rows of a table are its headings.

use super::lexicon::Named;
use super::{Column, Lexicon, plain};
use crate::domain::spreadsheet::{Row, Table};

/// How well a heading is known: by its whole, or by words in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    Whole(Column),
    Part(Column),
}

/// The headings of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct Head {
    /// The place of the first row below them; 0 where there are none.
    pub below: usize,
    /// One per column; those of two rows are one.
    pub headings: Vec<String>,
}

/// How far down the headings may be.
pub const HEAD_LOOK: usize = 30;

impl Known {
    pub fn column(self) -> Column {
        match self {
            Known::Whole(column) | Known::Part(column) => column,
        }
    }
}

/// What a heading is known as.
pub(super) fn recognise(lexicon: &Lexicon, heading: &str) -> Option<Known> {
    let whole = plain(heading);
    if whole.is_empty() {
        return None;
    }
    if let Some(column) = lexicon.column(&whole) {
        return Some(Known::Whole(column));
    }
    let mut named = Named::Neither;
    let mut words: Vec<&str> = Vec::new();
    for word in whole.split(' ') {
        match lexicon.side(word) {
            Named::Neither => words.push(word),
            side => named = side,
        }
    }
    let turn = |column: Column| match named {
        // "Ny" before what has no new side names something else.
        Named::New => column.of_new(),
        _ => Some(column),
    };
    let without_side = words.join(" ");
    if let Some(column) = lexicon.column(&without_side).and_then(turn) {
        return Some(Known::Whole(column));
    }
    words.retain(|word| !lexicon.is_filler(word));
    if let Some(column) = lexicon.column(&words.join(" ")).and_then(turn) {
        return Some(Known::Whole(column));
    }
    for length in (1..=lexicon.longest().min(words.len())).rev() {
        // The shortest words ("fra", "id") stand in headings of all kinds.
        let parts = words.windows(length).map(|part| part.join(" ")).filter(|p| p.len() > 3);
        let found = parts.into_iter().find_map(|part| lexicon.column(&part));
        if let Some(column) = found.and_then(turn) {
            return Some(Known::Part(column));
        }
    }
    None
}

/// Finds the headings: the row, or two rows one above the other, that name most columns.
pub(super) fn find_head(lexicon: &Lexicon, table: &Table) -> Head {
    let mut best = (MIN_SCORE - 1, Head::default());
    for below in 1..=table.rows.len().min(HEAD_LOOK) {
        let (score, head) = head_above(lexicon, table, below);
        if score > best.0 {
            best = (score, head);
        }
    }
    best.1
}

/// The headings above a row, and how well they name columns; above the first there are none.
pub(super) fn head_above(lexicon: &Lexicon, table: &Table, below: usize) -> (usize, Head) {
    let row = |rows_up: usize| below.checked_sub(rows_up).and_then(|place| table.rows.get(place));
    let Some(lower) = row(1) else { return Default::default() };
    let width = table.width();
    let mut headings: Vec<String> = (0..width).map(|at| lower.cell(at).to_owned()).collect();
    let mut score = score_of(lexicon, &headings);
    // Of two rows the upper has names of groups, which reach over the empty cells beside them.
    if let Some(upper) = row(2) {
        let double = under_groups(upper, lower, width);
        let of_both = score_of(lexicon, &double);
        if of_both > score && score > 0 {
            (score, headings) = (of_both, double);
        }
    }
    (score, Head { below, headings })
}

/// A row of headings names at least one column by a whole name.
const MIN_SCORE: usize = 2;

/// Two for each column that is named as a whole, one for each that is named in part, each column once.
fn score_of(lexicon: &Lexicon, headings: &[String]) -> usize {
    let mut seen: Vec<Column> = Vec::new();
    let (mut score, mut values) = (0, 0);
    for heading in headings {
        let Some(known) = recognise(lexicon, heading) else { continue };
        if seen.contains(&known.column()) {
            continue;
        }
        seen.push(known.column());
        let points = if matches!(known, Known::Whole(_)) { 2 } else { 1 };
        // "Aktiv" is a heading among headings and a value among values.
        if lexicon.is_value(&plain(heading)) { values += points } else { score += points }
    }
    if score < MIN_SCORE { 0 } else { score + values }
}

fn under_groups(above: &Row, row: &Row, width: usize) -> Vec<String> {
    let mut group = "";
    let mut headings = Vec::with_capacity(width);
    for at in 0..width {
        if !above.cell(at).is_empty() {
            group = above.cell(at);
        }
        let own = row.cell(at);
        headings.push(match (group, own) {
            ("", own) => own.to_owned(),
            // Merged downwards, or under a group without a name of its own.
            (_, "") => above.cell(at).to_owned(),
            (group, own) => format!("{group}: {own}"),
        });
    }
    headings
}
