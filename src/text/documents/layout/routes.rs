//! Rutebeslutningstjekliste on paper: sums, the table of all routes, and a sheet per route.

use super::super::paper::{Block, Cell, Group, Look, Row, Table, fact, line, loud};
use super::super::routes::{
    COLUMNS, NO, NO_ORDER, ORDER_ID, RoutePaper, SHEETS, SUMMARY, SummaryOrder, SummaryRow,
    UNDECIDED, YES,
};
use super::sheet::sheet;

/// Nine columns: each as wide as its longest word.
const WIDTHS: [u8; 9] = [4, 0, 8, 15, 14, 9, 15, 12, 7];
/// Columns that tell of an order.
const OF_ORDER: usize = 5;

pub fn routes(paper: &RoutePaper) -> Vec<Block> {
    if paper.sheets.is_empty() {
        return Vec::new();
    }
    let mut facts: Vec<_> = paper.totals.iter().map(|text| line(text.clone())).collect();
    facts.push(fact(ORDER_ID, paper.order_id.clone()));
    let columns: Vec<_> = COLUMNS.into_iter().zip(WIDTHS).collect();
    let mut summary = Table::new(SUMMARY, &columns).look(Look::Dense);
    summary.groups = paper.summary.iter().map(group).collect();
    let mut blocks = vec![
        Block::Facts(facts),
        Block::heading(SUMMARY),
        summary.block(),
        Block::NewPage,
        Block::heading(SHEETS),
    ];
    blocks.extend(paper.sheets.iter().map(|route| Block::Part(sheet(route, &paper.order_id))));
    blocks
}

/// A group of rows per route, with a row per order.
fn group(row: &SummaryRow) -> Group {
    let span = row.orders.len().max(1);
    let decided = if row.decided { line(YES) } else { loud(NO) };
    let mut cells = vec![
        Cell::text(row.number.clone()).down(span),
        Cell::head(row.name.clone()).down(span),
        Cell::text(row.handling).down(span),
    ];
    let mut orders = row.orders.iter();
    match orders.next() {
        Some(order) => cells.extend(order_cells(order)),
        None => {
            let why = if row.decided { NO_ORDER } else { UNDECIDED };
            cells.push(Cell::text(why).over(OF_ORDER));
        }
    }
    cells.push(Cell::lines([decided]).down(span));
    let mut rows = vec![Row::new(cells)];
    rows.extend(orders.map(|order| Row::new(order_cells(order))));
    Group { heading: None, rows, together: true }
}

fn order_cells(order: &SummaryOrder) -> [Cell; OF_ORDER] {
    [
        Cell::text(order.order.clone()),
        Cell::text(order.by),
        Cell::text(order.delegated),
        Cell::text(order.moment),
        Cell::text(order.signatures.clone()),
    ]
}
