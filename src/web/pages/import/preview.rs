//! The third step: how many rows come in, what is wrong with the others, what they bring; then it is written.

use super::cells::{bad_rows, row_title};
use super::groups::groups;
use super::work::{self, counts};
use super::{Desk, HEADING, List, PRIMARY, SECONDARY, Step, button};
use crate::domain::route_overview::LineState;
use crate::text::import_page;
use crate::text::route_import::{counts_text, problem_text, skipped_text};
use crate::web::prelude::*;

#[component]
pub fn Preview(desk: Desk) -> Html {
    let counted = move || {
        desk.list.with(|list| {
            let (good, bad) = list.reading.count();
            counts_text(good, bad)
        })
    };
    let same = move || {
        let same = desk.list.with(|list| list.comparison.count()[LineState::Same as usize]);
        (same > 0).then(|| view! { <p>{import_page::same_routes(same)}</p> })
    };
    let skipped = desk.list.with_untracked(skipped);
    let is_nothing = Memo::new(move || {
        desk.list.with(|list| {
            let parties = list.comparison.parties.iter().any(|party| party.taken);
            counts(&list.comparison) == [0; 3] && !parties
        })
    });
    let label = move || {
        let [new, changed, removed] = desk.list.with(|list| counts(&list.comparison));
        import_page::bring_in(new + changed, removed)
    };
    let write = move || {
        if is_nothing.get_untracked() {
            desk.app.say(import_page::NOTHING_NEW);
        } else {
            work::bring_in(desk);
        }
    };
    view! {
        <section aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{import_page::CHECK}</h2>
            <p role="status">{counted}</p>
            {bad_rows(desk)}
            {move || desk.list.with(|list| notes(desk, list))}
            {fold(import_page::SKIPPED, skipped)}
            {same}
            {groups(desk)}
            <div class="button-row">
                {button(label, PRIMARY, write)}
                {button(import_page::TO_COLUMNS, SECONDARY, move || desk.go(Step::Columns))}
            </div>
        </section>
    }
}

/// The rows that are left out, and why.
fn skipped(list: &List) -> Vec<String> {
    let mut told: Vec<String> = list.reading.skipped.iter().map(|it| skipped_text(*it)).collect();
    let last = list.table.rows.last().map_or(0, |row| row.number as usize);
    let empty = last.saturating_sub(list.table.rows.len());
    if empty > 0 {
        told.push(import_page::empty_rows(empty));
    }
    told
}

/// What is only told of rows that come in all the same.
fn notes(desk: Desk, list: &List) -> Option<Html> {
    let mut told = Vec::new();
    for row in &list.reading.rows {
        for problem in row.problems.iter().filter(|problem| !problem.kind.is_in_the_way()) {
            let row = import_page::row_name(row.number, row_title(row));
            told.push(format!("{row}. {}", problem_text(problem.kind)));
        }
    }
    let all = told.len();
    told.truncate(desk.shown(5));
    let more = desk.more(5, all);
    fold(import_page::NOTES, told).map(|notes| view! { {notes}{more} })
}

/// A list to be opened; nothing where it is empty.
fn fold(title: &'static str, lines: Vec<String>) -> Option<Html> {
    (!lines.is_empty()).then(|| {
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> });
        view! {
            <details>
                <summary>{title}</summary>
                <ul>{lines.collect_view()}</ul>
            </details>
        }
    })
}
