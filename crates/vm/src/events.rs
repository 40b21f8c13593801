//! What the interpreter tells a trace: locks of the script, output, and what the ids in events stand for.
//!
//! The interpreter lock itself is the driver's to report. Natives that make events are [`Implementation::Located`]: the
//! place of their call is noted before they run. When nobody listens they are plain ones, and nothing of this is asked.

mod change;
mod lock_name;
mod places;
mod watch;

use crate::interp::Interp;
use crate::native::{Implementation, Native, Quick};
use crate::thread_state::ThreadState;
use crate::value::{LockId, ModuleId, Value};
use gilscope_gil::Recorder;
use gilscope_trace::{Definition, EventKind, Level, LockFacts, Place, Stream, ThreadFacts, ThreadId, Timestamp};
use std::sync::Arc;

/// A longer piece of output is several events.
const LONGEST_TEXT: usize = 32 << 10;

/// Who listens, and what has been said.
#[derive(Clone, Default)]
pub struct Events {
    /// None when nobody listens.
    recorder: Option<Arc<Recorder>>,
    /// The script's main module.
    pub(crate) main: Option<ModuleId>,
    /// Where the script called the native that runs.
    here: Option<Place>,
    /// Whether each code object has been defined.
    defined: Vec<bool>,
    /// Output of the native that runs.
    written: Option<(Stream, String)>,
    /// How many locks have been given a number.
    locks: u64,
    /// Each instruction is shown to `watch`.
    watches: bool,
    /// The instruction that the run loop has come to has been shown.
    shown: bool,
    watch: watch::Watch,
}

impl Events {
    /// What has been said is what `from` has said; who listens stays.
    pub(crate) fn restore(&mut self, from: &Events) {
        if self.recorder.is_none() {
            (self.main, self.locks) = (from.main, from.locks);
            return;
        }
        let recorder = self.recorder.take();
        *self = from.clone();
        self.recorder = recorder;
    }

    fn wants(&self, level: Level) -> bool {
        self.recorder.as_ref().is_some_and(|recorder| recorder.wants(level))
    }
}

impl Interp {
    /// Tell this recorder of everything from now on.
    pub fn listen(&mut self, recorder: Arc<Recorder>) {
        // From level `calls` on, before any code is linked: the instructions are run one by one then.
        self.events.watches = recorder.wants(Level::Calls);
        self.events.recorder = recorder.is_listening().then_some(recorder);
        if self.is_recording() {
            self.natives.iter_mut().for_each(Native::locate);
        }
    }

    /// Whether events are wanted.
    #[inline]
    pub fn is_recording(&self) -> bool {
        self.events.recorder.is_some()
    }

    fn record(&self, thread: ThreadId, kind: EventKind) {
        self.record_in(thread, self.events.here, kind);
    }

    /// Events of this crate begin no state, and have no duration.
    fn record_in(&self, thread: ThreadId, place: Option<Place>, kind: EventKind) {
        let Some(recorder) = &self.events.recorder else { return };
        if self.time.is_on() {
            recorder.record_at(Timestamp(self.time.now()), thread, place, kind, &mut Timestamp::default());
        } else {
            recorder.record(thread, place, kind);
        }
    }

    pub(crate) fn define(&self, definition: &Definition) {
        if let Some(recorder) = &self.events.recorder {
            recorder.define(definition);
        }
    }

    /// A native that makes events is called with these arguments.
    pub(crate) fn begin_located(&mut self, ts: &ThreadState, arguments: &[Value]) {
        self.events.here = self.place_in(ts, true);
        if let Some(&Value::Lock(lock)) = arguments.first()
            && !self.heap.locks[lock].is_defined
        {
            self.define_lock(lock, ts);
        }
    }

    /// What was begun has ended.
    pub(crate) fn end_located(&mut self, thread: ThreadId) {
        if let Some((stream, text)) = self.events.written.take() {
            self.record(thread, EventKind::TextWritten { stream, text: text.into() });
        }
        self.events.here = None;
    }

