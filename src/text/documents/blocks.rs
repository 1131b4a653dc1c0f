//! What several documents have: the contacts, the dates ahead, the decisions wanted, and what was settled.

use super::super::fields::value_text;
use super::super::history::{author_name, event_text, shortened};
use super::super::messages::role_organisations;
use super::super::{
    capital, dates, gateway_question, merging::page_name, question_text, role_short, scope_text,
};
use super::paper::{Block, Cell, Group, Line, Piece, Row, Table, fact, known, line, options};
use super::{Clock, DATE, INITIALS, OTHER_CHOICE};
use crate::domain::case::{Case, CaseFile, Id, OrderKind, Person, Value};
use crate::domain::meeting::{Coming, Matter, Minutes, Noted, Wanted, When};
use crate::domain::process::Role;
use crate::text::merging::dispute_name;
use crate::text::planning::{coming_text, when_text};

pub const CONTACTS: &str = "Kontakter";
pub const COMING: &str = "Næste datoer";
const NEXT_MEETING: &str = "Næste møde";
const CONTACT_COLUMNS: [(&str, u8); 5] =
    [("Rolle", 25), ("Navn", 20), ("Organisation", 20), ("Telefon", 13), ("E-mail", 0)];
const WANTED_COLUMNS: [(&str, u8); 4] =
    [("Nr.", 5), ("Beslutning", 38), ("Svar", 37), ("Besluttet af", 0)];
const NOTED_COLUMNS: [(&str, u8); 4] = [("Nr.", 6), ("Hvad", 0), ("Hvem", 22), ("Hvornår", 20)];
/// So many dates ahead are told.
const MOST_COMING: usize = 12;
/// So many names are told of what many orders are about.
const MOST_NAMES: usize = 4;

/// Who to reach in each role; a role without anyone has lines to fill in.
pub fn contacts(case: &Case) -> Vec<Block> {
    let people = case.list_people();
    let row = |role: &str, person: Option<&Person>, organisations: &str| {
        let own = person.and_then(|it| case.organisation_name(it.organisation));
        let text = |of: fn(&Person) -> &String| person.map_or("", |it| of(it)).to_owned();
        Row::new([
            Cell::head(role.to_owned()),
            Cell::known(text(|it| &it.name)),
            Cell::known(own.unwrap_or(organisations).to_owned()),
            Cell::known(text(|it| &it.phone)),
            Cell::known(text(|it| &it.email)),
        ])
    };
    let mut rows = Vec::new();
    for role in Role::ALL {
        let organisations = role_organisations(case, *role).join(", ");
        let mut name = role_short(*role);
        let before = rows.len();
        for (_, person) in people.iter().filter(|(_, person)| person.roles.contains(role)) {
            rows.push(row(name, Some(*person), &organisations));
            name = "";
        }
        if rows.len() == before {
            rows.push(row(name, None, &organisations));
        }
    }
    let table = Table::new(CONTACTS, &CONTACT_COLUMNS);
    vec![Block::heading(CONTACTS), table.rows(rows).block()]
}

/// The dates ahead, and a line for the next meeting.
pub fn coming(case: &Case, dates_ahead: &[(When, Coming)]) -> Vec<Block> {
    let mut facts: Vec<Line> = dates_ahead
        .iter()
        .take(MOST_COMING)
        .map(|(when, what)| fact(&coming_text(case, *what), when_text(*when)))
        .collect();
    let has_window = |it: &(When, Coming)| !matches!(it.1, Coming::Due(_));
    if !dates_ahead.iter().any(has_window) {
        facts.push(fact("Servicevindue", ""));
    }
    if dates_ahead.len() > MOST_COMING {
        let more = dates::count(dates_ahead.len() - MOST_COMING, "dato", "datoer");
        facts.push(line(format!("Og {more} til. De står på »Overblik«.")));
    }
    facts.push(fact(NEXT_MEETING, ""));
    vec![Block::heading(COMING), Block::Facts(facts)]
}

