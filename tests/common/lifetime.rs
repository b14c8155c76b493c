//! A task of the emulator from its creation to its end.

use core::time::Duration;
use std::rc::Rc;

use sfs_turbo_tasks::client::{
    Client, CreateTask, DeleteTask, Following, GetTask, ListAllTasks, ListTasks, OnUpdate, WaitForDeletion,
    WaitForTask,
};
use sfs_turbo_tasks::operation::get_task::{TaskStatus, TaskType};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{SHARE, Service, told};

const HOUR: f64 = 3_600_000.0;

/// Lets an hour pass as soon as a task has been seen.
fn skipping(service: &Rc<Service>) -> Option<OnUpdate> {
    let service = Rc::clone(service);
    Some(Rc::new(move |_, previous| {
        if previous.is_none() {
            service.skip(HOUR);
        }
    }))
}

#[wasm_bindgen_test]
async fn a_task_is_created_waited_for_listed_and_removed() {
    let service = Rc::new(Service::new());
    let client = Client::new(service.options());
    let share_id = SHARE.to_owned();
    let following =
        || Following { interval: Some(Duration::from_millis(250).into()), ..Following::default() };

    let ask = CreateTask {
        share_id: share_id.clone(),
        task_type: TaskType::Export,
        src_target: "results".to_owned(),
        src_prefix: Some("2026/ü".to_owned()),
        ..CreateTask::default()
    };
    let task_id = client.create_task(ask).await.unwrap().value.task_id;

    let ask = WaitForTask {
        share_id: share_id.clone(),
        task_id: task_id.clone(),
        just_created: true,
        following: following(),
        on_update: skipping(&service),
    };
    let task = client.wait_for_task(ask).await.unwrap().value;
    assert_eq!(
        (&task.task_id, &task.status, &task.task_type),
        (&task_id, &TaskStatus::Success, &TaskType::Export)
    );
    assert_eq!((&*task.src_target, &*task.dest_prefix), ("results", "2026/ü"));

    let ask =
        ListTasks { share_id: share_id.clone(), task_type: Some(TaskType::Export), ..ListTasks::default() };
    let list = client.list_tasks(ask).await.unwrap().value;
    assert_eq!((list.tasks, list.count), (vec![task.clone()], 1));
    let ask = ListAllTasks { share_id: share_id.clone(), page_size: Some(2), ..ListAllTasks::default() };
    let mut tasks = client.list_all_tasks(ask);
    assert_eq!(tasks.next().await.unwrap().unwrap(), task);
    assert_eq!(tasks.next().await.unwrap().unwrap().task_type, TaskType::ImportMetadata);
    assert!(tasks.next().await.is_none());

    let ask = DeleteTask { share_id: share_id.clone(), task_id: task_id.clone() };
    client.delete_task(ask).await.unwrap();
    let ask = WaitForDeletion {
        share_id: share_id.clone(),
        task_id: task_id.clone(),
        following: following(),
        on_update: skipping(&service),
    };
    let last = client.wait_for_deletion(ask).await.unwrap().value.unwrap();
    assert_eq!((&last.task_id, last.status), (&task_id, TaskStatus::Deleting));
    let error = client.get_task(GetTask { share_id, task_id }).await.unwrap_err();
    assert_eq!(told(&error).1, "SFS.TURBO.0106");

    let requests = service.requests();
    let methods = requests.as_array().unwrap().iter().map(|request| request["method"].as_str().unwrap());
    let expected = ["POST", "GET", "GET", "GET", "GET", "GET", "DELETE", "GET", "GET", "GET"];
    assert_eq!(methods.collect::<Vec<_>>(), expected);
}
