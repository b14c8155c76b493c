//! The core of `sfs-turbo-tasks`: what is true of SFS Turbo, as pure functions without I/O and without state.
//!
//! | module | what it decides |
//! | --- | --- |
//! | [`operation`] | what an operation is: a table for each |
//! | [`request`] | what to send: options judged, the URL, the body |
//! | [`answer`] | what an answer means: records, error bodies, sentences |
//! | [`call`] | what is done next: attempts, pauses, tokens; how a task is followed |
//! | [`error`] | what goes wrong: the kinds |
//! | `border` | the one function that JavaScript calls |
//! | `client` | the Rust host, for front-ends in Rust (feature `client`) |

#![cfg_attr(test, allow(clippy::panic, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

pub mod answer;
#[cfg(any(all(target_arch = "wasm32", not(feature = "client")), test))]
pub mod border;
pub mod call;
#[cfg(all(target_arch = "wasm32", feature = "client"))]
pub mod client;
pub mod error;
pub mod fields;
pub mod operation;
pub mod request;
mod text;
#[cfg(feature = "trap")]
mod trap;
pub mod value;

/// A twelfth of the size of the standard library's allocator. It searches a list of what is free, which is short at all times:
/// nothing stays in here from one call of `next` to another.
///
/// Not with feature `client`: a program has one allocator, and it chooses its own. Nor does its module export `border`.
#[cfg(all(target_arch = "wasm32", not(feature = "client")))]
#[global_allocator]
static ALLOCATOR: lol_alloc::LockedAllocator<lol_alloc::FreeListAllocator> =
    lol_alloc::LockedAllocator::new(lol_alloc::FreeListAllocator::new());
