//! Something of JavaScript's that a future waits for: whoever hears of it rings.

use core::cell::Cell;
use core::task::{Context, Poll, Waker};

/// Rung or not, and who is to be woken.
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

    /// Whether it has been rung since the last time that this was asked.
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
