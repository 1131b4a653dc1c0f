//! What a field can be set to, and which values fit which field.

use serde_json::Value as Json;

use super::{EntityKind, Id};
use crate::domain::plain::plain;
use crate::domain::time::{Day, LocalTime};

/// A value of a field. In files it is plain JSON: null, text, true/false or a number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// The field is emptied.
    Nothing,
    Text(String),
    Flag(bool),
    /// A whole number, such as a place in the eksekveringsoversigt.
    Count(u32),
    /// One of the field's fixed words, by its code.
    Word(&'static str),
    Link(Id),
    Day(Day),
    Time(LocalTime),
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueKind {
    Text,
    Flag,
    Count,
    /// One of these codes.
    Word(&'static [&'static str]),
    /// The identity of something of this kind in the case.
    Link(EntityKind),
    Day,
    Time,
}

/// The value does not fit the field's kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unfit {
    pub expected: ValueKind,
}

/// The longest text a field takes, in characters; more is refused at import, with its place.
pub const LONGEST_TEXT: usize = 20_000;

impl Value {
    /// A text as it can be seen, or nothing if only blanks are left of it.
    pub fn text(text: impl AsRef<str>) -> Value {
        match plain(text.as_ref()).trim() {
            "" => Value::Nothing,
            text => Value::Text(text.to_owned()),
        }
    }

    /// The value as JSON, as in files.
    pub fn to_json(&self) -> Json {
        match self {
            Value::Nothing => Json::Null,
            Value::Text(text) => Json::from(text.as_str()),
            Value::Flag(flag) => Json::from(*flag),
            Value::Count(count) => Json::from(*count),
            Value::Word(word) => Json::from(*word),
            Value::Link(id) => Json::from(id.to_string()),
            Value::Day(day) => Json::from(day.to_string()),
            Value::Time(time) => Json::from(time.to_string()),
        }
    }
}

impl ValueKind {
    /// Reads a value of this kind.
    pub fn read(self, json: &Json) -> Result<Value, Unfit> {
        let value = match (self, json) {
            (_, Json::Null) => Some(Value::Nothing),
            (ValueKind::Flag, Json::Bool(flag)) => Some(Value::Flag(*flag)),
            (ValueKind::Count, Json::Number(number)) => {
                number.as_u64().and_then(|n| u32::try_from(n).ok()).map(Value::Count)
            }
            (kind, Json::String(text)) => kind.read_text(text),
            _ => None,
        };
        value.ok_or(Unfit { expected: self })
    }

    /// Whether the value is of this kind.
    pub fn accepts(self, value: &Value) -> bool {
        match (self, value) {
            (_, Value::Nothing)
            | (ValueKind::Flag, Value::Flag(_))
            | (ValueKind::Count, Value::Count(_))
            | (ValueKind::Link(_), Value::Link(_))
            | (ValueKind::Day, Value::Day(_))
            | (ValueKind::Time, Value::Time(_)) => true,
            (ValueKind::Text, Value::Text(text)) => text.chars().count() <= LONGEST_TEXT,
            (ValueKind::Word(codes), Value::Word(word)) => codes.contains(word),
            _ => false,
        }
    }

    fn read_text(self, text: &str) -> Option<Value> {
        match self {
            ValueKind::Text => {
                // Others may write blanks, and what cannot be seen, that the app would not: one text, one value.
                let value = Value::text(text);
                self.accepts(&value).then_some(value)
            }
            ValueKind::Word(codes) => codes.iter().find(|c| **c == text).map(|c| Value::Word(c)),
            ValueKind::Link(_) => text.parse().ok().map(Value::Link),
            ValueKind::Day => Day::parse(text).map(Value::Day),
            ValueKind::Time => LocalTime::parse(text).map(Value::Time),
            ValueKind::Flag | ValueKind::Count => None,
        }
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Value {
        Value::Flag(flag)
    }
}

impl From<Id> for Value {
    fn from(id: Id) -> Value {
        Value::Link(id)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::text(text)
    }
}

impl From<Day> for Value {
    fn from(day: Day) -> Value {
        Value::Day(day)
    }
}

impl From<LocalTime> for Value {
    fn from(time: LocalTime) -> Value {
        Value::Time(time)
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        value.map_or(Value::Nothing, Into::into)
    }
}

/// Lets each coded enum be written as a value.
macro_rules! words {
    ($($name:ty),+ $(,)?) => {$(
        impl From<$name> for Value {
            fn from(word: $name) -> Value {
                Value::Word(word.code())
            }
        }
    )+};
}

words!(
    super::Addressing,
    super::Closer,
    super::Handling,
    super::MarkState,
    super::OrderKind,
    super::ReceiptState,
    super::RouteType,
    crate::domain::process::Answer,
    crate::domain::process::Role,
);
