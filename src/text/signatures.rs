//! The words of the page "Underskrifter" and of the sheets that are printed from it.

use super::{dates, route_page, routes, signer_rules};
use crate::domain::case::{Case, Id, OrderKind};
use crate::domain::guidance::{Guidance, Order, candidates};
use crate::domain::signers::{Rule, Ruling, SheetRow, SheetSigner, Why};

pub const TITLE: &str = "Underskrifter";
pub const LEAD: &str = "Alle delegerede bestillinger, samlet efter hvem der skriver under. Ét ark kan \
    dække mange ruter.";
pub const EMPTY: &str = "Der er ingen delegerede bestillinger. De kommer her, når ruterne er afgjort, \
    og bestilleren ikke er part i ruten.";
pub const PRINT_ALL: &str = "Udskriv alle ark";
pub const PRINT_ONE: &str = "Udskriv arket";
pub const UNCLEAR: &str = "Afklar underskriver";
pub const UNCLEAR_LEAD: &str = "Om disse bestillinger vides det ikke, hvem der skriver under. Vælg \
    rækker, og udpeg en underskriver for dem.";
pub const UNCLEAR_ROWS: &str = "Bestillinger uden underskriver";
pub const SHEETS: &str = "Ark efter underskriver";
pub const ROUTE: &str = "Rute";
pub const ORDER: &str = "Bestilling";
pub const MAY_BE: &str = "Kan være";
pub const WHY: &str = "Hvorfor";
pub const STATE: &str = "Status";
pub const ASKED: &str = "Bedt om";
pub const SIGNED: &str = "Underskrevet";
pub const BY: &str = "Af";
pub const REFERENCE: &str = "Reference";
pub const NOTE_ASKED: &str = "Bedt om underskrift den";
pub const NOTE_SIGNED: &str = "Underskrevet den";
pub const SIGNED_BY: &str = "Underskrevet af (navn)";
pub const SIGNED_REFERENCE: &str = "Reference (mail eller sag)";
pub const NAME_SIGNER: &str = "Udpeg som underskriver";
pub const CHOOSE_FIRST: &str = "Vælg organisationen først.";
pub const ROWS_FIRST: &str = "Vælg mindst én række.";
pub const DAY_NEEDED: &str = "Skriv en dag.";
pub const NOTHING_LEFT: &str = "Der er ingen rækker tilbage at notere det på. Vælg rækker, hvis du \
    vil rette dem.";
pub const NO_NAME: &str = "Underskriver uden navn";
pub const UNKNOWN: &str = "Udfyld det under Stamdata";
pub const TO_ALL: &str = "Alle underskrifter";
const STILL: &str = "mangler";
const WAITING: &str = "spurgt";
const DONE: &str = "underskrevet";

/// How far one signature is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    Lacking,
    Asked,
    Signed,
}

impl Progress {
    pub const ALL: [Progress; 3] = [Progress::Lacking, Progress::Asked, Progress::Signed];

    pub fn of(row: &SheetRow) -> Progress {
        match (row.signed, row.asked) {
            (Some(_), _) => Progress::Signed,
            (None, Some(_)) => Progress::Asked,
            (None, None) => Progress::Lacking,
        }
    }

    pub const fn word(self) -> &'static str {
        match self {
            Progress::Lacking => "Mangler",
            Progress::Asked => "Spurgt",
            Progress::Signed => "Underskrevet",
        }
    }
}

/// How many of the rows are lacking, asked for and signed.
pub fn progress<'a>(rows: impl IntoIterator<Item = &'a SheetRow>) -> [usize; 3] {
    let mut counts = [0; 3];
    for row in rows {
        counts[Progress::of(row) as usize] += 1;
    }
    counts
}

/// Who signs a sheet, by name.
pub fn signer_name(case: &Case, signer: &SheetSigner) -> String {
    let name = match signer {
        SheetSigner::Organisation(id) => case.organisation_name(Some(*id)).unwrap_or_default(),
        SheetSigner::Person(name) => name,
    };
    if name.is_empty() { NO_NAME.to_owned() } else { name.to_owned() }
}

