//! What each field is called, and its values in words: what a conflict is about, and what can be chosen.

use super::facts::{
    active_label, addressing_label, closer_label, end_label, handling_label, occasion_label,
    order_label, receipt_label, route_type_label, side_label,
};
use super::history::{entity, link, plain, with_scope, word};
use super::planning;
use super::{
    activity_title, answer_label, check_text, gateway_question, handover_name, role_short,
};
use crate::domain::case::{
    Addressing, AgreementField, AttemptField, Case, CaseField, Closer, DecisionField, EntityKind,
    Field, Handling, Id, MarkField, MarkState, OrderField, OrderKind, PersonField, ReceiptField,
    ReceiptState, RouteField, RouteType, SideField, SignatureField, SystemField, Value,
};
use crate::domain::process::Answer;

/// What the field is called, with what it belongs to: "Handling på ruten R12".
pub fn field_name(case: &Case, field: Field) -> String {
    match field {
        Field::Case(field) => case_field(field).to_owned(),
        Field::Exists(kind, id) => super::capital(&entity(case, kind, id)),
        Field::OrganisationName(id) => of("Navn", &entity(case, EntityKind::Organisation, id)),
        Field::AuthorityName(id) => of("Navn", &entity(case, EntityKind::Authority, id)),
        Field::System(id, field) => of(
            match field {
                SystemField::Name => "Navn",
                SystemField::Manager => "Systemansvarlig",
                SystemField::Operator => "Forvaltningsansvarlig",
                SystemField::Note => "Bemærkning",
            },
            &entity(case, EntityKind::System, id),
        ),
        Field::Person(id, field) => {
            let person = entity(case, EntityKind::Person, id);
            match field {
                PersonField::Name => of("Navn", &person),
                PersonField::Initials => of("Initialer", &person),
                PersonField::Organisation => of("Organisation", &person),
                PersonField::Email => of("E-mail", &person),
                PersonField::Phone => of("Telefon", &person),
                PersonField::Role(role) => of(&format!("Rollen {}", role_short(role)), &person),
            }
        }
        Field::Route(id, field) => route_field(case, id, field),
        Field::Agreement(id, field) => of(
            match field {
                AgreementField::Name => "Navn",
                AgreementField::System => "It-systemet i den anden ende",
                AgreementField::Note => "Bemærkning",
            },
            &entity(case, EntityKind::Agreement, id),
        ),
        Field::Attempt(number, field) => {
            let what = match field {
                AttemptField::WindowStart => "Servicevinduets start",
                AttemptField::WindowEnd => "Servicevinduets slutning",
                AttemptField::Note => "Bemærkning",
                AttemptField::Rehearsal => "Generalprøve",
            };
            format!("{what} i forsøg {number}")
        }
        Field::Planned(attempt, activity) => planning::planned_name(attempt, activity),
        Field::Due(topic) => planning::due_name(case, topic),
        Field::Meeting(number, field) => planning::meeting_name(case, number, field),
        Field::Done(key, field) => {
            let name = activity_title(key.activity);
            let mut about = with_scope(case, name, key.scope);
            if let Some(organisation) = case.organisation_name(key.holder.organisation) {
                about = format!("{about} for {organisation}");
            }
            match field {
                MarkField::State => super::capital(&about),
                MarkField::On => format!("Dagen for {about}"),
                MarkField::Note => format!("Bemærkning til {about}"),
                MarkField::Reason => format!("Begrundelse for {about}"),
            }
        }
        Field::Decision(gateway, scope, field) => {
            let question = with_scope(case, format!("»{}«", gateway_question(gateway)), scope);
            match field {
                DecisionField::Answer => format!("Svar på {question}"),
                DecisionField::By => format!("Hvem der besluttede {question}"),
                DecisionField::Note => format!("Bemærkning til {question}"),
                DecisionField::Reason => format!("Begrundelse for {question}"),
            }
        }
        Field::Check(item) => format!("Krydset ved »{}«", check_text(item).title),
        Field::Sent(handover, scope) => {
            with_scope(case, format!("Overleveringen »{}«", handover_name(handover)), scope)
        }
    }
}

/// A value of the field in words; "Intet" where it is emptied.
pub fn value_text(case: &Case, field: Field, value: &Value) -> String {
    if *value == Value::Nothing {
        return match field {
            Field::Done(_, MarkField::State) => "Ikke udført".to_owned(),
            _ => NOTHING.to_owned(),
        };
    }
    let label: Option<&str> = match (field, value) {
        (Field::Exists(..), Value::Flag(true)) => Some("Beholdes"),
        (Field::Exists(..), _) => Some("Fjernes"),
        (Field::Sent(..), Value::Flag(true)) => Some("Afsendt"),
        (Field::Sent(..), _) => Some("Ikke afsendt"),
        (Field::Done(_, MarkField::State), value) => {
            word(value).and_then(MarkState::from_code).map(|state| match state {
                MarkState::Done => "Udført",
                MarkState::Skipped => "Ikke relevant",
            })
        }
        (Field::Decision(gateway, _, DecisionField::Answer), value) => {
            word(value).and_then(Answer::from_code).map(|answer| answer_label(gateway, answer))
        }
        (Field::Route(_, field), value) => route_value(field, value),
        _ => None,
    };
    let plain = || link(case, value).or_else(|| plain(value)).unwrap_or_default();
    label.map_or_else(|| super::capital(&plain()), str::to_owned)
}

