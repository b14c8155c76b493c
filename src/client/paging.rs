//! Reads all rows of a list page by page, while the list may change.

use std::collections::HashSet;

use super::list_tasks::Page;
use crate::operation::get_task::Task;

/// How many rows of the last page the next page repeats, to detect changes of the list. For small pages it is a tenth.
const MOST_OVERLAP: u64 = 10;

/// How many times in a row an earlier page is requested without a result: the service may round offsets to whole pages.
const MOST_IN_VAIN: u32 = 10;

/// The position in the list, and the known rows.
///
/// Between two pages, rows may be added or removed anywhere. As long as the remaining rows keep their order, each task that exists
/// during the whole iteration comes exactly once. The reason: all such tasks before a known task are known too. So a page with a
/// known task continues the earlier pages. If a page has none, rows before it were removed, and the page before it is requested
/// again.
pub(super) struct Paging {
    page_size: u64,
    /// The first row of the next page.
    offset: u64,
    known: HashSet<String>,
    /// The largest number of rows of a page: a service may return fewer than requested.
    longest: u64,
    is_back: bool,
    in_vain: u32,
    /// How many rows came without a new one, except for pages that were requested again.
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

    /// The first row of the next page.
    pub(super) fn offset(&self) -> u64 {
        self.offset
    }

    /// Whether there are no more pages.
    pub(super) fn is_over(&self) -> bool {
        self.is_over
    }

    /// Takes a page, and gives the tasks that no earlier page had.
    pub(super) fn take(&mut self, page: Page) -> Vec<Task> {
        let Page { tasks, rows, first_is_task, count } = page;
        // If the first row is not a task, the page counts as having a known task.
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
        // The service may return fewer or more rows than requested, and may count other rows.
        let is_counted = rows != self.page_size && position >= count;
        let is_last = rows < self.page_size && is_counted;
        let is_vain = fresh.is_empty() && (rows < self.longest || is_counted);
        // A service that returns the same rows again and again ignores offsets.
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