/// "38 bestillinger: 12 mangler, 20 spurgt, 6 underskrevet".
pub fn counts(counts: [usize; 3]) -> String {
    let all = dates::count(counts.iter().sum(), "bestilling", "bestillinger");
    let told = counts.into_iter().zip([STILL, WAITING, DONE]).filter(|(count, _)| *count > 0);
    let told: Vec<String> =
        told.map(|(count, word)| format!("{} {word}", dates::number(count))).collect();
    format!("{all}: {}", told.join(", "))
}

/// What the order does, in a word.
pub fn order(order: OrderKind) -> &'static str {
    routes::order_verb(order)
}

/// What a button notes, and for which: "Notér spurgt for 3 valgte", or for all that lack it.
pub fn note(is_signed: bool, chosen: usize, left: usize) -> String {
    let what = if is_signed { DONE } else { WAITING };
    let for_whom = match (chosen, left) {
        (0, 0) => "de valgte".to_owned(),
        (0, 1) => "den ene, der mangler".to_owned(),
        (0, left) => format!("de {}, der mangler", dates::number(left)),
        (chosen, _) => dates::count(chosen, "valgt", "valgte"),
    };
    format!("Notér {what} for {for_whom}")
}

/// "Udpeg for 3 valgte".
pub fn name_for(chosen: usize) -> String {
    match chosen {
        0 => "Udpeg for de valgte".to_owned(),
        chosen => format!("Udpeg for {}", dates::count(chosen, "valgt", "valgte")),
    }
}

/// The table of a signer's orders.
pub fn table_of(signer: &str) -> String {
    format!("Bestillinger til {signer}")
}

/// Selects all the rows of a sheet.
pub fn choose_all(rows: usize) -> String {
    format!("Vælg alle {} rækker", dates::number(rows))
}

/// Selects a row: "Vælg R1, Nedlæg".
pub fn choose(route: &str, kind: OrderKind) -> String {
    format!("Vælg {route}, {}", order(kind))
}

/// What one step did to a sheet, as it stands on "Fortryd": "Noterede, at Nyt A/S er bedt om 38 underskrifter".
pub fn asked_step(signer: &str, rows: usize) -> String {
    let rows = dates::count(rows, "underskrift", "underskrifter");
    format!("Noterede, at {rows} er bedt om hos {signer}")
}

pub fn signed_step(signer: &str, rows: usize) -> String {
    format!("Noterede {} fra {signer}", dates::count(rows, "underskrift", "underskrifter"))
}

pub fn named_step(signer: &str, rows: usize) -> String {
    let rows = dates::count(rows, "bestilling", "bestillinger");
    format!("Udpegede {signer} til at skrive under på {rows}")
}

/// Said when it is done.
pub fn done(step: &str) -> String {
    format!("{step}. Tryk på Fortryd, hvis det var en fejl.")
}

pub const STOPPED: &str = "Stoppet, før noget blev noteret.";

/// What is told at the top of the rules that the site has.
pub fn uncovered(orders: usize) -> String {
    let orders = dates::count(orders, "delegeret bestilling", "delegerede bestillinger");
    format!("Ingen regel dækker {orders}. Afklar underskriver for dem.")
}

/// Which rules disagree, and on how many orders.
pub fn overlapping(rules: &[Rule], pairs: &[(usize, usize)], orders: usize) -> String {
    let orders = dates::count(orders, "delegeret bestilling", "delegerede bestillinger");
    let pairs = pairs.iter().map(|(one, other)| {
        let [one, other] = [one, other].map(|place| signer_rules::of_rule(rules, *place));
        format!("{one} og {other}")
    });
    let pairs = pairs.collect::<Vec<_>>().join("; ");
    format!("Om {orders} siger reglerne hver sit, og ingen af dem bruges der: {pairs}.")
}

