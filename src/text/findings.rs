//! The findings, each as what is wrong and what to do.

use super::dates::{count, list};
use super::fields::field_name;
use super::{activity_reference, activity_title, question_text, role_short, scope_text};
use crate::domain::case::{Case, Id, OrderKind, Scope};
use crate::domain::guidance::{Finding, FindingKind, Place};
use crate::domain::process::Activity;

/// What was found, as one sentence with what it is about.
pub fn finding_text(case: &Case, finding: &Finding) -> String {
    let about = place_text(case, finding.place);
    match &finding.kind {
        FindingKind::RouteUndecided(open) => {
            let open: Vec<String> = open.iter().map(|question| question_text(*question)).collect();
            format!("{about} er ikke afgjort: {} mangler.", list(&open))
        }
        FindingKind::AgreementMissing => {
            format!("{about} er en ny webservice-rute uden serviceaftale.")
        }
        FindingKind::SignerUnclear => format!("{about} er delegeret: Afklar underskriver."),
        FindingKind::SignaturesLacking(lacking) => {
            format!(
                "{about} er delegeret og mangler {}.",
                count(*lacking, "underskrift", "underskrifter")
            )
        }
        FindingKind::OrderIdMissing(orders) => {
            format!(
                "{} er afgivet uden BestillingsID.",
                count(*orders, "bestilling", "bestillinger")
            )
        }
        FindingKind::NobodyCloses => {
            format!("{about}: det er ikke besluttet, hvem der nedlægger den gamle rute.")
        }
        FindingKind::ReplacedByNothing => {
            format!(
                "{about}: de ruter, der skal erstattes sammen, mangler enten en ny rute eller en \
                 gammel, der nedlægges."
            )
        }
        FindingKind::ClosedTwice { other } => format!(
            "{about} nedlægges to gange, både af Forvaltningsansvarlig (nyt) og af \
             Forvaltningsansvarlig (gammelt): se også {}.",
            route_name(case, *other)
        ),
        FindingKind::PlanContradiction { other, other_kind } => format!(
            "{about} står efter »{}« i eksekveringsoversigten, men skal udføres før.",
            order_name(case, *other, *other_kind)
        ),
        FindingKind::GoWithOpenFindings(open) => format!(
            "Systemskiftet er besluttet gennemført, mens {} ikke er løst.",
            count(*open, "afvigelse", "afvigelser")
        ),
        FindingKind::WindowEndsBeforeStart => {
            format!("Servicevinduet i {about} slutter, før det begynder.")
        }
        FindingKind::PlannedOutsideWindow(activity) => format!(
            "{} i {about} er planlagt uden for servicevinduet.",
            capital(&activity_reference(*activity))
        ),
        FindingKind::RoleWithoutPerson(role) => {
            format!("Ingen person er angivet som {}.", role_short(*role))
        }
        FindingKind::OperatorMissing => {
            format!("{about} mangler en forvaltningsansvarlig organisation.")
        }
        FindingKind::OutOfOrder => format!("{about} er registreret, før det var dens tur."),
        FindingKind::BasisLost => {
            format!("{about} er udført, men det, den bygger på, er ikke længere på plads.")
        }
        FindingKind::Conflict => {
            format!("{about}: to har skrevet hver sit. Vælg, hvad der gælder.")
        }
        FindingKind::LooksLikeCpr => {
            format!("{about} har en tekst, der ligner et CPR-nummer. Fjern det.")
        }
    }
}

/// The source's point that a finding rests on: "pkt. 7".
pub fn finding_source(finding: &Finding) -> String {
    activity_reference(finding.source)
}

/// What a finding is about.
pub fn place_text(case: &Case, place: Place) -> String {
    match place {
        Place::Case => "Sagen".to_owned(),
        Place::Field(field) => field_name(case, field),
        Place::Route(id) => route_name(case, id),
        Place::Order(id, kind) => order_name(case, id, kind),
        Place::Agreement(id) => scope_text(case, Scope::Agreement(id)).unwrap_or_default(),
        Place::Attempt(number) => format!("forsøg {number}"),
        Place::Activity(activity, scope) => activity_text(case, activity, scope),
        Place::Role(role) => role_short(role).to_owned(),
        Place::System(id) => case.system_name(Some(id)).unwrap_or("Et it-system").to_owned(),
    }
}

fn activity_text(case: &Case, activity: Activity, scope: Scope) -> String {
    let name = activity_title(activity);
    let name = capital(&name);
    match scope_text(case, scope) {
        Some(scope) => format!("{name} ({scope})"),
        None => name,
    }
}

fn order_name(case: &Case, id: Id, kind: OrderKind) -> String {
    let what = match kind {
        OrderKind::Close => "nedlægning",
        OrderKind::Establish => "etablering",
    };
    format!("{}, {what}", route_name(case, id))
}

fn route_name(case: &Case, id: Id) -> String {
    format!("Rute {}", scope_text(case, Scope::Route(id)).unwrap_or_default())
}

/// The text with a small first letter.
pub fn uncapital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// The text with a capital first letter.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
