//! Where things stand, what is waited for and from whom, in words.

use super::dates::{count, list};
use super::{activity_title, answer_label, gateway_question, role_short};
use crate::domain::case::{Case, Holder, Scope};
use crate::domain::guidance::{
    Excluded, HandoverStatus, OrderStatus, Severity, Status, Wait, WaitOn,
};
use crate::domain::process::Gateway;

/// The word of a status badge.
pub const fn status_word(status: &Status) -> &'static str {
    match status {
        Status::NotReached(_) => "Venter",
        Status::Ready => "Klar",
        Status::Done => "Udført",
        Status::NotApplicable(_) => "Ikke relevant",
    }
}

pub const fn order_status_word(status: &OrderStatus) -> &'static str {
    match status {
        OrderStatus::Undecided => "Ikke afgjort",
        OrderStatus::Waiting(_) => "Venter",
        OrderStatus::Ready => "Klar",
        OrderStatus::Placed { .. } => "Bestilt",
    }
}

pub const fn handover_status_word(status: &HandoverStatus) -> &'static str {
    match status {
        HandoverStatus::Waiting(_) => "Venter",
        HandoverStatus::Ready => "Klar",
        HandoverStatus::Sent(_) => "Afsendt",
        HandoverStatus::Received { .. } => "Modtaget",
        HandoverStatus::NotApplicable => "Ikke relevant",
    }
}

pub const fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Skal løses",
        Severity::Warning => "Se på det",
        Severity::Note => "Godt at vide",
    }
}

/// The role, and the organisation where several hold the role.
pub fn holder_text(case: &Case, holder: Holder) -> String {
    match case.organisation_name(holder.organisation) {
        Some(name) => format!("{} · {name}", role_short(holder.role)),
        None => role_short(holder.role).to_owned(),
    }
}

/// What a scope adds to a name: nothing for the case itself.
pub fn scope_text(case: &Case, scope: Scope) -> Option<String> {
    match scope {
        Scope::Case => None,
        Scope::Attempt(number) => Some(format!("forsøg {number}")),
        Scope::Agreement(id) => {
            Some(agreement_name(case, id).unwrap_or("serviceaftale uden navn").to_owned())
        }
        Scope::Route(id) => {
            let name = case.routes.get(&id).map(|route| route.name.as_str());
            Some(name.filter(|name| !name.is_empty()).unwrap_or("rute uden navn").to_owned())
        }
    }
}

/// What is waited for and from whom: "pkt. 6 Fremfind eksisterende ruter (SP's Helpdesk)".
pub fn wait_text(case: &Case, wait: &Wait) -> String {
    let from: Vec<String> = wait.from.iter().map(|holder| holder_text(case, *holder)).collect();
    format!("{} ({})", wait_on_text(case, wait.on), list(&from))
}

/// What is waited for.
pub fn wait_on_text(case: &Case, on: WaitOn) -> String {
    match on {
        WaitOn::Activity(activity, scope) => {
            let name = activity_title(activity);
            match scope_text(case, scope) {
                Some(scope) => format!("{name}, {scope}"),
                None => name,
            }
        }
        WaitOn::Answer(gateway, _) => format!("svar på »{}«", gateway_question(gateway)),
        WaitOn::AnyRoute => "den første rute i ruteoverblikket".to_owned(),
        WaitOn::Decisions(open) => {
            format!("at {} bliver afgjort", count(open, "rute", "ruter"))
        }
        WaitOn::AnyAgreement => "den første serviceaftale".to_owned(),
        WaitOn::Orders(open) => {
            format!("at {} bliver afgivet", count(open, "bestilling", "bestillinger"))
        }
        WaitOn::Receipts(open) => count(open, "kvittering", "kvitteringer"),
        WaitOn::Incidents(open) => {
            format!("at {} bliver løst", count(open, "incident", "incidents"))
        }
        WaitOn::Signatures(_) => "underskrift på delegering".to_owned(),
        WaitOn::Agreement(_) => "en serviceaftale til ruten".to_owned(),
    }
}

/// Why something is "ikke relevant".
pub fn excluded_text(excluded: &Excluded) -> String {
    match excluded {
        Excluded::Branch { gateway: Gateway::AgreementsNeeded, .. } => {
            "Sagen har kun SFTP-ruter, og dem understøtter serviceaftaler ikke.".to_owned()
        }
        Excluded::Branch { gateway, answer, .. } => format!(
            "»{}« er besvaret med {}.",
            gateway_question(*gateway),
            answer_label(*gateway, *answer).to_lowercase()
        ),
        Excluded::NoNewWebservice => {
            "Sagen etablerer ingen webservice-rute, så der skal ikke laves nye serviceaftaler."
                .to_owned()
        }
        Excluded::NothingToDo => {
            "Forvaltningsansvarlig (gammelt) skal ikke nedlægge nogen ruter.".to_owned()
        }
        Excluded::Skipped { note, .. } if note.is_empty() => "Sat til ikke relevant.".to_owned(),
        Excluded::Skipped { note, .. } => format!("Sat til ikke relevant: {note}"),
    }
}

fn agreement_name(case: &Case, id: crate::domain::case::Id) -> Option<&str> {
    let agreement = case.agreements.get(&id)?;
    (!agreement.name.is_empty()).then_some(agreement.name.as_str())
}
