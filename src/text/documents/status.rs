//! Status til koordineringsmøde in Danish: where we are, whose turn, what to decide, what is wrong, what changed, what comes.

use super::super::overview::{
    FINISHED, NOBODYS_TURN, attempt, finding_group, of, outcome_word, pending_text,
};
use super::super::{
    activity_title, capital, dates, gateway_question, place_text, role_short, scope_text,
    severity_word,
};
use super::blocks::{coming, contacts, noted_table, others, wanted_table};
use super::paper::{Block, Cell, Line, Piece, Row, Table, line};
use super::words::since_text;
use super::write::Source;
use crate::domain::case::{Case, Scope};
use crate::domain::documents::Choices;
use crate::domain::guidance::{Finding, Guidance, Outcome, Severity, Task, pending};
use crate::domain::meeting::{Minutes, findings_beside, minutes, upcoming, wanted_decisions};
use crate::domain::process::{Activity, Role};

const WHERE: &str = "Hvor er vi?";
const TURNS: &str = "Hvis tur er det?";
const FINDINGS: &str = "Det skal vi se på";
const TURN_COLUMNS: [(&str, u8); 2] = [("Rolle", 32), ("Nu", 0)];
const NONE_WANTED: &str = "Der er ikke noget at beslutte lige nu.";
const NO_FINDINGS: &str = "Der er ikke fundet noget.";
const NO_CHANGES: &str = "Ingen ændringer.";
/// More decisions than this stand in the Rutebeslutningstjekliste.
const MOST_WANTED: usize = 40;
/// So many of what was decided and of what was done; the rest is told by count.
const MOST_NOTED: usize = 5;
/// So many places of a kind of finding.
const MOST_PLACES: usize = 4;
/// More of one activity than this are told by count.
const MOST_SCOPES: usize = 3;

pub fn status(source: &Source, choices: &Choices) -> Vec<Block> {
    let (case, guidance) = (source.case(), source.guidance);
    let mut blocks = vec![Block::heading(WHERE), Block::Facts(progress(guidance))];
    blocks.push(Block::heading(TURNS));
    blocks.push(turns(case, guidance));
    let wanted = wanted_decisions(source.file, guidance);
    let all = wanted.len();
    blocks.push(Block::heading(format!("Det skal vi beslutte ({})", dates::number(all))));
    if all == 0 {
        blocks.push(Block::text(NONE_WANTED));
    }
    blocks.push(wanted_table(case, &wanted[..all.min(MOST_WANTED)]));
    if all > MOST_WANTED {
        let more = dates::count(all - MOST_WANTED, "beslutning", "beslutninger");
        let told = format!("Og {more} til om ruter. De står i Rutebeslutningstjeklisten.");
        blocks.push(Block::text(told));
    }
    blocks.push(Block::heading(FINDINGS));
    blocks.push(match findings(case, guidance).as_slice() {
        [] => Block::text(NO_FINDINGS),
        found => Block::List(found.to_vec()),
    });
    let since = since_text(&choices.since, source.clock);
    blocks.push(Block::heading(format!("Ændret {since}")));
    let changed = minutes(source.file, choices.since.moment(), choices.since.known());
    blocks.extend(changes(source, changed));
    blocks.extend(coming(case, &upcoming(case, guidance)));
    if choices.contacts {
        blocks.extend(contacts(case));
    }
    blocks
}

fn progress(guidance: &Guidance) -> Vec<Line> {
    let progress = guidance.progress;
    let count = |(done, all): (usize, usize), what: &str| line(format!("{} {what}", of(done, all)));
    let mut facts = vec![
        count((progress.done, progress.activities), "aktiviteter udført"),
        count((progress.routes_decided, progress.routes), "ruter afgjort"),
        count((progress.orders_placed, progress.orders), "bestillinger afgivet"),
    ];
    let number = guidance.current_attempt();
    let current = guidance.attempts.iter().find(|attempt| attempt.number == number);
    let has_begun = guidance
        .step(Activity::U16, Scope::Attempt(number))
        .is_some_and(|step| step.status.is_settled());
    if let Some(state) = current.filter(|it| has_begun || it.outcome != Outcome::Open || number > 1)
    {
        facts.push(line(format!("{}: {}", attempt(number), outcome_word(state.outcome))));
    }
    facts
}

