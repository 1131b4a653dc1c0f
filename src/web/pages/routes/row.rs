//! A row of the route overview. It derives what it shows by its route's identity, so that an edit costs its own row.

use crate::web::prelude::*;

use super::table::{HANDLING_HEAD, Table};
use super::{keys, route_href, route_name};
use crate::domain::case::{Case, Field, Handling, Id, OrderKind, RouteField, RouteSide, Side};
use crate::domain::guidance::{
    AgreementNeed, Order, OrderStatus, RouteState, order_status, route_state,
};
use crate::text::{self, agreements, facts, routes};
use crate::web::components::{PlaceOrder, StatusBadge, Tone};
use crate::web::dom::focus_on;
use crate::web::pages::row_anchor;
use crate::web::state::{App, OpenCase};

/// What a row shows, all of it derived at once: what it does not follow costs it one comparison.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowFacts {
    name: String,
    handling: Option<Handling>,
    /// The sides in short lines; none where the line has no such side.
    old: Option<Vec<String>>,
    new: Option<Vec<String>>,
    orders: Vec<OrderRow>,
    /// With how many others it is replaced.
    others: usize,
    state: RouteState,
}

/// An order as a row shows it.
#[derive(Clone, Debug, PartialEq)]
struct OrderRow {
    kind: OrderKind,
    /// "Nedlæg · 2.2 pkt. 3".
    what: String,
    /// "Med delegering · I servicevinduet".
    how: String,
    lacks: Option<String>,
    status: OrderStatus,
}

impl RowFacts {
    /// What the row of this line shows, with these groups of lines that are replaced together.
    pub fn of(open: &OpenCase, together: &[Vec<Id>], route: Id) -> RowFacts {
        let decision = open.guidance.routes.get(&route);
        let orders = decision.map(|decision| decision.orders.as_slice()).unwrap_or_default();
        let group = together.iter().find(|group| group.contains(&route));
        RowFacts {
            name: route_name(open, route),
            handling: open.case().routes.get(&route).and_then(|route| route.handling),
            old: side(open, route, Side::Old),
            new: side(open, route, Side::New),
            orders: orders.iter().map(|order| order_row(open, route, order)).collect(),
            others: group.map_or(0, |group| group.len() - 1),
            state: route_state(&open.guidance, route).unwrap_or_default(),
        }
    }
}

#[component]
pub fn Row(route: Id, table: Table) -> Html {
    let app = App::get();
    let facts = table.shown.facts(route);
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
                <a id=row_anchor(route) href=route_href(app, route)>
                    {move || facts.with(|it| it.name.clone())}
                </a>
            </th>
            <td>
                <select
                    id=select_id(route)
                    class="form-select row-select"
                    aria-labelledby=format!("{HANDLING_HEAD} {}", row_anchor(route))
                    disabled=app.is_shut()
                    prop:value=move || facts.with(|it| it.handling.map_or("", Handling::code))
                    on:change=move |event| set(app, table, route, &event_target_value(&event))
                >
                    <option value="">{routes::UNDECIDED}</option>
                    {Handling::ALL
                        .iter()
                        .map(|option| view! {
                            <option value=option.code()>{facts::handling_label(*option)}</option>
                        })
                        .collect_view()}
                </select>
                {move || facts.with(|it| (it.others > 0).then(|| view! {
                    <span class="route-table__line">{routes::replaced_with_others(it.others)}</span>
                }))}
            </td>
            <td>{move || facts.with(|it| lines(it.old.as_deref()))}</td>
            <td>{move || facts.with(|it| lines(it.new.as_deref()))}</td>
            <td>
                {move || facts.with(|it| it.orders.is_empty().then(|| view! {
                    <span class="muted">{match it.handling {
                        Some(_) if !it.state.undecided => routes::NO_ORDERS,
                        _ => routes::UNDECIDED,
                    }}</span>
                }))}
                <ul class="route-orders">
                    <For
                        each=move || facts.with(|it| it.orders.iter().map(|order| order.kind).collect::<Vec<_>>())
                        key=|kind| *kind
                        let:kind
                    >
                        <OrderLine route kind facts />
                    </For>
                </ul>
            </td>
            <td class="nowrap">{move || match facts.with(|it| it.state.findings) {
                0 => view! { <span class="muted">{routes::NO_FINDINGS}</span> },
                found => view! {
                    <StatusBadge tone=Tone::Conflict word=text::dates::number(found) />
                },
            }}</td>
        </tr>
    }
}

#[component]
fn OrderLine(route: Id, kind: OrderKind, facts: RwSignal<RowFacts>) -> Html {
    let id = format!("bestilling-{}-{route}", kind.code());
    let described = format!("{id} {}", row_anchor(route));
    let order = move || facts.with(|it| it.orders.iter().find(|it| it.kind == kind).cloned());
    view! {
        <li>
            <div id=id>
                {move || order().map(|order| view! {
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

fn order_row(open: &OpenCase, route: Id, order: &Order) -> OrderRow {
    let form = order.form.map(text::activity_reference);
    let moment = order.moment.map(|moment| facts::moment_label(moment).to_owned());
    let delegated = order.delegated().map(|it| facts::delegated_label(Some(it)).to_owned());
    let verb = routes::order_verb(order.kind).to_owned();
    OrderRow {
        kind: order.kind,
        what: joined([Some(verb), form]),
        how: joined([delegated, moment]),
        lacks: routes::signing(order.signing),
        status: order_status(&open.guidance, route, order),
    }
}

/// What a line is about, in short lines: its old side, then its new one.
pub fn both_sides(open: &OpenCase, route: Id) -> Vec<String> {
    let told = |of: Side| {
        let lines = side(open, route, of)?;
        Some(format!("{}: {}", facts::side_label(of), lines.join(" · ")))
    };
    [Side::Old, Side::New].into_iter().filter_map(told).collect()
}

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

fn lines(lines: Option<&[String]>) -> Html {
    lines
        .unwrap_or_default()
        .iter()
        .map(|line| view! { <span class="route-table__line">{line.clone()}</span> })
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
