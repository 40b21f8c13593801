//! The processes of this process of the operating system: who made whom, who has ended and how.
//!
//! One table for all executions: a number is given once.

use super::notify;
use parking_lot::Mutex;
use std::collections::BTreeMap;

/// What a signal does to a process.
pub type Kill = Box<dyn Fn(i32) + Send + Sync>;

struct Process {
    parent: u32,
    /// As `waitpid` tells it, once it has ended.
    status: Option<i32>,
    kill: Option<std::sync::Arc<Kill>>,
}

/// The number that the next process gets is that of the last one and one.
struct Table {
    last: u32,
    processes: BTreeMap<u32, Process>,
}

static TABLE: Mutex<Table> = Mutex::new(Table { last: 0, processes: BTreeMap::new() });

/// There is no such child.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoChild;

/// A new process, child of `parent`; its number.
pub fn enter(parent: u32) -> u32 {
    let mut table = TABLE.lock();
    table.last = table.last.max(std::process::id()) + 1;
    let number = table.last;
    table.processes.insert(number, Process { parent, status: None, kill: None });
    number
}

/// How signals reach it.
pub fn reach(number: u32, kill: Kill) {
    if let Some(process) = TABLE.lock().processes.get_mut(&number) {
        process.kill = Some(std::sync::Arc::new(kill));
    }
}

/// It could not be started.
pub fn remove(number: u32) {
    TABLE.lock().processes.remove(&number);
}

/// It has ended; a second end counts for nothing. Its children are nobody's from now on.
pub fn ended(number: u32, status: i32) {
    let mut table = TABLE.lock();
    if let Some(process) = table.processes.get_mut(&number) {
        process.status.get_or_insert(status);
        process.kill = None;
    }
    table.processes.retain(|_, process| process.parent != number || process.status.is_none());
    drop(table);
    notify();
}

/// The number and the status of a child that has ended, which is forgotten then; nothing while it runs. Any child if
/// none is named.
pub fn reap(parent: u32, child: Option<u32>) -> Result<Option<(u32, i32)>, NoChild> {
    let mut table = TABLE.lock();
    let is_meant =
        |number: u32, process: &Process| process.parent == parent && child.is_none_or(|child| child == number);
    let mut children = table.processes.iter().filter(|&(&number, process)| is_meant(number, process)).peekable();
    children.peek().ok_or(NoChild)?;
    let over = children.find_map(|(&number, process)| Some((number, process.status?)));
    if let Some((number, _)) = over {
        table.processes.remove(&number);
    }
    Ok(over)
}

/// Sends a signal; whether there is such a process.
pub fn kill(number: u32, signal: i32) -> bool {
    let table = TABLE.lock();
    let Some(process) = table.processes.get(&number) else { return false };
    let kill = process.kill.clone();
    drop(table);
    if let Some(kill) = kill.filter(|_| signal != 0) {
        kill(signal);
    }
    true
}

/// Sends a signal to all descendants of a process.
pub fn kill_all(ancestor: u32, signal: i32) {
    for number in descendants(ancestor) {
        kill(number, signal);
    }
}

/// How many descendants of a process run.
pub fn running(ancestor: u32) -> usize {
    descendants(ancestor).len()
}

/// Waits until no descendant of a process runs.
pub fn wait_for_all(ancestor: u32) {
    loop {
        let since = super::changes();
        if running(ancestor) == 0 {
            return;
        }
        super::wait_for_change(since, std::time::Duration::from_secs(1));
    }
}

fn descendants(ancestor: u32) -> Vec<u32> {
    let table = TABLE.lock();
    let mut found = vec![ancestor];
    // Children have higher numbers than their parents.
    for (&number, process) in &table.processes {
        if found.contains(&process.parent) {
            found.push(number);
        }
    }
    found.retain(|number| table.processes.get(number).is_some_and(|process| process.status.is_none()));
    found.retain(|&number| number != ancestor);
    found
}
