//! `cargo xtask bench --compare`: what has really changed since an earlier run, and what is noise.
//!
//! Both runs have several figures for each row: the ratios of their pairs. The rank test of Mann and Whitney says how
//! often two samples of the same thing would differ so much by chance ("On a Test of Whether one of Two Random Variables
//! is Stochastically Larger than the Other", 1947). It asks nothing of how noise is spread, and one lucky or unlucky run
//! does not move it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::series::median;

/// A difference that chance makes more often than this is called noise.
const CHANCE: f64 = 0.01;

/// How a row differs from the earlier run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Verdict {
    /// More than chance explains.
    Changed,
    Noise,
    /// However much they differ: so few figures differ so by chance.
    TooFew,
}

/// A difference of medians, in percent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    pub percent: f64,
    pub verdict: Verdict,
}

impl Change {
    pub fn between(before: &[f64], now: &[f64]) -> Option<Change> {
        let percent = 100.0 * (median(now) / median(before) - 1.0);
        let verdict = match (chance(0.0, before.len(), now.len()), chance(u(before, now), before.len(), now.len())) {
            (least, _) if least > CHANCE => Verdict::TooFew,
            (_, this) if this > CHANCE => Verdict::Noise,
            _ => Verdict::Changed,
        };
        percent.is_finite().then_some(Change { percent, verdict })
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let remark = match self.verdict {
            Verdict::Changed => "",
            Verdict::Noise => " (noise)",
            Verdict::TooFew => " (too few runs to tell)",
        };
        write!(f, "{:+.1} %{remark}", self.percent)
    }
}

/// Mann and Whitney's U, the lesser of both sides: in how many pairs of a figure of the one and one of the other the
/// usual order is reversed. Equal figures count half.
fn u(some: &[f64], others: &[f64]) -> f64 {
    let pairs = some.iter().flat_map(|a| others.iter().map(move |b| a.total_cmp(b)));
    let above: f64 = pairs.map(|order| f64::from(order as i8 + 1) / 2.0).sum();
    above.min((some.len() * others.len()) as f64 - above)
}

/// How probable a U of at most this is, on both sides, when samples of `m` and `n` are of the same thing.
///
/// Each order of the figures is as probable as any other then. `ways[taken][sum]` counts the choices of `taken` ranks
/// with this sum of places gained, so the probability is exact.
fn chance(u: f64, m: usize, n: usize) -> f64 {
    let most = m * n;
    let mut ways = vec![vec![0.0_f64; most + 1]; m + 1];
    ways[0][0] = 1.0;
    for rank in 0..m + n {
        for taken in (0..m.min(rank + 1)).rev() {
            // The rank-th figure as the (taken + 1)-th of the sample has passed this many of the other.
            let Some(passed) = (rank - taken <= n).then_some(rank - taken) else { continue };
            for sum in (passed..=most).rev() {
                ways[taken + 1][sum] += ways[taken][sum - passed];
            }
        }
    }
    let all: f64 = ways[m].iter().sum();
    let at_most: f64 = ways[m].iter().take(u.ceil() as usize + 1).sum();
    (2.0 * at_most / all).min(1.0)
}

/// The figures of an earlier run, by row, and what became of them.
#[derive(Debug, Default)]
pub struct Baseline {
    rows: BTreeMap<String, Vec<f64>>,
    /// How many rows were compared, and how many have changed.
    told: RefCell<(usize, usize)>,
}

impl Baseline {
    pub fn read(file: &Path) -> Result<Baseline, String> {
        let problem = |error: &dyn fmt::Display| format!("{}: {error}", file.display());
        let text = fs::read_to_string(file).map_err(|error| problem(&error))?;
        let value: Value = serde_json::from_str(&text).map_err(|error| problem(&error))?;
        let programs = value["programs"].as_object().ok_or_else(|| problem(&"not a file of `--json`"))?;
        let ratios = programs.iter().map(|(key, row)| {
            let (theirs, ours) = (numbers(&row["cpython"]["values"]), numbers(&row["gilscope"]["values"]));
            (key.clone(), theirs.iter().zip(&ours).map(|(a, b)| a / b).collect())
        });
        let alone = value["alone"].as_object().into_iter().flatten();
        let alone = alone.map(|(name, figure)| (format!("alone/{name}"), numbers(&figure["values"])));
        Ok(Baseline { rows: ratios.chain(alone).collect(), told: RefCell::default() })
    }

    /// What is to be said behind a row.
    pub fn remark(&self, key: &str, now: &[f64]) -> String {
        let Some(change) = self.rows.get(key).and_then(|before| Change::between(before, now)) else {
            return String::new();
        };
        let (compared, changed) = *self.told.borrow();
        *self.told.borrow_mut() = (compared + 1, changed + usize::from(change.verdict == Verdict::Changed));
        format!("   {change}")
    }

