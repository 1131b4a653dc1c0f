//! Ruteoverblik in Danish: a row for each route with its old and its new side, and how far its orders are.

use super::super::{agreements, dates, facts, order_status_word, routes, scope_text};
use super::paper::{Block, Cell, Line, Row, Table, fact, known, line};
use super::routes::ORDER_ID;
use super::write::Source;
use crate::domain::case::{Case, Id, Route, RouteSide, Scope, Side};
use crate::domain::documents::Choices;
use crate::domain::guidance::{AgreementNeed, Guidance, RouteDecision, order_status};

const COLUMNS: [(&str, u8); 7] = [
    ("Nr.", 5),
    ("Rute", 0),
    ("Handling", 9),
    ("Gammel rute", 24),
    ("Ny rute", 24),
    ("Udføres", 13),
    ("Bestilling", 10),
];
const NONE: &str = "–";

pub fn route_overview(source: &Source, choices: &Choices) -> Vec<Block> {
    let (case, guidance) = (source.case(), source.guidance);
    let rows: Vec<Row> = case
        .list_routes()
        .into_iter()
        .enumerate()
        .filter_map(|(place, (id, route))| {
            let decision = guidance.routes.get(&id)?;
            let is_open =
                !decision.is_decided() || decision.orders.iter().any(|o| o.placed.is_none());
            let shown = is_open || !choices.only_open;
            shown.then(|| row(case, guidance, place + 1, (id, route), decision))
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let tally = &guidance.tally;
    let sums = format!(
        "{}: {} afgjort",
        dates::count(tally.routes, "rute", "ruter"),
        dates::number(tally.decided)
    );
    let facts = vec![line(sums), fact(ORDER_ID, case.order_id.clone())];
    vec![Block::Facts(facts), Table::new(routes::OVERVIEW, &COLUMNS).rows(rows).block()]
}

fn row(
    case: &Case,
    guidance: &Guidance,
    number: usize,
    (id, route): (Id, &Route),
    decision: &RouteDecision,
) -> Row {
    let mut name =
        vec![line(if route.name.is_empty() { routes::UNNAMED } else { &route.name }.to_owned())];
    if !route.reference.is_empty() {
        name.push(line(route.reference.clone()));
    }
    let handling = decision.handling.map_or("", facts::handling_label);
    let open = decision.handling.is_none();
    let known_side = |side: RouteSide| (side != RouteSide::default()).then_some(side);
    let old = if open { known_side(route.old) } else { decision.old };
    let new = if open { known_side(route.new) } else { decision.new };
    let mut moments: Vec<Line> = Vec::new();
    let mut placed: Vec<Line> = Vec::new();
    for order in &decision.orders {
        moments.push(known(order.moment.map_or("", facts::moment_label)));
        let status = order_status_word(&order_status(guidance, id, order));
        placed.push(line(status));
    }
    let agreement = decision.orders.iter().find_map(|order| match order.agreement {
        AgreementNeed::NotNeeded => None,
        AgreementNeed::Missing => Some(agreements::of_route(None)),
        AgreementNeed::Named(id) => {
            Some(agreements::of_route(scope_text(case, Scope::Agreement(id)).as_deref()))
        }
    });
    let or_none = |lines: Vec<Line>| match lines.is_empty() {
        true if open => Cell::lines([known("")]),
        true => Cell::text(NONE),
        false => Cell::lines(lines),
    };
    let mut new = new.map(|side| side_lines(case, Side::New, &side)).unwrap_or_default();
    new.extend(agreement.map(line));
    Row::new([
        Cell::text(dates::number(number)),
        Cell::lines(name).naming(),
        Cell::known(handling),
        or_none(old.map(|side| side_lines(case, Side::Old, &side)).unwrap_or_default()),
        or_none(new),
        or_none(moments),
        or_none(placed),
    ])
}

/// "Webservice, eksplicit, aktiv", "Borgerbasen → Løn Gammel", "Fjordby Kommune": what is missing is a line to write on.
fn side_lines(case: &Case, side: Side, it: &RouteSide) -> Vec<Line> {
    let mut first: Line = Vec::new();
    let mut part = |text: Option<&'static str>, after: &'static str| {
        first.extend(known(text.map(|text| format!("{text}{after}")).unwrap_or_default()));
    };
    part(it.kind.map(facts::route_type_label), " ");
    part(it.addressing.map(facts::addressing_label), " ");
    if side == Side::Old {
        part(it.active.map(facts::active_label), "");
    }
    let system = |id| known(case.system_name(id).unwrap_or_default().to_owned());
    let mut ends = system(it.from);
    ends.extend(line(" → "));
    ends.extend(system(it.to));
    let mut lines = vec![first, ends];
    lines.extend(case.authority_name(it.authority).map(|name| line(name.to_owned())));
    lines
}
