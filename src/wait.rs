//! Waiting for JavaScript: a future for whatever the call waits for, one at a time.

use core::cell::RefCell;
use core::future::poll_fn;
use core::task::{Poll, Waker};
use std::rc::Rc;

use wasm_bindgen::prelude::*;

use crate::bindings::Call;

/// What a wait has come to.
#[derive(Default)]
struct State {
    outcome: Option<Result<JsValue, JsValue>>,
    waker: Option<Waker>,
}

/// The one closure through which JavaScript tells a call what its wait has come to.
pub(crate) struct Waits {
    state: Rc<RefCell<State>>,
    /// Alive as long as the call; `js/call.ts` does not use it afterwards.
    _settled: Closure<dyn FnMut(JsValue, bool)>,
}

impl Waits {
    pub(crate) fn new(call: &Call) -> Self {
        let state = Rc::new(RefCell::new(State::default()));
        let settled = Closure::new({
            let state = Rc::clone(&state);
            move |value: JsValue, failed: bool| {
                let mut state = state.borrow_mut();
                state.outcome = Some(if failed { Err(value) } else { Ok(value) });
                if let Some(waker) = state.waker.take() {
                    waker.wake();
                }
            }
        });
        call.set_settled(&settled);
        Waits { state, _settled: settled }
    }

    /// What the wait ends with that was just begun.
    pub(crate) async fn end(&self) -> Result<JsValue, JsValue> {
        poll_fn(|context| {
            let mut state = self.state.borrow_mut();
            match state.outcome.take() {
                Some(outcome) => Poll::Ready(outcome),
                None => {
                    state.waker = Some(context.waker().clone());
                    Poll::Pending
                }
            }
        })
        .await
    }
}
