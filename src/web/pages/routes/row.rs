//! A row of the route overview. It derives what it shows by its route's identity, so that an edit costs its own row.

use crate::web::prelude::*;

use super::table::{HANDLING_HEAD, Table};
use super::{keys, route_href, route_name};
use crate::domain::case::{Case, Field, Handling, Id, OrderKind, RouteField, RouteSide, Side};
use crate::domain::guidance::{AgreementNeed, OrderStatus, order_status};
use crate::text::{self, agreements, facts, routes};
use crate::web::components::{PlaceOrder, StatusBadge, Tone};
use crate::web::dom::focus_on;
use crate::web::pages::row_anchor;
use crate::web::state::{App, OpenCase};

/// An order as a row shows it.
#[derive(Clone, Debug, PartialEq)]
struct OrderRow {
    /// "Nedlæg · 2.2 pkt. 3".
    what: String,
    /// "Med delegering · I servicevinduet".
    how: String,
    lacks: Option<String>,
    status: OrderStatus,
}

#[component]
pub fn Row(route: Id, table: Table) -> Html {
    let app = App::get();
    let name = app.derive(move |open| route_name(open, route));
    let handling = app.derive(move |open| open.case().routes.get(&route).and_then(|r| r.handling));
    let old = app.derive(move |open| side(open, route, Side::Old));
    let new = app.derive(move |open| side(open, route, Side::New));
    let kinds = app.derive(move |open| {
        let decision = open.guidance.routes.get(&route);
        let orders = decision.map(|decision| decision.orders.as_slice()).unwrap_or_default();
        orders.iter().map(|order| order.kind).collect::<Vec<OrderKind>>()
    });
    let state =
        Memo::new(move || table.states.with(|all| all.get(&route).copied().unwrap_or_default()));
    let together = Memo::new(move || {
        table.together.with(|groups| {
            let group = groups.iter().find(|group| group.contains(&route))?;
            Some(routes::replaced_with_others(group.len() - 1))
        })
    });
    let chosen = app.routes.chosen;
    view! {
        <tr>
            <td>
                <input
                    class="row-check"
                    type="checkbox"
                    aria-labelledby=row_anchor(route)
                    prop:checked=move || chosen.with(|chosen| chosen.has(route))
                    on:click=move |event| table.choose(route, keys::has_shift(&event))
                />
            </td>
            <th scope="row">
                <a id=row_anchor(route) href=route_href(app, route)>{name}</a>
            </th>
            <td>
                <select
                    id=select_id(route)
                    class="form-select row-select"
                    aria-labelledby=format!("{HANDLING_HEAD} {}", row_anchor(route))
                    disabled=app.is_shut()
                    on:change=move |event| set(app, table, route, &event_target_value(&event))
                >
                    <option value="" prop:selected=move || handling.get().is_none()>
                        {routes::UNDECIDED}
                    </option>
                    {Handling::ALL
                        .iter()
                        .map(|option| view! {
                            <option
                                value=option.code()
                                prop:selected=move || handling.get() == Some(*option)
                            >
                                {facts::handling_label(*option)}
                            </option>
                        })
                        .collect_view()}
                </select>
                {move || together.get().map(|others| view! {
                    <span class="route-table__line">{others}</span>
                })}
            </td>
            <td>{move || lines(old.get())}</td>
            <td>{move || lines(new.get())}</td>
            <td>
                <Show when=move || kinds.with(Vec::is_empty)>
                    <span class="muted">{move || match handling.get() {
                        None => routes::UNDECIDED,
                        Some(_) if state.get().undecided => routes::UNDECIDED,
                        Some(_) => routes::NO_ORDERS,
                    }}</span>
                </Show>
                <ul class="route-orders">
                    <For each=move || kinds.get() key=|kind| *kind let:kind>
                        <OrderLine route kind />
                    </For>
                </ul>
            </td>
            <td class="nowrap">{move || match state.get().findings {
                0 => view! { <span class="muted">{routes::NO_FINDINGS}</span> },
                found => view! {
                    <StatusBadge tone=Tone::Conflict word=text::dates::number(found) />
                },
            }}</td>
        </tr>
    }
}

