//! Tells texts that look as if they held a CPR number, which case files must not carry.

use crate::domain::time::Day;

/// Whether the text has six digits that make a date, a hyphen or blank or nothing, and four digits, apart from other digits.
pub fn looks_like_cpr(text: &str) -> bool {
    // Every text of a case is looked at after every change, and nearly all have too few digits.
    if text.bytes().filter(u8::is_ascii_digit).count() < 10 {
        return false;
    }
    let chars: Vec<char> = text.chars().collect();
    (0..chars.len()).any(|start| {
        let apart = start == 0 || !chars[start - 1].is_ascii_digit();
        apart && is_cpr(&chars[start..])
    })
}

fn is_cpr(chars: &[char]) -> bool {
    let Some(birth) = chars.get(..6).and_then(number) else { return false };
    let rest = match chars.get(6) {
        Some('-' | ' ') => &chars[7..],
        _ => &chars[6..],
    };
    let serial = rest.get(..4).and_then(number).is_some();
    let ends = rest.get(4).is_none_or(|c| !c.is_ascii_digit());
    let (day, month) = ((birth / 10_000) as u8, (birth / 100 % 100) as u8);
    // Any leap year does: the century is not in the date.
    serial && ends && Day::new(2000, month, day).is_some()
}

fn number(digits: &[char]) -> Option<u32> {
    digits.iter().try_fold(0, |sum, c| Some(sum * 10 + c.to_digit(10)?))
}
