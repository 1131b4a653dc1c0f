//! A calendar file (RFC 5545): what is to happen, for any calendar program.
//!
//! Times are those of Europe/Copenhagen, whose rules the file states itself. An entry keeps its identity from one file to
//! the next, so that a newer file moves what an older one put in the calendar.

use super::time::{Day, LocalTime};

/// Something in a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The same in each file of the case, and nobody else's.
    pub uid: String,
    pub span: Span,
    pub summary: String,
    pub description: String,
}

/// How long it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// Without an end that is after the start, it is a moment.
    Time { start: LocalTime, end: Option<LocalTime> },
    /// All of a day, and nobody is busy with it.
    Day(Day),
}

/// So many octets a line has at most, without its end.
const LONGEST: usize = 75;

const ZONE: &str = "\
BEGIN:VTIMEZONE
TZID:Europe/Copenhagen
BEGIN:DAYLIGHT
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE";

/// The file, made at `stamp` milliseconds since 1970 UTC of a case with so many events.
pub fn calendar(name: &str, entries: &[Entry], stamp: i64, events: usize) -> String {
    let mut file = File::default();
    file.line("BEGIN:VCALENDAR");
    file.line("VERSION:2.0");
    file.line("PRODID:-//Udskift it-system//DA");
    file.line("CALSCALE:GREGORIAN");
    file.line("METHOD:PUBLISH");
    file.text("X-WR-CALNAME", name);
    ZONE.lines().for_each(|line| file.line(line));
    for entry in entries {
        file.line("BEGIN:VEVENT");
        file.text("UID", &entry.uid);
        file.line(&format!("DTSTAMP:{}", moment(stamp)));
        // Programs take a file that is not older in this than what they have.
        file.line(&format!("SEQUENCE:{}", events.min(i32::MAX as usize)));
        match entry.span {
            Span::Time { start, end } => {
                file.line(&format!("DTSTART;TZID=Europe/Copenhagen:{}", local(start)));
                if let Some(end) = end.filter(|end| *end > start) {
                    file.line(&format!("DTEND;TZID=Europe/Copenhagen:{}", local(end)));
                }
            }
            Span::Day(day) => {
                let next = Day::from_epoch(day.since_epoch() + 1);
                file.line(&format!("DTSTART;VALUE=DATE:{}", date(day)));
                // The year 9999 has no day after its last.
                if next > day {
                    file.line(&format!("DTEND;VALUE=DATE:{}", date(next)));
                }
                file.line("TRANSP:TRANSPARENT");
            }
        }
        file.text("SUMMARY", &entry.summary);
        if !entry.description.is_empty() {
            file.text("DESCRIPTION", &entry.description);
        }
        file.line("END:VEVENT");
    }
    file.line("END:VCALENDAR");
    file.0
}

#[derive(Default)]
struct File(String);

impl File {
    fn text(&mut self, name: &str, value: &str) {
        self.line(&format!("{name}:{}", escaped(value)));
    }

    /// A line, folded where it is too long; no character is divided.
    fn line(&mut self, line: &str) {
        let mut octets = 0;
        for char in line.chars() {
            if octets + char.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(char);
            octets += char.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '\\' | ';' | ',' => escaped.extend(['\\', char]),
            '\n' => escaped.push_str("\\n"),
            '\t' => escaped.push(' '),
            char if char.is_control() => {}
            char => escaped.push(char),
        }
    }
    escaped
}

fn date(day: Day) -> String {
    format!("{:04}{:02}{:02}", day.year, day.month, day.day)
}

fn local(time: LocalTime) -> String {
    format!("{}T{:02}{:02}00", date(time.day), time.hour, time.minute)
}

fn moment(millis: i64) -> String {
    let second = millis.div_euclid(1000).rem_euclid(60);
    let time = LocalTime::at(millis, 0);
    format!("{}T{:02}{:02}{second:02}Z", date(time.day), time.hour, time.minute)
}
