//! The words of the page "Ruter" and of an order where it is placed.

use super::dates::{count, list, number};
use super::facts;
use super::reasons::lacking_text;
use crate::domain::case::{Case, Handling, Id, OrderKind};
use crate::domain::guidance::{FromOrganisations, PickPart, RouteColumn, RouteFilter, Signing};

pub const TABLE_FILE: &str = "Ruteoverblik";
pub const SAVE_TABLE: &str = "Hent ruteoverblik";
pub const SAVE_TABLE_HINT: &str = "Filen åbner i et dansk Excel med en kolonne for hver oplysning om ruterne. Ret i den, og indlæs \
     den igen: så ser du, hvad der er rettet, før det kommer ind i sagen.";
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
    kommer fra SP's Helpdesk (pkt. 6). Indlæs den, eller begynd med den første rute.";

pub const OVERVIEW: &str = "Ruteoverblik";
pub const SEARCH: &str = "Søg i ruterne";
pub const SEARCH_HINT: &str = "Rutens navn, et it-system eller en myndighed.";
pub const SHOW: &str = "Vis";
pub const TABLE: &str = "Ruter";
pub const NOT_FOUND: &str = "Ingen ruter passer på søgningen.";
pub const SHOW_ALL: &str = "Vis alle ruter";

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

pub const REPLACED_WITH: &str = "Erstattes sammen med";

/// "R2 (gammel rute) og R1 b (ny rute)": the others of the lines that are replaced together.
pub fn replaced_with(case: &Case, group: &[Id], route: Id) -> String {
    let others = group.iter().filter(|id| **id != route);
    list(&others.map(|id| replaced_name(case, *id)).collect::<Vec<_>>())
}

/// The same in a row of the table, where the names have no room.
pub fn replaced_with_others(others: usize) -> String {
    format!("{REPLACED_WITH} {}", count(others, "anden", "andre"))
}

/// A line among those it is replaced with: what it is called, and what of it is replaced or replaces.
pub fn replaced_name(case: &Case, route: Id) -> String {
    let Some(line) = case.routes.get(&route) else { return String::new() };
    let name = if line.name.is_empty() { UNNAMED } else { &line.name };
    let part = match line.handling {
        Some(Handling::Replace) => "gammel og ny rute",
        Some(Handling::Establish) => "ny rute",
        Some(Handling::Close) => "gammel rute",
        Some(Handling::Keep) => "bevares",
        None => "ikke afgjort",
    };
    format!("{name} ({part})")
}

/// A filter of the list.
pub const fn filter_label(filter: RouteFilter) -> &'static str {
    match filter {
        RouteFilter::All => "Alle ruter",
        RouteFilter::Undecided => "Kun ikke afgjorte",
        RouteFilter::WithFindings => "Med afvigelser",
        RouteFilter::Unsigned => "Mangler underskrift",
        RouteFilter::Ready => "Klar til bestilling",
        RouteFilter::Delegated => "Med delegering",
        RouteFilter::Undelegated => "Uden delegering",
    }
}

/// The selects by which routes are picked: what each is about.
pub const PICKS: [&str; 5] = [SHOW, "Delegering", "Adressering", "Organisation", "Myndighed"];

/// A choice in one of them; none for an organisation or authority, which has a name of its own.
pub const fn pick_label(part: PickPart) -> Option<&'static str> {
    match part {
        PickPart::Filter(0, filter) => Some(filter_label(filter)),
        PickPart::Filter(_, RouteFilter::All)
        | PickPart::Addressing(None)
        | PickPart::Organisation(None)
        | PickPart::Authority(None) => Some("Alle"),
        PickPart::Filter(_, filter) => Some(filter_label(filter)),
        PickPart::Addressing(Some(addressing)) => Some(facts::addressing_label(addressing)),
        PickPart::Organisation(Some(_)) | PickPart::Authority(Some(_)) => None,
    }
}

/// A column's heading.
pub const fn column_label(column: RouteColumn) -> &'static str {
    match column {
        RouteColumn::Name => "Rute",
        RouteColumn::Handling => "Handling",
        RouteColumn::Old => "Gammel rute",
        RouteColumn::New => "Ny rute",
        RouteColumn::Orders => "Bestillinger",
        RouteColumn::Findings => "Afvigelser",
    }
}

pub const COLUMNS: &str = "Kolonner";
pub const COLUMNS_SHOWN: &str = "Vis kolonnerne";
pub const CHOSEN: &str = "Valgte ruter";
pub const CHOOSE_NONE: &str = "Vælg ingen";
pub const SET: &str = "Sæt";
pub const SET_TO: &str = "til";
pub const CHOOSE_ANSWER: &str = "Vælg svar …";
pub const NO_ANSWER: &str = "Intet svar";
pub const ANSWER_NEEDED: &str = "Vælg først det svar, de valgte ruter skal have.";
pub const KEYS: &str = "Vælg ruter i feltet foran dem, med Skift en hel række ad gangen. Tast pil op \
    og ned mellem ruterne, mellemrum for at vælge og Enter for at åbne.";

