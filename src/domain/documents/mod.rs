//! The printable documents as data: what each row, box and line is about. `text` names them, the pages draw them.

mod handover_checklist;
mod route_checklist;

pub use handover_checklist::{
    Done, HandoverChecklist, HandoverRow, NotApplicable, handover_checklist,
};
pub use route_checklist::{
    RouteChecklist, RouteSheet, SheetOrder, SheetQuestion, SignatureLine, route_checklist,
};

use crate::domain::case::{CaseFile, Id, Version};
use crate::domain::exchange::Kept;
use crate::domain::merging::version;
use crate::domain::process::Role;

/// What stands at the head of every page of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub title: String,
    pub version: Version,
    pub example: bool,
    /// Fields with several values standing: the paper says so.
    pub conflicts: usize,
}

impl Head {
    /// The head of a case's documents; its code is that of the case's file, with the events kept for newer versions.
    pub fn of(file: &CaseFile, kept: &[Kept]) -> Head {
        Head {
            title: file.case().title.clone(),
            version: version(file, kept),
            example: file.case().example,
            conflicts: file.conflicts().count(),
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
