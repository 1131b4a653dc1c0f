//! Tests of the pure domain and its texts, on the host.
#![cfg(not(target_arch = "wasm32"))]

mod decisions;
mod line;
mod player;
mod process;
mod soundness;
mod statuses;
mod texts;
