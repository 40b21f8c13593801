//! The marks of a time axis.

use gilscope_trace::Timestamp;

/// Marks at round moments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Axis {
    /// The moments, and what is written there.
    pub(crate) marks: Vec<(Timestamp, String)>,
    /// The unit of all the numbers.
    pub(crate) unit: &'static str,
}

/// Nanoseconds in each unit, and its name.
const UNITS: [(u64, &str); 4] = [(1_000_000_000, "s"), (1_000_000, "ms"), (1_000, "µs"), (1, "ns")];

impl Axis {
    /// At most `most` marks between two moments, at 1, 2 or 5 times a power of ten.
    pub(crate) fn new(from: Timestamp, to: Timestamp, most: u64) -> Axis {
        let span = to.0.saturating_sub(from.0).max(1);
        let step = step(span, most.max(1));
        let (size, unit) = UNITS.into_iter().find(|(size, _)| span >= *size * 2).unwrap_or((1, "ns"));
        let first = from.0.div_ceil(step).saturating_mul(step);
        let moments = std::iter::successors(Some(first), |at| at.checked_add(step)).take_while(|at| *at <= to.0);
        let marks = moments.map(|at| (Timestamp(at), number(at, size, step))).collect();
        Axis { marks, unit }
    }
}

/// The least round step that makes no more marks than wanted.
fn step(span: u64, most: u64) -> u64 {
    let mut power = 1_u64;
    loop {
        for factor in [1, 2, 5] {
            let step = power.saturating_mul(factor);
            if span / step < most || step == u64::MAX {
                return step;
            }
        }
        power = power.saturating_mul(10);
    }
}

/// A moment in a unit, with as many digits after the point as the step needs.
fn number(at: u64, size: u64, step: u64) -> String {
    let mut decimals = 0;
    let mut rest = step % size;
    let mut unit = size;
    while rest != 0 && unit > 1 {
        unit /= 10;
        rest %= unit;
        decimals += 1;
    }
    let (whole, rest) = (at / size, at % size / unit.max(1));
    if decimals == 0 { whole.to_string() } else { format!("{whole}.{rest:0decimals$}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(from: u64, to: u64, most: u64) -> String {
        let axis = Axis::new(Timestamp(from), Timestamp(to), most);
        let labels: Vec<String> = axis.marks.into_iter().map(|(_, label)| label).collect();
        format!("{} {}", labels.join(" "), axis.unit)
    }

    #[test]
    fn marks_are_at_round_moments() {
        assert_eq!(labels(0, 42_000_000, 6), "0 10 20 30 40 ms");
        assert_eq!(labels(1_200_000_000, 3_000_000_000, 5), "1200 1500 2000 2500 3000 ms".replace("1200 ", ""));
        assert_eq!(labels(0, 2_500_000_000, 6), "0.0 0.5 1.0 1.5 2.0 2.5 s");
        assert_eq!(labels(90, 130, 5), "90 100 110 120 130 ns");
        assert_eq!(labels(0, 0, 5), "0 ns");
        assert!(labels(0, u64::MAX, 5).ends_with(" s"));
    }
}
