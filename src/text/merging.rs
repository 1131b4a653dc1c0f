//! The words of a merge seen before it happens, of conflicts, and of copies compared.

use super::dates::{self, count};
use super::fields::{field_name, value_text};
use super::history::{author_text, event_text};
use super::{capital, role_short, scope_text, uncapital};
use crate::domain::case::{BuiltOn, Scope};
use crate::domain::case::{Case, CaseFile, Event, Field, MarkField, MarkState, NoVersion, Value};
use crate::domain::exchange::Cover;
use crate::domain::merging::{
    ByPage, ByPerson, Change, Changes, Choice, CodeComparison, Dispute, FileComparison, Page,
    Relation, Who,
};
use crate::domain::time::{Day, LocalTime};

/// "Forvaltningsansvarlig (nyt) markerede pkt. 8 Modtag ruteoverblik udført 21.11.2026."
///
/// `case` has the names: that of after the merge. The day is that of the event where it is read.
pub fn change_sentence(case: &Case, event: &Event, day: Day) -> String {
    let roles: Vec<String> =
        event.author.roles.iter().map(|role| role_short(*role).to_owned()).collect();
    let subject = if roles.is_empty() { author_text(&event.author) } else { dates::list(&roles) };
    let what = uncapital(&event_text(case, event));
    let day = dates::day(day);
    if matches!(event.field, Field::Done(_, MarkField::State))
        && event.value == Value::from(MarkState::Done)
    {
        format!("{subject} {what} {day}.")
    } else {
        format!("{subject} {what} ({day}).")
    }
}

/// The sentence of a line of a preview; what its creator filled in or wrote before is told by count.
pub fn change_text(file: &CaseFile, change: &Change, day: Day) -> String {
    let Some(event) = file.log().get(change.event) else { return String::new() };
    let sentence = change_sentence(file.case(), event, day);
    match change.events {
        0 | 1 => sentence,
        many => format!("{sentence} ({} i alt)", count(many, "ændring", "ændringer")),
    }
}

/// A person with the roles of the changes: "Mette Holm · Systemansvarlig".
pub fn person_text(person: &ByPerson) -> String {
    let roles: Vec<String> = person.roles.iter().map(|role| role_short(*role).to_owned()).collect();
    let who = who_text(&person.who);
    if roles.is_empty() { who } else { format!("{who} · {}", dates::list(&roles)) }
}

/// A person by name, else initials.
pub fn who_text(who: &Who) -> String {
    let author = crate::domain::case::Author {
        name: who.name.clone(),
        initials: who.initials.clone(),
        ..Default::default()
    };
    author_text(&author)
}

/// What a page is called; a route by its name.
pub const fn page_name(page: Page) -> &'static str {
    match page {
        Page::Facts => "Stamdata",
        Page::MyTurn => "Min tur",
        Page::Routes => "Ruter",
        Page::Agreements => "Serviceaftaler",
        Page::Cutover => "Omlægning",
        Page::Meeting => "Møde",
        Page::Handovers => "Overleveringer",
        Page::Glossary => "Begreber",
    }
}

/// The heading of a group: "Rute R12".
pub fn group_name(case: &Case, group: &ByPage) -> String {
    match group.route {
        Some(id) => {
            capital(&format!("rute {}", scope_text(case, Scope::Route(id)).unwrap_or_default()))
        }
        None => page_name(group.page).to_owned(),
    }
}

/// "12 ændringer af 2 personer", and what no line tells of.
pub fn changes_summary(changes: &Changes) -> String {
    let lines = count(changes.lines, "ændring", "ændringer");
    let people = count(changes.people.len(), "person", "personer");
    let unchanged = match changes.unchanged {
        0 => String::new(),
        fields => format!(
            " {} er endt som før og vises ikke.",
            capital(&count(fields, "oplysning", "oplysninger"))
        ),
    };
    match (changes.lines, changes.events) {
        (0, 0) => "Ingen ændringer.".to_owned(),
        (0, _) => format!("Intet står anderledes.{unchanged}"),
        _ => format!("{lines} af {people}.{unchanged}"),
    }
}

/// What a file is to the case here.
pub fn relation_text(relation: Relation) -> String {
    let changes = |n| count(n, "ændring", "ændringer");
    match relation {
        Relation::NewCase => "Sagen er ikke i denne browser. Den bliver oprettet her.".to_owned(),
        Relation::OtherCase => {
            "Filen er en anden sag og bliver ikke flettet ind i denne. Åbn den som sin egen sag."
                .to_owned()
        }
        Relation::SameVersion => {
            "Filen er samme version som din. Der er intet at flette.".to_owned()
        }
        Relation::OlderOfMine { lacks } => format!(
            "Filen er en ældre kopi af din egen sag. Den har intet nyt og mangler {}.",
            changes(lacks)
        ),
        Relation::AlreadyMerged { lacks } => format!(
            "Filen er flettet ind før. Den har intet nyt og mangler {}, du har.",
            changes(lacks)
        ),
        Relation::News { new, lacks: 0 } => {
            format!("Filen har {}, du ikke har, og alt, hvad du har.", changes(new))
        }
        Relation::News { new, lacks } => {
            format!(
                "Filen har {}, du ikke har, og mangler {}, du har.",
                changes(new),
                changes(lacks)
            )
        }
    }
}

