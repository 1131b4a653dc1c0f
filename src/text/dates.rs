//! Dates, times and numbers as Danes write them: 23.11.2026 kl. 14.05, 1.234.

use crate::domain::time::{Day, LocalTime};

/// `23.11.2026`.
pub fn day(day: Day) -> String {
    format!("{}.{}.{}", day.day, day.month, day.year)
}

/// `23.11.2026 kl. 14.05`.
pub fn time(time: LocalTime) -> String {
    format!("{} kl. {}", day(time.day), hour(time))
}

/// `14.05`.
pub fn hour(time: LocalTime) -> String {
    format!("{:02}.{:02}", time.hour, time.minute)
}

/// `1.234`.
pub fn number(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

/// `1 rute`, `2 ruter`.
pub fn count(amount: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(amount), if amount == 1 { one } else { many })
}

/// `a`, `a og b`, `a, b og c`.
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} og {last}", rest.join(", ")),
    }
}

/// `i dag kl. 10.42`, `i går kl. 9.05`, otherwise the date.
pub fn relative(then: LocalTime, today: Day) -> String {
    match today.since_epoch() - then.day.since_epoch() {
        0 => format!("i dag kl. {}", hour(then)),
        1 => format!("i går kl. {}", hour(then)),
        _ => time(then),
    }
}
