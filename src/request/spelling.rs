//! Misspelt names of options, and the names that other clients use.
//!
//! Other unknown names are ignored, so that a table row can be spread into the options.

use crate::request::Asked;
use crate::text::{Parts, Sentence};

/// The options of the host: the core knows only their names.
pub const HOST_OPTIONS: [&str; 7] =
    ["token", "credentials", "signal", "fetch", "headers", "fetchOptions", "onRetry"];

/// The names that other clients use for an option, in the form of [`plain`]. None is a likely column of a table.
const OTHER_NAMES: &str = "\
maxRetries retries maxattempts
endpoint baseurl apiurl
region regionid
projectId tenantid
token apikey authtoken xauthtoken accesstoken
credentials ak sk accesskey accesskeyid secretkey secretaccesskey securitytoken
shareId filesystemid
attemptTimeout requesttimeout
timeout timeoutms
signal abortsignal
interval pollinterval pollintervalms pollinginterval pollingintervalms
waitTimeout maxwaittime polltimeout polltimeoutms waittimeoutms
onUpdate onprogress
pageSize perpage maxpagesize
maxItems limit
limit pagesize perpage
offset page pagenumber marker skip
srcTarget target
srcPrefix prefix
attributes.fileMode filemode
attributes.dirMode dirmode
attributes.uid uid
attributes.gid gid
allowInsecure insecure
fetch fetcher httpclient
headers customheaders
fetchOptions requestinit fetchinit
onRetry onfailedattempt";

/// The sentence about a name that seems to mean an option.
#[cold]
#[inline(never)]
pub fn right_name(name: &str, asked: &Asked<'_>) -> Option<String> {
    // A longer text is not a misspelling.
    if name.len() > 32 {
        return None;
    }
    let plain_name = plain(name);
    let mut others = other_clients_names(&plain_name);
    // No name is in more than two lines.
    let (other, another) = (others.next(), others.next());
    for known in asked.options.iter().map(|(option, _)| option.name).chain(HOST_OPTIONS) {
        if Some(known) == other || Some(known) == another || is_near(&plain_name, &plain(known)) {
            let mut problem = Sentence::new("is not an option: pass ");
            problem.add(known);
            // The client may have this option although the operation does not. It has no effect then, and does no harm.
            return Some(problem.text).filter(|_| known != name);
        }
    }
    None
}

/// The options with this name in other clients: a page has a size here and a limit there.
fn other_clients_names(plain_name: &[u8]) -> impl Iterator<Item = &'static str> {
    Parts::of(OTHER_NAMES, "\n").filter_map(move |line| {
        let mut names = Parts::of(line, " ");
        let right = names.next();
        right.filter(|_| names.any(|other| other.as_bytes() == plain_name))
    })
}

/// A name in lower case, without separators. As bytes, because comparing characters takes twice as long and all known names are
/// ASCII.
#[inline(never)]
pub(super) fn plain(name: &str) -> Vec<u8> {
    let mut plain = Vec::new();
    for byte in name.bytes() {
        if !matches!(byte, b'_' | b'-' | b' ') {
            plain.push(byte.to_ascii_lowercase());
        }
    }
    plain
}

/// The number of letters to add, remove or replace.
#[inline(never)]
pub(super) fn distance(name: &Vec<u8>, known: &Vec<u8>) -> usize {
    strsim::generic_levenshtein(name, known)
}

/// Whether the names are equal, or differ by one letter or a swap of two; in a long name by two letters.
fn is_near(name: &Vec<u8>, known: &Vec<u8>) -> bool {
    let allowed = match known.len() {
        ..5 => 0,
        5..10 => 1,
        _ => 2,
    };
    distance(name, known) <= allowed || (allowed > 0 && is_swap(name, known))
}

/// Whether exactly two neighbouring letters are swapped.
fn is_swap(name: &[u8], known: &[u8]) -> bool {
    let mut differ = name.iter().zip(known).filter(|(a, b)| a != b);
    let [first, second, third] = [differ.next(), differ.next(), differ.next()];
    name.len() == known.len()
        && matches!((first, second, third), (Some((a, b)), Some((c, d)), None) if a == d && b == c)
}

