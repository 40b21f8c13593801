//! A pattern ready for searching.

use super::emit::emit;
use super::flags::Flags;
use super::parse::Parsed;
use super::source::Fault;
use fancy_regex::{Captures, Regex, RegexBuilder, RegexInput};
use std::cell::OnceCell;

/// More steps back than this are given up: a minute or two of work.
const MAX_STEPS: usize = 1 << 30;

/// More memory, in bytes, no compiled pattern may take.
const MAX_SIZE: usize = 64 << 20;

/// How a match has to lie in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// Anywhere.
    Search,
    /// From the beginning.
    Match,
    /// From the beginning to the end.
    FullMatch,
    /// From the beginning, and not empty.
    NotEmpty,
}

/// Where a match and its groups lie, in bytes; a group that had no part in it lies nowhere.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) spans: Vec<Option<(usize, usize)>>,
    /// The group that was closed last, 0 for none.
    pub(super) last: usize,
}

#[derive(Debug, Clone)]
pub(super) struct Program {
    pub(super) groups: usize,
    pub(super) names: Vec<(String, usize)>,
    pub(super) flags: Flags,
    closed: Vec<usize>,
    source: String,
    anywhere: Regex,
    /// Made when they are first wanted.
    whole: OnceCell<Option<Regex>>,
    not_empty: OnceCell<Option<Regex>>,
}

impl Program {
    /// Compile a pattern that was read.
    pub(super) fn new(parsed: Parsed) -> Result<Program, Fault> {
        let Parsed { tree, flags, groups, names, closed } = parsed;
        let source = emit(&tree, flags);
        let anywhere = match build(&source, false) {
            Ok(regex) => regex,
            Err(error) => return Err(Fault::Pattern(format!("the pattern is not supported: {error}"), None)),
        };
        let (whole, not_empty) = (OnceCell::new(), OnceCell::new());
        Ok(Program { groups, names, flags, closed, source, anywhere, whole, not_empty })
    }

    /// The first match in `text` from byte `start` on. An error says what became too much.
    pub(super) fn find(&self, text: &str, start: usize, mode: Mode) -> Result<Option<Found>, String> {
        let regex = match mode {
            Mode::Search | Mode::Match => Some(&self.anywhere),
            Mode::FullMatch => {
                let anchored = || build(&format!(r"(?:{})\z", self.source), false).ok();
                self.whole.get_or_init(anchored).as_ref()
            }
            // A pattern that can never take a character has no such program.
            Mode::NotEmpty => self.not_empty.get_or_init(|| build(&self.source, true).ok()).as_ref(),
        };
        let Some(regex) = regex else {
            return Ok(None);
        };
        let input = RegexInput::new(text).from_pos(start).anchored(mode != Mode::Search);
        if self.groups == 0 {
            // A third of the time that it takes with captures.
            let found = regex.find_input(input).map_err(|error| error.to_string())?;
            return Ok(found.map(|place| Found { spans: vec![Some((place.start(), place.end()))], last: 0 }));
        }
        let captures = regex.captures_input(input).map_err(|error| error.to_string())?;
        Ok(captures.map(|captures| self.found(&captures)))
    }

    fn found(&self, captures: &Captures<'_, str>) -> Found {
        let span = |group: usize| captures.get(group).map(|place| (place.start(), place.end()));
        let spans: Vec<_> = (0..=self.groups).map(span).collect();
        // The one that ends last was closed last; of several, the one whose parenthesis comes last.
        let ends = self.closed.iter().filter_map(|&group| Some((spans.get(group).copied().flatten()?.1, group)));
        let last = ends.fold((0, 0), |last, next| if next.0 >= last.0 { next } else { last }).1;
        Found { spans, last }
    }

    /// All matches that do not overlap, up to `limit` of them if that is not 0 (`Modules/_sre/sre.c`, `pattern_findall`):
    /// an empty one may follow another match at once, but not an empty one.
    pub(super) fn find_all(&self, text: &str, start: usize, limit: usize) -> Result<Vec<Found>, String> {
        let mut all = Vec::new();
        let (mut at, mut after_empty) = (start, false);
        while at <= text.len() && (limit == 0 || all.len() < limit) {
            let mut found = None;
            if after_empty {
                found = self.find(text, at, Mode::NotEmpty)?;
                if found.is_none() {
                    at += text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
                    after_empty = false;
                    continue;
                }
            }
            if found.is_none() {
                found = self.find(text, at, Mode::Search)?;
            }
            let Some(found) = found else { break };
            let (from, to) = found.spans.first().copied().flatten().unwrap_or((at, at));
            (at, after_empty) = (to, from == to);
            all.push(found);
        }
        Ok(all)
    }
}

fn build(source: &str, not_empty: bool) -> fancy_regex::Result<Regex> {
    RegexBuilder::new(source).backtrack_limit(MAX_STEPS).delegate_size_limit(MAX_SIZE).find_not_empty(not_empty).build()
}
