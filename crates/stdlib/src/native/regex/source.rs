//! The text of a pattern, read a character or an escape at a time, and what is wrong with it and where.

/// What is wrong with a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    /// `re.PatternError`: the message, and the place in characters if there is one.
    Pattern(String, Option<usize>),
    /// `ValueError`.
    Value(&'static str),
    /// `OverflowError`.
    Overflow(&'static str),
    /// `RecursionError`.
    Depth,
}

/// A character, or a backslash and the character behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    Plain(char),
    Escape(char),
}

impl Token {
    /// Its length in characters.
    pub(super) fn len(self) -> usize {
        match self {
            Token::Plain(_) => 1,
            Token::Escape(_) => 2,
        }
    }

    pub(super) fn text(self) -> String {
        match self {
            Token::Plain(c) => c.to_string(),
            Token::Escape(c) => format!("\\{c}"),
        }
    }
}

#[derive(Debug)]
pub(super) struct Source<'p> {
    characters: &'p [char],
    at: usize,
    /// Whether the pattern is a `str`, not `bytes`.
    pub(super) is_text: bool,
}

impl<'p> Source<'p> {
    pub(super) fn new(characters: &'p [char], is_text: bool) -> Source<'p> {
        Source { characters, at: 0, is_text }
    }

    /// Where the next token begins, in characters.
    pub(super) fn tell(&self) -> usize {
        self.at
    }

    pub(super) fn seek(&mut self, place: usize) {
        self.at = place;
    }

    /// The fault with this message, `back` characters before here.
    pub(super) fn fault(&self, message: impl Into<String>, back: usize) -> Fault {
        Fault::Pattern(message.into(), Some(self.at.saturating_sub(back)))
    }

    pub(super) fn peek(&self) -> Result<Option<Token>, Fault> {
        match (self.characters.get(self.at), self.characters.get(self.at + 1)) {
            (None, _) => Ok(None),
            (Some('\\'), Some(&c)) => Ok(Some(Token::Escape(c))),
            (Some('\\'), None) => Err(self.fault("bad escape (end of pattern)", 0)),
            (Some(&c), _) => Ok(Some(Token::Plain(c))),
        }
    }

    /// Fails when a lone backslash comes behind: CPython reads a token ahead.
    pub(super) fn next(&mut self) -> Result<Option<Token>, Fault> {
        let token = self.peek()?;
        self.at += token.map_or(0, Token::len);
        self.peek()?;
        Ok(token)
    }

    /// Whether `c` is next.
    pub(super) fn is_at(&self, c: char) -> Result<bool, Fault> {
        Ok(self.peek()? == Some(Token::Plain(c)))
    }

    /// Takes `c` if it is next.
    pub(super) fn take(&mut self, c: char) -> Result<bool, Fault> {
        let found = self.is_at(c)?;
        if found {
            self.next()?;
        }
        Ok(found)
    }

    /// Takes up to `most` characters that `fits` accepts.
    pub(super) fn take_while(&mut self, most: usize, fits: impl Fn(char) -> bool) -> Result<String, Fault> {
        let mut taken = String::new();
        while taken.len() < most {
            match self.peek()? {
                Some(Token::Plain(c)) if fits(c) => taken.push(c),
                _ => break,
            }
            self.next()?;
        }
        Ok(taken)
    }

    /// Takes what comes before `end`, and `end`: the name of `what`.
    pub(super) fn take_name(&mut self, end: char, what: &str) -> Result<String, Fault> {
        let mut name = String::new();
        loop {
            match self.next()? {
                None if name.is_empty() => return Err(self.fault(format!("missing {what}"), 0)),
                None => {
                    let message = format!("missing {end}, unterminated name");
                    return Err(self.fault(message, name.chars().count()));
                }
                Some(Token::Plain(c)) if c == end => break,
                Some(token) => name.push_str(&token.text()),
            }
        }
        match name.is_empty() {
            true => Err(self.fault(format!("missing {what}"), 1)),
            false => Ok(name),
        }
    }
}
