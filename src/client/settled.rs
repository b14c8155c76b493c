//! Waits for a promise. It may be a foreign object, which throws when it is read or never settles.

use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::foreign::call;

/// Waits for a value in the same way as `await`.
///
/// `JsFuture` frees its callbacks only when its promise settles, not when it is dropped. So it waits for a promise of our own,
/// which also settles when this is dropped. After that a foreign promise holds only two JavaScript functions.
pub(super) struct Settled {
    future: JsFuture,
    resolve: Option<Function>,
}

impl Settled {
    /// Waits for a promise, for an object with a method `then`, or for any other value.
    pub(super) fn of(value: &JsValue) -> Self {
        // Not with `Promise::resolve` or `then` of the value: both may throw. `resolve` reads the value and catches exceptions.
        let adopted = Promise::new(&mut |resolve, _| {
            let _ = resolve.call1(&JsValue::UNDEFINED, value);
        });
        let mut functions = None;
        let own = Promise::new(&mut |resolve, reject| functions = Some((resolve, reject)));
        let resolve = functions.map(|(resolve, reject)| {
            let _ = call(&adopted, "then", &[&resolve, &reject]);
            resolve
        });
        Settled { future: JsFuture::from(own), resolve }
    }
}

impl Future for Settled {
    type Output = Result<JsValue, JsValue>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.future).poll(context)
    }
}

impl Drop for Settled {
    fn drop(&mut self) {
        if let Some(resolve) = &self.resolve {
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
    }
}

/// Ignores a promise. Its rejection does not become an unhandled one.
pub(super) fn ignore(value: &JsValue) {
    drop(Settled::of(value));
}
