//! Frister, planlagte tider, generalprøver og møder, as they are told in the history and named as fields.

use super::dates;
use super::history::{plain, set, with_scope};
use super::{activity_title, gateway_question, scope_text};
use crate::domain::case::{Case, MeetingField, Scope, Topic, Value};
use crate::domain::meeting::{Coming, When};
use crate::domain::process::Activity;
use crate::domain::time::Day;

/// What a day is set for: "pkt. 5 Hent information om ruter …".
pub fn topic_text(case: &Case, topic: Topic) -> String {
    match topic {
        Topic::Activity(activity, scope) => with_scope(case, activity_title(activity), scope),
        Topic::Gateway(gateway, scope) => {
            with_scope(case, format!("»{}«", gateway_question(gateway)), scope)
        }
        Topic::Route(id) => {
            format!("rute {}", scope_text(case, Scope::Route(id)).unwrap_or_default())
        }
        Topic::Case => "det øvrige i sagen".to_owned(),
    }
}

/// What is to happen, for a list of dates.
pub fn coming_text(case: &Case, coming: Coming) -> String {
    match coming {
        Coming::WindowStart(_) => "Servicevinduet begynder".to_owned(),
        Coming::WindowEnd(_) => "Servicevinduet slutter".to_owned(),
        Coming::Planned(_, activity) => format!("Planlagt: {}", activity_title(activity)),
        Coming::Due(topic) => format!("Frist: {}", topic_text(case, topic)),
    }
}

pub fn when_text(when: When) -> String {
    match when {
        When::At(time) => dates::time(time),
        When::On(day) => dates::day(day),
    }
}

pub const DUE: &str = "Frist";
pub const DUE_DAY: &str = "Skal være gjort senest";
pub const NEXT_DATES: &str = "Næste datoer";
pub const LATE: &str = "Overskredet";

/// "Vis 4 datoer mere".
pub fn more_dates(amount: usize) -> String {
    format!("Vis {} mere", dates::count(amount, "dato", "datoer"))
}

/// "i dag", "i morgen", "om 4 dage", "for 2 dage siden".
pub fn days_from(today: Day, day: Day) -> String {
    match day.since_epoch() - today.since_epoch() {
        0 => "i dag".to_owned(),
        1 => "i morgen".to_owned(),
        -1 => "i går".to_owned(),
        ahead @ 2.. => format!("om {} dage", dates::number(ahead as usize)),
        past => format!("for {} dage siden", dates::number(past.unsigned_abs() as usize)),
    }
}

/// "Frist 1.12.2026", of what is done.
pub fn due_met(day: Day) -> String {
    format!("{DUE} {}", dates::day(day))
}

/// "Frist 1.12.2026 (om 4 dage)".
pub fn due_text(today: Day, day: Day) -> String {
    format!("{DUE} {} ({})", dates::day(day), days_from(today, day))
}

/// "Fristen for pkt. 5 …".
pub(super) fn due_name(case: &Case, topic: Topic) -> String {
    format!("Fristen for {}", topic_text(case, topic))
}

pub(super) fn due_set(case: &Case, topic: Topic, value: &Value) -> String {
    set(&format!("fristen for {}", topic_text(case, topic)), plain(value))
}

/// "Det planlagte tidspunkt for 2.3 pkt. 4 … i forsøg 1".
pub(super) fn planned_name(attempt: u16, activity: Activity) -> String {
    format!("Det planlagte tidspunkt for {} i forsøg {attempt}", activity_title(activity))
}

pub(super) fn planned_set(attempt: u16, activity: Activity, value: &Value) -> String {
    let what = activity_title(activity);
    set(&format!("det planlagte tidspunkt for {what} i forsøg {attempt}"), plain(value))
}

pub(super) fn rehearsal_set(attempt: u16, value: &Value) -> String {
    match value {
        Value::Flag(true) => format!("Gjorde forsøg {attempt} til en generalprøve"),
        _ => format!("Gjorde forsøg {attempt} til et rigtigt forsøg"),
    }
}

pub(super) fn meeting_name(case: &Case, number: u16, field: MeetingField) -> String {
    match field {
        MeetingField::Started => format!("Hvornår møde {number} begyndte"),
        MeetingField::Ended => format!("Hvornår møde {number} sluttede"),
        MeetingField::Present(id) => format!("Om {} deltager i møde {number}", person(case, id)),
        MeetingField::Others => format!("Andre deltagere i møde {number}"),
        MeetingField::Decider(topic) => {
            format!("Hvem der på møde {number} besluttede {}", topic_text(case, topic))
        }
    }
}

pub(super) fn meeting_set(case: &Case, number: u16, field: MeetingField, value: &Value) -> String {
    match (field, value) {
        (MeetingField::Started, Value::Time(_)) => format!("Begyndte møde {number}"),
        (MeetingField::Started, _) => format!("Tog møde {number} tilbage"),
        (MeetingField::Ended, Value::Time(_)) => format!("Sluttede møde {number}"),
        (MeetingField::Ended, _) => format!("Genoptog møde {number}"),
        (MeetingField::Present(id), Value::Flag(true)) => {
            format!("Noterede, at {} deltager i møde {number}", person(case, id))
        }
        (MeetingField::Present(id), _) => {
            format!("Noterede, at {} ikke deltager i møde {number}", person(case, id))
        }
        (MeetingField::Others, value) => {
            set(&format!("andre deltagere i møde {number}"), plain(value))
        }
        (MeetingField::Decider(topic), value) => {
            let what = topic_text(case, topic);
            set(&format!("hvem der på møde {number} besluttede {what},"), plain(value))
        }
    }
}

fn person(case: &Case, id: crate::domain::case::Id) -> String {
    let name = case.people.get(&id).map(|person| person.name.as_str()).unwrap_or_default();
    if name.is_empty() { "en person uden navn".to_owned() } else { name.to_owned() }
}
