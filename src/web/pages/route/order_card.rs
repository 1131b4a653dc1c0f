//! One order: its form, who places it, delegated or not and why, when, signatures, agreement, place, state, receipt.

use crate::web::prelude::*;

use super::path::form_name;
use super::signatures::Signatures;
use crate::domain::case::{
    Field, Id, MarkKey, Occasion, OrderField, OrderKind, ReceiptField, ReceiptState, RouteField,
    Scope, Value,
};
use crate::domain::guidance::{
    AgreementNeed, Moment, Order, OrderStatus, RouteContext, order_status,
};
use crate::domain::process::Activity;
use crate::text::{self, common, facts, route_page as words, routes};
use crate::web::clock;
use crate::web::components::{
    Choice, EntitySelect, Kind, PlaceOrder, SelectKind, StatusBadge, TextField, Tone, Waits,
};
use crate::web::pages::{
    activity_anchor, activity_href, agreement_anchor, agreements_href, at, order_anchor,
};
use crate::web::route::{CasePage, Page};
use crate::web::state::{App, OpenCase};

/// What a card shows of its order.
#[derive(Clone, PartialEq)]
struct Shown {
    form: Option<Activity>,
    orderer: String,
    delegation: String,
    moment: String,
    order_id: String,
    status: OrderStatus,
    /// Why it was placed before its turn.
    reason: String,
}

#[component]
pub fn OrderCard(route: Id, kind: OrderKind) -> Html {
    let app = App::get();
    let shown = app.derive(move |open| shown(open, route, kind));
    let order = app.derive(move |open| find(open, route, kind).cloned());
    let delegated = Memo::new(move || {
        order.with(|order| order.as_ref().and_then(Order::delegated) == Some(true))
    });
    let needs_agreement = Memo::new(move || {
        order.with(|order| {
            order.as_ref().is_some_and(|order| order.agreement != AgreementNeed::NotNeeded)
        })
    });
    let agreement = app.derive(move |open| match find(open, route, kind)?.agreement {
        AgreementNeed::NotNeeded => None,
        AgreementNeed::Missing => {
            Some((agreements_href(open.id), crate::text::agreements::SEE_AGREEMENTS))
        }
        AgreementNeed::Named(id) => {
            let href = at(open.id, CasePage::Agreements, &agreement_anchor(id));
            Some((href, crate::text::agreements::SEE_AGREEMENT))
        }
    });
    let moment = Memo::new(move || order.with(|order| order.as_ref().and_then(|it| it.moment)));
    let placed = Memo::new(move || {
        order.with(|order| order.as_ref().is_some_and(|order| order.placed.is_some()))
    });
    let anchor = move || {
        let form = shown.with(|shown| shown.as_ref().and_then(|shown| shown.form));
        form.map(|form| activity_anchor(form, Scope::Route(route)))
    };
    let heading = order_anchor(kind);
    let field = move |field| Field::Route(route, RouteField::Order(kind, field));
    let f1 = app.read_untracked(|open| activity_href(open.id, Activity::F1, Scope::Case));
    view! {
        <article
            class="order-card"
            class:order-card--delegated=move || delegated.get()
            id=anchor
            tabindex="-1"
            aria-labelledby=heading.clone()
        >
            <header class="order-card__head">
                <h3 id=heading.clone() tabindex="-1">{facts::order_label(kind)}</h3>
                {move || shown.get().map(|shown| view! {
                    <StatusBadge
                        tone=Tone::from(&shown.status)
                        word=text::order_status_word(&shown.status)
                    />
                })}
            </header>
            {move || shown.get().map(|shown| facts_view(shown, f1.clone()))}
            {move || shown.get().map(|shown| state_view(shown.status, shown.reason))}
            <PlaceOrder route kind described_by=heading.clone() />
            <Show when=move || delegated.get()>
                <Signatures route kind />
            </Show>
            <div class="field-grid order-card__fields">
                <Show when=move || needs_agreement.get()>
                    <EntitySelect
                        field=Field::Route(route, RouteField::Agreement)
                        kind=SelectKind::Agreement
                        label=words::AGREEMENT
                        hint=words::AGREEMENT_HINT
                    />
                    <p>{move || agreement.get().map(|(href, words)| view! { <a href=href>{words}</a> })}</p>
                </Show>
                <TextField
                    field=field(OrderField::Position)
                    label=words::POSITION
                    kind=Kind::Count
                    hint=words::POSITION_HINT
                />
            </div>
            <Show when=move || placed.get()>
                {move || match moment.get() {
                    Some(Moment::Preparation) => view! {
                        <ReceiptFields route kind occasion=Occasion::Preparation />
                    },
                    Some(Moment::AfterChange) => view! {
                        <ReceiptFields route kind occasion=Occasion::After />
                    },
                    _ => on_cutover(app),
                }}
            </Show>
        </article>
    }
}

