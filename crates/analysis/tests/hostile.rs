//! Events that no execution has: a trace file can say anything, and nothing of it may end in a panic.

use gilscope_analysis::{Checker, LockCosts, Phases, Situation, Summing, Switches, Timeline};
use gilscope_trace::*;
use proptest::prelude::*;
use std::time::Duration;

fn a_thread() -> impl Strategy<Value = ThreadId> {
    prop_oneof![9 => 0..4u32, 1 => any::<u32>()].prop_map(ThreadId)
}

fn a_lock() -> impl Strategy<Value = LockId> {
    prop_oneof![9 => 0..3u64, 1 => any::<u64>()].prop_map(LockId)
}

fn a_duration() -> impl Strategy<Value = Duration> {
    prop_oneof![0..100u64, any::<u64>()].prop_map(Duration::from_nanos)
}

fn a_kind() -> impl Strategy<Value = EventKind> {
    let someone = || prop::option::of(a_thread());
    let on = prop_oneof![
        (a_lock(), someone()).prop_map(|(lock, owner)| BlockedOn::Lock { lock, owner }),
        a_thread().prop_map(BlockedOn::Join),
        Just(BlockedOn::Sleep),
        Just(BlockedOn::Io),
    ];
    let by = prop_oneof![a_thread().prop_map(WokenBy::Thread), Just(WokenBy::Deadline), Just(WokenBy::Io)];
    let release = (prop::sample::select(ReleaseReason::ALL), a_duration(), someone());
    prop_oneof![
        someone().prop_map(|parent| EventKind::ThreadStarted { parent }),
        someone().prop_map(|holder| EventKind::GilRequested { holder }),
        a_duration().prop_map(|waited| EventKind::GilTaken { waited }),
        release.prop_map(|(reason, held, requested_by)| EventKind::GilReleased { reason, held, requested_by }),
        on.prop_map(|on| EventKind::ThreadBlocked { on }),
        by.prop_map(|by| EventKind::ThreadWoken { by }),
        a_lock().prop_map(|lock| EventKind::LockAcquired { lock }),
        a_lock().prop_map(|lock| EventKind::LockReleased { lock }),
        Just(EventKind::ThreadFinished),
        Just(EventKind::FunctionEntered),
        Just(EventKind::FunctionLeft { by: LeftBy::Return }),
    ]
}

fn some_events() -> impl Strategy<Value = Vec<Event>> {
    let time = prop_oneof![9 => 0..1000u64, 1 => any::<u64>()].prop_map(Timestamp);
    let place = prop::option::of((0..3u32, any::<u32>()));
    let place = place.prop_map(|place| place.map(|(code, instruction)| Place { code: CodeId(code), instruction }));
    let event = (time, a_thread(), place, a_kind());
    prop::collection::vec(event.prop_map(|(time, thread, place, kind)| Event { time, thread, place, kind }), 0..80)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn nothing_that_a_trace_says_ends_in_a_panic(mut events in some_events(), in_order in any::<bool>()) {
        if in_order {
            events.sort_by_key(|event| event.time);
        }
        let end = events.last().map_or(Timestamp(0), |event| event.time);
        let mut checker = Checker::new("py3.13");
        let (mut summing, mut timeline) = (Summing::default(), Timeline::new(Timestamp(3), Timestamp(900)));
        let (mut phases, mut locks, mut switches) = (Phases::default(), LockCosts::default(), Switches::default());
        let mut situation = Situation::default();
        for event in &events {
            // It goes on after the first violation, which a command would not.
            let _ = checker.observe(event);
            summing.observe(event);
            timeline.observe(event);
            phases.observe(event, |_| ());
            locks.observe(event);
            switches.observe(event);
            situation.apply(event);
            situation.chain(event.thread);
        }
        let _ = checker.finish(in_order);
        summing.finish();
        timeline.finish();
        phases.finish(end, |_| ());
        locks.finish(end);
        switches.finish();
    }
}
