//! The Rust host: the operations as async functions, for front-ends that are Rust themselves (Leptos, Yew, Dioxus).
//!
//! Feature `client`, target `wasm32-unknown-unknown`. It is a second host around the same pure flow as the npm package:
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
//!     let ask = GetTask {
//!         share_id: "77ba6f4b-6365-4895-8dda-bc7142af4dde".to_owned(),
//!         task_id: "11abef677ac40f46644d1d5cfc2424a4".to_owned(),
//!     };
//!     match client.get_task(ask).await {
//!         Ok(reply) => Ok(reply.value.status.as_str().to_owned()),
//!         Err(error) if error.kind() == ErrorKind::NotFound => Ok("gone".to_owned()),
//!         Err(error) => Err(error),
//!     }
//! }
//! ```
//!
//! # What holds for every call
//!
//! - **It is lazy.** Nothing is asked or sent before the future is polled first; then the clock of
//!   [`ClientOptions::timeout`] starts.
//! - **To drop the future is to cancel the call.** Its request is aborted, and no timer stays behind. So a view that is
//!   unmounted, or the losing side of a `select!`, costs nothing more.
//! - **It stands alone.** No executor, queue or cache is shared with another call; two calls at once never see one
//!   another's token.
//! - **It settles.** Within [`ClientOptions::timeout`], whatever the network does and whatever a `fetch` of one's own
//!   gives. No panic can be reached.
//! - **A future is not `Send`**, since it holds values of JavaScript: use `spawn_local`, or Leptos's `LocalResource`. What
//!   it ends in as an error is `Send` and `Sync`.

use core::future::Future;
use std::rc::Rc;

mod ask;
mod attempt;
mod body;
mod call;
mod cause;
mod error;
mod flow;
mod foreign;
mod get_task;
mod host;
mod options;
mod owned_answer;
mod record;
mod redact;
mod reply;
mod settled;
mod timer;
mod token;

pub use cause::Cause;
pub use error::ClientError;
pub use get_task::GetTask;
pub use options::ClientOptions;
pub use reply::Reply;
pub use token::{Token, TokenContext};

use crate::operation::get_task::Task;
use ask::Ask;

/// What makes calls with shared options. Cheap to clone: clones share the options and nothing else.
#[derive(Clone, Debug)]
pub struct Client {
    options: Rc<ClientOptions>,
}

impl Client {
    /// A client with these options.
    ///
    /// It never fails: an option that is missing or malformed fails the call, with kind `InvalidRequest` and the option's
    /// name, before anything is sent.
    pub fn new(options: ClientOptions) -> Self {
        Client { options: Rc::new(options) }
    }

    /// Asks for the details of one import or export task.
    ///
    /// # Errors
    ///
    /// A [`ClientError`] of every kind but `Runtime`, which comes only where the page or process lacks what the client
    /// needs. A task that is not there is kind `NotFound`.
    pub fn get_task(&self, ask: GetTask) -> impl Future<Output = Result<Reply<Task>, ClientError>> + use<> {
        self.call(ask)
    }

    /// Any operation: its method is a line that calls this one.
    fn call<A: Ask>(&self, ask: A) -> impl Future<Output = Result<Reply<A::Answer>, ClientError>> + use<A> {
        let options = Rc::clone(&self.options);
        async move { flow::run(&options, &ask).await }
    }
}
