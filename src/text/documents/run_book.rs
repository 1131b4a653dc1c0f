//! Kørebog for servicevinduet in Danish: the steps, the routes in each, the check, the point of no return, the way back.

use super::super::cutover::{REHEARSAL, REHEARSAL_MEANS};
use super::super::facts::{moment_label, order_label, receipt_label};
use super::super::messages::role_organisations;
use super::super::overview::{attempt, outcome_word};
use super::super::{activity_reference, activity_title, dates, role_short, routes};
use super::blocks::contacts;
use super::paper::{
    Block, Cell, Group, Line, Piece, Row, RowLook, Table, fact, known, line, loud, options,
};
use super::routes::ORDER_ID;
use super::write::Source;
use super::{INITIALS, person};
use crate::domain::case::{Case, Id, Receipt, ReceiptState};
use crate::domain::documents::Choices;
use crate::domain::guidance::Status;
use crate::domain::process::{Activity, Answer, Gateway};
use crate::domain::run_book::{
    CheckPoint, CheckWhat, Incident, RunAction, RunBook, RunRoute, RunStep, run_book as book_of,
};

const STEPS: &str = "Trin for trin";
pub const CHECK: &str = "Kontrol: kan vi gå videre? (2.3 pkt. 7)";
pub const NO_RETURN: &str = "Herfra er der ingen vej tilbage: de gamle ruter bliver nedlagt.";
pub const BACK: &str = "Rul tilbage";
pub const BACK_LEAD: &str = "Bruges kun, hvis kontrollen ikke går. Det, der blev gjort sidst, bliver \
    taget tilbage først.";
const INCIDENTS: &str = "Fejl undervejs";
const BESIDE: &str = "Ruter, der ikke skifter i servicevinduet";
const STEP_COLUMNS: [(&str, u8); 5] =
    [("Trin", 0), ("Hvem", 27), ("Planlagt", 13), ("Faktisk", 15), ("Udført", 15)];
const ROUTE_COLUMNS: [(&str, u8); 6] = [
    ("Nr.", 6),
    ("Rute", 0),
    ("Rute-id", 13),
    ("Det sker", 17),
    ("Kvittering", 18),
    ("Kl. og init.", 15),
];
const CHECK_COLUMNS: [(&str, u8); 3] = [("Spørgsmål", 0), ("I sagen nu", 30), ("Svar", 20)];
const INCIDENT_COLUMNS: [(&str, u8); 5] =
    [("Kl.", 9), ("Rute", 26), ("Hvad gik galt?", 0), ("Reference", 15), ("Løst", 13)];
const BESIDE_COLUMNS: [(&str, u8); 3] = [("Rute", 0), ("Bestilling", 28), ("Udføres", 28)];
const LACKING: &str = "mangler";
/// Lines for what goes wrong.
const INCIDENT_LINES: usize = 6;

pub fn run_book(source: &Source, choices: &Choices) -> Vec<Block> {
    let case = source.case();
    let book = book_of(case, source.guidance, source.guidance.current_attempt());
    let mut blocks = vec![Block::Facts(head(case, &book))];
    if !book.window.note.is_empty() {
        blocks.push(Block::Text(fact("Bemærkning", book.window.note.clone())));
    }
    blocks.push(Block::heading(STEPS));
    blocks.push(steps(source, choices, STEPS, &book.forward));
    for step in book.forward.iter().filter(|step| !step.no_return) {
        blocks.extend(routes_of(case, step));
    }
    blocks.extend(check(&book));
    for step in book.forward.iter().filter(|step| step.no_return && !step.routes.is_empty()) {
        blocks.push(Block::Warning(NO_RETURN.into()));
        blocks.extend(routes_of(case, step));
    }
    blocks.extend([Block::NewPage, Block::heading(BACK), Block::text(BACK_LEAD)]);
    blocks.push(steps(source, choices, BACK, &book.back));
    for step in &book.back {
        blocks.extend(routes_of(case, step));
    }
    blocks.extend([Block::heading(INCIDENTS), incidents(case, &book.incidents)]);
    if !book.beside.is_empty() {
        blocks.extend([Block::heading(BESIDE), beside(case, &book)]);
    }
    if choices.contacts {
        blocks.extend(contacts(case));
    }
    blocks
}