    /// Text goes to a standard stream.
    pub(crate) fn record_output(&mut self, stream: Stream, text: &str) {
        let mut rest = text;
        while !rest.is_empty() {
            let (before, mut whole) = match self.events.written.take() {
                Some((before, whole)) if before == stream => (before, whole),
                Some((before, whole)) => {
                    self.record(self.current, EventKind::TextWritten { stream: before, text: whole.into() });
                    (stream, String::new())
                }
                None => (stream, String::new()),
            };
            let (now, later) = rest.split_at(rest.floor_char_boundary(LONGEST_TEXT.saturating_sub(whole.len())));
            whole.push_str(now);
            rest = later;
            if rest.is_empty() {
                self.events.written = Some((before, whole));
            } else {
                self.record(self.current, EventKind::TextWritten { stream: before, text: whole.into() });
            }
        }
    }

    /// A thread owns a lock that was free.
    pub(crate) fn record_acquired(&mut self, lock: LockId, thread: ThreadId) {
        let lock = self.lock_id(lock);
        self.record(thread, EventKind::LockAcquired { lock });
    }

    /// The running thread has made another one the owner of a lock.
    pub(crate) fn record_handed(&mut self, lock: LockId, to: ThreadId) {
        let here = self.events.here.take();
        self.record_acquired(lock, to);
        self.events.here = here;
    }

    /// The running thread has made a lock free.
    pub(crate) fn record_released(&mut self, lock: LockId) {
        let lock = self.lock_id(lock);
        self.record(self.current, EventKind::LockReleased { lock });
    }

    /// The number of a lock in events: never used for another lock, as its place on the heap is.
    pub fn lock_id(&mut self, lock: LockId) -> gilscope_trace::LockId {
        let object = &mut self.heap.locks[lock];
        if object.number == 0 {
            self.events.locks += 1;
            object.number = self.events.locks;
        }
        gilscope_trace::LockId(object.number)
    }

    /// The number of a lock that a thread waits for, which is said to be what it is if that has not been said.
    pub fn waited_for(&mut self, lock: LockId, thread: ThreadId) -> gilscope_trace::LockId {
        if self.is_recording()
            && !self.heap.locks[lock].is_defined
            && let Some(state) = self.pick_up(thread)
        {
            self.define_lock(lock, &state);
            self.put_down(thread, state);
        }
        self.lock_id(lock)
    }

    /// The script has made a lock, here.
    pub fn lock_made(&mut self, lock: LockId) {
        self.heap.locks[lock].made_at = self.events.here;
    }

    /// Say what a lock is called. `ts` is about to use it.
    fn define_lock(&mut self, lock: LockId, ts: &ThreadState) {
        let (kind, name) = self.lock_kind_and_name(lock, ts);
        let object = &mut self.heap.locks[lock];
        object.is_defined = true;
        let facts = LockFacts { kind: kind.into(), name: name.map(Into::into), made_at: object.made_at };
        let id = self.lock_id(lock);
        self.define(&Definition::Lock(id, facts));
    }

    /// Say what a thread is called. To be done when it is started, and again when it gets another name.
    pub fn define_thread(&self, thread: ThreadId) {
        if let Some(state) = self.threads.get(thread.0 as usize) {
            self.define_thread_state(state);
        }
    }

    /// As `define_thread`, for the thread that runs.
    pub fn define_thread_state(&self, state: &ThreadState) {
        if !self.is_recording() {
            return;
        }
        let name = match self.text(state.name) {
            Some(name) => name.into(),
            None if state.id.is_main() => "MainThread".into(),
            None => state.id.to_string().into(),
        };
        self.define(&Definition::Thread(state.id, ThreadFacts { name, is_daemon: state.is_daemon }));
    }
}

impl Native {
    /// Have the place of each call noted, if it makes events.
    pub(crate) fn locate(&mut self) {
        if let (true, Implementation::Plain(function)) = (self.def.makes_events, self.def.implementation) {
            self.def.implementation = Implementation::Located(function);
            self.def.quick = Quick::Not;
        }
    }
}