const NOTHING: &str = "Intet";

const fn case_field(field: CaseField) -> &'static str {
    match field {
        CaseField::Title => "Sagens navn",
        CaseField::Note => "Bemærkning til sagen",
        CaseField::Example => "Sagens mærke som eksempel",
        CaseField::OldSystem => "Gammelt it-system",
        CaseField::NewSystem => "Nyt it-system",
        CaseField::OrderId => "BestillingsID",
    }
}

fn route_field(case: &Case, id: Id, field: RouteField) -> String {
    let side = |side| case.routes.get(&id).and_then(|route| route.side(side).kind);
    let kind = match field {
        RouteField::Side(it, _) => side(it),
        _ => None,
    };
    format!("{} på {}", route_field_name(kind, field), entity(case, EntityKind::Route, id))
}

/// A field of a route, whichever route it is.
pub fn route_field_name(kind: Option<RouteType>, field: RouteField) -> String {
    match field {
        RouteField::Name => "Navn".to_owned(),
        RouteField::Reference => "Rute-id på SP".to_owned(),
        RouteField::Note => "Bemærkning".to_owned(),
        RouteField::Handling => "Handling".to_owned(),
        RouteField::Closer => "»Hvem nedlægger?«".to_owned(),
        RouteField::OrderedEarly => "Bestilt før servicevinduet".to_owned(),
        RouteField::Agreement => "Serviceaftale".to_owned(),
        RouteField::ReplacedWith => "Erstattes sammen med".to_owned(),
        RouteField::Side(side, field) => {
            let what = match field {
                SideField::Type => "Rutetype",
                SideField::System(end) => end_label(kind, end),
                SideField::Authority => "Myndighed",
                SideField::Addressing => "Eksplicit eller implicit",
                SideField::Active => "Aktiv eller inaktiv",
            };
            format!("{what} ({})", side_label(side).to_lowercase())
        }
        RouteField::Order(order, field) => {
            let what = match field {
                OrderField::Party => "»Part i rute?«",
                OrderField::PartyReason => "Begrundelse for »Part i rute?«",
                OrderField::Position => "Plads i eksekveringsoversigten",
            };
            format!("{what} for »{}«", order_label(order))
        }
        RouteField::Receipt(order, occasion, field) => {
            let what = match field {
                ReceiptField::State => "Kvittering",
                ReceiptField::Incident => "Incident",
                ReceiptField::Reference => "Incidentens reference",
                ReceiptField::Resolved => "Dagen, incident blev løst",
            };
            format!("{what} for »{}« {}", order_label(order), occasion_label(occasion))
        }
        RouteField::Signature(_, field) => match field {
            SignatureField::Removed => "En underskrift",
            SignatureField::Order => "Underskriftens bestilling",
            SignatureField::Organisation => "Underskriftens organisation",
            SignatureField::Signer => "Underskriver",
            SignatureField::Asked => "Dagen, der blev bedt om underskrift",
            SignatureField::Signed => "Dagen for underskrift",
            SignatureField::Reference => "Underskriftens reference",
        }
        .to_owned(),
    }
}

fn route_value(field: RouteField, value: &Value) -> Option<&'static str> {
    match (field, value) {
        (RouteField::Handling, value) => {
            word(value).and_then(Handling::from_code).map(handling_label)
        }
        (RouteField::Closer, value) => word(value).and_then(Closer::from_code).map(closer_label),
        (RouteField::Side(_, SideField::Type), value) => {
            word(value).and_then(RouteType::from_code).map(route_type_label)
        }
        (RouteField::Side(_, SideField::Addressing), value) => {
            word(value).and_then(Addressing::from_code).map(addressing_label)
        }
        (RouteField::Side(_, SideField::Active), Value::Flag(active)) => {
            Some(active_label(*active))
        }
        (RouteField::Order(_, OrderField::Party), Value::Flag(true)) => Some("Part i rute"),
        (RouteField::Order(_, OrderField::Party), _) => Some("Ikke part i rute"),
        (RouteField::Receipt(_, _, ReceiptField::State), value) => {
            word(value).and_then(ReceiptState::from_code).map(receipt_label)
        }
        (RouteField::Signature(_, SignatureField::Order), value) => {
            word(value).and_then(OrderKind::from_code).map(order_label)
        }
        (RouteField::Signature(_, SignatureField::Removed), Value::Flag(true)) => Some("Fjernes"),
        (RouteField::Signature(_, SignatureField::Removed), _) => Some("Beholdes"),
        _ => None,
    }
}

fn of(what: &str, whose: &str) -> String {
    format!("{what} for {whose}")
}
