//! Comma-separated values: a row per stretch of time. RFC 4180.

use super::{Moment, Slice, Track, TrackWriter};
use gilscope_trace::Header;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Writes the rows.
#[derive(Debug, Default)]
pub struct Csv {
    names: BTreeMap<Track, String>,
}

impl Csv {
    fn row(&self, cells: &[&str], out: &mut dyn Write) -> io::Result<()> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(cells)?;
        let row = writer.into_inner().map_err(|error| io::Error::other(error.to_string()))?;
        out.write_all(&row)
    }

    fn track(&self, track: Track) -> (&'static str, String, &str) {
        let name = self.names.get(&track).map_or("", String::as_str);
        match track {
            Track::Gil => ("gil", String::new(), name),
            Track::Thread(id) => ("thread", id.0.to_string(), name),
            Track::Lock(id) => ("lock", id.0.to_string(), name),
        }
    }
}

impl TrackWriter for Csv {
    fn begin(&mut self, _: &Header, tracks: &[(Track, String)], out: &mut dyn Write) -> io::Result<()> {
        self.names = tracks.iter().cloned().collect();
        self.row(&["track", "id", "name", "what", "from_ns", "to_ns", "text", "reason", "place"], out)
    }

    fn slice(&mut self, slice: &Slice, out: &mut dyn Write) -> io::Result<()> {
        let (kind, id, name) = self.track(slice.track);
        let detail = |wanted: &str| {
            let found = slice.details.iter().find(|(name, _)| *name == wanted);
            found.map_or("", |(_, value)| value.as_str())
        };
        let (from, to) = (slice.from.0.to_string(), slice.to.0.to_string());
        let cells = [kind, &id, name, slice.category, &from, &to, &slice.name, detail("released for"), detail("at")];
        self.row(&cells, out)
    }

    fn moment(&mut self, moment: &Moment, out: &mut dyn Write) -> io::Result<()> {
        let (kind, id, name) = self.track(moment.track);
        let at = moment.at.0.to_string();
        self.row(&[kind, &id, name, "event", &at, &at, &moment.name, "", ""], out)
    }

    fn finish(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}
