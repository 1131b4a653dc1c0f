//! The routes that an agreement covers, and the new webservice routes that lack one, each a press away from it.

use crate::domain::case::{Field, Id, RouteField, Value};
use crate::domain::guidance::AgreementNeed;
use crate::domain::sorting::sort_by_numbers;
use crate::text::{agreements as words, routes};
use crate::web::components::{EntitySelect, Fold, SelectKind, StatusBadge, Tone};
use crate::web::dom::focus_on;
use crate::web::prelude::*;
use crate::web::route::{CasePage, Page};
use crate::web::state::{App, OpenCase};

/// So many routes are listed in one place; "Ruter" has them all.
const MOST: usize = 50;

/// So many stand open; more would hide the suggestions, which settle them faster.
const FEW: usize = 5;

/// A route as it is listed here.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Listed {
    id: Id,
    name: String,
    href: String,
    /// Its new side ends at the agreement's system.
    fits: bool,
}

/// The routes of an agreement; and those it could take.
#[component]
pub fn Covered(agreement: Id) -> Html {
    let app = App::get();
    let covered = app.derive(move |open| listed(open, AgreementNeed::Named(agreement), None));
    let lacking = app.derive(move |open| {
        let system = open.case().agreements.get(&agreement).and_then(|it| it.system);
        listed(open, AgreementNeed::Missing, system)
    });
    let heading = format!("ruter-{agreement}");
    // The pressed button goes with its row; the heading of the routes stays.
    let stays = StoredValue::new(heading.clone());
    let link = move |route: Id, to: Option<Id>| {
        app.set(Field::Route(route, RouteField::Agreement), Value::from(to));
        focus_on(stays.get_value());
    };
    view! {
        <h3 id=heading.clone() tabindex="-1">{words::COVERED}</h3>
        <Show when=move || covered.with(Vec::is_empty)>
            <p class="muted">{words::COVERED_NONE}</p>
        </Show>
        <Lines routes=covered prefix=format!("under-{agreement}") press=words::UNLINK act=move |route| link(route, None) />
        <Show when=move || lacking.with(|lacking| !lacking.is_empty())>
            <details class="lacking">
                <summary>{move || words::lacking(lacking.with(Vec::len))}</summary>
                <Lines
                    routes=lacking
                    prefix=format!("til-{agreement}")
                    press=words::LINK
                    act=move |route| link(route, Some(agreement))
                />
            </details>
        </Show>
    }
}

/// The new webservice routes that lack an agreement, each with a choice of one.
#[component]
pub fn Lacking() -> Html {
    let app = App::get();
    let lacking = app.derive(|open| listed(open, AgreementNeed::Missing, None));
    view! {
        <Show when=move || lacking.with(|lacking| !lacking.is_empty())>
            <Show
                when=move || lacking.with(|lacking| lacking.len() <= FEW)
                fallback=move || view! {
                    <Fold
                        class="lacking"
                        summary=move || words::lacking(lacking.with(Vec::len))
                        open=Signal::derive(|| false)
                    >
                        {choices(lacking)}
                    </Fold>
                }
            >
                <h3>{words::LACKING}</h3>
                {choices(lacking)}
            </Show>
        </Show>
    }
}

fn choices(lacking: Memo<Vec<Listed>>) -> Html {
    view! {
        <p class="form-hint">{words::LACKING_HINT}</p>
        <ul class="route-list">
            <For
                each=move || lacking.get().into_iter().take(MOST)
                key=|route| route.id
                let:route
            >
                <li>
                    <a href=route.href.clone()>{route.name.clone()}</a>
                    <EntitySelect
                        field=Field::Route(route.id, RouteField::Agreement)
                        kind=SelectKind::Agreement
                        label=words::agreement_of(&route.name)
                    />
                </li>
            </For>
        </ul>
        {move || more(lacking.with(Vec::len))}
    }
}

/// Routes with one button each.
#[component]
fn Lines(
    routes: Memo<Vec<Listed>>,
    /// What the elements' ids begin with: a route can be listed under several agreements.
    prefix: String,
    press: &'static str,
    act: impl Fn(Id) + Copy + Send + Sync + 'static,
) -> Html {
    view! {
        <ul class="route-list">
            <For
                each=move || routes.get().into_iter().take(MOST)
                key=Listed::clone
                let:route
            >
                {
                    let id = route.id;
                    let name = format!("{prefix}-{id}");
                    view! {
                        <li>
                            <a href=route.href.clone() id=name.clone()>{route.name.clone()}</a>
                            {route.fits.then(|| view! {
                                <StatusBadge tone=Tone::Ready word=words::SAME_SYSTEM />
                            })}
                            <button
                                type="button"
                                class="button button-secondary"
                                aria-describedby=name
                                disabled=App::get().is_shut()
                                on:click=move |_| act(id)
                            >
                                {press}
                            </button>
                        </li>
                    }
                }
            </For>
        </ul>
        {move || more(routes.with(Vec::len))}
    }
}

fn more(all: usize) -> Option<Html> {
    all.checked_sub(MOST)
        .filter(|more| *more > 0)
        .map(|more| view! { <p class="muted">{words::and_more(more)}</p> })
}

/// The routes whose new side has this need, those of the system first.
fn listed(open: &OpenCase, need: AgreementNeed, system: Option<Id>) -> Vec<Listed> {
    let has_need = |id: &Id| {
        let decision = open.guidance.routes.get(id)?;
        let fits = decision
            .new
            .is_some_and(|new| system.is_some() && (new.from == system || new.to == system));
        decision.orders.iter().any(|order| order.agreement == need).then_some(fits)
    };
    let mut routes: Vec<Listed> = open
        .case()
        .list_routes()
        .into_iter()
        .filter_map(|(id, route)| {
            let fits = has_need(&id)?;
            let name = if route.name.is_empty() { routes::UNNAMED } else { &route.name };
            let href = Page::Case(open.id, CasePage::Route(id)).href();
            Some(Listed { id, name: name.to_owned(), href, fits })
        })
        .collect();
    sort_by_numbers(&mut routes, |route| [u64::from(!route.fits), 0, 0]);
    routes
}
