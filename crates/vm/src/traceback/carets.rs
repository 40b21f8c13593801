//! The source lines of a frame with `~` and `^` below the part that was running.

use crate::host::{CaretAnchors, Host};
use std::collections::BTreeSet;

/// Lines as characters, and the part of them that ran: from `start` in the first to `end` in the last.
struct Shown {
    lines: Vec<Vec<char>>,
    start: usize,
    end: usize,
    anchors: Option<CaretAnchors>,
    has_carets: bool,
}

/// Append the lines from `original`, indented by four, with the carets for byte columns `columns`.
pub(super) fn push_lines(out: &mut String, host: &dyn Host, original: &[String], columns: (u32, u32)) {
    let shown = prepare(host, original, columns);
    let last = shown.lines.len() - 1;
    let mut result = Vec::new();
    let mut previous: Option<usize> = None;
    for line in significant_lines(&shown) {
        if let Some(previous) = previous {
            match line - previous {
                0 | 1 => {}
                2 => push_line(&mut result, &shown, line - 1, last),
                gap => result.push(format!("...<{} lines>...", gap - 1)),
            }
        }
        push_line(&mut result, &shown, line, last);
        previous = Some(line);
    }
    for line in dedent(&result) {
        out.push_str("    ");
        out.push_str(&line);
        out.push('\n');
    }
}

fn prepare(host: &dyn Host, original: &[String], columns: (u32, u32)) -> Shown {
    let lines: Vec<Vec<char>> = dedent(original).iter().map(|line| line.chars().collect()).collect();
    let last = lines.len() - 1;
    let removed = original[0].chars().count() - lines[0].len();
    let start = char_offset(&original[0], columns.0).saturating_sub(removed);
    let end = char_offset(&original[last], columns.1).saturating_sub(removed);
    let text = lines.iter().map(|line| line.iter().collect::<String>()).collect::<Vec<_>>().join("\n");
    let segment = {
        let chars: Vec<char> = text.chars().collect();
        let stop = chars.len().saturating_sub(lines[last].len().saturating_sub(end));
        chars.get(start..stop).map(|part| part.iter().collect::<String>()).unwrap_or_default()
    };
    let anchors = host.caret_anchors(&segment);
    let has_carets = !host.is_plain_call(&text, start as u32, end as u32)
        && (anchors.is_some() || is_part_of_lines(&lines, start, end));
    Shown { lines, start, end, anchors, has_carets }
}

/// Whether the lines hold anything besides the part that ran.
fn is_part_of_lines(lines: &[Vec<char>], start: usize, end: usize) -> bool {
    let last = &lines[lines.len() - 1];
    lines[0].iter().take(start).any(|c| !c.is_whitespace()) || last.iter().skip(end).any(|c| !c.is_whitespace())
}

/// The first and the last line, and those around the anchors.
fn significant_lines(shown: &Shown) -> BTreeSet<usize> {
    let count = shown.lines.len();
    let mut significant = BTreeSet::from([0, count - 1]);
    if let Some(anchors) = shown.anchors {
        for line in [anchors.left_end.0 as usize, anchors.right_start.0 as usize] {
            significant.extend((line.saturating_sub(1)..=line + 1).filter(|&l| l < count));
        }
    }
    significant
}

fn push_line(result: &mut Vec<String>, shown: &Shown, number: usize, last: usize) {
    let line = &shown.lines[number];
    result.push(line.iter().collect());
    if !shown.has_carets {
        return;
    }
    let blanks = line.iter().take_while(|c| c.is_whitespace()).count();
    let first = display_width(&shown.lines[0], shown.start);
    let width = display_width(line, if number == last { shown.end } else { line.len() });
    let carets: String = (0..width)
        .map(
            |column| {
                if column < blanks || (number == 0 && column < first) { ' ' } else { caret_at(shown, number, column) }
            },
        )
        .collect();
    result.push(carets);
}

fn caret_at(shown: &Shown, number: usize, column: usize) -> char {
    let Some(anchors) = shown.anchors else { return '^' };
    // Anchors are relative to the part that ran, which begins at `start` of the first line.
    let place = |(line, offset): (u32, u32)| {
        let (line, offset) = (line as usize, offset as usize);
        let offset = if line == 0 { offset + shown.start } else { offset };
        (line, shown.lines.get(line).map_or(offset, |l| display_width(l, offset)))
    };
    let here = (number, column);
    if here >= place(anchors.left_end) && here < place(anchors.right_start) { '^' } else { '~' }
}

