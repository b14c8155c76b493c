//! Time: how long something may take, and pauses.

use core::cell::Cell;
use core::future::{Future, poll_fn};
use core::pin::{Pin, pin};
use core::task::{Context, Poll, Waker};
use std::rc::Rc;

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = setTimeout)]
    fn set_timeout(callback: &JsValue, milliseconds: f64) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_name = clearTimeout)]
    fn clear_timeout(id: &JsValue) -> Result<(), JsValue>;
}

/// A timer of the host. It is cleared when this is dropped.
pub(super) struct Timer {
    state: Rc<State>,
    id: JsValue,
    /// Held as long as the host may call it.
    _callback: Closure<dyn FnMut()>,
}

#[derive(Default)]
struct State {
    rung: Cell<bool>,
    waker: Cell<Option<Waker>>,
}

impl Timer {
    pub(super) fn new(milliseconds: f64) -> Self {
        let state = Rc::new(State::default());
        let shared = Rc::clone(&state);
        let callback = Closure::<dyn FnMut()>::new(move || {
            shared.rung.set(true);
            if let Some(waker) = shared.waker.take() {
                waker.wake();
            }
        });
        let id = set_timeout(callback.as_ref(), milliseconds).unwrap_or_else(|_| {
            // A host without timers: better over at once than pending for ever.
            state.rung.set(true);
            JsValue::UNDEFINED
        });
        Timer { state, id, _callback: callback }
    }
}

impl Future for Timer {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if self.state.rung.get() {
            return Poll::Ready(());
        }
        self.state.waker.set(Some(context.waker().clone()));
        Poll::Pending
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if !self.state.rung.get() {
            let _ = clear_timeout(&self.id);
        }
    }
}

/// What a future comes to; nothing if that takes longer.
pub(super) async fn within<F: Future>(milliseconds: f64, future: F) -> Option<F::Output> {
    let mut timer = Timer::new(milliseconds);
    let mut future = pin!(future);
    poll_fn(|context| match future.as_mut().poll(context) {
        Poll::Ready(output) => Poll::Ready(Some(output)),
        Poll::Pending => Pin::new(&mut timer).poll(context).map(|()| None),
    })
    .await
}
