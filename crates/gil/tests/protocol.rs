//! The lock among real threads: what must hold however the operating system schedules them.
#![expect(clippy::disallowed_methods, reason = "real threads in real time are what is tested")]

use gilscope_gil::{
    Bell, EvalBreaker, Gil, GilModel, RealClock, ReleaseReason, SwitchInterval, SwitchPoint, ThreadId, Trigger,
};
use gilscope_trace::{Event, EventKind, Ledger, NullSink, Sink, Tee, Timestamp};
use parking_lot::Mutex;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

#[derive(Default)]
struct Recorder(Mutex<Vec<Event>>);

impl Sink for Recorder {
    fn record(&self, event: &Event) {
        self.0.lock().push(event.clone());
    }
}

fn gil<T>(guarded: T, model: GilModel, interval: Duration, sink: Arc<dyn Sink>) -> Gil<T> {
    let clock = Arc::new(RealClock::start());
    let recorder = Arc::new(gilscope_gil::Recorder::new(clock, sink));
    Gil::new(guarded, model, EvalBreaker::default(), SwitchInterval::new(interval), recorder)
}

fn models() -> Vec<GilModel> {
    let mut models = GilModel::PRESETS.to_vec();
    models.push(GilModel::every(NonZeroU32::MIN));
    models
}

/// Works like a run loop does: so many turns, a check in each, a voluntary release in some.
fn work(gil: &Gil<Box<u64>>, me: ThreadId, turns: u64) {
    let mut guarded = gil.take(me).unwrap();
    for turn in 0..turns {
        *guarded += 1;
        let due = match gil_trigger(gil) {
            Trigger::Interval => gil.breaker().rings(Bell::GilDropRequest),
            Trigger::Ticks(_) => turn % 7 == 0,
        };
        if due {
            let reason = SwitchPoint::BackwardJump.reason(gil_trigger(gil));
            guarded = gil.switch(guarded, me, reason).unwrap();
        }
        if turn % 97 == u64::from(me.0) {
            gil.release(guarded, me, ReleaseReason::Io);
            guarded = gil.take(me).unwrap();
        }
    }
    gil.release_finally(guarded, me);
}

fn gil_trigger<T>(gil: &Gil<T>) -> Trigger {
    gil.model().trigger
}

/// Each hold ends before the next begins, by the thread that began it, and lasts as long as its release says.
fn check_holds(events: &[Event]) {
    let mut holder: Option<(ThreadId, Timestamp)> = None;
    for event in events {
        match event.kind {
            EventKind::GilTaken { .. } => {
                assert_eq!(holder, None, "taken while held");
                holder = Some((event.thread, event.time));
            }
            EventKind::GilReleased { held, reason, requested_by } => {
                let (thread, since) = holder.take().expect("released while free");
                assert_eq!(thread, event.thread);
                assert_eq!(held, event.time.since(since));
                assert_ne!(requested_by, Some(event.thread));
                let needs_asker = matches!(reason, ReleaseReason::Interval | ReleaseReason::Return);
                assert!(!needs_asker || requested_by.is_some());
            }
            EventKind::GilRequested { holder: asked } => {
                assert_eq!(asked, holder.map(|(thread, _)| thread));
                assert_ne!(asked, Some(event.thread));
            }
            _ => {}
        }
    }
}

#[test]
fn holds_never_overlap_and_every_turn_counts() {
    for model in models() {
        let recorder = Arc::new(Recorder::default());
        let gil = gil(Box::new(0), model, Duration::from_micros(50), recorder.clone());
        thread::scope(|scope| {
            for n in 0..4 {
                let gil = &gil;
                scope.spawn(move || work(gil, ThreadId(n), 3_000));
            }
        });
        assert_eq!(*gil.take(ThreadId(9)).unwrap(), 12_000, "{}", model.name);
        check_holds(&recorder.0.lock());
    }
}

#[test]
fn a_thread_alone_is_never_interrupted() {
    for model in models() {
        let recorder = Arc::new(Recorder::default());
        let gil = gil(Box::new(0), model, Duration::from_micros(1), recorder.clone());
        work(&gil, ThreadId::MAIN, 90);
        let requests = |e: &&Event| matches!(e.kind, EventKind::GilRequested { .. });
        assert_eq!(recorder.0.lock().iter().filter(requests).count(), 0);
        assert_eq!(gil.switch_number(), 1);
    }
}

