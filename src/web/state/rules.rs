//! The open case under the site's rules of who signs, which come after it.

use std::sync::Arc;

use super::{App, OpenCase};
use crate::domain::guidance::guide;
use crate::domain::process::Process;
use crate::domain::signers::Rule;
use crate::web::prelude::*;

impl App {
    /// Puts the open case under these rules.
    pub fn require_signers(self, rules: &Arc<[Rule]>) {
        if rules.is_empty() {
            return;
        }
        self.open.update(|open| {
            if let Some(open) = open {
                open.require_signers(rules);
            }
        });
    }
}

impl OpenCase {
    fn require_signers(&mut self, rules: &Arc<[Rule]>) {
        self.file.require_signers(Arc::clone(rules));
        self.guidance = Arc::new(guide(&Process::UDSKIFT_IT_SYSTEM, self.file.case()));
        if self.is_past() {
            self.now_mut().require_signers(rules);
        }
    }
}
