//! Rutebeslutningstjekliste in Danish: its head, its sums and its summary table.

use super::super::{activity_reference, dates, facts};
use super::sheet::{SheetText, sheet};
use super::{Clock, Document, HeadText, head};
use crate::domain::case::{Case, OrderKind};
use crate::domain::documents::{RouteChecklist, RouteSheet};
use crate::domain::guidance::{Order, Signing, Tally};

/// The whole document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoutePaper {
    pub head: HeadText,
    /// Empty where there is none yet: a line to write it on.
    pub order_id: String,
    pub totals: Vec<String>,
    pub summary: Vec<SummaryRow>,
    pub sheets: Vec<SheetText>,
}

/// A route in the summary, with a line per order; its names are short, for a table of nine columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SummaryRow {
    pub number: String,
    pub name: String,
    pub handling: &'static str,
    pub decided: bool,
    pub orders: Vec<SummaryOrder>,
}

/// An order in the summary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SummaryOrder {
    pub order: String,
    pub by: &'static str,
    pub delegated: &'static str,
    pub moment: &'static str,
    pub signatures: String,
}

pub const ORDER_ID: &str = "BestillingsID";
pub const SUMMARY: &str = "Alle ruter";
pub const SHEETS: &str = "Rute for rute";
pub const COLUMNS: [&str; 9] = [
    "Nr.",
    "Rute",
    "Handling",
    "Bestilling",
    "Bestiller",
    "Delegeret",
    "Udføres",
    "Underskrifter",
    "Afgjort",
];
pub const NO_ORDER: &str = "Ingen bestilling";
pub const UNDECIDED: &str = "Ikke afgjort";
pub const YES: &str = yes_no(Some(true));
pub const NO: &str = yes_no(Some(false));

/// The checklist in words.
pub fn route_paper(case: &Case, list: &RouteChecklist, clock: Clock) -> RoutePaper {
    RoutePaper {
        head: head(Document::Routes, &list.head, case, None, clock),
        order_id: list.order_id.clone(),
        totals: totals(&list.tally, list.left_out),
        summary: list.sheets.iter().map(summary).collect(),
        sheets: list.sheets.iter().map(|route| sheet(case, route, clock)).collect(),
    }
}

fn totals(tally: &Tally, left_out: usize) -> Vec<String> {
    let mut totals = vec![format!(
        "{}: {} afgjort, {} ikke afgjort",
        dates::count(tally.routes, "rute", "ruter"),
        dates::number(tally.decided),
        dates::number(tally.routes - tally.decided),
    )];
    let (orders, placed) = (tally.fn_orders + tally.fg_orders, tally.fn_placed + tally.fg_placed);
    totals.push(format!(
        "{}: {} afgivet",
        dates::count(orders, "bestilling", "bestillinger"),
        dates::number(placed),
    ));
    if tally.delegated > 0 {
        totals.push(format!(
            "{} med delegering: {} mangler underskrift",
            dates::number(tally.delegated),
            dates::number(tally.unsigned),
        ));
    }
    if left_out > 0 {
        let left_out = dates::count(left_out, "rute er", "ruter er");
        totals.push(format!("{left_out} bestilt færdig og ikke med her"));
    }
    totals
}

fn summary(sheet: &RouteSheet) -> SummaryRow {
    SummaryRow {
        number: dates::number(sheet.number),
        name: name(sheet),
        handling: sheet.decision.handling.map_or("", facts::handling_label),
        decided: sheet.decision.is_decided(),
        orders: sheet.orders.iter().map(|order| summary_order(sheet, &order.order)).collect(),
    }
}

fn summary_order(sheet: &RouteSheet, order: &Order) -> SummaryOrder {
    let named = sheet.orders.iter().find(|other| other.order.kind == order.kind);
    // Those that a rule asks for have lines too.
    let lines = named.map_or(0, |other| other.signatures.len());
    order_summary(order, lines - order.ruled.unnamed.len().min(lines))
}

/// An order in few words; `named` of its signers are known.
pub(in crate::text) fn order_summary(order: &Order, named: usize) -> SummaryOrder {
    let what = match order.kind {
        OrderKind::Close => "Nedlæg",
        OrderKind::Establish => "Etabler",
    };
    SummaryOrder {
        order: match order.form {
            Some(form) => format!("{what}, {}", activity_reference(form)),
            None => what.to_owned(),
        },
        by: if order.by_old_operations() { "Gammelt system" } else { "Nyt system" },
        delegated: yes_no(order.delegated()),
        moment: order.moment.map_or("?", facts::moment_label),
        signatures: match order.signing {
            Signing::NotNeeded => "–".to_owned(),
            Signing::Unclear => "Afklar underskriver".to_owned(),
            Signing::Lacking(lacking) => {
                format!("{lacking} af {} mangler", named + order.ruled.unnamed.len())
            }
            Signing::Complete => format!("{named} af {named}"),
        },
    }
}

/// Yes, no, or not decided.
pub(super) const fn yes_no(answer: Option<bool>) -> &'static str {
    match answer {
        Some(true) => "Ja",
        Some(false) => "Nej",
        None => "?",
    }
}

/// The route's name as it stands on paper.
pub(super) fn name(sheet: &RouteSheet) -> String {
    if sheet.name.is_empty() { "Rute uden navn".to_owned() } else { sheet.name.clone() }
}
