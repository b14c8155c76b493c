//! Deletions with a lost answer: if the task no longer exists, the deletion has succeeded.

use super::{coded, delete_task, failure, get_task, gone, network, refusal, steps};
use crate::call::event::{Fault, Happened};
use crate::error::ErrorKind;
use crate::request::Asked;
use crate::request::sign_in::SignIn;

/// Events after which the request may have acted, without a good answer.
fn lost() -> [Happened<'static>; 5] {
    [refusal(503), refusal(500), network("ECONNRESET"), network(""), Happened::Fault(Fault::AttemptTimeout)]
}

#[test]
fn a_deletion_with_a_lost_answer_has_succeeded_if_the_task_no_longer_exists() {
    for happened in lost() {
        let (said, error) = steps(&delete_task(), &[happened, Happened::Paused, gone()], 1e9);
        assert_eq!((said, error), (["send", "pause 125", "send", "give"].map(str::to_owned).into(), None));
    }
}

#[test]
fn a_lost_answer_is_remembered_over_other_events() {
    for between in [refusal(429), network("ECONNREFUSED")] {
        for happened in lost() {
            let events = [happened, Happened::Paused, between.clone(), Happened::Paused, gone()];
            assert_eq!(steps(&delete_task(), &events, 1e9).0.last().unwrap(), "give");
        }
    }
    let asked = Asked { sign_in: SignIn::TokenFunction, ..delete_task() };
    let given = || Happened::CredentialsGiven;
    let events = [given(), refusal(503), Happened::Paused, refusal(401), given(), gone()];
    let expected = ["ask", "send", "pause 125", "send", "renew", "send", "give"];
    assert_eq!(steps(&asked, &events, 1e9).0, expected);
}

#[test]
fn a_deletion_that_cannot_have_acted_is_not_found() {
    for happened in [refusal(429), network("ECONNREFUSED"), network("ENOTFOUND")] {
        let error = failure(&delete_task(), &[happened, Happened::Paused, gone()]);
        assert_eq!((error.kind, error.code()), (ErrorKind::NotFound, "SFS.TURBO.0106"));
        assert_eq!(
            error.message,
            "deleteTask: found no task t of file system s: SFS.TURBO.0106 (HTTP 400, request id r)"
        );
    }
    assert_eq!(failure(&delete_task(), &[gone()]).kind, ErrorKind::NotFound);
}

#[test]
fn a_missing_file_system_does_not_prove_a_deletion() {
    let events = [refusal(503), Happened::Paused, coded(404, "SFS.TURBO.0002")];
    let error = failure(&delete_task(), &events);
    assert_eq!((error.kind, error.code()), (ErrorKind::NotFound, "SFS.TURBO.0002"));
}

#[test]
fn a_deletion_with_a_lost_answer_may_be_retried() {
    for happened in [refusal(503), Happened::CallTimeout] {
        let events = [happened.clone(), Happened::Paused, happened.clone(), Happened::Paused, happened];
        assert!(failure(&delete_task(), &events).retryable);
    }
}

#[test]
fn a_task_that_is_only_read_is_not_found_whatever_happened_before() {
    for happened in lost() {
        let error = failure(&get_task(), &[happened, Happened::Paused, gone()]);
        assert_eq!((error.kind, error.code()), (ErrorKind::NotFound, "SFS.TURBO.0106"));
    }
}
