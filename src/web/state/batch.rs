//! A batch written into the open case as one step, a little at a time.

use std::sync::Arc;

use super::undo::Step;
use super::{App, OpenCase};
use crate::domain::case::{Batch, Copying};
use crate::domain::exchange::segment::Encoder;
use crate::domain::guidance::Guiding;
use crate::domain::process::Process;
use crate::web::clock;
use crate::web::pace::Pace;
use crate::web::prelude::*;
use crate::web::storage;

/// So many changes are written between two looks at the clock.
const BITE: usize = 200;

impl App {
    /// Writes a batch of changes as one step of this name; whether it did, or was stopped before anything was written.
    ///
    /// It is written to a copy, which takes the case's place when all is in it: nobody sees half of it.
    pub async fn write_batch(self, batch: &Batch, what: String, pace: &mut Pace) -> bool {
        loop {
            let author = |open: &OpenCase| self.profile.get_untracked().author(&open.roles);
            let now = |open: &OpenCase| (open.file.log().len(), open.case().signer_rules.clone());
            let start = self.read_untracked(|open| {
                let mut pen = open.pen.clone();
                pen.author = author(open).into();
                (!open.is_shut()).then(|| (open.id, now(open), pen))
            });
            let Some((id, before, mut pen)) = start.flatten() else { return false };
            let mut copying = Copying::default();
            let mut step = |open: &OpenCase| open.id == id && copying.step(&open.file);
            while self.read_untracked(&mut step) == Some(true) {
                if !pace.goes_on(500).await {
                    return false;
                }
            }
            let (mut file, at) = (copying.finish(), clock::now());
            let (mut batch, mut written) = (batch.clone(), Vec::new());
            while batch.through() < batch.len() {
                written.extend(file.write_some(&mut pen, at, &mut batch, BITE));
                if !pace.goes_on(500 + batch.through() * 500 / batch.len()).await {
                    return false;
                }
            }
            let mut guiding = Guiding::start(file.case());
            while guiding.step(file.case(), BITE) {
                if !pace.goes_on(1000).await {
                    return false;
                }
            }
            let guidance = guiding.finish(&Process::UDSKIFT_IT_SYSTEM, file.case());
            let guidance = Arc::new(guidance);
            // Writing it down takes its time too; it is stored at one stroke, so that no half of it is.
            let (mut encoder, mut segment) = (Encoder::default(), String::new());
            for some in written.chunks(BITE) {
                segment.extend(some.iter().map(|event| encoder.lines(event)));
                if !pace.goes_on(1000).await {
                    return false;
                }
            }
            let is_it = |open: &OpenCase| open.id == id && !open.is_shut();
            if self.read_untracked(is_it) != Some(true) {
                return false;
            }
            // Another tab or the shared file wrote meanwhile, or the site's rules came: once more, with that.
            if self.read_untracked(now) != Some(before) {
                continue;
            }
            if written.is_empty() {
                return true;
            }
            self.open.update(|open| {
                let Some(open) = open else { return };
                (open.file, open.pen, open.guidance) = (file, pen, guidance);
                self.store(open, |case| storage::append_segment(case, &written, &segment));
                open.did(Step::named(what, written));
            });
            return true;
        }
    }
}
