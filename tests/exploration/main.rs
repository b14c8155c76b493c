//! Every sequence of eight events of every operation, checked by the rules for each call.
//!
//! The events of a host are data, in `alphabet.rs`; the rules are in `rules.rs`. The number of sequences is printed. An abort is
//! not among the events: the host does not report it, and takes no further step.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that panics has failed"
)]

use std::io::Write;

use sfs_turbo_tasks::call::next;
use sfs_turbo_tasks::operation::{OPERATIONS, Operation};

mod alphabet;
mod broken;
mod rules;
mod scene;
mod seen;
mod walk;

use scene::{AGAIN, ONCE, Options, Scene};
use walk::{Sequences, Walk};

/// Explores every call of an operation.
fn explore(operation: &'static Operation, options: Options, scenes: &[Scene]) -> Sequences {
    let (mut all, mut states) = (Sequences::default(), 0);
    for scene in scenes {
        match Walk::through(scene, &next) {
            Ok((sequences, more)) => {
                all.add(sequences);
                states += more;
            }
            Err(report) => panic!("{}\n{}", report.rule, report.path),
        }
    }
    // Not by `println`, whose output is hidden when a test passes.
    let Sequences { good, given, failed, unfinished } = all;
    let options: Vec<&str> = options.iter().map(|(name, _)| *name).collect();
    let name = [&[operation.name], options.as_slice()].concat().join(" with ");
    let line = format!(
        "{name}: {} sequences of events in {states} states ({good} good, {given} given, {failed} failed, \
         {unfinished} going on)\n",
        all.all()
    );
    std::io::stdout().write_all(line.as_bytes()).unwrap();
    all
}

#[test]
fn every_operation_is_explored() {
    let explored = || ONCE.iter().chain(AGAIN).map(|(operation, _)| operation.name);
    for operation in OPERATIONS {
        let name = operation.name;
        assert!(
            explored().any(|other| other == name),
            "add {name} to ONCE or AGAIN in tests/exploration/scene.rs"
        );
    }
}

#[test]
fn every_sequence_of_events_keeps_the_promises_of_a_call() {
    for (operation, options) in ONCE {
        let Sequences { good, given, failed, unfinished } =
            explore(operation, options, &Scene::once(operation, options));
        assert!(good > 0 && failed > 0 && unfinished == 0);
        assert_eq!(given > 0, operation.name == "deleteTask");
    }
}

#[test]
fn every_sequence_of_events_keeps_the_promises_of_a_wait() {
    for (operation, options) in AGAIN {
        let Sequences { good, given, failed, unfinished } =
            explore(operation, options, &Scene::again(operation, options));
        assert!(good == 0 && failed > 0 && unfinished > 0);
        assert_eq!(given > 0, operation.name != "watchTasks");
    }
}
