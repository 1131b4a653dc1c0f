//! Efter mødet in Danish: what was decided and done since, by whom, and what is still to be decided.

use super::super::planning::topic_text;
use super::super::{capital, dates, role_short};
use super::blocks::{coming, contacts, matter_text, noted_table, others};
use super::named;
use super::paper::{Block, Line, fact, line};
use super::words::since_text;
use super::write::Source;
use crate::domain::case::Case;
use crate::domain::documents::{Choices, Since};
use crate::domain::meeting::{minutes as settled, upcoming, wanted_decisions};

const DECIDED: &str = "Besluttet";
const DONE: &str = "Udført";
const PUT_OFF: &str = "Frister, der er sat";
const OTHERS: &str = "Andet, der er rettet";
const STILL: &str = "Mangler stadig at blive besluttet";
const NOTHING_DECIDED: &str = "Der er ikke besluttet noget.";
/// More than this are told by count.
const MOST_STILL: usize = 20;

/// Who took part, as far as it is recorded; otherwise a line for it.
fn present(case: &Case, since: &Since) -> Vec<Line> {
    let meeting = match since {
        Since::Meeting(number, _) => case.meetings.get(number),
        _ => None,
    };
    let mut names: Vec<String> = Vec::new();
    let mut facts = Vec::new();
    if let Some(meeting) = meeting {
        let people = meeting.present.iter().filter_map(|id| case.people.get(id));
        names.extend(people.map(|person| named(&person.name, &person.initials)));
        names.extend(Some(meeting.others.clone()).filter(|others| !others.is_empty()));
        facts.extend(meeting.started.map(|at| fact("Begyndt", dates::time(at))));
        facts.extend(meeting.ended.map(|at| fact("Sluttet", dates::time(at))));
    }
    facts.push(fact("Deltagere", names.join(", ")));
    facts
}

pub fn minutes(source: &Source, choices: &Choices) -> Vec<Block> {
    let (case, guidance) = (source.case(), source.guidance);
    let found = settled(source.file, choices.since.moment(), choices.since.known());
    if found.is_empty() {
        return Vec::new();
    }
    let since = since_text(&choices.since, source.clock);
    let mut blocks = vec![Block::Facts(present(case, &choices.since))];
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
