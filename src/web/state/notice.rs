//! What the app says to the user, above the page.

use super::App;
use crate::domain::case::Id;
use crate::web::clock;
use crate::web::prelude::*;

/// How long a notice belongs to the page that comes next, in milliseconds.
const JUST_SAID: i64 = 1_000;

/// A message to the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub text: String,
    pub is_error: bool,
    /// What a merge added, where it tells of one that can be taken back.
    pub merged: Vec<Id>,
    /// When it was said.
    at: i64,
}

impl App {
    /// Says something to the user.
    pub fn say(self, text: impl Into<String>) {
        self.tell(text.into(), false, Vec::new());
    }

    /// Says what a merge did, and offers to take it back.
    pub fn say_merged(self, text: impl Into<String>, added: Vec<Id>) {
        self.tell(text.into(), false, added);
    }

    /// Says something in place of what was said just now, with what can still be done about that.
    pub fn say_more(self, text: impl Into<String>) {
        let before = self.notice.get_untracked();
        self.tell(text.into(), false, before.map(|before| before.merged).unwrap_or_default());
    }

    /// Says that something went wrong.
    pub fn warn(self, text: impl Into<String>) {
        self.tell(text.into(), true, Vec::new());
    }

    /// Says how the open case stands with its shared file; nothing where it has none.
    pub fn say_of_shared(self, text: String, is_error: bool) {
        let notice = Notice { text, is_error, merged: Vec::new(), at: clock::now() };
        self.shared.set(Some(notice).filter(|notice| !notice.text.is_empty()));
    }

    /// Lets go of what was said on the page before; what leads to the next page has only just been said.
    pub fn forget_notice(self) {
        let is_old = |notice: &Notice| clock::now() - notice.at > JUST_SAID;
        if self.notice.with_untracked(|notice| notice.as_ref().is_some_and(is_old)) {
            self.notice.set(None);
        }
    }

    fn tell(self, text: String, is_error: bool, merged: Vec<Id>) {
        self.notice.set(Some(Notice { text, is_error, merged, at: clock::now() }));
    }
}
