//! The search: every state once, each checked, and the end within reach of each.

use std::collections::{HashMap, VecDeque};

use udskift_it_system::domain::case::{Field, Value};
use udskift_it_system::domain::guidance::guide;
use udskift_it_system::domain::process::Process;

use super::checks::check;
use super::world::{Fact, State, World};

/// How much was visited.
#[derive(Clone, Copy, Debug, Default)]
pub struct Visited {
    pub states: usize,
    pub moves: usize,
    /// States in which everything is done.
    pub ends: usize,
}

/// The states found so far; each fact is kept once and a state as the numbers of its facts.
#[derive(Default)]
struct Found {
    numbers: HashMap<(Field, u64), Vec<(Value, u16)>>,
    facts: Vec<Fact>,
    states: HashMap<Box<[u16]>, u32>,
    queue: VecDeque<(u32, Box<[u16]>)>,
}

impl Visited {
    pub fn add(&mut self, other: Visited) {
        self.states += other.states;
        self.moves += other.moves;
        self.ends += other.ends;
    }
}

/// Visits every state of a case that its moves lead to.
pub fn explore(process: &Process, world: &World) -> Result<Visited, String> {
    let mut found = Found::default();
    let first = found.key(&[], world.begin.clone());
    found.number(first);
    let mut before: Vec<Vec<u32>> = Vec::new();
    let mut ends = Vec::new();
    let mut visited = Visited::default();
    while let Some((number, facts)) = found.queue.pop_front() {
        let state = found.state(&facts);
        let case = world.case_of(&state);
        let guidance = guide(process, &case);
        let moves = world.moves(&state, &case, &guidance);
        let fault = check(world, &state, &guidance, moves.len());
        fault.map_err(|fault| described(world, &state, &fault))?;
        if guidance.is_finished() {
            ends.push(number);
        }
        visited.moves += moves.len();
        before.resize_with(found.states.len().max(before.len()), Vec::new);
        let folds = world.fold(state.clone(), &guidance);
        let next = if folds == state {
            moves.into_iter().map(|added| found.key(&facts, added)).collect()
        } else {
            vec![found.key(&[], folds)]
        };
        for key in next {
            let next = found.number(key);
            before.resize_with(found.states.len().max(before.len()), Vec::new);
            before[next as usize].push(number);
        }
    }
    visited.states = found.states.len();
    visited.ends = ends.len();
    let mut reaches = vec![false; before.len()];
    while let Some(number) = ends.pop() {
        if !std::mem::replace(&mut reaches[number as usize], true) {
            ends.extend(before[number as usize].iter().copied());
        }
    }
    match reaches.iter().position(|reaches| !reaches) {
        None => Ok(visited),
        Some(stuck) => {
            let facts = found.states.iter().find(|(_, number)| **number as usize == stuck);
            let state = facts.map(|(facts, _)| found.state(facts)).unwrap_or_default();
            Err(described(world, &state, "the end is out of reach"))
        }
    }
}

impl Found {
    /// The facts of a state with others added, each in the place of what the field held.
    fn key(&mut self, facts: &[u16], added: impl IntoIterator<Item = Fact>) -> Box<[u16]> {
        let mut key = facts.to_vec();
        for fact in added {
            key.retain(|number| self.facts[usize::from(*number)].0 != fact.0);
            key.push(self.fact(fact));
        }
        key.sort_unstable();
        key.into_boxed_slice()
    }

    fn fact(&mut self, fact: Fact) -> u16 {
        let values = self.numbers.entry((fact.0, fact.1.1)).or_default();
        if let Some((_, number)) = values.iter().find(|(known, _)| *known == fact.1.0) {
            return *number;
        }
        let number = self.facts.len() as u16;
        values.push((fact.1.0.clone(), number));
        self.facts.push(fact);
        number
    }

    /// The number of a state, which is queued if it is new.
    fn number(&mut self, key: Box<[u16]>) -> u32 {
        if let Some(number) = self.states.get(&key) {
            return *number;
        }
        let number = self.states.len() as u32;
        self.queue.push_back((number, key.clone()));
        self.states.insert(key, number);
        number
    }

    fn state(&self, facts: &[u16]) -> State {
        facts.iter().map(|number| self.facts[*number as usize].clone()).collect()
    }
}

fn described(world: &World, state: &State, fault: &str) -> String {
    let facts: Vec<String> = state
        .iter()
        .map(|(field, (value, _))| format!("  {field} = {}", value.to_json()))
        .collect();
    format!("{fault}\nroutes: {:#?}\nrecorded:\n{}", world.lines, facts.join("\n"))
}
