//! The calendar file: what RFC 5545 asks of its lines, and what a case puts in it.

use udskift_it_system::domain::calendar::*;
use udskift_it_system::domain::case::*;
use udskift_it_system::domain::process::{Activity, Answer, Gateway};
use udskift_it_system::domain::time::{Day, LocalTime};
use udskift_it_system::text;

use super::builder::START;
use super::player::*;

fn at(text: &str) -> LocalTime {
    LocalTime::parse(text).unwrap()
}

fn entry(span: Span) -> Entry {
    Entry { uid: "vindue.1-1@x".into(), span, summary: "Vindue".into(), description: String::new() }
}

fn file(entry: Entry) -> String {
    calendar("Sag", &[entry], START + 5_000, 7)
}

/// The lines, unfolded.
fn lines(file: &str) -> Vec<String> {
    file.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

fn has(file: &str, line: &str) -> bool {
    lines(file).iter().any(|it| it == line)
}

#[test]
fn a_window_has_its_times_in_copenhagen_and_the_moment_of_the_file_in_utc() {
    let span = Span::Time { start: at("2026-12-01T20:00"), end: Some(at("2026-12-02T04:00")) };
    let file = file(entry(span));
    assert!(has(&file, "DTSTART;TZID=Europe/Copenhagen:20261201T200000"));
    assert!(has(&file, "DTEND;TZID=Europe/Copenhagen:20261202T040000"));
    assert!(has(&file, "DTSTAMP:20261123T080005Z"));
    assert!(has(&file, "SEQUENCE:7") && has(&file, "TZID:Europe/Copenhagen"));
    assert!(file.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
}

#[test]
fn an_end_that_is_not_after_the_start_is_left_out() {
    for end in ["2026-12-01T20:00", "2026-12-01T19:00"] {
        let file = file(entry(Span::Time { start: at("2026-12-01T20:00"), end: Some(at(end)) }));
        assert!(!file.contains("DTEND;TZID"), "{end}");
    }
}

#[test]
fn a_day_ends_on_the_next_and_leaves_people_free() {
    let file = file(entry(Span::Day(Day::new(2026, 12, 31).unwrap())));
    assert!(has(&file, "DTSTART;VALUE=DATE:20261231"));
    assert!(has(&file, "DTEND;VALUE=DATE:20270101"));
    assert!(has(&file, "TRANSP:TRANSPARENT"));
}

#[test]
fn texts_are_escaped_and_no_line_is_longer_than_75_octets() {
    let long = "Æblegrød; rødgrød, fløde \\ to\nlinjer\u{7}".repeat(9);
    for cut in 0..5 {
        let summary: String = long.chars().skip(cut).collect();
        let told = Entry { summary: summary.clone(), ..entry(Span::Day(day(1))) };
        let file = file(told);
        assert!(file.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
        let escaped = summary.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
        let escaped = escaped.replace('\n', "\\n").replace('\u{7}', "");
        assert!(has(&file, &format!("SUMMARY:{escaped}")));
    }
}

#[test]
fn a_case_has_its_window_with_its_plan_and_its_frister_until_they_are_met() {
    let (mut p, _) = Player::with_lines(&[Line::replace(SFTP.implicit(), SFTP.implicit())]);
    let id: Id = "7k2m9qx4-1".parse().unwrap();
    let entries = |p: &Player| text::calendar::entries(id, p.file.case(), &p.guide());
    assert_eq!(entries(&p), []);
    p.window(1, "2026-12-01T20:00", "2026-12-02T04:00");
    p.set(Field::Planned(1, Activity::G4), LocalTime::parse("2026-12-01T23:30"));
    p.set(Field::Planned(1, Activity::G3), LocalTime::parse("2026-12-01T21:00"));
    p.set(Field::Due(Topic::Activity(Activity::U1, CASE)), Day::new(2026, 11, 30));
    let found = entries(&p);
    assert_eq!(found[0].uid, "servicevindue-1.7k2m9qx4-1@udskift-it-system");
    let plan: Vec<&str> = found[0].description.lines().collect();
    assert!(plan[0].starts_with("1.12.2026 kl. 21.00: 2.3 pkt. 3"), "{plan:?}");
    assert!(plan[1].starts_with("1.12.2026 kl. 23.30: 2.3 pkt. 4"), "{plan:?}");
    assert_eq!(found[1].span, Span::Day(Day::new(2026, 11, 30).unwrap()));
    assert_eq!(found[1].uid, "frist-activity-U1-case.7k2m9qx4-1@udskift-it-system");
    p.until_decision();
    assert_eq!(entries(&p).len(), 1, "what is done is no longer due");
    p.answers(Gateway::CarryOut, FIRST, Answer::Postpone);
    assert_eq!(entries(&p), [], "the postponed window is not held");
}
