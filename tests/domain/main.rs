//! Tests of the pure domain and its texts, on the host.
#![cfg(not(target_arch = "wasm32"))]

mod builder;
mod exchange;
mod fields;
mod fixtures;
mod laws;
mod process;
mod removal;
mod samples;
mod segment;
mod soundness;
mod texts;
mod time;
mod undo;
