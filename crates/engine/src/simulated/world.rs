//! Effects on the world: done once, and played back when the same instructions are run again.

use gilscope_trace::{Stream, ThreadId};
use gilscope_vm::streams::Channel;
use gilscope_vm::{Interp, IoWork, Reply};
use parking_lot::Mutex;
use std::io::Write;
use std::sync::Arc;

/// A piece of output.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Written {
    /// Nanoseconds of virtual time.
    pub time: u64,
    pub thread: ThreadId,
    pub stream: Stream,
    pub bytes: Arc<[u8]>,
}

/// What the world answered so far, in the order of the questions. Shared by all copies that may ask them again.
type Answers = Arc<Mutex<Vec<Reply>>>;

/// One execution's dealings with the world.
pub(super) struct World {
    answers: Answers,
    /// How many of them this execution has had.
    asked: usize,
    channels: [Arc<Channel>; 2],
    /// Files that were opened: what is handed over to them while an answer is played back must not be written again.
    files: Vec<Arc<Channel>>,
    /// What was written so far.
    pub(super) output: Vec<Written>,
    pub(super) echo: bool,
}

impl World {
    /// For an interpreter, whose standard streams are captured from now on.
    pub(super) fn new(interp: &mut Interp, echo: bool) -> World {
        let channels = interp.capture_output();
        World { answers: Answers::default(), asked: 0, channels, files: Vec::new(), output: Vec::new(), echo }
    }

    /// For a copy of the interpreter: it hears the same answers, and its output is its own.
    pub(super) fn fork(&self, interp: &mut Interp) -> World {
        World {
            answers: Arc::clone(&self.answers),
            asked: self.asked,
            channels: interp.capture_output(),
            files: self.files.clone(),
            output: self.output.clone(),
            echo: false,
        }
    }

    /// Has the same answers from the beginning as another execution, whatever it comes to ask.
    pub(super) fn share_answers(&mut self, with: &World) {
        self.answers = Arc::clone(&with.answers);
    }

    /// The state of `from` again, for an interpreter that has it again; `part` has been called before.
    pub(super) fn restore(&mut self, from: &World, interp: &mut Interp) {
        if self.asked > from.asked {
            self.answers.lock().truncate(from.asked);
        }
        self.asked = from.asked;
        self.files.clone_from(&from.files);
        self.output.truncate(from.output.len());
        for channel in &self.channels {
            channel.discard();
            drop(channel.take_captured());
        }
        interp.capture_output_in(&self.channels);
    }

    /// From here on this execution may go another way than the one whose answers it shares.
    pub(super) fn part(&mut self) {
        let mut answers = self.answers.lock().clone();
        answers.truncate(self.asked);
        self.answers = Arc::new(Mutex::new(answers));
    }

    /// Does a piece of work, unless that has been done before: then what came of it is known.
    pub(super) fn perform(&mut self, work: IoWork) -> Reply {
        let mut answers = self.answers.lock();
        let known = answers.get(self.asked).cloned();
        self.asked += 1;
        match known {
            Some(reply) => {
                self.files.iter().for_each(|file| file.discard());
                reply
            }
            None => {
                let reply = (work.run)();
                answers.push(reply.clone());
                drop(answers);
                if let Reply::File(file) = &reply {
                    self.files.push(Arc::clone(file));
                }
                reply
            }
        }
    }

    /// Collects what has been written to the standard streams, and passes it on if it is to be seen at once.
    pub(super) fn collect(&mut self, time: u64, thread: ThreadId) {
        for (channel, stream) in self.channels.iter().zip([Stream::Output, Stream::Error]) {
            channel.drain();
            let bytes = channel.take_captured();
            if bytes.is_empty() {
                continue;
            }
            if self.echo {
                echo(stream, &bytes);
            }
            self.output.push(Written { time, thread, stream, bytes: bytes.into() });
        }
    }

    /// How many answers and how much output there has been.
    pub(super) fn state(&self) -> (usize, &[Written]) {
        (self.asked, &self.output)
    }
}

/// To the process's own streams. When nobody reads them there is nobody to tell.
fn echo(stream: Stream, bytes: &[u8]) {
    let _ = match stream {
        Stream::Output => {
            let mut out = std::io::stdout().lock();
            out.write_all(bytes).and_then(|()| out.flush())
        }
        Stream::Error => std::io::stderr().lock().write_all(bytes),
    };
}
