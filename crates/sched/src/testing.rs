//! Asking a policy in tests.

use gilscope_gil::{Choice, Divergence, Policy, SwitchPoint, ThreadId};
use gilscope_trace::Timestamp;

pub(crate) fn try_ask(policy: &mut dyn Policy, ready: &[u32], running: Option<u32>) -> Result<ThreadId, Divergence> {
    let ready: Vec<ThreadId> = ready.iter().copied().map(ThreadId).collect();
    policy.pick(&Choice {
        index: 0,
        time: Timestamp(0),
        point: SwitchPoint::BackwardJump,
        running: running.map(ThreadId),
        ready: &ready,
    })
}

pub(crate) fn ask(policy: &mut dyn Policy, ready: &[u32], running: Option<u32>) -> u32 {
    try_ask(policy, ready, running).expect("a policy that always answers").0
}
