//! Rutebeslutningstjekliste, drawn: sums, the table of all routes, and a sheet per route.

use crate::web::prelude::*;

use super::paper::line;
use super::sheet::sheet;
use crate::text::documents::RoutePaper;
use crate::text::documents::routes::{self, COLUMNS, SummaryOrder, SummaryRow};

pub fn body(paper: &RoutePaper) -> Html {
    let order_id = match paper.order_id.as_str() {
        "" => line(),
        id => id.to_owned().into_html(),
    };
    view! {
        <ul class="print-doc__totals">
            {paper.totals.iter().map(|text| view! { <li>{text.clone()}</li> }).collect_view()}
            <li><b>{routes::ORDER_ID}": "</b>{order_id}</li>
        </ul>
        <h4>{routes::SUMMARY}</h4>
        <table class="print-summary" aria-label=routes::SUMMARY>
            <thead>
                <tr>{COLUMNS.map(|name| view! { <th scope="col">{name}</th> }).collect_view()}</tr>
            </thead>
            {paper.summary.iter().map(row).collect_view()}
        </table>
        <h4 class="page-break">{routes::SHEETS}</h4>
        {paper.sheets.iter().map(|route| sheet(route, &paper.order_id)).collect_view()}
    }
}

/// A row group per route, with a row per order.
fn row(row: &SummaryRow) -> Html {
    let span = row.orders.len().max(1).to_string();
    let decided = if row.decided { routes::YES } else { routes::NO };
    let mut orders = row.orders.iter();
    let first = match orders.next() {
        Some(order) => order_cells(order),
        None => {
            let why = if row.decided { routes::NO_ORDER } else { routes::UNDECIDED };
            view! { <td colspan="5">{why}</td> }
        }
    };
    view! {
        <tbody>
            <tr>
                <td rowspan=span.clone()>{row.number.clone()}</td>
                <th scope="rowgroup" rowspan=span.clone()>{row.name.clone()}</th>
                <td rowspan=span.clone()>{row.handling}</td>
                {first}
                <td rowspan=span class:print-loud=!row.decided>{decided}</td>
            </tr>
            {orders.map(|order| view! { <tr>{order_cells(order)}</tr> }).collect_view()}
        </tbody>
    }
}

fn order_cells(order: &SummaryOrder) -> Html {
    view! {
        <td>{order.order.clone()}</td>
        <td>{order.by}</td>
        <td>{order.delegated}</td>
        <td>{order.moment}</td>
        <td>{order.signatures.clone()}</td>
    }
}
