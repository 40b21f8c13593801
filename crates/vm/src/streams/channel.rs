//! An open file as the operating system sees it, shared between the interpreter and work done without the GIL.

use crate::exit::Reply;
use std::collections::VecDeque;
use std::fs::File;
pub use std::io::SeekFrom as From;
use std::io::{self, Read, Seek, Write};
use std::os::fd::{AsRawFd, BorrowedFd};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// `IoWork::label` of a read of standard input.
pub const STDIN_READ: &str = "read stdin";

/// Bytes on their way to a file keep the order in which the interpreter handed them over, whichever thread writes.
#[derive(Debug)]
pub struct Channel {
    /// `None` once closed. Held by the thread that reads or writes.
    file: Mutex<Option<File>>,
    queue: Mutex<VecDeque<Vec<u8>>>,
    /// Whether something may be in the queue: most who look find nothing.
    has_queued: AtomicBool,
    /// A write has failed: what is still buffered then is given up quietly.
    failed: AtomicBool,
    /// What was written, in a simulation, where nothing is written to the world.
    captured: Option<Mutex<Vec<u8>>>,
    /// The number of the descriptor that scripts see.
    pub fd: i32,
    pub is_terminal: bool,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Channel {
    pub fn new(file: File) -> Arc<Channel> {
        let is_terminal = io::IsTerminal::is_terminal(&file);
        let fd = file.as_raw_fd();
        Arc::new(Channel {
            file: Mutex::new(Some(file)),
            queue: Mutex::default(),
            has_queued: AtomicBool::default(),
            failed: AtomicBool::default(),
            captured: None,
            fd,
            is_terminal,
        })
    }

    /// A stream that keeps what is written to it.
    pub fn captured(fd: i32) -> Arc<Channel> {
        Arc::new(Channel {
            file: Mutex::default(),
            queue: Mutex::default(),
            has_queued: AtomicBool::default(),
            failed: AtomicBool::default(),
            captured: Some(Mutex::default()),
            fd,
            is_terminal: false,
        })
    }

    /// What was written since this was asked last.
    pub fn take_captured(&self) -> Vec<u8> {
        self.captured.as_ref().map_or_else(Vec::new, |bytes| std::mem::take(&mut *lock(bytes)))
    }

    /// Forgets what was handed over and not written.
    pub fn discard(&self) {
        if self.has_queued() {
            lock(&self.queue).clear();
            self.has_queued.store(false, Ordering::Relaxed);
        }
    }

    fn has_queued(&self) -> bool {
        self.has_queued.load(Ordering::Relaxed)
    }

    /// A standard stream, through a descriptor of its own; `None` when the process was started without it.
    pub fn standard(fd: BorrowedFd<'_>) -> Option<Arc<Channel>> {
        let file = File::from(fd.try_clone_to_owned().ok()?);
        let is_terminal = io::IsTerminal::is_terminal(&file);
        let fd = fd.as_raw_fd();
        Some(Arc::new(Channel {
            file: Mutex::new(Some(file)),
            queue: Mutex::default(),
            has_queued: AtomicBool::default(),
            failed: AtomicBool::default(),
            captured: None,
            fd,
            is_terminal,
        }))
    }

    /// Whether a write has failed.
    pub fn has_failed(&self) -> bool {
        self.failed.load(Ordering::Relaxed)
    }

    /// Hand bytes over; `drain` writes them. Called with the GIL held.
    pub fn send(&self, bytes: Vec<u8>) {
        if !bytes.is_empty() {
            lock(&self.queue).push_back(bytes);
            self.has_queued.store(true, Ordering::Relaxed);
        }
    }

    /// Write everything that has been handed over.
    pub fn drain(&self) -> Reply {
        if let Some(captured) = &self.captured {
            if self.has_queued() {
                let mut captured = lock(captured);
                lock(&self.queue).drain(..).for_each(|bytes| captured.extend(bytes));
                self.has_queued.store(false, Ordering::Relaxed);
            }
            return Reply::Done;
        }
        let reply = self.with_file(|file| {
            while let Some(bytes) = { lock(&self.queue).pop_front() } {
                file.write_all(&bytes)?;
            }
            Ok(Reply::Done)
        });
        if matches!(reply, Reply::Failed { .. }) {
            lock(&self.queue).clear();
            self.failed.store(true, Ordering::Relaxed);
        }
        reply
    }

    /// What a read of it is called: the driver does those of standard input so that Ctrl-C can end them.
    pub(crate) fn read_label(&self) -> &'static str {
        if self.fd == 0 { STDIN_READ } else { "read" }
    }

    /// Read up to `size` bytes; none at the end of the file.
    pub fn receive(&self, size: usize) -> Reply {
        self.with_file(|file| {
            let mut bytes = vec![0; size];
            let count = loop {
                match file.read(&mut bytes) {
                    Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
                    other => break other?,
                }
            };
            bytes.truncate(count);
            Ok(Reply::Bytes(bytes))
        })
    }

    /// Read everything up to the end of the file.
    pub fn receive_all(&self) -> Reply {
        self.with_file(|file| {
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes)?;
            Ok(Reply::Bytes(bytes))
        })
    }

    /// Move to a place; the reply is the new position.
    pub fn seek(&self, to: From) -> Reply {
        let drained = self.drain();
        if matches!(drained, Reply::Failed { .. }) {
            return drained;
        }
        self.with_file(|file| Ok(Reply::Count(file.seek(to)?)))
    }

    /// Cut or extend the file to `size` bytes.
    pub fn truncate(&self, size: u64) -> Reply {
        let drained = self.drain();
        if matches!(drained, Reply::Failed { .. }) {
            return drained;
        }
        self.with_file(|file| file.set_len(size).map(|()| Reply::Count(size)))
    }

    /// Whether positions make sense: not for a pipe or a terminal.
    pub fn is_seekable(&self) -> bool {
        matches!(self.with_file(|file| Ok(Reply::Count(file.stream_position()?))), Reply::Count(_))
    }

    /// Write what is left, then close the file.
    pub fn close(&self) -> Reply {
        let drained = self.drain();
        *lock(&self.file) = None;
        drained
    }

    fn with_file(&self, work: impl FnOnce(&mut File) -> io::Result<Reply>) -> Reply {
        let mut guard = lock(&self.file);
        let Some(file) = guard.as_mut() else { return failure(9, "Bad file descriptor".into()) };
        work(file).unwrap_or_else(|error| reply_of(&error))
    }
}

/// An error of the operating system as a reply.
pub fn reply_of(error: &io::Error) -> Reply {
    let text = error.to_string();
    let message = text.split(" (os error ").next().unwrap_or(&text).to_string();
    failure(error.raw_os_error().unwrap_or(5), message)
}

fn failure(errno: i32, message: String) -> Reply {
    Reply::Failed { errno, message, filename: None }
}
