//! What a coordination meeting needs of a case and leaves behind: the decisions wanted, what was settled since, the next dates.
//!
//! [`wanted_decisions`] is what the meeting is for, in the order in which paper and screen both ask it; [`minutes()`] is what
//! was settled since a moment; [`upcoming()`] are the dates ahead; [`agenda()`] is what a meeting goes through. All are
//! derived from the case's facts and its guidance.

mod agenda;
mod minutes;
mod upcoming;
mod wanted;

pub use agenda::{Point, PointKey, agenda, decider_field};
pub use minutes::{Minutes, Noted, NotedKind, minutes};
pub use upcoming::{Coming, When, day_order, due_of, is_open, upcoming};
pub use wanted::{Matter, Wanted, findings_beside, wanted_decisions};
