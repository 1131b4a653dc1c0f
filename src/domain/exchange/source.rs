//! The text of a file being read: gives each part its value, or the line, column and path of what is wrong.

use std::fmt;
use std::str::FromStr;

use serde::Deserialize;
use serde_json::error::Category;
use serde_json::value::RawValue;

use super::{Expected, ImportError, ImportErrorKind};
use crate::domain::case::{Id, LONGEST_TEXT};
use crate::domain::time::LAST_MOMENT;

/// A file's text.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub text: &'a str,
}

/// A place in the document, as in `events[12].value`; spelled out only when something is wrong there.
#[derive(Clone, Copy)]
pub(super) struct Place {
    base: &'static str,
    index: Option<usize>,
    key: &'static str,
}

impl Place {
    pub const ROOT: Place = Place { base: "", index: None, key: "" };

    pub fn item(list: &'static str, index: usize) -> Place {
        Place { base: list, index: Some(index), key: "" }
    }

    pub fn of(base: &'static str) -> Place {
        Place { base, ..Place::ROOT }
    }

    pub fn key(self, key: &'static str) -> Place {
        Place { key, ..self }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.base)?;
        if let Some(index) = self.index {
            write!(f, "[{index}]")?;
        }
        let dot = if self.base.is_empty() || self.key.is_empty() { "" } else { "." };
        write!(f, "{dot}{}", self.key)
    }
}

impl<'a> Source<'a> {
    /// The value of a key of the object that begins at `owner`.
    pub fn required(
        self,
        raw: Option<&'a RawValue>,
        place: Place,
        owner: usize,
    ) -> Result<&'a RawValue, ImportError> {
        raw.ok_or_else(|| self.error(ImportErrorKind::Missing, place, owner))
    }

    /// A value of any type.
    pub fn read<T: Deserialize<'a>>(
        self,
        raw: &'a RawValue,
        place: Place,
        expected: Expected,
    ) -> Result<T, ImportError> {
        serde_json::from_str(raw.get()).map_err(|_| self.wrong(place, raw, expected))
    }

    /// An object; a list with an object's values in order is none.
    pub fn object<T: Deserialize<'a>>(
        self,
        raw: &'a RawValue,
        place: Place,
    ) -> Result<T, ImportError> {
        if !raw.get().starts_with('{') {
            return Err(self.wrong(place, raw, Expected::Object));
        }
        // It is an object, so what can be wrong with it is a key that comes twice, or lists within lists without end.
        serde_json::from_str(raw.get()).map_err(|error| {
            let kind = match error.classify() {
                Category::Data => ImportErrorKind::RepeatedKey,
                Category::Syntax | Category::Eof | Category::Io => ImportErrorKind::NotJson,
            };
            self.error(kind, place, self.offset(raw))
        })
    }

    /// A text of no more than the length the app takes.
    pub fn text(self, raw: &'a RawValue, place: Place) -> Result<String, ImportError> {
        let text: String = self.read(raw, place, Expected::Text)?;
        let fits = text.chars().count() <= LONGEST_TEXT;
        fits.then_some(text).ok_or_else(|| self.too_long(place, raw))
    }

    /// A value written as text.
    pub fn parsed<T: FromStr>(
        self,
        raw: &'a RawValue,
        place: Place,
        expected: Expected,
    ) -> Result<T, ImportError> {
        let text: String = self.read(raw, place, expected)?;
        text.parse().map_err(|_| self.wrong(place, raw, expected))
    }

    /// A wall time.
    pub fn moment(self, raw: &'a RawValue, place: Place) -> Result<i64, ImportError> {
        let at: i64 = self.read(raw, place, Expected::Moment)?;
        let fits = (0..=LAST_MOMENT).contains(&at);
        fits.then_some(at).ok_or_else(|| self.wrong(place, raw, Expected::Moment))
    }

    /// A list of identities.
    pub fn ids(self, raw: &'a RawValue, place: Place) -> Result<Vec<Id>, ImportError> {
        let list: Vec<String> = self.read(raw, place, Expected::Ids)?;
        let ids: Result<Vec<Id>, ()> = list.iter().map(|text| text.parse()).collect();
        ids.map_err(|()| self.wrong(place, raw, Expected::Ids))
    }

    pub fn wrong(self, place: Place, raw: &RawValue, expected: Expected) -> ImportError {
        self.error(ImportErrorKind::Wrong { expected }, place, self.offset(raw))
    }

    pub fn too_long(self, place: Place, raw: &RawValue) -> ImportError {
        self.error(ImportErrorKind::TooLong { most: LONGEST_TEXT }, place, self.offset(raw))
    }

    /// What serde_json says of the whole text, of which it names line and byte.
    pub fn broken(self, error: &serde_json::Error) -> ImportError {
        let kind = match error.classify() {
            Category::Eof => ImportErrorKind::CutShort,
            Category::Data => ImportErrorKind::RepeatedKey,
            Category::Syntax | Category::Io => ImportErrorKind::NotJson,
        };
        let line = self.text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
        let before = line.get(..error.column().saturating_sub(1)).unwrap_or(line);
        let column = before.chars().count() + 1;
        ImportError { kind, line: Some(error.line()), column: Some(column), path: None }
    }

    /// The error at a byte of the text.
    pub fn error(self, kind: ImportErrorKind, place: Place, offset: usize) -> ImportError {
        let before = self.text.get(..offset).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let last = before.rsplit('\n').next().unwrap_or_default();
        let path = place.to_string();
        ImportError {
            kind,
            line: Some(line),
            column: Some(last.chars().count() + 1),
            path: (!path.is_empty()).then_some(path),
        }
    }

    /// Where a part of the text begins: parts are slices of it.
    pub fn offset(self, raw: &RawValue) -> usize {
        (raw.get().as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize)
    }
}
