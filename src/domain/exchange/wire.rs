//! The shapes of the file: what is written, and what is read before its values are looked at.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value as Json;
use serde_json::value::RawValue;

use super::Expected;
use crate::domain::case::Author;
use crate::domain::plain::plain;
use crate::domain::process::Role;

/// An author as written.
#[derive(Serialize)]
pub(super) struct WireAuthor<'a> {
    pub name: &'a str,
    pub initials: &'a str,
    pub organisation: &'a str,
    pub roles: Vec<&'static str>,
}

/// An event as written.
#[derive(Serialize)]
pub(super) struct WireEvent {
    pub id: String,
    pub clock: u64,
    pub at: i64,
    /// Place in `authors`; in a shared file the author.
    pub by: Json,
    pub field: String,
    pub value: Json,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub knew: Vec<String>,
    /// Left out where it is the event's own number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub batch: Option<u32>,
}

/// Declares an object to be read: each key's text as it stands, so that what is wrong in it has a line and a column.
macro_rules! raw_object {
    ($(#[$meta:meta])* $name:ident { $($key:ident),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Default, Deserialize)]
        pub(super) struct $name<'a> {
            $(
                #[serde(borrow, default, deserialize_with = "present")]
                pub $key: Option<&'a RawValue>,
            )+
        }

        impl $name<'_> {
            /// The keys that are read.
            #[allow(dead_code)]
            pub const KEYS: &'static [&'static str] = &[$(stringify!($key)),+];

            /// How long the object is if it has no other keys and no blanks.
            #[allow(dead_code)]
            pub fn length(&self) -> usize {
                let mut length = 1;
                $(length += self.$key.map_or(0, |raw| stringify!($key).len() + 4 + raw.get().len());)+
                length
            }
        }
    };
}

raw_object! {
    /// The envelope as read.
    RawFile { format, version, app, case, exported, authors, events }
}
raw_object! {
    /// The cover as read.
    RawExported { at, by }
}
raw_object! {
    /// An event as read.
    RawEvent { id, clock, at, by, field, value, knew, batch }
}

impl<'a> From<&'a Author> for WireAuthor<'a> {
    fn from(author: &'a Author) -> WireAuthor<'a> {
        WireAuthor {
            name: &author.name,
            initials: &author.initials,
            organisation: &author.organisation,
            roles: author.roles.iter().map(|role| role.code()).collect(),
        }
    }
}

/// Reads an author; what is not stated is empty. An error is the key that is wrong and what belongs there.
pub(super) fn author_of(json: &Json) -> Result<Author, (&'static str, Expected)> {
    let object = json.as_object().ok_or(("", Expected::Object))?;
    let text = |key: &'static str| match object.get(key) {
        None => Ok(String::new()),
        Some(Json::String(text)) => Ok(plain(text).into_owned()),
        Some(_) => Err((key, Expected::Text)),
    };
    let role = |json: &Json| json.as_str().and_then(Role::from_code);
    let roles = match object.get("roles") {
        None => Some(Vec::new()),
        Some(Json::Array(roles)) => roles.iter().map(role).collect(),
        Some(_) => None,
    };
    Ok(Author {
        name: text("name")?,
        initials: text("initials")?,
        organisation: text("organisation")?,
        roles: roles.ok_or(("roles", Expected::Roles))?,
    })
}

/// Tells a key that is null from one that is missing.
fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<&'de RawValue>, D::Error> {
    <&RawValue>::deserialize(deserializer).map(Some)
}
