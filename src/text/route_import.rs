//! What is wrong with a list of routes, where, and what to do about it.

use super::dates::{count, number};
use super::route_words::{choices, heading};
use crate::domain::route_overview::{Column, Confidence, ProblemKind, Skipped};
use crate::domain::spreadsheet::TableError;

/// Why a file or a pasted text is no list: what is wrong and what to do.
pub fn table_error(error: TableError) -> String {
    match error {
        TableError::Empty => "Der er ingen tekst i listen.".to_owned(),
        TableError::TooLarge { most } => format!(
            "Listen er for stor. Den må højst fylde {} MB. Gem kun arket med ruter, og prøv igen.",
            most / 1_000_000
        ),
        TableError::TooManyRows { most } => format!(
            "Listen har for mange rækker. Den må højst have {}. Del den i flere.",
            number(most)
        ),
        TableError::TooManyColumns { row, most } => {
            format!("Række {row} har for mange kolonner. En liste må højst have {most}.")
        }
        TableError::OpenQuote { line } => format!(
            "Et citationstegn på linje {line} mangler sin makker. Ret det i filen, eller kopiér \
             rækkerne fra regnearket, og indsæt dem her."
        ),
        TableError::NotATable => {
            "Filen er ikke en liste, der kan læses. Gem den fra regnearket som \
             CSV eller XLSX (ikke XLS)."
                .to_owned()
        }
        TableError::Damaged => {
            "Regnearket er beskadiget eller beskyttet med adgangskode. Åbn det i \
             regnearksprogrammet, og gem det igen uden adgangskode."
                .to_owned()
        }
    }
}

/// What is told about a row or one of its cells.
pub fn problem_text(kind: ProblemKind) -> String {
    match kind {
        ProblemKind::NotAWord(field) => format!(
            "{}: skriv et af ordene {}, eller lad cellen være tom.",
            heading(Column::Fact(field)),
            choices(field).join(", ")
        ),
        ProblemKind::NotYesOrNo => "Skriv Ja eller Nej, eller lad cellen være tom.".to_owned(),
        ProblemKind::NotANumber => "Skriv et helt tal, eller lad cellen være tom.".to_owned(),
        ProblemKind::TooLong { most } => {
            format!("Teksten er for lang. Den må højst have {} tegn.", number(most))
        }
        ProblemKind::NotARoute => {
            "Sagen har ingen rute med det navn eller id. Skriv et, der er i ruteoverblikket."
                .to_owned()
        }
        ProblemKind::NotAnId => {
            "Det er ikke et id fra denne app. Lad cellen være tom, hvis ruten er ny.".to_owned()
        }
        ProblemKind::Nameless => {
            "Rækken har hverken rutens navn, dens id eller et it-system.".to_owned()
        }
        ProblemKind::SameId { row } => format!("Række {row} har samme id i appen."),
        ProblemKind::SameReference { row } => format!("Række {row} har samme rute-id på SP."),
        ProblemKind::PersonalData => {
            "Teksten ligner et CPR-nummer. Skriv ingen personoplysninger i sagen.".to_owned()
        }
    }
}

/// A row that is left out, and why.
pub fn skipped_text(skipped: Skipped) -> String {
    match skipped {
        Skipped::Totals(row) => format!("Række {row} er en sum og kommer ikke med."),
        Skipped::Headings(row) => format!("Række {row} er overskrifter igen og kommer ikke med."),
    }
}

/// Where the guess about a column comes from.
pub const fn confidence_text(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => "Gættet ud fra indholdet. Tjek det.",
        Confidence::Likely => "Gættet ud fra ord i overskriften.",
        Confidence::Sure => "Kendt fra overskriften.",
        Confidence::Remembered => "Som du valgte sidst.",
    }
}

/// "38 ruter kan indlæses, 2 rækker skal rettes først."
pub fn counts_text(good: usize, bad: usize) -> String {
    let good = count(good, "rute kan indlæses", "ruter kan indlæses");
    match bad {
        0 => format!("{good}."),
        bad => format!("{good}, {} rettes først.", count(bad, "række skal", "rækker skal")),
    }
}
