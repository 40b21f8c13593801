//! Text → tokens, in one pass. logos finds each token; this file adds what has memory: open brackets, the parts of
//! f-strings, names beyond ASCII, and (in `layout`) indentation.
//!
//! An error does not stop the parser at once: CPython reports a mistake of grammar in an earlier statement first,
//! so the tokens before the error are handed on together with it.

use gilscope_source::Span;
use logos::Logos;

use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::layout::Indents;
use crate::mistake;
use crate::token::{Token, TokenKind};

/// As in CPython: deeper brackets are refused.
const MAX_BRACKETS: usize = 200;
/// As in CPython: f-strings inside f-strings.
const MAX_FSTRINGS: usize = 150;

/// The tokens of a text, up to its end or up to what could not be read.
#[derive(Debug)]
pub(crate) struct Lexed {
    pub(crate) tokens: Vec<Token>,
    pub(crate) error: Option<SyntaxError>,
    /// Brackets still open where lexing stopped, innermost last.
    pub(crate) open: Vec<Bracket>,
    /// Did it stop inside an f-string?
    in_fstring: bool,
}

impl Lexed {
    /// Does CPython report `error` even where the text before it does not parse? It does not where only the layout
    /// of lines is wrong, or the inside of an f-string.
    pub(crate) fn takes_precedence(&self, error: &SyntaxError) -> bool {
        error.kind == SyntaxErrorKind::Syntax && !error.message.starts_with("unexpected ") && !self.in_fstring
    }
}

/// An open bracket.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bracket {
    pub(crate) open: u8,
    pub(crate) at: u32,
    /// Index of its token.
    token: usize,
}

/// An f-string whose end has not been seen.
pub(crate) struct FString {
    pub(crate) start: Span,
    pub(crate) quote: u8,
    pub(crate) triple: bool,
    pub(crate) raw: bool,
    /// Its open replacement fields, innermost last.
    pub(crate) fields: Vec<Field>,
}

/// An open replacement field.
pub(crate) struct Field {
    /// Number of open brackets just inside it.
    pub(crate) depth: usize,
    pub(crate) in_spec: bool,
}

pub(crate) struct Lexer<'a> {
    pub(crate) text: &'a str,
    pub(crate) logos: logos::Lexer<'a, TokenKind>,
    pub(crate) tokens: Vec<Token>,
    pub(crate) brackets: Vec<Bracket>,
    pub(crate) fstrings: Vec<FString>,
    pub(crate) indents: Indents,
    /// Where the last comment behind a token begins.
    pub(crate) comment: usize,
}

/// What a step of the lexer answers.
pub(crate) type Step<T = ()> = Result<T, Box<SyntaxError>>;

/// Split `text` into tokens; `start` becomes the first of them.
pub(crate) fn lex(text: &str, start: TokenKind) -> Lexed {
    let mut lexer = Lexer {
        text,
        logos: TokenKind::lexer(text),
        tokens: Vec::with_capacity(text.len() / 4 + 8),
        brackets: Vec::new(),
        fstrings: Vec::new(),
        indents: Indents::default(),
        comment: 0,
    };
    lexer.push(start, 0, 0);
    let error = lexer.run().err().map(|e| *e);
    Lexed { tokens: lexer.tokens, error, open: lexer.brackets, in_fstring: !lexer.fstrings.is_empty() }
}

impl<'a> Lexer<'a> {
    fn run(&mut self) -> Step {
        if self.tokens[0].kind == TokenKind::StartExpression {
            // As `eval` does; a line break behind the blanks starts a line after all.
            self.seek(self.text.len() - self.text.trim_start_matches([' ', '\t']).len());
        }
        if self.position() == 0 || self.text[self.position()..].starts_with(['\n', '\r', '#']) {
            self.line_start()?;
        }
        loop {
            if self.fstrings.last().is_some_and(FString::in_text) {
                self.fstring_text()?;
                continue;
            }
            let Some(found) = self.logos.next() else { return self.end() };
            let span = self.logos.span();
            match found {
                Ok(kind) => self.token(kind, span.start, span.end)?,
                Err(()) => self.unknown(span.start)?,
            }
        }
    }

    pub(crate) fn push(&mut self, kind: TokenKind, lo: usize, hi: usize) {
        self.tokens.push(Token { kind, span: Span::new(lo, hi) });
    }

    /// Where the next token will be looked for.
    pub(crate) fn position(&self) -> usize {
        self.logos.span().end
    }

