//! What JavaScript says and what it is told, text for text.

use super::next;
use crate::answer::error_body::NAMES;
use crate::operation::{COMMON, OPERATIONS};

mod answers;
mod events;
mod steps;

/// What a host says of a call, each part with its default.
#[derive(Clone)]
struct Said<'a> {
    operation: usize,
    kind: u32,
    history: u64,
    remaining: u64,
    /// In thousandths.
    random: u32,
    interval: &'a str,
    sign_in: u32,
    time: &'a str,
    endpoint_url: &'a str,
    page_origin: &'a str,
    options: Vec<(&'a str, &'a str)>,
    unknown: Vec<&'a str>,
    details: Vec<&'a str>,
}

const GET_TASK: usize = 0;
const DELETE_TASK: usize = 4;
const WAIT_FOR_TASK: usize = 5;

/// A call of an operation that has just begun.
fn begun<'a>(operation: usize) -> Said<'a> {
    let place =
        [("region", "scn-north-4"), ("projectId", "sp"), ("shareId", "ss"), ("taskId", "st")].to_vec();
    Said {
        operation,
        kind: 0,
        history: 0,
        remaining: 60_000,
        random: 500,
        interval: "",
        sign_in: 0,
        time: "",
        endpoint_url: "",
        page_origin: "",
        options: place,
        unknown: Vec::new(),
        details: Vec::new(),
    }
}

impl<'a> Said<'a> {
    /// The same after something has happened.
    fn after(self, kind: u32, details: &[&'a str]) -> Said<'a> {
        Said { kind, details: details.to_vec(), ..self }
    }

    /// After an answer of this status with this body.
    fn answered(self, status: &'a str, body: &[&'a str]) -> Said<'a> {
        let header = [status, "r", "", "0", "0", ""];
        self.after(4, &[&header, body, &[""]].concat())
    }

    /// What it is told, with a bar for each separator.
    fn told(&self) -> String {
        let operation = OPERATIONS[self.operation];
        let own = operation.options.iter().copied();
        let value =
            |name| self.options.iter().rev().find(|(other, _)| *other == name).map_or("", |(_, value)| value);
        let mut fields: Vec<String> = vec![
            self.operation.to_string(),
            self.kind.to_string(),
            self.history.to_string(),
            self.remaining.to_string(),
            self.random.to_string(),
            self.interval.into(),
            self.sign_in.to_string(),
            self.time.into(),
            self.endpoint_url.into(),
            self.page_origin.into(),
        ];
        fields.extend(COMMON.iter().chain(own).map(|option| value(option.name).to_owned()));
        fields.push(self.unknown.len().to_string());
        fields.extend(self.unknown.iter().chain(&self.details).map(|field| (*field).to_owned()));
        let told = next(&fields.join("\u{1f}"));
        // It begins with a separator: js/call/call.ts takes what stands after it.
        told.strip_prefix('\u{1f}').unwrap().replace('\u{1f}', "|")
    }
}

/// A body that is an object with these values of [`NAMES`].
fn object<'a>(values: &[(&str, &'a str)]) -> Vec<&'a str> {
    let value = |name| values.iter().find(|(other, _)| *other == name).map_or("", |(_, value)| value);
    let mut fields = vec!["object", "10"];
    fields.extend(NAMES.map(value));
    fields
}

const URL: &str = "https://sfs-turbo.cn-north-4.myhuaweicloud.com/v1/p/sfs-turbo/s/hpc-cache/task/t";

#[test]
fn there_is_nothing_to_do_for_an_operation_that_there_is_not() {
    assert_eq!(next(&format!("{}\u{1f}0", OPERATIONS.len())), "");
    assert_eq!(next(""), next("0"));
}

#[test]
fn an_operation_is_described_by_its_table() {
    let names = NAMES.join("|");
    let start = "application/json|X-Auth-Token|x-request-id|error|details";
    let fields = "task_id|!|type||status|!|src_target||src_prefix||dest_target||dest_prefix||message||start_time|@|end_time|@";
    let described = |operation: usize| next(&format!("{operation}\u{1f}1")).replace('\u{1f}', "|");
    assert_eq!(described(GET_TASK), format!("GET|{start}||10|{names}|10|{fields}"));
    assert_eq!(described(1), format!("GET|{start}|tasks|10|{names}|10|{fields}"));
    assert_eq!(described(3), format!("POST|{start}||10|{names}|1|task_id|!"));
    assert_eq!(described(DELETE_TASK), format!("DELETE|{start}||10|{names}|0"));
}
