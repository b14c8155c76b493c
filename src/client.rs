//! The Rust host: the operations as async functions, for front-ends in Rust (Leptos, Yew, Dioxus).
//!
//! Feature `client`, target `wasm32-unknown-unknown`. It is a second host around the same pure core as the npm package:
//! [`crate::call::next`] decides, and this module sends, waits and reads. It is not part of the npm package.
//!
//! ```toml
//! [dependencies]
//! sfs-turbo-tasks = { git = "…", features = ["client"] }
//! ```
//!
//! ```no_run
//! use sfs_turbo_tasks::client::{Client, ClientError, ClientOptions, GetTask};
//! use sfs_turbo_tasks::error::ErrorKind;
//!
//! async fn status(token: &str) -> Result<String, ClientError> {
//!     let client = Client::new(ClientOptions {
//!         region: Some("cn-north-4".to_owned()),
//!         project_id: "0123456789abcdef0123456789abcdef".to_owned(),
//!         token: token.into(),
//!         ..ClientOptions::default()
//!     });
//!     let options = GetTask {
//!         share_id: "77ba6f4b-6365-4895-8dda-bc7142af4dde".to_owned(),
//!         task_id: "11abef677ac40f46644d1d5cfc2424a4".to_owned(),
//!     };
//!     match client.get_task(options).await {
//!         Ok(reply) => Ok(reply.value.status.as_str().to_owned()),
//!         Err(error) if error.kind() == ErrorKind::NotFound => Ok("gone".to_owned()),
//!         Err(error) => Err(error),
//!     }
//! }
//! ```
//!
//! To start a task and wait for its end:
//!
//! ```no_run
//! use sfs_turbo_tasks::client::{Client, ClientError, CreateTask, WaitForTask};
//! use sfs_turbo_tasks::operation::get_task::{Task, TaskType};
//!
//! async fn export(client: &Client, share_id: String) -> Result<Task, ClientError> {
//!     let options = CreateTask {
//!         share_id: share_id.clone(),
//!         task_type: TaskType::Export,
//!         src_target: "results".to_owned(),
//!         ..CreateTask::default()
//!     };
//!     let task_id = client.create_task(options).await?.value.task_id;
//!     let options = WaitForTask { share_id, task_id, just_created: true, ..WaitForTask::default() };
//!     Ok(client.wait_for_task(options).await?.value)
//! }
//! ```
//!
//! # Guarantees of every call
//!
//! - **It is lazy.** No function is called and no request is sent before the future is polled for the first time. Then the
//!   clock of [`ClientOptions::timeout`] starts.
//! - **Dropping the future cancels the call.** Its request is aborted, and no timer remains. So a view that is unmounted, or
//!   the losing side of a `select!`, costs nothing more.
//! - **It is independent.** No executor, queue or cache is shared with another call. Two calls at the same time never see each
//!   other's token.
//! - **It ends.** A call ends within [`ClientOptions::timeout`], whatever the network does and whatever a custom `fetch`
//!   gives; a wait within [`Following::wait_timeout`]. No panic can be reached.
//! - **No request that could act twice is sent twice.** A creation that may have arrived is never sent again.
//! - **A future is not `Send`**, because it holds JavaScript values: use `spawn_local`, or Leptos's `LocalResource`. Its error
//!   is `Send` and `Sync`.

use std::rc::Rc;

mod answer;
mod attempt;
mod bell;
mod body;
mod call;
mod call_options;
mod cause;
mod create_task;
mod delete_task;
mod error;
mod filter;
mod flow;
mod follower;
mod following;
mod foreign;
mod get_task;
mod host;
mod input;
mod list_all_tasks;
mod list_tasks;
mod operations;
mod options;
mod owned_answer;
mod page;
mod paging;
mod pause;
mod record;
mod redact;
mod reply;
mod sent;
mod settled;
mod timer;
mod token;
mod wait_for_task;
mod watch_task;
mod watch_tasks;

pub use crate::operation::create_task::CreatedTask;
pub use cause::Cause;
pub use create_task::{CreateTask, TaskAttributes};
pub use delete_task::DeleteTask;
pub use error::ClientError;
pub use following::{Fault, Following, Interval, Look, OnFault, WhenHidden};
pub use get_task::GetTask;
pub use list_all_tasks::{AllTasks, ListAllTasks};
pub use list_tasks::{ListTasks, TaskList};
pub use options::ClientOptions;
pub use reply::Reply;
pub use token::{Token, TokenContext};
pub use wait_for_task::{OnUpdate, WaitForDeletion, WaitForTask};
pub use watch_task::{TaskWatch, WatchTask};
pub use watch_tasks::{TasksUpdate, TasksWatch, WatchTasks};

/// Makes calls with shared options. Cloning is cheap: clones share the options and nothing else.
#[derive(Clone, Debug)]
pub struct Client {
    options: Rc<ClientOptions>,
}

impl Client {
    /// A client with these options.
    ///
    /// It never fails: if an option is missing or malformed, each call fails with kind `InvalidRequest` and the name of the
    /// option, before a request is sent.
    pub fn new(options: ClientOptions) -> Self {
        Client { options: Rc::new(options) }
    }
}
