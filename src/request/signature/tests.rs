//! The signed texts, compared with those on which the vendor's Node and Python signers agree.

use super::{Signature, of};
use crate::operation::Operation;
use crate::operation::create_task::CREATE_TASK;
use crate::operation::get_task::GET_TASK;
use crate::operation::list_tasks::LIST_TASKS;
use crate::request::sign_in::SignIn;
use crate::request::tests::asked;
use crate::request::{Asked, Request};
use crate::value::Value;

const PROJECT: &str = "2b31ed520aaaaaaebedb6e57aaaaaaaa";
const SHARE: &str = "77ba6f4b-6365-4895-8dda-bc7142af4dde";

fn call<'a>(operation: &'static Operation, own: &[(&'a str, Value<'a>)]) -> Asked<'a> {
    let usual = [
        ("region", Value::Text("cn-north-4")),
        ("projectId", Value::Text(PROJECT)),
        ("shareId", Value::Text(SHARE)),
        ("taskId", Value::Text("11abef677ac40f46644d1d5cfc2424a4")),
    ];
    let asked = asked(operation, &[usual.as_slice(), own].concat());
    Asked { sign_in: SignIn::AccessKey, time: "2026-01-02T03:04:05", ..asked }
}

fn signature(asked: &Asked<'_>) -> Signature {
    of(&Request::new(asked).unwrap().url, asked).unwrap()
}

/// The canonical request without the hash of the body.
fn canonical(asked: &Asked<'_>, security_token: &str) -> String {
    let Signature { head, tail, .. } = signature(asked);
    head + security_token + &tail
}

/// The lines of a canonical request for a path and a query of the file system.
fn lines(method: &str, path: &str, query: &str) -> String {
    let path = format!("/v1/{PROJECT}/sfs-turbo/{SHARE}/hpc-cache/{path}/");
    let headers = format!(
        "content-type:application/json\nhost:sfs-turbo.cn-north-4.myhuaweicloud.com\nx-project-id:{PROJECT}\n\
         x-sdk-date:20260102T030405Z\n"
    );
    format!("{method}\n{path}\n{query}\n{headers}\ncontent-type;host;x-project-id;x-sdk-date\n")
}

#[test]
fn a_request_without_a_query_is_signed_with_a_slash_at_the_end_of_its_path() {
    let asked = call(&GET_TASK, &[]);
    assert_eq!(canonical(&asked, ""), lines("GET", "task/11abef677ac40f46644d1d5cfc2424a4", ""));
    let Signature { date, project, text, authorization, .. } = signature(&asked);
    assert_eq!((&*date, &*project), ("20260102T030405Z", PROJECT));
    assert_eq!(text, "SDK-HMAC-SHA256\n20260102T030405Z\n");
    let signed = ", SignedHeaders=content-type;host;x-project-id;x-sdk-date, Signature=";
    assert_eq!(authorization, ["SDK-HMAC-SHA256 Access=", signed]);
}

#[test]
fn a_query_is_signed_in_order() {
    let own = [
        ("type", Value::Text("import_metadata")),
        ("status", Value::Text("DOING")),
        ("offset", Value::Whole(0)),
        ("limit", Value::Whole(1000)),
        ("startTime", Value::Text("2024-03-18T23:00:00")),
        ("endTime", Value::Text("2024-03-18T24:00:00")),
    ];
    let query = "end_time=2024-03-18T24%3A00%3A00&limit=1000&offset=0&start_time=2024-03-18T23%3A00%3A00\
                 &status=DOING&type=import_metadata";
    assert_eq!(canonical(&call(&LIST_TASKS, &own), ""), lines("GET", "tasks", query));
}

#[test]
fn a_task_is_created_by_a_signed_post() {
    let own = [("type", Value::Text("export")), ("srcTarget", Value::Text("d"))];
    assert_eq!(canonical(&call(&CREATE_TASK, &own), ""), lines("POST", "task", ""));
}

#[test]
fn a_security_token_is_signed_and_stays_in_the_host() {
    let asked = Asked { security_token: true, ..call(&GET_TASK, &[]) };
    let Signature { head, tail, authorization, .. } = signature(&asked);
    assert!(head.ends_with("\nx-sdk-date:20260102T030405Z\nx-security-token:"));
    assert_eq!(tail, "\n\ncontent-type;host;x-project-id;x-sdk-date;x-security-token\n");
    assert!(
        authorization[1].contains("=content-type;host;x-project-id;x-sdk-date;x-security-token, "),
        "{}",
        authorization[1]
    );
}

#[test]
fn a_path_is_signed_as_the_gateway_reads_it() {
    for (endpoint, url, host, path) in [
        ("https://h.example:8443/a", "https://h.example:8443/a", "h.example:8443", "/a"),
        ("https://h.example/!~'(", "https://h.example/!~'(", "h.example", "/%21~%27%28"),
        ("https://h.example/%7e%2f%zz%", "https://h.example/%7e%2f%zz%", "h.example", "/~%2F%25zz%25"),
        ("https://h.example/%E8%81%94", "https://h.example/%E8%81%94", "h.example", "/%E8%81%94"),
    ] {
        let asked = call(&GET_TASK, &[("endpoint", Value::Text(endpoint))]);
        let canonical = canonical(&Asked { endpoint_url: url, ..asked }, "");
        assert_eq!(canonical.lines().nth(1).map(|line| line.split("/v1/").next().unwrap()), Some(path));
        assert_eq!(canonical.lines().nth(4), Some(&*format!("host:{host}")));
    }
}

#[test]
fn a_request_that_cannot_be_signed_has_an_error_that_says_why() {
    let fails = |asked: &Asked<'_>| of("https://h.example/v1", asked).unwrap_err();
    let error = fails(&Asked { time: "", ..call(&GET_TASK, &[]) });
    assert_eq!(
        (error.code(), &*error.reason),
        ("CLIENT.RUNTIME", "the clock of this page or process gives no valid time, which a signature needs")
    );
    for project in ["é", "a b", "a\nb"] {
        let error = fails(&call(&GET_TASK, &[("projectId", Value::Text(project))]));
        assert_eq!(
            (&*error.field, &*error.reason),
            (
                "projectId",
                "projectId must be visible ASCII without spaces: a signed request sends it in a header"
            )
        );
    }
}