#[cfg(test)]
mod tests {
    use super::{HOST_OPTIONS, OTHER_NAMES, plain};
    use crate::operation::get_task::GET_TASK;
    use crate::operation::list_all_tasks::LIST_ALL_TASKS;
    use crate::operation::list_tasks::LIST_TASKS;
    use crate::operation::{OPERATIONS, Operation};
    use crate::request::Asked;
    use crate::value::Value;

    fn right_name(name: &str) -> Option<String> {
        right_name_of(&GET_TASK, name)
    }

    fn right_name_of(operation: &'static Operation, name: &str) -> Option<String> {
        super::right_name(name, &Asked::new(operation, || Value::Absent))
    }

    fn options_of(operation: &'static Operation) -> Vec<&'static str> {
        Asked::new(operation, || Value::Absent).options.iter().map(|(option, _)| option.name).collect()
    }

    fn pass(right: &str) -> Option<String> {
        Some(format!("is not an option: pass {right}"))
    }

    #[test]
    fn a_misspelt_name_is_recognised() {
        for (name, right) in [
            ("regoin", "region"),
            ("project_id", "projectId"),
            ("ProjectID", "projectId"),
            ("TASK-ID", "taskId"),
            ("timout", "timeout"),
            ("tokens", "token"),
            ("attempt_timeout", "attemptTimeout"),
            ("maxRetrys", "maxRetries"),
            ("allowInsecured", "allowInsecure"),
            ("Signal", "signal"),
        ] {
            assert_eq!(right_name(name), pass(right), "{name}");
        }
    }

    #[test]
    fn the_names_of_other_clients_are_recognised() {
        for line in OTHER_NAMES.split('\n') {
            let mut names = line.split(' ');
            let right = names.next().unwrap();
            for other in names {
                for operation in OPERATIONS {
                    let has = |name| HOST_OPTIONS.contains(&name) || options_of(operation).contains(&name);
                    if has(right) {
                        assert_eq!(
                            right_name_of(operation, other),
                            pass(right),
                            "{} {other}",
                            operation.name
                        );
                    }
                }
                assert_eq!(plain(other), other.as_bytes());
            }
        }
        assert_eq!(right_name("baseURL"), pass("endpoint"));
        assert_eq!(right_name("X-Auth-Token"), pass("token"));
        for (operation, other, right) in [
            (&LIST_TASKS, "pageSize", "limit"),
            (&LIST_TASKS, "per_page", "limit"),
            (&LIST_TASKS, "page", "offset"),
            (&LIST_ALL_TASKS, "per_page", "pageSize"),
            (&LIST_ALL_TASKS, "limit", "maxItems"),
        ] {
            assert_eq!(right_name_of(operation, other), pass(right), "{} {other}", operation.name);
        }
        for name in OTHER_NAMES.split(['\n', ' ']) {
            assert!(super::other_clients_names(name.as_bytes()).count() <= 2, "{name}");
        }
        assert_eq!(right_name("pollInterval"), None, "an operation that does not poll has no interval");
    }

    #[test]
    fn a_short_name_is_an_options_or_none() {
        assert_eq!(right_name_of(&LIST_TASKS, "TYPE"), pass("type"));
        assert_eq!(right_name_of(&LIST_TASKS, "tpye"), None);
        assert_eq!(right_name_of(&LIST_TASKS, "limti"), pass("limit"));
    }

    #[test]
    fn columns_of_a_table_are_ignored() {
        for name in [
            "id",
            "name",
            "status",
            "type",
            "raw",
            "requestId",
            "startTime",
            "endTime",
            "srcTarget",
            "message",
            "shareId",
            "taskId",
            "signal",
            "reason",
            "share",
            "task",
            "project",
            "url",
            "key",
            "created",
            "size",
            "time",
            "host",
            "path",
            "",
        ] {
            assert_eq!(right_name(name), None, "{name}");
        }
        assert_eq!(right_name(&"a".repeat(1_000_000)), None);
        let spread = |dashes| right_name(&format!("region{}", "-".repeat(dashes)));
        assert_eq!((spread(26), spread(27), spread(40)), (pass("region"), None, None));
    }
}
