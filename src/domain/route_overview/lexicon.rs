//! The words by which lists name columns and values, however they are spelled. The words themselves are in `text`.

use std::collections::HashMap;

use super::Column;
use crate::domain::case::{RouteField, Value};

/// The words of a language for a list; those that mean the same stand with commas between them.
#[derive(Clone, Copy)]
pub struct Words {
    /// What each column may be called. Those of the old side and of closing stand for the new side and establishing too.
    pub columns: &'static [(Column, &'static str)],
    /// Words that make a heading one of the old side, or of the order to close.
    pub old: &'static str,
    /// Words that make a heading one of the new side, or of the order to establish.
    pub new: &'static str,
    /// Words of headings that say nothing.
    pub fillers: &'static str,
    /// What each fixed word may be called, by its code.
    pub values: &'static [(&'static str, &'static str)],
    pub yes: &'static str,
    pub no: &'static str,
    /// What people write where nothing is known.
    pub nothing: &'static str,
    /// What the rows of sums begin with.
    pub totals: &'static str,
    /// What the names of authorities end with.
    pub authorities: &'static str,
    /// A column's heading in lists that the app writes.
    pub heading: fn(Column) -> &'static str,
    /// A fixed word or a yes or no in lists that the app writes.
    pub value: fn(RouteField, &Value) -> &'static str,
}

/// The words, ready to be looked up.
pub struct Lexicon {
    columns: HashMap<String, usize>,
    values: HashMap<String, usize>,
    /// What single words of headings do.
    marks: HashMap<String, usize>,
    totals: Vec<String>,
    words: Words,
    longest: usize,
}

const OLD: usize = 0;
const NEW: usize = 1;
const FILLER: usize = 2;

const YES: usize = usize::MAX;
const NO: usize = usize::MAX - 1;
const NOTHING: usize = usize::MAX - 2;

/// Which side a heading names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    Old,
    New,
    Neither,
}

impl Lexicon {
    pub fn new(words: Words) -> Lexicon {
        let totals = each(words.totals).collect();
        let (columns, values, marks) = (HashMap::new(), HashMap::new(), HashMap::new());
        let mut lexicon = Lexicon { columns, values, marks, totals, words, longest: 1 };
        for (place, (_, phrases)) in words.columns.iter().enumerate() {
            for phrase in each(phrases) {
                lexicon.longest = lexicon.longest.max(phrase.split(' ').count());
                lexicon.columns.insert(phrase, place);
            }
        }
        for (list, mark) in [(words.fillers, FILLER), (words.new, NEW), (words.old, OLD)] {
            lexicon.marks.extend(each(list).map(|word| (word, mark)));
        }
        let lists = [(words.yes, YES), (words.no, NO), (words.nothing, NOTHING)];
        for (list, meaning) in lists {
            lexicon.values.extend(each(list).map(|word| (word, meaning)));
        }
        for (place, (_, synonyms)) in words.values.iter().enumerate() {
            lexicon.values.extend(each(synonyms).map(|word| (word, place)));
        }
        lexicon
    }

    /// The column that is called so.
    pub(super) fn column(&self, plain: &str) -> Option<Column> {
        let place = *self.columns.get(plain)?;
        self.words.columns.get(place).map(|(column, _)| *column)
    }

    /// The most words that a column's name has.
    pub(super) fn longest(&self) -> usize {
        self.longest
    }

    /// The fixed word that is meant, if it is one of these codes.
    pub(super) fn word(&self, text: &str, codes: &[&'static str]) -> Option<&'static str> {
        let place = *self.values.get(&plain(text))?;
        let (code, _) = self.words.values.get(place)?;
        codes.iter().find(|other| *other == code).copied()
    }

    /// Whether yes or no is meant.
    pub(super) fn flag(&self, text: &str) -> Option<bool> {
        match *self.values.get(&plain(text))? {
            YES => Some(true),
            NO => Some(false),
            _ => None,
        }
    }

    /// Whether the text stands for nothing; a sign alone has no letters left, and so does.
    pub(super) fn is_nothing(&self, text: &str) -> bool {
        let plain = plain(text);
        plain.is_empty() || self.values.get(&plain) == Some(&NOTHING)
    }

    /// Whether the text is a word that stands in cells.
    pub(super) fn is_value(&self, plain: &str) -> bool {
        self.values.contains_key(plain)
    }

    /// Whether a row that begins so holds sums.
    pub(super) fn is_total(&self, text: &str) -> bool {
        let text = plain(text);
        self.totals.iter().any(|total| {
            text.strip_prefix(total.as_str()).is_some_and(|r| r.is_empty() || r.starts_with(' '))
        })
    }

    /// Whether the text is an authority's name.
    pub(super) fn is_authority(&self, text: &str) -> bool {
        let text = plain(text);
        each(self.words.authorities).any(|end| text.ends_with(end.as_str()))
    }

    /// Which side a word of a heading names.
    pub(super) fn side(&self, word: &str) -> Named {
        match self.marks.get(word) {
            Some(&OLD) => Named::Old,
            Some(&NEW) => Named::New,
            _ => Named::Neither,
        }
    }

    /// Whether a word of a heading says nothing.
    pub(super) fn is_filler(&self, word: &str) -> bool {
        self.marks.get(word) == Some(&FILLER)
    }
}

/// Each of the words of a list, by which spellings of it are told.
fn each(words: &'static str) -> impl Iterator<Item = String> {
    words.split(',').map(plain)
}

/// A text by which spellings of the same are told: small letters, digits and single blanks; æ, ø, å as they are written without.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut gap = false;
    for letter in text.chars() {
        if letter.is_ascii() {
            add(&mut plain, &mut gap, letter.to_ascii_lowercase());
        } else {
            letter.to_lowercase().for_each(|letter| add(&mut plain, &mut gap, letter));
        }
    }
    plain
}

fn add(plain: &mut String, gap: &mut bool, letter: char) {
    let letters = match letter {
        'a'..='z' | '0'..='9' => "",
        'æ' | 'ä' => "ae",
        'ø' | 'ö' => "oe",
        'å' => "aa",
        'é' | 'è' => "e",
        'ü' => "y",
        // The ring of an å that was written in two.
        '\u{30a}' => "a",
        _ if letter.is_alphanumeric() => "",
        _ => {
            *gap = true;
            return;
        }
    };
    if *gap && !plain.is_empty() {
        plain.push(' ');
    }
    *gap = false;
    match letters {
        "" => plain.push(letter),
        letters => plain.push_str(letters),
    }
}