/// Whom a rule asks for without the case saying who that is, and on how many orders.
pub fn unknown(rules: &[Rule], rule: usize, signer: usize, orders: usize) -> String {
    let orders = dates::count(orders, "bestilling", "bestillinger");
    let who = rules.get(rule).and_then(|it| it.signers.get(signer));
    let who = who.map(signer_rules::signer_text).unwrap_or_default();
    let rule = super::capital(&signer_rules::of_rule(rules, rule));
    format!("{rule} kræver {who}, som ikke er i sagen. Det gælder {orders}.")
}

/// Why it is not settled who signs an order, in a few words.
pub fn why(rules: &[Rule], why: Why) -> String {
    match why {
        Why::NoRules | Why::Unknown { .. } => "Ingen er udpeget".to_owned(),
        Why::Uncovered => "Ingen regel dækker den".to_owned(),
        Why::Overlap(one, other) => {
            let [one, other] = [one, other].map(|place| rule_number(rules, place));
            format!("{one} og {} siger hver sit", super::uncapital(&other))
        }
    }
}

/// Who may be the ones to sign, by name.
pub fn may_be(case: &Case, guidance: &Guidance, route: Id, kind: OrderKind) -> String {
    let decision = guidance.routes.get(&route);
    let order = decision.and_then(|decision| decision.order(kind));
    let all = decision.zip(order).map(|(decision, order)| candidates(case, decision, order));
    let names = all
        .into_iter()
        .flatten()
        .filter_map(|it| case.organisation_name(Some(it.organisation)).map(str::to_owned));
    names.collect::<Vec<_>>().join(", ")
}

/// What the site's rules say of an order, on its route's page; nothing where there are none.
pub fn ruling(case: &Case, order: &Order) -> Option<String> {
    let rules = &case.signer_rules;
    match order.ruled.by {
        Ruling::None => None,
        Ruling::Uncovered => Some("Ingen regel dækker bestillingen.".to_owned()),
        Ruling::Overlap(one, other) => {
            let [one, other] = [one, other].map(|place| signer_rules::of_rule(rules, place));
            Some(format!(
                "{} og {other} siger hver sit. Ingen af dem bruges.",
                super::capital(&one)
            ))
        }
        Ruling::Rule(place) => {
            let signers = rules.get(place).into_iter().flat_map(|rule| &rule.signers);
            let signers: Vec<String> = signers.map(signer_rules::signer_text).collect();
            let rule = super::capital(&signer_rules::with_source(rules, place));
            Some(format!("{rule} kræver underskrift fra {}.", dates::list(&signers)))
        }
    }
}

/// A button that names one whom a rule asks for: "Udpeg Nyt A/S efter regel 2".
pub fn name_by_rule(case: &Case, organisation: Id, place: usize) -> String {
    let name = case.organisation_name(Some(organisation)).unwrap_or_default();
    format!("Udpeg {name} efter {}", super::uncapital(&rule_number(&case.signer_rules, place)))
}

/// The end of a route in a printed line: "Borgerbasen → Løn Ny".
pub fn between(case: &Case, from: Option<Id>, to: Option<Id>) -> String {
    let name = |id| case.system_name(id).filter(|name| !name.is_empty());
    let [from, to] = [from, to].map(|id| name(id).unwrap_or(routes::SYSTEM_UNKNOWN));
    format!("{from} → {to}")
}

/// The rules that a sheet is under, each with its source.
pub fn by_rules(rules: &[Rule], places: &[usize]) -> Option<String> {
    let named: Vec<String> =
        places.iter().map(|place| signer_rules::with_source(rules, *place)).collect();
    (!named.is_empty()).then(|| format!("Efter {}.", dates::list(&named)))
}

/// "Regel 2".
pub fn rule_number(rules: &[Rule], place: usize) -> String {
    format!("Regel {}", rules.get(place).map_or(0, |rule| rule.number))
}

/// The heading of the hint under a sheet's form.
pub const FORM_HINT: &str = "Uden valgte rækker gælder det alle på arket, der mangler det.";
pub const HINT: &str = route_page::SIGNATURES_HINT;
