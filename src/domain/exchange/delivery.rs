//! What a file that is handed over on purpose says beside its events: to which role, and what is that role's turn.

use std::fmt;
use std::str::FromStr;

use serde_json::{Map, Value as Json};

use crate::domain::case::Scope;
use crate::domain::guidance::{Guidance, Task};
use crate::domain::process::{Activity, Role};

/// A file's address: read leniently, since older and newer versions of the app say less and more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// The role the file is meant for.
    pub to: Role,
    /// What was that role's turn when the file was written.
    pub turn: Vec<Turn>,
    /// How many times the sender's browser had handed this case over, this one included.
    pub number: Option<u32>,
}

/// An activity that is someone's turn. As text `U9/agreement-7k2m9qx4-17`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Turn {
    pub activity: Activity,
    pub scope: Scope,
}

/// More turns than this are not read: no case has as many.
const MOST_TURNS: usize = 10_000;

impl Delivery {
    /// A file for this role as things stand.
    pub fn new(to: Role, guidance: &Guidance, number: u32) -> Delivery {
        Delivery { to, turn: turns(guidance, to), number: Some(number) }
    }

    /// The keys it adds to `exported`.
    pub(super) fn members(&self) -> Vec<(&'static str, Json)> {
        let turn: Vec<String> = self.turn.iter().map(Turn::to_string).collect();
        let mut members = vec![("to", Json::from(self.to.code())), ("turn", Json::from(turn))];
        members.extend(self.number.map(|number| ("number", Json::from(number))));
        members
    }

    /// Reads those keys; what is not understood is left out, and without a known role there is none.
    pub(super) fn read(exported: &Map<String, Json>) -> Option<Delivery> {
        let to = exported.get("to").and_then(Json::as_str).and_then(Role::from_code)?;
        let turn = exported.get("turn").and_then(Json::as_array).map(Vec::as_slice);
        let turn = turn.unwrap_or_default().iter().take(MOST_TURNS);
        let turn = turn.filter_map(|json| json.as_str()?.parse().ok()).collect();
        let number = exported.get("number").and_then(Json::as_u64);
        Some(Delivery { to, turn, number: number.and_then(|number| u32::try_from(number).ok()) })
    }
}

/// What is a role's turn now; a question counts as the activity it belongs to.
pub fn turns(guidance: &Guidance, role: Role) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    for task in guidance.role(role).now {
        let turn = match task {
            Task::Step(step) => Turn { activity: step.activity, scope: step.scope },
            Task::Decide(state) => Turn { activity: state.gateway.info().at, scope: state.scope },
        };
        if !turns.contains(&turn) {
            turns.push(turn);
        }
    }
    turns
}

impl fmt::Display for Turn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.activity.code(), self.scope)
    }
}

impl FromStr for Turn {
    type Err = ();

    fn from_str(text: &str) -> Result<Turn, ()> {
        let (activity, scope) = text.split_once('/').ok_or(())?;
        let activity = Activity::from_code(activity).ok_or(())?;
        Ok(Turn { activity, scope: scope.parse().map_err(drop)? })
    }
}
