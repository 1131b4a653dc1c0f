//! The clock of the service window, and what was planned against what happened, in words.

use udskift_it_system::text::live::{clock, countdown, difference};

const MINUTE: i64 = 60_000;

#[test]
fn the_clock_counts_to_the_start_then_to_the_end_and_then_from_it() {
    let (start, end) = (Some(100 * MINUTE), Some(160 * MINUTE));
    let at = |now, start, end| countdown(now, start, end).map(|(_, seconds)| seconds);
    let label = |now| countdown(now, start, end).map(|(label, _)| label);
    assert_eq!(at(90 * MINUTE, start, end), Some(600));
    assert_eq!(at(100 * MINUTE, start, end), Some(3600));
    assert_eq!(at(160 * MINUTE, start, end), Some(0));
    assert_eq!(at(161 * MINUTE, start, end), Some(60));
    let labels = [label(0), label(100 * MINUTE), label(160 * MINUTE)];
    let words = ["begynder", "slutter", "sluttede"];
    for (label, word) in labels.iter().zip(words) {
        assert!(label.unwrap().contains(word), "{label:?}");
    }
    assert_eq!(at(103 * MINUTE, start, None), Some(180), "a window without an end counts up");
    assert_eq!(at(0, None, None), None);
}

#[test]
fn times_read_as_a_clock_and_differences_in_minutes() {
    assert_eq!(clock(0), "00:00:00");
    assert_eq!(clock(3_661), "01:01:01");
    assert_eq!(clock(86_399), "23:59:59");
    assert_eq!(clock(86_400), "1 dag 00:00:00");
    assert_eq!(clock(2 * 86_400 + 59), "2 dage 00:00:59");
    assert_eq!(difference(0), "til tiden");
    assert_eq!(difference(1), "1 min. senere end planlagt");
    assert_eq!(difference(-1_200), "1.200 min. før planlagt");
}
