//! The calendar side of `time`: local time, its parts and its texts. Zones come from the system by way of `jiff`.

use crate::struct_sequence::{self, StructSequence, items};
use gilscope_vm::native::{Args, NativeDef, NativeResult, Trap};
use gilscope_vm::value::ModuleId;
use gilscope_vm::{Interp, Value};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{Dst, TimeZone};
use std::sync::OnceLock;

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("localtime", |i, a| broken_down(i, a, local_zone(i)), 0, 1),
    NativeDef::function("gmtime", |i, a| broken_down(i, a, TimeZone::UTC), 0, 1),
    NativeDef::function("mktime", mktime, 1, 1),
    NativeDef::function("strftime", strftime, 1, 2),
    NativeDef::function("asctime", asctime, 0, 1),
    NativeDef::function("ctime", ctime, 0, 1),
];

const STRUCT_TIME: StructSequence = StructSequence {
    name: "struct_time",
    module: "time",
    fields: &["tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"],
};

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A point in time as the calendar has it; `weekday` counts from Monday = 0, `month` and `yearday` from 1.
#[derive(Clone)]
struct Parts {
    year: i64,
    month: i64,
    day: i64,
    hour: i64,
    minute: i64,
    second: i64,
    weekday: i64,
    yearday: i64,
    is_dst: i64,
}

/// Add the functions and constants of the calendar to module `time`.
pub(super) fn install(interp: &mut Interp, module: ModuleId) {
    for def in FUNCTIONS {
        let native = interp.add_native(*def, None, "time");
        interp.set_global(module, def.name, native);
    }
    let class = STRUCT_TIME.class(interp);
    interp.add_construct(class, NativeDef::function("struct_time", construct, 0, 1));
    interp.set_global(module, "struct_time", Value::Class(class));
    let (names, offsets) = zone_of_year(interp);
    let texts = names.map(|name| interp.heap.new_str(name));
    let tzname = interp.heap.new_tuple(&texts);
    let rows = [
        ("tzname", tzname),
        ("timezone", Value::Int(-offsets.0)),
        ("altzone", Value::Int(-offsets.1)),
        ("daylight", Value::Int((offsets.0 != offsets.1).into())),
    ];
    for (name, value) in rows {
        interp.set_global(module, name, value);
    }
}

fn construct(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let values = STRUCT_TIME.items_given(interp, args)?;
    Ok(make_struct(interp, &values))
}

/// The zone of the machine; simulations are the same on every machine, and have UTC.
fn local_zone(interp: &Interp) -> TimeZone {
    if interp.time.is_on() { TimeZone::UTC } else { ZONE.get_or_init(|| machine_zone(interp)).clone() }
}

/// The zone of the machine, once it has been asked for.
static ZONE: OnceLock<TimeZone> = OnceLock::new();

/// Where the system keeps the rules of its zone.
const RULES: &str = "/etc/localtime";

/// `jiff` looks for the zone by its name, and first reads the names of all there are: a sixth of the time in which a
/// program starts that imports `logging`. The rules are enough unless `TZ` names another zone.
fn machine_zone(interp: &Interp) -> TimeZone {
    let named = interp.host.environment().iter().any(|(name, _)| name == "TZ");
    let rules = if named { None } else { std::fs::read(RULES).ok() };
    rules.and_then(|rules| TimeZone::tzif("", &rules).ok()).unwrap_or_else(TimeZone::system)
}

/// Names and offsets of standard and summer time, as they were in January and July of this year.
fn zone_of_year(interp: &Interp) -> ([String; 2], (i64, i64)) {
    let zone = local_zone(interp);
    let now = Timestamp::from_nanosecond(interp.wall_clock().into()).unwrap_or(Timestamp::UNIX_EPOCH);
    let year = now.to_zoned(zone.clone()).year();
    let info = |month| {
        let noon = DateTime::constant(year, month, 1, 12, 0, 0, 0);
        let stamp = zone.to_timestamp(noon).unwrap_or(Timestamp::UNIX_EPOCH);
        let info = zone.to_offset_info(stamp);
        (info.abbreviation().to_string(), i64::from(info.offset().seconds()), info.dst() == Dst::Yes)
    };
    let (winter, summer) = (info(1), info(7));
    let (standard, other) = if winter.2 { (summer, winter) } else { (winter, summer) };
    ([standard.0, other.0], (standard.1, other.1))
}

/// A `struct_time` of nine items.
fn make_struct(interp: &mut Interp, values: &[Value]) -> Value {
    let module = interp.native_module("time");
    match module.and_then(|m| interp.get_global(m, "struct_time")) {
        Some(Value::Class(class)) => struct_sequence::instance(interp, class, values),
        _ => interp.heap.new_tuple(values),
    }
}

