//! `--stats`: who held the interpreter lock for how long, and why it was given up.

use crate::args::StatsFormat;
use gilscope_trace::{Account, ByReason, ThreadId, Totals};
use gilscope_view::table;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::time::Duration;

type Names = BTreeMap<ThreadId, String>;

/// The statistics as text for standard error.
pub(crate) fn report(totals: &Totals, names: &Names, format: StatsFormat) -> String {
    match format {
        StatsFormat::Text => text(totals, names),
        StatsFormat::Json => format!("{}\n", json_of(totals, names)),
    }
}

fn text(totals: &Totals, names: &Names) -> String {
    let head = ["thread", "holds", "held", "longest", "waited", "longest", "requests", "switches away, by reason"];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for (&thread, account) in &totals.threads {
        rows.push(row(&name_of(thread, names), account));
    }
    if totals.threads.len() > 1 {
        rows.push(row("all", &sum(totals)));
    }
    let switches = if totals.switches == 1 { "switch" } else { "switches" };
    format!(
        "\nThe interpreter lock in {}: {} {switches} from one thread to another.\n\n{}",
        time(totals.duration),
        totals.switches,
        table(&rows)
    )
}

fn row(name: &str, account: &Account) -> Vec<String> {
    vec![
        name.to_owned(),
        account.holds.to_string(),
        time(account.held),
        time(account.longest_hold),
        time(account.waited),
        time(account.longest_wait),
        account.requests.to_string(),
        reasons(&account.switches),
    ]
}

fn sum(totals: &Totals) -> Account {
    let mut all = Account::default();
    for account in totals.threads.values() {
        all.holds += account.holds;
        all.held += account.held;
        all.longest_hold = all.longest_hold.max(account.longest_hold);
        all.waited += account.waited;
        all.longest_wait = all.longest_wait.max(account.longest_wait);
        all.requests += account.requests;
        for (reason, count) in account.switches.iter() {
            all.switches[reason] += count;
        }
    }
    all
}

fn reasons(switches: &ByReason<u64>) -> String {
    let some = switches.iter().filter(|(_, count)| **count > 0);
    let words: Vec<String> = some.map(|(reason, count)| format!("{count} {}", reason.name())).collect();
    if words.is_empty() { "none".to_owned() } else { words.join(", ") }
}

fn name_of(thread: ThreadId, names: &Names) -> String {
    names.get(&thread).cloned().unwrap_or_else(|| match thread {
        ThreadId::MAIN => "MainThread".to_owned(),
        other => other.to_string(),
    })
}

/// Three significant digits with the unit that suits them.
fn time(duration: Duration) -> String {
    let seconds = duration.as_secs_f64();
    let (value, unit) = match seconds {
        s if s >= 1.0 => (s, "s"),
        s if s >= 1e-3 => (s * 1e3, "ms"),
        s => (s * 1e6, "µs"),
    };
    let decimals = if value >= 100.0 {
        0
    } else if value >= 10.0 {
        1
    } else {
        2
    };
    format!("{value:.decimals$} {unit}")
}

fn json_of(totals: &Totals, names: &Names) -> Value {
    let threads: Vec<Value> =
        totals.threads.iter().map(|(thread, account)| thread_json(*thread, account, names)).collect();
    json!({
        "schema": 1,
        "duration_ns": nanos(totals.duration),
        "switches": totals.switches,
        "forced_switches": forced(totals),
        "threads": threads,
    })
}

/// How many switches were made by threads that could have gone on.
fn forced(totals: &Totals) -> u64 {
    let switches = totals.threads.values().flat_map(|account| account.switches.iter());
    switches.filter(|(reason, _)| reason.is_forced()).map(|(_, count)| count).sum()
}

fn thread_json(thread: ThreadId, account: &Account, names: &Names) -> Value {
    json!({
        "thread": thread.0,
        "name": name_of(thread, names),
        "holds": account.holds,
        "held_ns": nanos(account.held),
        "longest_hold_ns": nanos(account.longest_hold),
        "waited_ns": nanos(account.waited),
        "longest_wait_ns": nanos(account.longest_wait),
        "requests": account.requests,
        "releases": by_reason(&account.releases, |count| json!(count)),
        "switches": by_reason(&account.switches, |count| json!(count)),
        "away_ns": by_reason(&account.away, |time| nanos(*time)),
        "lifetime_ns": nanos(account.lifetime),
    })
}

/// An object of the reasons that occurred.
fn by_reason<T: Default + PartialEq>(values: &ByReason<T>, to_json: impl Fn(&T) -> Value) -> Value {
    let some = values.iter().filter(|(_, value)| **value != T::default());
    Value::Object(some.map(|(reason, value)| (reason.name().to_owned(), to_json(value))).collect::<Map<_, _>>())
}

fn nanos(duration: Duration) -> Value {
    json!(u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX))
}
