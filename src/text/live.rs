//! The words of the page "Kørebog": the service window as it runs.

use super::dates::{count, number};

pub const TITLE: &str = "Kørebog";
pub const OPEN: &str = "Åbn kørebogen";
pub const BACK_TO_CUTOVER: &str = "Til Omlægning";
pub const CLOCK: &str = "Ur";
pub const NOW: &str = "Nu";
pub const DONE_NOW: &str = "Markér udført nu";
pub const ALL_DONE: &str = "Alle trin er gjort";
pub const TELL: &str = "Fortæl resultatet på Omlægning (pkt. 20).";
pub const ENDED: &str = "Forsøget er slut. Fortæl resultatet på Omlægning (pkt. 20–21). Det næste \
    forsøg begynder ved pkt. 16.";
pub const STEPS: &str = "Trin for trin";
pub const SEE_STEP: &str = "Se trinnet på Omlægning";
pub const YES: &str = "Ja";
pub const NO: &str = "Nej";
pub const JUDGE: &str = "Vurdér selv";

pub const KEYS: &str = "Med tastaturet, når en rute er valgt: pil op og ned flytter, O er OK, F er \
    fejlet, mellemrum tager tilbage, Enter går til »Hvad gik galt?«.";
pub const TO_LACKING: &str = "Gå til den næste, der mangler";
pub const ALL_IN: &str = "Alle kvitteringer er noteret.";
pub const LACKS: &str = "Mangler";

pub const NO_WINDOW: &str = "Servicevinduet er ikke aftalt";
const BEGINS: &str = "Servicevinduet begynder om";
const ENDS: &str = "Servicevinduet slutter om";
const RUNS: &str = "Servicevinduet har været åbent i";
const OVER: &str = "Servicevinduet sluttede for så længe siden";

/// What the clock counts, and how many seconds: to the window's start, to its end, or from it. Times in milliseconds.
pub fn countdown(now: i64, start: Option<i64>, end: Option<i64>) -> Option<(&'static str, i64)> {
    let (label, millis) = match (start, end) {
        (Some(start), _) if now < start => (BEGINS, start - now),
        (_, Some(end)) if now < end => (ENDS, end - now),
        (_, Some(end)) => (OVER, now - end),
        (Some(start), None) => (RUNS, now - start),
        (None, None) => return None,
    };
    Some((label, millis / 1000))
}

/// "02:13:05", "3 dage 02:13:05".
pub fn clock(seconds: i64) -> String {
    let seconds = seconds.max(0);
    let (days, hours) = (seconds / 86_400, seconds / 3600 % 24);
    let time = format!("{hours:02}:{:02}:{:02}", seconds / 60 % 60, seconds % 60);
    match days {
        0 => time,
        days => format!("{} {time}", count(days as usize, "dag", "dage")),
    }
}

/// "Klokken er 20.13".
pub fn time_is(hour: &str) -> String {
    format!("Klokken er {hour}")
}

/// "20.00–4.00, 1.12.2026"
pub fn window(start: &str, end: &str) -> String {
    match (start, end) {
        ("", "") => String::new(),
        (start, "") => format!("Fra {start}"),
        ("", end) => format!("Til {end}"),
        (start, end) => format!("{start} – {end}"),
    }
}

/// "4 min. senere", "3 min. før", "til tiden".
pub fn difference(minutes: i64) -> String {
    let amount = number(minutes.unsigned_abs() as usize);
    match minutes {
        0 => "til tiden".to_owned(),
        1.. => format!("{amount} min. senere end planlagt"),
        _ => format!("{amount} min. før planlagt"),
    }
}

pub fn planned(time: &str) -> String {
    format!("Planlagt {time}")
}

pub fn actual(time: &str) -> String {
    format!("Faktisk {time}")
}

/// "Nu: 2.3 pkt. 3 Nedlæg … – SP's Helpdesk", read aloud when the step changes.
pub fn step_now(step: &str, who: &str) -> String {
    format!("{NOW}: {step} – {who}")
}

/// "Rute A, Nedlæg gammel rute: Mangler", the name of a row.
pub fn row_name(route: &str, order: &str, state: &str) -> String {
    format!("{route}, {order}: {state}")
}

/// "tlf. 12 34 56 78".
pub fn phone(number: &str) -> String {
    format!("tlf. {number}")
}

/// "og 120 ruter til. De står på den udskrevne kørebog."
pub fn more_back(amount: usize) -> String {
    format!("Og {} til. De står på den udskrevne kørebog.", count(amount, "rute", "ruter"))
}
