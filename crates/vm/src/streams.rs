//! Standard output, error and input, and the files that `open` gives: the buffers between `print` and the file
//! descriptors, in two layers as in CPython's `io`.

mod binary_methods;
mod channel;
mod file;
mod input;
mod open;
mod print;
mod text;
mod text_methods;
mod text_read;

use crate::exceptions::{OS_ERROR, VALUE_ERROR};
use crate::exit::{IoRequest, IoWork, Reply};
use crate::heap::collect::Marker;
use crate::interp::Interp;
use crate::native::{NativeResult, Trap};
use crate::object::{Layout, Opaque, OpaqueObject};
use crate::types;
use crate::value::{ClassId, OpaqueId, Value};
use file::BinaryFile;
use std::os::fd::AsFd;
use std::sync::Arc;
use text::{OnError, TextFile};

pub use channel::{Channel, STDIN_READ, reply_of};
pub use input::INPUT;
pub use open::OPEN;
pub use print::PRINT;

/// One of the three files that every program has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standard {
    Input,
    Output,
    Error,
}

/// The standard files and the classes of files.
#[derive(Debug, Clone, Default)]
pub struct Streams {
    /// `sys.__stdin__`, `sys.__stdout__`, `sys.__stderr__`; `None` for one that is closed.
    files: Vec<Value>,
    /// Where `sys.stdin`, `sys.stdout`, `sys.stderr` are in `Interp::globals`, once `sys` exists.
    slots: Option<[u32; 3]>,
    classes: Option<FileClasses>,
    /// Files that were opened for writing and, when last looked at, were not closed.
    writers: Vec<OpaqueId>,
}

/// The classes of module `_io`.
#[derive(Debug, Clone, Copy)]
pub struct FileClasses {
    pub io_base: ClassId,
    pub text_base: ClassId,
    pub buffered_base: ClassId,
    pub raw_base: ClassId,
    pub text: ClassId,
    pub reader: ClassId,
    pub writer: ClassId,
    pub random: ClassId,
    pub raw: ClassId,
    pub unsupported: ClassId,
}

impl Streams {
    pub(crate) fn trace(&self, marker: &mut Marker) {
        marker.values(&self.files);
    }
}

/// Open the standard streams and make the classes of files.
pub(crate) fn install(interp: &mut Interp) {
    let classes = make_classes(interp);
    interp.streams.classes = Some(classes);
    let files = [
        standard_file(interp, classes, Channel::standard(std::io::stdin().as_fd()), "<stdin>", "rb", "r"),
        standard_file(interp, classes, Channel::standard(std::io::stdout().as_fd()), "<stdout>", "wb", "w"),
        standard_file(interp, classes, Channel::standard(std::io::stderr().as_fd()), "<stderr>", "wb", "w"),
    ];
    if let Value::Opaque(error) = files[2]
        && let Some(file) = interp.heap.text_file(error)
    {
        file.line_buffering = true;
        file.on_error = OnError::BackslashReplace;
        file.errors_name = "backslashreplace".into();
    }
    interp.streams.files = files.to_vec();
    for def in [PRINT, INPUT, OPEN] {
        let native = interp.add_native(def, None, "builtins");
        let builtins = interp.builtins;
        interp.set_global(builtins, def.name, native);
    }
}

fn make_classes(interp: &mut Interp) -> FileClasses {
    let mut class = |name, base, layout, is_base| interp.add_builtin_class(name, "_io", base, layout, is_base);
    let io_base = class("_IOBase", types::OBJECT, Layout::Object, true);
    let text_base = class("_TextIOBase", io_base, Layout::Object, true);
    let buffered_base = class("_BufferedIOBase", io_base, Layout::Object, true);
    let raw_base = class("_RawIOBase", io_base, Layout::Object, true);
    let text = class("TextIOWrapper", text_base, Layout::Builtin, false);
    let reader = class("BufferedReader", buffered_base, Layout::Builtin, false);
    let writer = class("BufferedWriter", buffered_base, Layout::Builtin, false);
    let random = class("BufferedRandom", buffered_base, Layout::Builtin, false);
    let raw = class("FileIO", raw_base, Layout::Builtin, false);
    let unsupported = interp.add_builtin_class("UnsupportedOperation", "io", OS_ERROR, Layout::Exception, true);
    let value_error = interp.heap.classes[VALUE_ERROR].mro[0];
    let object = &mut interp.heap.classes[unsupported];
    object.bases.push(value_error);
    object.mro.insert(2, value_error);
    interp.add_methods(text, text_methods::METHODS);
    text_methods::add_attributes(interp, text);
    for class in [reader, writer, random, raw] {
        interp.add_methods(class, binary_methods::METHODS);
        binary_methods::add_attributes(interp, class);
    }
    FileClasses { io_base, text_base, buffered_base, raw_base, text, reader, writer, random, raw, unsupported }
}

