//! Lists that occur in more than one place are equal: kinds, codes, options and their defaults, regions. Modules import without
//! circles.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that panics has failed")]

use std::path::{Path, PathBuf};

use sfs_turbo_tasks::error::ErrorKind;
use sfs_turbo_tasks::operation::{COMMON, Need, OPERATIONS, OptionRule};
use sfs_turbo_tasks::request::region::REGIONS;
use sfs_turbo_tasks::request::spelling::HOST_OPTIONS;

const README: &str = include_str!("../README.md");
const KINDS: &str = include_str!("../js/errors/kinds.ts");
const OPTIONS: &str = include_str!("../js/operations/operation.ts");
const OPTION_TYPES: &str = include_str!("../js/operations/options.ts");

/// The TypeScript file of an operation: `getTask` is in `get-task.ts`.
fn operation_file(name: &str) -> String {
    let mut path = String::from("js/operations/");
    for letter in name.chars() {
        if letter.is_ascii_uppercase() {
            path.push('-');
        }
        path.push(letter.to_ascii_lowercase());
    }
    path.push_str(".ts");
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name} has no types in {path}: {error}"))
}

fn kinds() -> Vec<&'static str> {
    ErrorKind::ALL.iter().map(|kind| kind.as_str()).collect()
}

/// The strings between a start and an end.
fn strings<'a>(text: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    let (_, rest) = text.split_once(start).expect("the start");
    let (inner, _) = rest.split_once(end).expect("the end");
    inner.split('"').skip(1).step_by(2).collect()
}

/// The cells of each row of the first table whose head starts with `| kind`, without backticks.
fn table(text: &'static str) -> Vec<Vec<String>> {
    table_after(text, "| kind")
}

/// The same for another head.
fn table_after(text: &'static str, head: &str) -> Vec<Vec<String>> {
    let rows = text.lines().map(|line| line.trim_start_matches(" * ").trim());
    rows.skip_while(|line| !line.starts_with(head))
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
    assert_eq!(strings(KINDS, "export type ErrorKind =", ";"), kinds());
}

#[test]
fn the_definitions_document_every_kind() {
    assert_eq!(column(&table(KINDS), 0), kinds());
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
fn what_follows_from_a_kind_is_the_same_in_javascript() {
    let statuses = strings_and_words(KINDS, "const STATUSES", "};");
    let retryable = strings(KINDS, "const RETRYABLE: readonly ErrorKind[] = [", "]");
    for kind in ErrorKind::ALL {
        let name = kind.as_str();
        assert_eq!(retryable.contains(&name), kind.retryable(), "{name}");
        assert_eq!(statuses.contains(&name), kind.client_code().is_none(), "{name}");
        // The rule by which JavaScript makes the code.
        let code = format!("CLIENT.{}", name.to_uppercase().replace('-', "_"));
        assert!(kind.client_code().is_none_or(|expected| expected == code), "{name}");
    }
}

/// The names of the entries of an object literal, quoted or not.
fn strings_and_words(text: &'static str, start: &str, end: &str) -> Vec<&'static str> {
    let (_, rest) = text.split_once(start).expect("the start");
    let (inner, _) = rest.split_once(end).expect("the end");
    inner
        .lines()
        .skip(1)
        .filter_map(|line| line.split(':').next())
        .map(|name| name.trim().trim_matches('"'))
        .collect()
}

#[test]
fn javascript_hands_over_the_options_in_the_order_of_the_tables() {
    let names = |options: &'static [&'static OptionRule]| {
        options.iter().map(|option| option.name).collect::<Vec<_>>()
    };
    let common: Vec<&str> = COMMON.iter().map(|option| option.name).collect();
    assert_eq!(strings(OPTIONS, "export const COMMON_OPTIONS = [", "]"), common);
    let mut host = strings(OPTIONS, "export const HOST_OPTIONS = [", "]");
    host.sort_unstable();
    let mut expected = HOST_OPTIONS.to_vec();
    expected.sort_unstable();
    assert_eq!(host, expected);
    for (number, operation) in OPERATIONS.iter().enumerate() {
        let name = operation.name;
        let file = operation_file(name);
        let numbered = format!("name: \"{name}\",\n  number: {number},");
        assert!(file.contains(&numbered), "its file in js/operations must contain: {numbered}");
        let options = strings(&file, "  options: [", "]");
        assert_eq!(options, names(operation.options), "the options of {name} in its file in js/operations");
    }
}

/// The lines that document an option in TypeScript.
fn documentation(name: &str) -> &'static str {
    let end = format!("\n  readonly {name}?: ");
    let (before, _) = OPTION_TYPES.split_once(&end).expect("the member");
    before.rsplit("/**").next().expect("its documentation")
}

/// A number as people write it: with a space before each three digits.
fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).expect("digits")).collect();
    groups.join(" ")
}

