//! The second step: what each column is guessed to hold, above the first rows, to be corrected.

use super::{Desk, HEADING, List, PRIMARY, SECONDARY, Step, button, work};
use crate::domain::route_overview::{Column, HEAD_LOOK, choose_column};
use crate::text::import_page;
use crate::text::route_import::confidence_text;
use crate::text::route_words::heading;
use crate::web::components::TableFrame;
use crate::web::prelude::*;

/// So many of the first rows are shown.
const ROWS: usize = 5;

#[component]
pub fn Columns(desk: Desk) -> Html {
    let table = move || desk.list.with(|list| table(desk, list));
    let empty = move || {
        let empty = desk
            .list
            .with(|list| list.guess.columns.iter().filter(|column| column.is_empty).count());
        (empty > 0).then(|| view! { <p>{import_page::empty_columns(empty)}</p> })
    };
    view! {
        <section aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{import_page::COLUMNS}</h2>
            <p>{import_page::COLUMNS_LEAD}</p>
            {desk.list.with_untracked(|list| head_row(desk, list))}
            {empty}
            {table}
            <div class="button-row">
                {button(import_page::NEXT, PRIMARY, move || work::read_rows(desk))}
                {button(import_page::OTHER_LIST, SECONDARY, move || desk.go(Step::Choose))}
            </div>
        </section>
    }
}

/// Which row the headings are in: as guessed, until the user says otherwise.
fn head_row(desk: Desk, list: &List) -> Html {
    let guessed = list.guessed_below.checked_sub(1).and_then(|place| list.table.rows.get(place));
    let below = list.guess.below;
    let choices = list.table.rows.iter().take(HEAD_LOOK).enumerate().map(|(place, row)| {
        view! {
            <option value=(place + 1).to_string() prop:selected=below == place + 1>
                {import_page::head_row(row.number)}
            </option>
        }
    });
    let choose = move |event| {
        work::choose_head(desk, event_target_value(&event).parse().unwrap_or_default());
    };
    view! {
        <div class="form-group list-head">
            <label class="form-label" for="overskrifter">{import_page::HEAD}</label>
            <span class="form-hint" id="overskrifter-hint">
                {import_page::head_guessed(guessed.map(|row| row.number))}
            </span>
            <select
                id="overskrifter"
                class="form-select"
                aria-describedby="overskrifter-hint"
                on:change=choose
            >
                <option value="0" prop:selected=below == 0>{import_page::NO_HEAD}</option>
                {choices.collect_view()}
            </select>
        </div>
    }
}

fn table(desk: Desk, list: &List) -> Html {
    let shown = || (0..list.columns.len()).filter(|at| !list.guess.columns[*at].is_empty);
    let heads = shown().map(|at| column_head(desk, list, at)).collect_view();
    let rows = list.table.rows.iter().skip(list.guess.below).take(ROWS).map(|row| {
        let cells = shown().map(|at| view! { <td>{row.cell(at).to_owned()}</td> });
        view! {
            <tr>
                <th scope="row">{row.number}</th>
                {cells.collect_view()}
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <TableFrame label=import_page::COLUMNS_TABLE>
            <table class="data-table list-columns">
                <caption>{import_page::COLUMNS_TABLE}</caption>
                <thead>
                    <tr>
                        <th scope="col">{import_page::ROW}</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </TableFrame>
    }
}

fn column_head(desk: Desk, list: &List, at: usize) -> Html {
    let guessed = &list.guess.columns[at];
    let label = import_page::column_label(at, &guessed.heading);
    let (id, chosen) = (format!("kolonne-{at}"), list.columns[at]);
    let why = guessed.confidence.filter(|_| chosen == guessed.column).map(confidence_text);
    let hint = format!("{id}-hint");
    let choices = Column::ALL.map(|column| {
        view! {
            <option value=column.code() prop:selected=chosen == Some(column)>
                {heading(column)}
            </option>
        }
    });
    view! {
        <th scope="col">
            <label class="form-label" for=id.clone()>{label}</label>
            <select
                id=id
                class="form-select"
                aria-describedby=hint.clone()
                on:change=move |event| choose(desk, at, &event_target_value(&event))
            >
                <option value="" prop:selected=chosen.is_none()>{import_page::LEFT_OUT}</option>
                {choices.collect_view()}
            </select>
            <span class="form-hint" id=hint>{why}</span>
        </th>
    }
}

/// Chooses what a column holds; no other column holds the same.
fn choose(desk: Desk, at: usize, code: &str) {
    let column = Column::from_code(code);
    desk.list.update(|list| choose_column(&mut list.columns, at, column));
}
