//! Why a route's answers are what they are, and which are open, in words.

use super::facts::{end_label, handling_label, side_label};
use super::{gateway_question, role_short};
use crate::domain::case::{Case, Closer, End, Id, RouteType, Side};
use crate::domain::guidance::{Because, Lacking, Question};
use crate::domain::process::{Gateway, Role};

/// The reason as the end of a sentence: "fordi …". `kind` is the type of the side that the answer is about.
pub fn because_text(case: &Case, because: &Because, kind: Option<RouteType>) -> String {
    match because {
        Because::Handling(handling) => {
            format!("fordi ruten har handlingen {}.", handling_label(*handling))
        }
        Because::HandlingOpen => "det er ikke besluttet, hvad der skal ske med ruten.".to_owned(),
        Because::ClosedBy(Closer::OldOperations) => {
            "fordi Forvaltningsansvarlig (gammelt) nedlægger ruten (pkt. 22).".to_owned()
        }
        Because::ClosedBy(Closer::NewOperations) => {
            "fordi Forvaltningsansvarlig (nyt) nedlægger ruten.".to_owned()
        }
        Because::CloserOpen => "det er ikke besluttet, hvem der nedlægger ruten.".to_owned(),
        Because::TypeEntered(_) => "som oplyst på ruten.".to_owned(),
        Because::TypeTakenOver(_) => "overtaget fra den gamle rute.".to_owned(),
        Because::TypeOpen => "rutetypen er ikke oplyst.".to_owned(),
        Because::PartyTo { role, end, system, organisation, .. } => format!(
            "fordi {} er forvaltningsansvarlig for {} {}.",
            orderer_name(case, *role, *organisation),
            definite(end_label(kind, *end)),
            case.system_name(Some(*system)).unwrap_or_default(),
        ),
        Because::PartyToNeither { role, organisation } => format!(
            "fordi {} ikke er forvaltningsansvarlig for nogen af rutens to systemer.",
            orderer_name(case, *role, *organisation)
        ),
        Because::PartyOpen(lacking) => {
            let lacking: Vec<String> =
                lacking.iter().map(|fact| lacking_text(case, *fact, kind)).collect();
            format!("{} mangler.", super::dates::list(&lacking))
        }
        Because::Confirmed { derived, stamp } => format!(
            "{} Bekræftet af {}.",
            because_text(case, derived, kind),
            author_name(&stamp.author.name)
        ),
        Because::Overruled { reason, stamp, .. } if reason.is_empty() => {
            format!("angivet af {}.", author_name(&stamp.author.name))
        }
        Because::Overruled { reason, stamp, .. } => {
            format!("angivet af {}: {reason}", author_name(&stamp.author.name))
        }
        Because::OwnSystem => {
            "fordi Forvaltningsansvarlig (gammelt) nedlægger ruter for sit eget system.".to_owned()
        }
    }
}

/// A fact that is lacking.
pub fn lacking_text(case: &Case, lacking: Lacking, kind: Option<RouteType>) -> String {
    match lacking {
        Lacking::System(_, end) => end_label(kind, end).to_lowercase(),
        Lacking::Operator(system) => format!(
            "forvaltningsansvarlig for {}",
            case.system_name(Some(system)).unwrap_or("it-systemet")
        ),
        Lacking::Orderer(Role::OldOperations) => {
            "forvaltningsansvarlig for det gamle it-system".to_owned()
        }
        Lacking::Orderer(_) => "forvaltningsansvarlig for det nye it-system".to_owned(),
    }
}

/// An open question about a route, by its visible name.
pub fn question_text(question: Question) -> String {
    match question {
        Question::Handling => "Handling".to_owned(),
        Question::Closer => "Hvem nedlægger?".to_owned(),
        Question::Active => "Aktiv eller inaktiv".to_owned(),
        Question::Addressing(side) => format!("Eksplicit eller implicit ({})", lower(side)),
        Question::Type(side) => {
            format!("{} ({})", gateway_question(Gateway::RouteType), lower(side))
        }
        Question::Party(side) => {
            format!("{} ({})", gateway_question(Gateway::CloseParty), lower(side))
        }
    }
}

fn lower(side: Side) -> String {
    side_label(side).to_lowercase()
}

/// "anvendersystemet" of "Anvendersystem"; two names in one keep their form.
fn definite(label: &str) -> String {
    format!("{}et", label.to_lowercase())
}

fn orderer_name(case: &Case, role: Role, organisation: Id) -> String {
    match case.organisation_name(Some(organisation)) {
        Some(name) => format!("{} ({name})", role_short(role)),
        None => role_short(role).to_owned(),
    }
}

fn author_name(name: &str) -> &str {
    if name.is_empty() { "en bruger uden navn" } else { name }
}

/// The system's role in a route, for a sentence about one end.
pub fn end_name(kind: Option<RouteType>, end: End) -> String {
    end_label(kind, end).to_lowercase()
}
