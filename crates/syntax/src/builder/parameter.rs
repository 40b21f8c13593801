//! Parameter lists of functions and lambdas, and type parameters. The grammar reads any list of items; their order
//! is checked here.

use gilscope_source::Span;

use super::{Builder, Node};
use crate::ast::{Arg, Arguments, Expr, ExprKind, TypeParam, TypeParamKind};

/// One item between the commas of a parameter list.
#[derive(Debug)]
pub(crate) struct ParameterItem {
    pub(crate) span: Span,
    pub(crate) kind: ParameterKind,
    pub(crate) depth: u32,
    /// Where the annotation ends, or the name without one.
    pub(crate) annotated: u32,
}

#[derive(Debug)]
pub(crate) enum ParameterKind {
    /// `name: annotation = default`
    Plain(Arg, Option<Expr>),
    /// `/`
    Slash,
    /// `*`
    Star,
    /// `*args`, and a default that is not allowed
    Variadic(Arg, Option<Expr>),
    /// `**kwargs`, and a default that is not allowed
    Keywords(Arg, Option<Expr>),
}

impl ParameterItem {
    /// Its first token, or the name with its annotation.
    fn mark(&self) -> Span {
        let width = match self.kind {
            ParameterKind::Plain(..) => self.annotated - self.span.lo,
            ParameterKind::Keywords(..) => 2,
            _ => 1,
        };
        Span { lo: self.span.lo, hi: self.span.lo + width }
    }

    /// The `=` before its default.
    fn equal(&self, text: &str) -> Span {
        let gap = text[self.annotated as usize..self.span.hi as usize].find('=').unwrap_or(0) as u32;
        let lo = self.annotated + gap;
        Span { lo, hi: lo + 1 }
    }
}

/// A parameter list on the parser's stack.
#[derive(Debug, Default)]
pub(crate) struct Parameters {
    pub(crate) arguments: Arguments,
    pub(crate) depth: u32,
}

/// Type parameters on the parser's stack.
#[derive(Debug, Default)]
pub(crate) struct TypeParameters {
    pub(crate) items: Vec<TypeParam>,
    pub(crate) depth: u32,
}

