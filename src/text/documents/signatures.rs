//! Underskriftsark in Danish: a sheet per signer with the orders that the signature delegates, and lines to sign on.

use super::super::{dates, routes, signatures};
use super::{Document, HeadText, NOT_FILLED_IN, head};
use crate::domain::case::{Case, Id, OrderKind, RouteSide};
use crate::domain::documents::Head;
use crate::domain::guidance::{Guidance, RouteContext};
use crate::domain::process::Role;
use crate::domain::signers::{SheetRow, SheetSigner, SignatureList};

/// The whole document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignaturePaper {
    pub head: HeadText,
    /// Empty where there is none yet: a line to write it on.
    pub order_id: String,
    pub sheets: Vec<SignerSheet>,
    /// That there are orders of which it is not settled who signs.
    pub unclear: Option<String>,
}

/// One signer's sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignerSheet {
    pub signer: String,
    pub what: String,
    pub counts: String,
    /// As many cells as there are columns.
    pub rows: Vec<[String; 6]>,
    /// Whether anything on it is still to be signed.
    pub is_open: bool,
}

pub const COLUMNS: [&str; 6] =
    ["Nr.", "Rute", "Rute-id", "Bestilling", "Fra → til", "Underskrevet"];
pub const ALL_SIGNED: &str = "Alt på arket er underskrevet.";

/// The sheets in words: those of one signer, or of all; with `only_open`, what is signed is left out.
pub fn signature_paper(
    case: &Case,
    guidance: &Guidance,
    about: &Head,
    list: &SignatureList,
    only: Option<&SheetSigner>,
    only_open: bool,
    clock: super::Clock,
) -> SignaturePaper {
    let orderer = RouteContext::of(case).orderer(Role::NewOperations);
    let orderer = case.organisation_name(orderer).unwrap_or(NOT_FILLED_IN);
    let sheets = list.sheets.iter().filter(|(signer, _)| only.is_none_or(|only| only == signer));
    let sheets = sheets.filter_map(|(signer, rows)| {
        let rows: Vec<&SheetRow> =
            rows.iter().filter(|row| !only_open || row.signed.is_none()).collect();
        let name = signatures::signer_name(case, signer);
        let row = |(place, row)| cells(case, guidance, place, row);
        (!rows.is_empty()).then(|| SignerSheet {
            what: format!("Med sin underskrift delegerer {name} disse bestillinger til {orderer}."),
            counts: signatures::counts(signatures::progress(rows.iter().copied())),
            is_open: rows.iter().any(|row| row.signed.is_none()),
            rows: rows.iter().copied().enumerate().map(row).collect(),
            signer: name,
        })
    });
    let unclear = list.unclear.len();
    SignaturePaper {
        sheets: sheets.collect(),
        head: head(Document::Signatures, about, case, None, clock),
        order_id: case.order_id.clone(),
        unclear: (unclear > 0 && only.is_none()).then(|| {
            let orders = dates::count(unclear, "bestilling", "bestillinger");
            format!("{orders} er ikke med, fordi det ikke er afklaret, hvem der skriver under.")
        }),
    }
}

fn cells(case: &Case, guidance: &Guidance, place: usize, row: &SheetRow) -> [String; 6] {
    let route = case.routes.get(&row.route);
    let name = route.map(|route| route.name.as_str()).filter(|name| !name.is_empty());
    let side = side(guidance, row.route, row.order).unwrap_or_default();
    let signed = row.signed.map(|day| {
        let day = dates::day(day);
        let parts = [day.as_str(), &row.signer, &row.reference];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    });
    [
        dates::number(place + 1),
        name.unwrap_or(routes::UNNAMED).to_owned(),
        route.map(|route| route.reference.clone()).unwrap_or_default(),
        signatures::order(row.order).to_owned(),
        signatures::between(case, side.from, side.to),
        signed.unwrap_or_default(),
    ]
}

fn side(guidance: &Guidance, route: Id, order: OrderKind) -> Option<RouteSide> {
    let decision = guidance.routes.get(&route)?;
    match order {
        OrderKind::Close => decision.old,
        OrderKind::Establish => decision.new,
    }
}