    /// Go on at byte `at`.
    pub(crate) fn seek(&mut self, at: usize) {
        let here = self.position();
        if at < here {
            self.logos = TokenKind::lexer(self.text);
            self.logos.bump(at);
        } else {
            self.logos.bump(at - here);
        }
    }

    pub(crate) fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn token(&mut self, kind: TokenKind, lo: usize, hi: usize) -> Step {
        use TokenKind as T;
        match kind {
            T::Newline => return self.newline(lo, hi),
            T::Comment => {
                self.comment = lo;
                self.skip_comment(hi);
            }
            T::Backslash => return self.continuation(lo, hi),
            T::String => return self.string(lo, hi),
            T::FStringStart => return self.fstring_start(lo, hi),
            T::Int | T::Float | T::Imaginary => return self.number(kind, lo, hi),
            T::LeftParen | T::LeftBracket | T::LeftBrace => return self.open(kind, lo),
            T::RightParen | T::RightBracket | T::RightBrace => return self.close(kind, lo),
            T::Colon | T::ColonEqual if self.at_field_level() => self.field_colon(lo),
            T::As => {
                self.with_paren();
                self.name(kind, lo, hi)?;
            }
            _ if kind == T::Name || kind.is_keyword() => self.name(kind, lo, hi)?,
            _ => self.push(kind, lo, hi),
        }
        Ok(())
    }

    /// A name or keyword found by its ASCII letters may go on beyond them.
    fn name(&mut self, kind: TokenKind, lo: usize, hi: usize) -> Step {
        match self.byte(hi) {
            Some(b) if b >= 0x80 => self.wide_name(lo),
            _ => {
                self.push_name(kind, lo, hi);
                Ok(())
            }
        }
    }

    fn push_name(&mut self, kind: TokenKind, lo: usize, hi: usize) {
        if kind == TokenKind::Name {
            self.soft_type();
        }
        self.push(kind, lo, hi);
    }

    fn wide_name(&mut self, lo: usize) -> Step {
        let tail = &self.text[lo..];
        let is_part = |(i, c): &(usize, char)| {
            if *i == 0 { *c == '_' || unicode_ident::is_xid_start(*c) } else { unicode_ident::is_xid_continue(*c) }
        };
        let end = tail.char_indices().find(|p| !is_part(p)).map_or(tail.len(), |(i, _)| i);
        if let Some(c) = tail[end..].chars().next().filter(|c| !c.is_ascii()) {
            return Err(mistake::invalid_character(c, lo + end));
        }
        self.push_name(TokenKind::Name, lo, lo + end);
        self.seek(lo + end);
        Ok(())
    }

    fn unknown(&mut self, lo: usize) -> Step {
        match self.text[lo..].chars().next() {
            Some(c) if !c.is_ascii() => self.wide_name(lo),
            Some(c) if c.is_ascii_control() => Err(mistake::invalid_character(c, lo)),
            _ => Err(SyntaxError::boxed("invalid syntax", Span::new(lo, lo + 1))),
        }
    }

    fn number(&mut self, kind: TokenKind, lo: usize, hi: usize) -> Step {
        if let Some(b) = self.byte(hi)
            && (b.is_ascii_alphanumeric() || b == b'_' || b >= 0x80)
        {
            mistake::check_number_end(self.text, lo, hi)?;
        }
        self.push(kind, lo, hi);
        Ok(())
    }

    pub(crate) fn skip_comment(&mut self, from: usize) {
        let rest = &self.text.as_bytes()[from..];
        let length = rest.iter().position(|&b| b == b'\n' || b == b'\r').unwrap_or(rest.len());
        self.seek(from + length);
    }

    /// `\` joins two lines; anything else after it is a mistake.
    fn continuation(&mut self, lo: usize, hi: usize) -> Step {
        let next = match (self.byte(hi), self.byte(hi + 1)) {
            (Some(b'\r'), Some(b'\n')) => hi + 2,
            (Some(b'\n' | b'\r'), _) => hi + 1,
            (None, _) => return Err(mistake::unexpected_eof(self.text.len())),
            _ => return Err(mistake::after_continuation(self.text, lo)),
        };
        if next == self.text.len() {
            return Err(mistake::continued_eof(lo));
        }
        self.seek(next);
        Ok(())
    }

    fn open(&mut self, kind: TokenKind, lo: usize) -> Step {
        self.open_bracket(self.text.as_bytes()[lo], lo)?;
        self.push(kind, lo, lo + 1);
        Ok(())
    }

