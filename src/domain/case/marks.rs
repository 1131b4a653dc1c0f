//! Completions and decisions as recorded, each with when and by whom.

use super::Stamp;
use crate::domain::codes::codes;
use crate::domain::process::Answer;
use crate::domain::time::Day;

codes! {
    /// What was recorded of an activity.
    pub enum MarkState {
        /// Udført.
        Done = "done",
        /// Ikke relevant, set by its role.
        Skipped = "skipped",
    }
}

/// A completion. One that was taken back keeps its notes and has no state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    pub state: Option<MarkState>,
    pub stamp: Option<Stamp>,
    pub on: Option<Day>,
    pub note: String,
    /// Why it was recorded before its turn.
    pub reason: String,
}

/// A decision at a gateway.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    pub answer: Option<Answer>,
    pub stamp: Option<Stamp>,
    pub by: String,
    pub note: String,
    /// Why it was decided before its turn.
    pub reason: String,
}