fn head(case: &Case, book: &RunBook) -> Vec<Line> {
    let time = |at: Option<_>| at.map(dates::time).unwrap_or_default();
    let mut facts = vec![
        line(format!("{}: {}", attempt(book.attempt), outcome_word(book.outcome))),
        fact("Servicevinduet begynder", time(book.window.window_start)),
        fact("Servicevinduet slutter", time(book.window.window_end)),
        fact(ORDER_ID, case.order_id.clone()),
        fact("Leder af servicevinduet", ""),
    ];
    if book.window.rehearsal {
        facts.insert(0, loud(format!("{REHEARSAL}. {REHEARSAL_MEANS}")));
    }
    facts
}

/// The steps with who, when it was to be and when it was; the point of no return stands between them.
fn steps(source: &Source, choices: &Choices, name: &'static str, steps: &[RunStep]) -> Block {
    let mut table = Table::new(name, &STEP_COLUMNS);
    let mut group = Group::default();
    for step in steps {
        if step.no_return {
            table.groups.push(std::mem::take(&mut group));
            group.heading = Some(NO_RETURN.into());
        }
        group.rows.push(step_row(source, choices, step));
    }
    table.group(group).block()
}

fn step_row(source: &Source, choices: &Choices, step: &RunStep) -> Row {
    let case = source.case();
    let mut what = vec![loud(activity_title(step.activity))];
    if let Status::NotApplicable(excluded) = &step.status {
        what.push(line(format!("Ikke relevant: {}", super::super::excluded_text(excluded))));
    }
    let mut who = vec![line(role_short(step.role))];
    let people = step.people.iter().filter_map(|id| case.people.get(id));
    let mut known_people: Vec<Line> = Vec::new();
    for one in people {
        known_people.push(known(super::named(&one.name, &one.initials)));
        known_people.extend(choices.contacts.then(|| phone(&one.phone)));
    }
    if known_people.is_empty() {
        known_people.push(known(role_organisations(case, step.role).join(", ")));
        known_people.extend(choices.contacts.then(|| phone("")));
    }
    who.extend(known_people);
    let done = step.done.as_ref();
    let at = done.map(|(stamp, on)| match on {
        Some(day) => dates::day(*day),
        None => dates::time((source.clock)(stamp.at)),
    });
    let mut ticked = vec![Piece::Tick { on: done.is_some(), word: "".into() }];
    match done.map(|(stamp, _)| person(&stamp.author)).unwrap_or_default().as_str() {
        "" => ticked.extend([Piece::Text(INITIALS.into()), Piece::Write]),
        by => ticked.extend(line(by.to_owned())),
    }
    Row::new([
        Cell::lines(what).naming(),
        Cell::lines(who),
        Cell::known(step.planned.map(dates::time).unwrap_or_default()),
        Cell::known(at.unwrap_or_default()),
        Cell::lines([ticked]),
    ])
}

fn phone(number: &str) -> Line {
    let mut phone = line("tlf. ");
    phone.extend(known(number.to_owned()));
    phone
}

/// The routes that a step is done to, each with a box for its receipt.
fn routes_of(case: &Case, step: &RunStep) -> Vec<Block> {
    if step.routes.is_empty() {
        return Vec::new();
    }
    let heading = format!(
        "{} ({})",
        activity_title(step.activity),
        dates::count(step.routes.len(), "rute", "ruter")
    );
    let rows = step.routes.iter().map(|it| route_row(case, it));
    let table = Table::new(heading.clone(), &ROUTE_COLUMNS).rows(rows);
    vec![Block::heading(heading), table.block()]
}

fn route_row(case: &Case, it: &RunRoute) -> Row {
    let receipt = match &it.receipt {
        None => options([ReceiptState::Ok, ReceiptState::Failed].map(receipt_label)),
        Some(receipt) => {
            let state = receipt.state.map_or("", receipt_label);
            vec![Piece::Tick { on: true, word: state.into() }]
        }
    };
    Row::new([
        Cell::text(dates::number(it.number)),
        Cell::head(name(case, it.route)),
        Cell::known(reference(case, it.route)),
        Cell::text(action(it.action)),
        Cell::lines([receipt]),
        Cell::lines([vec![Piece::Write]]),
    ])
}

