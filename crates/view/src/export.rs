//! An execution as tracks for other viewers: one for the interpreter lock, one per thread, one per lock of the script,
//! with stretches of time on them, moments, and arrows from whoever gave the interpreter lock up to who took it next.

mod chrome;
mod csv;
mod perfetto;

pub use self::chrome::Chrome;
pub use self::csv::Csv;
pub use self::perfetto::Perfetto;

use crate::look::Look;
use crate::view::View;
use crate::{names, words};
use gilscope_analysis::{LockHold, Owners, Phase, Phases, Segment};
use gilscope_trace::{Catalogue, Event, EventKind, Header, LockId, ThreadId, Timestamp};
use std::collections::BTreeSet;
use std::io::{self, Write};

/// A line of the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Track {
    Gil,
    Thread(ThreadId),
    Lock(LockId),
}

/// A stretch of time on a track.
#[derive(Debug, Clone, PartialEq)]
pub struct Slice {
    pub track: Track,
    pub name: String,
    pub category: &'static str,
    pub from: Timestamp,
    pub to: Timestamp,
    /// The arrow that begins at its end.
    pub gives: Option<u64>,
    /// The arrow that ends at its beginning.
    pub takes: Option<u64>,
    pub details: Vec<(&'static str, String)>,
}

/// A moment on a track.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    pub track: Track,
    pub name: String,
    pub at: Timestamp,
}

/// Writes tracks in the form of a certain viewer.
pub trait TrackWriter {
    /// Writes what comes first: all tracks there are, with their names, in the order in which they are to be shown.
    fn begin(&mut self, header: &Header, tracks: &[(Track, String)], out: &mut dyn Write) -> io::Result<()>;

    /// Writes a stretch of time. Those of one track come in the order of time.
    fn slice(&mut self, slice: &Slice, out: &mut dyn Write) -> io::Result<()>;

    /// Writes a moment.
    fn moment(&mut self, moment: &Moment, out: &mut dyn Write) -> io::Result<()>;

    /// Writes what comes last.
    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()>;
}

/// Makes tracks of events. The catalogue must be complete when it begins.
pub struct Export<W> {
    header: Header,
    writer: W,
    window: (Timestamp, Timestamp),
    phases: Phases,
    owners: Owners,
    last: Timestamp,
    arrows: u64,
    /// The hold that ended last, until it is known who had the lock next.
    given: Option<(ThreadId, Slice)>,
    /// What ended since: it comes after that hold, and perhaps on the same track.
    behind: Vec<Slice>,
    /// Arrows that end with the hold that each of these threads is in.
    taking: Vec<(ThreadId, u64)>,
    holding: BTreeSet<ThreadId>,
}

impl<W: TrackWriter> Export<W> {
    /// One of an execution that was recorded under these conditions; of what happens between two moments.
    pub fn new(header: Header, window: (Timestamp, Timestamp), writer: W) -> Export<W> {
        Export {
            header,
            writer,
            window,
            phases: Phases::default(),
            owners: Owners::default(),
            last: Timestamp(0),
            arrows: 0,
            given: None,
            behind: Vec::new(),
            taking: Vec::new(),
            holding: BTreeSet::new(),
        }
    }

    /// Connects the hold that ended last with the one that begins, if the lock went from one thread to another.
    fn connect(&mut self, taker: ThreadId, out: &mut dyn Write) -> io::Result<()> {
        if let Some((_, slice)) = self.given.as_mut().filter(|(giver, _)| *giver != taker && self.holding.is_empty()) {
            self.arrows += 1;
            slice.gives = Some(self.arrows);
            self.taking.push((taker, self.arrows));
        }
        self.settle(out)
    }

    /// Writes the hold that ended last, and what had to wait for it.
    fn settle(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let given = self.given.take().map(|(_, slice)| slice);
        let behind = std::mem::take(&mut self.behind);
        given.into_iter().chain(behind).try_for_each(|slice| self.write(slice, out))
    }

    fn segment(&mut self, catalogue: &Catalogue, segment: &Segment, out: &mut dyn Write) -> io::Result<()> {
        let mut slice = segment_slice(catalogue, segment);
        if segment.phase != Phase::Holding {
            return self.write(slice, out);
        }
        let taken = self.taking.iter().position(|(thread, _)| *thread == segment.thread);
        slice.takes = taken.map(|index| self.taking.swap_remove(index).1);
        if self.has_gil() {
            let name = catalogue.thread_name(segment.thread);
            let gil = Slice { track: Track::Gil, name, gives: None, takes: None, ..slice.clone() };
            self.write(gil, out)?;
        }
        self.settle(out)?;
        self.given = Some((segment.thread, slice));
        Ok(())
    }

