//! Cases in files and in storage: the case file that people send each other, and the compact segments of storage.
//!
//! A file is JSON: an envelope, a summary for other programs, the authors and the events, one per line; a file that
//! many write to is laid out to be merged by lines ([`shared_text`]). [`import()`] is strict about the envelope and about each event, and lenient about keys it does not know. An event whose field a
//! newer version added is [`Kept`] as it is and exported again. Nothing here shows text: an [`ImportError`] says what
//! and where, `text::import_errors` says it in Danish.

mod anonymous;
mod authors;
mod backup;
mod case_id;
mod copy;
mod delivery;
mod error;
mod export;
mod file_name;
mod import;
mod kept;
mod reading;
mod reminder;
pub mod segment;
mod shared;
mod source;
mod summary;
mod summary_route;
mod trouble;
mod wire;

pub use anonymous::without_personal_data;
pub use backup::{BACKUP_FORMAT, Backup, export_backup, import_backup};
pub use case_id::CaseId;
pub use copy::copy_of;
pub use delivery::{Delivery, Turn, turns};
pub use error::{Expected, ImportError, ImportErrorKind};
pub use export::export;
pub use file_name::{file_name, print_name, shared_name, table_name};
pub use import::{Imported, check_size, import, import_bytes, text_of_bytes};
pub use kept::Kept;
pub use reading::Reading;
pub use reminder::Reminder;
pub use shared::{shared_text, union_text};
pub use trouble::FileTrouble;

use crate::domain::case::Author;

/// The envelope's `format`: what makes a file a case file.
pub const FORMAT: &str = "udskift-it-system";
/// The newest version of the format: 1 is a file that someone exported, 2 one that many write to.
pub const VERSION: u64 = 2;
/// The largest file that is read, in bytes: several times a case of 10,000 routes.
pub const LARGEST_FILE: usize = 100_000_000;
/// The highest logical clock that storage is read with: what JavaScript counts exactly.
pub const LAST_CLOCK: u64 = (1 << 53) - 1;
/// How far a file's logical clocks may be ahead of the number of its events.
///
/// Each event is one tick later than all its writer had seen, so honest clocks never exceed the number of events. Room
/// is left for events that are lost; a clock without bounds would soon leave no room for those that follow.
pub const CLOCK_AHEAD: u64 = 1_000_000;

/// When and by whom a file was exported, and by which version of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cover {
    /// Empty for a file that many write to: nobody exported it, and the rest tells of its newest event.
    pub app: String,
    /// Milliseconds since 1970 UTC.
    pub at: i64,
    pub by: Author,
    /// Where the file was handed over on purpose: to whom and with what turn.
    pub delivery: Option<Delivery>,
}

impl Cover {
    /// The cover of a file that this version of the app writes.
    pub fn new(at: i64, by: Author) -> Cover {
        Cover { app: env!("CARGO_PKG_VERSION").to_owned(), at, by, delivery: None }
    }
}
