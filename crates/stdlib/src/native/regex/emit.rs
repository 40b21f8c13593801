//! A pattern's tree as a pattern of the matching library (`fancy-regex`), which differs from Python in some signs.

use super::flags::Flags;
use super::tree::{Category, Greed, Kind, MAX_REPEAT, Node, Place, SetItem};
use std::fmt::Write;

/// Fits nowhere.
const NEVER: &str = r"[^\s\S]";

/// The pattern for a tree. All its groups are numbered as in the tree.
pub(super) fn emit(tree: &Node, flags: Flags) -> String {
    let mut out = String::new();
    if folds(flags) {
        out.push_str("(?i)");
    }
    node(&mut out, tree, flags);
    out
}

/// Whether the library compares without regard to case. For ASCII alone that is written out here: it knows other letters.
fn folds(flags: Flags) -> bool {
    flags.has(Flags::IGNORE_CASE) && flags.has(Flags::UNICODE)
}

fn folds_ascii(flags: Flags) -> bool {
    flags.has(Flags::IGNORE_CASE) && !flags.has(Flags::UNICODE)
}

fn node(out: &mut String, tree: &Node, flags: Flags) {
    match tree {
        Node::Literal(c) => literal(out, *c, flags),
        Node::Any if flags.has(Flags::DOT_ALL) => out.push_str("(?s:.)"),
        Node::Any => out.push_str(r"[^\n]"),
        Node::Set { negated, items } => set(out, *negated, items, flags),
        Node::At(at) => out.push_str(place(*at, flags)),
        Node::Repeat { item, min, max, greed } => repeat(out, item, (*min, *max), *greed, flags),
        Node::Group(body) => within(out, "(", body, flags),
        Node::Plain { on, off, body } => plain(out, flags, flags.changed(*on, *off), body),
        Node::Atomic(body) => within(out, "(?>", body, flags),
        Node::Look { behind, negated, body } => look(out, (*behind, *negated), body, flags),
        // In parentheses, so that a digit behind it does not belong to it.
        Node::Backreference(group) => drop(write!(out, "(?:\\{group})")),
        Node::Conditional { group, yes, no } => conditional(out, *group, (yes, no.as_deref()), flags),
        Node::Sequence(nodes) => nodes.iter().for_each(|item| node(out, item, flags)),
        Node::Branches(branches) => {
            out.push_str("(?:");
            for (index, branch) in branches.iter().enumerate() {
                if index > 0 {
                    out.push('|');
                }
                node(out, branch, flags);
            }
            out.push(')');
        }
    }
}

fn within(out: &mut String, open: &str, body: &Node, flags: Flags) {
    out.push_str(open);
    node(out, body, flags);
    out.push(')');
}

fn conditional(out: &mut String, group: usize, (yes, no): (&Node, Option<&Node>), flags: Flags) {
    // The library takes a condition alone for one that must hold.
    if matches!((yes, no), (Node::Sequence(items), None) if items.is_empty()) {
        return;
    }
    within(out, &format!("(?({group})"), yes, flags);
    out.pop();
    out.push('|');
    no.into_iter().for_each(|no| node(out, no, flags));
    out.push(')');
}

fn plain(out: &mut String, outer: Flags, inner: Flags, body: &Node) {
    let open = match (folds(outer), folds(inner)) {
        (false, true) => "(?i:",
        (true, false) => "(?-i:",
        _ => "(?:",
    };
    within(out, open, body, inner);
}

fn look(out: &mut String, sort: (bool, bool), body: &Node, flags: Flags) {
    let open = match sort {
        (false, false) => "(?=",
        (false, true) if matches!(body, Node::Sequence(items) if items.is_empty()) => return out.push_str(NEVER),
        (false, true) => "(?!",
        (true, false) => "(?<=",
        (true, true) => "(?<!",
    };
    within(out, open, body, flags);
}

