//! `bank.py`: two threads want the same lock, a third one counts, the main thread joins them.

use super::{Execution, code, header, line, thread};
use gilscope_analysis::sample::Recording;
use gilscope_trace::{BlockedOn, Definition, EventKind, LockFacts, LockId, ReleaseReason, Stream, ThreadId, WokenBy};

const US: u64 = 1_000;
const LOCK: u64 = 1;

pub fn bank() -> Execution {
    let lock = LockFacts { kind: "lock".into(), name: Some("balance_lock".into()), made_at: line(0, 5) };
    let definitions = vec![
        code(0, "<module>", "bank.py"),
        code(1, "withdraw", "bank.py"),
        code(2, "count", "bank.py"),
        thread(0, "MainThread"),
        thread(1, "Thread-1 (withdraw)"),
        thread(2, "Thread-2 (withdraw)"),
        thread(3, "counter"),
        Definition::Lock(LockId(LOCK), lock),
    ];
    let mut recording = Recording::default();
    let r = &mut recording;
    r.start(0, 0, None).take(0, 0, 0);
    starts(r);
    withdrawals(r);
    end(r);
    Execution { name: "bank", header: header("bank.py"), definitions, recording }
}

/// The main thread starts the others; it waits for each until it is running.
fn starts(r: &mut Recording) {
    r.at(line(0, 25));
    r.start(400 * US, 1, Some(0)).block(410 * US, 0, BlockedOn::Join(ThreadId(1)));
    r.release(410 * US, 0, ReleaseReason::ThreadStart, 410 * US);
    r.at(None).take(450 * US, 1, 50 * US);
    r.at(line(1, 10)).acquire(465 * US, 1, LOCK).wake(470 * US, 0, WokenBy::Thread(ThreadId(1)));
    r.at(line(1, 12)).block(520 * US, 1, BlockedOn::Sleep).release(520 * US, 1, ReleaseReason::Sleep, 70 * US);
    r.at(None).take(525 * US, 0, 55 * US);
    r.at(line(0, 25)).start(580 * US, 2, Some(0)).block(590 * US, 0, BlockedOn::Join(ThreadId(2)));
    r.release(590 * US, 0, ReleaseReason::ThreadStart, 65 * US);
    r.at(None).take(640 * US, 2, 60 * US).wake(650 * US, 0, WokenBy::Thread(ThreadId(2)));
    let on = BlockedOn::Lock { lock: LockId(LOCK), owner: Some(ThreadId(1)) };
    r.at(line(1, 10)).block(660 * US, 2, on).release(660 * US, 2, ReleaseReason::LockWait, 20 * US);
    r.at(None).take(670 * US, 0, 20 * US);
    r.at(line(0, 25)).start(720 * US, 3, Some(0)).block(730 * US, 0, BlockedOn::Join(ThreadId(3)));
    r.release(730 * US, 0, ReleaseReason::ThreadStart, 60 * US);
    r.at(None).take(790 * US, 3, 70 * US).wake(800 * US, 0, WokenBy::Thread(ThreadId(3)));
}

/// The counter is made to give way, first for the main thread, then for the withdrawal that has slept enough.
fn withdrawals(r: &mut Recording) {
    r.at(None).wake(2_540 * US, 1, WokenBy::Deadline).request(5_800 * US, 0, 3);
    r.at(line(2, 19)).give_way(5_810 * US, 3, 5_020 * US, 0);
    r.at(None).take(5_815 * US, 0, 5_015 * US);
    let join = BlockedOn::Join(ThreadId(1));
    r.at(line(0, 27)).block(5_900 * US, 0, join).release(5_900 * US, 0, ReleaseReason::Join, 85 * US);
    r.at(None).take(5_905 * US, 1, 3_365 * US);
    r.at(line(1, 10)).unlock(5_930 * US, 1, LOCK);
    r.at(None).wake(5_932 * US, 2, WokenBy::Thread(ThreadId(1)));
    r.finish(5_960 * US, 1).release(5_961 * US, 1, ReleaseReason::Exit, 56 * US);
    r.take(5_970 * US, 3, 160 * US).wake(5_975 * US, 0, WokenBy::Thread(ThreadId(1)));
    r.request(10_940 * US, 2, 3).at(line(2, 18)).give_way(10_945 * US, 3, 4_975 * US, 2);
    r.at(None).take(10_950 * US, 2, 5_018 * US).at(line(1, 10)).acquire(10_951 * US, 2, LOCK);
    r.at(line(1, 12)).block(10_990 * US, 2, BlockedOn::Sleep).release(10_990 * US, 2, ReleaseReason::Sleep, 40 * US);
    r.at(None).take(10_995 * US, 0, 5_020 * US);
    let join = BlockedOn::Join(ThreadId(2));
    r.at(line(0, 27)).block(11_010 * US, 0, join).release(11_010 * US, 0, ReleaseReason::Join, 15 * US);
    r.at(None).take(11_015 * US, 3, 70 * US);
}

/// The counter ends while the second withdrawal sleeps: nobody wants the interpreter lock for a while.
fn end(r: &mut Recording) {
    r.finish(12_100 * US, 3).release(12_101 * US, 3, ReleaseReason::Exit, 1_086 * US);
    r.wake(13_010 * US, 2, WokenBy::Deadline).take(13_012 * US, 2, 2 * US);
    r.at(line(1, 10)).unlock(13_030 * US, 2, LOCK);
    r.at(None).finish(13_050 * US, 2).release(13_051 * US, 2, ReleaseReason::Exit, 39 * US);
    r.wake(13_055 * US, 0, WokenBy::Thread(ThreadId(2))).take(13_060 * US, 0, 5 * US);
    r.at(line(0, 28)).add(13_080 * US, 0, EventKind::TextWritten { stream: Stream::Output, text: "40\n".into() });
    r.block(13_081 * US, 0, BlockedOn::Io).release(13_081 * US, 0, ReleaseReason::Io, 21 * US);
    r.at(None).wake(13_090 * US, 0, WokenBy::Io).take(13_090 * US, 0, 0);
    r.finish(13_200 * US, 0).release(13_201 * US, 0, ReleaseReason::Exit, 111 * US);
}
