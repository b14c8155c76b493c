//! Timers: time limits and pauses.

use core::future::{Future, poll_fn};
use core::pin::{Pin, pin};
use core::task::{Context, Poll};
use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::bell::Bell;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = setTimeout)]
    fn set_timeout(callback: &JsValue, milliseconds: f64) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_name = clearTimeout)]
    fn clear_timeout(id: &JsValue) -> Result<(), JsValue>;
}

/// A timer of the host. It is cleared when this is dropped.
pub(super) struct Timer {
    bell: Rc<Bell>,
    id: JsValue,
    /// Kept alive as long as the host may call it.
    _callback: Closure<dyn FnMut()>,
}

impl Timer {
    pub(super) fn new(milliseconds: f64) -> Self {
        let bell = Rc::new(Bell::default());
        let shared = Rc::clone(&bell);
        let callback = Closure::<dyn FnMut()>::new(move || shared.ring());
        let id = set_timeout(callback.as_ref(), milliseconds).unwrap_or_else(|_| {
            // The host has no timers: ending at once is better than waiting forever.
            bell.ring();
            JsValue::UNDEFINED
        });
        Timer { bell, id, _callback: callback }
    }
}

impl Future for Timer {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        self.bell.poll(context)
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if !self.bell.is_rung() {
            let _ = clear_timeout(&self.id);
        }
    }
}

/// The output of a future; `None` if it takes longer.
pub(super) async fn within<F: Future>(milliseconds: f64, future: F) -> Option<F::Output> {
    let mut timer = Timer::new(milliseconds);
    let mut future = pin!(future);
    poll_fn(|context| match future.as_mut().poll(context) {
        Poll::Ready(output) => Poll::Ready(Some(output)),
        Poll::Pending => Pin::new(&mut timer).poll(context).map(|()| None),
    })
    .await
}
