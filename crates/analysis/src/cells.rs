//! A stretch of time in columns: what a timeline is drawn from, however wide it is and whatever draws it.

use gilscope_trace::Timestamp;
use std::collections::BTreeMap;
use std::time::Duration;

/// A stretch of time and the columns it is divided into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scale {
    pub start: Timestamp,
    pub end: Timestamp,
    pub columns: usize,
}

impl Scale {
    fn span(&self) -> u128 {
        u128::from(self.end.0.saturating_sub(self.start.0).max(1))
    }

    /// The column of a moment; the last one for what comes later.
    pub fn column(&self, at: Timestamp) -> usize {
        let from_start = u128::from(at.0.saturating_sub(self.start.0));
        let column = from_start * self.columns as u128 / self.span();
        usize::try_from(column).unwrap_or(usize::MAX).min(self.columns.saturating_sub(1))
    }

    /// When a column begins: the first nanosecond that is in it.
    pub fn moment(&self, column: usize) -> Timestamp {
        let offset = (self.span() * column as u128).div_ceil(self.columns.max(1) as u128);
        Timestamp(self.start.0.saturating_add(u64::try_from(offset).unwrap_or(u64::MAX)))
    }

    /// How long a column is.
    pub fn length(&self, column: usize) -> Duration {
        self.moment(column + 1).since(self.moment(column)).max(Duration::from_nanos(1))
    }

    pub fn contains(&self, at: Timestamp) -> bool {
        (self.start..=self.end).contains(&at)
    }
}

/// How many nanoseconds each of several things lasted in each column.
#[derive(Debug, Clone)]
pub struct Cells<T> {
    scale: Scale,
    columns: Vec<BTreeMap<T, u64>>,
    /// The column of what was added last, when it begins and when the next one does: what comes next is mostly there, too, and
    /// to find out takes no division.
    last: (usize, Timestamp, Timestamp),
}

impl<T: Ord + Copy> Cells<T> {
    /// Nothing yet.
    pub fn new(scale: &Scale) -> Cells<T> {
        Cells { scale: *scale, columns: vec![BTreeMap::new(); scale.columns], last: (0, scale.start, scale.moment(1)) }
    }

    /// Something lasted from one moment to another; what lies beyond the edges is left out.
    pub fn add(&mut self, what: T, from: Timestamp, to: Timestamp) {
        let scale = self.scale;
        let (from, to) = (from.max(scale.start), to.min(scale.end));
        if from >= to {
            return;
        }
        let (last, starts, ends) = self.last;
        if from >= starts && to < ends {
            return self.add_to(last, what, from, to);
        }
        let (first, last) = (scale.column(from), scale.column(to));
        self.last = (last, scale.moment(last), scale.moment(last + 1));
        let mut begin = from;
        for column in first..=last {
            let end = if column == last { to } else { scale.moment(column + 1) };
            self.add_to(column, what, begin, end);
            begin = end;
        }
    }

    fn add_to(&mut self, column: usize, what: T, from: Timestamp, to: Timestamp) {
        let time = to.0.saturating_sub(from.0);
        if time > 0
            && let Some(cell) = self.columns.get_mut(column)
        {
            *cell.entry(what).or_default() += time;
        }
    }

    /// What there is in each column, and for how long.
    pub fn iter(&self) -> impl Iterator<Item = &BTreeMap<T, u64>> {
        self.columns.iter()
    }
}

/// What lasted longest in a column.
pub fn greatest<T: Copy>(cell: &BTreeMap<T, u64>) -> Option<T> {
    cell.iter().max_by_key(|(_, time)| **time).map(|(what, _)| *what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_and_moments_agree() {
        for (end, columns) in [(1_100, 10), (1_100, 7), (107, 30), (u64::MAX, 80)] {
            let scale = Scale { start: Timestamp(100), end: Timestamp(end), columns };
            for column in (0..columns).filter(|&column| scale.moment(column) < scale.moment(column + 1)) {
                assert_eq!(scale.column(scale.moment(column)), column);
            }
            assert_eq!(scale.column(Timestamp(u64::MAX)), columns - 1);
        }
    }

    #[test]
    fn small_pieces_come_to_the_same_as_a_large_one() {
        let scale = Scale { start: Timestamp(7), end: Timestamp(1_000), columns: 13 };
        let (mut whole, mut pieces) = (Cells::new(&scale), Cells::new(&scale));
        whole.add('a', Timestamp(0), Timestamp(990));
        (0..990).for_each(|at| pieces.add('a', Timestamp(at), Timestamp(at + 1)));
        assert!(whole.iter().eq(pieces.iter()));
    }

    #[test]
    fn time_is_divided_among_columns_and_none_is_lost() {
        let scale = Scale { start: Timestamp(10), end: Timestamp(110), columns: 7 };
        let mut cells = Cells::new(&scale);
        cells.add('a', Timestamp(0), Timestamp(50));
        cells.add('b', Timestamp(50), Timestamp(500));
        let all: u64 = cells.iter().flat_map(|cell| cell.values()).sum();
        assert_eq!(all, 100);
        let text: String = cells.iter().filter_map(greatest).collect();
        assert_eq!(text, "aaabbbb");
    }
}
