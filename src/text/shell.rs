//! The words around every page: navigation, saving, notices, what went wrong.

use crate::domain::exchange::Reminder;
use crate::domain::process::Role;

pub const CASES: &str = "Sager";
pub const OVERVIEW: &str = "Overblik";
pub const MY_TURN: &str = "Min tur";
pub const ROUTES: &str = "Ruter";
pub const AGREEMENTS: &str = "Serviceaftaler";
pub const CUTOVER: &str = "Omlægning";
pub const HANDOVERS: &str = "Overleveringer";
pub const PRINTS: &str = "Udskrifter";
pub const HISTORY: &str = "Historik";
pub const FACTS: &str = "Stamdata";
pub const GUIDE: &str = "Vejledning";
pub const GLOSSARY: &str = "Begreber";
pub const SETTINGS: &str = "Indstillinger";

pub const SKIP_TO_CONTENT: &str = "Gå til indhold";
pub const MAIN_NAVIGATION: &str = "Hovedmenu";
pub const CASE_NAVIGATION: &str = "Sagens sider";
pub const CASE: &str = "Den åbne sag";
pub const MY_ROLE: &str = "Min rolle";
pub const MY_ROLE_HINT: &str = "Vælg den eller de roller, du har i sagen.";
pub const NO_ROLE: &str = "Ikke valgt endnu";
pub const CHOOSE_ROLE: &str = "Vælg rolle";
pub const CHANGE_ROLE: &str = "Skift rolle";
pub const ROLES_CHOSEN: &str = "Færdig";
pub const SIGN_HINT: &str = "Du har ikke skrevet, hvem du er, så det, du markerer, står uden navn.";
pub const SIGN_LINK: &str = "Skriv dit navn";
pub const EXPORT: &str = "Eksportér sag";
pub const EXPORT_ANONYMOUS: &str = "Fjern personoplysninger i en kopi";
pub const EXPORT_ANONYMOUS_HINT: &str = "Henter en kopi uden navne, initialer, mailadresser og \
    telefonnumre. Sagen her ændres ikke.";
/// On a narrow screen the case's acts are folded together under this.
pub const MORE: &str = "Eksportér og flet";
pub const MERGE: &str = "Flet fil ind";
pub const UNDO: &str = "Fortryd";
pub const EXAMPLE_BANNER: &str = "Dette er en eksempelsag. Systemer, organisationer og personer er \
    opdigtede. Prøv dig frem: intet kan gå i stykker.";
pub const OPENING: &str = "Åbner …";
pub const REST_MISSING: &str = "Resten af siden kunne ikke hentes. Dine sager er ikke rørt; de ligger \
    stadig i denne browser. Prøv igen. Hjælper det ikke, så genindlæs siden.";
pub const TRY_AGAIN: &str = "Prøv igen";
pub const NOT_FOUND_TITLE: &str = "Siden findes ikke";
pub const NOT_FOUND: &str =
    "Adressen passer ikke til nogen side. Linket kan være skrevet forkert eller afkortet.";
pub const CASE_NOT_HERE_TITLE: &str = "Sagen er ikke i denne browser";
pub const CASE_NOT_HERE: &str = "En sag ligger kun i den browser, den er oprettet eller åbnet i. \
    Bed den, der har sendt dig linket, om sagens fil, og åbn den under Sager.";
pub const GO_TO_CASES: &str = "Gå til Sager";
pub const UNNAMED_CASE: &str = "Sag uden navn";
pub const SAVED: &str = "Gemt i denne browser";
pub const NOT_SAVED: &str = "Ikke gemt: browseren tager ikke imod mere. Det, du skriver, er her, til du \
    lukker fanen, og siden prøver at gemme igen ved din næste ændring. Eksportér sagen nu, så \
    intet går tabt. Slet så sager, du er færdig med, under Sager.";