fn repeat(out: &mut String, item: &Node, (min, max): (u32, u32), greed: Greed, flags: Flags) {
    if item.width(&[]).1 == 0 {
        // Nothing more comes of it when it is there more than once; the library refuses to repeat it.
        let lazy = min == 0 && greed == Greed::Lazy;
        within(out, if lazy { "(?:|" } else { "(?:" }, item, flags);
        if min == 0 && !lazy {
            out.pop();
            out.push_str("|)");
        }
        return;
    }
    out.push_str(if greed == Greed::Possessive { "(?>" } else { "" });
    match item {
        Node::Literal(_) | Node::Set { .. } | Node::Any => node(out, item, flags),
        _ => within(out, "(?:", item, flags),
    }
    match (min, max) {
        (0, 1) => out.push('?'),
        (0, MAX_REPEAT) => out.push('*'),
        (1, MAX_REPEAT) => out.push('+'),
        (_, MAX_REPEAT) => drop(write!(out, "{{{min},}}")),
        _ => drop(write!(out, "{{{min},{max}}}")),
    }
    out.push_str(match greed {
        Greed::Greedy => "",
        Greed::Lazy => "?",
        Greed::Possessive => ")",
    });
}

fn literal(out: &mut String, c: char, flags: Flags) {
    if folds_ascii(flags) && c.is_ascii_alphabetic() {
        out.extend(['[', c.to_ascii_lowercase(), c.to_ascii_uppercase(), ']']);
    } else {
        character(out, c);
    }
}

/// A character that stands for itself, in a set and outside.
fn character(out: &mut String, c: char) {
    match c.is_ascii_alphanumeric() {
        true => out.push(c),
        false => drop(write!(out, "\\x{{{:X}}}", u32::from(c))),
    }
}

fn place(place: Place, flags: Flags) -> &'static str {
    let multiline = flags.has(Flags::MULTILINE);
    match place {
        Place::LineStart if multiline => "(?m:^)",
        Place::LineStart | Place::TextStart => r"\A",
        Place::LineEnd if multiline => "(?m:$)",
        Place::LineEnd => r"(?=\n?\z)",
        Place::TextEnd => r"\z",
        Place::Boundary if flags.has(Flags::UNICODE) => r"\b",
        // Until 3.14 it does not fit in an empty text.
        Place::NoBoundary if flags.has(Flags::UNICODE) => r"(?:\B(?!\A\z))",
        Place::Boundary => "(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))",
        Place::NoBoundary => "(?:(?<=[0-9A-Za-z_])(?=[0-9A-Za-z_])|(?<![0-9A-Za-z_])(?![0-9A-Za-z_])(?!\\A\\z))",
    }
}

fn set(out: &mut String, negated: bool, items: &[SetItem], flags: Flags) {
    out.push_str(if negated { "[^" } else { "[" });
    for item in items {
        match *item {
            SetItem::Character(c) => {
                character(out, c);
                if folds_ascii(flags) && c.is_ascii_alphabetic() {
                    out.push(if c.is_ascii_lowercase() { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() });
                }
            }
            SetItem::Range(low, high) => range(out, low, high, flags),
            SetItem::Category(kind) => category(out, kind, flags),
        }
    }
    out.push(']');
}

fn range(out: &mut String, low: char, high: char, flags: Flags) {
    let mut push = |low: char, high: char| {
        character(out, low);
        out.push('-');
        character(out, high);
    };
    push(low, high);
    if folds_ascii(flags) {
        for c in ('a'..='z').filter(|c| (low..=high).contains(c)) {
            push(c.to_ascii_uppercase(), c.to_ascii_uppercase());
        }
        for c in ('A'..='Z').filter(|c| (low..=high).contains(c)) {
            push(c.to_ascii_lowercase(), c.to_ascii_lowercase());
        }
    }
}

/// What `str.isdecimal`, `str.isspace` and `str.isalnum` say, or the same for ASCII alone.
fn category(out: &mut String, Category { kind, negated }: Category, flags: Flags) {
    let members = match (kind, flags.has(Flags::UNICODE)) {
        (Kind::Digit, true) => r"\p{Nd}",
        (Kind::Digit, false) => "0-9",
        (Kind::Space, true) => r"\s\x{1C}-\x{1F}",
        (Kind::Space, false) => r"\x{9}-\x{D}\x{20}",
        (Kind::Word, true) => r"\p{L}\p{N}_",
        (Kind::Word, false) => "0-9A-Za-z_",
    };
    if negated {
        out.extend(["[^", members, "]"]);
    } else {
        out.push_str(members);
    }
}
