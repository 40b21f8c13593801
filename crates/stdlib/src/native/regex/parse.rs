//! Patterns as `re` reads them: grammar, messages and places are those of `Lib/re/_parser.py` of CPython 3.13.

mod escape;
mod group;
mod name;
mod set;

use super::flags::Flags;
use super::source::{Fault, Source, Token};
use super::tree::{Greed, MAX_REPEAT, Node, Place, Width};
use std::mem::take;

/// Parentheses may be nested so deep, with room for those that are put around pieces when the pattern is compiled.
const MAX_DEPTH: usize = 50;

/// A pattern that was read.
#[derive(Debug)]
pub(super) struct Parsed {
    pub(super) tree: Node,
    pub(super) flags: Flags,
    /// The number of groups that count.
    pub(super) groups: usize,
    /// The names of groups and their numbers, in their order.
    pub(super) names: Vec<(String, usize)>,
    /// The groups in the order of their closing parentheses.
    pub(super) closed: Vec<usize>,
}

/// Read a pattern, which is a `str` or `bytes` with a character for each byte. Texts of warnings come with it.
pub(super) fn parse(pattern: &str, flags: Flags, is_text: bool) -> (Result<Parsed, Fault>, Vec<String>) {
    let characters: Vec<char> = pattern.chars().collect();
    let mut parser = Parser::new(&characters, flags, is_text);
    let parsed = parser.parse();
    (parsed, parser.warnings)
}

struct Parser<'p> {
    source: Source<'p>,
    flags: Flags,
    /// Of each group its width, once it is closed.
    widths: Vec<Option<Width>>,
    names: Vec<(String, usize)>,
    closed: Vec<usize>,
    /// Conditions that name a group by a number that no group had yet, and where.
    awaited: Vec<(usize, usize)>,
    /// In a look-behind: the groups from this number on were opened in it.
    behind: Option<usize>,
    /// There is a look-behind of no fixed width.
    looks_far: bool,
    warnings: Vec<String>,
}

/// Where the parser stands.
#[derive(Debug, Clone, Copy)]
struct Within {
    depth: usize,
    verbose: bool,
    /// Nothing but global flags came before.
    first: bool,
}

