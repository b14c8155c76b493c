//! Ways to break the flow: its input or its output is changed.

use sfs_turbo_tasks::answer::Answer;
use sfs_turbo_tasks::call::event::{Event, Happened, Look};
use sfs_turbo_tasks::call::next;
use sfs_turbo_tasks::call::step::{History, Step};
use sfs_turbo_tasks::error::Error;
use sfs_turbo_tasks::operation::Operation;
use sfs_turbo_tasks::request::Asked;
use sfs_turbo_tasks::value::Value;

/// The right flow with another history.
pub(super) fn with_history(asked: &Asked<'_>, event: &Event<'_>, change: fn(History) -> History) -> Step {
    next(asked, &Event { history: change(event.history), ..event.clone() })
}

/// The right flow for another operation.
pub(super) fn as_operation(asked: &Asked<'_>, event: &Event<'_>, operation: &'static Operation) -> Step {
    next(&Asked { operation, ..asked.clone() }, event)
}

/// The right flow with another number.
pub(super) fn with_number(asked: &Asked<'_>, event: &Event<'_>, name: &str, number: i64) -> Step {
    let mut asked = asked.clone();
    for (_, value) in asked.options.iter_mut().filter(|(option, _)| option.name == name) {
        *value = Value::Whole(number);
    }
    next(&asked, event)
}

/// The right flow with changed pauses.
pub(super) fn with_pause(asked: &Asked<'_>, event: &Event<'_>, change: fn(f64) -> f64) -> Step {
    match next(asked, event) {
        Step::Pause { history, milliseconds, fault, .. } => {
            let milliseconds = change(milliseconds);
            let [hidden_milliseconds, wake_milliseconds] = [milliseconds, milliseconds];
            Step::Pause { history, milliseconds, hidden_milliseconds, wake_milliseconds, fault }
        }
        step => step,
    }
}

/// The right flow with changed errors.
pub(super) fn with_error(asked: &Asked<'_>, event: &Event<'_>, change: fn(&mut Error)) -> Step {
    match next(asked, event) {
        Step::Fail(mut error) => {
            change(&mut error);
            Step::Fail(error)
        }
        step => step,
    }
}

/// The right flow with changed errors when the time of a wait is over.
pub(super) fn with_end(asked: &Asked<'_>, event: &Event<'_>, change: fn(&mut Error)) -> Step {
    match event.happened {
        Happened::Paused => with_error(asked, event, change),
        _ => next(asked, event),
    }
}

/// Sends in a case in which the right flow fails.
pub(super) fn send_instead(asked: &Asked<'_>, event: &Event<'_>, is_it: fn(&Happened<'_>) -> bool) -> Step {
    match next(asked, event) {
        Step::Fail(_) if is_it(&event.happened) => {
            next(asked, &Event { happened: Happened::CredentialsGiven, ..event.clone() })
        }
        step => step,
    }
}

/// Fails in a case in which the right flow continues.
pub(super) fn fail_at_once(asked: &Asked<'_>, event: &Event<'_>, status: u16) -> Step {
    match &event.happened {
        Happened::Answered(answer) if answer.status == status => Step::Fail(answer.error(asked)),
        _ => next(asked, event),
    }
}

pub(super) fn without_retry_after(asked: &Asked<'_>, event: &Event<'_>) -> Step {
    let happened = match &event.happened {
        Happened::Answered(answer) => Happened::Answered(Answer { retry_after: 0.0, ..answer.clone() }),
        other => other.clone(),
    };
    next(asked, &Event { happened, ..event.clone() })
}

pub(super) fn is_answer(happened: &Happened<'_>, wanted: u16) -> bool {
    matches!(happened, Happened::Answered(answer) if answer.status == wanted)
}

pub(super) fn is_begun(event: &Event<'_>) -> bool {
    matches!(event.happened, Happened::Begun)
}

/// The next request, whatever has happened.
pub(super) fn send(asked: &Asked<'_>, event: &Event<'_>) -> Step {
    next(asked, &Event { happened: Happened::CredentialsGiven, ..event.clone() })
}

/// The right flow, which never sees the end of a task.
pub(super) fn with_running(asked: &Asked<'_>, event: &Event<'_>) -> Step {
    match event.happened {
        Happened::Looked(look) => {
            let happened = Happened::Looked(Look { status: "DOING", ..look });
            next(asked, &Event { happened, ..event.clone() })
        }
        _ => next(asked, event),
    }
}
