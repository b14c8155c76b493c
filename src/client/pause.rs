//! The pause between two requests. It is a point in time, so that a new future can wait for the rest.

use core::future::{Future, poll_fn};
use core::pin::Pin;
use core::task::Poll;

use super::host;
use super::page::Page;
use super::timer::Timer;
use crate::operation::LONGEST_TIME;

/// When the next request is due.
#[derive(Clone, Copy)]
pub(super) struct Pause {
    /// By the clock of [`host::now`].
    pub(super) due: f64,
    /// The same while the page is hidden.
    pub(super) hidden_due: f64,
    /// The earliest time, if the page becomes visible or its connection is back.
    pub(super) wake_due: f64,
}

impl Pause {
    /// Ready when the pause is over.
    pub(super) async fn over(self) {
        loop {
            let rest = self.due - host::now();
            if rest <= 0.0 {
                return;
            }
            Timer::new(rest.min(LONGEST_TIME.into())).await;
        }
    }

    /// The same in a page, which may be hidden: sooner if it becomes visible or its connection is back.
    pub(super) async fn over_in_page(self) {
        let page = Page::new();
        let mut woken = false;
        loop {
            let hidden = page.is_hidden();
            woken |= page.has_changed() && !hidden;
            let due = if woken {
                self.wake_due.min(self.due)
            } else if hidden {
                self.hidden_due
            } else {
                self.due
            };
            let rest = due - host::now();
            if rest <= 0.0 {
                return;
            }
            let mut timer = Timer::new(rest.min(LONGEST_TIME.into()));
            poll_fn(|context| match page.poll(context) {
                Poll::Ready(()) => Poll::Ready(()),
                Poll::Pending => Pin::new(&mut timer).poll(context),
            })
            .await;
        }
    }
}
