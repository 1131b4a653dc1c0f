//! The route overview as a list: read from a table of any shape, compared with the case, brought in as one group, written out.
//!
//! In this order: [`guess()`] finds the headings and what the columns hold, and the user corrects it; [`Reading`] makes a
//! [`Draft`] of each row or tells its [`Problem`]s, to be mended; [`compare()`] matches the drafts to the routes that are here;
//! [`plan()`] turns what the user chose into one [`Batch`](crate::domain::case::Batch). Nothing touches the case before that.
//! [`overview_rows`] is the way out; what it writes, the way in takes back without a change.

mod column;
mod compare;
mod draft;
mod export;
mod guess;
mod headings;
mod lexicon;
mod matching;
mod names;
mod parties;
mod plan;
mod reading;
mod variants;

pub use column::Column;
pub use compare::{Change, Comparing, Comparison, Gone, Line, LineState, compare};
pub use draft::{Draft, Fact, Problem, ProblemKind, RowReader};
pub use export::{EXPORTED, overview_rows};
pub use guess::{
    Confidence, Guess, GuessedColumn, Remembered, best_table, choose_column, guess, guess_below,
};
pub use headings::HEAD_LOOK;
pub use lexicon::{Lexicon, Words, plain};
pub use names::Names;
pub use parties::PartyChange;
pub use plan::{Planning, plan};
pub use reading::{ReadRow, Reading, Skipped};
pub use variants::{spelling_variants, unite_organisations};
