//! Overleveringstjekliste in Danish.

use std::collections::BTreeMap;

use super::super::{
    activity_reference, dates, excluded_text, finding_text, handover_facts, handover_name,
    handover_what, role_short, scope_text,
};
use super::{Clock, Document, HeadText, Tick, head, named, person, sentence, waited_for};
use crate::domain::case::{Case, Holder, Id};
use crate::domain::documents::{Done, HandoverChecklist, HandoverRow};
use crate::domain::guidance::{Deviation, Guidance};
use crate::domain::process::Role;

/// The whole document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HandoverPaper {
    pub head: HeadText,
    /// "28 overleveringer: 9 modtaget, 2 afsendt, …".
    pub totals: String,
    pub sections: Vec<HandoverSection>,
    /// Handovers that do not apply: name and why.
    pub not_applicable: Vec<(String, String)>,
    pub deviations: Vec<String>,
}

/// Handovers under one heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HandoverSection {
    pub heading: &'static str,
    pub rows: Vec<HandoverLine>,
}

/// One handover.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HandoverLine {
    pub reference: String,
    pub name: String,
    pub what: &'static str,
    /// What is handed over, with the case's own data.
    pub facts: Vec<String>,
    pub from: PartyText,
    pub to: PartyText,
    /// What must be ready before; nothing where it was sent.
    pub before: Vec<String>,
    pub ready: &'static str,
    pub sent: Tick,
    pub received: Tick,
    pub deviation: Option<String>,
}

/// A role with who holds it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartyText {
    pub role: &'static str,
    pub organisations: Vec<String>,
    pub people: Vec<String>,
}

pub const COLUMNS: [&str; 5] = ["Overlevering", "Fra", "Til", "Afsendt", "Modtaget"];
pub const BEFORE: &str = "Skal være klar før";
pub const NOT_APPLICABLE: &str = "Ikke relevant i denne sag";
pub const DEVIATIONS: &str = "Afvigelser fra rækkefølgen";

/// A fact longer than this is printed in full once; where it comes again, it refers to the first.
const LONG: usize = 80;

/// The checklist in words.
pub fn handover_paper(
    case: &Case,
    guidance: &Guidance,
    list: &HandoverChecklist,
    clock: Clock,
) -> HandoverPaper {
    let line = |row: &HandoverRow| line(case, guidance, row, clock);
    let side = |of: fn(&HandoverRow) -> Role| {
        list.rows.iter().filter(|row| Some(of(row)) == list.role).map(line).collect()
    };
    let mut sections = match list.role {
        None => {
            let rows = list.rows.iter().map(line).collect();
            vec![HandoverSection { heading: "Overleveringer i rækkefølge", rows }]
        }
        Some(_) => vec![
            HandoverSection { heading: "Du afleverer", rows: side(|row| row.handover.info().from) },
            HandoverSection { heading: "Du modtager", rows: side(|row| row.handover.info().to) },
        ],
    };
    say_once(&mut sections);
    let not_applicable = list.not_applicable.iter().map(|skipped| {
        let why = skipped.excluded.as_ref().map(excluded_text).unwrap_or_default();
        (title(case, handover_name(skipped.handover), skipped.scope), why)
    });
    HandoverPaper {
        head: head(Document::Handovers, &list.head, case, list.role, clock),
        totals: totals(&list.rows),
        sections: sections.into_iter().filter(|section| !section.rows.is_empty()).collect(),
        not_applicable: not_applicable.collect(),
        deviations: list.deviations.iter().map(|found| finding_text(case, found)).collect(),
    }
}

fn line(case: &Case, guidance: &Guidance, row: &HandoverRow, clock: Clock) -> HandoverLine {
    let info = row.handover.info();
    HandoverLine {
        reference: activity_reference(info.sender),
        name: title(case, handover_name(row.handover), row.scope),
        what: handover_what(row.handover),
        facts: handover_facts(case, guidance, row.handover, row.scope),
        from: party(case, info.from, &row.from, &row.senders),
        to: party(case, info.to, &row.to, &row.receivers),
        before: row.before.iter().map(|wait| sentence(&waited_for(case, wait))).collect(),
        ready: if row.is_ready { "Klar nu" } else { "" },
        sent: tick(row.is_sent, row.sent.as_ref(), clock),
        received: tick(row.is_received, row.received.as_ref(), clock),
        deviation: row.deviation.as_ref().map(|deviation| deviation_text(case, deviation)),
    }
}

/// Many handovers carry the same list of routes: the paper holds it in the first, and the others refer to that.
fn say_once(sections: &mut [HandoverSection]) {
    let mut said: BTreeMap<String, String> = BTreeMap::new();
    for row in sections.iter_mut().flat_map(|section| &mut section.rows) {
        let here = format!("»{}« ({})", row.name, row.reference);
        for fact in row.facts.iter_mut().filter(|fact| fact.chars().count() > LONG) {
            let Some((label, _)) = fact.split_once(": ") else { continue };
            match said.get(fact.as_str()) {
                Some(there) => *fact = format!("{label}: se {there}"),
                None => {
                    said.insert(fact.clone(), here.clone());
                }
            }
        }
    }
}

fn tick(done: bool, by: Option<&Done>, clock: Clock) -> Tick {
    let date = by.map(|by| dates::day(by.on.unwrap_or(clock(by.stamp.at).day)));
    let by = by.map(|by| person(&by.stamp.author));
    Tick { done, date: date.unwrap_or_default(), by: by.unwrap_or_default() }
}

fn party(case: &Case, role: Role, holders: &[Holder], people: &[Id]) -> PartyText {
    let organisations = holders.iter().filter_map(|h| case.organisation_name(h.organisation));
    let people = people.iter().filter_map(|id| case.people.get(id));
    PartyText {
        role: role_short(role),
        organisations: organisations.filter(|name| !name.is_empty()).map(str::to_owned).collect(),
        people: people.map(|person| named(&person.name, &person.initials)).collect(),
    }
}

fn deviation_text(case: &Case, deviation: &Deviation) -> String {
    let lacks: Vec<String> = deviation.lacks.iter().map(|wait| waited_for(case, wait)).collect();
    let lacks = match lacks.as_slice() {
        [] => String::new(),
        lacks => format!(" Mangler stadig: {}.", dates::list(lacks)),
    };
    match deviation.reason.trim_end_matches('.') {
        "" => format!("Det, den bygger på, er ikke længere på plads.{lacks}"),
        reason => format!("Registreret før tur: {reason}.{lacks}"),
    }
}

fn title(case: &Case, name: &str, scope: crate::domain::case::Scope) -> String {
    match scope_text(case, scope) {
        Some(scope) => format!("{name} ({scope})"),
        None => name.to_owned(),
    }
}

fn totals(rows: &[HandoverRow]) -> String {
    let received = rows.iter().filter(|row| row.is_received).count();
    let sent = rows.iter().filter(|row| row.is_sent && !row.is_received).count();
    let ready = rows.iter().filter(|row| row.is_ready).count();
    let all = dates::count(rows.len(), "overlevering", "overleveringer");
    let waiting = rows.len() - received - sent - ready;
    format!("{all}: {received} modtaget, {sent} afsendt, {ready} klar nu, {waiting} venter")
}
