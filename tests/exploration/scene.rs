//! The explored calls: each operation with the options, the ways to sign in and the times that matter.

use sfs_turbo_tasks::operation::create_task::CREATE_TASK;
use sfs_turbo_tasks::operation::delete_task::DELETE_TASK;
use sfs_turbo_tasks::operation::get_task::GET_TASK;
use sfs_turbo_tasks::operation::list_all_tasks::LIST_ALL_TASKS;
use sfs_turbo_tasks::operation::list_tasks::LIST_TASKS;
use sfs_turbo_tasks::operation::wait_for_task::WAIT_FOR_TASK;
use sfs_turbo_tasks::operation::watch_task::WATCH_TASK;
use sfs_turbo_tasks::operation::watch_tasks::WATCH_TASKS;
use sfs_turbo_tasks::operation::{COMMON, Follow, Operation, Repeat};
use sfs_turbo_tasks::request::Asked;
use sfs_turbo_tasks::request::sign_in::SignIn;
use sfs_turbo_tasks::value::Value;

use super::alphabet::TIME;

/// Options that belong together.
pub(crate) type Options = &'static [(&'static str, Value<'static>)];

/// The remaining time of a wait without an end, as the JavaScript host passes it.
pub(crate) const FOR_EVER: u64 = 9_007_199_254_740_991;

/// One call. Every sequence of its events is explored.
#[derive(Clone, Debug)]
pub(crate) struct Scene {
    pub(crate) asked: Asked<'static>,
    /// Milliseconds that the call has, or the whole wait.
    pub(crate) time: u64,
    /// The result of the function that decides the time until the next look.
    pub(crate) interval: Value<'static>,
}

/// The operations that do not poll.
pub(crate) const ONCE: &[(&Operation, Options)] = &[
    (&GET_TASK, &[]),
    (&LIST_TASKS, &[("offset", Value::Whole(200))]),
    (&LIST_ALL_TASKS, &[("offset", Value::Whole(99))]),
    (&CREATE_TASK, &[("type", Value::Text("export")), ("srcTarget", Value::Text("d"))]),
    (&DELETE_TASK, &[]),
];

/// The operations that poll.
pub(crate) const AGAIN: &[(&Operation, Options)] = &[
    (&WAIT_FOR_TASK, &[]),
    (&WAIT_FOR_TASK, &[("until", Value::Text("deleted"))]),
    (&WAIT_FOR_TASK, &[("raw", Value::Flag(true))]),
    (&WATCH_TASK, &[]),
    (&WATCH_TASKS, &[]),
];

const PLACE: Options = &[
    ("region", Value::Text("cn-north-4")),
    ("projectId", Value::Text("p")),
    ("shareId", Value::Text("s")),
    ("taskId", Value::Text("t")),
];

/// If only a proxy signs in.
const PROXY: Options = &[("endpoint", Value::Text("https://proxy.example"))];

const ONCE_SIGN_INS: [SignIn; 5] =
    [SignIn::Token, SignIn::TokenFunction, SignIn::AccessKey, SignIn::AccessKeyFunction, SignIn::Nothing];
const AGAIN_SIGN_INS: [SignIn; 3] = [SignIn::Token, SignIn::TokenFunction, SignIn::AccessKeyFunction];

/// The number of retries, and the time of the call.
const ONCE_OPTIONS: [(i64, u64); 3] = [(2, 60_000), (2, 100), (0, 60_000)];

impl Scene {
    /// A call of an operation with these options.
    pub(crate) fn of(
        operation: &'static Operation,
        options: &[(&str, Value<'static>)],
        sign_in: SignIn,
    ) -> Scene {
        let proxy: Options = if sign_in == SignIn::Nothing { PROXY } else { &[] };
        let given = [PLACE, proxy, options].concat();
        let mut names = COMMON.iter().chain(operation.options.iter().copied()).map(|option| option.name);
        let asked = Asked::new(operation, || {
            let name = names.next().unwrap();
            given.iter().find(|(other, _)| *other == name).map(|(_, value)| *value).unwrap_or_default()
        });
        let endpoint_url = if sign_in == SignIn::Nothing { "https://proxy.example/" } else { "" };
        let asked = Asked { sign_in, time: TIME, endpoint_url, ..asked };
        Scene { asked, time: FOR_EVER, interval: Value::Absent }
    }

    /// Every call of an operation that does not poll.
    pub(crate) fn once(operation: &'static Operation, options: Options) -> Vec<Scene> {
        let mut scenes = Vec::new();
        for sign_in in ONCE_SIGN_INS {
            for (most, time) in ONCE_OPTIONS {
                let options = [options, &[("maxRetries", Value::Whole(most))]].concat();
                scenes.push(Scene { time, ..Scene::of(operation, &options, sign_in) });
            }
        }
        scenes
    }

    /// Every call of an operation that polls.
    pub(crate) fn again(operation: &'static Operation, options: Options) -> Vec<Scene> {
        let mut scenes = Vec::new();
        for sign_in in AGAIN_SIGN_INS {
            for most in [0, 2] {
                let most = [options, &[("maxConsecutiveFailures", Value::Whole(most))]].concat();
                scenes.push(Scene::of(operation, &most, sign_in));
                let short = [most.as_slice(), &[("waitTimeout", Value::Whole(30_000))]].concat();
                scenes.push(Scene { time: 30_000, ..Scene::of(operation, &short, sign_in) });
            }
        }
        for interval in [Value::Whole(100_000), Value::Whole(249), Value::Absent] {
            let own = [options, &[("interval", Value::Function)]].concat();
            scenes.push(Scene { interval, ..Scene::of(operation, &own, SignIn::Token) });
        }
        scenes
    }

    pub(crate) fn sign_in(&self) -> SignIn {
        self.asked.sign_in
    }

    pub(crate) fn follows(&self) -> bool {
        self.asked.operation.follow != Follow::No
    }

    /// Whether it may act twice if it is sent twice.
    pub(crate) fn acts_twice(&self) -> bool {
        matches!(self.asked.operation.repeat, Repeat::Unsafe(_))
    }

    /// Whether the service can answer that the task does not exist.
    pub(crate) fn is_about_a_task(&self) -> bool {
        self.asked.operation.path.ends_with("{taskId}")
    }

    pub(crate) fn until_deleted(&self) -> bool {
        self.asked.value("until") == Value::Text("deleted")
    }

    /// Whether the task has just been created.
    pub(crate) fn is_new(&self) -> bool {
        self.asked.value("raw") == Value::Flag(true)
    }

    /// Whether the caller's function returns an invalid time.
    pub(crate) fn has_bad_interval(&self) -> bool {
        matches!(self.interval, Value::Whole(number) if number < 250)
    }

    pub(crate) fn name(&self) -> String {
        let Scene { asked, time, interval } = self;
        let given = asked.options.iter().filter(|(_, value)| *value != Value::Absent).skip(3);
        let options: Vec<String> =
            given.map(|(option, value)| format!("{}: {value:?}", option.name)).collect();
        let name = asked.operation.name;
        format!("{name} ({}; {:?}; {time} ms; {interval:?})", options.join(", "), asked.sign_in)
    }
}
