//! The route overview as rows of cells, which the way in takes back without a change.

use super::column::standing;
use super::matching::linked_name;
use super::{Column, Names, Words};
use crate::domain::case::{Case, Id, Route, RouteField, Value};
use crate::domain::spreadsheet::Cell;

/// How many columns are written: all that are facts of a route.
pub const EXPORTED: usize = 26;

/// The headings and a row per route, in the order of the overview.
pub fn overview_rows(case: &Case, words: &Words) -> Vec<Vec<Cell>> {
    let columns = &Column::ALL[..EXPORTED];
    let head = columns.iter().map(|column| (words.heading)(*column).into()).collect();
    let mut rows = vec![head];
    let names = Names::of(case);
    for (id, route) in case.list_routes() {
        let cell = |column: &Column| match column {
            Column::Fact(RouteField::ReplacedWith) => {
                let with = route.replaced_with.map(|id| route_cell(case, &names, id));
                with.unwrap_or_default().into()
            }
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

/// A line by its name, or by its identity where the name would be read as another's.
fn route_cell(case: &Case, names: &Names, id: Id) -> String {
    let name = case.routes.get(&id).map(|line| line.name.as_str()).unwrap_or_default();
    if names.find_route(name) == Some(id) { name.to_owned() } else { id.to_string() }
}
