//! Times as people write them.

use gilscope_trace::Timestamp;

/// Three significant digits with the unit that suits them: `5.02 ms`.
pub(crate) fn moment(time: Timestamp) -> String {
    if time.0 == 0 {
        return "0 s".to_owned();
    }
    let (unit, name) = unit_of(time);
    let value = time.0 as f64 / unit as f64;
    let decimals = if unit == 1 || value >= 99.95 {
        0
    } else if value >= 9.995 {
        1
    } else {
        2
    };
    format!("{value:.decimals$} {name}")
}

/// In as many digits as it takes to tell the moment from others that are so many nanoseconds away.
pub(crate) fn exact(time: Timestamp, apart: u64) -> String {
    let (unit, name) = unit_of(time);
    let steps = std::iter::successors(Some(unit), |step| Some(step / 10));
    let decimals = steps.take_while(|&step| step > apart.max(1)).count();
    format!("{:.decimals$} {name}", time.0 as f64 / unit as f64)
}

/// Nanoseconds in the unit that suits a time, and its name.
fn unit_of(time: Timestamp) -> (u64, &'static str) {
    match time.0 {
        1_000_000_000.. => (1_000_000_000, "s"),
        1_000_000.. => (1_000_000, "ms"),
        1_000.. => (1_000, "µs"),
        _ => (1, "ns"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_that_are_close_are_told_apart() {
        assert_eq!(moment(Timestamp(410_012_345)), "410 ms");
        assert_eq!(exact(Timestamp(410_012_345), 1_000), "410.012 ms");
        assert_eq!(exact(Timestamp(410_012_345), 0), "410.012345 ms");
        assert_eq!(exact(Timestamp(12), 5), "12 ns");
    }
}
