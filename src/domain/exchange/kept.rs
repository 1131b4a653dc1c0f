//! Events that a newer version of the app wrote about fields this version does not know: kept as they are.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde_json::{Map, Value as Json};

use super::wire::{RawEvent, WireAuthor, author_of};
use crate::domain::case::{Author, Event, Field, Id};
use crate::domain::time::LAST_MOMENT;

/// An event that this version cannot apply, or that has keys it does not know. It is stored, merged by identity and
/// exported again.
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

    /// The event, if this version can apply it: one that an older version had to keep, or one with more keys.
    pub fn event(&self) -> Option<Event> {
        let id = self.id;
        let field: Field = self.field().parse().ok()?;
        let value = field.kind().read(self.raw.get("value")?).ok()?;
        let at = self.raw.get("at").and_then(Json::as_i64);
        let knew = self.raw.get("knew").and_then(Json::as_array).map(Vec::as_slice);
        let knew = knew.unwrap_or_default().iter().filter_map(|id| id.as_str()?.parse().ok());
        let batch = self.raw.get("batch").and_then(Json::as_u64);
        let batch = batch.and_then(|batch| u32::try_from(batch).ok()).unwrap_or(id.seq);
        Some(Event {
            id,
            clock: self.clock,
            at: at.filter(|at| (0..=LAST_MOMENT).contains(at))?,
            author: self.author.clone(),
            field,
            value,
            knew: knew.collect(),
            batch: Some(batch).filter(|batch| (1..=id.seq).contains(batch))?,
        })
    }

    /// Takes in the keys that the same event has elsewhere and not here.
    pub(super) fn add_keys(&mut self, other: Kept) {
        for (key, value) in other.raw {
            self.raw.entry(key).or_insert(value);
        }
    }

    pub(super) fn has_more_keys(&self) -> bool {
        self.raw.keys().any(|key| !RawEvent::KEYS.contains(&key.as_str()))
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
