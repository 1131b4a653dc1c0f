//! The words of the page "Indlæs ruteliste".

use super::dates::{count, number};
use crate::domain::case::{Case, Field, Id, RouteField, SystemField, Value};
use crate::domain::route_overview::{Change, Fact, PartyChange};
use crate::domain::spreadsheet::column_name;

pub const TITLE: &str = "Indlæs ruteliste";
pub const LEAD: &str = "Tag listen over ruter fra SP's Helpdesk, eller jeres egen, ind i sagen. \
    Intet er skrevet i sagen, før du siger til.";
pub const BACK: &str = "Tilbage til ruterne";
pub const DROP_HERE: &str = "Slip listen her for at læse den";

pub const CHOOSE: &str = "1. Hent listen";
pub const PASTED: &str = "Rækker fra regnearket";
pub const PASTED_HINT: &str = "Markér rækkerne i regnearket, også overskrifterne. Kopiér dem, og sæt dem ind her: så læses de.";
pub const READ: &str = "Læs listen";
pub const FILE: &str = "Vælg fil";
pub const FILE_HINT: &str = "Eller vælg en fil, eller slip den på siden: CSV, TSV, TXT eller XLSX.";
pub const PASTED_NAME: &str = "Indsat liste";
pub const NO_INFLATE: &str = "Denne browser kan ikke åbne XLSX-filer. Gem arket som CSV, eller \
    kopiér rækkerne, og sæt dem ind her.";

pub const COLUMNS: &str = "2. Hvad står i kolonnerne?";
pub const COLUMNS_LEAD: &str =
    "Ret det, der er gættet forkert. Dit valg huskes til næste liste med samme overskrifter.";
pub const COLUMNS_TABLE: &str = "De første rækker";
pub const ROW: &str = "Række";
pub const LEFT_OUT: &str = "Tages ikke med";
pub const HEAD: &str = "Overskrifter";
pub const NO_HEAD: &str = "Ingen overskrifter";
pub const NEXT: &str = "Fortsæt";
pub const OTHER_LIST: &str = "Vælg en anden liste";

pub const CHECK: &str = "3. Se, hvad der kommer ind";
pub const TO_COLUMNS: &str = "Ret kolonnerne";
pub const BAD: &str = "Rækker, der skal rettes";
pub const BAD_LEAD: &str = "Ret dem her, eller lad dem blive ude: kun rækker uden fejl kommer med.";
pub const NOTES: &str = "Læg mærke til";
pub const SKIPPED: &str = "Rækker, der er sprunget over";
pub const TAKE_ALL: &str = "Vælg alle";
pub const NOTHING_NEW: &str = "Der er intet nyt i listen.";
pub const DECISION: &str = "en beslutning i sagen";
pub const CHANGED_LEAD: &str = "Før → efter. Beslutninger i sagen, og det, listen ville tømme, bliver stående, til du vælger det.";
pub const GONE_LEAD: &str = "De står i sagen, men ikke i listens rækker uden fejl. Vælg dem, der \
    skal fjernes.";
pub const PARTIES_LEAD: &str = "Listen nævner en organisation for disse it-systemer.";
pub const MORE: &str = "Vis flere";

pub const SAME_SPELLING: &str = "Samme organisation?";
pub const SAME_SPELLING_LEAD: &str = "Navnene ligner hinanden. Er det én organisation, så vælg det \
    navn, den skal have: alt, hvad de andre står for, bliver dens.";
pub const SPELLINGS: &str =
    " Nogle organisationer er stavet på flere måder. Gør dem til én under »Stamdata«.";

pub fn use_spelling(name: &str) -> String {
    format!("Brug »{name}«")
}

/// A choice of the row that the headings are in.
pub fn head_row(row: u32) -> String {
    format!("Overskrifter står i række {row}")
}

/// Said of what was guessed: the row of the headings, if any.
pub fn head_guessed(row: Option<u32>) -> String {
    match row {
        Some(row) => format!("Gættet er række {row}. Vælg en anden, hvis det er forkert."),
        None => "Listen har ingen overskrifter, der kan genkendes. Vælg rækken, hvis den har."
            .to_owned(),
    }
}

