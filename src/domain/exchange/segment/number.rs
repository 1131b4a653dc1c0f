//! Whole numbers in few characters that need no separator: five bits each, the last character marked.

/// The first half are digits that others follow, the second half are last digits.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ()[]{}0123456789abcdefghijklmnopqrstuv";
const BITS: u32 = 5;
const HALF: u8 = 32;

/// Appends a number.
pub(super) fn write(text: &mut String, mut number: u64) {
    while number >= u64::from(HALF) {
        text.push(char::from(DIGITS[(number & 31) as usize]));
        number >>= BITS;
    }
    text.push(char::from(DIGITS[(u64::from(HALF) + number) as usize]));
}

/// Takes a number from the beginning of a text.
pub(super) fn take(text: &mut &str) -> Option<u64> {
    let mut number: u64 = 0;
    for (index, byte) in text.bytes().enumerate() {
        let digit = u64::from(value(byte)?);
        let shift = BITS * u32::try_from(index).ok()?;
        let part = digit & 31;
        if shift >= u64::BITS || part << shift >> shift != part {
            return None;
        }
        number |= part << shift;
        if digit >= u64::from(HALF) {
            *text = text.get(index + 1..)?;
            return Some(number);
        }
    }
    None
}

/// A signed number as an unsigned one that is small where it is.
pub(super) fn zigzag(number: i64) -> u64 {
    (number << 1 ^ number >> 63) as u64
}

/// The reverse of [`zigzag`].
pub(super) fn unzigzag(number: u64) -> i64 {
    (number >> 1) as i64 ^ -((number & 1) as i64)
}

fn value(byte: u8) -> Option<u8> {
    DIGITS.iter().position(|digit| *digit == byte).map(|place| place as u8)
}
