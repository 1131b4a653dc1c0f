//! The printable documents as data: what each row, box and line is about. `text` names them, the pages draw them.

mod handover_checklist;
mod kinds;
mod route_checklist;

pub use handover_checklist::{
    Done, HandoverChecklist, HandoverRow, NotApplicable, handover_checklist,
};
pub use kinds::{Choices, Document, Offers, Since};
pub use route_checklist::{
    RouteChecklist, RouteSheet, SheetOrder, SheetQuestion, SignatureLine, route_checklist,
};

use crate::domain::case::{CaseFile, Conflict, Event, Id, Stamp, Version};
use crate::domain::exchange::Kept;
use crate::domain::merging::{Choice, Dispute, version};
use crate::domain::process::Role;

/// What stands at the head of every page of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub title: String,
    pub version: Version,
    pub example: bool,
    /// Fields with several values, of which the newest stands on the paper: to be settled at the meeting.
    pub disputes: Vec<OpenDispute>,
}

/// A conflict that nobody has settled, with who speaks for each of its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenDispute {
    pub dispute: Dispute,
    /// As many as there are choices.
    pub by: Vec<Vec<Stamp>>,
}

impl OpenDispute {
    fn of(file: &CaseFile, conflict: &Conflict<'_>) -> OpenDispute {
        let dispute = Dispute::of(conflict);
        let stamps = |choice: &Choice| {
            let events = choice.events.iter().filter_map(|id| file.log().get(*id));
            events.map(Event::stamp).collect()
        };
        let by = dispute.choices.iter().map(stamps).collect();
        OpenDispute { dispute, by }
    }
}

impl Head {
    /// The head of a case's documents; its code is that of the case's file, with the events kept for newer versions.
    pub fn of(file: &CaseFile, kept: &[Kept]) -> Head {
        Head {
            title: file.case().title.clone(),
            version: version(file, kept),
            example: file.case().example,
            disputes: file.conflicts().map(|conflict| OpenDispute::of(file, &conflict)).collect(),
        }
    }
}

/// The people named for a role; with an organisation, those of that organisation and those of none.
pub fn people(file: &CaseFile, role: Role, organisation: Option<Id>) -> Vec<Id> {
    let people = file.case().list_people().into_iter().filter(|(_, person)| {
        let there = organisation.is_none()
            || person.organisation.is_none()
            || person.organisation == organisation;
        person.roles.contains(&role) && there
    });
    people.map(|(id, _)| id).collect()
}
