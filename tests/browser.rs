//! The wasm suite in a headless browser.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that panics has failed")]

pub mod common;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
