//! Bytes to text: UTF-8, UTF-16 with a byte order mark, and otherwise what Danish spreadsheets write, Windows-1252.

use super::{LARGEST_LIST, TableError};

/// How the bytes were understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf16,
    Windows1252,
}

/// The characters of the bytes 80 to 9F; those that stand for nothing are kept as control characters.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of a file, without its byte order mark.
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), TableError> {
    if bytes.len() > LARGEST_LIST {
        return Err(TableError::TooLarge { most: LARGEST_LIST });
    }
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return Ok((utf16(rest, u16::from_le_bytes), Encoding::Utf16));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return Ok((utf16(rest, u16::from_be_bytes), Encoding::Utf16));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((text.to_owned(), Encoding::Utf8)),
        // Pictures, old workbooks and the like have NULs; no text of one byte per letter has.
        Err(_) if bytes.contains(&0) => Err(TableError::NotATable),
        Err(_) => {
            Ok((bytes.iter().map(|byte| windows_1252(*byte)).collect(), Encoding::Windows1252))
        }
    }
}

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9f => WINDOWS_1252[usize::from(byte - 0x80)],
        other => char::from(other),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}
