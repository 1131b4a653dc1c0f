//! The printable documents in Danish: every string that stands on the paper, in the order it stands there.

mod blocks;
mod edges;
pub mod handovers;
mod history;
mod layout;
mod minutes;
pub mod paper;
mod plan;
mod route_overview;
pub mod routes;
pub mod run_book;
pub mod sheet;
pub mod signatures;
mod status;
mod words;
mod write;

pub use blocks::{matter_text, option_text};
pub use edges::{EDGES, Edges, WordEdges, edges};
pub use handovers::{HandoverPaper, handover_paper};
pub use paper::Paper;
pub use routes::{RoutePaper, route_paper};
pub use signatures::{SignaturePaper, signature_paper};
pub use words::*;
pub use write::{Source, write};

use serde::Serialize;

use super::dates;
use super::history::author_text;
use super::merging::{choice_text, dispute_name};
use crate::domain::case::{Author, Case};
pub use crate::domain::documents::Document;
use crate::domain::documents::{Head, OpenDispute};
use crate::domain::guidance::Wait;
use crate::domain::process::Role;
use crate::domain::time::LocalTime;

/// Turns a stamp's milliseconds into the reader's local time.
pub type Clock<'a> = &'a dyn Fn(i64) -> LocalTime;

/// What stands at the top of a document, and at the edge of each of its pages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct HeadText {
    pub document: &'static str,
    pub case: String,
    pub version: String,
    /// Facts about the case, each with its label.
    pub facts: Vec<(&'static str, String)>,
    /// What the reader must know before trusting the paper.
    pub warnings: Vec<String>,
    /// What people wrote differently and is to be settled.
    pub disputes: Vec<DisputeText>,
}

/// A conflict on the paper: what it is about, and each value with those who wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DisputeText {
    pub name: String,
    pub choices: Vec<String>,
}

impl HeadText {
    /// Says which earlier state of the case this is: in full at the top, briefly beside the version on each page.
    pub fn tell_point(&mut self, told: &str, short: &str) {
        self.warnings.insert(0, told.to_owned());
        self.version = format!("{}, {short}", self.version);
    }
}

/// A box on the paper: filled in where it is done, otherwise with lines to write on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tick {
    pub done: bool,
    pub date: String,
    pub by: String,
}

/// So many values of a conflict are on the paper; those before them are on the screen.
const MOST_CHOICES: usize = 8;
pub const DISPUTES: &str = "Det skal I afklare";
pub const OTHER_CHOICE: &str = "Andet:";
pub const DATE: &str = "Dato";
pub const INITIALS: &str = "Init.";
pub const DONE: &str = "Udført";
pub const NOT_DONE: &str = "Ikke udført";
pub const NOT_FILLED_IN: &str = "ikke oplyst";

/// "Udskrevet 23.11.2026 kl. 14.05 af Mette Holm".
pub fn printed(now: LocalTime, author: &Author) -> String {
    let when = dates::time(now);
    match person(author).as_str() {
        "" => format!("Udskrevet {when}"),
        name => format!("Udskrevet {when} af {name}"),
    }
}

/// "Version 7k2m-9qx4".
pub fn version(head: &HeadText) -> String {
    format!("Version {}", head.version)
}

fn head(
    document: Document,
    head: &Head,
    case: &Case,
    role: Option<Role>,
    clock: Clock,
) -> HeadText {
    let mut facts = Vec::new();
    if document == Document::Handovers {
        facts.push((FOR_ROLE, role.map_or(ALL_ROLES, super::role_name).to_owned()));
    }
    let systems = [("Gammelt it-system", case.old_system), ("Nyt it-system", case.new_system)];
    for (label, system) in systems {
        let name = case.system_name(system).filter(|name| !name.is_empty());
        facts.push((label, name.unwrap_or(NOT_FILLED_IN).to_owned()));
    }
    let mut warnings = Vec::new();
    if head.example {
        warnings.push("Eksempelsag: systemer, organisationer og personer er opdigtede.".to_owned());
    }
    if !head.disputes.is_empty() {
        warnings.push(format!(
            "{} to eller flere svar, som endnu ikke er afklaret. Her står det nyeste.",
            dates::count(head.disputes.len(), "felt har", "felter har")
        ));
    }
    let unnamed = || super::shell::UNNAMED_CASE.to_owned();
    HeadText {
        document: document_name(document),
        case: Some(head.title.clone()).filter(|title| !title.is_empty()).unwrap_or_else(unnamed),
        version: head.version.to_string(),
        facts,
        warnings,
        disputes: head.disputes.iter().map(|open| dispute_text(case, open, clock)).collect(),
    }
}

fn dispute_text(case: &Case, open: &OpenDispute, clock: Clock) -> DisputeText {
    let choices =
        open.dispute.choices.iter().zip(&open.by).take(MOST_CHOICES).map(|(choice, by)| {
            let by = by.iter().map(|stamp| {
                format!("{}, {}", author_text(&stamp.author), dates::time(clock(stamp.at)))
            });
            let by: Vec<String> = by.collect();
            format!("{} ({})", choice_text(case, &open.dispute, choice), by.join("; "))
        });
    DisputeText { name: dispute_name(case, &open.dispute), choices: choices.collect() }
}

/// "Mette Holm (MHO)", as far as it is known.
fn person(author: &Author) -> String {
    named(&author.name, &author.initials)
}

fn named(name: &str, initials: &str) -> String {
    match (name.is_empty(), initials.is_empty()) {
        (false, false) => format!("{name} ({initials})"),
        (false, true) => name.to_owned(),
        (true, _) => initials.to_owned(),
    }
}

/// What is waited for and from which roles; the organisation only where there is one: a paper has little room.
fn waited_for(case: &Case, wait: &Wait) -> String {
    let what = super::wait_on_text(case, wait.on);
    let mut from: Vec<String> = match wait.from.as_slice() {
        [one] => vec![super::holder_text(case, *one)],
        many => many.iter().map(|holder| super::role_short(holder.role).to_owned()).collect(),
    };
    from.dedup();
    match from.as_slice() {
        [] => what,
        from => format!("{what} ({})", dates::list(from)),
    }
}

/// The first letter large, as a sentence begins.
fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
