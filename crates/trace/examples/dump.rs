//! Prints every record of a trace as it was read.
#![allow(clippy::print_stdout)]

use gilscope_trace::{Catalogue, Record, TraceReader};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("which file?")?;
    let mut catalogue = Catalogue::default();
    for record in TraceReader::open(path.as_ref())? {
        match record? {
            Record::Definition(definition) => {
                println!("  {definition:?}");
                catalogue.insert(definition);
            }
            Record::Event(event) => {
                let place = event.place.and_then(|place| catalogue.locate(place));
                let place = place.map(|(code, line)| format!("{}:{line}", code.name)).unwrap_or_default();
                println!("{:>9} {} {place} {:?}", event.time.0, event.thread, event.kind);
            }
        }
    }
    Ok(())
}
