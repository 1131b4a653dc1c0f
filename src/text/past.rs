//! The words of the case as it was at an earlier point, and of what can be taken back.

use super::history::{author_name, event_text};
use super::{dates, uncapital};
use crate::domain::case::{Case, Event};
use crate::domain::time::LocalTime;

pub const THEN: &str = "Sagen, som den så ud";
pub const SEE_THEN: &str = "Se sagen som den så ud her";
pub const SEE_DAY: &str = "Se sagen som den så ud sidst på dagen";
pub const TO_NOW: &str = "Tilbage til sagen nu";
pub const NOW: &str = "Du ser igen sagen, som den er nu.";
pub const NO_POINT: &str = "Linket fører til et tidspunkt, som din kopi af sagen ikke kender. Du ser \
    sagen, som den er nu.";
pub const THEN_HINT: &str = "Eksportér, flet og fortryd finder du i sagen, som den er nu.";

/// What an earlier state's code tells.
pub fn version_then(code: &str) -> String {
    format!("Sagen, som den så ud, har koden {code}. Den står også på det, du udskriver herfra.")
}

/// What was done in one stroke, by its first event: what is created is told with all it was given.
pub fn stroke_text(case: &Case, events: &[Event]) -> String {
    let Some(first) = events.first() else { return String::new() };
    let what = event_text(case, first);
    let creates = first.field.entity() == Some(first.id);
    match events.len() {
        many if many > 1 && !creates => format!("{what} ({} i alt)", changes(many)),
        _ => what,
    }
}

/// What a merge did, as a step that can be taken back.
pub fn merge_text(added: usize) -> String {
    format!("Flettede {} ind", changes(added))
}

fn changes(number: usize) -> String {
    dates::count(number, "ændring", "ændringer")
}

/// Which earlier state of the case is shown. `case` has the names of then.
pub fn point(case: &Case, event: &Event, at: LocalTime) -> String {
    let what = uncapital(&event_text(case, event));
    let who = author_name(&event.author);
    format!(
        "Du ser sagen, som den så ud {}, efter at {who} {}. Her kan intet ændres.",
        dates::time(at),
        what.trim_end_matches('.')
    )
}

/// The same on the edge of a page and in the window's title.
pub fn point_short(at: LocalTime) -> String {
    format!("som den så ud {}", dates::time(at))
}
