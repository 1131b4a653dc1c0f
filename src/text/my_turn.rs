//! The words of the page "Min tur".

use super::dates::number;

pub const LEAD: &str = "Det, du kan gøre nu, det, du venter på, og det, du overleverer.";
pub const WHO_ARE_YOU: &str = "Hvem er du i sagen?";
pub const WHO_HINT: &str = "Vælg din rolle, så viser siden din tur. Har du flere roller, vælger du \
    de andre under Min rolle bagefter.";
pub const NOW: &str = "Min tur nu";
pub const WAITING: &str = "Venter på";
pub const TO_SEND: &str = "Jeg overleverer";
pub const TO_RECEIVE: &str = "På vej til mig";
pub const DONE: &str = "Udført";

pub const NOTHING_NOW: &str = "Du har ikke noget at gøre lige nu.";
pub const BALL: &str = "Turen ligger hos:";
pub const ALL_DONE: &str = "Din del af sagen er udført. Der kommer ikke mere til dig.";
pub const NO_PART: &str = "Rollen har ikke noget at gøre i sagen, som den ser ud nu.";
pub const NOT_WAITING: &str = "Du venter ikke på noget.";
pub const NOTHING_TO_SEND: &str =
    "Du har ikke noget at overlevere lige nu. Beskederne kommer her, når det er din tur.";
pub const NOTHING_TO_RECEIVE: &str = "Der er ikke noget på vej til dig.";
pub const NOTHING_DONE: &str = "Du har ikke markeret noget udført endnu.";

/// "Min tur nu (3)", with the role where several are chosen.
pub fn heading(title: &str, amount: usize, role: Option<&str>) -> String {
    let role = role.map(|role| format!(" · {role}")).unwrap_or_default();
    match amount {
        0 => format!("{title}{role}"),
        more => format!("{title} ({}){role}", number(more)),
    }
}

/// "Vis 5 mere".
pub fn show_more(amount: usize) -> String {
    format!("Vis {} mere", number(amount))
}

/// "fra Systemansvarlig".
pub fn from(role: &str) -> String {
    format!("fra {role}")
}

/// How a receiver says that something has arrived.
pub fn received_when(activity: &str) -> String {
    format!("Markér {activity} udført, når du har det.")
}

/// A task that stands among those of another of my roles.
pub fn stands_under(role: &str) -> String {
    format!("Står under {role}")
}
