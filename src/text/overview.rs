//! The words of the page "Overblik".

use super::dates::{count, number};
use crate::domain::guidance::{FindingKind, Outcome, Pending};

pub const LEAD: &str =
    "Hvis tur det er, hvad der venter, hvad der er galt, og hvor langt sagen er.";
pub const FIGURES: &str = "Sagen i tal";
pub const WHOSE_TURN: &str = "Hvis tur er det nu?";
pub const MY_ROLE: &str = "Din rolle";
pub const NOBODYS_TURN: &str = "Ingen har turen lige nu. Se under Forløbet, hvad der ventes på.";
pub const FINISHED: &str =
    "Sagen er gennemført: skiftet fra det ene it-system til det andet er på plads.";
pub const FINDINGS: &str = "Afvigelser";
pub const NO_FINDINGS: &str = "Der er ingen afvigelser.";
pub const SHOW_FEWER: &str = "Vis færre";
pub const CONFLICT: &str = "Konflikt";
pub const WRITE_THIRD: &str = "Eller skriv noget tredje";
pub const CHOOSE_THIRD: &str = "Eller vælg noget tredje dér, hvor feltet står";
pub const USE_THIRD: &str = "Brug det, jeg har skrevet";
pub const CONFLICTS: &str = "Konflikter";
pub const CONFLICTS_LEAD: &str = "To har skrevet hver sit uden at kende den andens. Begge dele er \
    beholdt. Vælg, hvad der gælder.";
pub const CHOOSE_THIS: &str = "Vælg denne";
pub const KEEP: &str = "Behold";
pub const REMOVE_ANYWAY: &str = "Fjern alligevel";
pub const COURSE: &str = "Forløbet";
pub const COURSE_LEAD: &str =
    "Alle aktiviteter i processen Udskift it-system. Åbn en linje for at se mere.";
pub const EMPTY_TITLE: &str = "Sagen er ny";
pub const EMPTY: &str = "Skriv først, hvilke it-systemer det drejer sig om, og hvem der er med. Så \
    kan alle se deres tur.";
pub const FILL_IN: &str = "Udfyld Stamdata";

/// "9 af 34".
pub fn of(done: usize, all: usize) -> String {
    format!("{} af {}", number(done), number(all))
}

pub const ACTIVITIES_DONE: &str = "aktiviteter udført";
pub const ROUTES_DECIDED: &str = "ruter afgjort";
pub const ORDERS_PLACED: &str = "bestillinger afgivet";

/// "afvigelser skal løses · 5 at se på".
pub fn findings_label(errors: usize, warnings: usize) -> String {
    let must = if errors == 1 { "afvigelse skal løses" } else { "afvigelser skal løses" };
    match warnings {
        0 => must.to_owned(),
        more => format!("{must} · {} at se på", number(more)),
    }
}

/// "Vis alle 12".
pub fn show_all(amount: usize) -> String {
    format!("Vis alle {}", number(amount))
}

/// What a role has to do besides its activities: "12 bestillinger er klar".
pub fn pending_text(pending: Pending) -> String {
    match pending {
        Pending::FirstRoute => "Tilføj den første rute til ruteoverblikket".to_owned(),
        Pending::Decisions(n) => format!("{} skal afgøres", count(n, "rute", "ruter")),
        Pending::Signatures(n) => {
            format!("{} mangler underskrift", count(n, "delegering", "delegeringer"))
        }
        Pending::OrdersReady(n) => format!("{} er klar", count(n, "bestilling", "bestillinger")),
        Pending::OrdersWaiting(n) => format!("{} venter", count(n, "bestilling", "bestillinger")),
        Pending::Receipts(n) => format!("{} mangler", count(n, "kvittering", "kvitteringer")),
        Pending::Incidents(n) => format!("{} skal løses", count(n, "incident", "incidents")),
    }
}

/// "5 serviceaftaler".
pub fn agreements(amount: usize) -> String {
    count(amount, "serviceaftale", "serviceaftaler")
}

/// An attempt and its outcome, for a tile and a heading.
pub const fn outcome_word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Open => "I gang",
        Outcome::Postponed => "Udskudt",
        Outcome::RolledBack => "Rullet tilbage",
        Outcome::Succeeded => "Gennemført",
        Outcome::Rehearsed => "Øvet",
    }
}

pub fn attempt(number: u16) -> String {
    format!("Forsøg {number}")
}

pub const NO_WINDOW: &str = "servicevindue er ikke aftalt";

/// "servicevindue 24.11.2026 kl. 22.00".
pub fn window(start: &str) -> String {
    format!("servicevindue {start}")
}

/// What findings of one kind are called together.
pub const fn finding_group(kind: &FindingKind) -> &'static str {
    match kind {
        FindingKind::RouteUndecided(_) => "Ruter, der ikke er afgjort",
        FindingKind::AgreementMissing => "Nye webservice-ruter uden serviceaftale",
        FindingKind::SignerUnclear => "Delegeringer uden underskriver: Afklar underskriver",
        FindingKind::SignaturesLacking(_) => "Delegeringer, der mangler underskrift",
        FindingKind::OrderIdMissing(_) => "Bestillinger uden BestillingsID",
        FindingKind::NobodyCloses => "Gamle ruter, som ingen nedlægger",
        FindingKind::ReplacedByNothing => "Ruter, der erstattes sammen, og ikke er hele",
        FindingKind::ClosedTwice { .. } => "Gamle ruter, der nedlægges to gange",
        FindingKind::PlanContradiction { .. } => {
            "Bestillinger i forkert rækkefølge i eksekveringsoversigten"
        }
        FindingKind::GoWithOpenFindings(_) => "Gennemført trods afvigelser",
        FindingKind::WindowEndsBeforeStart => "Servicevinduer, der slutter for tidligt",
        FindingKind::PlannedOutsideWindow(_) => "Trin, der er planlagt uden for servicevinduet",
        FindingKind::RoleWithoutPerson(_) => "Roller uden en navngiven person",
        FindingKind::OperatorMissing => "It-systemer uden forvaltningsansvarlig",
        FindingKind::OutOfOrder => "Aktiviteter registreret før tur",
        FindingKind::BasisLost => "Aktiviteter, der har mistet deres grundlag",
        FindingKind::Conflict => "Konflikter",
        FindingKind::LooksLikeCpr => "Tekster, der ligner CPR-numre",
    }
}

/// "og 12 flere".
pub fn and_more(amount: usize) -> String {
    format!("og {} flere", number(amount))
}
