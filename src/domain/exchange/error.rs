//! What can be wrong with a file, and where; the words are in `text::import_errors`.

use crate::domain::case::{Id, ValueKind};

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportError {
    pub kind: ImportErrorKind,
    /// The line, from 1.
    pub line: Option<usize>,
    /// The character of the line, from 1.
    pub column: Option<usize>,
    /// The place in the document, as in `events[12].value`.
    pub path: Option<String>,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportErrorKind {
    /// The file has more bytes than the app reads.
    TooLarge { most: usize },
    /// The bytes are no UTF-8.
    NotText,
    /// The text is no JSON.
    NotJson,
    /// The text ends in the middle of its JSON.
    CutShort,
    /// It is JSON, but no case file.
    NotACaseFile,
    /// It is of a format that a newer version of the app writes.
    NewerFormat { version: u64 },
    /// An object has a key twice.
    RepeatedKey,
    /// A key is missing; the path names it.
    Missing,
    /// A value is not what belongs there.
    Wrong { expected: Expected },
    /// A text is longer than the app takes.
    TooLong { most: usize },
    /// Two different events have the same identity.
    DuplicateId { id: Id },
    /// The file holds no events.
    Empty,
}

/// What belongs in the place of a wrong value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Text,
    List,
    Object,
    /// A version of the format: a whole number from 1.
    Version,
    /// A logical clock: a whole number from 1, not far beyond the number of events.
    Clock {
        last: u64,
    },
    /// Milliseconds since 1970, before the year 10000.
    Moment,
    /// An identity such as `7k2m9qx4-17`.
    Id,
    /// The identity of the file's first event.
    FirstEvent,
    /// A list of identities.
    Ids,
    /// The place in `authors` of one of this many.
    Author {
        count: usize,
    },
    /// A list of role codes.
    Roles,
    /// The number of an event of the same writer, not after this one.
    Batch {
        last: u32,
    },
    /// A value of this kind, or null.
    Value(ValueKind),
}