#[test]
fn the_one_who_gave_way_is_never_its_own_successor() {
    for model in models().into_iter().filter(|model| model.forced_switch) {
        let recorder = Arc::new(Recorder::default());
        let gil = gil(Box::new(0), model, Duration::from_micros(20), recorder.clone());
        thread::scope(|scope| {
            for n in 0..3 {
                let gil = &gil;
                scope.spawn(move || work(gil, ThreadId(n), 5_000));
            }
        });
        let events = recorder.0.lock();
        let mut gave_way = None;
        for event in events.iter() {
            match event.kind {
                EventKind::GilReleased { reason, .. } => gave_way = reason.is_forced().then_some(event.thread),
                EventKind::GilTaken { .. } => assert_ne!(gave_way, Some(event.thread), "{}", model.name),
                _ => {}
            }
        }
    }
}

#[test]
fn patience_is_a_whole_interval() {
    let interval = Duration::from_millis(20);
    let recorder = Arc::new(Recorder::default());
    let gil = gil((), GilModel::PY3_13, interval, recorder.clone());
    gil.take(ThreadId(0)).unwrap();
    thread::scope(|scope| {
        let waiter = scope.spawn(|| {
            gil.take(ThreadId(1)).unwrap();
            gil.release_finally((), ThreadId(1));
        });
        let began = Instant::now();
        while !gil.breaker().rings(Bell::GilDropRequest) {
            std::hint::spin_loop();
            assert!(began.elapsed() < Duration::from_secs(20));
        }
        gil.switch((), ThreadId(0), ReleaseReason::Interval).unwrap();
        gil.release_finally((), ThreadId(0));
        waiter.join().unwrap();
    });
    let events = recorder.0.lock();
    let waited = events.iter().find_map(|e| match e.kind {
        EventKind::GilTaken { waited } if e.thread == ThreadId(1) => Some(waited),
        _ => None,
    });
    assert!(waited.unwrap() >= interval);
}

/// With an interval of a minute, nobody is let in within a minute who is not handed the lock.
#[test]
fn under_fair_a_returning_thread_is_handed_the_lock() {
    let interval = Duration::from_secs(60);
    let recorder = Arc::new(Recorder::default());
    let gil = gil((), GilModel::FAIR, interval, recorder.clone());
    gil.take(ThreadId(0)).unwrap();
    let has_run = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            gil.take(ThreadId(1)).unwrap();
            has_run.store(true, Ordering::Relaxed);
            gil.release((), ThreadId(1), ReleaseReason::Sleep);
        });
        while !has_run.load(Ordering::Relaxed) {
            thread::yield_now();
            if gil.breaker().rings(Bell::GilDropRequest) {
                gil.switch((), ThreadId(0), ReleaseReason::Interval).unwrap();
            }
        }
        gil.release_finally((), ThreadId(0));
    });
    let events = recorder.0.lock();
    let release = events.iter().find_map(|event| match event.kind {
        EventKind::GilReleased { reason, held, requested_by } => Some((reason, held, requested_by)),
        _ => None,
    });
    let (reason, held, requested_by) = release.unwrap();
    assert_eq!((reason, requested_by), (ReleaseReason::Return, Some(ThreadId(1))));
    assert!(held < interval, "{held:?}");
}

/// Threads that sleep, compute, ask for switches and end in any order: nobody is forgotten.
#[test]
fn under_fair_a_mixed_crowd_comes_to_its_end() {
    for interval in [1, 100, 1000] {
        let gil = gil(Box::new(0), GilModel::FAIR, Duration::from_micros(interval), Arc::new(NullSink));
        thread::scope(|scope| {
            for n in 0..24 {
                let gil = &gil;
                scope.spawn(move || {
                    let me = ThreadId(n);
                    for round in 0..60 {
                        work(gil, me, 20 + u64::from(n) * 10);
                        let guarded = gil.take_woken(me).unwrap();
                        let guarded = gil.switch(guarded, me, ReleaseReason::Yield).unwrap();
                        gil.release(guarded, me, ReleaseReason::Sleep);
                        if round % 7 == n % 7 {
                            thread::sleep(Duration::from_micros(u64::from(n) * 10));
                        }
                    }
                });
            }
        });
        let turns: u64 = (0..24).map(|n| 60 * (20 + n * 10)).sum();
        assert_eq!(*gil.take(ThreadId(99)).unwrap(), turns);
    }
}

#[test]
fn the_old_lock_is_never_asked_for() {
    let recorder = Arc::new(Recorder::default());
    let gil = gil((), GilModel::PY2_7, Duration::from_micros(1), recorder.clone());
    gil.take(ThreadId(0)).unwrap();
    thread::scope(|scope| {
        scope.spawn(|| {
            gil.take(ThreadId(1)).unwrap();
            gil.release_finally((), ThreadId(1));
        });
        while gil.waiting() == 0 {
            thread::yield_now();
        }
        thread::sleep(Duration::from_millis(5));
        assert!(!gil.breaker().is_rung());
        gil.release_finally((), ThreadId(0));
    });
    check_holds(&recorder.0.lock());
}

