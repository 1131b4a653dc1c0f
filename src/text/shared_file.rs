//! The words of a file that many write to.

use super::dates::{count, hour};
use super::import_error_text;
use crate::domain::exchange::FileTrouble;
use crate::domain::merging::Refusal;
use crate::domain::time::LocalTime;

pub const SAVE: &str = "Gem i fælles fil";
pub const LEAD: &str = "Læg sagen i en fil, I er fælles om, på et netværksdrev eller i en synkroniseret \
    mappe. Siden læser filen, fletter jeres ændringer sammen og gemmer i filen, hver gang du ændrer \
    noget. Intet i filen bliver overskrevet, uden at det er flettet ind.";
pub const CHOOSE_FILE: &str = "Vælg en fil, der findes";
pub const CHOOSE_FOLDER: &str = "Opret filen i en mappe";
pub const LET_GO: &str = "Slip den fælles fil";

/// What a download is for where the browser cannot write to files.
pub fn downloaded(name: &str) -> String {
    format!(
        "Denne browser kan ikke gemme i en fælles fil. Filen er i stedet hentet som »{name}«. Ligger \
         der allerede en fælles fil i mappen, så flet den ind her med »Flet fil ind«, og gem så igen, \
         før du erstatter den."
    )
}

/// What was let go of stays where it is.
pub fn let_go(name: &str) -> String {
    format!("Sagen bliver ikke længere gemt i »{name}«. Filen ligger der stadig.")
}

/// That the file is being looked at for the first time.
pub fn reading(name: &str) -> String {
    format!("Læser den fælles fil »{name}« …")
}

/// When the file and the case here last said the same.
pub fn saved(name: &str, at: LocalTime) -> String {
    format!("Gemt i fælles fil »{name}« kl. {}.", hour(at))
}

/// That others have changed the file, and what came of it.
pub fn taken(changes: usize) -> String {
    let changes = count(changes, "ændring", "ændringer");
    format!("Den fælles fil er ændret af en anden: {changes} er flettet ind her.")
}

/// That the file was replaced by an older one, or emptied.
pub fn lost(changes: usize) -> String {
    let changes = count(changes, "ændring", "ændringer");
    format!(
        "Den fælles fil var tømt eller sat tilbage til en ældre udgave: {changes}, den manglede, er \
         skrevet i den igen."
    )
}

/// That the file is known from an earlier visit.
pub fn asks(name: &str) -> String {
    format!(
        "Sagen hører til i den fælles fil »{name}«. Tryk på »{SAVE}«, og giv browseren lov igen. \
         Indtil da er dine ændringer kun i denne browser."
    )
}

/// Why the file could not be read or written, and what to do.
pub fn trouble(name: &str, trouble: &FileTrouble) -> String {
    let why = match trouble {
        FileTrouble::Denied => format!(
            "browseren har ikke lov til at skrive i filen. Tryk på »{SAVE}«, og svar ja, når \
             browseren spørger."
        ),
        FileTrouble::Gone => format!(
            "filen er der ikke. Den er flyttet, omdøbt eller slettet, eller netværksdrevet er væk. \
             Siden prøver igen af sig selv. Er filen flyttet, så tryk på »{LET_GO}«, og vælg den igen."
        ),
        FileTrouble::Busy => "filen kan ikke læses eller skrives lige nu. Et andet program kan have \
            den åben, den kan være skrivebeskyttet, eller netværksdrevet er væk. Siden prøver igen af \
            sig selv."
            .to_owned(),
        FileTrouble::Full => "der er ikke plads på drevet. Filen er, som den var. Siden prøver igen af \
            sig selv."
            .to_owned(),
        FileTrouble::Other(name) => {
            format!("browseren siger »{name}«. Siden prøver igen af sig selv.")
        }
    };
    format!("Ikke gemt i fælles fil »{name}«: {why} Dine ændringer er gemt i denne browser.")
}

/// Why the file is left alone, and what to do.
pub fn refusal(name: &str, refusal: &Refusal) -> String {
    let why = match refusal {
        Refusal::Unreadable(error) => {
            let error = import_error_text(error);
            let place = error.place.map(|place| format!(" ({place})")).unwrap_or_default();
            format!(
                "den kan ikke læses som en sag. {}{place} Find en tidligere version af filen frem, \
                 eller tryk på »{LET_GO}«, og vælg en anden.",
                error.what
            )
        }
        Refusal::OtherCase => {
            format!("den er en anden sag. Tryk på »{LET_GO}«, og vælg den rigtige fil.")
        }
        Refusal::Clash(id) => format!(
            "en ændring i den ({id}) siger noget andet end den samme ændring her. Filen kan være rettet \
             i hånden eller beskadiget. Find en tidligere version af filen frem."
        ),
    };
    format!(
        "Ikke gemt i fælles fil »{name}«. Filen er ladt urørt, for {why} Dine ændringer er gemt i denne \
         browser."
    )
}
