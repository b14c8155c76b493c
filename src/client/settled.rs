//! What a promise comes to. It may be a stranger's: throw while it is looked at, or never settle.

use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::foreign::call;

/// What a value comes to as `await` would take it.
///
/// `JsFuture` frees its callbacks when its promise settles, and not when it is dropped. So it waits for a promise of our
/// own, which settles when this is dropped: what a stranger's promise then still holds are two functions of JavaScript.
pub(super) struct Settled {
    future: JsFuture,
    resolve: Option<Function>,
}

impl Settled {
    /// Waits for a promise, for anything with a method `then`, or for a value that is there already.
    pub(super) fn of(value: &JsValue) -> Self {
        // Not `Promise::resolve`, nor `then` of the value itself: both may throw. `resolve` looks at it and catches.
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

/// Lets a promise be: nobody hears what comes of it, and a rejection of it is none that nobody handles.
pub(super) fn ignore(value: &JsValue) {
    drop(Settled::of(value));
}