#[test]
fn a_crowd_gets_its_turns() {
    for model in models() {
        let gil = gil(Box::new(0), model, Duration::from_micros(200), Arc::new(NullSink));
        thread::scope(|scope| {
            for n in 0..100 {
                let gil = &gil;
                scope.spawn(move || work(gil, ThreadId(n), 300));
            }
        });
        assert_eq!(*gil.take(ThreadId(999)).unwrap(), 30_000, "{}", model.name);
    }
}

/// Whoever computes is asked to give way, even by a thread that came when many waited already.
#[test]
fn the_last_of_a_crowd_is_patient_and_not_forgotten() {
    let gil = gil(Box::new(0), GilModel::PY3_13, Duration::from_micros(100), Arc::new(NullSink));
    let left = std::sync::atomic::AtomicUsize::new(50);
    thread::scope(|scope| {
        let mut guarded = gil.take(ThreadId(0)).unwrap();
        for n in 1..=50 {
            let (gil, left) = (&gil, &left);
            scope.spawn(move || {
                let guarded = gil.take(ThreadId(n)).unwrap();
                left.fetch_sub(1, Ordering::Relaxed);
                gil.release_finally(guarded, ThreadId(n));
            });
        }
        let began = Instant::now();
        while left.load(Ordering::Relaxed) > 0 {
            if gil.breaker().rings(Bell::GilDropRequest) {
                guarded = gil.switch(guarded, ThreadId(0), ReleaseReason::Interval).unwrap();
            }
            assert!(began.elapsed() < Duration::from_secs(20), "{left:?} threads still wait");
        }
        gil.release_finally(guarded, ThreadId(0));
    });
}

#[test]
fn closing_sends_everybody_else_away() {
    let gil = gil((), GilModel::PY3_13, Duration::from_millis(1), Arc::new(NullSink));
    gil.take(ThreadId::MAIN).unwrap();
    thread::scope(|scope| {
        let waiter = scope.spawn(|| gil.take(ThreadId(1)));
        while gil.waiting() == 0 {
            thread::yield_now();
        }
        gil.close(ThreadId::MAIN);
        assert!(waiter.join().unwrap().is_err());
    });
    gil.release((), ThreadId::MAIN, ReleaseReason::Io);
    assert!(gil.take(ThreadId(2)).is_err());
    assert!(gil.take(ThreadId::MAIN).is_ok());
}

#[test]
fn a_signal_rings_in_the_main_thread_alone() {
    let gil = gil((), GilModel::PY3_13, Duration::from_millis(1), Arc::new(NullSink));
    gil.take(ThreadId(1)).unwrap();
    gil.signal();
    assert!(!gil.breaker().rings(Bell::Signal));
    gil.release((), ThreadId(1), ReleaseReason::Io);
    gil.take(ThreadId::MAIN).unwrap();
    assert!(gil.breaker().rings(Bell::Signal));
    assert!(gil.acknowledge_signal());
    assert!(!gil.breaker().is_rung());
    assert!(!gil.acknowledge_signal());
}

#[test]
fn the_ledger_accounts_for_every_thread() {
    let ledger = Arc::new(Ledger::default());
    let sink = Arc::new(Tee(vec![ledger.clone(), Arc::new(NullSink)]));
    let gil = gil(Box::new(0), GilModel::PY3_13, Duration::from_micros(100), sink);
    let stop = AtomicBool::new(false);
    thread::scope(|scope| {
        for n in 0..3 {
            let (gil, stop) = (&gil, &stop);
            scope.spawn(move || {
                work(gil, ThreadId(n), 20_000);
                stop.store(true, Ordering::Relaxed);
            });
        }
    });
    let totals = ledger.totals();
    let held: Duration = totals.threads.values().map(|account| account.held).sum();
    assert!(held <= totals.duration);
    for account in totals.threads.values() {
        assert_eq!(account.releases.iter().map(|(_, n)| n).sum::<u64>(), account.holds);
    }
    let switches: u64 =
        totals.threads.values().flat_map(|a| a.switches.iter().map(|(_, n)| *n).collect::<Vec<_>>()).sum();
    assert_eq!(switches, totals.switches);
    assert_eq!(totals.switches + 1, gil.switch_number());
}
