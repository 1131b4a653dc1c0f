//! The route overview as a table: searched, narrowed, sorted, and worked on row by row or many rows at once.

use crate::web::components::{Input, TableFrame};
use crate::web::prelude::*;

use super::bulk::Bulk;
use super::filters::{Columns, Filters};
use super::keys;
use super::row::Row;
use super::shown::ShownRows;
use crate::domain::case::Id;
use crate::domain::guidance::{
    RouteColumn, RoutePick, RouteSearch, replaced_together, route_states, sort_routes,
};
use crate::text::routes;
use crate::web::dom::focus_on;
use crate::web::route_list::RouteList;
use crate::web::state::App;

/// So many rows are built at once: building every row of a large case is what costs, and a page of thousands of rows
/// is slow to whoever reads it too.
///
/// The rows come in portions that stay, and are not taken away again as one scrolls: so find-in-page and a screen
/// reader's own table keys reach every row that was asked for, a row never goes while it is read or has the focus, and
/// the list can be printed. What is further down is found by the search and the filters, which look at all routes;
/// `aria-rowcount` says how many there are.
const PORTION: usize = 40;

/// The head of the column of handlings names the selects in it.
pub const HANDLING_HEAD: &str = "kolonne-1";
pub const CHOOSE_ALL: &str = "rute-alle";

/// What the parts of the table share.
#[derive(Clone, Copy)]
pub struct Table {
    list: RouteList,
    /// The lines that pass the search and the filters, in order.
    pub found: Memo<Vec<Id>>,
    /// Those whose rows are to be on the page.
    pub rows: Memo<Vec<Id>>,
    pub shown: ShownRows,
}

impl Table {
    /// Chooses a line or lets it go; with a range, all from the one chosen before.
    pub fn choose(self, line: Id, range: bool) {
        self.found.with_untracked(|found| {
            self.list.chosen.update(|chosen| chosen.turn(found, line, range));
        });
    }

    /// Chooses every line that is found, on the page or further down, or none.
    pub fn choose_all(self, on: bool) {
        self.found.with_untracked(|found| {
            self.list.chosen.update(|chosen| chosen.turn_all(found, on));
        });
    }

    /// What is chosen, in the order of the list.
    pub fn chosen(self) -> Vec<Id> {
        let chosen = self.list.chosen;
        self.found.with_untracked(|found| chosen.with_untracked(|chosen| chosen.among(found)))
    }
}

