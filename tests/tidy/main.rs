//! The project's own rules, held by tests: sizes, openings, layers, Danish, forgotten files, the map of the source.
//!
//! Each rule is a function from what was read to what is wrong, and has a test on a made-up sample that breaks it.
#![cfg(not(target_arch = "wasm32"))]

mod files;
mod forgotten;
mod layers;
mod panics;
mod process;
mod read;
mod source_table;
mod words;
