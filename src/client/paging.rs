//! Every row of a list that is asked for page by page, and may move meanwhile.

use std::collections::HashSet;

use super::list_tasks::Page;
use crate::operation::get_task::Task;

/// So many rows of the page before a page has again, to see whether the list has moved; of small pages a tenth.
const MOST_OVERLAP: u64 = 10;

/// So often in a row a page before is asked for in vain: the service may round offsets to whole pages.
const MOST_IN_VAIN: u32 = 10;

/// Where a list is read, and what is known of it.
///
/// Rows may be put in anywhere, and removed anywhere, between two pages. As long as those that stay keep their order, each
/// task that was there all the time is given exactly once: before a task that is known, all that were there all the time are
/// known. So a page that has one of them continues the pages before it. If it has none, rows before it were removed, and the
/// page before is asked for again.
pub(super) struct Paging {
    page_size: u64,
    /// Where the next page begins.
    offset: u64,
    known: HashSet<String>,
    /// The most rows that a page had: a service may give fewer than it is asked for.
    longest: u64,
    is_back: bool,
    in_vain: u32,
    /// How many rows were given since the last new one, but for those of pages before.
    repeated: u64,
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
            repeated: 0,
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
        let Page { tasks, rows, first_is_task, count } = page;
        // Where the first row is no task, nobody can tell.
        let continues = if rows > 0 && !first_is_task {
            true
        } else {
            tasks.iter().any(|task| self.known.contains(&task.task_id))
        };
        if self.offset > 0 && self.overlap() > 0 && !continues && self.in_vain < MOST_IN_VAIN {
            self.offset = self.offset.saturating_sub(self.page_size);
            self.is_back = true;
            return Vec::new();
        }
        let position = self.offset + rows;
        let fresh: Vec<Task> =
            tasks.into_iter().filter(|task| self.known.insert(task.task_id.clone())).collect();
        if !fresh.is_empty() {
            (self.in_vain, self.repeated) = (0, 0);
        } else if self.is_back {
            self.in_vain += 1;
        } else {
            self.repeated += rows;
        }
        self.is_back = false;
        self.longest = self.longest.max(rows);
        // The service may give fewer or more rows than it is asked for, and may count others than these.
        let is_counted = rows != self.page_size && position >= count;
        let is_last = rows < self.page_size && is_counted;
        let is_vain = fresh.is_empty() && (rows < self.longest || is_counted);
        // Who gives the same rows again and again does not know offsets.
        let is_deaf = self.repeated > 2 * self.known.len() as u64 + self.page_size;
        self.is_over = rows == 0 || is_last || is_vain || is_deaf;
        self.offset = position.saturating_sub(self.overlap());
        fresh
    }

    fn overlap(&self) -> u64 {
        let usual = (self.page_size / 10).clamp(1, MOST_OVERLAP);
        usual.min(self.longest.saturating_sub(1))
    }
}