#[test]
fn defaults_and_bounds_are_documented_as_the_tables_have_them() {
    use sfs_turbo_tasks::operation::Rule;
    let rows = table_after(README, "| option |");
    for option in COMMON.iter().filter(|option| matches!(option.rule, Rule::Whole(..))) {
        let Rule::Whole(least, most) = option.rule else { continue };
        let default = match option.need {
            Need::Default(number) => number,
            _ => OPERATIONS[0].max_response_bytes,
        };
        let text = documentation(option.name)
            .split_whitespace()
            .filter(|word| *word != "*")
            .collect::<Vec<_>>()
            .join(" ");
        assert!(text.contains(&format!("Default {}", grouped(default))), "{}: {text}", option.name);
        assert!(
            text.contains(&format!("{} to {}", grouped(least), grouped(most))),
            "{}: {text}",
            option.name
        );
        let row = rows.iter().find(|row| row.first().is_some_and(|name| name == option.name));
        assert_eq!(row.and_then(|row| row.get(2)), Some(&grouped(default)), "{}", option.name);
    }
}

#[test]
fn the_readme_names_every_operation() {
    for operation in OPERATIONS {
        assert!(
            README.contains(&format!("{}(", operation.name)),
            "README.md does not show {}",
            operation.name
        );
    }
}

#[test]
fn the_readme_names_every_option() {
    // One table has the options of every operation, the other those of some operations.
    let rows = [table_after(README, "| option | type |"), table_after(README, "| option | of |")].concat();
    let named: Vec<&str> = column(&rows, 0);
    let own = OPERATIONS.iter().flat_map(|operation| operation.options.iter().copied());
    for name in COMMON.iter().chain(own).map(|option| option.name).chain(HOST_OPTIONS) {
        assert!(named.contains(&name), "{name}");
    }
}

#[test]
fn the_regions_are_one_list_in_rust_in_the_definitions_and_in_the_readme() {
    let definitions = include_str!("../js/operations/region.ts");
    let regions: Vec<&str> = REGIONS.split(' ').collect();
    assert_eq!(strings(definitions, "export type KnownRegion =", ";"), regions);
    for region in regions {
        assert!(README.contains(&format!("`{region}`")), "{region}");
    }
}

#[test]
fn no_two_modules_use_each_other_in_a_loop() {
    let mut files = Vec::new();
    collect(Path::new("src"), &mut files);
    let modules: Vec<(String, Vec<String>)> =
        files.iter().map(|path| (module_of(path), uses_of(path))).collect();
    for (module, _) in &modules {
        let mut seen = Vec::new();
        let mut open = vec![module.clone()];
        while let Some(next) = open.pop() {
            let uses = modules
                .iter()
                .find(|(name, _)| *name == next)
                .map(|(_, uses)| uses.clone())
                .unwrap_or_default();
            for used in uses {
                // A path may end in an item of a module, so the longest module that it starts with counts.
                let known = modules.iter().map(|(name, _)| name).filter(|name| is_within(&used, name));
                let Some(used) = known.max_by_key(|name| name.len()) else { continue };
                assert!(used != module, "{module} is used by {next}, which it uses");
                if !seen.contains(used) {
                    seen.push(used.clone());
                    open.push(used.clone());
                }
            }
        }
    }
}

fn is_within(path: &str, module: &str) -> bool {
    path == module || path.strip_prefix(module).is_some_and(|rest| rest.starts_with("::"))
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else if !path.ends_with("tests.rs") && !path.components().any(|part| part.as_os_str() == "tests") {
            files.push(path);
        }
    }
}

fn module_of(path: &Path) -> String {
    let path = path.with_extension("");
    let parts = path.components().skip(1).map(|part| part.as_os_str().to_string_lossy().into_owned());
    format!("crate::{}", parts.collect::<Vec<_>>().join("::"))
}

/// Every path in the `use` lines of a file, except those of its tests.
fn uses_of(path: &Path) -> Vec<String> {
    let source = std::fs::read_to_string(path).expect("a source");
    let source = source.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
    let module = module_of(path);
    let mut uses = Vec::new();
    for statement in source.split("\nuse ").skip(1).chain(source.split("\npub use ").skip(1)) {
        let statement: String = statement.split(';').next().unwrap_or_default().split_whitespace().collect();
        let parent = module.rsplit_once("::").map_or("crate", |(parent, _)| parent);
        let statement = statement.replacen("super::", &format!("{parent}::"), 1);
        let (start, names) = statement.split_once('{').unwrap_or((&statement, ""));
        if !names.is_empty() {
            uses.extend(names.trim_end_matches('}').split(',').map(|name| format!("{start}{name}")));
        } else {
            uses.push(start.to_owned());
        }
    }
    uses
}
