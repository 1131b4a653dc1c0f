//! One route's sheet, drawn.

use crate::web::prelude::*;

use super::paper::{line, option, tick};
use crate::text::documents;
use crate::text::documents::routes::{ORDER_ID, UNDECIDED};
use crate::text::documents::sheet::{
    self, ORDER_COLUMNS, OrderText, QUESTION_COLUMNS, QuestionText, SIGN_COLUMNS, SheetText,
    SigningText,
};

/// The sheet; `order_id` is the case's BestillingsID, empty where there is none yet.
pub fn sheet(route: &SheetText, order_id: &str) -> Html {
    let heading = format!("{}. {}", route.number, route.name);
    let order_id = (!route.orders.is_empty()).then(|| {
        let id = match order_id {
            "" => line().into_html(),
            id => id.to_owned().into_html(),
        };
        view! { <span class="print-order-id">{ORDER_ID}": "{id}</span> }
    });
    let orders = (!route.orders.is_empty()).then(|| {
        let rows = route.orders.iter().map(order_row).collect_view();
        view! {
            <table class="print-orders">
                <thead>{header(ORDER_COLUMNS)}</thead>
                <tbody>{rows}</tbody>
            </table>
        }
    });
    view! {
        <article class="print-route">
            <h5 class="print-route__name">
                <span>{heading}</span>
                {order_id}
                <span>{if route.decided { route.handling } else { UNDECIDED }}</span>
            </h5>
            {route
                .sides
                .iter()
                .map(|(label, text)| {
                    view! { <p class="print-side"><b>{*label}": "</b>{text.clone()}</p> }
                })
                .collect_view()}
            {(!route.note.is_empty())
                .then(|| view! {
                    <p class="print-side"><b>{sheet::NOTE}": "</b>{route.note.clone()}</p>
                })}
            <table class="print-questions">
                <colgroup><col /><col /><col /></colgroup>
                <thead>{header(QUESTION_COLUMNS)}</thead>
                <tbody>{route.questions.iter().map(question).collect_view()}</tbody>
            </table>
            {orders}
            {route.orders.iter().filter_map(|order| order.signing.as_ref()).map(signing).collect_view()}
            {list("print-remarks", None, &route.remarks)}
            {list("print-remarks print-findings", Some(sheet::FINDINGS), &route.findings)}
        </article>
    }
}

fn header<const N: usize>(names: [&'static str; N]) -> Html {
    view! { <tr>{names.map(|name| view! { <th scope="col">{name}</th> }).collect_view()}</tr> }
}

fn list(class: &'static str, label: Option<&'static str>, lines: &[String]) -> Option<Html> {
    (!lines.is_empty()).then(|| {
        let lines = lines.iter().map(|text| view! { <li>{text.clone()}</li> }).collect_view();
        view! { <ul class=class aria-label=label>{lines}</ul> }
    })
}

fn question(question: &QuestionText) -> Html {
    let why = question.why.clone();
    let cells = match question.answer {
        Some(answer) => view! { <td>{answer}</td> <td>{why}</td> }.into_html(),
        None => {
            let options = question.options.iter().map(|word| option(*word)).collect_view();
            view! {
                <td colspan="2" class="print-options">
                    {options} <span class="print-what">{why}</span>
                </td>
            }
            .into_html()
        }
    };
    view! {
        <tr>
            <th scope="row">{question.question.clone()}</th>
            {cells}
        </tr>
    }
}

fn order_row(order: &OrderText) -> Html {
    let receipts = if order.receipts.is_empty() {
        view! {
            {option(sheet::RECEIPT_OK)}
            {option(sheet::RECEIPT_FAILED)}
        }
        .into_html()
    } else {
        let receipts = order.receipts.iter().map(|receipt| {
            let word = if receipt.failed { sheet::RECEIPT_FAILED } else { sheet::RECEIPT_OK };
            view! {
                <span class="tick-option">
                    <span class="tick tick--on" aria-hidden="true"></span>
                    {word}" "{receipt.text.clone()}
                </span>
            }
        });
        receipts.collect_view().into_html()
    };
    view! {
        <tr>
            <th scope="row">
                {order.kind}
                " "
                <span class="print-form">{order.form.clone()}</span>
                {order.agreement.clone().map(|text| view! { <span class="print-name">{text}</span> })}
            </th>
            <td>
                {order.by}
                <span class="print-name">{order.organisation.clone()}</span>
            </td>
            <td>{order.delegated}</td>
            <td>{order.moment}</td>
            <td>{tick(&order.placed)}</td>
            <td>{receipts}</td>
        </tr>
    }
}

fn signing(signing: &SigningText) -> Html {
    let rows = signing.lines.iter().map(|line| {
        let signed = line.signed.clone().map(|text| {
            view! { <span class="tick tick--on" role="img" aria-label=documents::DONE></span>" "{text} }
        });
        view! {
            <tr class:print-sign=line.signed.is_none()>
                <td>{line.name.clone()}</td>
                <td>{line.organisation.clone()}</td>
                <td>{line.date.clone()}</td>
                <td>{signed}</td>
            </tr>
        }
    });
    view! {
        <table class="print-signatures">
            <caption>
                {signing.caption.clone()}
                ". "
                {signing
                    .candidates
                    .clone()
                    .map(|text| view! { <span class="print-form">{text}</span> })}
            </caption>
            <thead>{header(SIGN_COLUMNS)}</thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}