    pub(crate) fn open_bracket(&mut self, open: u8, lo: usize) -> Step {
        if self.brackets.len() >= MAX_BRACKETS {
            return Err(SyntaxError::boxed("too many nested parentheses", Span::new(lo, lo)));
        }
        self.brackets.push(Bracket { open, at: lo as u32, token: self.tokens.len() });
        Ok(())
    }

    fn close(&mut self, kind: TokenKind, lo: usize) -> Step {
        let close = self.text.as_bytes()[lo];
        if close == b'}' && self.at_field_level() {
            self.close_field(lo);
            return Ok(());
        }
        let opened = self.brackets.last().copied();
        match opened {
            Some(b) if closing(b.open) == close => self.brackets.pop(),
            _ => return Err(mistake::unmatched(self.text, close, lo, opened, self.fstrings.last())),
        };
        self.push(kind, lo, lo + 1);
        Ok(())
    }

    /// `as` directly inside the parentheses after `with`: they hold items, not a tuple.
    fn with_paren(&mut self) {
        let Some(bracket) = self.brackets.last() else { return };
        let after_with = bracket.token > 0 && self.tokens[bracket.token - 1].kind == TokenKind::With;
        if after_with && self.tokens[bracket.token].kind == TokenKind::LeftParen {
            self.tokens[bracket.token].kind = TokenKind::WithParen;
        }
    }

    /// Before a name: a statement that begins with `type` makes this word a keyword.
    fn soft_type(&mut self) {
        use TokenKind as T;
        let [.., before, word] = self.tokens.as_mut_slice() else { return };
        let starts =
            matches!(before.kind, T::Newline | T::Indent | T::Dedent | T::Semicolon | T::Colon | T::StartModule);
        if starts && word.kind == T::Name && &self.text[word.span.range()] == "type" {
            word.kind = T::Type;
        }
    }

    fn string(&mut self, lo: usize, hi: usize) -> Step {
        let bytes = self.text.as_bytes();
        let quote = bytes[hi - 1];
        let triple = hi - lo >= 3 && bytes[hi - 2] == quote;
        let mut at = hi;
        loop {
            match bytes.get(at) {
                Some(b'\\') => at += 1 + bytes.get(at + 1).map_or(1, |&b| char_length(b)),
                Some(&b) if b == quote && (!triple || bytes[at..].starts_with(&[quote; 3])) => break,
                Some(b'\n' | b'\r') if !triple => return Err(self.unterminated(lo, at, triple)),
                Some(_) => at += 1,
                None => return Err(self.unterminated(lo, self.text.len(), triple)),
            }
            if at > bytes.len() {
                return Err(self.unterminated(lo, self.text.len(), triple));
            }
        }
        let end = at + if triple { 3 } else { 1 };
        self.push(TokenKind::String, lo, end);
        self.seek(end);
        Ok(())
    }

    fn unterminated(&self, lo: usize, at: usize, triple: bool) -> Box<SyntaxError> {
        mistake::unterminated_string(self.text, lo, at, triple, self.fstrings.last())
    }

    fn fstring_start(&mut self, lo: usize, hi: usize) -> Step {
        if self.fstrings.len() >= MAX_FSTRINGS {
            return Err(SyntaxError::boxed("too many nested f-strings", Span::new(lo, lo)));
        }
        let bytes = self.text.as_bytes();
        let quote = bytes[hi - 1];
        let triple = bytes[hi - 2] == quote;
        let raw = bytes[lo..hi].iter().any(|b| matches!(b, b'r' | b'R'));
        self.fstrings.push(FString { start: Span::new(lo, hi), quote, triple, raw, fields: Vec::new() });
        self.push(TokenKind::FStringStart, lo, hi);
        Ok(())
    }

    fn end(&mut self) -> Step {
        if !self.brackets.is_empty() {
            // The parser decides whether it ever got here: `mistake::never_closed`.
            return Ok(());
        }
        self.end_of_text();
        Ok(())
    }
}

/// The bracket that closes `open`.
pub(crate) fn closing(open: u8) -> u8 {
    match open {
        b'(' => b')',
        b'[' => b']',
        _ => b'}',
    }
}

/// Bytes of the UTF-8 character that begins with `first`.
fn char_length(first: u8) -> usize {
    match first {
        0..0xc0 => 1,
        0xc0..0xe0 => 2,
        0xe0..0xf0 => 3,
        _ => 4,
    }
}
