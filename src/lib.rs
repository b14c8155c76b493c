//! The core of `sfs-turbo-tasks`: what is true of SFS Turbo, compiled to WebAssembly.
//!
//! Everything is pure and compiles for the host, but for `bindings`, `object`, `transport` and `wait`, which speak with
//! JavaScript.

#![cfg_attr(test, allow(clippy::panic, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

pub mod answer;
pub mod body;
pub mod call;
pub mod diagnosis;
mod endpoint;
pub mod error;
pub mod region;
pub mod request;
pub mod retry;
pub mod task;
mod text;
pub mod time;
pub mod value;

#[cfg(target_arch = "wasm32")]
pub mod bindings;
#[cfg(target_arch = "wasm32")]
mod object;
#[cfg(target_arch = "wasm32")]
mod transport;
#[cfg(all(target_arch = "wasm32", feature = "trap"))]
mod trap;
#[cfg(target_arch = "wasm32")]
mod wait;

/// A third of the size of the standard library's allocator, and a tenth of the code of the core.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
