//! Underskriftsark, drawn: each signer's sheet begins a page.

use crate::web::prelude::*;

use super::paper::line;
use crate::text::documents::routes::ORDER_ID;
use crate::text::documents::sheet::SIGN_COLUMNS;
use crate::text::documents::signatures::{ALL_SIGNED, COLUMNS, SignaturePaper, SignerSheet};

/// Lines to sign on, since more than one may have to.
const LINES: usize = 2;

pub fn body(paper: &SignaturePaper) -> Html {
    let sheets = paper.sheets.iter().enumerate();
    view! {
        {paper.unclear.clone().map(|told| view! { <p class="print-doc__warning">{told}</p> })}
        {sheets.map(|(place, it)| sheet(it, &paper.order_id, place > 0)).collect_view()}
    }
}

fn sheet(sheet: &SignerSheet, order_id: &str, is_next: bool) -> Html {
    let order_id = match order_id {
        "" => line(),
        id => id.to_owned().into_html(),
    };
    let rows = sheet.rows.iter().map(|cells| {
        let [number, route, rest @ ..] = cells.clone();
        view! {
            <tr>
                <td>{number}</td>
                <th scope="row">{route}</th>
                {rest.map(|cell| view! { <td>{cell}</td> }).collect_view()}
            </tr>
        }
    });
    // The organisation stands on the first line; another may be lent a hand on the next.
    let lines = (0..LINES).map(|place| {
        let signer = if place == 0 { sheet.signer.clone() } else { String::new() };
        view! {
            <tr class="print-sign">
                <td></td>
                <td>{signer}</td>
                <td></td>
                <td></td>
            </tr>
        }
    });
    let sign = match sheet.is_open {
        false => view! { <p>{ALL_SIGNED}</p> },
        true => view! {
            <table class="print-signatures keep-together" aria-label=SIGN_COLUMNS[3]>
                <thead>{header(SIGN_COLUMNS)}</thead>
                <tbody>{lines.collect_view()}</tbody>
            </table>
        },
    };
    view! {
        <article class:page-break=is_next>
            <h4>{sheet.signer.clone()}</h4>
            <p>{sheet.what.clone()}</p>
            <ul class="print-doc__totals">
                <li>{sheet.counts.clone()}</li>
                <li><b>{ORDER_ID}": "</b>{order_id}</li>
            </ul>
            <table class="print-sheet" aria-label=sheet.signer.clone()>
                <thead>{header(COLUMNS)}</thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
            {sign}
        </article>
    }
}

fn header<const N: usize>(names: [&'static str; N]) -> Html {
    view! { <tr>{names.map(|name| view! { <th scope="col">{name}</th> }).collect_view()}</tr> }
}
