//! The timeline as characters: one lane per thread, and one for the interpreter lock.

use crate::history::History;
use crate::mark::Mark;
use gilscope_analysis::{Cells, Scale, Situation, greatest};
use gilscope_trace::{ThreadId, Timestamp};
use std::collections::BTreeMap;

/// A thread that runs for so small a part of a column, or less, is not shown to run in it.
const NOTABLE: u64 = 10;

/// A stretch of time, drawn in columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lanes {
    pub scale: Scale,
    /// The column of the moment that is shown, if it is in sight.
    pub here: Option<usize>,
    /// Who has the interpreter lock for most of each column; nothing where there is no such lock.
    pub gil: Option<Vec<Option<ThreadId>>>,
    pub threads: Vec<(ThreadId, Vec<Mark>)>,
}

/// Lanes in the making.
struct Drawing<'s> {
    scale: &'s Scale,
    gil: Cells<ThreadId>,
    threads: BTreeMap<ThreadId, (Mark, Timestamp, Cells<Mark>)>,
    holder: Option<(ThreadId, Timestamp)>,
}

impl Lanes {
    /// The same with this moment marked, if it is in sight.
    pub fn at(self, time: Timestamp) -> Lanes {
        Lanes { here: self.scale.contains(time).then(|| self.scale.column(time)), ..self }
    }

    /// Draws a stretch of the history.
    pub fn draw(history: &History, scale: &Scale, has_one_gil: bool) -> Lanes {
        let first = history.index_at(scale.start);
        let mut situation = history.situation(first);
        let mut drawing = Drawing::new(scale, &situation);
        for recorded in &history.events()[first.min(history.events().len())..] {
            if recorded.event.time > scale.end {
                break;
            }
            situation.apply(&recorded.event);
            drawing.see(&situation, recorded.event.thread, recorded.event.time);
        }
        let lanes = drawing.finish(scale.end.min(history.end()));
        Lanes { gil: lanes.gil.filter(|_| has_one_gil), ..lanes }
    }
}

impl Drawing<'_> {
    fn new<'s>(scale: &'s Scale, situation: &Situation) -> Drawing<'s> {
        let lane = |doing| (Mark::of(doing), scale.start, Cells::new(scale));
        Drawing {
            scale,
            gil: Cells::new(scale),
            threads: situation.threads.iter().map(|(&id, standing)| (id, lane(standing.doing))).collect(),
            holder: situation.holder.map(|holder| (holder, scale.start)),
        }
    }

    fn see(&mut self, situation: &Situation, thread: ThreadId, time: Timestamp) {
        let mark = Mark::of(situation.doing(thread));
        let scale = self.scale;
        let lane = self.threads.entry(thread).or_insert_with(|| (mark, time, Cells::new(scale)));
        if lane.0 != mark {
            lane.2.add(lane.0, lane.1, time);
            (lane.0, lane.1) = (mark, time);
        }
        if self.holder.map(|(holder, _)| holder) != situation.holder {
            if let Some((holder, since)) = self.holder {
                self.gil.add(holder, since, time);
            }
            self.holder = situation.holder.map(|holder| (holder, time));
        }
    }

    fn finish(mut self, end: Timestamp) -> Lanes {
        if let Some((holder, since)) = self.holder {
            self.gil.add(holder, since, end);
        }
        let threads = self.threads.into_iter().map(|(id, (mark, since, mut cells))| {
            cells.add(mark, since, end);
            (id, cells.iter().map(shown).collect())
        });
        Lanes {
            scale: *self.scale,
            here: None,
            threads: threads.collect(),
            gil: Some(self.gil.iter().map(greatest).collect()),
        }
    }
}

/// What a column shows of what a thread did in it.
fn shown(cell: &BTreeMap<Mark, u64>) -> Mark {
    let all: u64 = cell.values().sum();
    let runs = cell.get(&Mark::Runs).copied().unwrap_or(0);
    match greatest(cell).unwrap_or(Mark::Absent) {
        Mark::Runs => Mark::Runs,
        _ if runs > 0 && runs >= all / NOTABLE => Mark::Mixed,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn a_lane_shows_what_most_of_a_column_was() {
        let history = sample::history();
        let scale = Scale { start: Timestamp(0), end: history.end(), columns: 20 };
        let lanes = Lanes::draw(&history, &scale, true);
        let text: Vec<String> =
            lanes.threads.iter().map(|(_, lane)| lane.iter().map(|mark| mark.pattern()).collect()).collect();
        assert_eq!(text, ["██████░░░░░░██jjjjjj", "     ·██████░░██████"]);
        let gil: String =
            lanes.gil.iter().flatten().map(|id| id.map_or('.', |id| if id.0 == 0 { '0' } else { '1' })).collect();
        assert_eq!(gil, "00000011111100111111");
    }
}
