//! Deadlocks, threads that never stop, and schedules that do not fit.

use crate::run::{model, run};
use gilscope_engine::simulated::{Ending, Settings};
use gilscope_gil::ThreadId;
use std::time::Duration;

const TWO_LOCKS: &str = "
import threading, time
a = threading.Lock()
b = threading.Lock()
def left():
    with a:
        time.sleep(0.1)
        with b: pass
def right():
    with b:
        time.sleep(0.1)
        with a: pass
t1 = threading.Thread(target=left, daemon=DAEMON)
t2 = threading.Thread(target=right, daemon=DAEMON)
t1.start(); t2.start()
time.sleep(1)
print('main is here')
";

#[test]
fn a_deadlock_ends_the_run_and_says_who_waits_for_whom() {
    let run = run(&TWO_LOCKS.replace("DAEMON", "False"), model("py3.13"), Settings::default());
    assert_eq!(run.ending, Ending::Deadlocked);
    let report = run.report.expect("a report");
    assert!(report.contains("Thread-1 (left) waits for lock `b`, held by Thread-2 (right) since line 10"), "{report}");
    assert!(report.contains("in left, script.py, line 8, since 0.1"), "{report}");
    assert!(report.contains("in a circle: Thread-1 (left) waits for Thread-2 (right) waits for Thread-1 (left)"));
    assert!(report.contains("MainThread waits for the end of Thread-1 (left)"), "{report}");
    assert_eq!(run.output, "main is here\n");
}

#[test]
fn threads_that_can_never_go_on_are_told_of_at_the_end_as_well() {
    let run = run(&TWO_LOCKS.replace("DAEMON", "True"), model("py3.13"), Settings::default());
    assert_eq!(run.ending, Ending::Exited { status: 0 });
    assert!(run.report.expect("a report").contains("some threads could never go on"));
}

#[test]
fn a_lock_taken_twice_is_a_deadlock_with_oneself() {
    let script = "import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()";
    let run = run(script, model("py3.13"), Settings::default());
    assert_eq!(run.ending, Ending::Deadlocked);
    let report = run.report.expect("a report");
    assert!(report.contains("in a circle: MainThread waits for MainThread"), "{report}");
}

#[test]
fn a_daemon_that_waits_for_work_is_no_problem_but_all_waiting_for_it_is_a_deadlock() {
    let script = "
import queue, threading
work = queue.Queue()
worker = threading.Thread(target=work.get, daemon=True)
worker.start()
";
    let harmless = run(script, model("py3.13"), Settings::default());
    assert_eq!((harmless.ending, harmless.report), (Ending::Exited { status: 0 }, None));
    let stuck = run(&format!("{script}worker.join()"), model("py3.13"), Settings::default());
    assert_eq!(stuck.ending, Ending::Deadlocked);
    let report = stuck.report.expect("a report");
    assert!(report.contains("waits for a notification through `work.not_empty`"), "{report}");
    assert!(!report.contains("in a circle"), "{report}");
}

#[test]
fn a_wait_with_a_deadline_is_no_deadlock() {
    let script = "import threading\nlock = threading.Lock()\nlock.acquire()\nprint(lock.acquire(timeout=5))";
    let run = run(script, model("py3.13"), Settings::default());
    assert_eq!((run.output.as_str(), run.report), ("False\n", None));
}

#[test]
fn a_thread_that_never_stops_is_stopped() {
    let script = "while True:\n    pass";
    let settings = Settings { work_limit: Some(Duration::from_millis(5)), ..Settings::default() };
    let run = run(script, model("py3.13"), settings);
    assert!(matches!(run.ending, Ending::WorkLimit { .. }), "{:?}", run.ending);
    assert!(run.report.expect("a report").contains("MainThread was running in <module>, script.py, line"));
    let settings = Settings { step_limit: Some(1000), ..Settings::default() };
    assert_eq!(crate::run::run(script, model("py3.13"), settings).ending, Ending::StepLimit { steps: 1000 });
}

#[test]
fn a_schedule_that_does_not_fit_is_a_divergence() {
    let script = "
import threading
def work():
    for _ in range(9): pass
threads = [threading.Thread(target=work) for _ in range(3)]
for t in threads: t.start()
for t in threads: t.join()
";
    let settings = Settings { policy: "random:1".to_owned(), ..Settings::default() };
    let mut picks: Vec<ThreadId> =
        run(script, model("py3.13"), settings.clone()).picks.into_iter().map(ThreadId).collect();
    picks[2] = ThreadId(77);
    let run = run(script, model("py3.13"), Settings { picks, ..settings });
    let Ending::Diverged(divergence) = run.ending else { panic!("{:?}", run.ending) };
    assert_eq!((divergence.index, divergence.expected), (2, ThreadId(77)));
}

#[test]
fn an_uncaught_exception_ends_as_ever() {
    let run = run("1 / 0", model("py3.13"), Settings::default());
    assert_eq!(run.ending, Ending::Exited { status: 1 });
    assert!(run.errors.ends_with("ZeroDivisionError: division by zero\n"), "{}", run.errors);
    assert_eq!(crate::run::run("x = = 1", model("py3.13"), Settings::default()).ending, Ending::Exited { status: 1 });
}

#[test]
fn the_main_thread_can_be_interrupted_while_it_waits() {
    let script = "
import _thread, threading
threading.Timer(0.5, _thread.interrupt_main).start()
try:
    threading.Event().wait()
except KeyboardInterrupt:
    print('interrupted')
";
    assert_eq!(run(script, model("py3.13"), Settings::default()).output, "interrupted\n");
}