/// The decisions wanted with their options as boxes, and room for who and when; the last row is for another.
pub fn wanted_table(case: &Case, wanted: &[Wanted]) -> Block {
    let row = |(place, it): (usize, &Wanted)| {
        let mut answers =
            vec![options(it.options.iter().map(|value| option_text(case, it, value)))];
        match &it.matter {
            Matter::Window(_) => answers = vec![fact("Begynder", ""), fact("Slutter", "")],
            Matter::Conflict(_) | Matter::Signer(_) => {
                answers.push(vec![Piece::Text(OTHER_CHOICE.into()), Piece::Write]);
            }
            _ => {}
        }
        Row::new([
            Cell::text(dates::number(place + 1)),
            Cell::lines(matter_lines(case, it)).naming(),
            Cell::lines(answers),
            who_and_when(),
        ])
    };
    let mut rows: Vec<Row> = wanted.iter().enumerate().map(row).collect();
    rows.push(Row::new([
        Cell::text(dates::number(wanted.len() + 1)),
        Cell::lines([vec![Piece::Write]]),
        Cell::lines([vec![Piece::Write]]),
        who_and_when(),
    ]));
    Table::new("Beslutninger", &WANTED_COLUMNS).rows(rows).block()
}

/// What a decision is about, and who takes it.
pub fn matter_lines(case: &Case, wanted: &Wanted) -> Vec<Line> {
    let mut lines = vec![line(matter_text(case, &wanted.matter))];
    lines.extend(wanted.by.map(|role| vec![Piece::Text(role_short(role).into())]));
    lines
}

/// What a decision is about: "Hvem nedlægger? Rute R12".
pub fn matter_text(case: &Case, matter: &Matter) -> String {
    match matter {
        Matter::Conflict(dispute) => {
            format!("{}: to har skrevet hver sit", dispute_name(case, dispute))
        }
        Matter::Answer(gateway, scope) => {
            super::super::history::with_scope(case, gateway_question(*gateway).to_owned(), *scope)
        }
        Matter::Window(attempt) => format!("Hvornår er servicevinduet? (forsøg {attempt})"),
        Matter::Route(id, question) => {
            let question = question_text(*question);
            format!("{}: {question}", route_name(case, *id))
        }
        Matter::Signer(orders) => signer_text(case, orders),
    }
}

fn signer_text(case: &Case, orders: &[(Id, OrderKind)]) -> String {
    let mut names: Vec<String> =
        orders.iter().take(MOST_NAMES).map(|(id, _)| route_name(case, *id)).collect();
    names.dedup();
    let more = orders.len().saturating_sub(MOST_NAMES);
    let more = if more > 0 { format!(" og {} til", dates::number(more)) } else { String::new() };
    let count = dates::count(orders.len(), "delegeret bestilling", "delegerede bestillinger");
    format!("Hvem skriver under på {count}? {}{more}", names.join(", "))
}

/// An answer's word.
pub fn option_text(case: &Case, wanted: &Wanted, value: &Value) -> String {
    match (wanted.matter.field(), value) {
        (Some(field), value) => value_text(case, field, value),
        (None, Value::Link(id)) => case.organisation_name(Some(*id)).unwrap_or_default().to_owned(),
        (None, _) => String::new(),
    }
}

/// "Rute R12", or that it has no name.
pub fn route_name(case: &Case, id: Id) -> String {
    capital(&scope_text(case, crate::domain::case::Scope::Route(id)).unwrap_or_default())
}

fn who_and_when() -> Cell {
    Cell::lines([INITIALS, DATE].map(|label| vec![Piece::Text(label.into()), Piece::Write]))
}

/// What was decided or done, with who and when; who decided stands before who recorded it.
pub fn noted_table(file: &CaseFile, name: &'static str, noted: &[Noted], clock: Clock) -> Block {
    let rows = noted.iter().enumerate().filter_map(|(place, noted)| {
        let event = file.log().get(noted.event)?;
        let recorded = author_name(&event.author);
        let who = match noted.by.as_str() {
            "" => vec![known(recorded.to_owned())],
            by => vec![line(by.to_owned()), line(format!("noteret af {recorded}"))],
        };
        let mut what = vec![line(event_text(file.case(), event))];
        if !noted.note.is_empty() {
            what.push(line(shortened(&noted.note)));
        }
        Some(Row::new([
            Cell::text(dates::number(place + 1)),
            Cell::lines(what).naming(),
            Cell::lines(who),
            Cell::text(dates::time(clock(event.at))),
        ]))
    });
    let rows = Group { rows: rows.collect(), ..Group::default() };
    Table::new(name, &NOTED_COLUMNS).group(rows).block()
}

/// How much else was changed: "Ruter: 14 oplysninger".
pub fn others(minutes: &Minutes) -> Option<Block> {
    let line = |(page, count): &(_, usize)| {
        line(format!("{}: {}", page_name(*page), dates::count(*count, "oplysning", "oplysninger")))
    };
    let facts: Vec<Line> = minutes.others.iter().map(line).collect();
    (!facts.is_empty()).then_some(Block::Facts(facts))
}
