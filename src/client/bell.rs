//! Wakes a future when a callback of JavaScript is called.

use core::cell::Cell;
use core::task::{Context, Poll, Waker};

/// Whether it has rung, and the future to wake.
#[derive(Default)]
pub(super) struct Bell {
    rung: Cell<bool>,
    waker: Cell<Option<Waker>>,
}

impl Bell {
    pub(super) fn ring(&self) {
        self.rung.set(true);
        if let Some(waker) = self.waker.take() {
            waker.wake();
        }
    }

    pub(super) fn is_rung(&self) -> bool {
        self.rung.get()
    }

    /// Whether it has rung since the last call of this function.
    pub(super) fn take(&self) -> bool {
        self.rung.take()
    }

    pub(super) fn poll(&self, context: &Context<'_>) -> Poll<()> {
        if self.rung.get() {
            return Poll::Ready(());
        }
        self.waker.set(Some(context.waker().clone()));
        Poll::Pending
    }
}
