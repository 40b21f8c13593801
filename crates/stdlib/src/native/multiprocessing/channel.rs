//! `_multiprocessing.Channel`: an end of a pipe that carries messages, or of two.

use super::{changes, content, deadline, look_again, new_object, notify, parts, with_deadline};
use gilscope_vm::exceptions::EOF_ERROR;
use gilscope_vm::heap::collect::Marker;
use gilscope_vm::native::{Args, NativeDef, NativeResult, Trap};
use gilscope_vm::object::Opaque;
use gilscope_vm::truth::truthy;
use gilscope_vm::value::ModuleId;
use gilscope_vm::{Interp, Reply, Value};
use parking_lot::Mutex;
use std::any::Any;
use std::collections::VecDeque;
use std::sync::Arc;

/// So many bytes may be under way; a larger message may be alone (`pipe(7)`).
const CAPACITY: usize = 64 << 10;

/// `errno` of an end that this process has closed, and of one that no process can read from any more.
const EBADF: i32 = 9;
const EPIPE: i32 = 32;

#[derive(Debug, Default)]
struct Messages {
    queue: VecDeque<Vec<u8>>,
    bytes: usize,
    readers: usize,
    writers: usize,
}

/// The end at which messages come out; open as long as any process has it.
#[derive(Debug)]
struct ReadEnd(Arc<Mutex<Messages>>);

/// The end at which they are put in.
#[derive(Debug)]
struct WriteEnd(Arc<Mutex<Messages>>);

impl ReadEnd {
    fn of(messages: &Arc<Mutex<Messages>>) -> ReadEnd {
        messages.lock().readers += 1;
        ReadEnd(Arc::clone(messages))
    }
}

impl WriteEnd {
    fn of(messages: &Arc<Mutex<Messages>>) -> WriteEnd {
        messages.lock().writers += 1;
        WriteEnd(Arc::clone(messages))
    }
}

impl Drop for ReadEnd {
    fn drop(&mut self) {
        self.0.lock().readers -= 1;
        notify();
    }
}

impl Drop for WriteEnd {
    fn drop(&mut self) {
        self.0.lock().writers -= 1;
        notify();
    }
}

/// One side. What is not there cannot be done with it; after `close` nothing can.
#[derive(Debug)]
struct Channel {
    incoming: Option<ReadEnd>,
    outgoing: Option<WriteEnd>,
}

impl Opaque for Channel {
    fn trace(&self, _marker: &mut Marker) {}

    fn boxed_clone(&self) -> Box<dyn Opaque> {
        let incoming = self.incoming.as_ref().map(|end| ReadEnd::of(&end.0));
        let outgoing = self.outgoing.as_ref().map(|end| WriteEnd::of(&end.0));
        Box::new(Channel { incoming, outgoing })
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
}

impl Channel {
    /// Whether `recv` would not have to wait.
    fn is_ready(&self) -> bool {
        self.incoming.as_ref().is_some_and(|end| {
            let messages = end.0.lock();
            !messages.queue.is_empty() || messages.writers == 0
        })
    }
}

const METHODS: &[NativeDef] = &[
    NativeDef::method("send", send, 1, 1),
    NativeDef::method("recv", recv, 0, 0),
    NativeDef::method("poll", poll, 0, 1).params(&["timeout"]),
    NativeDef::method("close", close, 0, 0),
];

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("pipe", pipe, 1, 1).params(&["duplex"]),
    NativeDef::function("wait", wait, 1, 2).params(&["channels", "timeout"]),
];

pub(super) fn install(interp: &mut Interp, module: ModuleId) {
    let class = super::add_class(interp, module, "Channel", METHODS);
    interp.add_getter(class, "closed", |interp, value| {
        let channel = content::<Channel>(interp, value, "Channel")?;
        Ok(Value::bool(channel.incoming.is_none() && channel.outgoing.is_none()))
    });
    interp.extend_module("_multiprocessing", FUNCTIONS);
}

fn pipe(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let duplex = truthy(interp, args.at(0)).ok_or(Trap::Defer)?;
    let (forth, back) = (Arc::default(), Arc::default());
    let first = Channel { incoming: Some(ReadEnd::of(&back)), outgoing: duplex.then(|| WriteEnd::of(&forth)) };
    let second = Channel { incoming: duplex.then(|| ReadEnd::of(&forth)), outgoing: Some(WriteEnd::of(&back)) };
    let ends = [new_object(interp, "Channel", first)?, new_object(interp, "Channel", second)?];
    Ok(interp.heap.new_tuple(&ends))
}

