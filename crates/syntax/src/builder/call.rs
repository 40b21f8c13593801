//! Nodes for calls and for the arguments of a class definition.

use gilscope_source::Span;

use super::expression::Element;
use super::{Builder, Clauses, Node};
use crate::ast::{Expr, ExprKind, Keyword};

/// The arguments between the parentheses of a call.
#[derive(Debug, Default)]
pub(crate) struct CallArguments {
    pub(crate) args: Vec<Expr>,
    pub(crate) keywords: Vec<Keyword>,
    pub(crate) depth: u32,
}

/// One argument on the parser's stack.
#[derive(Debug)]
pub(crate) enum Argument {
    /// `value` or `*value`
    Positional(Node),
    /// `name=value`, and its end.
    Keyword(Span, Node, u32),
    /// `**value`
    Unpacking(Span, Node),
}

impl Builder<'_> {
    pub(crate) fn argument(&mut self, so_far: Box<CallArguments>, argument: Argument) -> Box<CallArguments> {
        match argument {
            Argument::Positional(value) => self.positional(so_far, value),
            Argument::Keyword(name, value, end) => self.keyword(so_far, name, value, end),
            Argument::Unpacking(span, value) => self.push_keyword(so_far, span, None, value),
        }
    }

    fn positional(&mut self, mut so_far: Box<CallArguments>, value: Node) -> Box<CallArguments> {
        so_far.depth = so_far.depth.max(value.depth);
        let starred = matches!(value.expr.kind, ExprKind::Starred(_));
        if starred {
            if so_far.keywords.iter().any(|k| k.name.is_none()) {
                let last = so_far.keywords.last().map_or(value.expr.span, |k| k.span);
                self.fail(last, "iterable argument unpacking follows keyword argument unpacking");
            }
        } else if let Some(last) = so_far.keywords.last() {
            let unpacking = so_far.keywords.iter().any(|k| k.name.is_none());
            let what = if unpacking { "keyword argument unpacking" } else { "keyword argument" };
            self.fail(last.span, format!("positional argument follows {what}"));
        }
        so_far.args.push(*value.expr);
        so_far
    }

    fn keyword(&mut self, so_far: Box<CallArguments>, name: Span, value: Node, end: u32) -> Box<CallArguments> {
        let text = self.name_text(name);
        let span = Span { lo: name.lo, hi: end };
        if so_far.keywords.iter().any(|k| k.name.as_deref() == Some(&*text)) {
            self.fail_late(span, format!("keyword argument repeated: {text}"));
        }
        self.push_keyword(so_far, span, Some(text.into()), value)
    }

    fn push_keyword(
        &mut self,
        mut so_far: Box<CallArguments>,
        span: Span,
        name: Option<Box<str>>,
        value: Node,
    ) -> Box<CallArguments> {
        so_far.depth = so_far.depth.max(value.depth);
        so_far.keywords.push(Keyword { span, name, value: *value.expr });
        so_far
    }

    /// `f(x for x in y)`: the call's parentheses, from `open`, are the generator expression's too.
    pub(crate) fn generator_call(
        &mut self,
        l: u32,
        r: u32,
        func: Node,
        open: u32,
        element: Node,
        clauses: Clauses,
    ) -> Node {
        let generator = self.comprehension(open, r, Element::Generator(element), clauses);
        let arguments = self.positional(Box::default(), generator);
        self.call(l, r, func, arguments)
    }

    pub(crate) fn call(&mut self, l: u32, r: u32, func: Node, arguments: Box<CallArguments>) -> Node {
        let CallArguments { args, keywords, depth } = *arguments;
        let depth = depth.max(func.depth);
        self.node(l, r, ExprKind::Call { func: func.expr, args, keywords }, depth)
    }
}
