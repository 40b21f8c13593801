//! `gilscope models`: the table of lock models.

use crate::output;
use gilscope_gil::{CheckPoints, GilModel, LockAcquire, Trigger};
use std::num::NonZeroU32;

/// Prints the table.
pub(crate) fn run() -> i32 {
    let mut text = String::from("The rules by which a running thread gives the interpreter lock up.\n\n");
    for model in GilModel::PRESETS {
        let default = if *model == GilModel::default() { " (default)" } else { "" };
        text.push_str(&describe(&format!("--model {}{default}", model.name), pythons(model), model));
    }
    let every = GilModel::every(NonZeroU32::MIN);
    text.push_str(&describe("--every N", "no Python: made for finding races", &every));
    text.push_str(
        "In all of them a thread also gives the lock up when it sleeps, reads or writes, waits for a lock,\n\
         starts or joins a thread, and ends.\n",
    );
    output::print(&text)
}

fn describe(title: &str, pythons: &str, model: &GilModel) -> String {
    let give_way = match (model.trigger, model.check_points) {
        (Trigger::Interval, _) => "when another thread has waited for a switch interval (5 ms)".to_owned(),
        (Trigger::Ticks(_), CheckPoints::EveryOp) => "after N instructions".to_owned(),
        (Trigger::Ticks(ticks), _) => format!("with every {ticks}st counted instruction"),
    };
    let then = if model.forced_switch { "waits until another has run" } else { "may come back at once" };
    let lock = match model.lock_acquire {
        LockAcquire::TryFirst => "only if the lock is taken",
        LockAcquire::AlwaysReleases => "always",
    };
    format!(
        "{title}\n  as in              {pythons}\n  gives way          {give_way}\n  looks for that     {}\n  \
         then               {then}\n  Lock.acquire gives the interpreter lock up   {lock}\n\n",
        places(model.check_points),
    )
}

fn pythons(model: &GilModel) -> &'static str {
    match model.name {
        "py2.7" => "Python 2, 3.0 and 3.1",
        "py3.9" => "Python 3.2 to 3.9",
        _ => "Python 3.11 to 3.13",
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