/// The roles that can do something now, each with what.
fn turns(case: &Case, guidance: &Guidance) -> Block {
    let row = |role: &Role| {
        let tasks = tasks(case, guidance, *role);
        let people = case.list_people().into_iter().map(|(_, person)| person);
        let names: Vec<String> = people
            .filter(|person| person.roles.contains(role) && !person.name.is_empty())
            .map(|person| person.name.clone())
            .collect();
        let mut who = vec![line(role_short(*role))];
        who.push(super::paper::known(names.join(", ")));
        let tasks = tasks.into_iter().map(line).collect::<Vec<Line>>();
        (!tasks.is_empty()).then(|| Row::new([Cell::lines(who).naming(), Cell::lines(tasks)]))
    };
    let rows: Vec<Row> = Role::ALL.iter().filter_map(row).collect();
    if rows.is_empty() {
        return Block::text(if guidance.is_finished() { FINISHED } else { NOBODYS_TURN });
    }
    Table::new(TURNS, &TURN_COLUMNS).rows(rows).block()
}

/// What a role can do now, in words.
fn tasks(case: &Case, guidance: &Guidance, role: Role) -> Vec<String> {
    let mut steps: Vec<(Activity, Vec<Scope>)> = Vec::new();
    let mut asked = Vec::new();
    for task in guidance.role(role).now {
        match task {
            Task::Step(step) => match steps.last_mut() {
                Some((activity, scopes)) if *activity == step.activity => scopes.push(step.scope),
                _ => steps.push((step.activity, vec![step.scope])),
            },
            Task::Decide(state) => asked.push(gateway_question(state.gateway).to_owned()),
        }
    }
    let mut tasks: Vec<String> = Vec::new();
    for (activity, scopes) in steps {
        let name = capital(&activity_title(activity));
        let about: Vec<String> =
            scopes.iter().filter_map(|scope| scope_text(case, *scope)).collect();
        tasks.push(match about.len() {
            0 => name,
            1..=MOST_SCOPES => format!("{name} ({})", dates::list(&about)),
            many => format!("{name} ({} gange)", dates::number(many)),
        });
    }
    tasks.extend(asked);
    tasks.extend(pending(guidance, role).into_iter().map(pending_text));
    tasks
}

/// The findings by kind, the weightiest first, each with some of the places.
fn findings(case: &Case, guidance: &Guidance) -> Vec<Line> {
    let mut kinds: Vec<(&Finding, Vec<&Finding>)> = Vec::new();
    for found in findings_beside(guidance) {
        let alike = |first: &Finding| {
            finding_group(&first.kind) == finding_group(&found.kind)
                && first.severity == found.severity
        };
        match kinds.iter_mut().find(|(first, _)| alike(first)) {
            Some((_, all)) => all.push(found),
            None => kinds.push((found, vec![found])),
        }
    }
    let told = |(first, all): (&Finding, Vec<&Finding>)| {
        let mut places: Vec<String> =
            all.iter().take(MOST_PLACES).map(|found| place_text(case, found.place)).collect();
        if all.len() > MOST_PLACES {
            places.push(format!("{} til", dates::number(all.len() - MOST_PLACES)));
        }
        let label = severity_word(first.severity);
        let text = format!("{}: {}", finding_group(&first.kind), dates::list(&places));
        let loud = if first.severity == Severity::Error { Piece::Loud } else { Piece::Text };
        vec![loud(format!("{label}: ").into()), Piece::Text(text.into())]
    };
    kinds.into_iter().map(told).collect()
}

fn changes(source: &Source, changed: Minutes) -> Vec<Block> {
    if changed.is_empty() {
        return vec![Block::text(NO_CHANGES)];
    }
    let newest = |noted: &[crate::domain::meeting::Noted]| {
        noted[noted.len().saturating_sub(MOST_NOTED)..].to_vec()
    };
    let (decided, done) = (changed.decided.len(), changed.done.len());
    let mut newest_of_both = newest(&changed.decided);
    newest_of_both.extend(newest(&changed.done));
    let mut blocks = Vec::new();
    if !newest_of_both.is_empty() {
        blocks.push(noted_table(source.file, "Ændringer", &newest_of_both, source.clock));
    }
    let told = newest_of_both.len();
    if decided + done > told {
        let more = dates::count(decided + done - told, "ældre ændring", "ældre ændringer");
        blocks.push(Block::text(format!("Og {more}. Vælg »Efter mødet« for at se dem alle.")));
    }
    blocks.extend(others(&changed));
    blocks
}
