//! The words around a merge that is seen before it happens.

use super::dates::count;

pub const TITLE: &str = "Før du fletter";
pub const LEAD: &str = "Intet er ændret endnu. Se, hvad der kommer ind, og vælg så.";
pub const FILES: &str = "Filerne";
pub const NEWS: &str = "Nyt til dig";
pub const MINE: &str = "Det har du, som filerne mangler";
pub const MINE_LEAD: &str = "Det bliver stående. De andre får det, når du sender din sag.";
pub const DISPUTES: &str = "Konflikter, det giver";
pub const DISPUTES_LEAD: &str = "I har skrevet hver sit i samme felt. Begge dele bliver gemt, og du \
    vælger på Overblik, når filen er flettet ind.";
pub const OLD_DISPUTES: &str = "Konflikter, der er her i forvejen";
pub const NOTHING_NEW: &str = "Der er intet at flette ind.";
pub const MERGE: &str = "Flet ind";
pub const OPEN_COPY: &str = "Åbn som kopi";
pub const OPENED_COPY: &str = "Filen er åbnet som en sag for sig selv, ved siden af din. De to kan \
    ikke flettes sammen: brug kopien til at se efter eller prøve noget af.";
pub const LEAVE: &str = "Lad være";
pub const LEFT: &str = "Filen er ikke flettet ind. Intet er ændret.";
pub const UNDO_MERGE: &str = "Fortryd flet";
pub const UNDO_ANYWAY: &str = "Fortryd flet alligevel";

/// What a copy is called.
pub fn copy_title(title: &str) -> String {
    format!("{title} (kopi)")
}

/// What the preview is headed by.
pub fn title(files: usize) -> String {
    format!("{TITLE}: {}", count(files, "fil", "filer"))
}

/// How many more lines there are of a page.
pub fn more(lines: usize) -> String {
    let lines = count(lines, "ændring", "ændringer");
    format!("og {lines} mere. Du finder dem under Historik, når filen er flettet ind.")
}

/// How many conflicts someone chose in.
pub fn settled(fields: usize) -> String {
    format!("Filen løser {}.", count(fields, "konflikt", "konflikter"))
}

/// Events of a newer version of the app.
pub fn newer(events: usize) -> String {
    format!(
        "{} er fra en nyere udgave af appen. De bliver gemt og sendt videre, men vises ikke her.",
        count(events, "ændring", "ændringer")
    )
}

/// What taking the merge back would leave standing, said before.
pub fn stays(left: &[String]) -> String {
    format!("Hvis du fortryder: {}", left.join(" "))
}

/// That a merge is taken back, and what is not.
pub fn undone(left: &[String]) -> String {
    let mut all = vec!["Fletningen er fortrudt. Sagen er, som den var før.".to_owned()];
    if !left.is_empty() {
        all = vec!["Fletningen er fortrudt, men ikke alt:".to_owned()];
        all.extend_from_slice(left);
    }
    all.join(" ")
}

/// What is being done, as the page names it while it goes on.
pub const COMPARED: &str = "sagen og filerne ved siden af hinanden";
pub const MERGED: &str = "det, der flettes ind";
pub const COMPARING_STOPPED: &str =
    "Sammenligningen er stoppet, og intet er flettet ind. Åbn filen igen for at se den.";
pub const MERGING_STOPPED: &str = "Fletningen er stoppet, og intet er flettet ind.";
