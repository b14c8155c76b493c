//! Every row of a list that is asked for page by page, and may move meanwhile.

use std::collections::HashSet;

use super::list_tasks::Page;
use crate::operation::get_task::Task;

/// So many rows of the page before a page has again, to see whether the list has moved; of small pages a tenth.
const MOST_OVERLAP: u64 = 10;

/// So often in a row a page is gone back from without finding anything. A service that puts the rows of a page elsewhere
/// than asked for would be asked for ever.
const MOST_IN_VAIN: u32 = 3;

/// Where a list is read, and what is known of it.
///
/// Rows may be put in anywhere, and removed anywhere, between two pages. As long as those that stay keep their order, each
/// task that was there all the time is given exactly once: before a page whose first row is known nothing unknown can stand
/// but what is new. If the first row is not known, some before it were removed: so the page before is asked for again.
pub(super) struct Paging {
    page_size: u64,
    /// Where the next page begins.
    offset: u64,
    known: HashSet<String>,
    /// The most rows that a page had: a service may give fewer than it is asked for.
    longest: u64,
    is_back: bool,
    in_vain: u32,
    is_over: bool,
}

impl Paging {
    pub(super) fn new(page_size: u64) -> Self {
        Paging {
            page_size,
            offset: 0,
            known: HashSet::new(),
            longest: 0,
            is_back: false,
            in_vain: 0,
            is_over: false,
        }
    }

    /// Where the next page begins.
    pub(super) fn offset(&self) -> u64 {
        self.offset
    }

    /// Whether there is no other page.
    pub(super) fn is_over(&self) -> bool {
        self.is_over
    }

    /// Takes a page, and gives the tasks that no page before had.
    pub(super) fn take(&mut self, page: Page) -> Vec<Task> {
        let Page { tasks, rows, count } = page;
        // What is no task tells nothing of where it stood.
        let begins_known = tasks.first().map_or(rows > 0, |task| self.known.contains(&task.task_id));
        if self.offset > 0 && !begins_known && self.in_vain < MOST_IN_VAIN {
            self.offset = self.offset.saturating_sub(self.page_size);
            self.is_back = true;
            return Vec::new();
        }
        let position = self.offset + rows;
        let fresh: Vec<Task> =
            tasks.into_iter().filter(|task| self.known.insert(task.task_id.clone())).collect();
        if !fresh.is_empty() {
            self.in_vain = 0;
        } else if self.is_back {
            self.in_vain += 1;
        }
        self.is_back = false;
        self.longest = self.longest.max(rows);
        // The service may count other rows than these, so that its count alone ends nothing.
        let is_last = rows < self.page_size && position >= count;
        let is_vain = fresh.is_empty() && (rows < self.longest || position >= count);
        self.is_over = rows == 0 || is_last || is_vain;
        let usual = (self.page_size / 10).clamp(1, MOST_OVERLAP);
        self.offset = position.saturating_sub(usual.min(self.longest.saturating_sub(1)));
        fresh
    }
}
