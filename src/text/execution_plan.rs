//! "Eksekveringsoversigt": the plan in words, on its page and as a table for spreadsheets.

use super::documents::routes::{SummaryOrder, order_summary};
use super::{activity_name, activity_reference, dates, facts, routes};
use crate::domain::case::{Case, OrderKind};
use crate::domain::guidance::{ExecutionPlan, Guidance, Order, Phase, Planned, Signing};
use crate::domain::spreadsheet::Cell;
use crate::domain::time::{Day, LocalTime};

pub const TITLE: &str = "Eksekveringsoversigt";
pub const LEAD: &str = "Alle bestillinger i den rækkefølge, de bliver udført. Hvornår en bestilling \
    bliver udført, følger af ruten. Inden for en fase kan du flytte den.";
pub const EMPTY: &str = "Der er ingen bestillinger endnu. De kommer, når ruterne er afgjort.";
pub const OPEN: &str = "Tidspunktet er ikke afgjort";
pub const OPEN_LEAD: &str = "Åbn ruten, og besvar det, der mangler. Så får bestillingen sin plads.";
pub const BACK: &str = "Til ruterne";
pub const SAVE: &str = "Hent eksekveringsoversigt";
pub const SAVE_SIGNATURES: &str = "Hent underskrifter";
pub const TABLE: &str = "Eksekveringsoversigt";
pub const SIGNATURES: &str = "Underskrifter";
pub const EARLIER: &str = "Op";
pub const LATER: &str = "Ned";
pub const MOVE: &str = "Flyt";
pub const MORE: &str = "Vis flere";
pub const COLUMNS: [&str; 7] =
    ["Nr.", "Rute", "Bestilling", "Bestiller", "Delegeret", "Underskrifter", "Afgivet"];
const ORDER_ID: &str = "BestillingsID";
const SIGNATURE_COLUMNS: [&str; 9] = [
    "Underskriver",
    "Organisation",
    "Rute",
    "Rute-id på SP",
    "Bestilling",
    "Bedt om",
    "Skrevet under",
    "Reference",
    ORDER_ID,
];

/// An order as a line of the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct PlanLine {
    pub number: String,
    pub route: String,
    pub order: String,
    pub by: &'static str,
    pub delegated: &'static str,
    pub signatures: String,
    /// The day it was placed; empty until then.
    pub placed: String,
}

/// "I servicevinduet: nedlæg (12 bestillinger)".
pub fn phase_title(phase: &Phase) -> String {
    let what = match phase.kind {
        OrderKind::Close => "nedlæg",
        OrderKind::Establish => "etabler",
    };
    format!(
        "{}: {what} ({})",
        facts::moment_label(phase.moment),
        dates::count(phase.orders.len(), "bestilling", "bestillinger"),
    )
}

/// "BestillingsID: BEST-4711", or that there is none yet.
pub fn order_id(id: &str) -> String {
    if id.is_empty() {
        "Der er intet BestillingsID endnu. Det står under »Forbered ruter« på Ruter.".to_owned()
    } else {
        format!("{ORDER_ID} på alle bestillinger: {id}")
    }
}

/// What a button that moves an order is called: "Op: Nedlæg R12".
pub fn move_label(word: &str, line: &PlanLine) -> String {
    format!("{word}: {} ({})", line.route, line.order)
}

/// A line of the plan.
pub fn plan_line(
    case: &Case,
    guidance: &Guidance,
    planned: &Planned,
    local: impl Fn(i64) -> LocalTime,
) -> PlanLine {
    let Some(order) = order_of(guidance, planned) else { return PlanLine::default() };
    let route = case.routes.get(&planned.route);
    let named = route.map_or(0, |route| route.signatures(planned.kind).count());
    let SummaryOrder { order: what, by, delegated, signatures, .. } = order_summary(order, named);
    PlanLine {
        number: dates::number(planned.number),
        route: route_name(case, planned),
        order: what,
        by,
        delegated,
        signatures,
        placed: order.placed.as_ref().map_or(String::new(), |it| dates::day(local(it.at).day)),
    }
}

