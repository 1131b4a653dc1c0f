//! Days and local times, held to an independent calendar (jiff).

use jiff::civil::{Date, DateTime, date};
use proptest::prelude::*;
use udskift_it_system::domain::time::{Day, LAST_MOMENT, LocalTime};

const EPOCH: Date = date(1970, 1, 1);
/// 1 January of the year 1 and 31 December 9999.
const DAYS: std::ops::RangeInclusive<i64> = -719_162..=2_932_896;

fn check(days: i64) {
    let span = jiff::Span::new().days(days);
    let theirs = EPOCH.checked_add(span).expect("within jiff's years");
    let ours = Day::from_epoch(days);
    assert_eq!(
        (i32::from(ours.year), ours.month, ours.day),
        (i32::from(theirs.year()), theirs.month() as u8, theirs.day() as u8),
        "day {days}"
    );
    assert_eq!(ours.since_epoch(), days);
    assert_eq!(ours.to_string(), theirs.to_string());
    assert_eq!(Day::parse(&theirs.to_string()), Some(ours));
}

proptest! {
    #[test]
    fn days_count_as_the_calendar_does(days in DAYS) {
        check(days);
    }

    #[test]
    fn a_day_is_one_that_the_calendar_has(year in 1u16..=9999, month in 0u8..=13, day in 0u8..=32) {
        let theirs = Date::new(year as i16, month as i8, day as i8);
        prop_assert_eq!(Day::new(year, month, day).is_some(), theirs.is_ok());
    }

    #[test]
    fn moments_become_local_times(millis in 0..=LAST_MOMENT, offset in -12i32 * 60..=14 * 60) {
        let ours = LocalTime::at(millis, offset).to_string();
        let local = millis + i64::from(offset) * 60_000;
        let span = jiff::Span::new().milliseconds(local);
        let Ok(theirs) = EPOCH.at(0, 0, 0, 0).checked_add(span) else { return Ok(()) };
        let theirs = theirs.to_string();
        prop_assert_eq!(&ours, &theirs[..16]);
        prop_assert_eq!(LocalTime::parse(&theirs), LocalTime::parse(&ours));
    }
}

#[test]
fn every_year_begins_and_ends_and_leaps_as_it_does() {
    for year in 1..=9999 {
        for (month, day) in [(1, 1), (2, 28), (2, 29), (3, 1), (12, 31)] {
            if let Ok(theirs) = Date::new(year, month, day) {
                check(i64::from(theirs.since(EPOCH).expect("a span of days").get_days()));
            }
        }
    }
}

#[test]
fn the_edges_of_the_calendar() {
    let edges = [*DAYS.start(), *DAYS.end(), 0, -1, 1, 11_016, 11_017, 19_782, 19_783];
    edges.into_iter().for_each(check);
    for (year, leaps) in [(1900, false), (2000, true), (2023, false), (2024, true), (2100, false)] {
        assert_eq!(Day::new(year, 2, 29).is_some(), leaps, "{year}");
    }
    assert_eq!(Day::from_epoch(i64::MIN), Day::from_epoch(*DAYS.start()));
    assert_eq!(Day::from_epoch(i64::MAX), Day::from_epoch(*DAYS.end()));
    assert_eq!(Day::new(0, 1, 1), None);
    assert_eq!(Day::new(10_000, 1, 1), None);
}

#[test]
fn the_year_9999_ends_with_the_last_moment() {
    assert_eq!(LocalTime::at(LAST_MOMENT, 0).to_string(), "9999-12-31T23:59");
    let next: DateTime = EPOCH.at(0, 0, 0, 0);
    let next = next.checked_add(jiff::Span::new().milliseconds(LAST_MOMENT));
    assert_eq!(next.expect("the last").to_string(), "9999-12-31T23:59:59.999");
}

#[test]
fn only_whole_dates_and_times_are_read() {
    for text in [
        "2026-11-31",
        "2026-2-1",
        "26-11-21",
        "2026-11-21T",
        "2026-11-21 ",
        "+026-11-21",
        "",
        "2026-11-2١",
    ] {
        assert_eq!(Day::parse(text), None, "{text}");
    }
    let time = LocalTime { day: Day { year: 2026, month: 11, day: 21 }, hour: 14, minute: 5 };
    for text in ["2026-11-21T14:05", "2026-11-21T14:05:33", "2026-11-21T14:05:33.123"] {
        assert_eq!(LocalTime::parse(text), Some(time), "{text}");
    }
    for text in [
        "2026-11-21",
        "2026-11-21T24:00",
        "2026-11-21T14:60",
        "2026-11-21T14",
        "2026-11-21T14:05:zz",
        "2026-11-21T14:05:61",
        "2026-11-21T14:05:33:1",
        "2026-11-21 14:05",
        "2026-11-31T14:05",
    ] {
        assert_eq!(LocalTime::parse(text), None, "{text}");
    }
}
