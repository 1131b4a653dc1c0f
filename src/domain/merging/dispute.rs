//! A conflict as something to resolve: the values to choose between, each with those who wrote it.

use std::collections::HashMap;

use crate::domain::case::{Conflict, Field, Id, Value};

/// A field whose value must be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    pub field: Field,
    /// At least two, the newest first. Writing a value to the field, one of these or a third, resolves it.
    pub choices: Vec<Choice>,
}

/// One of the values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What choosing it writes to the field.
    pub value: Value,
    /// The events that speak for it, newest first; for keeping what someone removed, the edits made meanwhile.
    pub events: Vec<Id>,
}

impl Dispute {
    /// The choices of a conflict. An edit of what another removed speaks for keeping it.
    pub fn of(conflict: &Conflict<'_>) -> Dispute {
        let mut choices: Vec<Choice> = Vec::new();
        let mut places: HashMap<Value, usize> = HashMap::new();
        for head in &conflict.heads {
            let value = match conflict.field {
                Field::Exists(..) if head.field != conflict.field => Value::Flag(true),
                _ => head.value.clone(),
            };
            let place = *places.entry(value).or_insert_with_key(|value| {
                choices.push(Choice { value: value.clone(), events: Vec::new() });
                choices.len() - 1
            });
            if let Some(choice) = choices.get_mut(place) {
                choice.events.push(head.id);
            }
        }
        Dispute { field: conflict.field, choices }
    }
}
