//! "Ruter": every route, what happens with it and how far its orders are; and the preparation of them all.

mod bulk;
mod filters;
mod keys;
mod plan;
mod prepare;
mod row;
mod shown;
mod table;

pub use plan::PlanPage;
pub use row::both_sides;

use crate::domain::case::{EntityKind, Field, Id, RouteField, Value};
use crate::domain::guidance::{next_undecided, routes_with_findings};
use crate::domain::route_overview::overview_rows;
use crate::domain::spreadsheet::Cell;
use crate::text::route_words::WORDS;
use crate::text::{dates, execution_plan, import_page, routes, shell, signatures};
use crate::web::components::{CreateNamed, CreateWords, SaveTable};
use crate::web::pages::at;
use crate::web::pages::facts::variants;
use crate::web::prelude::*;
use crate::web::route::{CasePage, Page};
use crate::web::state::{App, OpenCase};

const CREATE: CreateWords = CreateWords {
    add: routes::ADD,
    name: routes::NEW_NAME,
    hint: routes::NEW_NAME_HINT,
    create: routes::CREATE,
    needed: routes::NEW_NAME_NEEDED,
};

/// What the tiles at the top count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Totals {
    routes: usize,
    decided: usize,
    orders: usize,
    placed: usize,
    unsigned: usize,
    with_findings: usize,
}

#[component]
pub fn RoutesPage() -> Html {
    let app = App::get();
    let totals = app.derive(totals);
    let any = Memo::new(move || totals.with(|totals| totals.routes > 0));
    let import = app.read_untracked(|open| {
        (!open.is_shut()).then(|| Page::Case(open.id, CasePage::Import).href())
    });
    let import = import.flatten();
    let signatures =
        move || app.read_untracked(|open| Page::Case(open.id, CasePage::Signatures).href());
    let next = app.derive(|open| next_undecided(&open.guidance, None));
    let spellings = app.derive(|open| {
        let some = !open.is_shut() && !variants(open.case()).is_empty();
        some.then(|| at(open.id, CasePage::Facts, "stamdata-stavemaader"))
    });
    view! {
        <header class="page-head">
            <h1>{shell::ROUTES}</h1>
            <p class="page-head__lead">{routes::LEAD}</p>
            <div class="page-head__actions">
                <CreateNamed words=CREATE id="ny-rute" on_create=move |name| create(app, &name) />
                {import.map(|href| view! {
                    <a class="button button-secondary" href=href>{import_page::TITLE}</a>
                })}
                {move || next.get().map(|route| view! {
                    <a class="button button-secondary" href=move || route_href(app, route)>
                        {routes::NEXT_UNDECIDED}
                    </a>
                })}
            </div>
        </header>
        <Show
            when=move || any.get()
            fallback=|| view! {
                <div class="empty">
                    <h2>{routes::NONE_TITLE}</h2>
                    <p>{routes::NONE}</p>
                </div>
            }
        >
            <ul class="summary-tiles">
                {move || tiles(totals.get())
                    .into_iter()
                    .map(|(number, label, warn)| view! {
                        <li class="tile" class:tile--warn=warn>
                            <span class="tile__number">{number}</span>
                            <span class="tile__label">{label}</span>
                        </li>
                    })
                    .collect_view()}
            </ul>
            {move || spellings.get().map(|href| view! {
                <p>{routes::VARIANTS}" "<a href=href>{routes::GO_TO_VARIANTS}</a></p>
            })}
            <table::Overview />
            <div class="button-row">
                <a class="button button-secondary" href=move || plan_href(app)>{execution_plan::TITLE}</a>
                <a class="button button-secondary" href=signatures>{signatures::TITLE}</a>
                <SaveTable
                    label=routes::SAVE_TABLE
                    name=routes::TABLE_FILE
                    rows=overview
                    hint="hent-ruter-hint"
                />
            </div>
            <p class="form-hint" id="hent-ruter-hint">{routes::SAVE_TABLE_HINT}</p>
        </Show>
        <prepare::Prepare />
    }
}

fn overview(open: &OpenCase) -> Vec<Vec<Cell>> {
    overview_rows(open.case(), &WORDS)
}

fn plan_href(app: App) -> String {
    app.read_untracked(|open| Page::Case(open.id, CasePage::Plan).href()).unwrap_or_default()
}

/// The address of a route's page.
pub(super) fn route_href(app: App, route: Id) -> String {
    app.read_untracked(|open| Page::Case(open.id, CasePage::Route(route)).href())
        .unwrap_or_default()
}

/// What a route is called in lists.
pub(super) fn route_name(open: &OpenCase, route: Id) -> String {
    let name = open.case().routes.get(&route).map(|route| route.name.as_str()).unwrap_or_default();
    if name.is_empty() { routes::UNNAMED.to_owned() } else { name.to_owned() }
}

fn create(app: App, name: &str) {
    let created = app.create(EntityKind::Route, |id| {
        vec![(Field::Route(id, RouteField::Name), Value::text(name))]
    });
    if let Some(route) = created {
        let _ = window().location().set_hash(&route_href(app, route));
    }
}

fn totals(open: &OpenCase) -> Totals {
    let tally = &open.guidance.tally;
    Totals {
        routes: tally.routes,
        decided: tally.decided,
        orders: tally.fn_orders + tally.fg_orders,
        placed: tally.fn_placed + tally.fg_placed,
        unsigned: tally.unsigned,
        with_findings: routes_with_findings(&open.guidance),
    }
}

fn tiles(totals: Totals) -> [(String, &'static str, bool); 5] {
    let Totals { routes: all, decided, orders, placed, unsigned, with_findings } = totals;
    [
        (dates::number(all), routes::TILE_ROUTES, false),
        (routes::part_of(decided, all), routes::TILE_DECIDED, false),
        (routes::part_of(placed, orders), routes::TILE_ORDERS, false),
        (dates::number(unsigned), routes::TILE_UNSIGNED, unsigned > 0),
        (dates::number(with_findings), routes::TILE_FINDINGS, with_findings > 0),
    ]
}
