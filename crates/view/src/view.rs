//! What all views that are written event by event have in common.

use gilscope_trace::{Catalogue, Event};
use std::io::{self, Write};

/// Something that is written while the events go by.
pub trait View {
    /// Writes what comes before all events. The catalogue may be empty yet.
    fn begin(&mut self, catalogue: &Catalogue, out: &mut dyn Write) -> io::Result<()> {
        let _ = (catalogue, out);
        Ok(())
    }

    /// Takes one event in, and writes what it completes.
    fn observe(&mut self, catalogue: &Catalogue, event: &Event, out: &mut dyn Write) -> io::Result<()>;

    /// Writes what comes after all events. A record that was cut off ends like any other.
    fn finish(&mut self, catalogue: &Catalogue, out: &mut dyn Write) -> io::Result<()>;
}
