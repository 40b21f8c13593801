//! Times as people write them.

use gilscope_trace::Timestamp;

/// Three significant digits with the unit that suits them: `5.02 ms`.
pub(crate) fn moment(time: Timestamp) -> String {
    let nanos = time.0;
    let (unit, name) = match nanos {
        0 => return "0 s".to_owned(),
        1_000_000_000.. => (1_000_000_000, "s"),
        1_000_000.. => (1_000_000, "ms"),
        1_000.. => (1_000, "µs"),
        _ => (1, "ns"),
    };
    let value = nanos as f64 / unit as f64;
    let decimals = if unit == 1 || value >= 99.95 {
        0
    } else if value >= 9.995 {
        1
    } else {
        2
    };
    format!("{value:.decimals$} {name}")
}
