//! The ready-made message of a handover: to whom, about what, and the text to send.

use super::handover_facts::handover_facts;
use super::{
    activity_name, activity_reference, handover_name, handover_what, role_short, scope_text,
};
use crate::domain::case::{Case, Id, Person, Scope};
use crate::domain::guidance::{Guidance, organisations};
use crate::domain::process::{Handover, Role};

/// A message that can be copied or opened in a mail program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// The receivers' mail addresses, as far as they are entered.
    pub to: Vec<String>,
    pub subject: String,
    pub body: String,
}

impl Message {
    /// The message with what a site ends its messages with.
    pub fn ended_with(mut self, text: &str) -> Message {
        if !text.is_empty() && !self.body.is_empty() {
            self.body = format!("{}\n\n{text}", self.body);
        }
        self
    }
}

/// The longest address that every mail program takes.
pub const LONGEST_MAILTO: usize = 1_900;

/// The message that hands over.
pub fn handover_message(
    case: &Case,
    guidance: &Guidance,
    handover: Handover,
    scope: Scope,
) -> Message {
    let info = handover.info();
    let receivers = receivers(case, guidance, handover, scope);
    let mut lines = vec![greeting(&receivers), String::new(), handover_what(handover).to_owned()];
    let facts = handover_facts(case, guidance, handover, scope);
    if !facts.is_empty() {
        lines.push(String::new());
        lines.extend(facts.into_iter().map(|fact| format!("- {fact}")));
    }
    lines.push(String::new());
    lines.push(format!(
        "Dit næste skridt: {} {}.",
        activity_reference(info.receiver),
        activity_name(info.receiver)
    ));
    lines.push(String::new());
    if !case.title.is_empty() {
        lines.push(format!("Sag: {}", case.title));
    }
    if !case.order_id.is_empty() {
        lines.push(format!("BestillingsID: {}", case.order_id));
    }
    lines.push(String::new());
    lines.push("Venlig hilsen".to_owned());
    let mut sender = vec![role_short(info.from).to_owned()];
    sender.extend(sending_organisations(case, guidance, handover, scope));
    lines.push(sender.join(", "));
    let to = receivers.iter().map(|person| person.email.trim().to_owned());
    Message {
        to: to.filter(|address| !address.is_empty()).collect(),
        subject: subject(case, handover, scope),
        body: lines.join("\n"),
    }
}

/// The organisations that hold the receiving role here, by name.
pub fn receiving_organisations(
    case: &Case,
    guidance: &Guidance,
    handover: Handover,
    scope: Scope,
) -> Vec<String> {
    let ids = receiving_ids(case, guidance, handover, scope);
    names(case, &ids)
}

/// The organisations that hold the sending role here, by name.
pub fn sending_organisations(
    case: &Case,
    guidance: &Guidance,
    handover: Handover,
    scope: Scope,
) -> Vec<String> {
    let info = handover.info();
    let parts = guidance.step(info.sender, scope).map(|step| step.parts.as_slice());
    let ids: Vec<Id> = parts
        .unwrap_or_default()
        .iter()
        .filter(|part| part.holder.role == info.from)
        .filter_map(|part| part.holder.organisation)
        .collect();
    if ids.is_empty() { role_organisations(case, info.from) } else { names(case, &ids) }
}

/// The organisations that hold a role, by name.
pub fn role_organisations(case: &Case, role: Role) -> Vec<String> {
    names(case, &organisations(case, role))
}

/// The address that opens the message in a mail program.
pub fn mailto(message: &Message) -> String {
    let to: Vec<String> = message.to.iter().map(|address| encode(address)).collect();
    format!(
        "mailto:{}?subject={}&body={}",
        to.join(","),
        encode(&message.subject),
        encode(&message.body.replace('\n', "\r\n"))
    )
}

/// The address that opens a mail with receivers and subject, for a text that is too long to be in it.
pub fn mailto_without_body(message: &Message) -> String {
    let to: Vec<String> = message.to.iter().map(|address| encode(address)).collect();
    format!("mailto:{}?subject={}", to.join(","), encode(&message.subject))
}

fn subject(case: &Case, handover: Handover, scope: Scope) -> String {
    let parts = [
        Some(case.title.clone()).filter(|title| !title.is_empty()),
        Some(handover_name(handover).to_owned()),
        scope_text(case, scope),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The people named for the receiving role; where organisations are known, those of these or of none.
fn receivers<'a>(
    case: &'a Case,
    guidance: &Guidance,
    handover: Handover,
    scope: Scope,
) -> Vec<&'a Person> {
    let role = handover.info().to;
    let within = receiving_ids(case, guidance, handover, scope);
    let holds = |person: &&Person| {
        person.roles.contains(&role)
            && (!role.is_plural()
                || within.is_empty()
                || person.organisation.is_none_or(|id| within.contains(&id)))
    };
    case.list_people().into_iter().map(|(_, person)| person).filter(holds).collect()
}

fn receiving_ids(case: &Case, guidance: &Guidance, handover: Handover, scope: Scope) -> Vec<Id> {
    let state =
        guidance.handovers.iter().find(|state| state.handover == handover && state.scope == scope);
    let holders = state.map(|state| state.to.as_slice()).unwrap_or_default();
    let ids: Vec<Id> = holders.iter().filter_map(|holder| holder.organisation).collect();
    if ids.is_empty() { organisations(case, handover.info().to) } else { ids }
}

fn names(case: &Case, ids: &[Id]) -> Vec<String> {
    let names = ids.iter().filter_map(|id| case.organisation_name(Some(*id)));
    names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// "Kære Mette Holm og Bo Lund"; many are greeted as all.
fn greeting(receivers: &[&Person]) -> String {
    let names: Vec<String> = receivers
        .iter()
        .filter(|person| !person.name.is_empty())
        .map(|person| person.name.clone())
        .collect();
    match names.len() {
        0 => "Hej".to_owned(),
        1..=3 => format!("Kære {}", super::dates::list(&names)),
        _ => "Kære alle".to_owned(),
    }
}

/// Percent-encodes all but what every mail program takes as it is.
fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'@' => {
                encoded.push(byte as char);
            }
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}
