//! A guide to replacing an it-system on Serviceplatformen.

pub mod domain;
#[cfg(target_arch = "wasm32")]
pub mod web;
