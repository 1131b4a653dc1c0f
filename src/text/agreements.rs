//! The words of the page "Serviceaftaler".

use super::dates::count;
use crate::domain::case::AgreementField;

pub const LEAD: &str = "Hvilke serviceaftaler skal sagen have, hvor langt er hver af dem igennem \
    pkt. 9–12, og hvilke ruter dækker de?";
pub const ADD: &str = "Tilføj serviceaftale";
pub const CREATE: &str = "Opret serviceaftale";
pub const NEW_NAME: &str = "Serviceaftalens navn";
pub const NEW_NAME_HINT: &str = "Som regel servicens navn.";
pub const NEW_NAME_NEEDED: &str = "Skriv et navn til serviceaftalen.";
pub const NONE_TITLE: &str = "Der er ingen serviceaftaler endnu";
pub const NONE: &str = "Hver webservice-rute skal være dækket af en serviceaftale. Tilføj en \
    aftale, så får den sine egne fire trin: pkt. 9, 10, 11 og 12.";
pub const STEPS: &str = "Det skal der ske med hver aftale";
pub const NOT_NEEDED_TITLE: &str = "Sagen skal ikke have serviceaftaler";
pub const SKIPPED: &str = "Pkt. 9–12 springes over.";
pub const UNNAMED: &str = "Serviceaftale uden navn";
pub const WHICH: &str = "Skal der serviceaftaler til?";
pub const MORE: &str = "Er alle aftaler med?";

pub const COVERED: &str = "Ruter under aftalen";
pub const COVERED_NONE: &str = "Ingen ruter er knyttet til aftalen endnu.";
pub const LACKING: &str = "Webservice-ruter uden serviceaftale";
pub const LACKING_HINT: &str = "Vælg en aftale til ruten her, eller knyt den under aftalen.";
pub const LINK: &str = "Knyt til aftalen";
pub const UNLINK: &str = "Løs fra aftalen";
pub const REMOVE: &str = "Fjern serviceaftale";
pub const REMOVED: &str = "Serviceaftalen er fjernet. Tryk på Fortryd, hvis det var en fejl.";
pub const SAME_SYSTEM: &str = "Samme it-system som aftalen";

/// A field of an agreement.
pub const fn field_label(field: AgreementField) -> &'static str {
    match field {
        AgreementField::Name => "Aftalens navn",
        AgreementField::System => "It-systemet i den anden ende",
        AgreementField::Note => "Bemærkning til aftalen",
    }
}

/// "3 webservice-ruter uden serviceaftale".
pub fn lacking(lacking: usize) -> String {
    count(lacking, "webservice-rute uden serviceaftale", "webservice-ruter uden serviceaftale")
}

/// The routes that are not listed, because they are many.
pub fn and_more(more: usize) -> String {
    format!("og {} til. Se dem alle under Ruter.", super::dates::number(more))
}

/// The choice of an agreement for a route in a list of routes.
pub fn agreement_of(route: &str) -> String {
    format!("Serviceaftale til {route}")
}