    /// One line below everything, if anything was compared.
    pub fn summary(&self) -> String {
        match *self.told.borrow() {
            (0, _) => String::new(),
            (compared, changed) => {
                let by_chance = compared as f64 * CHANCE;
                format!("{changed} of {compared} rows have changed; by chance up to {by_chance:.1} would seem to\n")
            }
        }
    }
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The critical values of the usual tables (both sides, 1 %).
    #[test]
    fn probabilities_are_those_of_the_tables() {
        for (m, n, critical) in [(5, 5, 0.0), (5, 8, 2.0), (8, 8, 7.0), (10, 10, 16.0), (15, 15, 51.0), (20, 20, 105.0)]
        {
            assert!(chance(critical, m, n) <= CHANCE, "{m} {n}");
            assert!(chance(critical + 1.0, m, n) > CHANCE, "{m} {n}");
        }
        assert!((chance(0.0, 5, 5) - 2.0 / 252.0).abs() < 1e-12);
        assert!((chance(0.0, 4, 4) - 2.0 / 70.0).abs() < 1e-12);
        assert_eq!(chance(12.5, 5, 5), 1.0);
    }

    #[test]
    fn runs_that_do_not_overlap_have_changed() {
        let before = [2.00, 2.04, 1.98, 2.01, 1.97];
        let change = Change::between(&before, &[2.11, 2.20, 2.15, 2.13, 2.09]).expect("two numbers");
        assert_eq!(change.verdict, Verdict::Changed);
        assert_eq!(change.to_string(), "+6.5 %");
        let change = Change::between(&before, &[1.80, 1.84, 1.83, 1.81, 1.90]).expect("two numbers");
        assert_eq!(change.to_string(), "-8.5 %");
    }

    #[test]
    fn runs_that_overlap_are_noise() {
        let change = Change::between(&[2.00, 2.04, 1.98, 2.01, 1.97], &[2.11, 2.20, 2.15, 2.13, 2.03]);
        assert_eq!(change.expect("two numbers").to_string(), "+6.5 % (noise)");
    }

    #[test]
    fn the_same_figures_are_noise() {
        let same = [1.0; 20];
        assert_eq!(Change::between(&same, &same).expect("two numbers").verdict, Verdict::Noise);
    }

    #[test]
    fn few_runs_tell_nothing() {
        let change = Change::between(&[1.0, 1.1, 1.2, 1.3], &[2.0, 2.1, 2.2, 2.3]);
        assert_eq!(change.expect("two numbers").verdict, Verdict::TooFew);
        assert_eq!(Change::between(&[], &[1.0]), None);
    }

    /// Ratios of runs, with noise of a few percent that is skewed as that of a busy machine is.
    fn made_up(true_ratio: f64, runs: usize, seed: &mut u64) -> Vec<f64> {
        let mut chance = || {
            *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (*seed >> 11) as f64 / (1_u64 << 53) as f64
        };
        let mut slowness = || 1.0 + 0.02 * chance() + if chance() < 0.05 { 0.3 * chance() } else { 0.0 };
        (0..runs).map(|_| true_ratio * slowness() / slowness()).collect()
    }

    #[test]
    fn noise_seldom_looks_like_a_change_and_changes_seldom_like_noise() {
        let mut seed = 1;
        for (runs, least) in [(5, 1000), (10, 1600), (20, 1950)] {
            let mut changed = |before: f64, now: f64| {
                let verdicts = (0..2000).map(|_| {
                    let (before, now) = (made_up(before, runs, &mut seed), made_up(now, runs, &mut seed));
                    Change::between(&before, &now).expect("two numbers").verdict
                });
                verdicts.filter(|&verdict| verdict == Verdict::Changed).count()
            };
            assert!(changed(2.0, 2.0) <= 35, "{runs}: 1 % and a little more");
            let found = changed(2.0, 2.1);
            // One late run among five is enough to hide a change of 5 %.
            assert!(found > least, "{runs}: {found} of 2,000 changes by 5 %");
        }
    }

    #[test]
    fn a_file_is_compared_row_by_row() {
        let file = std::env::temp_dir().join(format!("gilscope-compare-{}.json", std::process::id()));
        let row = r#"{"cpython": {"values": [8, 8, 8, 8, 8]}, "gilscope": {"values": [4, 4, 4, 4, 4]}}"#;
        let text =
            format!(r#"{{"programs": {{"single/fib": {row}}}, "alone": {{"x": {{"values": [1, 1, 1, 1, 1]}}}}}}"#);
        fs::write(&file, text).expect("the file is ours");
        let baseline = Baseline::read(&file).expect("the file is right");
        fs::remove_file(&file).expect("the file is ours");
        assert_eq!(baseline.summary(), "");
        assert_eq!(baseline.remark("single/fib", &[3.0; 5]), "   +50.0 %");
        assert_eq!(baseline.remark("alone/x", &[1.0; 5]), "   +0.0 % (noise)");
        assert_eq!(baseline.remark("single/new", &[1.0; 5]), "");
        assert_eq!(baseline.summary(), "1 of 2 rows have changed; by chance up to 0.0 would seem to\n");
        assert!(Baseline::read(Path::new("/nowhere")).is_err());
    }
}
