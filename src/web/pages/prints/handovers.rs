//! Overleveringstjekliste, drawn.

use crate::web::prelude::*;

use super::paper::tick;
use crate::text::documents::HandoverPaper;
use crate::text::documents::handovers::{self, COLUMNS, HandoverLine, HandoverSection, PartyText};

pub fn body(paper: &HandoverPaper) -> Html {
    let list = |heading: &'static str, rows: Vec<Html>| {
        (!rows.is_empty()).then(|| view! { <h4>{heading}</h4> <ul>{rows}</ul> })
    };
    let deviations =
        paper.deviations.iter().map(|text| view! { <li>{text.clone()}</li> }.into_html());
    let not_applicable = paper
        .not_applicable
        .iter()
        .map(|(name, why)| view! { <li><b>{name.clone()}"."</b>" "{why.clone()}</li> }.into_html());
    view! {
        <p class="print-doc__totals">{paper.totals.clone()}</p>
        {paper.sections.iter().map(section).collect_view()}
        {list(handovers::DEVIATIONS, deviations.collect())}
        {list(handovers::NOT_APPLICABLE, not_applicable.collect())}
    }
    .into_html()
}

fn section(section: &HandoverSection) -> Html {
    view! {
        <h4>{section.heading}</h4>
        <table class="print-handovers" aria-label=section.heading>
            <thead>
                <tr>{COLUMNS.map(|name| view! { <th scope="col">{name}</th> }).collect_view()}</tr>
            </thead>
            {section.rows.iter().map(row).collect_view()}
        </table>
    }
}

fn row(row: &HandoverLine) -> Html {
    let facts = row.facts.iter().map(|fact| view! { <li>{fact.clone()}</li> });
    let facts = (!row.facts.is_empty()).then(|| view! { <ul>{facts.collect_view()}</ul> });
    let waits = row.before.iter().map(|wait| view! { <li>{wait.clone()}</li> });
    let before = (!row.before.is_empty()).then(|| {
        view! {
            <div class="print-before">
                <b>{handovers::BEFORE}":"</b>
                " "
                <ul>{waits.collect_view()}</ul>
            </div>
        }
    });
    let ready = (!row.ready.is_empty()).then(|| view! { <b class="print-before">{row.ready}</b> });
    view! {
        <tbody>
            <tr>
                <th scope="row">
                    <span class="print-reference">{row.reference.clone()}</span>
                    {row.name.clone()}
                </th>
                <td>{party(&row.from)}</td>
                <td>{party(&row.to)}</td>
                <td>{tick(&row.sent)}</td>
                <td>{tick(&row.received)}</td>
            </tr>
            <tr class="print-facts">
                <td colspan=COLUMNS.len().to_string()>
                    {row.what} " " {facts} {before} {ready}
                    {row.deviation.clone().map(|text| view! { <b class="print-deviation">{text}</b> })}
                </td>
            </tr>
        </tbody>
    }
}

fn party(party: &PartyText) -> Html {
    let names: Vec<String> = party.organisations.iter().chain(&party.people).cloned().collect();
    let last = names.len().saturating_sub(1);
    // A line breaks between names, not within.
    let names = names.into_iter().enumerate().map(|(index, name)| {
        view! { <span class="print-piece">{name}{(index < last).then_some(",")}</span>" " }
    });
    view! {
        <b>{party.role}</b>
        <span class="print-name">{names.collect_view()}</span>
    }
}