/// A column's select, by the letters that a spreadsheet has over it.
pub fn column_label(at: usize, heading: &str) -> String {
    let letters = column_name(at);
    if heading.is_empty() { format!("Kolonne {letters}") } else { format!("{letters}: {heading}") }
}

/// Columns without anything in them.
pub fn empty_columns(columns: usize) -> String {
    format!("{} er sprunget over.", count(columns, "tom kolonne", "tomme kolonner"))
}

pub fn empty_rows(rows: usize) -> String {
    format!("{} er sprunget over.", count(rows, "tom række", "tomme rækker"))
}

/// "Række 17: Adresser".
pub fn row_name(row: u32, name: &str) -> String {
    if name.is_empty() { format!("Række {row}") } else { format!("Række {row}: {name}") }
}

/// The label of a cell to be mended.
pub fn cell_label(heading: &str, row: u32) -> String {
    format!("{heading}, række {row}")
}

pub fn new_routes(routes: usize) -> String {
    format!("Nye ruter ({})", number(routes))
}

pub fn changed_routes(routes: usize) -> String {
    format!("Ændrede ruter ({})", number(routes))
}

pub fn gone_routes(routes: usize) -> String {
    format!("Ruter, der ikke er i listen ({})", number(routes))
}

pub fn parties(systems: usize) -> String {
    format!("Hvem står for it-systemerne ({})", number(systems))
}

pub fn same_routes(routes: usize) -> String {
    let routes = count(routes, "rute", "ruter");
    format!("{routes} står i sagen, som listen har det.")
}

/// All changes of one fact: "Navn (12)".
pub fn field_of(heading: &str, routes: usize) -> String {
    format!("{heading} ({})", number(routes))
}

/// "Rutetype: SFTP → Webservice".
pub fn change_text(case: &Case, route: Id, change: &Change) -> String {
    let value =
        |value: &Value| super::fields::value_text(case, Field::Route(route, change.field), value);
    let after = match &change.after {
        Fact::Named(name) => name.clone(),
        Fact::Value(after) => value(after),
    };
    let heading = field_heading(change.field);
    let note = if change.is_decision() { format!(" ({DECISION})") } else { String::new() };
    format!("{heading}: {} → {after}{note}", value(&change.before))
}

pub fn field_heading(field: RouteField) -> &'static str {
    super::route_words::heading(crate::domain::route_overview::Column::Fact(field))
}

/// "Forvaltningsansvarlig for Ældreplan: A → B".
pub fn party_text(case: &Case, change: &PartyChange) -> String {
    let part = match change.field {
        SystemField::Manager => "Systemansvarlig",
        _ => "Forvaltningsansvarlig",
    };
    let mut text = format!("{part} for {}: ", change.system);
    if let Some(before) = case.organisation_name(change.before) {
        text.push_str(before);
        text.push_str(" → ");
    }
    text.push_str(&change.after);
    if !change.others.is_empty() {
        text.push_str(&format!(" (andre rækker siger {})", super::dates::list(&change.others)));
    }
    text
}

/// The button that writes.
pub fn bring_in(taken: usize, removed: usize) -> String {
    let ruter = count(taken, "rute", "ruter");
    let removing = count(removed, "rute", "ruter");
    match (taken, removed) {
        (_, 0) => format!("Indlæs {ruter}"),
        (0, _) => format!("Fjern {removing}"),
        _ => format!("Indlæs {ruter} og fjern {removing}"),
    }
}

/// Said when it is done, and what "Fortryd" then takes back.
pub fn brought_in(new: usize, changed: usize, removed: usize) -> String {
    let mut parts = Vec::new();
    let mut part = |number, done: &str| {
        if number > 0 {
            parts.push(format!("{} er {done}", count(number, "rute", "ruter")));
        }
    };
    part(new, "indlæst");
    part(changed, "rettet");
    part(removed, "fjernet");
    if parts.is_empty() { "Listen er indlæst".to_owned() } else { super::dates::list(&parts) }
}

pub fn brought_in_notice(what: &str, are_spellings: bool) -> String {
    let spellings = if are_spellings { SPELLINGS } else { "" };
    format!("{what}. Det hele tages tilbage på én gang med »Fortryd«.{spellings}")
}

/// Said when it is stopped before anything was written.
pub const STOPPED: &str = "Afbrudt. Intet er skrevet i sagen.";
