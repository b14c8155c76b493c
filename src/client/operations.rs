//! The methods of a client, one for each operation.

use core::future::Future;
use std::rc::Rc;

use super::Client;
use super::call_options::CallOptions;
use super::create_task::CreateTask;
use super::delete_task::DeleteTask;
use super::error::ClientError;
use super::flow;
use super::follower;
use super::get_task::GetTask;
use super::list_all_tasks::{AllTasks, ListAllTasks};
use super::list_tasks::{ListTasks, TaskList};
use super::reply::Reply;
use super::wait_for_task::{WaitForDeletion, WaitForTask, report};
use super::watch_task::{TaskWatch, WatchTask};
use super::watch_tasks::{TasksWatch, WatchTasks};
use crate::operation::create_task::CreatedTask;
use crate::operation::get_task::Task;

impl Client {
    /// Gets the details of one import or export task.
    ///
    /// # Errors
    ///
    /// A [`ClientError`] of any kind. `Runtime` comes only if the page or process does not have what the client needs. If the task
    /// does not exist, the kind is `NotFound`.
    pub fn get_task(
        &self,
        call_options: GetTask,
    ) -> impl Future<Output = Result<Reply<Task>, ClientError>> + use<> {
        self.call(call_options)
    }

    /// Gets one page of a file system's tasks.
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
    /// Those of [`Client::get_task`]. If the file system does not exist, the kind is `NotFound`.
    pub fn list_tasks(
        &self,
        call_options: ListTasks,
    ) -> impl Future<Output = Result<Reply<TaskList>, ClientError>> + use<> {
        self.call(call_options)
    }

    /// Gives all tasks of a file system, page by page. Each page is loaded when [`AllTasks::next`] needs it.
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
    pub fn list_all_tasks(&self, call_options: ListAllTasks) -> AllTasks {
        AllTasks::new(Rc::clone(&self.options), call_options)
    }

    /// Starts an import or export task, and gives its id.
    ///
    /// The request is never sent again if it may have arrived. If its answer was lost, [`ClientError::retryable`] is false, and
    /// the message says to list the tasks before you create it again.
    ///
    /// # Errors
    ///
    /// Those of [`Client::get_task`].
    pub fn create_task(
        &self,
        call_options: CreateTask,
    ) -> impl Future<Output = Result<Reply<CreatedTask>, ClientError>> + use<> {
        self.call(call_options)
    }

    /// Deletes a task. Its status is `Deleting` for some time. [`Client::wait_for_deletion`] waits until it no longer exists.
    ///
    /// The vendor does not document what happens to a task that still runs. If an answer was lost and the task then no longer
    /// exists, the task counts as deleted.
    ///
    /// # Errors
    ///
    /// Those of [`Client::get_task`].
    pub fn delete_task(
        &self,
        call_options: DeleteTask,
    ) -> impl Future<Output = Result<Reply<()>, ClientError>> + use<> {
        self.call(call_options)
    }

    /// Waits until a task has ended as `Success`, and gives its last state.
    ///
    /// To continue after a reload or in another place, call it again with the same ids: there is no other state to keep. Dropping
    /// the future cancels only the wait, never the task itself.
    ///
    /// # Errors
    ///
    /// Those of [`Client::get_task`], except for the failures that [`Following`](super::Following) tolerates. In addition: kind
    /// `TaskFailed` if the task ended as `Fail`, `NotFound` if it does not exist, `Timeout` if
    /// [`Following::wait_timeout`](super::Following::wait_timeout) expired. [`ClientError::task`] is the last known state.
    pub fn wait_for_task(
        &self,
        call_options: WaitForTask,
    ) -> impl Future<Output = Result<Reply<Task>, ClientError>> + use<> {
        let (options, on_update) = (Rc::clone(&self.options), call_options.on_update.clone());
        follower::to_the_end(options, call_options, move |change| report(on_update.as_ref(), change))
    }

    /// Waits until a task no longer exists, however it ended: `waitForTask` with `until: "deleted"` in the npm package.
    ///
    /// It gives the last known state of the task; `None` if it did not exist from the start.
    ///
    /// # Errors
    ///
    /// Those of [`Client::wait_for_task`], except for kind `TaskFailed` and, for the task, `NotFound`.
    pub fn wait_for_deletion(
        &self,
        call_options: WaitForDeletion,
    ) -> impl Future<Output = Result<Reply<Option<Task>>, ClientError>> + use<> {
        let (options, on_update) = (Rc::clone(&self.options), call_options.on_update.clone());
        follower::to_the_end(options, call_options, move |change| report(on_update.as_ref(), change))
    }

    /// Gives a task each time it changes, until it has ended. No request is sent before [`TaskWatch::next`].
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
    pub fn watch_task(&self, call_options: WatchTask) -> TaskWatch {
        TaskWatch::new(Rc::clone(&self.options), call_options)
    }

    /// Gives the tasks of a file system each time one of them changes. It sends one list request per interval, and none before
    /// [`TasksWatch::next`].
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
    pub fn watch_tasks(&self, call_options: WatchTasks) -> TasksWatch {
        TasksWatch::new(Rc::clone(&self.options), call_options)
    }

    /// Any operation that does not poll. Its method is a line that calls this one.
    fn call<A: CallOptions>(
        &self,
        call_options: A,
    ) -> impl Future<Output = Result<Reply<A::Answer>, ClientError>> + use<A> {
        flow::run(Rc::clone(&self.options), call_options)
    }
}
