//! Tests of the pure domain and its texts, on the host.
#![cfg(not(target_arch = "wasm32"))]

mod attempts;
mod builder;
mod decisions;
mod delivery;
mod deviations;
mod documents;
mod earlier;
mod example;
mod exchange;
mod explore;
mod fields;
mod findings;
mod fixtures;
mod handover_states;
mod history;
mod laws;
mod line;
mod merging;
mod merging_words;
mod messages;
mod papers;
mod player;
mod process;
mod removal;
mod role_views;
mod route_list;
mod samples;
mod segment;
mod simulation;
mod soundness;
mod statuses;
mod texts;
mod time;
mod undo;
mod whole_case;
