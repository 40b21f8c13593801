//! `server.py`: a thread that answers requests, each of which waits a whole interval behind one that computes.

use super::{Execution, code, header, line, thread};
use gilscope_analysis::sample::Recording;
use gilscope_trace::{BlockedOn, ReleaseReason, ThreadId, WokenBy};

const US: u64 = 1_000;
const REQUESTS: u64 = 8;

pub fn server() -> Execution {
    let definitions = vec![
        code(0, "<module>", "server.py"),
        code(1, "compute", "server.py"),
        code(2, "answer", "server.py"),
        thread(0, "MainThread"),
        thread(1, "compute"),
        thread(2, "answer"),
    ];
    let mut recording = Recording::default();
    let r = &mut recording;
    r.start(0, 0, None).take(0, 0, 0).start(100 * US, 1, Some(0)).start(150 * US, 2, Some(0));
    let join = BlockedOn::Join(ThreadId(1));
    r.block(200 * US, 0, join).release(200 * US, 0, ReleaseReason::Join, 200 * US);
    r.take(205 * US, 2, 55 * US);
    r.at(line(2, 12)).block(250 * US, 2, BlockedOn::Io).release(250 * US, 2, ReleaseReason::Io, 45 * US);
    r.at(None).take(255 * US, 1, 155 * US);
    let mut now = 255 * US;
    for _ in 0..REQUESTS {
        now = request(r, now);
    }
    end(r, now);
    Execution { name: "server", header: header("server.py"), definitions, recording }
}

/// The program ends when there is nothing left to compute; the other thread goes on waiting for requests.
fn end(r: &mut Recording, now: u64) {
    r.at(None).finish(now + 900 * US, 1).wake(now + 900 * US, 0, WokenBy::Thread(ThreadId(1)));
    r.release(now + 901 * US, 1, ReleaseReason::Exit, 901 * US).take(now + 905 * US, 0, 5 * US);
    r.finish(now + 1_000 * US, 0).release(now + 1_001 * US, 0, ReleaseReason::Exit, 96 * US);
}

/// The computing thread has the lock since `now`; gives the moment at which it has it back.
fn request(r: &mut Recording, now: u64) -> u64 {
    let (came, asked) = (now + 500 * US, now + 5_500 * US);
    r.at(None).wake(came, 2, WokenBy::Io).request(asked, 2, 1);
    r.at(line(1, 8)).give_way(asked + 10 * US, 1, 5_510 * US, 2);
    r.at(None).take(asked + 15 * US, 2, 5_015 * US);
    r.at(line(2, 13)).block(asked + 65 * US, 2, BlockedOn::Io).release(asked + 65 * US, 2, ReleaseReason::Io, 50 * US);
    r.at(None).take(asked + 70 * US, 1, 60 * US);
    asked + 70 * US
}
