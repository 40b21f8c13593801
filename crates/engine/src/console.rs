//! Reading standard input in the main thread, where Ctrl-C must be able to end the wait.

use crate::real::Machine;
use gilscope_trace::ThreadId;
use gilscope_vm::{IoWork, Reply};
use parking_lot::Mutex;
use std::sync::mpsc::{self, Receiver};
use std::thread;

/// A read that a thread of its own is still busy with, because Ctrl-C ended the wait for it. Its reply is the next one.
#[derive(Debug, Default)]
pub(crate) struct Console(Mutex<Option<Receiver<Reply>>>);

impl Machine {
    /// Does the work in another thread and waits for it; nothing when Ctrl-C came first.
    pub(crate) fn read_interruptibly(&self, work: IoWork) -> Option<Reply> {
        let abandoned = self.console.0.lock().take();
        let replies = match abandoned {
            Some(replies) => replies,
            None => match self.start_reading(work) {
                Ok(replies) => replies,
                Err(reply) => return Some(reply),
            },
        };
        let parker = self.host.parkers.of(ThreadId::MAIN);
        loop {
            if self.gil.is_signal_pending() {
                *self.console.0.lock() = Some(replies);
                return None;
            }
            if let Ok(reply) = replies.try_recv() {
                return Some(reply);
            }
            parker.park(None, None);
        }
    }

    fn start_reading(&self, work: IoWork) -> Result<Receiver<Reply>, Reply> {
        let (sender, replies) = mpsc::channel();
        let parker = self.host.parkers.of(ThreadId::MAIN);
        let read = move || {
            // If nobody waits any more, the process is ending.
            let _ = sender.send((work.run)());
            parker.unpark();
        };
        let started = thread::Builder::new().name("console".to_owned()).stack_size(64 * 1024).spawn(read);
        started.map(|_| replies).map_err(|error| gilscope_vm::streams::reply_of(&error))
    }
}