fn standard_file(
    interp: &mut Interp,
    classes: FileClasses,
    channel: Option<Arc<Channel>>,
    name: &str,
    mode: &'static str,
    text_mode: &str,
) -> Value {
    let Some(channel) = channel else { return Value::None };
    let is_terminal = channel.is_terminal;
    let name = interp.heap.new_str(name);
    let text_mode = interp.str(text_mode);
    let class = if mode == "rb" { classes.reader } else { classes.writer };
    let binary = new_opaque(interp, class, BinaryFile::new(channel, name, mode));
    let mut file = TextFile::new(binary, text_mode);
    file.line_buffering = is_terminal;
    file.errors_name = "strict".into();
    Value::Opaque(new_opaque(interp, classes.text, file))
}

fn new_opaque(interp: &mut Interp, class: ClassId, content: impl Opaque) -> OpaqueId {
    interp.heap.charge(400);
    interp.heap.opaques.alloc(OpaqueObject { class, content: Some(Box::new(content)) })
}

impl Interp {
    /// The classes of files.
    pub fn file_classes(&self) -> FileClasses {
        self.streams.classes.unwrap_or(FileClasses {
            io_base: types::OBJECT,
            text_base: types::OBJECT,
            buffered_base: types::OBJECT,
            raw_base: types::OBJECT,
            text: types::OBJECT,
            reader: types::OBJECT,
            writer: types::OBJECT,
            random: types::OBJECT,
            raw: types::OBJECT,
            unsupported: OS_ERROR,
        })
    }

    /// The file a standard stream was at the start.
    pub fn original_stream(&self, which: Standard) -> Value {
        self.streams.files.get(which as usize).copied().unwrap_or(Value::None)
    }

    /// Tell where `sys` keeps its standard streams: `sys.stdin`, `sys.stdout`, `sys.stderr`.
    pub fn set_stream_slots(&mut self, slots: [u32; 3]) {
        self.streams.slots = Some(slots);
    }

    /// What `sys.stdout` (or another) is now; `Null` when a script has deleted it.
    pub fn stream(&self, which: Standard) -> Value {
        match self.streams.slots {
            Some(slots) => self.globals[slots[which as usize] as usize],
            None => self.original_stream(which),
        }
    }

    /// Has standard output and error captured, each line at once as on a terminal, by new channels that nobody shares.
    pub fn capture_output(&mut self) -> [Arc<Channel>; 2] {
        let channels = [1, 2].map(Channel::captured);
        self.capture_output_in(&channels);
        channels
    }

    /// The same, by channels that there are already.
    pub fn capture_output_in(&mut self, channels: &[Arc<Channel>; 2]) {
        for (which, channel) in [Standard::Output, Standard::Error].into_iter().zip(channels) {
            let file = self.text_file_of(self.original_stream(which));
            let file =
                file.filter(|&id| !self.binary_below(id).is_some_and(|file| Arc::ptr_eq(&file.channel, channel)));
            if let Some(id) = file
                && let Some(file) = self.heap.text_file(id)
            {
                file.line_buffering = true;
                let buffer = file.buffer;
                if let Some(binary) = self.heap.binary_file(buffer) {
                    binary.channel = Arc::clone(channel);
                }
            }
        }
    }

    /// Write each piece of output at once.
    pub fn set_unbuffered(&mut self) {
        for which in [Standard::Output, Standard::Error] {
            if let Some(id) = self.text_file_of(self.original_stream(which))
                && let Some(file) = self.heap.text_file(id)
            {
                file.write_through = true;
                let buffer = file.buffer;
                if let Some(binary) = self.heap.binary_file(buffer) {
                    binary.unbuffered = true;
                }
            }
        }
    }

