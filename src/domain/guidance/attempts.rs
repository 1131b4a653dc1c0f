//! The attempts at the change: how each ended, and which is the current one.

use crate::domain::case::{Case, MarkKey, Scope};
use crate::domain::process::{Activity, Answer, Gateway, Role};

/// How an attempt stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    Open,
    /// \[I\] Udskyd was decided in U18: the case returned to U16.
    Postponed,
    /// Rolled back in G11: the case returns to U16.
    RolledBack,
    Succeeded,
    /// A rehearsal that was run to its end, whichever way: the case returns to U16.
    Rehearsed,
}

/// An attempt and how it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AttemptState {
    /// From 1.
    pub number: u16,
    pub outcome: Outcome,
}

/// More attempts than this are not counted: a file that claims more is not a case of this world.
const MOST: u16 = 200;

/// Every attempt so far: up to the current one, and any later one that something is recorded of.
///
/// A later one has lost its basis: what ended the attempt before it was taken back.
pub fn attempts(case: &Case) -> Vec<AttemptState> {
    let recorded = last_recorded(case);
    let mut attempts = Vec::new();
    for number in 1..=MOST {
        let outcome = outcome(case, number);
        attempts.push(AttemptState { number, outcome });
        if !has_ended(outcome) && number >= recorded {
            break;
        }
    }
    attempts
}

/// The current attempt: the first that was neither postponed, rolled back nor a rehearsal.
pub fn current(attempts: &[AttemptState]) -> AttemptState {
    let first = AttemptState { number: 1, outcome: Outcome::Open };
    let current = attempts.iter().find(|attempt| !has_ended(attempt.outcome));
    current.or(attempts.last()).copied().unwrap_or(first)
}

/// Whether the case goes on to another attempt after it.
pub fn has_ended(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Postponed | Outcome::RolledBack | Outcome::Rehearsed)
}

/// The last attempt of which a completion or a decision stands.
fn last_recorded(case: &Case) -> u16 {
    let number = |scope: Scope| match scope {
        Scope::Attempt(number) => number,
        _ => 0,
    };
    let marks = case.marks.iter().filter(|(_, mark)| mark.state.is_some());
    let decisions = case.decisions.iter().filter(|(_, decision)| decision.answer.is_some());
    let marked = marks.map(|(key, _)| number(key.scope)).max();
    let decided = decisions.map(|((_, scope), _)| number(*scope)).max();
    marked.max(decided).unwrap_or(0)
}

/// The answer of a check that was decided, or that an abandoned attempt no longer reaches.
pub fn check_answer(case: &Case, attempt: u16) -> Option<Answer> {
    match answer(case, Gateway::Abandon, attempt) {
        Some(Answer::Yes) => Some(Answer::No),
        _ => answer(case, Gateway::CheckOk, attempt),
    }
}

fn outcome(case: &Case, attempt: u16) -> Outcome {
    match answer(case, Gateway::CarryOut, attempt) {
        Some(Answer::Postpone) => return Outcome::Postponed,
        Some(Answer::Go) => {}
        _ => return Outcome::Open,
    }
    let closed = MarkKey::new(Activity::G12, Scope::Attempt(attempt), Role::Helpdesk);
    let told = MarkKey::new(Activity::U19, Scope::Attempt(attempt), Role::NewOperations);
    if case.mark(&closed).is_none() && case.mark(&told).is_none() {
        return Outcome::Open;
    }
    let is_rehearsal = case.attempts.get(&attempt).is_some_and(|it| it.rehearsal);
    match check_answer(case, attempt) {
        Some(Answer::Yes | Answer::No) if is_rehearsal => Outcome::Rehearsed,
        Some(Answer::Yes) => Outcome::Succeeded,
        Some(Answer::No) => Outcome::RolledBack,
        _ => Outcome::Open,
    }
}

fn answer(case: &Case, gateway: Gateway, attempt: u16) -> Option<Answer> {
    decided(case, gateway, Scope::Attempt(attempt))
}

/// The answer recorded at a gateway, where it is one that the gateway has.
pub fn decided(case: &Case, gateway: Gateway, scope: Scope) -> Option<Answer> {
    let answer = case.decision(gateway, scope)?.answer?;
    gateway.info().answers.iter().any(|(known, _)| *known == answer).then_some(answer)
}