impl Builder<'_> {
    pub(crate) fn parameter_mark(&mut self, l: u32, r: u32, kind: ParameterKind) -> Box<ParameterItem> {
        Box::new(ParameterItem { span: Span { lo: l, hi: r }, kind, depth: 0, annotated: r })
    }

    /// `make` is one of the constructors of `ParameterKind` that hold a name; the annotation ends at `hi`.
    pub(crate) fn parameter(
        &mut self,
        span: Span,
        hi: u32,
        make: fn(Arg, Option<Expr>) -> ParameterKind,
        name: Span,
        annotation: Option<Node>,
        default: Option<Node>,
    ) -> Box<ParameterItem> {
        let depth_of = |n: &Option<Node>| n.as_ref().map_or(0, |n| n.depth);
        let depth = depth_of(&annotation).max(depth_of(&default));
        let arg = Arg {
            span: Span { lo: name.lo, hi },
            name: self.name_text(name).into(),
            annotation: annotation.map(|a| a.expr),
        };
        let kind = make(arg, default.map(|d| *d.expr));
        Box::new(ParameterItem { span, kind, depth, annotated: hi })
    }

    pub(crate) fn parameters(&mut self, items: Vec<Box<ParameterItem>>) -> Box<Parameters> {
        let mut list = Parameters::default();
        let mut stage = Stage::default();
        for (i, item) in items.into_iter().enumerate() {
            list.depth = list.depth.max(item.depth);
            self.add_parameter(&mut list.arguments, &mut stage, i == 0, *item);
        }
        if let Some(star) = stage.bare_star {
            let message = "named arguments must follow bare *";
            self.fail(star, message);
        }
        Box::new(list)
    }

    fn add_parameter(&mut self, arguments: &mut Arguments, stage: &mut Stage, first: bool, item: ParameterItem) {
        if stage.ended {
            self.fail(item.mark(), "arguments cannot follow var-keyword argument");
        }
        let (mark, equal) = (item.mark(), item.equal(self.text));
        match item.kind {
            ParameterKind::Plain(arg, default) if stage.starred => {
                stage.bare_star = None;
                arguments.kwonly.push(arg);
                arguments.kw_defaults.push(default);
            }
            ParameterKind::Plain(arg, default) => {
                if default.is_none() && !arguments.defaults.is_empty() {
                    self.fail(arg.span, "parameter without a default follows parameter with a default");
                }
                arguments.defaults.extend(default);
                arguments.args.push(arg);
            }
            ParameterKind::Slash => self.slash(arguments, stage, first, item.span),
            ParameterKind::Star | ParameterKind::Variadic(..) if stage.starred => {
                self.fail(mark, "* argument may appear only once");
            }
            ParameterKind::Star => {
                stage.starred = true;
                stage.bare_star = Some(item.span);
            }
            ParameterKind::Variadic(arg, default) => {
                if default.is_some() {
                    self.fail(equal, "var-positional argument cannot have default value");
                }
                stage.starred = true;
                arguments.vararg = Some(arg);
            }
            ParameterKind::Keywords(arg, default) => {
                if default.is_some() {
                    self.fail(equal, "var-keyword argument cannot have default value");
                }
                stage.ended = true;
                arguments.kwarg = Some(arg);
            }
        }
    }

    fn slash(&mut self, arguments: &mut Arguments, stage: &mut Stage, first: bool, span: Span) {
        if stage.slashed {
            self.fail(span, "/ may appear only once");
        } else if stage.starred {
            self.fail(span, "/ must be ahead of *");
        } else if first {
            let lone = !self.text[span.hi as usize..].trim_start().starts_with(',');
            let message = if lone { "invalid syntax" } else { "at least one argument must precede /" };
            self.fail(span, message);
        }
        stage.slashed = true;
        arguments.posonly = std::mem::take(&mut arguments.args);
    }

    pub(crate) fn type_parameter(
        &mut self,
        l: u32,
        r: u32,
        kind: TypeParamKind,
        name: Span,
        bound: Option<Node>,
        default: Option<Node>,
    ) -> Box<(TypeParam, u32)> {
        let depth_of = |n: &Option<Node>| n.as_ref().map_or(0, |n| n.depth);
        let depth = depth_of(&bound).max(depth_of(&default));
        if let Some(b) = bound.as_ref().filter(|_| kind != TypeParamKind::TypeVar) {
            let tuple = matches!(b.expr.kind, ExprKind::Tuple(_));
            let what = if tuple { "constraints" } else { "bound" };
            let which = if kind == TypeParamKind::TypeVarTuple { "TypeVarTuple" } else { "ParamSpec" };
            let colon = self.text[name.hi as usize..].find(':').map_or(name.hi, |n| name.hi + n as u32);
            self.fail_for_certain(Span { lo: colon, hi: b.expr.span.hi }, format!("cannot use {what} with {which}"));
        }
        let name = self.identifier(name);
        let (bound, default) = (bound.map(|b| *b.expr), default.map(|d| *d.expr));
        Box::new((TypeParam { span: Span { lo: l, hi: r }, name, kind, bound, default }, depth))
    }

    pub(crate) fn type_parameters(&mut self, items: Vec<Box<(TypeParam, u32)>>) -> Box<TypeParameters> {
        let depth = items.iter().map(|i| i.1).max().unwrap_or(0);
        Box::new(TypeParameters { items: items.into_iter().map(|i| i.0).collect(), depth })
    }

    pub(crate) fn lambda(&mut self, l: u32, r: u32, parameters: Box<Parameters>, body: Node) -> Node {
        let depth = body.depth.max(parameters.depth);
        self.node(l, r, ExprKind::Lambda { args: Box::new(parameters.arguments), body: body.expr }, depth)
    }
}

/// How far along a parameter list is.
#[derive(Default)]
struct Stage {
    slashed: bool,
    starred: bool,
    ended: bool,
    /// A bare `*` that no name has followed yet.
    bare_star: Option<Span>,
}
