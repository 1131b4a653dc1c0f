//! Finding a concept by any of its names, by another word for it, or by what it means.

use super::{Entry, entry, synonyms};
use crate::domain::process::Concept;
use crate::domain::sorting::sort_by_numbers;

/// The concepts in which every word of the query occurs, those named by it first; all of them for an empty query.
pub fn find_concepts(query: &str) -> Vec<Concept> {
    let query = query.trim().to_lowercase();
    let mut found: Vec<(u8, Concept)> = Concept::ALL
        .iter()
        .filter_map(|concept| rank(*concept, &query).map(|rank| (rank, *concept)))
        .collect();
    // Within a rank, the order of the glossary.
    sort_by_numbers(&mut found, |(rank, concept)| [u64::from(*rank), *concept as u64, 0]);
    found.into_iter().map(|(_, concept)| concept).collect()
}

/// How directly the query names the concept, the lowest first; none if it does not.
fn rank(concept: Concept, query: &str) -> Option<u8> {
    let Entry { term, meaning, adm, technical, more } = entry(concept);
    let term = term.to_lowercase();
    let names = [adm, technical].into_iter().flatten();
    let mut words = names.clone().map(|naming| naming.name.to_lowercase()).collect::<Vec<_>>();
    words.extend(synonyms(concept).iter().map(|synonym| synonym.to_string()));
    let prose = [Some(meaning), more]
        .into_iter()
        .chain(names.map(|naming| naming.meaning))
        .flatten()
        .map(str::to_lowercase);
    if term.starts_with(query) {
        Some(0)
    } else if words.iter().any(|word| word == query) {
        Some(1)
    } else if term.contains(query) || words.iter().any(|word| word.contains(query)) {
        Some(2)
    } else {
        let all: String =
            prose.chain(words.iter().cloned()).fold(term, |all, part| all + "\n" + &part);
        query.split_whitespace().all(|word| all.contains(word)).then_some(3)
    }
}

/// The concepts whose terms stand in a text, in any of their endings, in the order of the glossary.
pub fn concepts_in(text: &str) -> Vec<Concept> {
    let text = text.to_lowercase();
    let stands = |concept: &&Concept| {
        let term = entry(**concept).term.to_lowercase();
        let mut places = text.match_indices(&term);
        places
            .any(|(place, _)| !text[..place].chars().next_back().is_some_and(char::is_alphanumeric))
    };
    Concept::ALL.iter().filter(stands).copied().collect()
}
