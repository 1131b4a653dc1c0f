//! The open case as it was at an earlier point: shown and printed, and written by nobody; the case of now is kept aside.

use super::{App, OpenCase};
use crate::domain::case::Id;
use crate::domain::merging::{as_it_was, stroke_end};
use crate::text::past;
use crate::web::clock;
use crate::web::prelude::*;
use crate::web::storage::Profile;

/// An earlier point of a case.
#[derive(Clone)]
pub(super) struct Past {
    point: Point,
    /// What other tabs write meanwhile goes in here.
    now: Box<OpenCase>,
}

/// Which point is shown, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Point {
    /// "Du ser sagen, som den så ud …".
    pub told: String,
    /// "som 21.11.2026 kl. 14.03".
    pub short: String,
}

impl OpenCase {
    /// The earlier point that this is the case of.
    pub fn point(&self) -> Option<&Point> {
        self.past.as_ref().map(|past| &past.point)
    }

    pub fn is_past(&self) -> bool {
        self.past.is_some()
    }

    /// Whether nothing in it can be changed here: it is that of an earlier point, or a newer version of the app stored it.
    pub fn is_shut(&self) -> bool {
        self.is_past() || self.newer
    }

    /// The case of now.
    pub(super) fn now(&self) -> &OpenCase {
        self.past.as_ref().map_or(self, |past| &past.now)
    }

    pub(super) fn now_mut(&mut self) -> &mut OpenCase {
        match self {
            OpenCase { past: Some(past), .. } => &mut past.now,
            now => now,
        }
    }

    fn into_now(mut self) -> OpenCase {
        self.past.take().map_or(self, |past| *past.now)
    }

    /// The case of now as it was right after an event of it; itself where there is no such event.
    fn into_past(self, event: Id) -> OpenCase {
        let Some(end) = stroke_end(&self.file, event) else { return self };
        let Some(file) = as_it_was(&self.file, end.id) else { return self };
        let clock = end.clock;
        let what = self.file.log().get(event).map(|event| (event, clock::local(event.at)));
        let point = what.map(|(event, at)| Point {
            told: past::point(file.case(), event, at),
            short: past::point_short(at),
        });
        let mut then = OpenCase::new(file, &Profile::default());
        then.id = self.id;
        then.roles = self.roles.clone();
        then.kept = self.kept.iter().filter(|kept| kept.clock <= clock).cloned().collect();
        then.past = point.map(|point| Past { point, now: Box::new(self) });
        then
    }
}

impl App {
    /// Whether an earlier state is shown.
    pub fn is_past(self) -> bool {
        self.read_untracked(OpenCase::is_past).unwrap_or_default()
    }

    /// Whether nothing can be changed in what is shown. Pages are built anew when that changes.
    pub fn is_shut(self) -> bool {
        self.read_untracked(OpenCase::is_shut).unwrap_or_default()
    }

    /// Shows the case as it was right after the event; false where it has no such event.
    pub fn show_past(self, event: Id) -> bool {
        self.open.update(|open| *open = open.take().map(|open| open.into_now().into_past(event)));
        self.notice.set(None);
        self.is_past()
    }

    /// Shows the case of now.
    pub fn show_now(self) {
        if self.is_past() {
            self.open.update(|open| *open = open.take().map(OpenCase::into_now));
        }
    }
}
