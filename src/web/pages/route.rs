//! A route's own page: its questions in the source's order, the path taken, and the orders that follow.

mod context;
mod order_card;
mod orders;
mod path;
mod questions;
mod signatures;
mod together;

use crate::domain::case::{EntityKind, Field, Id, RouteField};
use crate::domain::guidance::{Finding, next_undecided, route_findings};
use crate::text::{self, common, route_page as words, routes};
use crate::web::components::{Kind, StatusBadge, TextField, Tone};
use crate::web::pages::place_href;
use crate::web::pages::process::RouteFigure;
use crate::web::prelude::*;
use crate::web::route::{CasePage, Page};
use crate::web::state::{App, OpenCase};

#[component]
pub fn RoutePage(route: Id) -> Html {
    let app = App::get();
    let is_here =
        app.derive(move |open| open.case().routes.get(&route).is_some_and(|route| !route.removed));
    let list = app.read_untracked(|open| Page::Case(open.id, CasePage::Routes).href());
    let list_href = list.clone();
    let name = app.derive(move |open| {
        let line = open.case().routes.get(&route);
        words::heading(line.map(|line| line.name.as_str()).unwrap_or_default())
    });
    view! {
        <header class="page-head">
            <nav class="breadcrumb" aria-label=words::TRAIL>
                <a href=list_href>{words::BACK}</a>
            </nav>
            <h1>{move || if is_here.get() { name.get() } else { words::GONE_TITLE.to_owned() }}</h1>
            <Show when=move || is_here.get()>
                <p class="page-head__lead">{words::LEAD}</p>
                <Neighbours route />
            </Show>
        </header>
        <Show
            when=move || is_here.get()
            fallback=move || view! {
                <p>{words::GONE}</p>
                <p><a class="button button-primary" href=list.clone()>{words::GO_BACK}</a></p>
            }
        >
            <Findings route />
            <div class="route-way">
                <div>
                    <questions::Questions route />
                </div>
                <section class="route-way__path" aria-labelledby="rutens-vej">
                    <h2 id="rutens-vej">{words::PATH}</h2>
                    <path::Path route />
                </section>
            </div>
            <RouteFigure route />
            <context::Context route />
            <together::Together route />
            <section aria-labelledby="rutens-bestillinger">
                <h2 id="rutens-bestillinger">{words::ORDERS}</h2>
                <orders::Orders route />
            </section>
            <section aria-labelledby="rutens-oevrigt">
                <h2 id="rutens-oevrigt">{words::OTHER}</h2>
                <TextField field=Field::Route(route, RouteField::Name) label=words::NAME />
                <TextField
                    field=Field::Route(route, RouteField::Reference)
                    label=words::REFERENCE
                    hint=words::REFERENCE_HINT
                />
                <TextField
                    field=Field::Route(route, RouteField::Note)
                    label=words::NOTE
                    kind=Kind::Note
                    hint=common::FREE_TEXT_HINT
                />
                <div class="button-row">
                    <button
                        type="button"
                        class="button button-secondary"
                        disabled=app.is_shut()
                        on:click=move |_| remove(app, route)
                    >
                        {words::REMOVE}
                    </button>
                    <span class="muted">{words::REMOVE_HINT}</span>
                </div>
            </section>
        </Show>
    }
}

/// Links to the routes around this one, and to the next that is not decided.
#[component]
fn Neighbours(route: Id) -> Html {
    let app = App::get();
    let links = app.derive(move |open| {
        let [before, after] = open.guidance.lines.neighbours(route);
        let open_next = next_undecided(&open.guidance, Some(route));
        [(words::PREVIOUS, before), (words::NEXT, after), (routes::NEXT_UNDECIDED, open_next)]
            .into_iter()
            .filter_map(|(label, id)| {
                Some((label, Page::Case(open.id, CasePage::Route(id?)).href()))
            })
            .collect::<Vec<_>>()
    });
    view! {
        <nav class="route-neighbours" aria-label=words::NEIGHBOURS>
            {move || links
                .get()
                .into_iter()
                .map(|(label, href)| view! { <a href=href>{label}</a> })
                .collect_view()}
        </nav>
    }
}

/// What is wrong or unsettled about the route.
#[component]
fn Findings(route: Id) -> Html {
    let app = App::get();
    let found = app.derive(move |open| {
        let found = route_findings(&open.guidance, route);
        found.iter().map(|finding| shown(open, finding)).collect::<Vec<_>>()
    });
    view! {
        <Show when=move || found.with(|found| !found.is_empty())>
            <section aria-labelledby="rutens-afvigelser">
                <h2 id="rutens-afvigelser">{words::FINDINGS}</h2>
                <ul class="finding-list">
                    {move || found
                        .get()
                        .into_iter()
                        .map(|(tone, word, what, source, href)| view! {
                            <li>
                                <StatusBadge tone=tone word=word />
                                <span>{what}" "<span class="muted">"("{source}")"</span></span>
                                {href.map(|href| view! { <a href=href>{common::GO_TO_ROUTES}</a> })}
                            </li>
                        })
                        .collect_view()}
                </ul>
            </section>
        </Show>
    }
}

type Shown = (Tone, &'static str, String, String, Option<String>);

fn shown(open: &OpenCase, finding: &Finding) -> Shown {
    let href = place_href(open, finding.place);
    // What is mended on this page needs no link.
    let elsewhere = !href.contains("/ruter/");
    (
        Tone::from(finding.severity),
        text::severity_word(finding.severity),
        text::finding_text(open.case(), finding),
        text::finding_source(finding),
        elsewhere.then_some(href),
    )
}

fn remove(app: App, route: Id) {
    let list = app.read_untracked(|open| Page::Case(open.id, CasePage::Routes).href());
    app.set(Field::Exists(EntityKind::Route, route), false);
    app.say(words::REMOVED);
    if let Some(list) = list {
        let _ = window().location().set_hash(&list);
    }
}