    /// Write text to the standard stream that the process began with, and flush it: for reports of the engine itself.
    pub fn write_now(&mut self, which: Standard, text: &str) -> Reply {
        let Some(id) = self.text_file_of(self.original_stream(which)) else { return Reply::Done };
        if !text.is_empty() {
            self.heap.write_encoded(id, text.as_bytes());
        }
        self.heap.flush_text(id);
        self.channel_of(id).map_or(Reply::Done, |c| c.drain())
    }

    /// At exit: write what open files still hold, the standard streams last. A failure of those is CPython's exit
    /// status 120.
    pub fn flush_files(&mut self) -> Reply {
        for channel in self.flush_writers() {
            channel.drain();
        }
        let mut result = Reply::Done;
        for which in [Standard::Output, Standard::Error] {
            let reply = self.write_now(which, "");
            if matches!(reply, Reply::Failed { .. }) {
                result = reply;
            }
        }
        result
    }

    /// Hand over what all open files hold; the channels that must be drained. A file that is opened again is complete
    /// then, as in CPython, which closes a file when the last reference to it is gone.
    fn flush_writers(&mut self) -> Vec<Arc<Channel>> {
        let mut writers = std::mem::take(&mut self.streams.writers);
        writers.retain(|&id| self.heap.binary_file(id).is_some_and(|file| !file.closed));
        let mut channels = Vec::new();
        for &id in &writers {
            if let Some(file) = self.heap.binary_file(id)
                && file.flush_all()
            {
                channels.push(Arc::clone(&file.channel));
            }
        }
        self.streams.writers = writers;
        channels
    }

    /// The id of a value that is a text file of ours.
    pub(crate) fn text_file_of(&self, value: Value) -> Option<OpaqueId> {
        match self.payload(value) {
            Value::Opaque(id) if self.heap.opaques[id].get::<TextFile>().is_some() => Some(id),
            _ => None,
        }
    }

    /// Whether `sys.stdout` (or another) is what it was at the start, and open.
    pub(crate) fn writes_to_original(&self, which: Standard) -> bool {
        let stream = self.stream(which);
        let file = self.text_file_of(stream).and_then(|id| self.binary_below(id));
        stream == self.original_stream(which) && file.is_some_and(|file| !file.closed)
    }

    /// Of a text file: the channel below.
    fn channel_of(&self, id: OpaqueId) -> Option<Arc<Channel>> {
        Some(Arc::clone(&self.binary_below(id)?.channel))
    }

    /// Of a text file: the binary file below.
    fn binary_below(&self, id: OpaqueId) -> Option<&BinaryFile> {
        let file = self.heap.opaques[id].get::<TextFile>()?;
        self.heap.opaques[file.buffer].get::<BinaryFile>()
    }

    /// Write what a channel was sent, without the GIL, then go on with `then`.
    fn drain(&self, channel: &Arc<Channel>, state: Value, then: fn(&mut Interp, Value, Reply) -> NativeResult) -> Trap {
        let channel = Arc::clone(channel);
        io_trap("write", move || channel.drain(), state, then)
    }

    /// The exception for a failed reply; nothing for a good one.
    pub fn check_reply(&mut self, reply: &Reply) -> Result<(), Trap> {
        match reply {
            Reply::Failed { errno, message, filename } => Err(self.os_error(*errno, message, filename.as_deref())),
            _ => Ok(()),
        }
    }

    /// `io.UnsupportedOperation(message)`.
    fn unsupported(&mut self, message: &str) -> Trap {
        let class = self.file_classes().unsupported;
        self.raise(class, message)
    }
}

/// Do something without the GIL.
pub fn io_trap(
    label: &'static str,
    run: impl FnOnce() -> Reply + Send + 'static,
    state: Value,
    then: fn(&mut Interp, Value, Reply) -> NativeResult,
) -> Trap {
    Trap::Io(Box::new(IoRequest { work: IoWork { label, takes: None, run: Box::new(run) }, then, state }))
}

/// The end of a request whose result is `None`.
fn done(interp: &mut Interp, _state: Value, reply: Reply) -> NativeResult {
    interp.check_reply(&reply)?;
    Ok(Value::None)
}

/// The end of a request whose result was known before.
fn done_with(interp: &mut Interp, state: Value, reply: Reply) -> NativeResult {
    interp.check_reply(&reply)?;
    Ok(state)
}