fn this(interp: &mut Interp, value: Value) -> Result<&mut Channel, Trap> {
    content(interp, value, "Channel")
}

fn send(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let state = interp.heap.new_tuple(&[args.at(0), args.at(1)]);
    look_to_send(interp, state, Reply::Done)
}

fn look_to_send(interp: &mut Interp, state: Value, _reply: Reply) -> NativeResult {
    let since = changes();
    let Value::Tuple(id) = state else { return Ok(Value::None) };
    let (channel, data) = (interp.heap.tuple(id)[0], interp.heap.tuple(id)[1]);
    let Value::Bytes(bytes) = interp.payload(data) else {
        return Err(interp.type_error("a bytes object is required"));
    };
    let message = interp.heap.bytes[bytes].data.to_vec();
    let Some(end) = &this(interp, channel)?.outgoing else {
        return Err(interp.os_error(EBADF, "Bad file descriptor", None));
    };
    let mut messages = end.0.lock();
    if messages.readers == 0 {
        drop(messages);
        return Err(interp.os_error(EPIPE, "Broken pipe", None));
    }
    if messages.bytes > 0 && messages.bytes + message.len() > CAPACITY {
        drop(messages);
        return Err(look_again(interp, since, None, state, look_to_send));
    }
    messages.bytes += message.len();
    messages.queue.push_back(message);
    drop(messages);
    notify();
    Ok(Value::None)
}

fn recv(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    look_to_receive(interp, args.at(0), Reply::Done)
}

fn look_to_receive(interp: &mut Interp, channel: Value, _reply: Reply) -> NativeResult {
    let since = changes();
    let Some(end) = &this(interp, channel)?.incoming else {
        return Err(interp.os_error(EBADF, "Bad file descriptor", None));
    };
    let mut messages = end.0.lock();
    if let Some(message) = messages.queue.pop_front() {
        messages.bytes -= message.len();
        drop(messages);
        notify();
        return Ok(interp.heap.new_bytes(message));
    }
    let is_over = messages.writers == 0;
    drop(messages);
    match is_over {
        true => Err(interp.raise_with(EOF_ERROR, &[])),
        false => Err(look_again(interp, since, None, channel, look_to_receive)),
    }
}

fn poll(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let deadline = match args.get(1) {
        None => Some(0),
        Some(timeout) => deadline(interp, timeout)?,
    };
    let state = with_deadline(interp, args.at(0), deadline);
    look_whether_ready(interp, state, Reply::Done)
}

fn look_whether_ready(interp: &mut Interp, state: Value, _reply: Reply) -> NativeResult {
    let since = changes();
    let (channel, deadline, is_over) = parts(interp, state);
    let channel = this(interp, channel)?;
    if channel.incoming.is_none() {
        return Err(interp.os_error(EBADF, "Bad file descriptor", None));
    }
    match channel.is_ready() {
        true => Ok(Value::True),
        false if is_over => Ok(Value::False),
        false => Err(look_again(interp, since, deadline, state, look_whether_ready)),
    }
}

/// `wait(channels, timeout=None)`: those that are ready.
fn wait(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let channels = gilscope_vm::iteration::iter_to_vec(interp, args.at(0))?;
    let channels = interp.heap.new_tuple(&channels);
    let deadline = deadline(interp, args.or_none(1))?;
    let state = with_deadline(interp, channels, deadline);
    look_for_ready(interp, state, Reply::Done)
}

fn look_for_ready(interp: &mut Interp, state: Value, _reply: Reply) -> NativeResult {
    let since = changes();
    let (channels, deadline, is_over) = parts(interp, state);
    let Value::Tuple(id) = channels else { return Ok(Value::None) };
    let mut ready = Vec::new();
    for channel in interp.heap.tuple(id).to_vec() {
        if this(interp, channel)?.is_ready() {
            ready.push(channel);
        }
    }
    if ready.is_empty() && !is_over {
        return Err(look_again(interp, since, deadline, state, look_for_ready));
    }
    Ok(interp.heap.new_list(ready))
}

fn close(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let channel = this(interp, args.at(0))?;
    (channel.incoming, channel.outgoing) = (None, None);
    Ok(Value::None)
}
