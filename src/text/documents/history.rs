//! Historik in Danish: the record of the case, the oldest first, by day.

use super::super::dates;
use super::super::history::{author_text, event_text};
use super::paper::{Block, Cell, Group, Row, Table, line};
use super::words::since_text;
use super::write::Source;
use crate::domain::case::Event;
use crate::domain::documents::{Choices, Since};
use crate::domain::merging::history as newest_first;
use crate::domain::time::Day;

const RECORD: &str = "Hændelser";
const COLUMNS: [(&str, u8); 3] = [("Kl.", 7), ("Hvad", 0), ("Hvem", 27)];
/// A record of more is too long for a paper: the newest are printed.
pub const MOST_EVENTS: usize = 5_000;

pub fn history(source: &Source, choices: &Choices) -> Vec<Block> {
    let is_chosen = |event: &&Event| match choices.since.known() {
        Some(known) => !known.contains(event.id),
        None => event.at >= choices.since.moment(),
    };
    let mut events: Vec<&Event> = newest_first(source.file).into_iter().filter(is_chosen).collect();
    let all = events.len();
    if all == 0 {
        return Vec::new();
    }
    events.truncate(MOST_EVENTS);
    let mut days: Vec<(Day, Vec<Row>)> = Vec::new();
    for event in events.into_iter().rev() {
        let at = (source.clock)(event.at);
        let row = Row::new([
            Cell::text(dates::hour(at)),
            Cell::text(event_text(source.case(), event)),
            Cell::text(author_text(&event.author)),
        ]);
        match days.last_mut() {
            Some((day, rows)) if *day == at.day => rows.push(row),
            _ => days.push((at.day, vec![row])),
        }
    }
    let mut facts = vec![line(dates::count(all, "hændelse", "hændelser"))];
    if choices.since != Since::Ever {
        facts.push(line(since_text(&choices.since, source.clock)));
    }
    let mut blocks = vec![Block::Facts(facts)];
    if all > MOST_EVENTS {
        let most = dates::number(MOST_EVENTS);
        blocks.push(Block::Warning(format!("Her står de nyeste {most}.").into()));
    }
    let mut table = Table::new(RECORD, &COLUMNS);
    table.groups = days
        .into_iter()
        .map(|(day, rows)| Group { heading: Some(dates::day(day).into()), rows, together: false })
        .collect();
    blocks.push(table.block());
    blocks
}
