//! The token: a string, or a function that gives one when a request needs it.

use core::fmt;
use core::future::Future;
use core::pin::Pin;
use std::rc::Rc;

use wasm_bindgen::JsValue;

type Given = Pin<Box<dyn Future<Output = Result<String, JsValue>>>>;

/// An IAM token, or a function that gives one. Default: the empty token, which every call refuses.
///
/// A string is sent unchanged, and a 401 ends the call. A function is called before the first request of each call. After a 401
/// it is called once more with [`TokenContext::rejected`], and the request is sent again if it gives another token. A call that
/// polls calls it before each request, because it may last longer than a token is valid.
/// Each call calls the function itself, and renewals are not shared. A function for many calls should cache its token.
///
/// A token must be visible ASCII without spaces. Any other token is kind `InvalidRequest`, or `NoCredentials` if it comes from a
/// function. If the function fails, the kind is `NoCredentials`, and the error's [`cause`](super::ClientError::cause) says why.
/// `Debug` never shows the token.
///
/// ```no_run
/// use sfs_turbo_tasks::client::Token;
/// # async fn fetch_token() -> Result<String, String> { Ok(String::new()) }
/// # fn cached() -> Option<String> { None }
///
/// let fixed = Token::from("MIIP…");
/// let renewed = Token::from_fn(|context| async move {
///     match cached().filter(|token| context.rejected.as_ref() != Some(token)) {
///         Some(token) => Ok(token),
///         None => fetch_token().await,
///     }
/// });
/// ```
#[derive(Clone)]
pub struct Token(pub(super) Source);

/// See [`Token`].
#[derive(Clone)]
pub(super) enum Source {
    Text(String),
    Function(Rc<dyn Fn(TokenContext) -> Given>),
}

/// What a token function is called with. Its `Debug` does not show the token.
#[derive(Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct TokenContext {
    /// The token that the service just refused with 401; `None` on the first call. A cache discards this token.
    pub rejected: Option<String>,
}

impl Token {
    /// A token from a function.
    ///
    /// The error of the function becomes the error's cause: a `String`, a `JsError`, or whatever JavaScript threw.
    pub fn from_fn<F, G, E>(give: F) -> Self
    where
        F: Fn(TokenContext) -> G + 'static,
        G: Future<Output = Result<String, E>> + 'static,
        E: Into<JsValue>,
    {
        Token(Source::Function(Rc::new(move |context| {
            let given = give(context);
            Box::pin(async move { given.await.map_err(Into::into) })
        })))
    }

    pub(super) fn is_function(&self) -> bool {
        matches!(self.0, Source::Function(_))
    }
}

/// What is wrong with a token, if anything. Visible ASCII is sent unchanged by every runtime; other characters are not.
pub(super) fn problem(token: &str) -> Option<&'static str> {
    if token.is_empty() {
        return Some("is empty: pass an IAM token");
    }
    if token.bytes().all(|byte| byte.is_ascii_graphic()) {
        return None;
    }
    Some("is not a valid header value: it must be visible ASCII without spaces or line breaks")
}

impl Default for Token {
    fn default() -> Self {
        Token(Source::Text(String::new()))
    }
}

impl From<String> for Token {
    fn from(token: String) -> Self {
        Token(Source::Text(token))
    }
}

impl From<&str> for Token {
    fn from(token: &str) -> Self {
        Token(Source::Text(token.to_owned()))
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(if self.is_function() { "Token(function)" } else { "Token(text)" })
    }
}

impl fmt::Debug for TokenContext {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(if self.rejected.is_some() {
            "TokenContext(rejected)"
        } else {
            "TokenContext(first)"
        })
    }
}
