//! What the core wants to know again of a call, as the number that a host keeps.

use crate::call::step::History;

#[test]
fn a_history_is_a_number_and_back() {
    let flags = || [false, true];
    for retries in [0, 1, 10, 1_000] {
        for (looks, pressure) in [(0, 0), (1, 4_000), (15, 60_000)] {
            for (renewed, sent) in flags().map(|renewed| flags().map(|sent| (renewed, sent))).concat() {
                for (unsure, seen) in flags().map(|unsure| flags().map(|seen| (unsure, seen))).concat() {
                    let history = History { retries, renewed, sent, unsure, seen, looks, pressure };
                    assert_eq!(History::decode(history.encode()), history);
                }
            }
        }
    }
}

#[test]
fn a_history_counts_looks_as_far_as_they_matter() {
    let history = History { looks: 16, ..History::default() };
    assert_eq!(History::decode(history.encode()), History { looks: 15, ..history });
}
