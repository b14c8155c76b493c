//! The operations of a client: a method for each.

use core::future::Future;
use std::rc::Rc;

use super::Client;
use super::ask::Ask;
use super::create_task::CreateTask;
use super::delete_task::DeleteTask;
use super::error::ClientError;
use super::flow;
use super::follower;
use super::get_task::GetTask;
use super::list_all_tasks::{AllTasks, ListAllTasks};
use super::list_tasks::{ListTasks, TaskList};
use super::reply::Reply;
use super::wait_for_task::{WaitForDeletion, WaitForTask, tell};
use super::watch_task::{TaskWatch, WatchTask};
use super::watch_tasks::{TasksWatch, WatchTasks};
use crate::operation::create_task::CreatedTask;
use crate::operation::get_task::Task;

impl Client {
    /// Asks for the details of one import or export task.
    ///
    /// # Errors
    ///
    /// A [`ClientError`] of every kind but `Runtime`, which comes only where the page or process lacks what the client
    /// needs. A task that is not there is kind `NotFound`.
    pub fn get_task(&self, ask: GetTask) -> impl Future<Output = Result<Reply<Task>, ClientError>> + use<> {
        self.call(ask)
    }

    /// Asks for one page of a file system's tasks.
    ///
    /// ```no_run
    /// # use sfs_turbo_tasks::client::{Client, ClientError, ListTasks};
    /// # async fn count(client: Client, share_id: String) -> Result<u64, ClientError> {
    /// let reply = client.list_tasks(ListTasks { share_id, limit: Some(10), ..ListTasks::default() }).await?;
    /// println!("{} of {}", reply.value.tasks.len(), reply.value.count);
    /// # Ok(reply.value.count)
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// As [`Client::get_task`]. A file system that is not there is kind `NotFound`.
    pub fn list_tasks(
        &self,
        ask: ListTasks,
    ) -> impl Future<Output = Result<Reply<TaskList>, ClientError>> + use<> {
        self.call(ask)
    }

    /// Gives every task of a file system, page by page, as [`AllTasks::next`] is called. Nothing is asked before.
    ///
    /// ```no_run
    /// # use sfs_turbo_tasks::client::{Client, ClientError, ListAllTasks};
    /// # async fn print(client: Client, share_id: String) -> Result<(), ClientError> {
    /// let mut tasks = client.list_all_tasks(ListAllTasks { share_id, ..ListAllTasks::default() });
    /// while let Some(task) = tasks.next().await {
    ///     println!("{}", task?.task_id);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn list_all_tasks(&self, ask: ListAllTasks) -> AllTasks {
        AllTasks::new(Rc::clone(&self.options), ask)
    }

    /// Starts an import or export, and gives the id of the new task.
    ///
    /// It is never sent twice once it may have arrived. Where its answer was lost, [`ClientError::retryable`] is false, and the
    /// message says to list the tasks before creating again.
    ///
    /// # Errors
    ///
    /// As [`Client::get_task`].
    pub fn create_task(
        &self,
        ask: CreateTask,
    ) -> impl Future<Output = Result<Reply<CreatedTask>, ClientError>> + use<> {
        self.call(ask)
    }

    /// Removes a task. It is `Deleting` for a while; [`Client::wait_for_deletion`] waits for its end.
    ///
    /// What it does to a task that still runs, the vendor does not say. A task that is not there any more, after an answer that
    /// was lost, counts as removed.
    ///
    /// # Errors
    ///
    /// As [`Client::get_task`].
    pub fn delete_task(
        &self,
        ask: DeleteTask,
    ) -> impl Future<Output = Result<Reply<()>, ClientError>> + use<> {
        self.call(ask)
    }

    /// Follows a task to its end, and gives it as it was then: `Success`.
    ///
    /// To wait again after a reload or in another place, call it again with the same ids: there is nothing else to keep. To drop
    /// the future never touches the task itself.
    ///
    /// # Errors
    ///
    /// As [`Client::get_task`], but that some failures are waited out: see [`Following`](super::Following). Besides, kind `TaskFailed` if the task
    /// ended as `Fail`, `NotFound` if it is gone, `Timeout` once [`Following::wait_timeout`](super::Following::wait_timeout) has run out.
    /// [`ClientError::task`] is the task as it was seen last.
    pub fn wait_for_task(
        &self,
        ask: WaitForTask,
    ) -> impl Future<Output = Result<Reply<Task>, ClientError>> + use<> {
        let (options, on_update) = (Rc::clone(&self.options), ask.on_update.clone());
        follower::to_the_end(options, ask, move |change| tell(on_update.as_ref(), change))
    }

    /// Follows a task until it is gone, however it ended: operation `waitForTask` with `until: "deleted"` of the npm package.
    ///
    /// It gives the task as it was seen last; `None` if it was gone from the start.
    ///
    /// # Errors
    ///
    /// As [`Client::wait_for_task`], but neither kind `TaskFailed` nor, for the task, `NotFound`.
    pub fn wait_for_deletion(
        &self,
        ask: WaitForDeletion,
    ) -> impl Future<Output = Result<Reply<Option<Task>>, ClientError>> + use<> {
        let (options, on_update) = (Rc::clone(&self.options), ask.on_update.clone());
        follower::to_the_end(options, ask, move |change| tell(on_update.as_ref(), change))
    }

    /// Gives a task each time it has changed, until it has ended, as [`TaskWatch::next`] is called. Nothing is asked before.
    ///
    /// ```no_run
    /// # use sfs_turbo_tasks::client::{Client, ClientError, WatchTask};
    /// # async fn print(client: Client, share_id: String, task_id: String) -> Result<(), ClientError> {
    /// let mut watch = client.watch_task(WatchTask { share_id, task_id, ..WatchTask::default() });
    /// while let Some(task) = watch.next().await {
    ///     println!("{}", task?.value.status.as_str());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn watch_task(&self, ask: WatchTask) -> TaskWatch {
        TaskWatch::new(Rc::clone(&self.options), ask)
    }

    /// Gives the tasks of a file system each time one has changed, with one listing an interval, as [`TasksWatch::next`] is
    /// called. Nothing is asked before.
    ///
    /// ```no_run
    /// # use sfs_turbo_tasks::client::{Client, ClientError, WatchTasks};
    /// # async fn print(client: Client, share_id: String) -> Result<(), ClientError> {
    /// let mut watch = client.watch_tasks(WatchTasks { share_id, ..WatchTasks::default() });
    /// while let Some(update) = watch.next().await {
    ///     println!("{} have changed", update?.value.changed.len());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn watch_tasks(&self, ask: WatchTasks) -> TasksWatch {
        TasksWatch::new(Rc::clone(&self.options), ask)
    }

    /// Any operation that asks once: its method is a line that calls this one.
    fn call<A: Ask>(&self, ask: A) -> impl Future<Output = Result<Reply<A::Answer>, ClientError>> + use<A> {
        flow::run(Rc::clone(&self.options), ask)
    }
}
