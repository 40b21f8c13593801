//! The kinds of token, and the rules by which logos finds them.
//!
//! A token carries no text: its span is enough, so that lexing allocates nothing. What a regular expression cannot
//! say (the end of a string, indentation, the parts of an f-string) is found by `lexer` and `layout`.

use gilscope_source::Span;
use logos::Logos;

/// One token of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it is.
    pub span: Span,
}

/// Every kind of token that reaches the grammar, and a few that the lexer keeps for itself.
#[derive(Logos, Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[logos(skip(r"[ \t\x0c]+"))]
pub enum TokenKind {
    /// An identifier that is no keyword; soft keywords (`match`, `case`, `type`, `_`) are names too.
    #[regex(r"[A-Za-z_][A-Za-z0-9_]*")]
    Name,
    /// `0x1f`, `0o17`, `0b1`, `1_000`.
    #[regex(r"0[xX](_?[0-9a-fA-F])+|0[oO](_?[0-7])+|0[bB](_?[01])+|0(_?0)*|[1-9](_?[0-9])*")]
    Int,
    /// `1.5`, `.5`, `1e3`.
    #[regex(r"([0-9](_?[0-9])*\.([0-9](_?[0-9])*)?|\.[0-9](_?[0-9])*)([eE][+-]?[0-9](_?[0-9])*)?")]
    #[regex(r"[0-9](_?[0-9])*[eE][+-]?[0-9](_?[0-9])*")]
    Float,
    /// `2j`, `1.5J`.
    #[regex(r"([0-9](_?[0-9])*\.([0-9](_?[0-9])*)?|\.[0-9](_?[0-9])*)([eE][+-]?[0-9](_?[0-9])*)?[jJ]")]
    #[regex(r"[0-9](_?[0-9])*([eE][+-]?[0-9](_?[0-9])*)?[jJ]")]
    Imaginary,
    /// A whole string or bytes literal; logos finds its opening quote, the lexer its end.
    #[regex(r#"([rR]|[bB]|[uU]|[rR][bB]|[bB][rR])?("|'|"""|''')"#)]
    String,
    /// The prefix and opening quote of an f-string.
    #[regex(r#"([fF]|[rR][fF]|[fF][rR])("|'|"""|''')"#)]
    FStringStart,
    /// Literal text inside an f-string or its format specification.
    FStringMiddle,
    /// The closing quote of an f-string.
    FStringEnd,
    /// `{` that opens a replacement field.
    FieldOpen,
    /// `}` that closes a replacement field.
    FieldClose,
    /// `:` that opens the format specification of a replacement field.
    FieldColon,

    #[token("False")]
    False,
    #[token("None")]
    None,
    #[token("True")]
    True,
    #[token("and")]
    And,
    #[token("as")]
    As,
    #[token("assert")]
    Assert,
    #[token("async")]
    Async,
    #[token("await")]
    Await,
    #[token("break")]
    Break,
    #[token("class")]
    Class,
    #[token("continue")]
    Continue,
    #[token("def")]
    Def,
    #[token("del")]
    Del,
    #[token("elif")]
    Elif,
    #[token("else")]
    Else,
    #[token("except")]
    Except,
    #[token("finally")]
    Finally,
    #[token("for")]
    For,
    #[token("from")]
    From,
    #[token("global")]
    Global,
    #[token("if")]
    If,
    #[token("import")]
    Import,
    #[token("in")]
    In,
    #[token("is")]
    Is,
    #[token("lambda")]
    Lambda,
    #[token("nonlocal")]
    Nonlocal,
    #[token("not")]
    Not,
    #[token("or")]
    Or,
    #[token("pass")]
    Pass,
    #[token("raise")]
    Raise,
    #[token("return")]
    Return,
    #[token("try")]
    Try,
    /// The soft keyword `type` where it begins a type alias.
    Type,
    #[token("while")]
    While,
    #[token("with")]
    With,
    #[token("yield")]
    Yield,

    #[token("(")]
    LeftParen,
    /// `(` after `with`, where the parentheses hold items with `as`.
    WithParen,
    #[token(")")]
    RightParen,
    #[token("[")]
    LeftBracket,
    #[token("]")]
    RightBracket,
    #[token("{")]
    LeftBrace,
    #[token("}")]
    RightBrace,
    #[token(",")]
    Comma,
    #[token(":")]
    Colon,
    #[token(";")]
    Semicolon,
    #[token(".")]
    Dot,
    #[token("...")]
    Ellipsis,
    #[token("->")]
    Arrow,
    #[token(":=")]
    ColonEqual,
    #[token("=")]
    Equal,
    #[token("!")]
    Exclamation,
    #[token("@")]
    At,
    #[token("+")]
    Plus,
    #[token("-")]
    Minus,
    #[token("*")]
    Star,
    #[token("**")]
    DoubleStar,
    #[token("/")]
    Slash,
    #[token("//")]
    DoubleSlash,
    #[token("%")]
    Percent,
    #[token("<<")]
    LeftShift,
    #[token(">>")]
    RightShift,
    #[token("&")]
    Ampersand,
    #[token("|")]
    Bar,
    #[token("^")]
    Caret,
    #[token("~")]
    Tilde,
    #[token("==")]
    EqualEqual,
    #[token("!=")]
    NotEqual,
    #[token("<")]
    Less,
    #[token("<=")]
    LessEqual,
    #[token(">")]
    Greater,
    #[token(">=")]
    GreaterEqual,
    #[token("+=")]
    PlusEqual,
    #[token("-=")]
    MinusEqual,
    #[token("*=")]
    StarEqual,
    #[token("**=")]
    DoubleStarEqual,
    #[token("/=")]
    SlashEqual,
    #[token("//=")]
    DoubleSlashEqual,
    #[token("%=")]
    PercentEqual,
    #[token("<<=")]
    LeftShiftEqual,
    #[token(">>=")]
    RightShiftEqual,
    #[token("&=")]
    AmpersandEqual,
    #[token("|=")]
    BarEqual,
    #[token("^=")]
    CaretEqual,
    #[token("@=")]
    AtEqual,

    /// The end of a logical line.
    #[regex(r"\r\n|\n|\r")]
    Newline,
    /// The start of an indented block.
    Indent,
    /// The end of an indented block.
    Dedent,
    /// The end of the text.
    End,
    /// Synthetic first token: the text is a module.
    StartModule,
    /// Synthetic first token: the text is one expression.
    StartExpression,
    /// `$`, `?` or a backtick, which mean nothing, and `<>`, which means nothing any more.
    #[regex(r"[$?`]|<>")]
    Unknown,
    /// Only inside the lexer: `#`, which opens a comment.
    #[token("#")]
    Comment,
    /// Only inside the lexer: `\`, which must end the line.
    #[token("\\")]
    Backslash,
}

impl TokenKind {
    /// Is it a reserved word?
    pub fn is_keyword(self) -> bool {
        (TokenKind::False as u8..=TokenKind::Yield as u8).contains(&(self as u8)) && self != TokenKind::Type
    }
}
