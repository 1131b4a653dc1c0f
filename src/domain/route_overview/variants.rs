//! Spellings of one organisation ("Leverandør A/S", "Leverandør", "LEVERANDØR AS"), to be offered for merging.

use std::collections::HashMap;

use super::plain;
use crate::domain::case::Id;

/// Forms of companies and of spelling them, as they end or begin a name.
const FORMS: [&str; 14] = [
    "a s", "as", "aps", "i s", "k s", "p s", "ivs", "a m b a", "amba", "s o v", "inc", "ltd",
    "gmbh", "ab",
];
const COUNTRIES: [&str; 3] = ["danmark", "denmark", "dk"];

/// Groups of names that may be of one and the same, in the order of the first of each.
pub fn spelling_variants(names: &[(Id, &str)]) -> Vec<Vec<Id>> {
    let mut groups: Vec<Vec<Id>> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for (id, name) in names {
        let key = spelling_key(name);
        if key.is_empty() {
            continue;
        }
        let place = *places.entry(key).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(*id),
            None => groups.push(vec![*id]),
        }
    }
    groups.retain(|group| group.len() > 1);
    groups
}

/// What is left of a name without its company form, its country, and blanks.
fn spelling_key(name: &str) -> String {
    let whole = plain(name);
    let mut rest = whole.as_str();
    // "Leverandør A/S Danmark" has two; what is all form is a name of its own.
    loop {
        let ends = FORMS.iter().chain(&COUNTRIES);
        let shorter = ends.filter_map(|end| rest.strip_suffix(end)?.strip_suffix(' ')).next();
        match shorter {
            Some(shorter) if !shorter.is_empty() => rest = shorter,
            _ => break,
        }
    }
    rest.replace(' ', "")
}
