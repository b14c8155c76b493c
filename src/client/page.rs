//! Whether anybody sees the page, and when that changes: a wait looks less often while nobody does.

use core::task::{Context, Poll};
use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::bell::Bell;
use super::foreign::{call, property};
use super::host;

/// Hears when the page is shown or hidden, and when its connection is back, until it is dropped. In a worker and in Node
/// there is nothing to hear.
pub(super) struct Page {
    document: JsValue,
    bell: Rc<Bell>,
    /// Held as long as the page may call it.
    callback: Closure<dyn FnMut()>,
}

impl Page {
    pub(super) fn new() -> Self {
        let bell = Rc::new(Bell::default());
        let shared = Rc::clone(&bell);
        let page = Page { document: host::document(), bell, callback: Closure::new(move || shared.ring()) };
        page.each("addEventListener");
        page
    }

    /// Whether this is a page that nobody sees.
    pub(super) fn is_hidden(&self) -> bool {
        property(&self.document, "hidden").is_ok_and(|hidden| hidden == JsValue::TRUE)
    }

    /// Whether something has changed since the last time that this was asked.
    pub(super) fn has_changed(&self) -> bool {
        self.bell.take()
    }

    /// Ready when something changes.
    pub(super) fn poll(&self, context: &Context<'_>) -> Poll<()> {
        self.bell.poll(context)
    }

    fn each(&self, method: &str) {
        if !self.document.is_object() {
            return;
        }
        for (target, event) in [(&self.document, "visibilitychange"), (&js_sys::global(), "online")] {
            // A document that is not the platform's may throw: the wait then keeps to its pauses.
            let _ = call(target, method, &[&JsValue::from_str(event), self.callback.as_ref()]);
        }
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.each("removeEventListener");
    }
}
