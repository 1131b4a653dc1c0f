//! How urgent it is to export: it grows with the changes and the days that exist in one browser only.

/// How strongly to remind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reminder {
    #[default]
    None,
    /// Some work would be lost with the browser.
    Soon,
    /// Much would.
    Now,
}

const DAY: i64 = 24 * 60 * 60 * 1_000;

impl Reminder {
    /// The reminder for so many changes that are in no file, the oldest of them since `since`.
    pub fn of(changes: usize, since: i64, now: i64) -> Reminder {
        // A clock that was set back makes no work older.
        let days = now.saturating_sub(since).max(0) / DAY;
        match (changes, days) {
            (0, _) => Reminder::None,
            (100.., _) | (_, 14..) => Reminder::Now,
            (25.., _) | (_, 3..) => Reminder::Soon,
            _ => Reminder::None,
        }
    }
}
