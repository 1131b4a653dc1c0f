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
        if index > 0 && (digits.len() - index) % 3 == 0 {
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
