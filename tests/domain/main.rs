//! Tests of the pure domain and its texts, on the host.
#![cfg(not(target_arch = "wasm32"))]

mod builder;
mod decisions;
mod exchange;
mod fields;
mod fixtures;
mod laws;
mod line;
mod player;
mod process;
mod removal;
mod route_list;
mod samples;
mod segment;
mod soundness;
mod statuses;
mod texts;
mod time;
mod undo;
