//! The words of the page "Stamdata": the parties of a case, and what it is about.

use super::{dates, role_short};
use crate::domain::case::{EntityKind, Usage};
use crate::domain::process::Role;

pub const LEAD: &str = "Skriv, hvilke it-systemer, organisationer og personer sagen handler om, og \
    hvem der har hvilken rolle.";

pub const CASE: &str = "Sagen";
pub const TITLE: &str = "Sagens navn";
pub const NOTE: &str = "Bemærkning";
pub const ORDER_ID: &str = "BestillingsID";
pub const ORDER_ID_HINT: &str = "Kommer med mail fra SP's Helpdesk, når ydelsen er bestilt (2.2 \
    pkt. 1). Det bruges i alle sagens bestillinger.";

pub const ROLES: &str = "Hvem har hvilken rolle";
pub const ROLES_TABLE: &str = "Tabel over rollerne";
pub const ROLES_LEAD: &str = "Organisationerne følger af it-systemerne nedenfor, personerne af \
    deres roller.";
pub const ROLE: &str = "Rolle";
pub const ROLE_ORGANISATIONS: &str = "Organisation";
pub const ROLE_PEOPLE: &str = "Personer";
pub const MISSING: &str = "Mangler";
pub const HELPDESK_ORGANISATION: &str = "Fælles for alle sager";

pub const MAIN_SYSTEMS: &str = "Gammelt og nyt it-system";
pub const OLD_SYSTEM: &str = "Gammelt it-system";
pub const NEW_SYSTEM: &str = "Nyt it-system";
pub const SAME_SYSTEM: &str = "Det gamle og det nye it-system er det samme. Vælg et andet.";
pub const CHOOSE_SYSTEM: &str = "It-system";
pub const MANAGER: &str = "Systemansvarlig organisation";
pub const OPERATOR: &str = "Forvaltningsansvarlig organisation";
pub const OPERATOR_HINT: &str = "Den, der har driftsansvaret: kommunen, en leverandør eller en \
    tredjepart.";

pub const INVOLVED: &str = "Involverede it-systemer";
pub const INVOLVED_LEAD: &str = "It-systemerne i den anden ende af ruterne. De kommer også til, når \
    du skriver dem på en rute.";
pub const NO_INVOLVED: &str = "Der er ingen involverede it-systemer endnu.";
pub const ORGANISATIONS: &str = "Organisationer";
pub const ORGANISATIONS_LEAD: &str = "Kommuner, leverandører og andre, der har et ansvar i sagen.";
pub const NO_ORGANISATIONS: &str = "Der er ingen organisationer endnu.";
pub const AUTHORITIES: &str = "Myndigheder";
pub const AUTHORITIES_LEAD: &str = "De myndigheder, hvis data ruterne bærer.";
pub const NO_AUTHORITIES: &str = "Der er ingen myndigheder endnu.";
pub const PEOPLE: &str = "Personer";
pub const PEOPLE_LEAD: &str = "De, der skal have besked og stå på tjeklisterne. En person kan have \
    flere roller, og en rolle kan have flere personer.";
pub const NO_PEOPLE: &str = "Der er ingen personer endnu. Begynd med dem, du taler med i forvejen.";

pub const NAME: &str = "Navn";
pub const INITIALS: &str = "Initialer";
pub const ORGANISATION: &str = "Organisation";
pub const EMAIL: &str = "E-mail";
pub const PHONE: &str = "Telefon";
pub const PERSON_ROLES: &str = "Roller";
pub const ADD: &str = "Tilføj";
pub const REMOVE: &str = "Fjern";
pub const ADD_EMPTY: &str = "Skriv et navn først.";

/// What the name of a new one is asked by.
pub const fn add_label(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Organisation => "Ny organisation",
        EntityKind::Authority => "Ny myndighed",
        EntityKind::System => "Nyt involveret it-system",
        EntityKind::Person => "Ny person",
        EntityKind::Route => "Ny rute",
        EntityKind::Agreement => "Ny serviceaftale",
    }
}

/// What something without a name is called.
pub const fn unnamed(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Organisation => "Organisation uden navn",
        EntityKind::Authority => "Myndighed uden navn",
        EntityKind::System => "It-system uden navn",
        EntityKind::Person => "Person uden navn",
        EntityKind::Route => "Rute uden navn",
        EntityKind::Agreement => "Serviceaftale uden navn",
    }
}

pub fn added(name: &str) -> String {
    format!("»{name}« er tilføjet.")
}

/// Where something is used: "Bruges af 2 it-systemer og 14 ruter."
pub fn used_by(usage: Usage) -> Option<String> {
    users(usage).map(|users| format!("Bruges af {users}."))
}

/// What was removed, what lost it, and the way back.
pub fn removed(name: &str, usage: Usage) -> String {
    match users(usage) {
        None => format!("»{name}« er fjernet. Du kan tage det tilbage med »Fortryd«."),
        Some(users) => format!(
            "»{name}« er fjernet, men blev brugt af {users}. Vælg noget andet der, eller tag det \
             tilbage med »Fortryd«."
        ),
    }
}

/// A folded system: "Systemansvarlig: Nordlund Kommune · Forvaltningsansvarlig: mangler".
pub fn system_line(manager: Option<&str>, operator: Option<&str>) -> String {
    let [manager, operator] = [manager, operator].map(|name| name.unwrap_or("mangler"));
    format!("Systemansvarlig: {manager} · Forvaltningsansvarlig: {operator}")
}

/// A folded person: "Fyrtårn A/S · Forvaltningsansvarlig (nyt)".
pub fn person_line(organisation: Option<&str>, roles: impl Iterator<Item = Role>) -> String {
    let roles: Vec<String> = roles.map(|role| role_short(role).to_owned()).collect();
    let roles = if roles.is_empty() { "ingen rolle".to_owned() } else { dates::list(&roles) };
    format!("{} · {roles}", organisation.unwrap_or("ingen organisation"))
}

fn users(usage: Usage) -> Option<String> {
    let counted = [
        (usage.systems, "it-system", "it-systemer"),
        (usage.people, "person", "personer"),
        (usage.agreements, "serviceaftale", "serviceaftaler"),
        (usage.routes, "rute", "ruter"),
    ];
    let case = usage.old_system || usage.new_system;
    let users: Vec<String> = case
        .then(|| "sagen selv".to_owned())
        .into_iter()
        .chain(
            counted
                .into_iter()
                .filter(|(amount, ..)| *amount > 0)
                .map(|(amount, one, many)| dates::count(amount, one, many)),
        )
        .collect();
    (!users.is_empty()).then(|| dates::list(&users))
}
