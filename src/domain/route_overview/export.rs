//! The route overview as rows of cells, which the way in takes back without a change.

use super::column::standing;
use super::matching::linked_name;
use super::{Column, Words};
use crate::domain::case::{Case, Route, RouteField, Value};
use crate::domain::spreadsheet::Cell;

/// How many columns are written: all that are facts of a route.
pub const EXPORTED: usize = 25;

/// The headings and a row per route, in the order of the overview.
pub fn overview_rows(case: &Case, words: &Words) -> Vec<Vec<Cell>> {
    let columns = &Column::ALL[..EXPORTED];
    let head = columns.iter().map(|column| (words.heading)(*column).into()).collect();
    let mut rows = vec![head];
    for (id, route) in case.list_routes() {
        let cell = |column: &Column| match column {
            Column::Id => id.to_string().into(),
            Column::Fact(field) => cell(case, route, *field, words),
            Column::Party(..) => "".into(),
        };
        rows.push(columns.iter().map(cell).collect());
    }
    rows
}

fn cell(case: &Case, route: &Route, field: RouteField, words: &Words) -> Cell {
    let value = standing(route, field);
    if let Some(name) = linked_name(case, field, &value) {
        return name.into();
    }
    match value {
        Value::Nothing => "".into(),
        Value::Text(text) => text.into(),
        Value::Count(count) => Cell::Count(count),
        value => (words.value)(field, &value).into(),
    }
}
