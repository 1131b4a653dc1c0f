//! The words around the documents: their names, what each is for, and what can be chosen.

use super::{Document, dates};
use crate::domain::documents::Since;
use crate::domain::time::LocalTime;

pub const CHOOSE_DOCUMENT: &str = "Dokument";
pub const FOR_ROLE: &str = "For";
pub const ALL_ROLES: &str = "Alle roller";
pub const BY_ROLE: &str = "Hver rolle på sin egen side";
pub const FOR_SIGNER: &str = "Underskriver";
pub const ALL_SIGNERS: &str = "Alle underskrivere";
pub const ONLY_OPEN: &str = "Kun det, der mangler";
pub const CONTACTS: &str = "Med kontaktoplysninger";
pub const LANDSCAPE: &str = "På tværs (liggende A4)";
pub const SINCE: &str = "Ændringer siden";
pub const SINCE_EVER: &str = "Sagens begyndelse";
/// "Møde 2, i dag kl. 10.05".
pub fn since_meeting(number: u16, when: &str) -> String {
    format!("Møde {number}, {when}")
}

pub const SINCE_WEEK: &str = "Den seneste uge";
pub const SINCE_TODAY: &str = "I dag";
pub const SINCE_DAY: &str = "En dag";
pub const SINCE_WHICH_DAY: &str = "Fra og med dagen";
pub const PRINT: &str = "Udskriv";
pub const WORD: &str = "Hent som Word-fil";
pub const WORD_MAKING: &str = "Word-filen bliver lavet. Med mange ruter tager det lidt tid.";
pub const WORD_FAILED: &str =
    "Word-filen kunne ikke laves. Prøv igen, eller udskriv dokumentet i stedet.";
pub const WORD_HINT: &str = "Word-filen har samme indhold og kan rettes til.";
pub const PRINT_HINT: &str =
    "Vælg »Gem som PDF« i browserens udskriftsvindue, hvis du vil sende den.";
/// Where the browser itself has to number the pages.
pub const PRINT_HINT_NUMBERS: &str = "Slå »Udskriv sidehoved og sidefod« til i browserens \
    udskriftsvindue, så får hver side sit nummer. Vælg »Gem som PDF«, hvis du vil sende den.";
pub const LEAD: &str =
    "Her udskriver du de lister, som I går igennem og skriver under på, når I mødes.";
pub const PREVIEW: &str = "Sådan ser det ud";

/// Said when a Word file was made.
pub fn word_saved(name: &str) -> String {
    format!("Dokumentet er hentet som »{name}«.")
}

pub const fn document_name(document: Document) -> &'static str {
    match document {
        Document::Status => "Status til koordineringsmøde",
        Document::Handovers => "Overleveringstjekliste",
        Document::Routes => "Rutebeslutningstjekliste",
        Document::RouteOverview => "Ruteoverblik",
        Document::Plan => "Eksekveringsoversigt",
        Document::Signatures => "Underskriftsark",
        Document::RunBook => "Kørebog for servicevinduet",
        Document::Minutes => "Efter mødet",
        Document::History => "Historik",
    }
}

/// "Udskriv kørebog for servicevinduet", on the page that the document is about.
pub fn print_named(document: Document) -> String {
    format!("{PRINT} {}", super::super::uncapital(document_name(document)))
}

/// What the document is for, under the choice of it.
pub const fn document_help(document: Document) -> &'static str {
    match document {
        Document::Status => {
            "Hvor er vi, hvis tur er det, hvad skal vi beslutte, og hvad er ændret siden sidst?"
        }
        Document::Handovers => {
            "Hvem afleverer hvad til hvem, hvad skal være klar først, og er det sket?"
        }
        Document::Routes => {
            "Hvad sker der med hver rute, hvorfor, hvem bestiller, og hvem skriver under?"
        }
        Document::RouteOverview => "Alle ruter i én tabel: den gamle, den nye, og hvad der sker.",
        Document::Plan => "Alle bestillinger i den rækkefølge, de bliver udført.",
        Document::Signatures => {
            "Et ark til hver underskriver med de bestillinger, underskriften delegerer."
        }
        Document::RunBook => {
            "Servicevinduet trin for trin med hver rute, kontrollen og vejen tilbage."
        }
        Document::Minutes => "Hvad blev besluttet og udført siden mødet begyndte, og af hvem?",
        Document::History => "Sagens forløb: hvem har gjort hvad hvornår.",
    }
}

/// Why there is nothing to print, and what to do.
pub const fn nothing(document: Document, only_open: bool) -> &'static str {
    match (document, only_open) {
        (_, true) if document.offers().only_open => {
            "Der mangler ikke noget. Slå »Kun det, der mangler« fra for at se det hele."
        }
        (Document::Routes | Document::RouteOverview, _) => {
            "Sagen har ingen ruter endnu. Tilføj dem under Ruter, så kommer de med her."
        }
        (Document::Plan, _) => {
            "Der er ingen bestillinger endnu. De kommer, når ruterne er afgjort."
        }
        (Document::Signatures, _) => {
            "Der er ingen, der skal skrive under endnu. Se siden Underskrifter under Ruter."
        }
        (Document::Handovers, _) => "Rollen hverken afleverer eller modtager noget i sagen.",
        (Document::Minutes | Document::History, _) => "Der er ikke sket noget siden.",
        (Document::Status | Document::RunBook, _) => "Der er ikke noget at vise endnu.",
    }
}

/// "siden 16.11.2026 kl. 10.05", in a heading.
pub(super) fn since_text(since: &Since, clock: super::Clock) -> String {
    let at = |at: i64| {
        let time: LocalTime = clock(at);
        // A whole day is told as such.
        if time.hour == 0 && time.minute == 0 { dates::day(time.day) } else { dates::time(time) }
    };
    match since {
        Since::Ever => "siden sagens begyndelse".to_owned(),
        Since::Moment(moment) => format!("siden {}", at(*moment)),
        Since::Meeting(number, moment) => {
            format!("siden møde {number} begyndte {}", at(*moment))
        }
        Since::Export(moment, _) => {
            format!("siden min sidste eksport {}", at(*moment))
        }
    }
}
