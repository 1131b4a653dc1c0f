//! Efter mødet in Danish: what was decided and done since, by whom, and what is still to be decided.

use super::super::planning::topic_text;
use super::super::{capital, dates, role_short};
use super::blocks::{coming, contacts, matter_text, noted_table, others};
use super::paper::{Block, Line, fact, line};
use super::words::since_text;
use super::write::Source;
use crate::domain::case::Case;
use crate::domain::documents::Choices;
use crate::domain::meeting::{minutes as settled, upcoming, wanted_decisions};

const DECIDED: &str = "Besluttet";
const DONE: &str = "Udført";
const PUT_OFF: &str = "Frister, der er sat";
const OTHERS: &str = "Andet, der er rettet";
const STILL: &str = "Mangler stadig at blive besluttet";
const NOTHING_DECIDED: &str = "Der er ikke besluttet noget.";
/// More than this are told by count.
const MOST_STILL: usize = 20;

pub fn minutes(source: &Source, choices: &Choices) -> Vec<Block> {
    let (case, guidance) = (source.case(), source.guidance);
    let found = settled(source.file, choices.since.moment(), choices.since.known());
    if found.is_empty() {
        return Vec::new();
    }
    let since = since_text(&choices.since, source.clock);
    let mut blocks: Vec<Block> = meeting(case).into_iter().collect();
    blocks.push(Block::heading(format!("{DECIDED} {since}")));
    blocks.push(match found.decided.as_slice() {
        [] => Block::text(NOTHING_DECIDED),
        decided => noted_table(source.file, DECIDED, decided, source.clock),
    });
    if !found.done.is_empty() {
        blocks.push(Block::heading(DONE));
        blocks.push(noted_table(source.file, DONE, &found.done, source.clock));
    }
    if !found.put_off.is_empty() {
        let row = |(topic, day): &(_, _)| {
            line(format!("{}: {}", capital(&topic_text(case, *topic)), dates::day(*day)))
        };
        blocks.extend([
            Block::heading(PUT_OFF),
            Block::List(found.put_off.iter().map(row).collect()),
        ]);
    }
    if let Some(others) = others(&found) {
        blocks.extend([Block::heading(OTHERS), others]);
    }
    let wanted = wanted_decisions(source.file, guidance);
    if !wanted.is_empty() {
        let mut still: Vec<Line> = Vec::new();
        for it in wanted.iter().take(MOST_STILL) {
            let by = it.by.map(|role| format!(" ({})", role_short(role))).unwrap_or_default();
            still.push(line(format!("{}{by}", matter_text(case, &it.matter))));
        }
        if wanted.len() > MOST_STILL {
            still.push(line(format!("og {} til", dates::number(wanted.len() - MOST_STILL))));
        }
        let heading = format!("{STILL} ({})", dates::number(wanted.len()));
        blocks.extend([Block::heading(heading), Block::List(still)]);
    }
    blocks.extend(coming(case, &upcoming(case, guidance)));
    if choices.contacts {
        blocks.extend(contacts(case));
    }
    blocks
}

/// The last meeting: when it was, and who took part.
fn meeting(case: &Case) -> Option<Block> {
    let (number, meeting) = case.last_meeting()?;
    let times = [meeting.started, meeting.ended].into_iter().flatten().map(dates::time);
    let people = case.list_people().into_iter();
    let present = people.filter(|(id, _)| meeting.present.contains(id));
    let mut names: Vec<String> = present.map(|(_, person)| person.name.clone()).collect();
    names.extend((!meeting.others.is_empty()).then(|| meeting.others.clone()));
    Some(Block::Facts(vec![
        fact(&format!("Møde {number}"), times.collect::<Vec<_>>().join(" – ")),
        fact("Deltagere", names.join(", ")),
    ]))
}