pub const IN_MEMORY: &str = "Gemmes ikke: browseren lader ikke siden gemme noget. Du kan arbejde, men \
    alt forsvinder, når du lukker fanen. Eksportér sagen, før du går.";
pub const GONE: &str = "Sagen er slettet fra browseren, her eller i en anden fane. Det, du ser, er \
    kun i denne fane, og nye ændringer bliver ikke gemt. Eksportér sagen, eller gem den igen.";
pub const SAVE_AGAIN: &str = "Gem sagen igen";
pub const NEVER_EXPORTED: &str = "aldrig eksporteret";
pub const UNREADABLE: &str = "Noget af det, der var gemt om sagen, kan ikke læses. Teksten er \
    beholdt, som den var, og kan hentes her.";
pub const DOWNLOAD_UNREADABLE: &str = "Hent den ulæselige tekst";
pub const CLOSE_NOTICE: &str = "Luk besked";
pub const REDO: &str = "Gentag";
pub const UNDO_KEY: &str = "Fortryd (Ctrl+Z)";
pub const REDO_KEY: &str = "Gentag (Ctrl+Y)";
pub const NOTHING_TO_UNDO: &str = "Der er ikke mere at fortryde i denne fane.";
pub const NOTHING_TO_REDO: &str = "Der er ikke noget at gentage i denne fane.";
pub const UNDO_TITLE: &str = "Vil du fortryde det?";
pub const REDO_TITLE: &str = "Vil du gentage det?";
pub const UNDO_ANYWAY: &str = "Fortryd alligevel";
pub const REDO_ANYWAY: &str = "Gentag alligevel";
pub const LET_STAND: &str = "Lad det stå";
pub const LET_STOOD: &str = "Det bliver stående. »Fortryd« går nu til det, du gjorde før.";
pub const CANNOT_STEP: &str = "Det bliver stående";
pub const OTHERS_CHANGES: &str = "Det er andres ændringer, du fletter ud igen.";
pub const NEWER_TITLE: &str = "Gemt af en nyere udgave";
pub const NEWER: &str = "En nyere udgave af appen har gemt sagen i denne browser. Her vises det, der kan \
    læses, og intet kan ændres. Genindlæs siden for at få den nyeste udgave, eller hent det, der er \
    gemt, som det er.";
pub const DOWNLOAD_STORED: &str = "Hent det, der er gemt";
pub const READ_ONLY: &str = "Her kan intet ændres: du ser sagen, som den så ud engang. Gå tilbage til \
    sagen nu for at ændre den.";

/// "sidst eksporteret i dag kl. 10.42".
pub fn last_exported(when: &str) -> String {
    format!("sidst eksporteret {when}")
}

/// "Fortrudt: Satte BestillingsID til »12«." And what was left alone.
pub fn undone(what: &str, left: &[String]) -> String {
    stepped("Fortrudt", what, left)
}

/// The same for what was done again.
pub fn redone(what: &str, left: &[String]) -> String {
    stepped("Gentaget", what, left)
}

fn stepped(verb: &str, what: &str, left: &[String]) -> String {
    match left {
        [] => format!("{verb}: {what}."),
        left => format!("{verb}: {what}. Men ikke alt: {}", left.join(" ")),
    }
}

/// The window's title of a case as it was.
pub fn then_title(title: &str, point: &str) -> String {
    format!("{title}, {point}")
}

pub fn role_choice(role: Role) -> &'static str {
    super::role_short(role)
}

/// What a merge did.
pub fn merged(added: usize, known: usize, clashes: usize) -> String {
    if clashes > 0 {
        let clashes = super::dates::count(clashes, "hændelse", "hændelser");
        return format!(
            "{clashes} i filen har samme nummer som en hændelse her, men et andet indhold. Det, \
             der var her, er beholdt. Filen kan være ændret i hånden eller beskadiget."
        );
    }
    match (added, known) {
        (0, _) => "Filen er flettet ind før: den har intet, du ikke har i forvejen.".to_owned(),
        (added, _) => {
            let changes = super::dates::count(added, "ændring", "ændringer");
            format!("Filen er flettet ind: {changes} er nye her.")
        }
    }
}

