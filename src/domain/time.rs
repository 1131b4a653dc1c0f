//! Calendar days and local times as people write them; no clock and no time zone database.

use std::fmt;

/// The last millisecond of the year 9999, since 1970.
pub const LAST_MOMENT: i64 = 253_402_300_799_999;

/// A calendar day, `2026-11-21` in files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    pub year: u16,
    pub month: u8,
    pub day: u8,
}

/// A local time to the minute, `2026-11-21T14:05` in files, as `<input type="datetime-local">` has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalTime {
    pub day: Day,
    pub hour: u8,
    pub minute: u8,
}

impl Day {
    /// The day, if there is such a one in the Gregorian calendar between the years 1 and 9999.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Day> {
        let valid = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day);
        valid.then_some(Day { year, month, day })
    }

    /// Reads `2026-11-21`.
    pub fn parse(text: &str) -> Option<Day> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = digits(parts.next()?, 2)?;
        let day = digits(parts.next()?, 2)?;
        parts.next().is_none().then(|| Day::new(year, month as u8, day as u8))?
    }

    /// Days since 1 January 1970.
    pub fn since_epoch(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let month = i64::from((self.month + 9) % 12);
        let of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    /// The day that many days after 1 January 1970, held within the years 1 to 9999.
    pub fn from_epoch(days: i64) -> Day {
        let days = days.clamp(-719_162, 2_932_896) + 719_468;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year + era * 400 + i64::from(month <= 2);
        Day { year: year as u16, month: month as u8, day: day as u8 }
    }
}

impl LocalTime {
    /// Reads `2026-11-21T14:05`; seconds, if any, are dropped.
    pub fn parse(text: &str) -> Option<LocalTime> {
        let (day, time) = text.split_once('T')?;
        let mut parts = time.split(':');
        let hour = digits(parts.next()?, 2)? as u8;
        let minute = digits(parts.next()?, 2)? as u8;
        if let Some(seconds) = parts.next() {
            digits(seconds.split('.').next()?, 2).filter(|seconds| *seconds < 60)?;
        }
        let day = Day::parse(day)?;
        if parts.next().is_some() {
            return None;
        }
        (hour < 24 && minute < 60).then_some(LocalTime { day, hour, minute })
    }

    /// The local time at `millis` since 1970 UTC where the clock is `offset` minutes ahead of UTC.
    pub fn at(millis: i64, offset: i32) -> LocalTime {
        let minutes = millis.div_euclid(60_000).saturating_add(i64::from(offset));
        let of_day = minutes.rem_euclid(1440);
        LocalTime {
            day: Day::from_epoch(minutes.div_euclid(1440)),
            hour: (of_day / 60) as u8,
            minute: (of_day % 60) as u8,
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Display for LocalTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{:02}:{:02}", self.day, self.hour, self.minute)
    }
}

fn digits(text: &str, length: usize) -> Option<u16> {
    let plain = text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok())?
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 31,
    }
}