/// Who exported a file, when, and to whom it is handed over.
pub fn cover_text(cover: &Cover, at: LocalTime) -> String {
    let who = author_text(&cover.by);
    if cover.app.is_empty() {
        return format!("Fælles fil, sidst ændret {} af {who}.", dates::time(at));
    }
    let exported =
        format!("Eksporteret {} af {who} med version {} af appen.", dates::time(at), cover.app);
    match &cover.delivery {
        None => exported,
        Some(delivery) => {
            let number = delivery.number.map(|n| format!(" (nr. {n})")).unwrap_or_default();
            format!("{exported} Overdraget til {}{number}.", role_short(delivery.to))
        }
    }
}

pub const ALTERED: &str = "Filens indhold passer ikke med dens versionskode. Den kan være ændret, \
    siden den blev eksporteret.";

/// What a conflict is about.
pub fn dispute_name(case: &Case, dispute: &Dispute) -> String {
    field_name(case, dispute.field)
}

/// One of the values of a conflict: "Erstat".
pub fn choice_text(case: &Case, dispute: &Dispute, choice: &Choice) -> String {
    value_text(case, dispute.field, &choice.value)
}

/// How many older values of a conflict are not shown.
pub fn more_values(hidden: usize) -> String {
    format!("og {}. De står under Historik.", count(hidden, "ældre svar", "ældre svar"))
}

/// Who speaks for a value and when: "Mette Holm · Systemansvarlig, 21.11.2026 kl. 14.05".
pub fn choice_by(
    file: &CaseFile,
    choice: &Choice,
    local: impl Fn(i64) -> LocalTime,
) -> Vec<String> {
    let events = choice.events.iter().filter_map(|id| file.log().get(*id));
    events
        .map(|event| format!("{}, {}", author_text(&event.author), dates::time(local(event.at))))
        .collect()
}

/// "BestillingsID er ændret siden af Bo Lund og bliver stående."
pub fn built_on_text(file: &CaseFile, built_on: &BuiltOn) -> String {
    let mut people: Vec<String> = Vec::new();
    for event in built_on.by.iter().filter_map(|id| file.log().get(*id)) {
        let who = who_text(&Who::of(&event.author));
        if !people.contains(&who) {
            people.push(who);
        }
    }
    let by =
        if people.is_empty() { String::new() } else { format!(" af {}", dates::list(&people)) };
    format!("{} er ændret siden{by} og bliver stående.", field_name(file.case(), built_on.field))
}

/// "BestillingsID var en konflikt, og det valgte bliver stående."
pub fn chosen_text(case: &Case, field: Field) -> String {
    format!("{} var en konflikt, og det valgte bliver stående.", field_name(case, field))
}

/// What a version code tells of the other copy.
pub fn code_text(comparison: CodeComparison) -> String {
    match comparison {
        CodeComparison::Same => "Samme version: I har præcis det samme.".to_owned(),
        CodeComparison::Newer { ahead } => format!(
            "Du har nyere: deres kopi er en tidligere udgave af din og mangler {}.",
            count(ahead, "ændring", "ændringer")
        ),
        CodeComparison::Unknown => "Koden kendes ikke her. Enten har de nyere, eller I har hver især \
            noget, den anden mangler. Koden alene kan ikke sige hvilket: få deres fil, og åbn den, så \
            kan du se det."
            .to_owned(),
    }
}

/// What a file tells of the other copy.
pub fn file_comparison_text(comparison: FileComparison) -> String {
    let changes = |n| count(n, "ændring", "ændringer");
    match comparison {
        FileComparison::OtherCase => "Filen er en anden sag.".to_owned(),
        FileComparison::Same => "Samme version: I har præcis det samme.".to_owned(),
        FileComparison::Newer { ahead } => {
            format!("Du har nyere: de mangler {}.", changes(ahead))
        }
        FileComparison::Older { behind } => {
            format!("De har nyere: du mangler {}.", changes(behind))
        }
        FileComparison::Apart { ahead, behind } => format!(
            "I har hver især noget, den anden mangler: de mangler {}, du mangler {}.",
            changes(ahead),
            changes(behind)
        ),
    }
}

/// What is wrong with a code that was typed.
pub fn no_version_text(error: NoVersion) -> String {
    match error {
        NoVersion::Length(0) => "Skriv versionskoden, for eksempel 7k2m-9qx4.".to_owned(),
        NoVersion::Length(length) => format!(
            "En versionskode har 8 bogstaver og tal, for eksempel 7k2m-9qx4. Her er {length}."
        ),
        NoVersion::Letter(letter) => {
            format!("Tegnet {letter} er ikke i nogen versionskode. Se efter igen.")
        }
    }
}
