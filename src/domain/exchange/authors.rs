//! Who wrote the events of a file: listed once, or said by each event.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::Value as Json;
use serde_json::value::RawValue;

use super::source::{Place, Source};
use super::wire::author_of;
use super::{Expected, ImportError};
use crate::domain::case::{Author, LONGEST_TEXT};

/// Where events say who wrote them.
pub(super) enum Authors<'a> {
    /// By their place in this list.
    Listed(Vec<Arc<Author>>),
    /// Each for itself; these were read already, by their text.
    Each(HashMap<&'a str, Arc<Author>>),
}

impl<'a> Authors<'a> {
    /// The authors of a file that lists them.
    pub fn listed(
        source: Source<'a>,
        raw: Option<&'a RawValue>,
    ) -> Result<Authors<'a>, ImportError> {
        list(source, raw).map(Authors::Listed)
    }

    /// No list: each event says it.
    pub fn each() -> Authors<'a> {
        Authors::Each(HashMap::new())
    }

    /// Who wrote an event.
    pub fn read(
        &mut self,
        source: Source<'a>,
        raw: &'a RawValue,
        place: Place,
    ) -> Result<Arc<Author>, ImportError> {
        match self {
            Authors::Listed(list) => {
                let expected = Expected::Author { count: list.len() };
                let author = list.get(source.read::<usize>(raw, place, expected)?).cloned();
                author.ok_or_else(|| source.wrong(place, raw, expected))
            }
            Authors::Each(known) => {
                if let Some(author) = known.get(raw.get()) {
                    return Ok(author.clone());
                }
                let path = Some(place.to_string());
                let author = read_author(source, raw, place);
                let author = Arc::new(author.map_err(|error| ImportError { path, ..error })?);
                known.insert(raw.get(), author.clone());
                Ok(author)
            }
        }
    }
}

fn list<'a>(
    source: Source<'a>,
    raw: Option<&'a RawValue>,
) -> Result<Vec<Arc<Author>>, ImportError> {
    let place = Place::of("authors");
    let list: Vec<&RawValue> =
        source.read(source.required(raw, place, 0)?, place, Expected::List)?;
    let author =
        |(index, raw)| read_author(source, raw, Place::item("authors", index)).map(Arc::new);
    list.into_iter().enumerate().map(author).collect()
}

/// Reads an author.
pub(super) fn read_author<'a>(
    source: Source<'a>,
    raw: &'a RawValue,
    place: Place,
) -> Result<Author, ImportError> {
    let json: Json = source.read(raw, place, Expected::Object)?;
    let author =
        author_of(&json).map_err(|(key, expected)| source.wrong(place.key(key), raw, expected))?;
    let texts = [&author.name, &author.initials, &author.organisation];
    if texts.iter().any(|text| text.chars().count() > LONGEST_TEXT) {
        return Err(source.too_long(place, raw));
    }
    Ok(author)
}
