//! Ctrl-C: what a script says and with which status it ends when SIGINT arrives from outside.
#![allow(clippy::disallowed_methods)]

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};

/// Runs a program, interrupts it once it has printed its first line, and returns what it printed then and its status.
fn interrupt(code: &str) -> (String, String, Option<i32>) {
    // A background job of a shell has the signal ignored, and so would its children.
    let mut child = Command::new("env")
        .args(["--default-signal=INT", env!("CARGO_BIN_EXE_gilscope"), "-c", code])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("gilscope starts");
    let mut stdout = BufReader::new(child.stdout.take().expect("a pipe"));
    let mut first = String::new();
    stdout.read_line(&mut first).expect("the script says that it is ready");
    let kill = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill starts");
    assert!(kill.success());
    let mut rest = String::new();
    stdout.read_to_string(&mut rest).expect("its output is text");
    let mut errors = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut errors).expect("its errors are text");
    let status = child.wait().expect("it ends");
    use std::os::unix::process::ExitStatusExt;
    (rest, errors, status.code().or(status.signal().map(|signal| 128 + signal)))
}

#[test]
fn ends_a_sleeping_script_with_130() {
    let (_, errors, status) = interrupt("import time\nprint('ready', flush=True)\ntime.sleep(30)\n");
    assert!(errors.starts_with("Traceback (most recent call last):\n"), "{errors}");
    assert!(errors.ends_with("\nKeyboardInterrupt\n"), "{errors}");
    assert_eq!(status, Some(130));
}

#[test]
fn ends_a_computing_script() {
    let (_, errors, status) = interrupt("print('ready', flush=True)\nwhile True: pass\n");
    assert!(errors.ends_with("\nKeyboardInterrupt\n"), "{errors}");
    assert_eq!(status, Some(130));
}

#[test]
fn can_be_caught() {
    let code = "import time\nprint('ready', flush=True)\ntry:\n    time.sleep(30)\nexcept KeyboardInterrupt:\n    print('bye')\n";
    let (rest, errors, status) = interrupt(code);
    assert_eq!((rest.as_str(), errors.as_str(), status), ("bye\n", "", Some(0)));
}

#[test]
fn wakes_the_main_thread_from_a_lock_and_from_a_join() {
    for wait in ["lock.acquire()", "t.join()", "threading.Event().wait()"] {
        let code = format!(
            "import threading, time\nlock = threading.Lock()\nlock.acquire()\n\
             t = threading.Thread(target=time.sleep, args=(30,), daemon=True)\nt.start()\n\
             print('ready', flush=True)\n{wait}\n"
        );
        let (_, errors, status) = interrupt(&code);
        assert!(errors.ends_with("\nKeyboardInterrupt\n"), "{wait}: {errors}");
        assert_eq!(status, Some(130), "{wait}");
    }
}