impl<'p> Parser<'p> {
    fn new(characters: &'p [char], flags: Flags, is_text: bool) -> Parser<'p> {
        Parser {
            source: Source::new(characters, is_text),
            flags,
            widths: Vec::new(),
            names: Vec::new(),
            closed: Vec::new(),
            awaited: Vec::new(),
            behind: None,
            looks_far: false,
            warnings: Vec::new(),
        }
    }

    fn parse(&mut self) -> Result<Parsed, Fault> {
        let verbose = self.flags.has(Flags::VERBOSE);
        let tree = self.branches(Within { depth: 0, verbose, first: true })?;
        let flags = self.settle_flags()?;
        if self.source.peek()?.is_some() {
            return Err(self.source.fault("unbalanced parenthesis", 0));
        }
        if let Some(&(group, place)) = self.awaited.iter().find(|(group, _)| *group > self.widths.len()) {
            return Err(Fault::Pattern(format!("invalid group reference {group}"), Some(place)));
        }
        if self.looks_far {
            return Err(Fault::Pattern("look-behind requires fixed-width pattern".into(), None));
        }
        let (names, closed) = (take(&mut self.names), take(&mut self.closed));
        Ok(Parsed { tree, flags, groups: self.widths.len(), names, closed })
    }

    /// A `str` pattern is Unicode unless it is ASCII.
    fn settle_flags(&self) -> Result<Flags, Fault> {
        let flags = self.flags;
        match self.source.is_text {
            true if flags.has(Flags::LOCALE) => Err(Fault::Value("cannot use LOCALE flag with a str pattern")),
            true if flags.has(Flags::ASCII) && flags.has(Flags::UNICODE) => {
                Err(Fault::Value("ASCII and UNICODE flags are incompatible"))
            }
            true if flags.has(Flags::ASCII) => Ok(flags),
            true => Ok(flags | Flags::UNICODE),
            false if flags.has(Flags::UNICODE) => Err(Fault::Value("cannot use UNICODE flag with a bytes pattern")),
            false if flags.has(Flags::LOCALE) && flags.has(Flags::ASCII) => {
                Err(Fault::Value("ASCII and LOCALE flags are incompatible"))
            }
            false => Ok(flags),
        }
    }

    /// Sequences between `|`, up to a closing parenthesis or the end.
    fn branches(&mut self, within: Within) -> Result<Node, Fault> {
        if within.depth > MAX_DEPTH {
            return Err(Fault::Depth);
        }
        let mut branches = vec![self.sequence(within)?];
        while self.source.take('|')? {
            let verbose = within.verbose || within.depth == 0 && self.flags.has(Flags::VERBOSE);
            branches.push(self.sequence(Within { first: false, verbose, ..within })?);
        }
        Ok(match branches.len() {
            1 => branches.remove(0),
            _ => Node::Branches(branches),
        })
    }

    fn sequence(&mut self, mut within: Within) -> Result<Node, Fault> {
        let mut items = Vec::new();
        while let Some(token) = self.source.peek()? {
            match token {
                Token::Plain('|' | ')') => break,
                Token::Plain(c) if within.verbose && is_pattern_space(c) => {
                    self.source.next()?;
                }
                Token::Plain('#') if within.verbose => self.skip_line()?,
                _ => {
                    self.source.next()?;
                    self.item(token, &mut items, &mut within)?;
                }
            }
        }
        Ok(match items.len() {
            1 => items.remove(0),
            _ => Node::Sequence(items),
        })
    }

    fn skip_line(&mut self) -> Result<(), Fault> {
        while !matches!(self.source.next()?, None | Some(Token::Plain('\n'))) {}
        Ok(())
    }

    /// What begins with `token`, which was taken.
    fn item(&mut self, token: Token, items: &mut Vec<Node>, within: &mut Within) -> Result<(), Fault> {
        let node = match token {
            Token::Escape(c) => self.escape(c)?,
            Token::Plain('[') => self.set()?,
            Token::Plain(c @ ('*' | '+' | '?' | '{')) => return self.repeat(c, items),
            Token::Plain('.') => Node::Any,
            Token::Plain('(') => {
                let found = self.parentheses(Within { first: within.first && items.is_empty(), ..*within })?;
                within.verbose |= within.depth == 0 && self.flags.has(Flags::VERBOSE);
                match found {
                    Some(node) => node,
                    None => return Ok(()),
                }
            }
            Token::Plain('^') => Node::At(Place::LineStart),
            Token::Plain('$') => Node::At(Place::LineEnd),
            Token::Plain(c) => Node::Literal(c),
        };
        items.push(node);
        Ok(())
    }

    /// `*`, `+`, `?` or `{…}`, which repeats the last item; or a brace that is nothing of the kind.
    fn repeat(&mut self, sign: char, items: &mut Vec<Node>) -> Result<(), Fault> {
        let here = self.source.tell();
        let (min, max) = match sign {
            '?' => (0, 1),
            '*' => (0, MAX_REPEAT),
            '+' => (1, MAX_REPEAT),
            _ => match self.bounds(here)? {
                Some(bounds) => bounds,
                None => {
                    self.source.seek(here);
                    items.push(Node::Literal('{'));
                    return Ok(());
                }
            },
        };
        let fault = |message: &str| Fault::Pattern(message.into(), Some(here - 1));
        match items.last() {
            None | Some(Node::At(_)) => return Err(fault("nothing to repeat")),
            Some(Node::Repeat { .. }) => return Err(fault("multiple repeat")),
            Some(_) => {}
        }
        let greed = if self.source.take('?')? {
            Greed::Lazy
        } else if self.source.take('+')? {
            Greed::Possessive
        } else {
            Greed::Greedy
        };
        if let Some(item) = items.pop() {
            items.push(Node::Repeat { item: Box::new(item), min, max, greed });
        }
        Ok(())
    }

    /// The numbers between braces, the first of which is before `here`; nothing if these braces mean themselves.
    fn bounds(&mut self, here: usize) -> Result<Option<(u32, u32)>, Fault> {
        if self.source.is_at('}')? {
            return Ok(None);
        }
        let low = self.source.take_while(usize::MAX, |c| c.is_ascii_digit())?;
        let high = match self.source.take(',')? {
            true => self.source.take_while(usize::MAX, |c| c.is_ascii_digit())?,
            false => low.clone(),
        };
        if !self.source.take('}')? {
            return Ok(None);
        }
        let min = if low.is_empty() { 0 } else { times(&low)? };
        let max = if high.is_empty() { MAX_REPEAT } else { times(&high)? };
        if max < min {
            return Err(Fault::Pattern("min repeat greater than max repeat".into(), Some(here)));
        }
        Ok(Some((min, max)))
    }

    /// The width of each group so far; of one that is still open, nothing.
    fn known_widths(&self) -> Vec<Width> {
        self.widths.iter().map(|width| width.unwrap_or((0, 0))).collect()
    }
}

/// A number of repetitions.
fn times(digits: &str) -> Result<u32, Fault> {
    match digits.parse() {
        Ok(number) if number < MAX_REPEAT => Ok(number),
        _ => Err(Fault::Overflow("the repetition number is too large")),
    }
}

/// White space that `(?x)` skips.
fn is_pattern_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0b' | '\x0c')
}
