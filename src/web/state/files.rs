//! The open case as a file: exported, or handed over to a role.

use super::{App, OpenCase};
use crate::domain::case::Id;
use crate::domain::exchange::{self, Cover, Delivery};
use crate::domain::merging::{Seen, version};
use crate::domain::process::Role;
use crate::text::delivery::delivery_message;
use crate::text::messages::Message;
use crate::text::shell;
use crate::web::prelude::*;
use crate::web::{clock, storage};

/// A file that is handed over, and the message to mail along.
pub struct HandedOver {
    pub name: String,
    pub text: String,
    pub message: Message,
}

impl App {
    /// The open case's file: its name and text. Notes that it was exported.
    pub fn export(self) -> Option<(String, String)> {
        let handed = self.file_for(None)?;
        Some((handed.0, handed.1))
    }

    /// The open case's file for a role, with what is that role's turn. Notes that it was exported and handed over.
    pub fn hand_over(self, to: Role) -> Option<HandedOver> {
        let (name, text, cover) = self.file_for(Some(to))?;
        let delivery = cover.delivery?;
        let message = self.read_untracked(|open| {
            let version = version(&open.file, &open.kept);
            delivery_message(open.case(), &delivery, version, &name, &cover.by)
        })?;
        Some(HandedOver { name, text, message })
    }

    /// The open case as the file that many write to: its name and text. Notes that it was exported.
    pub fn shared_file(self) -> Option<(String, String)> {
        let (case, seen, file) = self.read_untracked(|open| {
            let name = exchange::shared_name(&open.case().title);
            let text = exchange::shared_text(&open.file, &open.kept);
            (!open.is_shut()).then(|| (open.id, Seen::of(&open.file, &open.kept), (name, text)))
        })??;
        self.note_exported(case, seen);
        Some(file)
    }

    /// Notes what a file outside the browser holds of a case.
    pub fn note_exported(self, case: Id, seen: Seen) {
        self.open.update(|open| {
            if let Some(open) = open.as_mut().map(OpenCase::now_mut).filter(|open| open.id == case)
            {
                self.note_file(open, seen);
            }
        });
    }

    fn note_file(self, open: &mut OpenCase, seen: Seen) {
        open.exported = Some(clock::now());
        open.exported_events = open.file.log().len().min(seen.len() as usize);
        storage::note_export(open.id, &mut open.exports, seen);
        self.note(open);
    }

    fn file_for(self, to: Option<Role>) -> Option<(String, String, Cover)> {
        let mut out = None;
        self.open.update(|open| {
            // An earlier state is never a file: it would be taken for an old copy.
            let Some(open) = open.as_mut().map(OpenCase::now_mut) else { return };
            if open.newer {
                // It would lack what cannot be read here.
                return self.warn(shell::NEWER);
            }
            let now = clock::now();
            let mut cover = Cover::new(now, self.profile.get_untracked().author(&open.roles));
            if let Some(to) = to {
                open.handed += 1;
                cover.delivery = Some(Delivery::new(to, &open.guidance, open.handed));
            }
            let text = open.exported_text(&cover);
            let name = exchange::file_name(&open.case().title, clock::local(now).day);
            let seen = Seen::of(&open.file, &open.kept);
            self.note_file(open, seen);
            out = Some((name, text, cover));
        });
        out
    }
}
