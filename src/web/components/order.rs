//! The button that marks a route's order as placed, with a reason where it is not the order's turn.

use crate::web::prelude::*;

use crate::domain::case::{
    Field, Id, MarkField, MarkKey, MarkState, OrderKind, RouteField, Scope, Value,
};
use crate::domain::guidance::{OrderStatus, order_status};
use crate::domain::process::{Activity, Role};
use crate::text::routes;
use crate::web::state::{App, OpenCase};

use super::reason::ReasonForm;

/// What placing an order takes.
#[derive(Clone, PartialEq)]
struct Placing {
    form: Activity,
    orderer: Role,
    /// FG has said that it ordered before the window.
    early: bool,
    status: OrderStatus,
}

/// "Bestilt": pressed where the order is placed; pressed again it takes that back.
#[component]
pub fn PlaceOrder(
    route: Id,
    kind: OrderKind,
    /// The elements that name the order, since many stand on a page; the first is this button's own.
    #[prop(into)]
    described_by: String,
) -> Html {
    let app = App::get();
    let placing = app.derive(move |open| placing(open, route, kind));
    let is_placed = |it: &Option<Placing>| matches!(status(it), Some(OrderStatus::Placed { .. }));
    let placed = move || placing.with(is_placed);
    let is_ready = |it: &Option<Placing>| matches!(status(it), Some(OrderStatus::Ready));
    let asking = RwSignal::new(false);
    let button = NodeRef::<web_sys::HtmlElement>::new();
    let record = move |state: Option<MarkState>, why: &str| {
        let Some(Placing { form, orderer, early, .. }) = placing.get_untracked() else { return };
        let key = MarkKey::new(form, Scope::Route(route), orderer);
        let mut changes = vec![
            (Field::Done(key, MarkField::State), state.into()),
            (Field::Done(key, MarkField::Reason), Value::text(why)),
        ];
        // That FG ordered before the window says that it ordered, so it is taken back with it.
        if state.is_none() && early {
            changes.push((Field::Route(route, RouteField::OrderedEarly), Value::Nothing));
        }
        app.write(changes);
    };
    let close = move || {
        asking.set(false);
        if let Some(button) = button.get_untracked() {
            let _ = button.focus();
        }
    };
    let press = move |_| {
        if placing.with_untracked(is_placed) {
            record(None, "");
        } else if placing.with_untracked(is_ready) {
            record(Some(MarkState::Done), "");
        } else {
            asking.set(true);
        }
    };
    let confirm = Callback::new(move |why: String| {
        record(Some(MarkState::Done), &why);
        close();
    });
    let named = described_by.split(' ').next().unwrap_or_default();
    let reason_id = format!("{named}-begrundelse");
    view! {
        <Show when=move || placing.with(Option::is_some)>
            <button
                type="button"
                class="choice__button order-button"
                class:order-button--ready=move || placing.with(is_ready)
                node_ref=button
                disabled=app.is_shut()
                aria-pressed=move || placed().to_string()
                aria-describedby=described_by.clone()
                on:click=press
            >
                {routes::ORDERED}
            </button>
        </Show>
        <Show when=move || asking.get() && !placed()>
            <ReasonForm
                id=reason_id.clone()
                label=routes::ORDER_REASON
                hint=routes::ORDER_REASON_HINT
                confirm_label=routes::ORDER_ANYWAY
                confirm=confirm
                cancel=Callback::new(move |()| close())
            />
        </Show>
    }
}

fn placing(open: &OpenCase, route: Id, kind: OrderKind) -> Option<Placing> {
    let order = open.guidance.routes.get(&route)?.order(kind)?;
    let status = order_status(&open.guidance, route, order);
    let line = open.case().routes.get(&route)?;
    let early = order.by_old_operations() && line.ordered_early == Some(true);
    Some(Placing { form: order.form?, orderer: order.orderer, early, status })
}

fn status(placing: &Option<Placing>) -> Option<&OrderStatus> {
    placing.as_ref().map(|placing| &placing.status)
}
