//! Words that many pages share.

use crate::domain::case::EntityKind;

pub const APP_NAME: &str = "Udskift it-system";
pub const WAITS_FOR: &str = "Venter på";
pub const CPR_WARNING: &str =
    "Teksten ligner et CPR-nummer. Sagen sendes med mail, så fjern det igen.";
pub const CONFLICT_HERE: &str = "Konflikt: to har skrevet hver sit. Skriv, hvad der gælder.";
pub const DERIVED: &str = "udledt";
pub const CHOOSE: &str = "Vælg";
pub const MARK_DONE: &str = "Markér udført";
pub const UNDO_DONE: &str = "Fortryd udført";
pub const NOT_RELEVANT: &str = "Ikke relevant";
pub const UNDO_NOT_RELEVANT: &str = "Fortryd ikke relevant";
pub const NOTE: &str = "Bemærkning";
pub const CANCEL: &str = "Annullér";
pub const WHAT_DOES_IT_MEAN: &str = "Hvad betyder det?";
pub const CHANGE_ANSWER: &str = "Svaret kan ændres. Det, der er noteret, går ikke tabt.";
pub const REASON_LABEL: &str = "Begrundelse for at registrere før tur";
pub const REASON_HINT: &str =
    "Aktiviteten venter stadig på noget. Skriv, hvorfor den alligevel er udført.";
pub const REASON_NEEDED: &str = "Skriv en begrundelse først.";
pub const FREE_TEXT_HINT: &str =
    "Ingen CPR-numre, nøgler eller adgangskoder: sagen sendes med mail.";

pub const fn add_new(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Organisation => "Ny organisation …",
        EntityKind::Authority => "Ny myndighed …",
        EntityKind::System => "Nyt it-system …",
        EntityKind::Person => "Ny person …",
        EntityKind::Route => "Ny rute …",
        EntityKind::Agreement => "Ny serviceaftale …",
    }
}

pub const fn name_of_new(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Organisation => "Den nye organisations navn",
        EntityKind::Authority => "Den nye myndigheds navn",
        EntityKind::System => "Det nye it-systems navn",
        EntityKind::Person => "Den nye persons navn",
        EntityKind::Route => "Den nye rutes navn",
        EntityKind::Agreement => "Den nye serviceaftales navn",
    }
}

/// "Udført 21.11.2026 af Mette Holm (MH)."
pub fn done_by(day: &str, name: &str, initials: &str) -> String {
    match (name.is_empty(), initials.is_empty()) {
        (true, true) => format!("Udført {day}."),
        (true, false) => format!("Udført {day} af {initials}."),
        (false, true) => format!("Udført {day} af {name}."),
        (false, false) => format!("Udført {day} af {name} ({initials})."),
    }
}

pub const BASIS_LOST: &str =
    "Udført, men det, den bygger på, er ikke længere på plads. Se, om den stadig holder.";
pub const OUT_OF_ORDER: &str = "Registreret før tur:";
pub const MARK_ANYWAY: &str = "Markér udført alligevel";
pub const DECIDE_ANYWAY: &str = "Beslut alligevel";
pub const NOTE_AND_DATE: &str = "Bemærkning og dato";
pub const NOTE_AND_DECIDER: &str = "Bemærkning og beslutter";
pub const DONE_ON: &str = "Udført den (hvis en anden dag)";
pub const DECIDED_BY: &str = "Besluttet af (hvis en anden)";
pub const NOT_KNOWN_YET: &str = "Vides ikke endnu";
pub const GO_TO_AGREEMENTS: &str = "Gå til Serviceaftaler";

/// Who answers a question.
pub fn answered_by(role: &str) -> String {
    format!("Besvares af {role}.")
}

/// "Besluttet 21.11.2026 kl. 10.00 af Mette Holm, noteret af Bo Lund."
pub fn decided_by(day: &str, recorder: &str, decider: &str) -> String {
    match (recorder.is_empty(), decider.is_empty()) {
        (true, true) => format!("Besluttet {day}."),
        (false, true) => format!("Besluttet {day} af {recorder}."),
        (true, false) => format!("Besluttet {day} af {decider}."),
        (false, false) => format!("Besluttet {day} af {decider}, noteret af {recorder}."),
    }
}
pub const GO_TO_ROUTES: &str = "Gå til Ruter";
pub const GO_TO_CUTOVER: &str = "Gå til Omlægning";

/// "Forvaltningsansvarlig (involveret) – 5 organisationer".
pub fn role_of_many(role: &str, organisations: usize) -> String {
    format!("{role} – {} organisationer", super::dates::number(organisations))
}
