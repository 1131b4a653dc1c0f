//! What each event did, in words: the history reads as sentences without their subject, who is beside them.

use super::dates;
use super::history_route::route_field;
use super::planning;
use super::{
    activity_title, answer_label, check_text, gateway_question, handover_name, role_short,
    scope_text,
};
use crate::domain::case::{
    AgreementField, AttemptField, Author, Case, CaseField, DecisionField, EntityKind, Event, Field,
    Id, MarkField, MarkKey, MarkState, PersonField, Scope, SystemField, Value,
};
use crate::domain::process::{Answer, Gateway};

/// A text longer than this is shown by its beginning.
const LONGEST: usize = 300;

/// What the event did: "Markerede pkt. 8 Modtag ruteoverblik udført".
pub fn event_text(case: &Case, event: &Event) -> String {
    let value = &event.value;
    match event.field {
        Field::Case(field) => case_field(case, field, value),
        Field::Exists(kind, id) => {
            let verb = match value {
                Value::Flag(true) if event.id == id => "Tilføjede",
                Value::Flag(true) => "Gendannede",
                _ => "Fjernede",
            };
            format!("{verb} {}", entity(case, kind, id))
        }
        Field::OrganisationName(id) => named(EntityKind::Organisation, event.id, id, value),
        Field::AuthorityName(id) => named(EntityKind::Authority, event.id, id, value),
        Field::System(id, field) => system_field(case, event, id, field),
        Field::Person(id, field) => person_field(case, event, id, field),
        Field::Route(id, field) => route_field(case, id, field, value),
        Field::Agreement(id, field) => {
            let agreement = entity(case, EntityKind::Agreement, id);
            match field {
                AgreementField::Name => named(EntityKind::Agreement, event.id, id, value),
                AgreementField::System => {
                    set(&format!("it-systemet i den anden ende af {agreement}"), link(case, value))
                }
                AgreementField::Note => note(&agreement, value),
            }
        }
        Field::Attempt(number, field) => match field {
            AttemptField::WindowStart => {
                set(&format!("servicevinduets start i forsøg {number}"), plain(value))
            }
            AttemptField::WindowEnd => {
                set(&format!("servicevinduets slutning i forsøg {number}"), plain(value))
            }
            AttemptField::Note => note(&format!("forsøg {number}"), value),
            AttemptField::Rehearsal => planning::rehearsal_set(number, value),
        },
        Field::Planned(attempt, activity) => planning::planned_set(attempt, activity, value),
        Field::Due(topic) => planning::due_set(case, topic, value),
        Field::Meeting(number, field) => planning::meeting_set(case, number, field, value),
        Field::Done(key, field) => mark_field(case, key, field, value),
        Field::Decision(gateway, scope, field) => decision(case, gateway, scope, field, value),
        Field::Check(item) => {
            let title = check_text(item).title;
            if *value == Value::Flag(true) {
                format!("Krydsede »{title}« af")
            } else {
                format!("Tog krydset ved »{title}« væk")
            }
        }
        Field::Sent(handover, scope) => {
            let what = with_scope(case, format!("»{}«", handover_name(handover)), scope);
            if *value == Value::Flag(true) {
                format!("Markerede overleveringen {what} afsendt")
            } else {
                format!("Tog tilbage, at overleveringen {what} er afsendt")
            }
        }
    }
}

/// Who wrote the event: "Mette Holm · Systemansvarlig".
pub fn author_text(author: &Author) -> String {
    let name = author_name(author);
    let roles: Vec<String> = author.roles.iter().map(|role| role_short(*role).to_owned()).collect();
    if roles.is_empty() { name.to_owned() } else { format!("{name} · {}", dates::list(&roles)) }
}

pub(super) fn author_name(author: &Author) -> &str {
    match (author.name.as_str(), author.initials.as_str()) {
        ("", "") => NO_NAME,
        ("", initials) => initials,
        (name, _) => name,
    }
}

/// Whether the event tells why something was done out of turn or against what is derived.
pub fn is_reason(event: &Event) -> bool {
    use crate::domain::case::{OrderField, RouteField};
    let asked = matches!(
        event.field,
        Field::Done(_, MarkField::Reason)
            | Field::Decision(_, _, DecisionField::Reason)
            | Field::Route(_, RouteField::Order(_, OrderField::PartyReason))
    );
    asked && event.value != Value::Nothing
}

const NO_NAME: &str = "En bruger uden navn";
pub const LEAD: &str = "Se, hvem der har gjort hvad i sagen og hvornår. Det nyeste står øverst.";
pub const EMPTY: &str = "Her kommer hver ændring i sagen til at stå, så snart der er en.";
pub const NONE_MATCH: &str =
    "Ingen hændelser passer til det, du har valgt. Vælg mindre, eller ryd valgene.";
