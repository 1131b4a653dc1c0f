//! The routes that an agreement covers, and the new webservice routes that lack one, each a press away from it.

use leptos::prelude::*;

use crate::domain::case::{Field, Id, RouteField, Value};
use crate::domain::guidance::AgreementNeed;
use crate::text::{agreements as words, routes};
use crate::web::components::{EntitySelect, SelectKind};
use crate::web::route::{CasePage, Page};
use crate::web::state::{App, OpenCase};

/// So many routes are listed in one place.
const MOST: usize = 50;

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
pub fn Covered(agreement: Id) -> impl IntoView {
    let app = App::get();
    let covered =
        app.derive(move |open| routes(open, |need| need == AgreementNeed::Named(agreement), None));
    let lacking = app.derive(move |open| {
        let system = open.case().agreements.get(&agreement).and_then(|it| it.system);
        routes(open, |need| need == AgreementNeed::Missing, system)
    });
    let link = move |route: Id, agreement: Option<Id>| {
        app.set(Field::Route(route, RouteField::Agreement), Value::from(agreement));
        focus_heading(agreement_heading(agreement));
    };
    let heading = format!("ruter-{agreement}");
    view! {
        <h3 id=heading.clone() tabindex="-1">{words::COVERED}</h3>
        <Show when=move || covered.with(Vec::is_empty)>
            <p class="muted">{words::COVERED_NONE}</p>
        </Show>
        <ul class="route-list" aria-labelledby=heading>
            <For
                each=move || covered.get().into_iter().take(MOST)
                key=Listed::clone
                let:route
            >
                <Line route=route.clone() press=words::UNLINK act=move |id| link(id, None) />
            </For>
        </ul>
        <More routes=covered />
        <Show when=move || lacking.with(|lacking| !lacking.is_empty())>
            <details class="lacking">
                <summary>{move || words::lacking(lacking.with(Vec::len))}</summary>
                <ul class="route-list">
                    <For
                        each=move || lacking.get().into_iter().take(MOST)
                        key=Listed::clone
                        let:route
                    >
                        <Line
                            route=route.clone()
                            press=words::LINK
                            act=move |id| link(id, Some(agreement))
                        />
                    </For>
                </ul>
                <More routes=lacking />
            </details>
        </Show>
    }
}
