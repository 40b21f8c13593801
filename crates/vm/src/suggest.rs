//! "Did you mean …?"

use crate::interp::Interp;

/// Costs of CPython's `Python/suggestions.c`: a change of case is cheap.
const MOVE: usize = 2;
const CASE: usize = 1;
/// Longer names and more candidates are not looked at.
const MAX_LENGTH: usize = 40;
const MAX_CANDIDATES: usize = 750;

impl Interp {
    /// The candidate closest to a wrong name, if it is close enough.
    pub(crate) fn closest(&self, wrong: &str, candidates: &[String]) -> Option<String> {
        if candidates.len() >= MAX_CANDIDATES || wrong.len() > MAX_LENGTH {
            return None;
        }
        let mut best: Option<(usize, &String)> = None;
        for candidate in candidates.iter().filter(|c| *c != wrong && c.len() <= MAX_LENGTH) {
            let limit = (wrong.chars().count() + candidate.chars().count() + 3) * MOVE / 6;
            let limit = best.map_or(limit, |(distance, _)| limit.min(distance - 1));
            let distance = distance(wrong, candidate);
            if distance <= limit {
                best = Some((distance, candidate));
            }
        }
        best.map(|(_, candidate)| candidate.clone())
    }
}

fn substitution(a: char, b: char) -> usize {
    if a == b {
        0
    } else if a.eq_ignore_ascii_case(&b) {
        CASE
    } else {
        MOVE
    }
}

/// Levenshtein distance with those costs.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).map(|i| i * MOVE).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = (i + 1) * MOVE;
        for (j, &y) in b.iter().enumerate() {
            let insert_or_delete = row[j].min(row[j + 1]) + MOVE;
            let next = insert_or_delete.min(diagonal + substitution(x, y));
            diagonal = std::mem::replace(&mut row[j + 1], next);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn a_change_of_case_costs_half() {
        assert_eq!(
            [distance("abc", "abc"), distance("abc", "aBc"), distance("abc", "abd"), distance("ab", "abc")],
            [0, 1, 2, 2]
        );
    }
}