/// The receipt of an order that is carried out outside the window.
#[component]
fn ReceiptFields(route: Id, kind: OrderKind, occasion: Occasion) -> Html {
    let app = App::get();
    let field = move |field| Field::Route(route, RouteField::Receipt(kind, occasion, field));
    let failed = app.derive(move |open| {
        let line = open.case().routes.get(&route);
        let receipt = line.and_then(|line| line.order(kind).receipts.get(&occasion));
        receipt.and_then(|receipt| receipt.state) == Some(ReceiptState::Failed)
    });
    let options = ReceiptState::ALL
        .iter()
        .map(|state| (Value::from(*state), facts::receipt_label(*state).to_owned()))
        .collect();
    view! {
        <Choice
            field=field(ReceiptField::State)
            legend=words::receipt_label(ReceiptField::State)
            options=options
        />
        <Show when=move || failed.get()>
            <TextField
                field=field(ReceiptField::Incident)
                label=words::receipt_label(ReceiptField::Incident)
                kind=Kind::Note
                hint=common::FREE_TEXT_HINT
            />
            <div class="field-grid">
                <TextField
                    field=field(ReceiptField::Reference)
                    label=words::receipt_label(ReceiptField::Reference)
                />
                <TextField
                    field=field(ReceiptField::Resolved)
                    label=words::receipt_label(ReceiptField::Resolved)
                    kind=Kind::Day
                />
            </div>
        </Show>
    }
}

fn find(open: &OpenCase, route: Id, kind: OrderKind) -> Option<&Order> {
    open.guidance.routes.get(&route)?.order(kind)
}

fn shown(open: &OpenCase, route: Id, kind: OrderKind) -> Option<Shown> {
    let (case, order) = (open.case(), find(open, route, kind)?);
    let orderer = text::role_short(order.orderer);
    let organisation = RouteContext::of(case).orderer(order.orderer);
    let because = text::because_text(case, &order.because, order.route_type);
    let delegated = order.delegated().map(|it| facts::delegated_label(Some(it)));
    let reason = order.form.and_then(|form| {
        let key = MarkKey::new(form, Scope::Route(route), order.orderer);
        case.mark(&key).map(|mark| mark.reason.clone())
    });
    Some(Shown {
        form: order.form,
        orderer: match case.organisation_name(organisation) {
            Some(name) => format!("{orderer} · {name}"),
            None => orderer.to_owned(),
        },
        delegation: words::answer_because(delegated, &because),
        moment: match order.moment {
            Some(moment) => format!(
                "{} ({}). {}",
                facts::moment_label(moment),
                text::activity_reference(moment.activity(kind)),
                facts::moment_why(moment, kind)
            ),
            None => words::MOMENT_OPEN.to_owned(),
        },
        order_id: case.order_id.clone(),
        status: order_status(&open.guidance, route, order),
        reason: reason.unwrap_or_default(),
    })
}

fn facts_view(shown: Shown, f1: Option<String>) -> Html {
    let form = shown.form.map_or_else(|| words::FORM_OPEN.to_owned(), form_name);
    let order_id = if shown.order_id.is_empty() {
        view! { <a href=f1>{words::ORDER_ID_MISSING}</a> }
    } else {
        shown.order_id.into_html()
    };
    view! {
        <dl class="facts">
            <dt>{words::FORM}</dt>
            <dd>{form}</dd>
            <dt>{words::ORDERER}</dt>
            <dd>{shown.orderer}</dd>
            <dt>{words::DELEGATION}</dt>
            <dd>{shown.delegation}</dd>
            <dt>{words::MOMENT}</dt>
            <dd>{shown.moment}</dd>
            <dt>{routes::ORDER_ID}</dt>
            <dd>{order_id}</dd>
        </dl>
    }
}

/// What it waits for; or when and by whom it was placed, with what it should have waited for.
fn state_view(status: OrderStatus, reason: String) -> Html {
    match status {
        OrderStatus::Undecided | OrderStatus::Ready => ().into_html(),
        OrderStatus::Waiting(waits) => view! { <Waits waits /> },
        OrderStatus::Placed { stamp, lacks } => {
            let day = text::dates::day(clock::local(stamp.at).day);
            let by = routes::ordered_by(&day, &stamp.author.name, &stamp.author.initials);
            let deviates = !reason.is_empty() || !lacks.is_empty();
            let word = match reason.as_str() {
                "" => routes::ORDER_BASIS_LOST.to_owned(),
                reason => routes::early(reason),
            };
            view! {
                <p class="activity__done">{by}</p>
                {deviates.then(|| view! {
                    <div class="activity__deviation">
                        <p>{word}</p>
                        <Waits waits=lacks />
                    </div>
                })}
            }
        }
    }
}

fn on_cutover(app: App) -> Html {
    let href = app.read_untracked(|open| Page::Case(open.id, CasePage::Cutover).href());
    view! {
        <p class="muted">
            {words::RECEIPT_IN_WINDOW}" "<a href=href>{words::ON_CUTOVER}</a>"."
        </p>
    }
}