fn stamp_of(interp: &mut Interp, value: Value) -> Result<Timestamp, Trap> {
    let nanos = match interp.payload(value) {
        Value::None => i128::from(interp.wall_clock()),
        Value::Int(seconds) => i128::from(seconds) * 1_000_000_000,
        Value::Float(bits) if bits.get().is_nan() => {
            return Err(interp.value_error("Invalid value NaN (not a number)"));
        }
        Value::Float(bits) => (bits.get().floor() * 1e9) as i128,
        other => match other.as_int() {
            Some(seconds) => i128::from(seconds) * 1_000_000_000,
            None => {
                let message = format!("'{}' object cannot be interpreted as an integer", interp.type_name(value));
                return Err(interp.type_error(message));
            }
        },
    };
    Timestamp::from_nanosecond(nanos).map_err(|_| interp.overflow_error("timestamp out of range for platform time_t"))
}

fn parts_at(stamp: Timestamp, zone: &TimeZone) -> Parts {
    let local = zone.to_datetime(stamp);
    Parts {
        year: local.year().into(),
        month: local.month().into(),
        day: local.day().into(),
        hour: local.hour().into(),
        minute: local.minute().into(),
        second: local.second().into(),
        weekday: local.weekday().to_monday_zero_offset().into(),
        yearday: local.day_of_year().into(),
        is_dst: (zone.to_offset_info(stamp).dst() == Dst::Yes).into(),
    }
}

fn broken_down(interp: &mut Interp, args: Args<'_>, zone: TimeZone) -> NativeResult {
    let stamp = stamp_of(interp, args.or_none(0))?;
    let p = parts_at(stamp, &zone);
    let values = [p.year, p.month, p.day, p.hour, p.minute, p.second, p.weekday, p.yearday, p.is_dst].map(Value::Int);
    Ok(make_struct(interp, &values))
}

/// The parts in a `struct_time` or a tuple of nine ints.
fn parts_of(interp: &mut Interp, value: Value, function: &str) -> Result<Parts, Trap> {
    let is_tuple = matches!(interp.payload(value), Value::Tuple(_));
    let values: Vec<i64> = items(interp, value).iter().filter_map(|v| v.as_int()).collect();
    match values.as_slice() {
        &[year, month, day, hour, minute, second, weekday, yearday, is_dst] => {
            let parts = Parts { year, month, day, hour, minute, second, weekday, yearday, is_dst };
            check_ranges(interp, parts)
        }
        _ if is_tuple => Err(interp.type_error(format!("{function}(): illegal time tuple argument"))),
        _ => Err(interp.type_error("Tuple or struct_time argument required")),
    }
}

fn check_ranges(interp: &mut Interp, mut parts: Parts) -> Result<Parts, Trap> {
    if parts.month == 0 {
        parts.month = 1;
    }
    if parts.day == 0 {
        parts.day = 1;
    }
    let message = match &parts {
        p if !(1..=12).contains(&p.month) => "month out of range",
        p if !(1..=31).contains(&p.day) => "day of month out of range",
        p if !(0..=23).contains(&p.hour) => "hour out of range",
        p if !(0..=59).contains(&p.minute) => "minute out of range",
        p if !(0..=61).contains(&p.second) => "seconds out of range",
        p if p.weekday < -1 => "day of week out of range",
        p if !(0..=366).contains(&p.yearday) => "day of year out of range",
        _ => {
            parts.weekday = parts.weekday.rem_euclid(7);
            return Ok(parts);
        }
    };
    Err(interp.value_error(message))
}

fn mktime(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let values: Vec<i64> = items(interp, args.at(0)).iter().filter_map(|v| v.as_int()).collect();
    let [year, month, day, hour, minute, second, _, _, _] = values[..] else {
        return Err(interp.type_error("Tuple or struct_time argument required"));
    };
    // Months, days and times beyond their ranges carry over, as in C.
    let month0 = month.saturating_sub(1);
    let first = i16::try_from(year.saturating_add(month0.div_euclid(12)))
        .ok()
        .and_then(|year| DateTime::new(year, month0.rem_euclid(12) as i8 + 1, 1, 0, 0, 0, 0).ok());
    let seconds = day.checked_sub(1).and_then(|d| d.checked_mul(86400)).and_then(|s| {
        s.checked_add(hour.checked_mul(3600)?)?.checked_add(minute.checked_mul(60)?)?.checked_add(second)
    });
    let local = first
        .zip(seconds)
        .and_then(|(first, seconds)| first.checked_add(jiff::SignedDuration::from_secs(seconds)).ok());
    match local.and_then(|local| local_zone(interp).to_timestamp(local).ok()) {
        Some(stamp) => Ok(Value::float(stamp.as_second() as f64)),
        None => Err(interp.overflow_error("mktime argument out of range")),
    }
}

