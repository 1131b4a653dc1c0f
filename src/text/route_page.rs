//! The words of a route's own page: its questions, its path, its orders.

use super::facts;
use crate::domain::case::{Addressing, Case, End, ReceiptField, RouteType, SignatureField};
use crate::domain::guidance::{Candidate, CandidatePart};

pub const LEAD: &str =
    "Hvad skal der ske med ruten, hvilke bestillinger følger af det, og hvem skal gøre hvad?";
pub const BACK: &str = "Ruter";
pub const TRAIL: &str = "Du er her";
pub const NEIGHBOURS: &str = "Andre ruter";
pub const PREVIOUS: &str = "Forrige rute";
pub const NEXT: &str = "Næste rute";
pub const GONE_TITLE: &str = "Ruten er ikke i sagen";
pub const GONE: &str =
    "Den kan være fjernet. Er den fjernet ved en fejl, så tryk på Fortryd, eller se Historik.";
pub const GO_BACK: &str = "Gå til Ruter";

pub const FINDINGS: &str = "Afvigelser på ruten";
pub const REFERENCE: &str = "Rute-id på SP";
pub const REFERENCE_HINT: &str = "Det id, SP's Helpdesk kender ruten på.";
pub const NAME: &str = "Rutens navn eller nummer";
pub const DECISION: &str = "Beslutning";
pub const HANDLING: &str = "Hvad skal der ske med ruten?";
pub const HANDLING_FIRST: &str = "Svar først på, hvad der skal ske med ruten.";
pub const ASKED_NOW: &str = "Næste spørgsmål";
pub const ALL_QUESTIONS: &str = "Vis alle spørgsmål";
pub const DECIDED: &str = "Ruten er afgjort.";
pub const GO_ON: &str = "Gå videre til den næste, der ikke er";
pub const TAKEN_OVER: &str = "Rutetype, systemer, myndighed og adressering følger med fra den gamle \
    rute, hvor de ikke er udfyldt her, med det nye it-system i det gamles sted: de samme taler \
    sammen på samme måde. Vælg selv, hvor den nye rute er anderledes.";
pub const AUTHORITY: &str = "Myndighed";
pub const ADDRESSING_HINT: &str =
    "Ja: ruten er eksplicit. Nej: afsender kender kun myndigheden, og ruten er implicit.";
pub const ACTIVE: &str = "Er ruten aktiv?";
pub const ACTIVE_HINT: &str =
    "En inaktiv rute kan nedlægges under forberedelsen. En aktiv lever til servicevinduet.";
pub const CLOSER: &str = "Hvem nedlægger?";
pub const CLOSER_HINT: &str = "Besluttes af Systemansvarlig (pkt. 13).";
pub const EARLY: &str = "Er nedlægningen bestilt før servicevinduet?";
pub const EARLY_HINT: &str = "Ja: ruten nedlægges i servicevinduet. Nej: \
    Forvaltningsansvarlig (gammelt) bestiller nedlægningen, når omlægningen er lykkedes (pkt. 22).";
pub const YES: &str = "Ja";
pub const NO: &str = "Nej";

pub const PARTY_HINT: &str =
    "Svaret er udledt. Tryk på det for at bekræfte det, eller på det andet for at ændre det.";
pub const PARTY_OPEN_HINT: &str =
    "Svaret kan ikke udledes endnu. Udfyld det, der mangler, eller svar selv med en begrundelse.";
pub const PARTY_REASON: &str = "Begrundelse for svaret på »Part i rute?«";
pub const PARTY_REASON_HINT: &str = "Skriv, hvorfor svaret er et andet end det udledte.";

pub const TOGETHER: &str = "Flere ruter, der erstattes sammen";
pub const TOGETHER_HINT: &str = "Én gammel rute kan blive til flere nye, og flere gamle til én ny. \
    Hver rute har stadig kun sine egne bestillinger: en gammel nedlægges én gang, og en ny \
    etableres én gang.";
pub const ADD_NEW: &str = "Tilføj endnu en ny rute for den samme gamle";
pub const ADD_NEW_HINT: &str = "Den får rutetype, systemer, myndighed og adressering fra den gamle \
    rute, med det nye it-system i det gamles sted. Rute-id, serviceaftale og bemærkning følger ikke \
    med: de er den gamle rutes egne.";
pub const JOIN: &str = "Erstattes sammen med …";
pub const JOIN_FIND: &str = "Find ruten";
pub const JOIN_HINT: &str = "Rutens navn, et it-system eller en myndighed.";
pub const JOIN_WHAT: &str = "Den anden gamle rute nedlægges, og den nye rute her erstatter dem \
    begge. Har den anden sin egen nye rute, beholder den den.";
pub const JOIN_CLOSED: &str = "Den rute, du vælger, har den nye rute, som erstatter dem begge.";
pub const JOIN_NONE: &str = "Ingen andre ruter passer på søgningen.";
pub const JOIN_MORE: &str = "Flere ruter passer. Skriv mere for at finde den rigtige.";
pub const PART: &str = "Skil fra";

/// Said when a line was added whose new route replaces the old one too.
pub fn new_added(name: &str) -> String {
    format!("Ruten »{name}« er tilføjet. Den skal etableres for den samme gamle rute.")
}

/// Said when lines were joined.
pub fn joined(name: &str) -> String {
    format!("Ruten erstattes nu sammen med »{name}«. Tryk på Fortryd, hvis det var en fejl.")
}

/// Said when a line was taken out.
pub fn parted(name: &str) -> String {
    format!("»{name}« erstattes ikke længere sammen med de andre.")
}

