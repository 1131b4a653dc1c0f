//! The orders that follow from a route's answers, one card each.

use crate::web::prelude::*;

use super::order_card::OrderCard;
use crate::domain::case::{Id, OrderKind};
use crate::text::route_page as words;
use crate::web::state::App;

#[component]
pub fn Orders(route: Id) -> Html {
    let app = App::get();
    let kinds = app.derive(move |open| {
        let decision = open.guidance.routes.get(&route);
        let orders = decision.map(|decision| decision.orders.as_slice()).unwrap_or_default();
        orders.iter().map(|order| order.kind).collect::<Vec<OrderKind>>()
    });
    let decided =
        app.derive(move |open| open.guidance.routes.get(&route).is_some_and(|it| it.is_decided()));
    let none = move || if decided.get() { words::NO_ORDERS } else { words::NO_ORDERS_YET };
    view! {
        <Show when=move || kinds.with(Vec::is_empty)>
            <p class="muted">{none}</p>
        </Show>
        <For each=move || kinds.get() key=|kind| *kind let:kind>
            <OrderCard route kind />
        </For>
    }
}
