//! Parking: no wake-up is lost, whether it finds its thread looking out, asleep, or on the way to either.

use gilscope_gil::{
    EvalBreaker, Gil, GilModel, Parker, RealClock, Recorder, SwitchInterval, ThreadId, Wakeup, moment_in,
};
use gilscope_trace::NullSink;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

fn gil() -> Gil<Box<u64>> {
    let interval = SwitchInterval::new(SwitchInterval::DEFAULT);
    let recorder = Arc::new(Recorder::new(Arc::new(RealClock::start()), Arc::new(NullSink)));
    Gil::new(Box::new(0), GilModel::PY3_13, EvalBreaker::default(), interval, recorder)
}

#[test]
fn a_wake_up_that_comes_first_is_kept() {
    let parker = Parker::default();
    parker.unpark();
    assert_eq!(parker.park(None, None), Wakeup::Unparked);
    assert_eq!(parker.park(Some(moment_in(Duration::from_millis(1))), None), Wakeup::Deadline);
}

#[test]
fn two_threads_wake_each_other_without_end() {
    let (gil, parkers) = (gil(), [Parker::default(), Parker::default()]);
    parkers[0].unpark();
    thread::scope(|scope| {
        for me in 0..2 {
            let (gil, parkers) = (&gil, &parkers);
            scope.spawn(move || {
                for round in 0..20_000_u32 {
                    let lookout = (round % 3 != 0).then_some(gil.lookout().for_a_wake_up());
                    assert_eq!(parkers[me].park(None, lookout), Wakeup::Unparked);
                    parkers[1 - me].unpark();
                }
            });
        }
    });
}

#[test]
fn the_lock_goes_to_and_fro_between_woken_threads() {
    let (gil, parkers) = (gil(), [Parker::default(), Parker::default()]);
    parkers[0].unpark();
    thread::scope(|scope| {
        for me in 0..2 {
            let (gil, parkers) = (&gil, &parkers);
            scope.spawn(move || {
                for _ in 0..10_000 {
                    parkers[me].park(None, Some(gil.lookout().for_a_wake_up()));
                    let mut guarded = gil.take_woken(ThreadId(me as u32)).unwrap();
                    *guarded += 1;
                    parkers[1 - me].unpark();
                    gil.release(guarded, ThreadId(me as u32), gilscope_gil::ReleaseReason::LockWait);
                }
            });
        }
    });
    assert_eq!(*gil.take(ThreadId::MAIN).unwrap(), 20_000);
}
