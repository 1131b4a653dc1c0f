//! Eksekveringsoversigt in Danish: every order in the sequence in which it is carried out.

use super::super::execution_plan::{OPEN, PlanLine, TITLE, phase_title, plan_line};
use super::super::{activity_reference, dates};
use super::paper::{Block, Cell, Group, Row, Table, fact, line};
use super::routes::ORDER_ID;
use super::write::Source;
use super::{Tick, person};
use crate::domain::documents::Choices;
use crate::domain::guidance::{Order, Planned, execution_plan};

const COLUMNS: [(&str, u8); 7] = [
    ("Nr.", 5),
    ("Rute", 0),
    ("Bestilling", 17),
    ("Bestiller", 14),
    ("Delegeret", 9),
    ("Underskrifter", 13),
    ("Bestilt", 15),
];

pub fn plan(source: &Source, choices: &Choices) -> Vec<Block> {
    let (case, guidance) = (source.case(), source.guidance);
    let plan = execution_plan(case, guidance);
    let order = |planned: &Planned| -> Option<&Order> {
        guidance.routes.get(&planned.route)?.order(planned.kind)
    };
    let row = |planned: &Planned| {
        let placed = order(planned).and_then(|order| order.placed.as_ref());
        let tick = Tick {
            done: placed.is_some(),
            date: placed.map(|it| dates::day((source.clock)(it.at).day)).unwrap_or_default(),
            by: placed.map(|it| person(&it.author)).unwrap_or_default(),
        };
        let PlanLine { number, route, order, by, delegated, signatures, .. } =
            plan_line(case, guidance, planned, source.clock);
        let reference = case.routes.get(&planned.route).map(|route| route.reference.clone());
        let mut name = vec![line(route)];
        name.extend(reference.filter(|it| !it.is_empty()).map(line));
        Row::new([
            Cell::text(number),
            Cell::lines(name).naming(),
            Cell::text(order),
            Cell::text(by),
            Cell::text(delegated),
            Cell::text(signatures),
            Cell::tick(&tick),
        ])
    };
    let is_shown = |planned: &&Planned| {
        !choices.only_open || order(planned).is_none_or(|order| order.placed.is_none())
    };
    let group = |heading: String, orders: &[Planned]| {
        let rows: Vec<Row> = orders.iter().filter(is_shown).map(row).collect();
        (!rows.is_empty()).then(|| Group { heading: Some(heading.into()), rows, together: false })
    };
    let mut table = Table::new(TITLE, &COLUMNS);
    for phase in &plan.phases {
        let heading = format!("{} · {}", phase_title(phase), activity_reference(phase.activity));
        table.groups.extend(group(heading, &phase.orders));
    }
    table.groups.extend(group(OPEN.to_owned(), &plan.open));
    if table.groups.is_empty() {
        return Vec::new();
    }
    let progress = guidance.progress;
    let sums = format!(
        "{}: {} afgivet",
        dates::count(progress.orders, "bestilling", "bestillinger"),
        dates::number(progress.orders_placed)
    );
    let facts = vec![line(sums), fact(ORDER_ID, case.order_id.clone())];
    vec![Block::Facts(facts), table.block()]
}
