//! Waiting for JavaScript: a future for whatever a call waits for, one thing at a time.
//!
//! `js/call.ts` tells a wait's end through one export and the number of the call. A `Closure`, or a `JsFuture` for each
//! wait, would have to be made, registered with the garbage collector and destroyed for every call; and a `JsFuture`
//! lives until its promise settles, which a foreign one may never do.

use core::cell::RefCell;
use core::future::poll_fn;
use core::task::{Poll, Waker};

use wasm_bindgen::prelude::*;

/// What the wait of one call has come to.
#[derive(Default)]
struct State {
    outcome: Option<Result<JsValue, JsValue>>,
    waker: Option<Waker>,
}

/// The states of all calls under way, and which places among them are free.
struct Table {
    states: Vec<State>,
    free: Vec<usize>,
}

thread_local! {
    static TABLE: RefCell<Table> = const { RefCell::new(Table { states: Vec::new(), free: Vec::new() }) };
}

/// The waits of one call.
pub(crate) struct Waits {
    /// What JavaScript knows them by: free for another call as soon as this is dropped.
    pub(crate) place: usize,
}

/// Neither of the two ways to fail can happen, since nothing in here runs anything else; but `with_borrow_mut` would
/// bring the words for both along.
fn with_table<R>(work: impl FnOnce(&mut Table) -> Option<R>) -> Option<R> {
    TABLE.try_with(|table| work(&mut *table.try_borrow_mut().ok()?)).ok().flatten()
}

impl Waits {
    pub(crate) fn new() -> Self {
        let place = with_table(|table| {
            table.free.pop().or_else(|| {
                table.states.push(State::default());
                Some(table.states.len() - 1)
            })
        });
        Waits { place: place.unwrap_or(usize::MAX) }
    }

    /// What the wait ends with that was just begun.
    pub(crate) async fn end(&self) -> Result<JsValue, JsValue> {
        poll_fn(|context| {
            let outcome = with_table(|table| {
                let state = table.states.get_mut(self.place)?;
                if state.outcome.is_none() {
                    state.waker = Some(context.waker().clone());
                }
                state.outcome.take()
            });
            outcome.map_or(Poll::Pending, Poll::Ready)
        })
        .await
    }
}

impl Drop for Waits {
    fn drop(&mut self) {
        with_table(|table| {
            *table.states.get_mut(self.place)? = State::default();
            table.free.push(self.place);
            Some(())
        });
    }
}

/// Ends the wait of the call at a place.
pub(crate) fn settle(place: usize, value: JsValue, failed: bool) {
    let waker = with_table(|table| {
        let state = table.states.get_mut(place)?;
        state.outcome = Some(if failed { Err(value) } else { Ok(value) });
        state.waker.take()
    });
    if let Some(waker) = waker {
        waker.wake();
    }
}