#[component]
pub fn Overview() -> Html {
    let app = App::get();
    let list = app.routes;
    let RouteList { search, pick, sort, portions, hidden: hidden_columns, chosen } = list;
    let states = app.derive(|open| route_states(&open.guidance));
    let listed = app.derive(|open| open.guidance.lines.ids().collect::<Vec<Id>>());
    // Sorted when that is asked for, and when lines come or go: a row must not move away from who answers in it.
    let sorted = Memo::new(move || {
        let mut ids = listed.get();
        if let Some(by) = sort.get() {
            app.read_untracked(|open| {
                states.with_untracked(|states| {
                    sort_routes(open.case(), &open.guidance, states, &mut ids, by);
                });
            });
        }
        ids
    });
    let found = app.derive(move |open| {
        let (search, pick) = (search.get(), pick.get());
        let (case, guidance) = (open.case(), &*open.guidance);
        let search = RouteSearch::new(case, guidance, &search);
        let mut found = sorted.get();
        // How each line stands is looked at only where that is asked for.
        if pick != RoutePick::default() {
            states.with(|states| {
                let state = |id: &Id| states.get(id).copied().unwrap_or_default();
                found.retain(|id| pick.shows(case, guidance, *id, &state(id)));
            });
        }
        found.retain(|id| search.finds(*id));
        found
    });
    let rows = Memo::new(move || {
        let most = portions.get() * PORTION;
        found.with(|found| found.iter().take(most).copied().collect::<Vec<Id>>())
    });
    let hidden = Memo::new(move || found.with(Vec::len) - rows.with(Vec::len));
    let together = app.derive(|open| replaced_together(open.case()));
    let table = Table { list, found, rows, shown: ShownRows::new(app, rows, together) };
    Effect::new(move |_| {
        found.with(|found| {
            let mut kept = chosen.get_untracked();
            if kept.keep(found) {
                chosen.set(kept);
            }
        });
    });
    let count = Memo::new(move || chosen.with(|chosen| chosen.len()));
    let are_all = move || count.get() > 0 && count.get() == found.with(Vec::len);
    let are_some = move || count.get() > 0 && !are_all();
    let show_all = move |_| {
        list.show_all();
        focus_on("rute-soeg");
    };
    view! {
        <section aria-labelledby="ruteoverblik">
            <h2 id="ruteoverblik">{routes::OVERVIEW}</h2>
            <div class="toolbar">
                <div class="form-group">
                    <Input
                        id="rute-soeg"
                        label=routes::SEARCH
                        hint=routes::SEARCH_HINT
                        kind="search"
                        text=search
                    />
                </div>
                <Filters />
                <p class="toolbar__count" role="status">
                    {move || {
                        let [shown, found, all] = [rows, found, listed].map(|it| it.with(Vec::len));
                        routes::showing(shown, found, all)
                    }}
                </p>
                <Columns />
            </div>
            <p class="form-hint">{routes::KEYS}</p>
            <Bulk table />
            <Show
                when=move || rows.with(|rows| !rows.is_empty())
                fallback=move || view! {
                    <div class="empty">
                        <p>{routes::NOT_FOUND}</p>
                        <button type="button" class="button button-secondary" on:click=show_all>
                            {routes::SHOW_ALL}
                        </button>
                    </div>
                }
            >
                <TableFrame label=routes::TABLE>
                    <table
                        class=move || table_class(hidden_columns.get())
                        aria-labelledby="ruteoverblik"
                        aria-rowcount=move || (found.with(Vec::len) + 1).to_string()
                    >
                        <thead>
                            <tr>
                                <td>
                                    <input
                                        id=CHOOSE_ALL
                                        class="row-check"
                                        type="checkbox"
                                        aria-label=move || routes::choose_all(found.with(Vec::len))
                                        prop:checked=are_all
                                        prop:indeterminate=are_some
                                        on:change=move |event| {
                                            table.choose_all(event_target_checked(&event))
                                        }
                                    />
                                </td>
                                {RouteColumn::ALL.map(|column| head(list, column)).collect_view()}
                            </tr>
                        </thead>
                        <tbody on:keydown=move |event| keys::press(table, &event)>
                            <For each=move || table.shown.lines() key=|id| *id let:id>
                                <Row route=id table />
                            </For>
                        </tbody>
                    </table>
                </TableFrame>
            </Show>
            <Show when=move || { hidden.get() > 0 }>
                <button
                    type="button"
                    class="button button-secondary"
                    on:click=move |_| portions.update(|portions| *portions += 1)
                >
                    {move || routes::show_more(hidden.get().min(PORTION))}
                </button>
            </Show>
        </section>
    }
}

/// A column's heading, which sorts by it: up, down, and as it was.
fn head(list: RouteList, column: RouteColumn) -> Html {
    let sort = list.sort;
    let way = Memo::new(move || match sort.get() {
        Some((by, backwards)) if by == column => Some(backwards),
        _ => None,
    });
    let press = move |_| {
        sort.set(match way.get_untracked() {
            None => Some((column, false)),
            Some(false) => Some((column, true)),
            Some(true) => None,
        });
    };
    view! {
        <th
            scope="col"
            aria-sort=move || way.get().map(|down| if down { "descending" } else { "ascending" })
        >
            <button
                type="button"
                class="sort-button"
                id=format!("kolonne-{}", column as usize)
                on:click=press
            >
                {routes::column_label(column)}
            </button>
        </th>
    }
}

/// The columns are left out by the style sheet: no row is built anew for it.
fn table_class(hidden: usize) -> String {
    let mut class = "data-table route-table".to_owned();
    for column in RouteColumn::ALL.into_iter().filter(|column| hidden >> *column as usize & 1 == 1)
    {
        class.push_str(&format!(" without-{}", column as usize));
    }
    class
}