#[component]
fn OrderLine(route: Id, kind: OrderKind) -> Html {
    let app = App::get();
    let order = app.derive(move |open| order_row(open, route, kind));
    let id = format!("bestilling-{}-{route}", kind.code());
    let described = format!("{id} {}", row_anchor(route));
    view! {
        <li>
            <div id=id>
                {move || order.get().map(|order| view! {
                    <strong>{order.what}</strong>
                    <span>{order.how}</span>
                    {order.lacks.map(|lacks| view! {
                        <StatusBadge tone=Tone::Conflict word=lacks />
                    })}
                    <StatusBadge
                        tone=Tone::from(&order.status)
                        word=text::order_status_word(&order.status)
                    />
                })}
            </div>
            <PlaceOrder route kind described_by=described />
        </li>
    }
}

fn order_row(open: &OpenCase, route: Id, kind: OrderKind) -> Option<OrderRow> {
    let order = open.guidance.routes.get(&route)?.order(kind)?;
    let form = order.form.map(text::activity_reference);
    let moment = order.moment.map(|moment| facts::moment_label(moment).to_owned());
    let delegated = order.delegated().map(|it| facts::delegated_label(Some(it)).to_owned());
    let verb = routes::order_verb(kind).to_owned();
    Some(OrderRow {
        what: joined([Some(verb), form]),
        how: joined([delegated, moment]),
        lacks: routes::signing(order.signing),
        status: order_status(&open.guidance, route, order),
    })
}

/// A side in short lines; none where the line has no such side.
fn side(open: &OpenCase, route: Id, side: Side) -> Option<Vec<String>> {
    let line = open.case().routes.get(&route)?;
    let decision = open.guidance.routes.get(&route)?;
    let facts = match side {
        // Before the handling is decided, what is known of the old side is shown already.
        Side::Old if line.handling.is_none() => Some(line.old),
        Side::Old => decision.old,
        Side::New => decision.new,
    }?;
    let mut lines = match facts == RouteSide::default() {
        true => return None,
        false => side_lines(open.case(), &facts),
    };
    let need = decision.order(OrderKind::Establish).map(|order| order.agreement);
    match need.filter(|_| side == Side::New) {
        Some(AgreementNeed::Missing) => lines.push(agreements::of_route(None)),
        Some(AgreementNeed::Named(id)) => {
            let agreement = open.case().agreements.get(&id).map(|it| it.name.as_str());
            lines.push(agreements::of_route(agreement));
        }
        Some(AgreementNeed::NotNeeded) | None => {}
    }
    Some(lines)
}

fn side_lines(case: &Case, side: &RouteSide) -> Vec<String> {
    let name = |id| case.system_name(id).unwrap_or(routes::SYSTEM_UNKNOWN);
    let kind = side.kind.map(|kind| facts::route_type_label(kind).to_owned());
    let addressing = side.addressing.map(|it| facts::addressing_label(it).to_lowercase());
    let active = side.active.map(|active| facts::active_label(active).to_lowercase());
    let authority = case.authority_name(side.authority).map(str::to_owned);
    let ends = (side.from.is_some() || side.to.is_some())
        .then(|| routes::ends(name(side.from), name(side.to)));
    [ends, Some(joined([kind, addressing, active])), authority]
        .into_iter()
        .flatten()
        .filter(|line| !line.is_empty())
        .collect()
}

fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn lines(lines: Option<Vec<String>>) -> Html {
    let lines = lines.unwrap_or_default();
    lines
        .into_iter()
        .map(|line| view! { <span class="route-table__line">{line}</span> })
        .collect_view()
}

fn select_id(route: Id) -> String {
    format!("handling-{route}")
}

/// Sets the handling. Where the row goes because of it, the keyboard is at the one that comes in its place.
fn set(app: App, table: Table, route: Id, code: &str) {
    let place = |listed: &Vec<Id>| listed.iter().position(|other| *other == route);
    let before = table.found.with_untracked(place);
    app.set(Field::Route(route, RouteField::Handling), Handling::from_code(code));
    let next = table.found.with_untracked(|listed| match (before, place(listed)) {
        (Some(at), None) => listed.get(at).or(listed.last()).copied(),
        _ => None,
    });
    if let Some(next) = next {
        focus_on(select_id(next));
    }
}