/// The file's name is said, since several can be dropped.
pub fn could_not_read(file: &str, why: &str) -> String {
    format!("Filen »{file}« kunne ikke åbnes. {why}")
}

/// A large file takes a while.
pub fn reading(file: &str) -> String {
    format!("Læser »{file}« …")
}

/// Said when the user stops the reading.
pub fn reading_stopped(file: &str) -> String {
    format!("»{file}« er ikke læst færdig, og intet af den er taget ind.")
}

pub const STOP_READING: &str = "Afbryd";
pub const UNREADABLE_FILE: &str = "Browseren kunne ikke læse den. Er den flyttet eller slettet?";
pub const PANIC_TITLE: &str = "Noget gik galt i programmet";
pub const PANIC_TEXT: &str = "Det er en fejl i programmet, ikke noget du har gjort. Dine sager er \
    gemt i browseren, som de var ved den seneste ændring. Hent dem som fil for en sikkerheds \
    skyld, og genindlæs så siden.";
pub const PANIC_DOWNLOAD: &str = "Hent alle gemte data";
pub const PANIC_RELOAD: &str = "Genindlæs siden";

pub const RAW_FILE: &str = "udskift-it-system-raa-data.json";

pub fn exported_as(name: &str) -> String {
    format!("Sagen er hentet som »{name}«. Send filen til dem, der skal videre med sagen.")
}

pub fn opened(name: &str) -> String {
    format!("Filen »{name}« er åbnet som en ny sag i denne browser.")
}

/// The window's title: page, case, app.
pub fn window_title(page: &str, case: Option<&str>) -> String {
    match case {
        Some(case) => format!("{page} · {case} · {}", super::common::APP_NAME),
        None => format!("{page} · {}", super::common::APP_NAME),
    }
}

/// How much is in this browser only, and what to do.
pub fn reminder(reminder: Reminder, changes: usize) -> Option<String> {
    let changes = super::dates::count(changes, "ændring", "ændringer");
    match reminder {
        Reminder::None => None,
        Reminder::Soon => Some(format!("{changes} er kun i denne browser: eksportér sagen.")),
        Reminder::Now => Some(format!(
            "{changes} er kun i denne browser og går tabt, hvis dens data ryddes. Eksportér sagen nu."
        )),
    }
}

/// What a person is called in a copy without personal data.
pub fn alias(number: usize) -> String {
    format!("Person {number}")
}

pub fn exported_anonymous(name: &str) -> String {
    format!(
        "En kopi uden personoplysninger er hentet som »{name}«. Den er en sag for sig og kan ikke \
         flettes med denne. Læs fritekster igennem, før du deler den: omtale uden navn bliver \
         stående."
    )
}

/// What became of a backup's cases.
pub fn backup_taken(cases: &[String]) -> String {
    match cases {
        [] => "Sikkerhedskopien har ingen sager.".to_owned(),
        cases => format!("Sikkerhedskopien er læst ind. {}", cases.join(" ")),
    }
}

pub fn backup_case(title: &str, was_here: bool, added: usize, clashes: usize) -> String {
    let added = super::dates::count(added, "ny ændring", "nye ændringer");
    let clashes = match clashes {
        0 => String::new(),
        clashes => format!(
            ", og {} beholdt, som de var her, fordi kopien siger noget andet",
            super::dates::count(clashes, "hændelse er", "hændelser er")
        ),
    };
    let what = if was_here { "flettet ind" } else { "åbnet" };
    format!("»{title}«: {what}, {added}{clashes}.")
}

pub fn backup_case_failed(number: usize, why: &str) -> String {
    format!("Sag nr. {number} kunne ikke læses. {why}")
}
