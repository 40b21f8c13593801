//! Perfetto's trace: protocol buffers.
//!
//! The messages are the few of <https://github.com/google/perfetto/tree/main/protos/perfetto/trace> that tracks need,
//! with the field numbers of that schema.

use super::{Moment, Slice, Track, TrackWriter};
use crate::words;
use gilscope_trace::{Header, Timestamp};
use prost::Message;
use std::io::{self, Write};

/// Writes packets, one after the other: a trace is nothing but their concatenation.
#[derive(Debug, Default)]
pub struct Perfetto {
    has_packets: bool,
}

const GIL: u64 = 1;
const THREADS: u64 = 2;
const LOCKS: u64 = 3;
/// All packets come from one writer.
const SEQUENCE: u32 = 1;
/// The first packet of a sequence says that no state came before it.
const CLEARED: u32 = 1;
/// Children are shown in the order that their ranks give.
const EXPLICIT: i32 = 3;

#[derive(Clone, PartialEq, Message)]
struct Trace {
    #[prost(message, repeated, tag = "1")]
    packet: Vec<TracePacket>,
}

#[derive(Clone, PartialEq, Message)]
struct TracePacket {
    #[prost(uint64, optional, tag = "8")]
    timestamp: Option<u64>,
    #[prost(uint32, optional, tag = "10")]
    trusted_packet_sequence_id: Option<u32>,
    #[prost(message, optional, tag = "11")]
    track_event: Option<TrackEvent>,
    #[prost(uint32, optional, tag = "13")]
    sequence_flags: Option<u32>,
    #[prost(message, optional, tag = "60")]
    track_descriptor: Option<TrackDescriptor>,
}

#[derive(Clone, PartialEq, Message)]
struct TrackDescriptor {
    #[prost(uint64, optional, tag = "1")]
    uuid: Option<u64>,
    #[prost(string, optional, tag = "2")]
    name: Option<String>,
    #[prost(uint64, optional, tag = "5")]
    parent_uuid: Option<u64>,
    #[prost(int32, optional, tag = "11")]
    child_ordering: Option<i32>,
    #[prost(int32, optional, tag = "12")]
    sibling_order_rank: Option<i32>,
}

#[derive(Clone, PartialEq, Message)]
struct TrackEvent {
    #[prost(message, repeated, tag = "4")]
    debug_annotations: Vec<DebugAnnotation>,
    #[prost(enumeration = "Kind", optional, tag = "9")]
    r#type: Option<i32>,
    #[prost(uint64, optional, tag = "11")]
    track_uuid: Option<u64>,
    #[prost(string, repeated, tag = "22")]
    categories: Vec<String>,
    #[prost(string, optional, tag = "23")]
    name: Option<String>,
    #[prost(fixed64, repeated, packed = "false", tag = "47")]
    flow_ids: Vec<u64>,
    #[prost(fixed64, repeated, packed = "false", tag = "48")]
    terminating_flow_ids: Vec<u64>,
}

#[derive(Clone, PartialEq, Message)]
struct DebugAnnotation {
    #[prost(string, optional, tag = "6")]
    string_value: Option<String>,
    #[prost(string, optional, tag = "10")]
    name: Option<String>,
}

/// `TrackEvent.Type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, prost::Enumeration)]
#[repr(i32)]
enum Kind {
    Unspecified = 0,
    SliceBegin = 1,
    SliceEnd = 2,
    Instant = 3,
}

impl Perfetto {
    fn packet(&mut self, packet: TracePacket, out: &mut dyn Write) -> io::Result<()> {
        let is_first = !std::mem::replace(&mut self.has_packets, true);
        let packet = TracePacket {
            trusted_packet_sequence_id: Some(SEQUENCE),
            sequence_flags: is_first.then_some(CLEARED),
            ..packet
        };
        out.write_all(&Trace { packet: vec![packet] }.encode_to_vec())
    }

    fn descriptor(&mut self, descriptor: TrackDescriptor, out: &mut dyn Write) -> io::Result<()> {
        self.packet(TracePacket { track_descriptor: Some(descriptor), ..TracePacket::default() }, out)
    }

    fn event(&mut self, at: Timestamp, event: TrackEvent, out: &mut dyn Write) -> io::Result<()> {
        self.packet(TracePacket { timestamp: Some(at.0), track_event: Some(event), ..TracePacket::default() }, out)
    }
}

impl TrackWriter for Perfetto {
    fn begin(&mut self, header: &Header, tracks: &[(Track, String)], out: &mut dyn Write) -> io::Result<()> {
        let groups = [(GIL, words::conditions(header)), (THREADS, "threads".into()), (LOCKS, "locks".into())];
        for (rank, (uuid, name)) in groups.into_iter().enumerate() {
            let is_used = uuid == GIL || tracks.iter().any(|(track, _)| group(*track) == uuid);
            let descriptor = TrackDescriptor {
                uuid: Some(uuid),
                name: Some(name),
                child_ordering: Some(EXPLICIT),
                sibling_order_rank: Some(rank as i32),
                ..TrackDescriptor::default()
            };
            if is_used {
                self.descriptor(descriptor, out)?;
            }
        }
        for (rank, (track, name)) in tracks.iter().enumerate() {
            let descriptor = TrackDescriptor {
                uuid: Some(uuid(*track)),
                name: Some(name.clone()),
                parent_uuid: Some(group(*track)),
                sibling_order_rank: Some(i32::try_from(rank).unwrap_or(i32::MAX)),
                ..TrackDescriptor::default()
            };
            self.descriptor(descriptor, out)?;
        }
        Ok(())
    }

    fn slice(&mut self, slice: &Slice, out: &mut dyn Write) -> io::Result<()> {
        let annotations = slice
            .details
            .iter()
            .map(|(name, value)| DebugAnnotation { name: Some((*name).to_owned()), string_value: Some(value.clone()) });
        let begin = TrackEvent {
            debug_annotations: annotations.collect(),
            r#type: Some(Kind::SliceBegin.into()),
            track_uuid: Some(uuid(slice.track)),
            categories: vec![slice.category.to_owned()],
            name: Some(slice.name.clone()),
            flow_ids: slice.gives.into_iter().collect(),
            terminating_flow_ids: slice.takes.into_iter().collect(),
        };
        self.event(slice.from, begin, out)?;
        let end = TrackEvent {
            r#type: Some(Kind::SliceEnd.into()),
            track_uuid: Some(uuid(slice.track)),
            ..TrackEvent::default()
        };
        self.event(slice.to, end, out)
    }

    fn moment(&mut self, moment: &Moment, out: &mut dyn Write) -> io::Result<()> {
        let event = TrackEvent {
            r#type: Some(Kind::Instant.into()),
            track_uuid: Some(uuid(moment.track)),
            categories: vec!["event".to_owned()],
            name: Some(moment.name.clone()),
            ..TrackEvent::default()
        };
        self.event(moment.at, event, out)
    }

    fn finish(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

fn group(track: Track) -> u64 {
    match track {
        Track::Gil => GIL,
        Track::Thread(_) => THREADS,
        Track::Lock(_) => LOCKS,
    }
}

/// A number that no other track has; that of a lock may be any below 2⁶².
fn uuid(track: Track) -> u64 {
    match track {
        Track::Gil => 4,
        Track::Thread(id) => 16 + u64::from(id.0),
        Track::Lock(id) => (1 << 62) | (id.0 & ((1 << 62) - 1)),
    }
}
