//! What a case puts in a calendar: its service windows and the days something is due.

use super::planning::topic_text;
use super::{activity_title, capital, cutover, dates, overview};
use crate::domain::calendar::{Entry, Span};
use crate::domain::case::{Attempt, Case, Id};
use crate::domain::guidance::{Guidance, has_ended};
use crate::domain::meeting::is_open;

pub const GET: &str = "Hent kalenderfil";
pub const HINT: &str = "Servicevinduet og fristerne til din kalender (.ics). Hent den igen, når noget \
    er flyttet.";
pub const NOTHING: &str = "Der er ingen tider at lægge i kalenderen endnu: aftal servicevinduet, eller \
    sæt en frist.";
/// What the file is called after.
pub const FILE: &str = "Kalender";

/// "»Kalender - ….ics« er hentet. Åbn den for at lægge 3 tider i din kalender."
pub fn fetched(file: &str, entries: usize) -> String {
    let times = dates::count(entries, "aftale", "aftaler");
    format!("»{file}« er hentet. Åbn den for at lægge {times} i din kalender.")
}

/// The entries of a case: the windows of attempts that have not ended otherwise, and what is due and not done.
pub fn entries(id: Id, case: &Case, guidance: &Guidance) -> Vec<Entry> {
    let mut entries = Vec::new();
    for state in guidance.attempts.iter().filter(|state| !has_ended(state.outcome)) {
        let attempt = case.attempts.get(&state.number);
        let window = attempt.and_then(|attempt| Some((attempt, attempt.window_start?)));
        let Some((attempt, start)) = window else { continue };
        entries.push(Entry {
            uid: uid(id, &format!("servicevindue-{}", state.number)),
            span: Span::Time { start, end: attempt.window_end },
            summary: titled(case, &window_name(state.number, attempt)),
            description: window_words(attempt),
        });
    }
    let due = case.due.iter().filter(|(topic, _)| is_open(guidance, **topic));
    entries.extend(due.map(|(topic, day)| Entry {
        uid: uid(id, &format!("frist-{}", topic.to_string().replace('/', "-"))),
        span: Span::Day(*day),
        summary: titled(case, &format!("Frist: {}", topic_text(case, *topic))),
        description: String::new(),
    }));
    entries
}

fn uid(id: Id, what: &str) -> String {
    format!("{what}.{id}@udskift-it-system")
}

fn titled(case: &Case, what: &str) -> String {
    match case.title.as_str() {
        "" => what.to_owned(),
        title => format!("{what} · {title}"),
    }
}

fn window_name(number: u16, attempt: &Attempt) -> String {
    let kind = if attempt.rehearsal { cutover::REHEARSAL } else { cutover::WINDOW };
    match number {
        1 => kind.to_owned(),
        number => format!("{kind} ({})", overview::attempt(number).to_lowercase()),
    }
}

/// The planned steps in their order, and the note.
fn window_words(attempt: &Attempt) -> String {
    let mut planned: Vec<_> = attempt.planned.iter().collect();
    planned.sort_by_key(|(_, at)| **at);
    let step = |(activity, at): (&crate::domain::process::Activity, &_)| {
        let name = activity_title(*activity);
        format!("{}: {}", dates::time(*at), capital(&name))
    };
    let mut lines: Vec<String> = planned.into_iter().map(step).collect();
    if !attempt.note.is_empty() {
        lines.push(attempt.note.clone());
    }
    lines.join("\n")
}
