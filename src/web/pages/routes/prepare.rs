//! "Forbered ruter": what is done once for all routes, and the routes that FG closes.

use crate::web::prelude::*;

use super::{route_href, route_name};
use crate::domain::case::{CaseField, Field, Id, OrderKind, Scope};
use crate::domain::process::{Activity, Gateway, Part};
use crate::text::{self, facts, routes};
use crate::web::components::{ActivityCard, GatewayCard, PlaceOrder, StatusBadge, TextField, Tone};
use crate::web::state::{App, OpenCase};

/// So many of FG's routes are listed here; the overview has them all.
const MOST: usize = 50;

#[component]
pub fn Prepare() -> Html {
    let app = App::get();
    let by_old = app.derive(closed_by_old);
    view! {
        <section aria-labelledby="forbered-ruter">
            <h2 id="forbered-ruter">{text::part_name(Part::Prepare)}</h2>
            <ActivityCard activity=Activity::F1 scope=Scope::Case>
                <TextField
                    field=Field::Case(CaseField::OrderId)
                    label=routes::ORDER_ID
                    hint=routes::ORDER_ID_HINT
                />
            </ActivityCard>
            <ActivityCard activity=Activity::F8 scope=Scope::Case>
                <GatewayCard gateway=Gateway::MoreRoutes scope=Scope::Case />
            </ActivityCard>
            <ActivityCard activity=Activity::U14 scope=Scope::Case />
        </section>
        <section aria-labelledby="nedlaegges-af-fg">
            <h2 id="nedlaegges-af-fg">{routes::BY_OLD}</h2>
            <ActivityCard activity=Activity::U22 scope=Scope::Case />
            <Show
                when=move || by_old.with(|ids| !ids.is_empty())
                fallback=|| view! { <p class="muted">{routes::BY_OLD_NONE}</p> }
            >
                <ul class="route-list">
                    <For
                        each=move || by_old.get()
                        key=|id| *id
                        let:id
                    >
                        <ByOld route=id />
                    </For>
                </ul>
            </Show>
        </section>
    }
}

/// A route that FG closes, with when, where it stands and its button.
#[component]
fn ByOld(route: Id) -> Html {
    let app = App::get();
    let name = app.derive(move |open| route_name(open, route));
    let status = app.derive(move |open| {
        let order = open.guidance.routes.get(&route)?.order(OrderKind::Close)?;
        let moment = order.moment.map(facts::moment_label).unwrap_or_default();
        Some((moment, crate::domain::guidance::order_status(&open.guidance, route, order)))
    });
    let id = format!("fg-{route}");
    view! {
        <li>
            <a id=id.clone() href=route_href(app, route)>{name}</a>
            {move || status.get().map(|(moment, status)| view! {
                <span class="muted">{moment}</span>
                <StatusBadge tone=Tone::from(&status) word=text::order_status_word(&status) />
            })}
            <PlaceOrder route kind=OrderKind::Close described_by=id />
        </li>
    }
}

fn closed_by_old(open: &OpenCase) -> Vec<Id> {
    let by_old = |id: &Id| {
        let decision = open.guidance.routes.get(id);
        decision.is_some_and(|it| it.orders.iter().any(|order| order.by_old_operations()))
    };
    open.guidance.lines.ids().filter(by_old).take(MOST).collect()
}