/// The character index of a byte offset.
fn char_offset(line: &str, byte: u32) -> usize {
    let byte = (byte as usize).min(line.len());
    line.char_indices().take_while(|(at, _)| *at < byte).count()
}

/// Columns that the first `count` characters take on a terminal.
fn display_width(line: &[char], count: usize) -> usize {
    if line.iter().all(char::is_ascii) {
        return count;
    }
    line.iter().take(count).map(|&c| if is_wide(c) { 2 } else { 1 }).sum()
}

/// East Asian wide and full-width characters (Unicode Standard Annex 11), by their blocks.
fn is_wide(c: char) -> bool {
    matches!(c as u32,
        0x1100..=0x115f | 0x231a..=0x231b | 0x2329..=0x232a | 0x23e9..=0x23ec | 0x23f0 | 0x23f3
        | 0x25fd..=0x25fe | 0x2614..=0x2615 | 0x2648..=0x2653 | 0x267f | 0x2693 | 0x26a1 | 0x26aa..=0x26ab
        | 0x26bd..=0x26be | 0x26c4..=0x26c5 | 0x26ce | 0x26d4 | 0x26ea | 0x26f2..=0x26f3 | 0x26f5 | 0x26fa
        | 0x26fd | 0x2705 | 0x270a..=0x270b | 0x2728 | 0x274c | 0x274e | 0x2753..=0x2755 | 0x2757
        | 0x2795..=0x2797 | 0x27b0 | 0x27bf | 0x2b1b..=0x2b1c | 0x2b50 | 0x2b55
        | 0x2e80..=0x303e | 0x3041..=0x33ff | 0x3400..=0x4dbf | 0x4e00..=0xa4cf | 0xa960..=0xa97f
        | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfe10..=0xfe19 | 0xfe30..=0xfe6f | 0xff00..=0xff60
        | 0xffe0..=0xffe6 | 0x16fe0..=0x18cff | 0x1b000..=0x1b2ff | 0x1f004 | 0x1f0cf | 0x1f18e
        | 0x1f191..=0x1f19a | 0x1f200..=0x1f320 | 0x1f32d..=0x1f335 | 0x1f337..=0x1f37c | 0x1f37e..=0x1f393
        | 0x1f3a0..=0x1f3ca | 0x1f3cf..=0x1f3d3 | 0x1f3e0..=0x1f3f0 | 0x1f3f4 | 0x1f3f8..=0x1f43e | 0x1f440
        | 0x1f442..=0x1f4fc | 0x1f4ff..=0x1f53d | 0x1f54b..=0x1f54e | 0x1f550..=0x1f567 | 0x1f57a
        | 0x1f595..=0x1f596 | 0x1f5a4 | 0x1f5fb..=0x1f64f | 0x1f680..=0x1f6c5 | 0x1f6cc | 0x1f6d0..=0x1f6d2
        | 0x1f6d5..=0x1f6d7 | 0x1f6dc..=0x1f6df | 0x1f6eb..=0x1f6ec | 0x1f6f4..=0x1f6fc | 0x1f7e0..=0x1f7eb
        | 0x1f7f0 | 0x1f90c..=0x1f93a | 0x1f93c..=0x1f945 | 0x1f947..=0x1f9ff | 0x1fa70..=0x1faff
        | 0x20000..=0x3fffd)
}

/// Remove the blanks that all lines begin with (`textwrap.dedent`); lines of blanks become empty.
pub(super) fn dedent(lines: &[String]) -> Vec<String> {
    let mut margin: Option<&str> = None;
    for line in lines.iter().filter(|line| !line.trim_matches([' ', '\t']).is_empty()) {
        let indent = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
        margin = Some(match margin {
            None => indent,
            Some(margin) => common_prefix(margin, indent),
        });
    }
    let margin = margin.unwrap_or("");
    lines
        .iter()
        .map(|line| match line.strip_prefix(margin) {
            Some(rest) if !rest.trim_matches([' ', '\t']).is_empty() => rest.to_string(),
            _ => String::new(),
        })
        .collect()
}

fn common_prefix<'a>(a: &'a str, b: &str) -> &'a str {
    let length = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    &a[..length]
}
