//! How wide a text is at most, and how it is divided into lines that fit.

/// A size of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Font {
    /// In a box.
    Box,
    /// Of a label.
    Label,
}

impl Font {
    pub const fn size(self) -> i32 {
        match self {
            Font::Box => 13,
            Font::Label => 12,
        }
    }

    /// From one line to the next.
    pub const fn leading(self) -> i32 {
        match self {
            Font::Box => 15,
            Font::Label => 14,
        }
    }
}

const SOFT_HYPHEN: char = '\u{ad}';

/// The width of a text in units, rounded up: no less than any usual sans-serif's.
pub fn width_of(text: &str, font: Font) -> i32 {
    let hundredths: i32 = text.chars().map(hundredths).sum();
    (hundredths * font.size() + 99) / 100
}

/// The width of a letter in hundredths of its size.
fn hundredths(letter: char) -> i32 {
    match letter {
        SOFT_HYPHEN => 0,
        'i' | 'j' | 'l' | '\'' | '.' | ',' | ':' | ';' | '|' | '!' | ' ' => 29,
        'f' | 't' | 'r' | 'I' | '(' | ')' | '-' | '/' | '[' | ']' => 37,
        'm' => 89,
        'w' | 'æ' => 86,
        'M' | 'W' | 'Æ' | '…' => 98,
        'c' | 's' | 'k' | 'v' | 'x' | 'y' | 'z' => 55,
        'A'..='Z' | 'Ø' | 'Å' => 72,
        '–' => 60,
        '0'..='9' => 60,
        _ => 60,
    }
}

/// The lines of a text, none wider than this; a word that is too long is divided where it may be.
pub fn wrap(text: &str, font: Font, most: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let mut parts = word.split(SOFT_HYPHEN).collect::<Vec<_>>();
        let mut first = true;
        while !parts.is_empty() {
            let gap = if first && !line.is_empty() { " " } else { "" };
            // As many parts of the word as the line still takes.
            let fitting = (1..=parts.len()).rev().find(|count| {
                let hyphen = if *count < parts.len() { "-" } else { "" };
                let head: String = parts.iter().take(*count).copied().collect();
                // A part shorter than this is not worth a hyphen.
                (*count == parts.len() || head.chars().count() > 3)
                    && width_of(&format!("{line}{gap}{head}{hyphen}"), font) <= most
            });
            let count = match fitting {
                Some(count)
                    if count == parts.len() || line.is_empty() || is_long(word, font, most) =>
                {
                    count
                }
                _ if !line.is_empty() => {
                    lines.push(std::mem::take(&mut line));
                    continue;
                }
                _ => 1,
            };
            let head: String = parts.drain(..count).collect();
            line.push_str(gap);
            line.push_str(&head);
            first = false;
            if !parts.is_empty() {
                line.push('-');
                lines.push(std::mem::take(&mut line));
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// Whether a word needs dividing anyway.
fn is_long(word: &str, font: Font, most: i32) -> bool {
    width_of(word, font) > most
}
