//! Turns given by hand.

use super::Simulation;
use gilscope_gil::Move;
use gilscope_trace::{ReleaseReason, ThreadId};

impl Simulation {
    /// Whether a thread is to have the lock now that has not got it yet.
    pub(super) fn is_move_due(&self) -> bool {
        self.moves.front().is_some_and(|next| next.at <= self.now)
    }

    /// At a check point of `running`: if another thread is to have the lock now, and could use it, it gets it.
    pub(super) fn serve_move(&mut self, running: ThreadId) -> bool {
        if !self.is_move_due() {
            return false;
        }
        let Some(Move { to, .. }) = self.moves.pop_front() else { return false };
        let is_ready = self.threads.get(to.0 as usize).is_some_and(|thread| thread.is_ready());
        if to == running || !is_ready || self.is_parallel() {
            return false;
        }
        if self.thread(to).status == super::Status::Coming {
            self.lock.coming = self.lock.coming.saturating_sub(1);
            self.lock.coreless.retain(|&other| other != to);
        }
        self.pass_to(running, to, ReleaseReason::Interval);
        true
    }

    /// The turns that were given by hand so far.
    pub fn moves(&self) -> &[Move] {
        &self.given
    }
}