pub const NARROW: &str = "Vis kun";
pub const PERSON: &str = "Person";
pub const ROLE: &str = "Rolle";
pub const PAGE: &str = "Side";
pub const ROUTE: &str = "Rute";
pub const ROUTE_HINT: &str = "Rutens navn eller en del af det";
pub const FROM: &str = "Fra og med";
pub const TO: &str = "Til og med";
pub const ALL: &str = "Alle";
pub const CLEAR: &str = "Ryd valg";
pub const VERSIONS: &str = "Versionskode";
pub const COMPARE: &str = "Sammenlign";
pub const OTHER_CODE: &str = "Koden fra den anden kopi";
pub const OTHER_CODE_HINT: &str = "Den står på papiret og under »Historik« hos den anden.";
pub const DEVIATION: &str = "Afvigelse";
pub const SHOW_MORE: &str = "Vis flere";
pub const UNDO_HINT: &str = "Med »Fortryd« (Ctrl+Z) kan du tage dine egne ændringer i denne fane \
    tilbage, én ad gangen, og med »Gentag« (Ctrl+Y) gøre dem igen. På Mac er det Cmd+Z og Cmd+Shift+Z. \
    Intet slettes: også det fortrudte bliver stående her.";

pub const SINCE: &str = "Hvad er ændret siden …";
pub const SINCE_WHAT: &str = "Siden hvornår?";
pub const SINCE_CHOOSE: &str = "Vælg";
pub const SINCE_DAY: &str = "Fra og med dagen";
pub const SINCE_CHANGED: &str = "Det er ændret";
pub const SINCE_FILE: &str = "Vælg filen";

/// Since when changes are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SinceWhat {
    Export,
    Day,
    File,
}

pub const fn since_what(since: SinceWhat) -> &'static str {
    match since {
        SinceWhat::Export => "Min sidste eksport",
        SinceWhat::Day => "En dag",
        SinceWhat::File => "En fil, jeg har",
    }
}

/// "Min sidste eksport, i går kl. 14.05".
pub fn since_export(when: &str) -> String {
    format!("{}, {when}", since_what(SinceWhat::Export))
}

/// What a file is to the case here: "sag.json: Du har nyere: de mangler 3 ændringer."
pub fn compared(name: &str, comparison: &str) -> String {
    format!("{name}: {comparison}")
}

/// What a version code is for.
pub fn your_version(code: &str) -> String {
    format!(
        "Din kopi af sagen har koden {code}. Den er kort nok til at læse op i telefonen: har en anden \
         samme kode, har I præcis de samme ændringer."
    )
}

/// "Viser 200 af 1.234 hændelser".
pub fn shown_of(shown: usize, all: usize) -> String {
    if shown == all {
        dates::count(all, "hændelse", "hændelser")
    } else {
        format!("Viser {} af {}", dates::number(shown), dates::count(all, "hændelse", "hændelser"))
    }
}

fn case_field(case: &Case, field: CaseField, value: &Value) -> String {
    match field {
        CaseField::Title => set("sagens navn", plain(value)),
        CaseField::Note => note("sagen", value),
        CaseField::Example => "Mærkede sagen som eksempel".to_owned(),
        CaseField::OldSystem => set("gammelt it-system", link(case, value)),
        CaseField::NewSystem => set("nyt it-system", link(case, value)),
        CaseField::OrderId => set("BestillingsID", plain(value)),
    }
}

fn system_field(case: &Case, event: &Event, id: Id, field: SystemField) -> String {
    let system = entity(case, EntityKind::System, id);
    match field {
        SystemField::Name => named(EntityKind::System, event.id, id, &event.value),
        SystemField::Manager => {
            set(&format!("systemansvarlig for {system}"), link(case, &event.value))
        }
        SystemField::Operator => {
            set(&format!("forvaltningsansvarlig for {system}"), link(case, &event.value))
        }
        SystemField::Note => note(&system, &event.value),
    }
}

fn person_field(case: &Case, event: &Event, id: Id, field: PersonField) -> String {
    let person = entity(case, EntityKind::Person, id);
    let of = |what: &str| format!("{what} for {person}");
    match field {
        PersonField::Name => named(EntityKind::Person, event.id, id, &event.value),
        PersonField::Initials => set(&of("initialer"), plain(&event.value)),
        PersonField::Organisation => set(&of("organisation"), link(case, &event.value)),
        PersonField::Email => set(&of("e-mail"), plain(&event.value)),
        PersonField::Phone => set(&of("telefon"), plain(&event.value)),
        PersonField::Role(role) if event.value == Value::Flag(true) => {
            format!("Gav {person} rollen {}", role_short(role))
        }
        PersonField::Role(role) => format!("Tog rollen {} fra {person}", role_short(role)),
    }
}

fn mark_field(case: &Case, key: MarkKey, field: MarkField, value: &Value) -> String {
    let name = activity_title(key.activity);
    let mut what = with_scope(case, name, key.scope);
    if let Some(organisation) = case.organisation_name(key.holder.organisation) {
        what = format!("{what} for {organisation}");
    }
    match field {
        MarkField::State => match word(value).and_then(MarkState::from_code) {
            Some(MarkState::Done) => format!("Markerede {what} udført"),
            Some(MarkState::Skipped) => format!("Satte {what} til ikke relevant"),
            None => format!("Tog markeringen af {what} tilbage"),
        },
        MarkField::On => set(&format!("dagen, hvor {what} blev udført,"), plain(value)),
        MarkField::Note => note(&what, value),
        MarkField::Reason => reason(&what, value),
    }
}

