//! A copy of a case without personal data: names become aliases, contacts and initials are left out.
//!
//! The copy is a case of its own, with identities of its own: merged with the case it came from, it would clash.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::copy::{new_writers, renewed};
use crate::domain::case::{
    Author, CaseField, CaseFile, Event, Field, PersonField, RouteField, SignatureField, Value,
    Writer,
};

/// Stands where something was left out of a text.
const LEFT_OUT: &str = "…";
/// So many digits in a row are taken for a telephone or CPR number.
const DIGITS: usize = 8;

/// The copy. `alias` names the n-th person, `writer` is a writer that nobody else is.
pub fn without_personal_data(
    file: &CaseFile,
    alias: impl Fn(usize) -> String,
    writer: impl FnMut() -> Writer,
) -> CaseFile {
    let people = People::of(file, alias);
    let writers = new_writers(file, &[], writer);
    let events = file.log().events().map(|event| {
        let author = Arc::new(people.author(&event.author));
        let value = match &event.value {
            Value::Text(text) => people.value(event.field, text),
            other => other.clone(),
        };
        renewed(Event { author, value, ..event.clone() }, &writers)
    });
    CaseFile::from_events(events.collect::<Vec<_>>()).0
}

/// Who is named in a case.
struct People {
    /// Names in lower case, with their aliases.
    aliases: BTreeMap<String, String>,
    /// Words to find in texts and what to write instead, the longest first.
    words: Vec<(Vec<char>, String)>,
}

impl People {
    fn of(file: &CaseFile, alias: impl Fn(usize) -> String) -> People {
        let mut people = People { aliases: BTreeMap::new(), words: Vec::new() };
        let mut words: BTreeMap<String, String> = BTreeMap::new();
        let mut named = |name: &str| {
            let name = name.trim().to_lowercase();
            if name.is_empty() || people.aliases.contains_key(&name) {
                return;
            }
            let alias = alias(people.aliases.len() + 1);
            // Parts of a name give it away as well, but for such as »de« and »af«.
            for part in name.split_whitespace().filter(|part| part.chars().count() > 2) {
                words.entry(part.to_owned()).or_insert_with(|| alias.clone());
            }
            words.insert(name.clone(), alias.clone());
            people.aliases.insert(name, alias);
        };
        for event in file.log().events() {
            named(&event.author.name);
            if let (true, Value::Text(name)) = (is_name(event.field), &event.value) {
                named(name);
            }
        }
        for event in file.log().events() {
            let secret = match (event.field, &event.value) {
                (Field::Person(_, field), Value::Text(text)) if is_contact(field) => text.as_str(),
                _ => "",
            };
            for text in [secret, &event.author.initials] {
                if text.chars().count() > 1 {
                    let text = text.trim().to_lowercase();
                    words.entry(text).or_insert_with(|| LEFT_OUT.to_owned());
                }
            }
        }
        people.words =
            words.into_iter().map(|(word, alias)| (word.chars().collect(), alias)).collect();
        people.words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        people
    }

    fn author(&self, author: &Author) -> Author {
        Author {
            name: self.alias(&author.name).unwrap_or_default(),
            initials: String::new(),
            organisation: self.clean(&author.organisation),
            roles: author.roles.clone(),
        }
    }

    fn value(&self, field: Field, text: &str) -> Value {
        match field {
            Field::Person(_, contact) if is_contact(contact) => Value::Nothing,
            _ if is_name(field) => self.alias(text).map_or(Value::Nothing, Value::text),
            // Numbers here are of orders, not of people.
            Field::Case(CaseField::OrderId) => Value::text(self.clean(text)),
            _ => Value::text(without_numbers(&self.clean(text))),
        }
    }

    fn alias(&self, name: &str) -> Option<String> {
        self.aliases.get(&name.trim().to_lowercase()).cloned()
    }

    /// The text without addresses, and with the aliases of the people in it.
    fn clean(&self, text: &str) -> String {
        let text: Vec<char> = without_addresses(text).chars().collect();
        let mut clean = String::new();
        let mut at = 0;
        while let Some(c) = text.get(at) {
            let starts = at == 0 || !text[at - 1].is_alphanumeric();
            let found = self.words.iter().filter(|_| starts).find(|(word, _)| {
                let end = at + word.len();
                let same = text.get(at..end).is_some_and(|part| {
                    part.iter().zip(word).all(|(a, b)| a.to_lowercase().eq(b.to_lowercase()))
                });
                same && text.get(end).is_none_or(|next| !next.is_alphanumeric())
            });
            match found {
                Some((word, alias)) => {
                    clean.push_str(alias);
                    at += word.len();
                }
                None => {
                    clean.push(*c);
                    at += 1;
                }
            }
        }
        clean
    }
}

fn is_name(field: Field) -> bool {
    let signer = matches!(field, Field::Route(_, RouteField::Signature(_, SignatureField::Signer)));
    signer || matches!(field, Field::Person(_, PersonField::Name))
}

fn is_contact(field: PersonField) -> bool {
    matches!(field, PersonField::Initials | PersonField::Email | PersonField::Phone)
}

fn without_addresses(text: &str) -> String {
    let words = text.split_inclusive(char::is_whitespace).map(|word| {
        let bare = word.trim_end();
        if bare.contains('@') { word.replacen(bare, LEFT_OUT, 1) } else { word.to_owned() }
    });
    words.collect()
}

/// The text without rows of so many digits, blanks and hyphens between them or not.
fn without_numbers(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut clean = String::new();
    let mut at = 0;
    while at < chars.len() {
        let joined = |c: &&char| c.is_ascii_digit() || matches!(c, ' ' | '-');
        let row: Vec<char> = chars[at..].iter().take_while(joined).copied().collect();
        let digits = row.iter().filter(|c| c.is_ascii_digit()).count();
        let last = row.iter().rposition(char::is_ascii_digit);
        match last {
            Some(last) if digits >= DIGITS && chars[at].is_ascii_digit() => {
                clean.push_str(LEFT_OUT);
                at += last + 1;
            }
            _ if chars[at].is_ascii_digit() => {
                let number = chars[at..].iter().take_while(|c| c.is_ascii_digit());
                let number: String = number.collect();
                at += number.len();
                clean.push_str(&number);
            }
            _ => {
                clean.push(chars[at]);
                at += 1;
            }
        }
    }
    clean
}
