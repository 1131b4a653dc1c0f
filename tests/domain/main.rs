//! Tests of the pure domain and its texts, on the host.
#![cfg(not(target_arch = "wasm32"))]

mod decisions;
mod player;
mod process;
mod soundness;
mod texts;
