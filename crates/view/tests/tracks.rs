//! What is exported of an execution: tracks whose stretches follow each other, and arrows with two ends.

mod executions;

use executions::{Execution, bank, server};
use gilscope_trace::{Catalogue, Header, Timestamp};
use gilscope_view::View;
use gilscope_view::export::{Export, Moment, Slice, Track, TrackWriter};
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::{Arc, Mutex};

/// Keeps what it is given.
#[derive(Clone, Default)]
struct Kept {
    slices: Arc<Mutex<Vec<Slice>>>,
}

impl TrackWriter for Kept {
    fn begin(&mut self, _: &Header, _: &[(Track, String)], _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn slice(&mut self, slice: &Slice, _: &mut dyn Write) -> io::Result<()> {
        self.slices.lock().expect("nobody panicked").push(slice.clone());
        Ok(())
    }

    fn moment(&mut self, _: &Moment, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn finish(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

fn exported(execution: &Execution, window: (u64, u64)) -> Vec<Slice> {
    let mut catalogue = Catalogue::default();
    execution.definitions.iter().for_each(|definition| catalogue.insert(definition.clone()));
    let kept = Kept::default();
    let window = (Timestamp(window.0), Timestamp(window.1));
    let mut export = Export::new(execution.header.clone(), window, kept.clone());
    let out = &mut io::sink();
    export.begin(&catalogue, out).expect("it keeps everything");
    for event in &execution.recording.events {
        export.observe(&catalogue, event, out).expect("it keeps everything");
    }
    export.finish(&catalogue, out).expect("it keeps everything");
    let slices = kept.slices.lock().expect("nobody panicked");
    slices.clone()
}

#[test]
fn stretches_of_a_track_follow_each_other() {
    for execution in [bank(), server()] {
        let mut ends: BTreeMap<Track, Timestamp> = BTreeMap::new();
        for slice in exported(&execution, (0, u64::MAX)) {
            let end = ends.insert(slice.track, slice.to).unwrap_or_default();
            assert!(end <= slice.from && slice.from < slice.to, "{}: {slice:?} after {end:?}", execution.name);
        }
    }
}

#[test]
fn an_arrow_leads_from_a_hold_to_that_of_another_thread() {
    for execution in [bank(), server()] {
        let slices = exported(&execution, (0, u64::MAX));
        let givers: BTreeMap<u64, &Slice> = slices.iter().filter_map(|slice| Some((slice.gives?, slice))).collect();
        let takers: BTreeMap<u64, &Slice> = slices.iter().filter_map(|slice| Some((slice.takes?, slice))).collect();
        assert!(givers.len() > 10 && givers.keys().eq(takers.keys()), "{}", execution.name);
        for (arrow, giver) in givers {
            let taker = takers[&arrow];
            assert!(giver.track != taker.track && giver.to <= taker.from, "{}: {giver:?} {taker:?}", execution.name);
        }
    }
}

#[test]
fn a_window_cuts_stretches_and_drops_arrows_that_lead_out_of_it() {
    let slices = exported(&bank(), (5_000_000, 8_000_000));
    assert!(slices.iter().all(|slice| slice.from >= Timestamp(5_000_000) && slice.to <= Timestamp(8_000_000)));
    let holds: Vec<&Slice> = slices.iter().filter(|slice| slice.category == "holding").collect();
    assert_eq!(holds.first().map(|slice| slice.takes), Some(None));
    assert_eq!(holds.last().map(|slice| slice.gives), Some(None));
}
