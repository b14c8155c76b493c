//! Options of any kind, and the request that they make.

use percent_encoding::percent_decode_str;
use proptest::prelude::*;
use serde_json::{Value as Json, json};

use sfs_turbo_tasks::error::ErrorKind;
use sfs_turbo_tasks::operation::create_task::CREATE_TASK;
use sfs_turbo_tasks::operation::list_tasks::LIST_TASKS;
use sfs_turbo_tasks::request::{Asked, Request};
use sfs_turbo_tasks::value::Value;

use super::{USUAL, asked, asked_of, config, value};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_option_is_accepted_or_refused_by_name(
        region in value(), endpoint in value(), project_id in value(), share_id in value(), task_id in value(),
        attempt_timeout in value(), max_retries in value(), url in any::<String>(), origin in any::<String>(),
        unknown in any::<String>(),
    ) {
        let asked = Asked {
            endpoint_url: &url,
            page_origin: &origin,
            unknown: vec![&unknown],
            ..asked(&[
                ("region", region.value()),
                ("endpoint", endpoint.value()),
                ("projectId", project_id.value()),
                ("shareId", share_id.value()),
                ("taskId", task_id.value()),
                ("attemptTimeout", attempt_timeout.value()),
                ("maxRetries", max_retries.value()),
            ])
        };
        match Request::new(&asked) {
            Ok(request) => prop_assert!(request.url.starts_with("https://") || request.url.starts_with("http://")),
            Err(error) => {
                prop_assert_eq!(error.kind, ErrorKind::InvalidRequest);
                prop_assert!(!error.field.is_empty());
                prop_assert!(error.reason.starts_with(&error.field));
            }
        }
    }

    #[test]
    fn every_option_of_a_list_is_accepted_or_refused_by_name(
        kind in value(), status in value(), start_time in value(), end_time in value(), offset in value(),
        limit in value(),
    ) {
        let own = [
            ("type", kind.value()),
            ("status", status.value()),
            ("startTime", start_time.value()),
            ("endTime", end_time.value()),
            ("offset", offset.value()),
            ("limit", limit.value()),
        ];
        match Request::new(&asked_of(&LIST_TASKS, &[&USUAL[..], &own].concat())) {
            Ok(request) => {
                let (_, query) = request.url.split_once('?').unwrap();
                let pairs: Vec<(&str, String)> = query.split('&').map(|pair| {
                    let (name, value) = pair.split_once('=').unwrap();
                    (name, percent_decode_str(value).decode_utf8().unwrap().into_owned())
                }).collect();
                let wire = ["type", "status", "start_time", "end_time", "offset", "limit"];
                let expected: Vec<(&str, String)> = wire.into_iter().zip(&own).filter_map(|(wire, (_, value))| {
                    let default = match wire {
                        "offset" => Some("0"),
                        "limit" => Some("100"),
                        _ => None,
                    };
                    match value {
                        Value::Absent => Some((wire, default?.to_owned())),
                        given => Some((wire, given.text_or_digits())),
                    }
                }).collect();
                prop_assert_eq!(pairs, expected);
            }
            Err(error) => prop_assert!(own.iter().any(|(name, _)| *name == error.field)),
        }
    }

    #[test]
    fn a_body_is_the_json_that_a_library_writes(
        kind in proptest::sample::select(vec!["import", "import_metadata", "preload", "export"]),
        target in "([ -.0-~]|[^/]){1,20}", prefix in proptest::option::of("[!#-)+-9;=@-Z_-{}~é😀]{0,20}"),
        modes in any::<[Option<(u8, u8, u8)>; 2]>(), ids in proptest::array::uniform2(proptest::option::of(0..=4_294_967_294_u32)),
    ) {
        let digits = |(owner, group, others)| {
            [owner, group, others].into_iter().fold(0, |mode, digit: u8| mode * 10 + i64::from(digit % 8))
        };
        let numbers = [modes[0].map(digits), modes[1].map(digits), ids[0].map(i64::from), ids[1].map(i64::from)];
        let names = ["fileMode", "dirMode", "uid", "gid"].map(|name| format!("attributes.{name}"));
        let mut given = USUAL.to_vec();
        given.extend([("type", Value::Text(kind)), ("srcTarget", Value::Text(&target))]);
        given.extend(prefix.iter().map(|prefix| ("srcPrefix", Value::Text(prefix))));
        given.push(("attributes", Value::Object));
        for (name, number) in names.iter().zip(numbers) {
            given.extend(number.map(|number| (name.as_str(), Value::Whole(number))));
        }
        let mut expected = json!({ "type": kind, "src_target": target, "dest_target": target });
        if let Some(prefix) = prefix.as_ref().filter(|prefix| !prefix.is_empty()) {
            expected["src_prefix"] = json!(prefix);
            expected["dest_prefix"] = json!(prefix);
        }
        for (name, number) in ["file_mode", "dir_mode", "uid", "gid"].into_iter().zip(numbers) {
            if let Some(number) = number {
                expected["attributes"][name] = json!(number);
            }
        }
        match Request::new(&asked_of(&CREATE_TASK, &given)) {
            Ok(request) => {
                let read: Json = serde_json::from_str(&request.body).unwrap();
                // The library writes the same characters: no other escapes, and no blanks between them.
                let written: usize = read.to_string().len();
                prop_assert_eq!(written, request.body.len());
                prop_assert_eq!(read, expected);
            }
            Err(error) => {
                let refusable = ["srcTarget", "srcPrefix", "attributes.fileMode", "attributes.dirMode"];
                prop_assert!(refusable.contains(&&*error.field), "{}", error.reason);
            }
        }
    }

    #[test]
    fn no_id_leaves_its_segment_of_the_path(ids in [any::<String>(), any::<String>(), any::<String>()]) {
        let [project_id, share_id, task_id] = &ids;
        let asked = asked(&[
            ("region", Value::Text("cn-north-4")),
            ("projectId", Value::Text(project_id)),
            ("shareId", Value::Text(share_id)),
            ("taskId", Value::Text(task_id)),
        ]);
        if let Ok(request) = Request::new(&asked) {
            let path = request.url.strip_prefix("https://sfs-turbo.cn-north-4.myhuaweicloud.com/").unwrap();
            let segments: Vec<String> =
                path.split('/').map(|segment| percent_decode_str(segment).decode_utf8().unwrap().into_owned()).collect();
            let [project_id, share_id, task_id] = ids;
            prop_assert_eq!(segments, ["v1".into(), project_id, "sfs-turbo".into(), share_id, "hpc-cache".into(),
                "task".into(), task_id]);
            prop_assert!(!path.contains(['?', '#', '\\']));
        }
    }
}
