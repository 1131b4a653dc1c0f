//! A field and its values in words, for choosing between what two people wrote.

use super::dates::{day, time};
use super::facts::{
    active_label, addressing_label, closer_label, end_label, handling_label, order_label,
    receipt_label, route_type_label, side_label,
};
use super::{
    activity_name, activity_reference, answer_label, check_text, gateway_question, handover_name,
    role_short, scope_text,
};
use crate::domain::case::{
    Addressing, AgreementField, AttemptField, Case, CaseField, Closer, DecisionField, EntityKind,
    Field, Handling, Id, MarkField, MarkState, OrderField, OrderKind, PersonField, ReceiptField,
    ReceiptState, RouteField, RouteType, Scope, SideField, SignatureField, SystemField, Value,
};
use crate::domain::process::Answer;

pub const KEEP: &str = "Behold";
pub const REMOVE_ANYWAY: &str = "Fjern alligevel";
pub const REMOVED: &str = "Fjernet";
pub const NOTHING: &str = "(tomt)";
const YES: &str = "Ja";
const NO: &str = "Nej";

/// What a field is, with what it belongs to: "Rute A · Handling".
pub fn field_text(case: &Case, field: Field) -> String {
    match field {
        Field::Case(field) => format!("Sagen · {}", case_field(field)),
        Field::Exists(kind, id) => format!("{} · Fjernet eller ændret", entity(case, kind, id)),
        Field::OrganisationName(id) => {
            format!("{} · Navn", entity(case, EntityKind::Organisation, id))
        }
        Field::AuthorityName(id) => format!("{} · Navn", entity(case, EntityKind::Authority, id)),
        Field::System(id, field) => {
            format!("{} · {}", entity(case, EntityKind::System, id), system_field(field))
        }
        Field::Person(id, field) => {
            format!("{} · {}", entity(case, EntityKind::Person, id), person_field(field))
        }
        Field::Route(id, field) => {
            format!("{} · {}", entity(case, EntityKind::Route, id), route_field(field))
        }
        Field::Agreement(id, field) => {
            format!("{} · {}", entity(case, EntityKind::Agreement, id), agreement_field(field))
        }
        Field::Attempt(number, field) => format!("Forsøg {number} · {}", attempt_field(field)),
        Field::Done(key, field) => {
            let name =
                format!("{} {}", activity_reference(key.activity), activity_name(key.activity));
            let what = match field {
                MarkField::State => "Udført",
                MarkField::On => "Udført den",
                MarkField::Note => super::common::NOTE,
                MarkField::Reason => super::common::REASON_LABEL,
            };
            format!("{} · {what}", scoped(case, name, key.scope))
        }
        Field::Decision(gateway, scope, field) => {
            let what = match field {
                DecisionField::Answer => "Svar",
                DecisionField::By => "Besluttet af",
                DecisionField::Note => super::common::NOTE,
                DecisionField::Reason => super::common::REASON_LABEL,
            };
            let question = gateway_question(gateway).to_owned();
            format!("{} · {what}", scoped(case, question, scope))
        }
        Field::Check(item) => check_text(item).title.to_owned(),
        Field::Sent(handover, scope) => {
            format!("{} · Afsendt", scoped(case, handover_name(handover).to_owned(), scope))
        }
    }
}

/// A field's value as people read it.
pub fn value_text(case: &Case, field: Field, value: &Value) -> String {
    match value {
        Value::Nothing => NOTHING.to_owned(),
        Value::Text(text) => text.clone(),
        Value::Flag(flag) => flag_text(field, *flag).to_owned(),
        Value::Count(count) => count.to_string(),
        Value::Word(word) => word_text(field, word).to_owned(),
        Value::Link(id) => match field.kind() {
            crate::domain::case::ValueKind::Link(kind) => entity(case, kind, *id),
            _ => NOTHING.to_owned(),
        },
        Value::Day(value) => day(*value),
        Value::Time(value) => time(*value),
    }
}

fn flag_text(field: Field, flag: bool) -> &'static str {
    match (field, flag) {
        (Field::Exists(..), false) => REMOVED,
        (Field::Exists(..), true) => KEEP,
        (Field::Route(_, RouteField::Side(_, SideField::Active)), flag) => active_label(flag),
        (Field::Route(_, RouteField::Order(_, OrderField::Party)), true) => "Part i rute",
        (Field::Route(_, RouteField::Order(_, OrderField::Party)), false) => "Ikke part i rute",
        (_, true) => YES,
        (_, false) => NO,
    }
}

