//! The shape of the glossary: a concept's term, meaning and names in the three vocabularies.

use crate::domain::process::Vocabulary;

/// A term in one of the other two vocabularies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Naming {
    pub name: &'static str,
    /// What the term means there, where that vocabulary says.
    pub meaning: Option<&'static str>,
}

/// A concept in Danish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The term in the process descriptions and order forms, which is the term used here.
    pub term: &'static str,
    pub meaning: &'static str,
    /// The term in ADM, where it has one.
    pub adm: Option<Naming>,
    /// The term in the technical definitions, where it has one.
    pub technical: Option<Naming>,
    /// What is good to know besides.
    pub more: Option<&'static str>,
}

/// The vocabulary's name, as the head of a column.
pub const fn vocabulary_name(vocabulary: Vocabulary) -> &'static str {
    match vocabulary {
        Vocabulary::Process => "Procesbeskrivelser og bestillingsformularer",
        Vocabulary::Adm => "Fælleskommunale Administrationsmodul (ADM)",
        Vocabulary::Technical => "Tekniske definitioner (KOMBIT)",
    }
}

pub(super) const fn plain(term: &'static str, meaning: &'static str) -> Entry {
    Entry { term, meaning, adm: None, technical: None, more: None }
}

pub(super) const fn named(name: &'static str) -> Naming {
    Naming { name, meaning: None }
}

impl Entry {
    pub(super) const fn adm(mut self, naming: Naming) -> Self {
        self.adm = Some(naming);
        self
    }
    pub(super) const fn technical(mut self, naming: Naming) -> Self {
        self.technical = Some(naming);
        self
    }
    pub(super) const fn more(mut self, more: &'static str) -> Self {
        self.more = Some(more);
        self
    }
}
