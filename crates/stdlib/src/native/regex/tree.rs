//! A regular expression as a tree, and how wide its matches are.

use super::flags::Flags;

/// How often something may be repeated at the most: no limit (`MAXREPEAT`, `Modules/_sre/sre_constants.h`).
pub(super) const MAX_REPEAT: u32 = u32::MAX;

/// One piece of a pattern.
#[derive(Debug, Clone)]
pub(super) enum Node {
    Literal(char),
    /// `.`
    Any,
    Set {
        negated: bool,
        items: Vec<SetItem>,
    },
    At(Place),
    Repeat {
        item: Box<Node>,
        min: u32,
        max: u32,
        greed: Greed,
    },
    /// Parentheses that count. They come in the order of their numbers.
    Group(Box<Node>),
    /// Parentheses that do not count, with the flags that hold in them.
    Plain {
        on: Flags,
        off: Flags,
        body: Box<Node>,
    },
    Atomic(Box<Node>),
    Look {
        behind: bool,
        negated: bool,
        body: Box<Node>,
    },
    Backreference(usize),
    Conditional {
        group: usize,
        yes: Box<Node>,
        no: Option<Box<Node>>,
    },
    Sequence(Vec<Node>),
    Branches(Vec<Node>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Greed {
    /// As often as possible.
    Greedy,
    /// As seldom as possible.
    Lazy,
    /// As often as possible, and never less when the rest does not fit.
    Possessive,
}

/// What fits without taking a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// `^`
    LineStart,
    /// `$`
    LineEnd,
    /// `\A`
    TextStart,
    /// `\Z`
    TextEnd,
    /// `\b`
    Boundary,
    /// `\B`
    NoBoundary,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SetItem {
    Character(char),
    Range(char, char),
    Category(Category),
}

/// `\d`, `\s`, `\w`, and what is not one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Category {
    pub(super) kind: Kind,
    pub(super) negated: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Digit,
    Space,
    Word,
}

/// The least and the greatest number of characters that a match has.
pub(super) type Width = (u64, u64);

impl Node {
    /// How wide a match is. `groups` has the widths of groups from the first on; of others anything may be.
    pub(super) fn width(&self, groups: &[Width]) -> Width {
        match self {
            Node::Literal(_) | Node::Any | Node::Set { .. } => (1, 1),
            Node::At(_) | Node::Look { .. } => (0, 0),
            Node::Repeat { item, min, max, .. } => {
                let (low, high) = item.width(groups);
                (low.saturating_mul(u64::from(*min)), high.saturating_mul(u64::from(*max)))
            }
            Node::Group(body) | Node::Plain { body, .. } | Node::Atomic(body) => body.width(groups),
            Node::Backreference(group) => groups.get(group.wrapping_sub(1)).copied().unwrap_or((0, u64::MAX)),
            Node::Conditional { yes, no, .. } => {
                let no = no.as_ref().map_or((0, 0), |no| no.width(groups));
                either(yes.width(groups), no)
            }
            Node::Sequence(nodes) => nodes.iter().fold((0, 0), |sum: Width, node| {
                let (low, high) = node.width(groups);
                (sum.0.saturating_add(low), sum.1.saturating_add(high))
            }),
            Node::Branches(branches) => {
                branches.iter().map(|branch| branch.width(groups)).reduce(either).unwrap_or((0, 0))
            }
        }
    }
}

fn either(a: Width, b: Width) -> Width {
    (a.0.min(b.0), a.1.max(b.1))
}
