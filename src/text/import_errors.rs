//! What is wrong with a file, where, and what to do about it.

use crate::domain::case::{EntityKind, ValueKind};
use crate::domain::exchange::{Expected, ImportError, ImportErrorKind};

/// A message about a file that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportErrorText {
    pub what: String,
    /// The place in the file, where there is one to point to.
    pub place: Option<String>,
    pub remedy: &'static str,
}

/// The message about an error.
pub fn import_error_text(error: &ImportError) -> ImportErrorText {
    ImportErrorText { what: what(&error.kind), place: place(error), remedy: remedy(&error.kind) }
}

fn what(kind: &ImportErrorKind) -> String {
    match kind {
        ImportErrorKind::TooLarge { most } => {
            format!("Filen er større end {} MB.", most / 1_000_000)
        }
        ImportErrorKind::NotText => {
            "Filen indeholder tegn, der ikke er gyldig tekst (UTF-8).".into()
        }
        ImportErrorKind::NotJson => "Filen kan ikke læses: den er ikke gyldig JSON.".into(),
        ImportErrorKind::CutShort => "Filen er tom, eller slutningen mangler.".into(),
        ImportErrorKind::NotACaseFile => "Filen er ikke en sag fra denne app.".into(),
        ImportErrorKind::NewerFormat { version } => {
            format!("Filen er gemt af en nyere udgave af appen (format {version}).")
        }
        ImportErrorKind::RepeatedKey => "Et navn står to gange samme sted i filen.".into(),
        ImportErrorKind::Missing => "En oplysning mangler i filen.".into(),
        ImportErrorKind::Wrong { expected } => {
            format!("En oplysning i filen er forkert. Her skal stå {}.", expected_text(expected))
        }
        ImportErrorKind::TooLong { most } => {
            format!("En tekst i filen er for lang. Den må højst have {most} tegn.")
        }
        ImportErrorKind::DuplicateId { id } => {
            format!("To forskellige ændringer i filen har samme nummer ({id}).")
        }
        ImportErrorKind::Empty => "Sagen i filen er tom.".into(),
    }
}

fn remedy(kind: &ImportErrorKind) -> &'static str {
    match kind {
        ImportErrorKind::TooLarge { .. } | ImportErrorKind::NotACaseFile => {
            "Vælg en fil, der er hentet med \"Eksportér sag\". Dens navn ender på .json."
        }
        ImportErrorKind::NotText | ImportErrorKind::NotJson => {
            "Er filen rettet eller gemt i et andet program, så bed afsenderen om at eksportere sagen igen."
        }
        ImportErrorKind::CutShort => "Hent filen igen, eller bed afsenderen om at sende den igen.",
        ImportErrorKind::NewerFormat { .. } => {
            "Genindlæs siden for at få den nyeste udgave, og åbn så filen igen."
        }
        ImportErrorKind::RepeatedKey
        | ImportErrorKind::Missing
        | ImportErrorKind::Wrong { .. }
        | ImportErrorKind::TooLong { .. }
        | ImportErrorKind::DuplicateId { .. } => {
            "Filen er ændret, siden den blev eksporteret. Bed afsenderen om at eksportere sagen igen, eller ret filen det nævnte sted."
        }
        ImportErrorKind::Empty => "Bed afsenderen om at eksportere sagen igen.",
    }
}

fn place(error: &ImportError) -> Option<String> {
    let line = error.line.map(|line| match error.column {
        Some(column) => format!("linje {line}, tegn {column}"),
        None => format!("linje {line}"),
    });
    match (line, &error.path) {
        (Some(line), Some(path)) => Some(format!("{line}: {path}")),
        (Some(line), None) => Some(line),
        (None, path) => path.clone(),
    }
}

fn expected_text(expected: &Expected) -> String {
    match expected {
        Expected::Text => "en tekst".into(),
        Expected::List => "en liste i kantede parenteser".into(),
        Expected::Object => "et objekt i tuborgparenteser".into(),
        Expected::Version => "et formatnummer: et helt tal fra 1".into(),
        Expected::Clock { last } => format!("et løbenummer: et helt tal fra 1 til {last}"),
        Expected::Moment => "et tidspunkt i millisekunder siden 1970".into(),
        Expected::Id => "et nummer som 7k2m9qx4-17".into(),
        Expected::FirstEvent => "nummeret på sagens første ændring".into(),
        Expected::Ids => "en liste af numre som 7k2m9qx4-17".into(),
        Expected::Author { count: 0 } => "en plads i listen authors, men listen er tom".into(),
        Expected::Author { count } => {
            format!("en plads i listen authors: et tal fra 0 til {}", count - 1)
        }
        Expected::Roles => "en liste af roller som SA og FN".into(),
        Expected::Batch { last } => format!("et tal fra 1 til {last}"),
        Expected::Value(kind) => value_text(*kind),
    }
}

fn value_text(kind: ValueKind) -> String {
    match kind {
        ValueKind::Text => "en tekst eller null".into(),
        ValueKind::Flag => "true, false eller null".into(),
        ValueKind::Count => "et helt tal eller null".into(),
        ValueKind::Word(words) => format!("null eller et af ordene {}", words.join(", ")),
        ValueKind::Link(kind) => format!("null eller nummeret på {}", entity_text(kind)),
        ValueKind::Day => "null eller en dato som 2026-11-21".into(),
        ValueKind::Time => "null eller et tidspunkt som 2026-11-21T14:05".into(),
    }
}

fn entity_text(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Organisation => "en organisation",
        EntityKind::Authority => "en myndighed",
        EntityKind::System => "et it-system",
        EntityKind::Person => "en person",
        EntityKind::Route => "en rute",
        EntityKind::Agreement => "en serviceaftale",
    }
}
