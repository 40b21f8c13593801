//! The timeline as characters: one lane per thread, and one for the interpreter lock.

use crate::history::History;
use crate::mark::Mark;
use gilscope_analysis::Situation;
use gilscope_trace::{ThreadId, Timestamp};
use std::collections::BTreeMap;

/// A thread that runs for so small a part of a column, or less, is not shown to run in it.
const NOTABLE: u64 = 10;

/// A stretch of time, drawn in columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lanes {
    pub start: Timestamp,
    pub end: Timestamp,
    /// The column of the moment that is shown, if it is in sight.
    pub here: Option<usize>,
    /// Who has the interpreter lock for most of each column.
    pub gil: Vec<Option<ThreadId>>,
    pub threads: Vec<(ThreadId, Vec<Mark>)>,
}

/// A stretch of time and the columns it is drawn in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    pub start: Timestamp,
    pub end: Timestamp,
    pub columns: usize,
}

impl Scale {
    /// The column of a moment; the last one for what comes later.
    pub fn column(&self, at: Timestamp) -> usize {
        let span = u128::from(self.end.0.saturating_sub(self.start.0).max(1));
        let from_start = u128::from(at.0.saturating_sub(self.start.0));
        let column = from_start * self.columns as u128 / span;
        usize::try_from(column).unwrap_or(usize::MAX).min(self.columns.saturating_sub(1))
    }

    /// When a column begins.
    pub fn moment(&self, column: usize) -> Timestamp {
        let span = u128::from(self.end.0.saturating_sub(self.start.0).max(1));
        let offset = span * column as u128 / (self.columns.max(1) as u128);
        Timestamp(self.start.0.saturating_add(u64::try_from(offset).unwrap_or(u64::MAX)))
    }

    pub fn contains(&self, at: Timestamp) -> bool {
        (self.start..=self.end).contains(&at)
    }
}

/// How long each of several things lasted in each column.
struct Tally<T> {
    columns: Vec<BTreeMap<T, u64>>,
}

impl<T: Ord + Copy> Tally<T> {
    fn new(columns: usize) -> Tally<T> {
        Tally { columns: vec![BTreeMap::new(); columns] }
    }

    fn add(&mut self, scale: &Scale, what: T, from: Timestamp, to: Timestamp) {
        let (from, to) = (from.max(scale.start), to.min(scale.end));
        if from >= to {
            return;
        }
        let (first, last) = (scale.column(from), scale.column(to));
        for column in first..=last {
            let begin = from.max(scale.moment(column));
            let end = if column == last { to } else { to.min(scale.moment(column + 1)) };
            let time = end.0.saturating_sub(begin.0);
            if time > 0
                && let Some(cell) = self.columns.get_mut(column)
            {
                *cell.entry(what).or_default() += time;
            }
        }
    }

    fn greatest(&self) -> impl Iterator<Item = Option<T>> + '_ {
        self.columns.iter().map(|cell| cell.iter().max_by_key(|(_, time)| **time).map(|(what, _)| *what))
    }
}

impl Tally<Mark> {
    fn marks(&self) -> Vec<Mark> {
        let mark = |(greatest, cell): (Option<Mark>, &BTreeMap<Mark, u64>)| {
            let all: u64 = cell.values().sum();
            let runs = cell.get(&Mark::Runs).copied().unwrap_or(0);
            match greatest.unwrap_or(Mark::Absent) {
                Mark::Runs => Mark::Runs,
                _ if runs > 0 && runs >= all / NOTABLE => Mark::Mixed,
                other => other,
            }
        };
        self.greatest().zip(&self.columns).map(mark).collect()
    }
}

/// Lanes in the making.
struct Drawing<'s> {
    scale: &'s Scale,
    gil: Tally<ThreadId>,
    threads: BTreeMap<ThreadId, (Mark, Timestamp, Tally<Mark>)>,
    holder: Option<(ThreadId, Timestamp)>,
}

impl Lanes {
    /// The scale that they are drawn to.
    pub fn scale(&self) -> Scale {
        Scale { start: self.start, end: self.end, columns: self.gil.len() }
    }

    /// The same with this moment marked, if it is in sight.
    pub fn at(self, time: Timestamp) -> Lanes {
        let scale = self.scale();
        Lanes { here: scale.contains(time).then(|| scale.column(time)), ..self }
    }

    /// Draws a stretch of the history.
    pub fn draw(history: &History, scale: &Scale) -> Lanes {
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
        drawing.finish(scale.end.min(history.end()))
    }
}

impl Drawing<'_> {
    fn new<'s>(scale: &'s Scale, situation: &Situation) -> Drawing<'s> {
        let lane = |doing| (Mark::of(doing), scale.start, Tally::new(scale.columns));
        Drawing {
            scale,
            gil: Tally::new(scale.columns),
            threads: situation.threads.iter().map(|(&id, standing)| (id, lane(standing.doing))).collect(),
            holder: situation.holder.map(|holder| (holder, scale.start)),
        }
    }

    fn see(&mut self, situation: &Situation, thread: ThreadId, time: Timestamp) {
        let mark = Mark::of(situation.doing(thread));
        let columns = self.scale.columns;
        let lane = self.threads.entry(thread).or_insert_with(|| (mark, time, Tally::new(columns)));
        if lane.0 != mark {
            lane.2.add(self.scale, lane.0, lane.1, time);
            (lane.0, lane.1) = (mark, time);
        }
        if self.holder.map(|(holder, _)| holder) != situation.holder {
            if let Some((holder, since)) = self.holder {
                self.gil.add(self.scale, holder, since, time);
            }
            self.holder = situation.holder.map(|holder| (holder, time));
        }
    }

    fn finish(mut self, end: Timestamp) -> Lanes {
        if let Some((holder, since)) = self.holder {
            self.gil.add(self.scale, holder, since, end);
        }
        let threads = self.threads.into_iter().map(|(id, (mark, since, mut tally))| {
            tally.add(self.scale, mark, since, end);
            (id, tally.marks())
        });
        Lanes {
            start: self.scale.start,
            end: self.scale.end,
            here: None,
            threads: threads.collect(),
            gil: self.gil.greatest().collect(),
        }
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
        let lanes = Lanes::draw(&history, &scale);
        let text: Vec<String> =
            lanes.threads.iter().map(|(_, lane)| lane.iter().map(|mark| mark.pattern()).collect()).collect();
        assert_eq!(text, ["██████░░░░░░██jjjjjj", "     ·██████░░██████"]);
        let gil: String = lanes.gil.iter().map(|id| id.map_or('.', |id| if id.0 == 0 { '0' } else { '1' })).collect();
        assert_eq!(gil, "00000011111100111111");
    }

    #[test]
    fn columns_and_moments_agree() {
        let scale = Scale { start: Timestamp(100), end: Timestamp(1100), columns: 10 };
        for column in 0..10 {
            assert_eq!(scale.column(scale.moment(column)), column);
        }
        assert_eq!(scale.column(Timestamp(u64::MAX)), 9);
    }
}
