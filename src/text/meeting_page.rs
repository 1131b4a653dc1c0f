//! The words of the page "Møde".

use super::documents::{matter_text, option_text};
use super::{capital, dates, finding_text, role_short, severity_word};
use crate::domain::case::{Case, Value};
use crate::domain::meeting::{Point, Wanted};
use crate::domain::time::{Day, LocalTime};

pub const TITLE: &str = "Møde";
pub const LEAD: &str = "Gå sagens åbne beslutninger igennem på koordineringsmødet, én ad gangen, og \
    gem svarene med det samme.";
pub const BEGIN_TITLE: &str = "Begynd et møde";
pub const WHO: &str = "Hvem deltager?";
pub const WHO_HINT: &str = "Sæt kryds ved dem, der er med. Personerne kommer fra Stamdata.";
pub const NOBODY: &str = "Der er ikke navngivet nogen i sagen endnu.";
pub const ADD_PEOPLE: &str = "Skriv personer ind på Stamdata";
pub const OTHERS: &str = "Andre deltagere";
pub const OTHERS_HINT: &str = "Navne på dem, der ikke står på listen.";
pub const BEGIN: &str = "Begynd mødet";
pub const NOTHING: &str =
    "Der er ikke noget på dagsordenen: alt, der kan besluttes nu, er besluttet.";

pub const END: &str = "Afslut mødet";
pub const ONE_BY_ONE: &str = "Ét punkt ad gangen";
pub const LIST: &str = "Indtast fra papir";
pub const VIEW: &str = "Vis dagsordenen som";
pub const LIST_LEAD: &str = "Punkterne står i samme rækkefølge som på udskriften »Status til \
    koordineringsmøde«. Tast svarets nummer, så går du videre til næste række. Pil op og ned flytter \
    mellem rækkerne.";
pub const LIST_NAME: &str = "Dagsorden";
pub const NUMBER: &str = "Nr.";
pub const MATTER: &str = "Punkt";
pub const ANSWER: &str = "Svar";
pub const KEYS: &str = "Tast 1–9 for at vælge et svar, pil til højre eller venstre for at bladre.";
pub const DECIDED_BY: &str = "Besluttet af";
pub const PUT_OFF: &str = "Udsæt";
pub const PUT_OFF_UNTIL: &str = "Tages op igen senest";
pub const DAY_NEEDED: &str = "Vælg den dag, hvor punktet senest skal tages op igen.";
pub const BACK: &str = "Forrige";
pub const NEXT: &str = "Spring over";
pub const GO_ON: &str = "Næste";
pub const OPEN_PLACE: &str = "Åbn stedet i sagen";
pub const SETTLED: &str = "Afgjort";
pub const OPEN: &str = "Åbent";
pub const PUT_OFF_MARK: &str = "Udsat";
pub const LOOK: &str = "Afvigelse, der skal ses på";
pub const ALL_SEEN: &str = "I har været igennem alle punkter.";

pub const ENDED_TITLE: &str = "Sidste møde";
pub const RESUME: &str = "Genoptag mødet";
pub const THEN_EXPORT: &str =
    "Husk at eksportere sagen, så de andre får det, I har besluttet. Det gør du øverst på siden.";
pub const WINDOW_START: &str = "Servicevinduet begynder";
pub const WINDOW_END: &str = "Servicevinduet slutter";

/// "12 beslutninger og 3 afvigelser er på dagsordenen."
pub fn on_agenda(decisions: usize, findings: usize) -> String {
    let decisions = dates::count(decisions, "beslutning", "beslutninger");
    let findings = dates::count(findings, "afvigelse", "afvigelser");
    format!("På dagsordenen: {decisions} og {findings}.")
}

/// "Møde 2 · begyndt 24.11.2026 kl. 10.05".
pub fn running(number: u16, started: LocalTime) -> String {
    format!("Møde {number} · begyndt {}", dates::time(started))
}

/// "5 af 17 punkter er behandlet".
pub fn handled(handled: usize, all: usize) -> String {
    let points = if all == 1 { "punkt" } else { "punkter" };
    format!("{} af {} {points} er behandlet", dates::number(handled), dates::number(all))
}

/// "Punkt 3 af 17".
pub fn place(number: usize, all: usize) -> String {
    format!("Punkt {} af {}", dates::number(number), dates::number(all))
}

/// "Systemansvarlig beslutter".
pub fn who_decides(wanted: &Wanted) -> Option<String> {
    wanted.by.map(|role| format!("{} beslutter", role_short(role)))
}

/// What a point is about.
pub fn point_text(case: &Case, point: &Point) -> String {
    match point {
        Point::Decide(wanted) => capital(&matter_text(case, &wanted.matter)),
        Point::Look(finding) => {
            format!("{}: {}", severity_word(finding.severity), finding_text(case, finding))
        }
    }
}

/// The answers of a point, in words.
pub fn answers(case: &Case, point: &Point) -> Vec<(Value, String)> {
    match point {
        Point::Decide(wanted) => wanted
            .options
            .iter()
            .map(|value| (value.clone(), option_text(case, wanted, value)))
            .collect(),
        Point::Look(_) => Vec::new(),
    }
}

/// "Udsat til 3.12.2026".
pub fn put_off_until(day: Day) -> String {
    format!("{PUT_OFF_MARK} til {}", dates::day(day))
}

/// "Gemt: Erstat".
pub fn saved(answer: &str) -> String {
    format!("Gemt: {answer}")
}

/// "Møde 2 · 24.11.2026 kl. 10.05 – kl. 11.00: 12 beslutninger, 3 frister."
pub fn ended(number: u16, times: [Option<LocalTime>; 2], decided: usize, due: usize) -> String {
    let times: Vec<String> = times.into_iter().flatten().map(dates::time).collect();
    let decided = dates::count(decided, "beslutning", "beslutninger");
    let due = dates::count(due, "ny frist", "nye frister");
    format!("Møde {number} · {}: {decided} og {due}.", times.join(" – "))
}