/// The name of one more new route: "R12, ny 2".
pub fn another_name(name: &str, number: usize) -> String {
    format!("{name}, ny {number}")
}

pub const PATH: &str = "Rutens vej gennem spørgsmålene";
pub const ORDERS: &str = "Bestillinger";
pub const NO_ORDERS: &str = "Der følger ingen bestillinger af svarene.";
pub const NO_ORDERS_YET: &str = "Bestillingerne vises, når spørgsmålene er besvaret.";

pub const FORM: &str = "Blanket";
pub const FORM_OPEN: &str = "Kan ikke vælges endnu";
pub const ORDERER: &str = "Bestiller";
pub const DELEGATION: &str = "Delegering";
pub const MOMENT: &str = "Udføres";
pub const MOMENT_OPEN: &str = "Kan ikke afgøres endnu";
pub const ORDER_ID_MISSING: &str = "Mangler. Skrives under pkt. 1 i Forbered ruter.";
pub const POSITION: &str = "Plads i eksekveringsoversigten";
pub const POSITION_HINT: &str = "Et tal fra 1: rækkefølgen, bestillingerne udføres i.";
pub const AGREEMENT: &str = "Serviceaftale";
pub const AGREEMENT_HINT: &str = "En ny webservice-rute skal være dækket af en serviceaftale.";

pub const SIGNATURES: &str = "Underskrifter på delegeringen";
pub const SIGNATURES_HINT: &str = "Bestillingen må først afgives, når hver underskrift er noteret. \
    Hvem der skal skrive under, står i KOMBITs tabel 2 om underskrifter ved delegering.";
pub const SIGNER_UNCLEAR: &str = "Afklar underskriver";
pub const SIGNER_UNCLEAR_WHY: &str = "Ingen er udpeget til at skrive under. Vælg, hvem det er.";
pub const ADD_OTHER: &str = "Tilføj anden underskriver";
pub const REMOVE_SIGNER: &str = "Fjern underskriver";
pub const SIGNER_REMOVED: &str =
    "Underskriveren er fjernet. Tryk på Fortryd, hvis det var en fejl.";
pub const SIGNED: &str = "Underskrevet";
pub const NOT_SIGNED: &str = "Mangler";

pub const RECEIPT: &str = "Kvittering";
pub const RECEIPT_IN_WINDOW: &str = "Bestillingen udføres ved omlægningen, og kvitteringen noteres";
pub const ON_CUTOVER: &str = "under Omlægning";
pub const NOTE: &str = "Bemærkning til ruten";
pub const OTHER: &str = "Navn og bemærkning";
pub const REMOVE: &str = "Fjern rute";
pub const REMOVE_HINT: &str = "Ruten tages ud af sagen. Det kan fortrydes.";
pub const REMOVED: &str = "Ruten er fjernet. Tryk på Fortryd, hvis det var en fejl.";

/// "Rute 17": how the page is headed.
pub fn heading(name: &str) -> String {
    if name.is_empty() { super::routes::UNNAMED.to_owned() } else { format!("Rute {name}") }
}

/// The answer to the question whose answer yes makes a route explicit.
pub const fn addressing_answer(addressing: Addressing) -> &'static str {
    match addressing {
        Addressing::Explicit => YES,
        Addressing::Implicit => NO,
    }
}

/// A system of a route: by the type's own name of its role.
pub const fn system_label(kind: Option<RouteType>, end: End) -> &'static str {
    facts::end_label(kind, end)
}

/// An answer with where it comes from: "Ja, fordi …"; without an answer what it lacks.
pub fn answer_because(answer: Option<&str>, because: &str) -> String {
    match answer {
        Some(answer) => format!("{answer}, {because}"),
        None => format!("{}: {because}", super::common::NOT_KNOWN_YET),
    }
}

/// What was derived, where someone answered otherwise.
pub fn derived_was(answer: Option<&str>, because: &str) -> String {
    format!("Udledt: {}", answer_because(answer, because))
}

/// A field of a signature.
pub const fn signature_label(field: SignatureField) -> &'static str {
    match field {
        SignatureField::Removed => REMOVE_SIGNER,
        SignatureField::Order => "Bestilling",
        SignatureField::Organisation => "Organisation",
        SignatureField::Signer => "Underskriver (navn)",
        SignatureField::Asked => "Bedt om underskrift den",
        SignatureField::Signed => "Underskrevet den",
        SignatureField::Reference => "Reference (mail eller sag)",
    }
}

/// A field of a receipt.
pub const fn receipt_label(field: ReceiptField) -> &'static str {
    match field {
        ReceiptField::State => RECEIPT,
        ReceiptField::Incident => "Hvad gik galt?",
        ReceiptField::Reference => "Incidentens reference",
        ReceiptField::Resolved => "Løst den",
    }
}

/// "Underskriver 1: Nyt A/S".
pub fn signer_heading(number: usize, organisation: Option<&str>) -> String {
    match organisation {
        Some(name) => format!("Underskriver {number}: {name}"),
        None => format!("Underskriver {number}"),
    }
}

/// A button that names a candidate as signer: "Tilføj Nyt A/S, forvaltningsansvarlig for Borgerplan".
pub fn add_candidate(case: &Case, candidate: Candidate) -> String {
    let name = case.organisation_name(Some(candidate.organisation)).unwrap_or_default();
    match candidate.part {
        CandidatePart::Operator(system) => format!(
            "Tilføj {name}, forvaltningsansvarlig for {}",
            case.system_name(Some(system)).unwrap_or_default()
        ),
        CandidatePart::Manager => format!("Tilføj {name}, systemansvarlig"),
    }
}