    fn lock(&mut self, catalogue: &Catalogue, hold: LockHold, out: &mut dyn Write) -> io::Result<()> {
        let slice = Slice {
            track: Track::Lock(hold.lock),
            name: catalogue.thread_name(hold.owner),
            category: "lock",
            from: hold.from,
            to: hold.to,
            gives: None,
            takes: None,
            details: Vec::new(),
        };
        self.write(slice, out)
    }

    /// Writes the part that lies between the two moments.
    fn write(&mut self, slice: Slice, out: &mut dyn Write) -> io::Result<()> {
        let (from, to) = (slice.from.max(self.window.0), slice.to.min(self.window.1));
        if from >= to {
            return Ok(());
        }
        if self.given.is_some() {
            self.behind.push(slice);
            return Ok(());
        }
        let (gives, takes) = (slice.gives.filter(|_| to == slice.to), slice.takes.filter(|_| from == slice.from));
        self.writer.slice(&Slice { from, to, gives, takes, ..slice }, out)
    }

    fn moment(&mut self, event: &Event, name: String, out: &mut dyn Write) -> io::Result<()> {
        let is_inside = self.window.0 <= event.time && event.time <= self.window.1;
        if !is_inside {
            return Ok(());
        }
        self.writer.moment(&Moment { track: Track::Thread(event.thread), name, at: event.time }, out)
    }

    fn has_gil(&self) -> bool {
        gilscope_analysis::has_one_gil(&self.header)
    }
}

impl<W: TrackWriter> View for Export<W> {
    fn begin(&mut self, catalogue: &Catalogue, out: &mut dyn Write) -> io::Result<()> {
        let mut tracks = Vec::new();
        if self.has_gil() {
            tracks.push((Track::Gil, "GIL".to_owned()));
        }
        tracks.extend(catalogue.threads().map(|(id, _)| (Track::Thread(id), catalogue.thread_name(id))));
        tracks.extend(catalogue.locks().map(|(id, _)| (Track::Lock(id), names::lock(catalogue, id))));
        self.writer.begin(&self.header, &tracks, out)
    }

    fn observe(&mut self, catalogue: &Catalogue, event: &Event, out: &mut dyn Write) -> io::Result<()> {
        self.last = self.last.max(event.time);
        let mut ended = Vec::new();
        self.phases.observe(event, |segment| ended.push(segment));
        for segment in &ended {
            self.segment(catalogue, segment, out)?;
        }
        if let Some(hold) = self.owners.observe(event) {
            self.lock(catalogue, hold, out)?;
        }
        match &event.kind {
            EventKind::GilTaken { .. } => {
                self.connect(event.thread, out)?;
                self.holding.insert(event.thread);
            }
            EventKind::GilReleased { .. } => drop(self.holding.remove(&event.thread)),
            EventKind::GilRequested { .. } => self.moment(event, "asks for the GIL".to_owned(), out)?,
            EventKind::TextWritten { text, .. } => {
                self.moment(event, format!("writes {:?}", text.trim_end_matches('\n')), out)?;
            }
            _ => {}
        }
        Ok(())
    }

    fn finish(&mut self, catalogue: &Catalogue, out: &mut dyn Write) -> io::Result<()> {
        let mut ended = Vec::new();
        std::mem::take(&mut self.phases).finish(self.last, |segment| ended.push(segment));
        for segment in &ended {
            self.segment(catalogue, segment, out)?;
        }
        self.settle(out)?;
        let holds: Vec<LockHold> = std::mem::take(&mut self.owners).finish(self.last).collect();
        for hold in holds {
            self.lock(catalogue, hold, out)?;
        }
        self.writer.finish(out)
    }
}

fn segment_slice(catalogue: &Catalogue, segment: &Segment) -> Slice {
    let look = Look::default();
    let name = match segment.on {
        Some(on) if segment.phase != Phase::Sleep && segment.phase != Phase::Io => {
            words::blocked(catalogue, segment.thread, on, &look)
        }
        _ => words::phase(segment.phase).to_owned(),
    };
    let mut details = Vec::new();
    if let Some(reason) = segment.reason {
        details.push(("released for", reason.name().to_owned()));
    }
    if let Some((code, line)) = segment.place.and_then(|place| catalogue.locate(place)) {
        details.push(("at", format!("{} ({}:{line})", code.name, code.file)));
    }
    Slice {
        track: Track::Thread(segment.thread),
        name,
        category: segment.phase.name(),
        from: segment.from,
        to: segment.to,
        gives: None,
        takes: None,
        details,
    }
}
