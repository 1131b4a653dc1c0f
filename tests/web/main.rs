//! Tests of the shell inside a real browser, where storage and clock are the browser's own.
#![cfg(target_arch = "wasm32")]

mod folding;
mod storage;
mod views;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