pub const fn action(action: RunAction) -> &'static str {
    match action {
        RunAction::Close => "Nedlægges",
        RunAction::SetUp => "Sættes op",
        RunAction::TakeDown => "Tages ned igen",
        RunAction::Restore => "Genåbnes",
    }
}

/// The check, and the decision that follows from it.
fn check(book: &RunBook) -> Vec<Block> {
    let row = |point: &CheckPoint| {
        let (question, now) = check_words(point.what);
        let answer = match (point.holds, now.as_str()) {
            (Some(false), "") => LACKING.to_owned(),
            (Some(false), _) => format!("{now} – {LACKING}"),
            _ => now,
        };
        Row::new([Cell::head(question), Cell::known(answer), Cell::options(["Ja", "Nej"])])
    };
    let table = Table::new(CHECK, &CHECK_COLUMNS);
    let group =
        Group { rows: book.check.iter().map(row).collect(), together: true, ..Group::default() };
    let yes = super::super::answer_label(Gateway::CheckOk, Answer::Yes);
    let decision = vec![
        options([
            format!("{yes}: gå videre med {}", activity_reference(Activity::G10)),
            format!("Nej: rul tilbage med {}", activity_reference(Activity::G11)),
        ]),
        fact("Besluttet af", ""),
        fact("Kl.", ""),
    ];
    vec![Block::heading(CHECK), table.group(group).block(), Block::Facts(decision)]
}

/// The question, and what the case knows of it.
pub fn check_words(what: CheckWhat) -> (&'static str, String) {
    match what {
        CheckWhat::Receipts { due, settled } => (
            "Er alle kvitteringer modtaget og i orden?",
            format!("{} af {}", dates::number(settled), dates::number(due)),
        ),
        CheckWhat::Incidents(open) => {
            ("Er alle fejl løst?", dates::count(open, "åben fejl", "åbne fejl"))
        }
        CheckWhat::Status => {
            ("Har SP's Helpdesk givet status på alle ruter (2.3 pkt. 6)?", String::new())
        }
        CheckWhat::NewRoutes { all, placed } => (
            "Er de nye ruter, der skulle være oprettet på forhånd, bestilt?",
            format!("{} af {}", dates::number(placed), dates::number(all)),
        ),
        CheckWhat::Findings(errors) => {
            ("Er alt det, der skal løses, løst?", dates::count(errors, "afvigelse", "afvigelser"))
        }
        CheckWhat::DataFlows => ("Virker det nye it-system med de nye ruter?", String::new()),
        CheckWhat::TimeLeft(end) => (
            "Er der tid til at rulle tilbage, inden vinduet slutter?",
            end.map(|at| format!("Slutter {}", dates::time(at))).unwrap_or_default(),
        ),
    }
}

fn incidents(case: &Case, incidents: &[Incident]) -> Block {
    let known_rows = incidents.iter().map(|it| {
        let Receipt { incident, reference, resolved, .. } = &it.receipt;
        let name = format!("{}, {}", name(case, it.route), order_label(it.order).to_lowercase());
        Row::new([
            Cell::known(""),
            Cell::head(name),
            Cell::known(incident.clone()),
            Cell::known(reference.clone()),
            Cell::known(resolved.map(dates::day).unwrap_or_default()),
        ])
    });
    let empty = (0..INCIDENT_LINES)
        .map(|_| Row::new((0..INCIDENT_COLUMNS.len()).map(|_| Cell::text(""))).look(RowLook::Sign));
    Table::new(INCIDENTS, &INCIDENT_COLUMNS).rows(known_rows.chain(empty)).block()
}

fn beside(case: &Case, book: &RunBook) -> Block {
    let rows = book.beside.iter().map(|(moment, planned)| {
        Row::new([
            Cell::head(name(case, planned.route)),
            Cell::text(order_label(planned.kind)),
            Cell::known(moment.map_or("", moment_label)),
        ])
    });
    Table::new(BESIDE, &BESIDE_COLUMNS).rows(rows).block()
}

fn name(case: &Case, id: Id) -> String {
    let name = case.routes.get(&id).map(|route| route.name.clone());
    name.filter(|name| !name.is_empty()).unwrap_or_else(|| routes::UNNAMED.to_owned())
}

fn reference(case: &Case, id: Id) -> String {
    case.routes.get(&id).map(|route| route.reference.clone()).unwrap_or_default()
}
