//! The words of the page "Ruter" and of an order where it is placed.

use super::dates::count;
use crate::domain::case::OrderKind;
use crate::domain::guidance::{RouteFilter, Signing};

pub const LEAD: &str =
    "Hvilke ruter har sagen, hvad skal der ske med hver af dem, og hvor langt er bestillingerne?";
pub const ADD: &str = "Tilføj rute";
pub const CREATE: &str = "Opret rute";
pub const NEW_NAME: &str = "Rutens navn eller nummer";
pub const NEW_NAME_HINT: &str = "Som ruten hedder i ruteoverblikket.";
pub const NEW_NAME_NEEDED: &str = "Skriv et navn eller nummer til ruten.";
pub const NEXT_UNDECIDED: &str = "Næste ubesluttede rute";

pub const NONE_TITLE: &str = "Der er ingen ruter endnu";
pub const NONE: &str = "Her samles ruteoverblikket (pkt. 7): hver rute til og fra det gamle \
    it-system og hver ny rute, med hvad der skal ske med den. Listen over de eksisterende ruter \
    kommer fra SP's Helpdesk (pkt. 6). Begynd med den første rute.";

pub const OVERVIEW: &str = "Ruteoverblik";
pub const SEARCH: &str = "Søg i ruterne";
pub const SEARCH_HINT: &str = "Rutens navn, et it-system eller en myndighed.";
pub const SHOW: &str = "Vis";
pub const TABLE: &str = "Ruter";
pub const NOT_FOUND: &str = "Ingen ruter passer på søgningen.";
pub const SHOW_ALL: &str = "Vis alle ruter";

pub const COLUMN_ROUTE: &str = "Rute";
pub const COLUMN_HANDLING: &str = "Handling";
pub const COLUMN_OLD: &str = "Gammel rute";
pub const COLUMN_NEW: &str = "Ny rute";
pub const COLUMN_ORDERS: &str = "Bestillinger";
pub const COLUMN_FINDINGS: &str = "Afvigelser";
pub const UNNAMED: &str = "Rute uden navn";
pub const UNDECIDED: &str = "Ikke afgjort";
pub const NO_ORDERS: &str = "Ingen";
pub const NO_FINDINGS: &str = "Ingen";

pub const TILE_ROUTES: &str = "ruter i alt";
pub const TILE_DECIDED: &str = "afgjort";
pub const TILE_ORDERS: &str = "bestillinger afgivet";
pub const TILE_UNSIGNED: &str = "bestillinger mangler underskrift";
pub const TILE_FINDINGS: &str = "ruter med afvigelser";

pub const BY_OLD: &str = "Ruter, som Forvaltningsansvarlig (gammelt) nedlægger";
pub const BY_OLD_NONE: &str =
    "Ingen ruter er sat til at blive nedlagt af Forvaltningsansvarlig (gammelt).";
pub const ORDER_ID: &str = "BestillingsID";
pub const ORDER_ID_HINT: &str =
    "Kommer med mail fra SP's Helpdesk og skrives i alle sagens bestillingsblanketter.";

pub const ORDERED: &str = "Bestilt";
pub const ORDER_ANYWAY: &str = "Markér bestilt alligevel";
pub const ORDER_REASON: &str = "Begrundelse for at bestille før tur";
pub const ORDER_REASON_HINT: &str =
    "Bestillingen venter stadig på noget. Skriv, hvorfor den alligevel er afgivet.";

/// A filter of the list.
pub const fn filter_label(filter: RouteFilter) -> &'static str {
    match filter {
        RouteFilter::All => "Alle ruter",
        RouteFilter::Undecided => "Kun ikke afgjorte",
        RouteFilter::WithFindings => "Med afvigelser",
        RouteFilter::Unsigned => "Mangler underskrift",
        RouteFilter::Ready => "Klar til bestilling",
    }
}

/// "Viser 12 af 40 ruter."
pub fn showing(shown: usize, all: usize) -> String {
    format!("Viser {} af {}.", super::dates::number(shown), count(all, "rute", "ruter"))
}

/// "Vis 50 flere".
pub fn show_more(more: usize) -> String {
    format!("Vis {} flere", super::dates::number(more))
}

/// "12 af 40".
pub fn part_of(part: usize, all: usize) -> String {
    format!("{} af {}", super::dates::number(part), super::dates::number(all))
}

/// What an order does to its route, in a word.
pub const fn order_verb(order: OrderKind) -> &'static str {
    match order {
        OrderKind::Close => "Nedlæg",
        OrderKind::Establish => "Etabler",
    }
}

/// What an order's signatures lack; nothing where they lack nothing.
pub fn signing(signing: Signing) -> Option<String> {
    match signing {
        Signing::NotNeeded | Signing::Complete => None,
        Signing::Unclear => Some("Afklar underskriver".to_owned()),
        Signing::Lacking(lacking) => {
            Some(format!("Mangler {}", count(lacking, "underskrift", "underskrifter")))
        }
    }
}

/// "Bestilt 21.11.2026 af Mette Holm (MH)."
pub fn ordered_by(day: &str, name: &str, initials: &str) -> String {
    match (name.is_empty(), initials.is_empty()) {
        (true, true) => format!("Bestilt {day}."),
        (true, false) => format!("Bestilt {day} af {initials}."),
        (false, true) => format!("Bestilt {day} af {name}."),
        (false, false) => format!("Bestilt {day} af {name} ({initials})."),
    }
}

pub const ORDER_BASIS_LOST: &str =
    "Bestilt, men det, bestillingen skulle vente på, er ikke på plads. Se, om den stadig holder.";

/// What an order's placing lacks when the reason was stated.
pub fn early(reason: &str) -> String {
    format!("Bestilt før tur: {reason}")
}

/// "A til B": from whom to whom the data go.
pub fn ends(from: &str, to: &str) -> String {
    format!("{from} til {to}")
}

pub const SYSTEM_UNKNOWN: &str = "ukendt";