fn strftime(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let Some(format) = interp.text(args.at(0)).map(str::to_string) else {
        let message = format!("strftime() argument 1 must be str, not {}", interp.argument_name(args.at(0)));
        return Err(interp.type_error(message));
    };
    let parts = match args.get(1) {
        Some(value) => parts_of(interp, value, "strftime")?,
        None => now(interp)?,
    };
    let text = format_time(interp, &format, &parts);
    Ok(interp.str(&text))
}

fn now(interp: &mut Interp) -> Result<Parts, Trap> {
    let stamp = stamp_of(interp, Value::None)?;
    Ok(parts_at(stamp, &local_zone(interp)))
}

fn asctime(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let parts = match args.get(0) {
        Some(value) => parts_of(interp, value, "asctime")?,
        None => now(interp)?,
    };
    Ok(interp.heap.new_str(date_line(&parts)))
}

fn ctime(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let stamp = stamp_of(interp, args.or_none(0))?;
    let parts = parts_at(stamp, &local_zone(interp));
    Ok(interp.heap.new_str(date_line(&parts)))
}

fn date_line(p: &Parts) -> String {
    let (day, month) = (weekday_name(p), month_name(p));
    let (day, month) = (&day[..3], &month[..3]);
    format!("{day} {month} {:>2} {:02}:{:02}:{:02} {}", p.day, p.hour, p.minute, p.second, p.year)
}

fn weekday_name(p: &Parts) -> &'static str {
    DAYS[p.weekday.rem_euclid(7) as usize]
}

fn month_name(p: &Parts) -> &'static str {
    MONTHS[(p.month - 1).rem_euclid(12) as usize]
}

/// `strftime` in the C locale.
fn format_time(interp: &Interp, format: &str, p: &Parts) -> String {
    let mut out = String::new();
    let mut chars = format.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '%' {
            out.push(c);
            continue;
        }
        let bare = chars.next_if_eq(&'-').is_some();
        match chars.next() {
            Some(directive) => push_directive(interp, &mut out, directive, bare, p),
            None => out.push('%'),
        }
    }
    out
}

fn push_directive(interp: &Interp, out: &mut String, directive: char, bare: bool, p: &Parts) {
    let hour12 = (p.hour + 11) % 12 + 1;
    let two = |n: i64| if bare { n.to_string() } else { format!("{n:02}") };
    let text = match directive {
        'a' => weekday_name(p)[..3].to_string(),
        'A' => weekday_name(p).to_string(),
        'b' | 'h' => month_name(p)[..3].to_string(),
        'B' => month_name(p).to_string(),
        'c' => date_line(p),
        'C' => two(p.year.div_euclid(100)),
        'd' => two(p.day),
        'D' | 'x' => format_time(interp, "%m/%d/%y", p),
        'e' => format!("{:>2}", p.day),
        'F' => format_time(interp, "%Y-%m-%d", p),
        'H' => two(p.hour),
        'I' => two(hour12),
        'j' => format!("{:03}", p.yearday),
        'm' => two(p.month),
        'M' => two(p.minute),
        'n' => "\n".to_string(),
        'p' => if p.hour < 12 { "AM" } else { "PM" }.to_string(),
        'r' => format_time(interp, "%I:%M:%S %p", p),
        'R' => format_time(interp, "%H:%M", p),
        'S' => two(p.second),
        't' => "\t".to_string(),
        'T' | 'X' => format_time(interp, "%H:%M:%S", p),
        'u' => (p.weekday + 1).to_string(),
        'w' => ((p.weekday + 1) % 7).to_string(),
        'U' => two((p.yearday - 1 + 7 - (p.weekday + 1) % 7) / 7),
        'W' => two((p.yearday - 1 + 7 - p.weekday) / 7),
        'y' => two(p.year.rem_euclid(100)),
        'Y' => p.year.to_string(),
        'z' => zone(interp, p).1,
        'Z' => zone(interp, p).0,
        '%' => "%".to_string(),
        other => format!("%{other}"),
    };
    out.push_str(&text);
}

/// Name and offset of the local zone at that time.
fn zone(interp: &Interp, p: &Parts) -> (String, String) {
    let ([standard, summer], (offset, summer_offset)) = zone_of_year(interp);
    let (name, seconds) = if p.is_dst > 0 { (summer, summer_offset) } else { (standard, offset) };
    let minutes = seconds.abs() / 60;
    let sign = if seconds < 0 { '-' } else { '+' };
    (name, format!("{sign}{:02}{:02}", minutes / 60, minutes % 60))
}
