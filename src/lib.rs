//! The core of `sfs-turbo-tasks`: the rules of SFS Turbo as pure functions without I/O and without state.
//!
//! | module | what it decides |
//! | --- | --- |
//! | [`operation`] | what an operation is: one table each |
//! | [`request`] | what to send: checks the options, builds the URL and the body |
//! | [`answer`] | what an answer means: records, error bodies, sentences |
//! | [`call`] | what is done next: attempts, pauses, tokens, polling |
//! | [`error`] | the kinds of errors |
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

/// It is a twelfth of the size of the standard library's allocator. It searches a list of free blocks. The list is always short,
/// because nothing remains allocated after a call of `next`.
///
/// Not with feature `client`: a program has one allocator and chooses it itself. Its module does not export `border` either.
#[cfg(all(target_arch = "wasm32", not(feature = "client")))]
#[global_allocator]
static ALLOCATOR: lol_alloc::LockedAllocator<lol_alloc::FreeListAllocator> =
    lol_alloc::LockedAllocator::new(lol_alloc::FreeListAllocator::new());
