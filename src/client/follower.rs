//! Follows the results of a call that polls, from one change to the next.

use std::rc::Rc;

use super::call_options::CallOptions;
use super::error::ClientError;
use super::flow::Flow;
use super::options::ClientOptions;
use super::reply::Reply;

/// A call that is followed. No request is sent before the first change is awaited, nor while no change is awaited.
pub(super) struct Follower<A: CallOptions> {
    start: Option<(Rc<ClientOptions>, A)>,
    flow: Option<Flow<A>>,
    last: Option<Reply<A::Answer>>,
}

/// A result that differs from the one before.
pub(super) struct Change<T> {
    pub(super) reply: Reply<T>,
    /// The result before it; `None` for the first.
    pub(super) previous: Option<Reply<T>>,
}

/// Waits for the end, and reports each change.
pub(super) async fn to_the_end<A: CallOptions>(
    options: Rc<ClientOptions>,
    call_options: A,
    on_change: impl Fn(&Change<A::Answer>),
) -> Result<Reply<A::Answer>, ClientError>
where
    A::Answer: PartialEq,
{
    let mut flow = Flow::new(options, call_options)?;
    let mut last = None;
    while let Some(reply) = flow.answer().await? {
        if let Some(change) = change(&mut last, reply) {
            on_change(&change);
        }
    }
    flow.given(last)
}

impl<A: CallOptions> Follower<A>
where
    A::Answer: PartialEq,
{
    pub(super) fn new(options: Rc<ClientOptions>, call_options: A) -> Self {
        Follower { start: Some((options, call_options)), flow: None, last: None }
    }

    /// The last result.
    pub(super) fn last(&self) -> Option<&Reply<A::Answer>> {
        self.last.as_ref()
    }

    /// The next change; `None` after the end and after a failure.
    pub(super) async fn change(&mut self) -> Option<Result<Change<A::Answer>, ClientError>> {
        if let Some((options, call_options)) = self.start.take() {
            match Flow::new(options, call_options) {
                Ok(flow) => self.flow = Some(flow),
                Err(error) => return Some(Err(error)),
            }
        }
        loop {
            match self.flow.as_mut()?.answer().await {
                Ok(Some(reply)) => {
                    if let Some(change) = change(&mut self.last, reply) {
                        return Some(Ok(change));
                    }
                }
                Ok(None) => self.flow = None,
                Err(error) => {
                    self.flow = None;
                    return Some(Err(error));
                }
            }
        }
    }
}

fn change<T: Clone + PartialEq>(last: &mut Option<Reply<T>>, reply: Reply<T>) -> Option<Change<T>> {
    let previous = last.replace(reply.clone());
    let is_change = previous.as_ref().is_none_or(|previous| previous.value != reply.value);
    is_change.then_some(Change { reply, previous })
}
