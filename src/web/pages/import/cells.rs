//! The rows that do not come in as they are, with the cells that are in the way to be mended in place.

use super::{Desk, HEADING, List, work};
use crate::domain::case::RouteField;
use crate::domain::route_overview::{Column, ProblemKind, ReadRow};
use crate::text::import_page;
use crate::text::route_import::problem_text;
use crate::web::components::keep_focus;
use crate::web::prelude::*;

/// A row to be mended.
#[derive(Clone, Hash)]
struct BadRow {
    place: usize,
    name: String,
    cells: Vec<Cell>,
}

/// What is in the way, and the cell by which it is mended, where there is one.
#[derive(Clone, Hash)]
struct Cell {
    column: Option<usize>,
    label: String,
    text: String,
    why: String,
}

/// The place of this group among those of which portions are shown.
const GROUP: usize = 0;

pub fn bad_rows(desk: Desk) -> Html {
    let count = Memo::new(move || desk.list.with(|list| list.reading.count().1));
    let rows = move || {
        let most = desk.shown(GROUP);
        desk.list.with(|list| {
            let bad = list.reading.rows.iter().filter(|row| !row.is_good()).take(most);
            bad.map(|row| bad_row(list, row)).collect::<Vec<BadRow>>()
        })
    };
    view! {
        <Show when=move || { count.get() > 0 }>
            <section class="card" aria-labelledby="indlaes-ret">
                <h3 id="indlaes-ret">{import_page::BAD}</h3>
                <p>{import_page::BAD_LEAD}</p>
                <ul class="list-rows">
                    <For each=rows key=|row| row.clone() let:row>
                        {row_view(desk, row)}
                    </For>
                </ul>
                {move || desk.more(GROUP, count.get())}
            </section>
        </Show>
    }
}

fn row_view(desk: Desk, row: BadRow) -> Html {
    let place = row.place;
    let cells = row.cells.into_iter().map(|cell| {
        let Some(column) = cell.column else { return view! { <p>{cell.why}</p> } };
        let id = format!("celle-{place}-{column}");
        let (hint, again) = (format!("{id}-hint"), id.clone());
        let mend = move |event| {
            work::mend(desk, place, column, &event_target_value(&event));
            keep_focus(vec![again.clone(), HEADING.to_owned()]);
        };
        view! {
            <div class="form-group">
                <label class="form-label" for=id.clone()>{cell.label}</label>
                <span class="form-hint" id=hint.clone()>{cell.why}</span>
                <input
                    id=id
                    class="form-input"
                    autocomplete="off"
                    aria-describedby=hint
                    prop:value=cell.text
                    on:change=mend
                />
            </div>
        }
    });
    view! {
        <li>
            <p><strong>{row.name}</strong></p>
            {cells.collect_view()}
        </li>
    }
}

fn bad_row(list: &List, row: &ReadRow) -> BadRow {
    let problems = row.problems.iter().filter(|problem| problem.kind.is_in_the_way());
    let cells = problems.map(|problem| {
        let of = |column: Column| list.columns.iter().position(|it| *it == Some(column));
        let column = problem.column.or_else(|| match problem.kind {
            ProblemKind::Nameless => of(Column::Fact(RouteField::Name)),
            ProblemKind::SameId { .. } => of(Column::Id),
            _ => None,
        });
        let cell = |at: usize| list.table.rows.get(row.place).map(|row| row.cell(at).to_owned());
        let heading =
            column.map(|at| import_page::column_label(at, &list.guess.columns[at].heading));
        Cell {
            column,
            label: import_page::cell_label(&heading.unwrap_or_default(), row.number),
            text: column.and_then(cell).unwrap_or_default(),
            why: problem_text(problem.kind),
        }
    });
    let name = import_page::row_name(row.number, row_title(row));
    BadRow { place: row.place, name, cells: cells.collect() }
}

/// What a row's route is called, as far as the row tells.
pub fn row_title(row: &ReadRow) -> &str {
    match row.draft.text(RouteField::Name) {
        "" => row.draft.text(RouteField::Reference),
        name => name,
    }
}
