//! Events that a newer version of the app wrote about fields this version does not know: kept as they are.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde_json::{Map, Value as Json};

use super::wire::{WireAuthor, author_of};
use crate::domain::case::{Author, Id};

/// An event that this version cannot apply. It is stored, merged by identity and exported again.
///
/// As text it is one line of JSON with its author in it, fit for storage.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    pub id: Id,
    pub clock: u64,
    pub author: Arc<Author>,
    /// The event as in the file, without its author.
    pub(super) raw: Map<String, Json>,
}

impl Kept {
    /// The path of the field it sets.
    pub fn field(&self) -> &str {
        self.raw.get("field").and_then(Json::as_str).unwrap_or_default()
    }
}

impl fmt::Display for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut raw = self.raw.clone();
        let author =
            serde_json::to_value(WireAuthor::from(&*self.author)).map_err(|_| fmt::Error)?;
        raw.insert("by".to_owned(), author);
        write!(f, "{}", Json::Object(raw))
    }
}

impl FromStr for Kept {
    type Err = ();

    fn from_str(text: &str) -> Result<Kept, ()> {
        let mut raw: Map<String, Json> = serde_json::from_str(text).map_err(drop)?;
        let author = author_of(&raw.remove("by").ok_or(())?).map_err(drop)?;
        let id = raw.get("id").and_then(Json::as_str).ok_or(())?.parse()?;
        let clock = raw.get("clock").and_then(Json::as_u64).ok_or(())?;
        Ok(Kept { id, clock, author: Arc::new(author), raw })
    }
}