fn decision(
    case: &Case,
    gateway: Gateway,
    scope: Scope,
    field: DecisionField,
    value: &Value,
) -> String {
    let what = with_scope(case, format!("»{}«", gateway_question(gateway)), scope);
    match field {
        DecisionField::Answer => match word(value).and_then(Answer::from_code) {
            Some(answer) => format!("Svarede »{}« på {what}", answer_label(gateway, answer)),
            None => format!("Tog svaret på {what} tilbage"),
        },
        DecisionField::By => set(&format!("hvem der besluttede {what},"), plain(value)),
        DecisionField::Note => note(&what, value),
        DecisionField::Reason => reason(&what, value),
    }
}

fn reason(what: &str, value: &Value) -> String {
    match plain(value) {
        Some(why) => format!("Begrundede, at {what} blev registreret før tur: {why}"),
        None => format!("Fjernede begrundelsen for at registrere {what} før tur"),
    }
}

pub(super) fn note(about: &str, value: &Value) -> String {
    match plain(value) {
        Some(text) => format!("Skrev en bemærkning til {about}: {text}"),
        None => format!("Fjernede bemærkningen til {about}"),
    }
}

/// "Satte X til Y", or that X was emptied.
pub(super) fn set(what: &str, value: Option<String>) -> String {
    match value {
        Some(value) => format!("Satte {what} til {value}"),
        None => format!("Ryddede {}", what.trim_end_matches(',')),
    }
}

/// The first name of what was just created, or a later one.
fn named(kind: EntityKind, event: Id, id: Id, value: &Value) -> String {
    let kind = kind_name(kind);
    // The same writer names what it creates in the same stroke.
    let first = event.writer == id.writer && event.seq == id.seq + 1;
    match plain(value) {
        Some(name) if first => format!("Navngav {kind}: {name}"),
        Some(name) => format!("Ændrede navnet på {kind} til {name}"),
        None => format!("Ryddede navnet på {kind}"),
    }
}

/// The entity with its kind: "organisationen Alfa Kommune".
pub(super) fn entity(case: &Case, kind: EntityKind, id: Id) -> String {
    match name_of(case, kind, id).filter(|name| !name.is_empty()) {
        Some(name) => format!("{} {name}", kind_name(kind)),
        None => format!("{} uden navn", kind_without_name(kind)),
    }
}

/// The name of what the value links to, removed or not.
pub(super) fn link(case: &Case, value: &Value) -> Option<String> {
    let Value::Link(id) = value else { return None };
    let kinds = EntityKind::ALL.iter();
    let mut names = kinds.filter_map(|kind| name_of(case, *kind, *id));
    Some(names.next().filter(|name| !name.is_empty()).unwrap_or("noget uden navn").to_owned())
}

/// A value that reads the same in every field.
pub(super) fn plain(value: &Value) -> Option<String> {
    Some(match value {
        Value::Nothing | Value::Link(_) => return None,
        Value::Text(text) => format!("»{}«", shortened(text)),
        Value::Flag(true) => "ja".to_owned(),
        Value::Flag(false) => "nej".to_owned(),
        Value::Count(count) => dates::number(*count as usize),
        Value::Word(word) => (*word).to_owned(),
        Value::Day(day) => dates::day(*day),
        Value::Time(time) => dates::time(*time),
    })
}

/// The code of a fixed word.
pub(super) fn word(value: &Value) -> Option<&'static str> {
    match value {
        Value::Word(word) => Some(word),
        _ => None,
    }
}

fn name_of(case: &Case, kind: EntityKind, id: Id) -> Option<&str> {
    match kind {
        EntityKind::Organisation => case.organisations.get(&id).map(|it| it.name.as_str()),
        EntityKind::Authority => case.authorities.get(&id).map(|it| it.name.as_str()),
        EntityKind::System => case.systems.get(&id).map(|it| it.name.as_str()),
        EntityKind::Person => case.people.get(&id).map(|it| it.name.as_str()),
        EntityKind::Route => case.routes.get(&id).map(|it| it.name.as_str()),
        EntityKind::Agreement => case.agreements.get(&id).map(|it| it.name.as_str()),
    }
}

const fn kind_name(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Organisation => "organisationen",
        EntityKind::Authority => "myndigheden",
        EntityKind::System => "it-systemet",
        EntityKind::Person => "personen",
        EntityKind::Route => "ruten",
        EntityKind::Agreement => "serviceaftalen",
    }
}

const fn kind_without_name(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Organisation => "en organisation",
        EntityKind::Authority => "en myndighed",
        EntityKind::System => "et it-system",
        EntityKind::Person => "en person",
        EntityKind::Route => "en rute",
        EntityKind::Agreement => "en serviceaftale",
    }
}

pub(super) fn with_scope(case: &Case, what: String, scope: Scope) -> String {
    match scope_text(case, scope) {
        Some(scope) => format!("{what} ({scope})"),
        None => what,
    }
}

/// A text by its beginning, where it is long.
pub(super) fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{} …", text[..end].trim_end()),
        None => text.to_owned(),
    }
}
