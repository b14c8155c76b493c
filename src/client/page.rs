//! Whether the page is visible, and when that changes: a wait looks less often while the page is hidden.

use core::task::{Context, Poll};
use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::bell::Bell;
use super::foreign::{call, property};
use super::host;

/// Rings when the page becomes visible or hidden, and when its connection is back, until it is dropped. In a worker and in Node
/// it never rings.
pub(super) struct Page {
    document: JsValue,
    bell: Rc<Bell>,
    /// Kept alive as long as the page may call it.
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

    /// Whether this is a hidden page.
    pub(super) fn is_hidden(&self) -> bool {
        property(&self.document, "hidden").is_ok_and(|hidden| hidden == JsValue::TRUE)
    }

    /// Whether something has changed since the last call of this function.
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
            // Not a document of the platform: then only the timers of the pauses apply.
            let _ = call(target, method, &[&JsValue::from_str(event), self.callback.as_ref()]);
        }
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.each("removeEventListener");
    }
}
