//! `gilscope models`: the table of lock models.

use crate::output;
use gilscope_gil::{CheckPoints, GilModel, LockAcquire, LockHandOff, Locks, Returning, Trigger};
use std::num::NonZeroU32;

/// Prints the table.
pub(crate) fn run() -> i32 {
    let mut text = String::from("The rules by which a running thread gives the interpreter lock up.\n\n");
    for model in GilModel::PRESETS {
        let default = if *model == GilModel::default() { " (default)" } else { "" };
        text.push_str(&describe(&format!("--model {}{default}", model.name), model));
    }
    let every = GilModel::every(NonZeroU32::MIN);
    text.push_str(&describe("--every N", &every));
    text.push_str(
        "In all of them a thread also gives the lock up when it sleeps, reads or writes, waits for a lock,\n\
         starts or joins a thread, and ends.\n",
    );
    output::print(&text)
}

fn describe(title: &str, model: &GilModel) -> String {
    let runs = if model.is_real() { "in real time and simulated (--sim)" } else { "simulated only (--sim)" };
    let rows = [
        ("as in", model.pythons.to_owned()),
        ("runs", runs.to_owned()),
        ("gives way", gives_way(model)),
        ("looks for that", places(model.check_points).to_owned()),
        ("then", then(model).to_owned()),
        ("who comes back", returning(model).to_owned()),
        ("Lock.acquire", lock_acquire(model).to_owned()),
        ("a freed Lock", hand_off(model).to_owned()),
        ("known from", model.evidence.to_owned()),
    ];
    let mut text = format!("{title}\n");
    for (what, value) in rows.iter().filter(|(_, value)| !value.is_empty()) {
        text.push_str(&format!("  {what:<15}{value}\n"));
    }
    text.push('\n');
    text
}

fn gives_way(model: &GilModel) -> String {
    match (model.locks, model.trigger, model.check_points) {
        (Locks::None, ..) => "never: there is no interpreter lock, threads run at the same time".to_owned(),
        (Locks::PerInterpreter, ..) => "never to other interpreters: each has a lock of its own".to_owned(),
        (_, Trigger::Interval, _) => "when another thread has waited for a switch interval (5 ms)".to_owned(),
        (_, Trigger::Ticks(ticks), CheckPoints::EveryOp) if model.name != "every" => {
            format!("after {ticks} instruction{}", if ticks.get() == 1 { "" } else { "s" })
        }
        (_, Trigger::Ticks(_), CheckPoints::EveryOp) => "after N instructions".to_owned(),
        (_, Trigger::Ticks(ticks), _) => format!("with every {ticks}st counted instruction"),
    }
}

fn then(model: &GilModel) -> &'static str {
    match (model.locks, model.forced_switch) {
        (Locks::One, true) => "waits until another has run",
        (Locks::One, false) => "may come back at once",
        _ => "",
    }
}

fn returning(model: &GilModel) -> &'static str {
    match model.returning {
        Returning::Interrupts => {
            "asks at once and has the lock next, for a tenth of an interval; such threads\n                 \
             have half of the time at most"
        }
        Returning::Waits => "",
    }
}

fn lock_acquire(model: &GilModel) -> &'static str {
    match (model.locks, model.lock_acquire) {
        (Locks::None, _) => "",
        (_, LockAcquire::TryFirst) => "gives the interpreter lock up only if the Lock is taken",
        (_, LockAcquire::AlwaysReleases) => "gives the interpreter lock up always",
    }
}

fn hand_off(model: &GilModel) -> &'static str {
    match model.lock_hand_off {
        LockHandOff::Barging => "goes to whoever comes first, its last owner included",
        LockHandOff::AfterMillisecond => "the same, but a thread that has waited for 1 ms is given it",
    }
}

fn places(check_points: CheckPoints) -> &'static str {
    match check_points {
        CheckPoints::CountedOps => "after every instruction but the fast ones, which are not counted either",
        CheckPoints::AfterSlowOps => {
            "after every instruction but the fast ones (locals, constants, stack, jumps ahead)"
        }
        CheckPoints::CallJumpFrame => {
            "after each call and each jump that is taken, on entry of a function or a handler"
        }
        CheckPoints::BackEdgeCallResume => {
            "at the end of a loop's body, after a call of native code, on entry of a function"
        }
        CheckPoints::EveryOp => "after every instruction",
    }
}
