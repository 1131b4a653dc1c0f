//! The route overview searched: the lines whose names have every word that is asked for.

use std::collections::BTreeMap;

use super::Guidance;
use crate::domain::case::{Case, Id, RouteSide};

/// So many words of a search count: a bit each.
const MOST: usize = u64::BITS as usize;

/// Which of a search's words a name has, a bit each.
type Words = u64;

/// A search in the names on the lines: a line's own, its systems' and its authorities'.
///
/// Which words a system or an authority has is found once, so that a line costs only its own name.
pub struct RouteSearch<'a> {
    case: &'a Case,
    guidance: &'a Guidance,
    words: Vec<String>,
    names: BTreeMap<Id, Words>,
}

impl<'a> RouteSearch<'a> {
    /// The first 64 words count; no word finds every line.
    pub fn new(case: &'a Case, guidance: &'a Guidance, search: &str) -> RouteSearch<'a> {
        let mut words: Vec<String> = search.split_whitespace().map(folded).collect();
        words.truncate(MOST);
        let systems = case.systems.keys().map(|id| (*id, case.system_name(Some(*id))));
        let authorities = case.authorities.keys().map(|id| (*id, case.authority_name(Some(*id))));
        let named = systems.chain(authorities).filter_map(|(id, name)| Some((id, name?)));
        let names = named.map(|(id, name)| (id, found(&words, &folded(name)))).collect();
        RouteSearch { case, guidance, words, names }
    }

    /// Whether the names on a line have every word.
    pub fn finds(&self, route: Id) -> bool {
        let Some(line) = self.case.routes.get(&route) else { return false };
        if self.words.is_empty() {
            return true;
        }
        let new = self.guidance.routes.get(&route).and_then(|decision| decision.new);
        let sides = [Some(line.old), new].into_iter().flatten();
        let ends = sides.flat_map(|RouteSide { from, to, authority, .. }| [from, to, authority]);
        let beside =
            ends.flatten().filter_map(|id| self.names.get(&id)).fold(0, |all, it| all | it);
        let all = Words::MAX >> (MOST - self.words.len());
        beside == all || beside | found(&self.words, &folded(&line.name)) == all
    }
}

/// A name as it is searched: its letters are small.
fn folded(name: &str) -> String {
    name.to_lowercase()
}

fn found(words: &[String], name: &str) -> Words {
    let has = |(place, word): (usize, &String)| Words::from(name.contains(word.as_str())) << place;
    words.iter().enumerate().map(has).fold(0, |all, it| all | it)
}
