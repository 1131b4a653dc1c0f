//! What can be seen of a text: characters that show nothing, but hide, turn or forge what the others show, are left out.
//!
//! A text from a file or the clipboard may hold controls that let `gpj.exe` read as `exe.jpg`, or two names look the same
//! that are not. Danish needs none of them, so no text has them: they go where blanks around a text go, on the way in.

use std::borrow::Cow;

/// The text as it can be seen. Ends of lines are `\n`.
pub fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains(|char| is_hidden(char) || is_blank(char)) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' => plain.push('\n'),
            char if is_hidden(char) => {}
            char if is_blank(char) => plain.push(' '),
            char => plain.push(char),
        }
    }
    Cow::Owned(plain)
}

/// Whether a character shows nothing: controls, turns of direction, what has no width, tags, and what is no character.
pub fn is_hidden(char: char) -> bool {
    let code = u32::from(char);
    match code {
        0x09 | 0x0a | 0x85 => false,
        0x00..=0x1f | 0x7f..=0x9f | 0xad | 0x34f | 0x61c | 0x115f | 0x1160 | 0x17b4 | 0x17b5 => {
            true
        }
        0x180b..=0x180f | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0x3164 => true,
        0xfe00..=0xfe0f | 0xfeff | 0xffa0 | 0xfff0..=0xfffb | 0x1d173..=0x1d17a => true,
        0xe0000..=0xe0fff => true,
        _ => code & 0xfffe == 0xfffe || (0xfdd0..=0xfdef).contains(&code),
    }
}

/// Whether it parts lines as no text of ours does.
fn is_blank(char: char) -> bool {
    matches!(char, '\u{85}' | '\u{2028}' | '\u{2029}')
}
