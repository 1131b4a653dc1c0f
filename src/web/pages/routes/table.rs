//! The route overview as a table that can be searched and filtered.

use crate::web::components::Input;
use crate::web::prelude::*;

use super::row::Row;
use crate::domain::case::Id;
use crate::domain::guidance::{RouteFilter, is_found, route_states};
use crate::text::routes;
use crate::web::dom::focus_on;
use crate::web::route_list::RouteList;
use crate::web::state::App;

/// So many rows are built at once: building every row of a large case is what costs.
const PORTION: usize = 50;

#[component]
pub fn Overview() -> Html {
    let app = App::get();
    let RouteList { search, filter, portions } = app.routes;
    let states = app.derive(|open| route_states(&open.guidance));
    let listed = app.derive(|open| {
        open.case().list_routes().into_iter().map(|(id, _)| id).collect::<Vec<Id>>()
    });
    let found = Memo::new(move || {
        let (search, filter) = (search.get(), filter.get());
        let is_shown = |id: &Id| states.with(|all| all.get(id).is_some_and(|s| filter.shows(s)));
        let mut ids: Vec<Id> = listed.get().into_iter().filter(is_shown).collect();
        if !search.trim().is_empty() {
            app.read(|open| ids.retain(|id| is_found(open.case(), &open.guidance, *id, &search)));
        }
        ids
    });
    let rows = Memo::new(move || {
        let most = portions.get() * PORTION;
        found.with(|found| found.iter().take(most).copied().collect::<Vec<Id>>())
    });
    let hidden = Memo::new(move || found.with(Vec::len) - rows.with(Vec::len));
    let show_all = move |_| {
        search.set(String::new());
        filter.set(RouteFilter::All);
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
                <div class="form-group">
                    <label class="form-label" for="rute-filter">{routes::SHOW}</label>
                    <select
                        id="rute-filter"
                        class="form-select"
                        on:change=move |event| filter.set(filter_of(&event_target_value(&event)))
                    >
                        {RouteFilter::ALL
                            .map(|option| view! {
                                <option
                                    value=routes::filter_label(option)
                                    prop:selected=move || filter.get() == option
                                >
                                    {routes::filter_label(option)}
                                </option>
                            })
                            .collect_view()}
                    </select>
                </div>
                <p class="toolbar__count" role="status">
                    {move || routes::showing(rows.with(Vec::len), listed.with(Vec::len))}
                </p>
            </div>
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
                <div class="table-wrap" role="region" aria-label=routes::TABLE tabindex="0">
                    <table class="data-table route-table" aria-labelledby="ruteoverblik">
                        <thead>
                            <tr>
                                <th scope="col">{routes::COLUMN_ROUTE}</th>
                                <th scope="col">{routes::COLUMN_HANDLING}</th>
                                <th scope="col">{routes::COLUMN_OLD}</th>
                                <th scope="col">{routes::COLUMN_NEW}</th>
                                <th scope="col">{routes::COLUMN_ORDERS}</th>
                                <th scope="col">{routes::COLUMN_FINDINGS}</th>
                            </tr>
                        </thead>
                        <tbody>
                            <For each=move || rows.get() key=|id| *id let:id>
                                <Row route=id states=states />
                            </For>
                        </tbody>
                    </table>
                </div>
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

fn filter_of(label: &str) -> RouteFilter {
    let named = |filter: &RouteFilter| routes::filter_label(*filter) == label;
    RouteFilter::ALL.into_iter().find(named).unwrap_or_default()
}