fn word_text(field: Field, word: &'static str) -> &'static str {
    let shown = match field {
        Field::Decision(gateway, _, _) => {
            Answer::from_code(word).map(|answer| answer_label(gateway, answer))
        }
        Field::Done(..) => MarkState::from_code(word).map(|state| match state {
            MarkState::Done => "Udført",
            MarkState::Skipped => super::common::NOT_RELEVANT,
        }),
        Field::Route(_, RouteField::Handling) => Handling::from_code(word).map(handling_label),
        Field::Route(_, RouteField::Closer) => Closer::from_code(word).map(closer_label),
        Field::Route(_, RouteField::Side(_, SideField::Type)) => {
            RouteType::from_code(word).map(route_type_label)
        }
        Field::Route(_, RouteField::Side(_, SideField::Addressing)) => {
            Addressing::from_code(word).map(addressing_label)
        }
        Field::Route(_, RouteField::Receipt(..)) => {
            ReceiptState::from_code(word).map(receipt_label)
        }
        Field::Route(_, RouteField::Signature(..)) => OrderKind::from_code(word).map(order_label),
        _ => None,
    };
    shown.unwrap_or(word)
}

fn scoped(case: &Case, name: String, scope: Scope) -> String {
    match scope_text(case, scope) {
        Some(scope) => format!("{name} ({scope})"),
        None => name,
    }
}

fn entity(case: &Case, kind: EntityKind, id: Id) -> String {
    let (label, name) = match kind {
        EntityKind::Organisation => {
            ("Organisation", case.organisations.get(&id).map(|entity| &entity.name))
        }
        EntityKind::Authority => {
            ("Myndighed", case.authorities.get(&id).map(|entity| &entity.name))
        }
        EntityKind::System => ("It-system", case.systems.get(&id).map(|entity| &entity.name)),
        EntityKind::Person => ("Person", case.people.get(&id).map(|entity| &entity.name)),
        EntityKind::Route => ("Rute", case.routes.get(&id).map(|entity| &entity.name)),
        EntityKind::Agreement => {
            ("Serviceaftale", case.agreements.get(&id).map(|entity| &entity.name))
        }
    };
    match name.filter(|name| !name.is_empty()) {
        Some(name) => format!("{label} {name}"),
        None => format!("{label} uden navn"),
    }
}

const fn case_field(field: CaseField) -> &'static str {
    match field {
        CaseField::Title => "Navn",
        CaseField::Note => super::common::NOTE,
        CaseField::Example => "Eksempelsag",
        CaseField::OldSystem => "Gammelt it-system",
        CaseField::NewSystem => "Nyt it-system",
        CaseField::OrderId => "BestillingsID",
    }
}

const fn system_field(field: SystemField) -> &'static str {
    match field {
        SystemField::Name => "Navn",
        SystemField::Manager => "Systemansvarlig",
        SystemField::Operator => "Forvaltningsansvarlig",
        SystemField::Note => super::common::NOTE,
    }
}

const fn person_field(field: PersonField) -> &'static str {
    match field {
        PersonField::Name => "Navn",
        PersonField::Initials => "Initialer",
        PersonField::Organisation => "Organisation",
        PersonField::Email => "E-mail",
        PersonField::Phone => "Telefon",
        PersonField::Role(role) => role_short(role),
    }
}

const fn agreement_field(field: AgreementField) -> &'static str {
    match field {
        AgreementField::Name => "Navn",
        AgreementField::System => "It-system",
        AgreementField::Note => super::common::NOTE,
    }
}

const fn attempt_field(field: AttemptField) -> &'static str {
    match field {
        AttemptField::WindowStart => "Servicevindue begynder",
        AttemptField::WindowEnd => "Servicevindue slutter",
        AttemptField::Note => super::common::NOTE,
    }
}

fn route_field(field: RouteField) -> String {
    match field {
        RouteField::Name => "Navn".to_owned(),
        RouteField::Note => super::common::NOTE.to_owned(),
        RouteField::Handling => "Handling".to_owned(),
        RouteField::Closer => "Hvem nedlægger?".to_owned(),
        RouteField::OrderedEarly => "Bestilt før servicevinduet".to_owned(),
        RouteField::Agreement => "Serviceaftale".to_owned(),
        RouteField::Side(side, field) => format!("{}, {}", side_label(side), side_field(field)),
        RouteField::Order(kind, field) => {
            let what = match field {
                OrderField::Party => "part i rute",
                OrderField::PartyReason => "begrundelse for part i rute",
                OrderField::Position => "plads i eksekveringsoversigten",
            };
            format!("{}, {what}", order_label(kind))
        }
        RouteField::Receipt(kind, occasion, field) => {
            let what = match field {
                ReceiptField::State => "kvittering",
                ReceiptField::Incident => "incident",
                ReceiptField::Reference => "incidentens reference",
                ReceiptField::Resolved => "incident løst",
            };
            let occasion = super::facts::occasion_label(occasion);
            format!("{}, {what} {occasion}", order_label(kind))
        }
        RouteField::Signature(_, field) => {
            let what = match field {
                SignatureField::Removed => "fjernet",
                SignatureField::Order => "bestilling",
                SignatureField::Organisation => "organisation",
                SignatureField::Signer => "underskriver",
                SignatureField::Asked => "bedt om den",
                SignatureField::Signed => "underskrevet den",
                SignatureField::Reference => "reference",
            };
            format!("Underskrift, {what}")
        }
    }
}

fn side_field(field: SideField) -> String {
    match field {
        SideField::Type => "rutetype".to_owned(),
        SideField::System(end) => end_label(None, end).to_lowercase(),
        SideField::Authority => "myndighed".to_owned(),
        SideField::Addressing => "eksplicit eller implicit".to_owned(),
        SideField::Active => "aktiv eller inaktiv".to_owned(),
    }
}
