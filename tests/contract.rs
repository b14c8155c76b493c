//! The kinds of errors are one list: in Rust, in the TypeScript union, in its documentation, in the README's table.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that panics has failed")]

use sfs_turbo_tasks::error::ErrorKind;
use sfs_turbo_tasks::region::REGIONS;

const README: &str = include_str!("../README.md");
const TYPES: &str = include_str!("../js/error.ts");

fn kinds() -> Vec<&'static str> {
    ErrorKind::ALL.iter().map(|kind| kind.as_str()).collect()
}

/// The cells of each row of the first table whose head starts with `| kind`, without backticks.
fn table(text: &'static str) -> Vec<Vec<String>> {
    let rows = text.lines().map(|line| line.trim_start_matches(" * ").trim());
    rows.skip_while(|line| !line.starts_with("| kind"))
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .map(|line| {
            line.trim_matches('|').split('|').map(|cell| cell.replace('`', "").trim().to_owned()).collect()
        })
        .collect()
}

fn column(rows: &[Vec<String>], index: usize) -> Vec<&str> {
    rows.iter().map(|row| row.get(index).map_or("", String::as_str)).collect()
}

#[test]
fn the_typescript_union_has_the_kinds_of_the_enum() {
    let (_, union) = TYPES.split_once("export type ErrorKind =").expect("the union");
    let (union, _) = union.split_once(';').expect("its end");
    let names: Vec<&str> = union.split('"').skip(1).step_by(2).collect();
    assert_eq!(names, kinds());
}

#[test]
fn the_definitions_document_every_kind() {
    assert_eq!(column(&table(TYPES), 0), kinds());
}

#[test]
fn the_readme_documents_every_kind_its_code_and_whether_it_is_tried_again() {
    let rows = table(README);
    assert_eq!(column(&rows, 0), kinds());
    for (kind, row) in ErrorKind::ALL.iter().zip(&rows) {
        let (code, again) = (row.get(2).expect("errCode"), row.get(3).expect("tried again"));
        match kind.client_code() {
            Some(expected) => assert_eq!(code, expected, "{kind:?}"),
            None => assert!(!code.contains("CLIENT."), "{kind:?}"),
        }
        assert_eq!(again.starts_with("yes"), kind.retryable(), "{kind:?}: {again}");
    }
}

#[test]
fn the_codes_that_javascript_makes_itself_are_those_of_the_enum() {
    let source = include_str!("../js/failure.ts");
    for kind in [ErrorKind::InvalidRequest, ErrorKind::Timeout, ErrorKind::Runtime] {
        let code = kind.client_code().expect("a code of its own");
        let quoted = [format!("\"{}\": \"{code}\"", kind.as_str()), format!("{}: \"{code}\"", kind.as_str())];
        assert!(quoted.iter().any(|pair| source.contains(pair)), "{kind:?}");
    }
}

#[test]
fn the_readme_names_every_region() {
    for region in REGIONS {
        assert!(README.contains(&format!("`{region}`")), "{region}");
    }
}
