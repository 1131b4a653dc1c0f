//! Many hands, one case: what a file brings before it is merged, what changed since, and how two copies compare.
//!
//! Everything is told by the identities of events and by fields; `text` has the words. All is linear in the events.

mod changes;
mod compare;
mod dispute;
mod history;
mod join;
mod preview;
mod seen;
mod since;
mod spot;

pub use changes::{ByPage, ByPerson, Change, Changes, Changing, Who};
pub use compare::{CodeComparison, FileComparison, compare_code, compare_file};
pub use dispute::{Choice, Dispute};
pub use history::{HistoryFilter, as_it_was, history, people, roles, stroke_end};
pub use join::{Join, Refusal, join};
pub use preview::{FilePreview, Preview, PreviewDispute, Previewing, Relation, by_case, preview};
pub use seen::{BadSeen, Seen};
pub use since::{Since, changes_since};
pub use spot::{Page, Spot};

use crate::domain::case::{CaseFile, Id, Version};
use crate::domain::exchange::Kept;

/// The version code of a case with the events kept for newer versions of the app: the same there and here.
pub fn version(file: &CaseFile, kept: &[Kept]) -> Version {
    Version::of_ids(ids(file, kept))
}

/// How many events are known of a case, with those kept for newer versions of the app.
pub fn known(file: &CaseFile, kept: &[Kept]) -> usize {
    // Asked after every change: the events that are applied are not walked through for that.
    file.log().len() + beside(file, kept).count()
}

/// The identities of kept events that are not applied too.
fn beside<'a>(file: &'a CaseFile, kept: &'a [Kept]) -> impl Iterator<Item = Id> + 'a {
    kept.iter().map(|kept| kept.id).filter(|id| file.log().get(*id).is_none())
}

/// The identities of all that is known of a case, each once.
fn ids<'a>(file: &'a CaseFile, kept: &'a [Kept]) -> impl Iterator<Item = Id> + 'a {
    file.log().events().map(|event| event.id).chain(beside(file, kept))
}
