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
pub const SUGGESTED: &str = "Forslag ud fra ruterne";
pub const SUGGESTED_LEAD: &str = "Ét forslag for hvert it-system, som nye webservice-ruter går til \
    eller kommer fra. Skal der være flere aftaler med et it-system, så opret dem selv, og flyt \
    ruterne.";
pub const OLD: &str = "Det gamle it-systems aftaler (pkt. 24)";
pub const OLD_LEAD: &str = "De gamle webservice-ruter samlet efter it-systemet i den anden ende. En \
    gammel serviceaftale kan først afsluttes, når ingen rute bruger den mere.";
pub const OLD_FREE: &str = "Kan afsluttes";
pub const OLD_USED: &str = "Bruges endnu";
pub const GO_TO_CLEANUP: &str = "Gå til pkt. 24";
pub const TO_CLOSE: &str = "skal nedlægges";
pub const STAYS: &str = "nedlægges ikke, eller er ikke afgjort";
pub const SEE_AGREEMENT: &str = "Se aftalen";
pub const SEE_AGREEMENTS: &str = "Se forslag under Serviceaftaler";
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

/// After some of a suggestion's routes: how many there are besides.
pub fn so_many_more(more: usize) -> String {
    format!("{} til", super::dates::number(more))
}

/// The choice of an agreement for a route in a list of routes.
pub fn agreement_of(route: &str) -> String {
    format!("Serviceaftale til {route}")
}

/// What an agreement covers or is to cover: "12 webservice-ruter".
pub fn routes(number: usize) -> String {
    count(number, "webservice-rute", "webservice-ruter")
}

/// "Opret aftalen", or that one which is there already takes the routes.
pub fn accept(agreement: Option<&str>) -> String {
    match agreement {
        Some(name) => format!("Knyt til »{name}«"),
        None => "Opret aftalen".to_owned(),
    }
}

/// "Tag imod alle 7 forslag".
pub fn accept_all(suggested: usize) -> String {
    format!("Tag imod alle {} forslag", super::dates::number(suggested))
}

/// What was done, for the notice and "Fortryd".
pub fn accepted(routes: usize) -> String {
    let covered = count(routes, "webservice-rute har", "webservice-ruter har");
    format!("{covered} fået en serviceaftale ud fra forslagene")
}

/// "3 af 12 webservice-ruter er nedlagt."
pub fn closed(closed: usize, all: usize) -> String {
    let all_of_them = count(all, "webservice-rute", "webservice-ruter");
    format!("{} af {all_of_them} er nedlagt.", super::dates::number(closed))
}

/// Which agreement a route is under, in a list of routes.
pub fn of_route(agreement: Option<&str>) -> String {
    match agreement {
        Some(name) => format!("Serviceaftale: {name}"),
        None => "Ingen serviceaftale".to_owned(),
    }
}