/// The plan as rows of a table, its heading first.
pub fn plan_rows(
    case: &Case,
    guidance: &Guidance,
    plan: &ExecutionPlan,
    local: impl Fn(i64) -> LocalTime,
) -> Vec<Vec<Cell>> {
    let mut head = COLUMNS.map(Cell::from).to_vec();
    head.splice(1..1, ["Fase", "Aktivitet"].map(Cell::from));
    head.extend(["Rute-id på SP", ORDER_ID].map(Cell::from));
    let mut rows = vec![head];
    let mut row = |planned: &Planned, number: Cell, phase: &str, activity: String| {
        let line = plan_line(case, guidance, planned, &local);
        let reference = case.routes.get(&planned.route).map_or("", |route| &route.reference);
        let placed = order_of(guidance, planned).and_then(|order| order.placed.as_ref());
        rows.push(vec![
            number,
            phase.into(),
            activity.into(),
            line.route.into(),
            line.order.into(),
            line.by.into(),
            line.delegated.into(),
            line.signatures.into(),
            Cell::day(placed.map(|it| local(it.at).day)),
            reference.into(),
            case.order_id.as_str().into(),
        ]);
    };
    for phase in &plan.phases {
        for planned in &phase.orders {
            let activity = activity_reference(phase.activity);
            let number = Cell::Count(planned.number as u32);
            row(planned, number, facts::moment_label(phase.moment), activity);
        }
    }
    for planned in &plan.open {
        row(planned, "".into(), OPEN, String::new());
    }
    rows
}

/// The signatures that delegated orders need, as rows of a table; whoever signs for many stands together.
pub fn signature_rows(case: &Case, guidance: &Guidance, plan: &ExecutionPlan) -> Vec<Vec<Cell>> {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let planned = plan.phases.iter().flat_map(|phase| &phase.orders).chain(&plan.open);
    for planned in planned {
        let Some(route) = case.routes.get(&planned.route) else { continue };
        let Some(order) = order_of(guidance, planned) else { continue };
        if order.delegated() == Some(false) {
            continue;
        }
        let named: Vec<_> = route.signatures(planned.kind).map(|(_, it)| it).collect();
        let mut row =
            |signer: &str, organisation: &str, days: [Option<Day>; 2], reference: &str| {
                rows.push(vec![
                    signer.into(),
                    organisation.into(),
                    route_name(case, planned).into(),
                    route.reference.as_str().into(),
                    order_summary(order, named.len()).order.into(),
                    Cell::day(days[0]),
                    Cell::day(days[1]),
                    reference.into(),
                    case.order_id.as_str().into(),
                ]);
            };
        for it in &named {
            let organisation = case.organisation_name(it.organisation).unwrap_or_default();
            row(&it.signer, organisation, [it.asked, it.signed], &it.reference);
        }
        for unnamed in &order.ruled.unnamed {
            match case.organisation_name(unnamed.organisation) {
                Some(organisation) => row("", organisation, [None; 2], ""),
                None => row(UNCLEAR, "", [None; 2], ""),
            }
        }
        if order.signing == Signing::Unclear {
            row(UNCLEAR, "", [None; 2], "");
        }
    }
    // By signer, in the order of their first line.
    let mut together = vec![SIGNATURE_COLUMNS.map(Cell::from).to_vec()];
    let mut signers: Vec<[Cell; 2]> = Vec::new();
    for row in &rows {
        let signer = [row[0].clone(), row[1].clone()];
        if !signers.contains(&signer) {
            signers.push(signer);
        }
    }
    for signer in signers {
        together.extend(rows.iter().filter(|row| row[..2] == signer).cloned());
    }
    together
}

const UNCLEAR: &str = "Afklar underskriver";

fn order_of<'a>(guidance: &'a Guidance, planned: &Planned) -> Option<&'a Order> {
    let orders = guidance.routes.get(&planned.route)?.orders.iter();
    orders.clone().find(|order| order.kind == planned.kind)
}

fn route_name(case: &Case, planned: &Planned) -> String {
    let name = case.routes.get(&planned.route).map(|route| route.name.as_str()).unwrap_or_default();
    if name.is_empty() { routes::UNNAMED.to_owned() } else { name.to_owned() }
}

/// In which activity the orders of a phase are carried out, and why then.
pub fn phase_why(phase: &Phase) -> String {
    let (reference, name) = (activity_reference(phase.activity), activity_name(phase.activity));
    format!("{reference} {name}. {}", facts::moment_why(phase.moment, phase.kind))
}
