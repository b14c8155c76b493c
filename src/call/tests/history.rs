//! The history of a call, as the number that a host keeps.

use crate::call::step::History;

#[test]
fn each_part_of_a_history_keeps_its_value_and_does_not_change_the_others() {
    let flags = || [false, true];
    for retries in [0, 1, 10, 1_000] {
        for (looks, pressure) in [(0, 0), (1, 4_000), (15, 60_000)] {
            for (renewed, sent) in flags().map(|renewed| flags().map(|sent| (renewed, sent))).concat() {
                for (unsure, seen) in flags().map(|unsure| flags().map(|seen| (unsure, seen))).concat() {
                    // Once from an empty history, and once over a full one.
                    for before in [0, (1 << 50) - 1].map(History::decode) {
                        let flagged = before.with_renewed(renewed).with_sent(sent);
                        let flagged = flagged.with_unsure(unsure).with_seen(seen);
                        let history = flagged.with_looks(looks).with_retries(retries).with_pressure(pressure);
                        assert_eq!((history.renewed(), history.sent()), (renewed, sent));
                        assert_eq!((history.unsure(), history.seen()), (unsure, seen));
                        assert_eq!((history.looks(), history.retries()), (looks, retries));
                        assert_eq!(history.pressure(), pressure);
                        assert_eq!(History::decode(history.encode()), history);
                    }
                }
            }
        }
    }
}

#[test]
fn a_history_counts_looks_up_to_the_number_that_matters() {
    assert_eq!(History::default().with_looks(16), History::default().with_looks(15));
}