/// "Vælg alle 38 ruter på listen": also those further down, which are not built yet.
pub fn choose_all(shown: usize) -> String {
    match shown {
        1 => "Vælg ruten på listen".to_owned(),
        _ => format!("Vælg alle {} ruter på listen", number(shown)),
    }
}

/// "38 ruter er valgt, heraf 12 længere nede på listen."
pub fn chosen(chosen: usize, below: usize) -> String {
    let what = count(chosen, "rute er valgt", "ruter er valgt");
    match below {
        0 => format!("{what}."),
        _ => format!("{what}, heraf {} længere nede på listen.", number(below)),
    }
}

/// What is chosen no more, because the list does not show it any more.
pub fn chosen_left(names: &[String], all: usize) -> String {
    let more = all.saturating_sub(names.len());
    let others = (more > 0).then(|| count(more, "anden", "andre"));
    let names: Vec<String> = names.iter().cloned().chain(others).collect();
    let what =
        count(all, "rute vises ikke mere og er valgt fra", "ruter vises ikke mere og er valgt fra");
    format!("{what}: {}.", list(&names))
}

/// "Sæt for 38 ruter".
pub fn set_for(chosen: usize) -> String {
    format!("Sæt for {}", count(chosen, "rute", "ruter"))
}

/// "Handling er sat til Erstat for 38 ruter."
pub fn bulk_done(what: &str, value: &str, set: usize, others: usize) -> String {
    let done = format!("{what}: {value} er sat for {}.", count(set, "rute", "ruter"));
    match others {
        0 => format!("{done} Tryk på Fortryd, hvis det var en fejl."),
        _ => format!("{done} {}", bulk_left(others)),
    }
}

pub const PARTY_BY_ORGANISATIONS: &str = "Part i rute ud fra organisationer";
pub const BULK_REASON: &str = "Begrundelse";
pub const BULK_REASON_HINT: &str = "Skrives på de ruter, hvor svaret er et andet, end organisationerne siger, eller ikke kan udledes.";
pub const BULK_REASON_NEEDED: &str =
    "Skriv en begrundelse: for nogle af ruterne er svaret et andet end det udledte.";

/// What the organisations settled, and what they could not.
pub fn by_organisations(case: &Case, found: &FromOrganisations) -> String {
    let FromOrganisations { settled, followed, reasoned, open, lacking, .. } = found;
    let mut told = Vec::new();
    let mut tell = |number: usize, one: &str, many: &str, rest: &str| {
        if number > 0 {
            told.push(format!("{} {rest}", count(number, one, many)));
        }
    };
    let (one, many) = ("svar", "svar");
    tell(*settled, one, many, "uden begrundelse er rettet til det, organisationerne siger.");
    tell(*followed, one, many, "følger allerede af organisationerne, så der er intet at skrive.");
    tell(*reasoned, one, many, "er et andet med en begrundelse og er ikke ændret.");
    tell(*open, one, many, "kan ikke afgøres, fordi der mangler:");
    if *open > 0 {
        let facts = lacking.iter().take(MOST_LACKING).map(|(fact, number)| {
            format!("{} ({})", lacking_text(case, *fact, None), count(*number, "rute", "ruter"))
        });
        let mut facts: Vec<String> = facts.collect();
        if let Some(more) = lacking.len().checked_sub(MOST_LACKING).filter(|more| *more > 0) {
            facts.push(format!("{} til", number(more)));
        }
        told.push(format!("{}.", list(&facts)));
    }
    if told.is_empty() {
        return "Ingen af de valgte ruter har spørgsmålet »Part i rute?«.".to_owned();
    }
    told.join(" ")
}

/// So many of the facts that lack are named.
const MOST_LACKING: usize = 5;

/// Those of the chosen that do not ask the question.
pub fn bulk_left(others: usize) -> String {
    let others = count(others, "valgt rute", "valgte ruter");
    format!("{others} har ikke det spørgsmål med den handling, der er valgt, og er ikke ændret.")
}

/// "Viser 12 af 40 ruter.": of those on the page, those found, and all.
pub fn showing(shown: usize, found: usize, all: usize) -> String {
    let all_of_them = count(all, "rute", "ruter");
    if shown == found || found == all {
        format!("Viser {} af {all_of_them}.", number(shown))
    } else {
        let found = number(found);
        format!("Viser {} af de {found}, der passer, af {all_of_them} i alt.", number(shown))
    }
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
