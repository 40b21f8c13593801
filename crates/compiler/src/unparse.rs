//! Expression → text, as `from __future__ import annotations` stores annotations.

use gilscope_syntax::ast::*;
use std::fmt::Write;

/// How tightly an expression binds; the order is that of the grammar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Tuple,
    Test,
    Or,
    And,
    Not,
    Comparison,
    BitOr,
    BitXor,
    BitAnd,
    Shift,
    Arithmetic,
    Term,
    Factor,
    Power,
    Await,
    Atom,
}

/// The text of `e`, with the parentheses that it needs and no others.
pub fn unparse(e: &Expr) -> String {
    let mut printer = Printer { out: String::new() };
    printer.expr(e, Level::Test);
    printer.out
}

struct Printer {
    out: String,
}

impl Printer {
    fn expr(&mut self, e: &Expr, level: Level) {
        match &e.kind {
            ExprKind::BoolOp { op, values } => {
                let (word, own) = match op {
                    BoolOp::And => (" and ", Level::And),
                    BoolOp::Or => (" or ", Level::Or),
                };
                let inner = if own == Level::And { Level::Not } else { Level::And };
                self.group(level > own, |p| p.list(values, word, inner));
            }
            ExprKind::NamedExpr { target, value } => self.group(level > Level::Tuple, |p| {
                p.expr(target, Level::Atom);
                p.out.push_str(" := ");
                p.expr(value, Level::Atom);
            }),
            ExprKind::BinOp { left, op, right } => {
                let (sign, own, before, after) = binary(*op);
                self.group(level > own, |p| {
                    p.expr(left, before);
                    p.out.push_str(sign);
                    p.expr(right, after);
                });
            }
            ExprKind::UnaryOp { op, operand } => {
                let (sign, own) = match op {
                    UnaryOp::Not => ("not ", Level::Not),
                    UnaryOp::Invert => ("~", Level::Factor),
                    UnaryOp::UAdd => ("+", Level::Factor),
                    UnaryOp::USub => ("-", Level::Factor),
                };
                self.group(level > own, |p| {
                    p.out.push_str(sign);
                    p.expr(operand, own);
                });
            }
            ExprKind::Lambda { args, body } => self.group(level > Level::Test, |p| {
                p.out.push_str("lambda");
                p.arguments(args);
                p.out.push_str(": ");
                p.expr(body, Level::Test);
            }),
            ExprKind::IfExp { test, body, orelse } => self.group(level > Level::Test, |p| {
                p.expr(body, Level::Or);
                p.out.push_str(" if ");
                p.expr(test, Level::Or);
                p.out.push_str(" else ");
                p.expr(orelse, Level::Test);
            }),
            ExprKind::Compare { left, ops, comparators } => self.group(level > Level::Comparison, |p| {
                p.expr(left, Level::BitOr);
                for (op, right) in ops.iter().zip(comparators) {
                    let _ = write!(p.out, " {} ", compare_text(*op));
                    p.expr(right, Level::BitOr);
                }
            }),
            ExprKind::Yield(value) => self.group(true, |p| match value {
                Some(value) => {
                    p.out.push_str("yield ");
                    p.expr(value, Level::Test);
                }
                None => p.out.push_str("yield"),
            }),
            ExprKind::YieldFrom(value) => self.group(true, |p| {
                p.out.push_str("yield from ");
                p.expr(value, Level::Test);
            }),
            ExprKind::Tuple(items) => self.tuple(items, level),
            _ => self.atom(e),
        }
    }

    fn atom(&mut self, e: &Expr) {
        match &e.kind {
            ExprKind::Name(name) => self.out.push_str(name),
            ExprKind::Constant(constant) => self.constant(constant),
            ExprKind::List(items) => self.wrapped("[", items, "]"),
            ExprKind::Set(items) => self.wrapped("{", items, "}"),
            ExprKind::Dict { keys, values } => self.dict(keys, values),
            ExprKind::ListComp { elt, generators } => self.comprehension("[", elt, None, generators, "]"),
            ExprKind::SetComp { elt, generators } => self.comprehension("{", elt, None, generators, "}"),
            ExprKind::GeneratorExp { elt, generators } => self.comprehension("(", elt, None, generators, ")"),
            ExprKind::DictComp { key, value, generators } => {
                self.comprehension("{", key, Some(value), generators, "}");
            }
            ExprKind::Call { func, args, keywords } => self.call(func, args, keywords),
            ExprKind::JoinedStr(values) => self.joined_str(values),
            ExprKind::FormattedValue { .. } => self.joined_str(std::slice::from_ref(e)),
            ExprKind::Attribute { value, attr } => {
                self.expr(value, Level::Atom);
                let integer = matches!(value.kind, ExprKind::Constant(Constant::Int(_) | Constant::BigInt(_)));
                self.out.push_str(if integer { " ." } else { "." });
                self.out.push_str(&attr.name);
            }
            ExprKind::Subscript { value, slice } => {
                self.expr(value, Level::Atom);
                self.out.push('[');
                self.expr(slice, Level::Tuple);
                self.out.push(']');
            }
            ExprKind::Starred(inner) => {
                self.out.push('*');
                self.expr(inner, Level::BitOr);
            }
            ExprKind::Slice { lower, upper, step } => self.slice(lower, upper, step),
            _ => {}
        }
    }

    fn group(&mut self, needed: bool, print: impl FnOnce(&mut Self)) {
        if needed {
            self.out.push('(');
        }
        print(self);
        if needed {
            self.out.push(')');
        }
    }

    fn list(&mut self, items: &[Expr], separator: &str, level: Level) {
        for (i, item) in items.iter().enumerate() {
            if i > 0 {
                self.out.push_str(separator);
            }
            self.expr(item, level);
        }
    }

    fn wrapped(&mut self, open: &str, items: &[Expr], close: &str) {
        self.out.push_str(open);
        self.list(items, ", ", Level::Test);
        self.out.push_str(close);
    }

    fn tuple(&mut self, items: &[Expr], level: Level) {
        if items.is_empty() {
            self.out.push_str("()");
            return;
        }
        self.group(level > Level::Tuple, |p| {
            p.list(items, ", ", Level::Test);
            if items.len() == 1 {
                p.out.push(',');
            }
        });
    }

    fn dict(&mut self, keys: &[Option<Expr>], values: &[Expr]) {
        self.out.push('{');
        for (i, (key, value)) in keys.iter().zip(values).enumerate() {
            if i > 0 {
                self.out.push_str(", ");
            }
            match key {
                Some(key) => {
                    self.expr(key, Level::Test);
                    self.out.push_str(": ");
                    self.expr(value, Level::Test);
                }
                None => {
                    self.out.push_str("**");
                    self.expr(value, Level::BitOr);
                }
            }
        }
        self.out.push('}');
    }

    fn comprehension(&mut self, open: &str, elt: &Expr, value: Option<&Expr>, all: &[Comprehension], close: &str) {
        self.out.push_str(open);
        self.expr(elt, Level::Test);
        if let Some(value) = value {
            self.out.push_str(": ");
            self.expr(value, Level::Test);
        }
        for c in all {
            self.out.push_str(" for ");
            self.expr(&c.target, Level::Tuple);
            self.out.push_str(" in ");
            self.expr(&c.iter, Level::Or);
            for test in &c.ifs {
                self.out.push_str(" if ");
                self.expr(test, Level::Or);
            }
        }
        self.out.push_str(close);
    }

    fn call(&mut self, func: &Expr, args: &[Expr], keywords: &[Keyword]) {
        self.expr(func, Level::Atom);
        if let [Expr { kind: ExprKind::GeneratorExp { .. }, .. }] = args
            && keywords.is_empty()
        {
            self.expr(&args[0], Level::Test);
            return;
        }
        self.out.push('(');
        self.list(args, ", ", Level::Test);
        for (i, k) in keywords.iter().enumerate() {
            if i > 0 || !args.is_empty() {
                self.out.push_str(", ");
            }
            match &k.name {
                Some(name) => {
                    let _ = write!(self.out, "{name}=");
                }
                None => self.out.push_str("**"),
            }
            self.expr(&k.value, Level::Test);
        }
        self.out.push(')');
    }

    fn slice(&mut self, lower: &Option<Box<Expr>>, upper: &Option<Box<Expr>>, step: &Option<Box<Expr>>) {
        if let Some(lower) = lower {
            self.expr(lower, Level::Test);
        }
        self.out.push(':');
        if let Some(upper) = upper {
            self.expr(upper, Level::Test);
        }
        if let Some(step) = step {
            self.out.push(':');
            self.expr(step, Level::Test);
        }
    }

    fn joined_str(&mut self, values: &[Expr]) {
        let mut inner = Printer { out: String::new() };
        inner.joined_parts(values, false);
        self.out.push('f');
        self.out.push_str(&string_repr(&inner.out));
    }

    fn joined_parts(&mut self, values: &[Expr], in_spec: bool) {
        for value in values {
            match &value.kind {
                ExprKind::Constant(Constant::Str(text)) => {
                    self.out.push_str(&text.replace('{', "{{").replace('}', "}}"));
                }
                ExprKind::FormattedValue { value, conversion, format_spec } => {
                    let mut inner = Printer { out: String::new() };
                    inner.expr(value, Level::Test);
                    self.out.push_str(if inner.out.starts_with('{') { "{ " } else { "{" });
                    self.out.push_str(&inner.out);
                    self.out.push_str(match conversion {
                        Conversion::None => "",
                        Conversion::Str => "!s",
                        Conversion::Repr => "!r",
                        Conversion::Ascii => "!a",
                    });
                    if let Some(spec) = format_spec {
                        self.out.push(':');
                        self.joined_parts(std::slice::from_ref(spec), true);
                    }
                    self.out.push('}');
                }
                ExprKind::JoinedStr(values) if in_spec => self.joined_parts(values, false),
                ExprKind::JoinedStr(values) => self.joined_str(values),
                _ => self.expr(value, Level::Test),
            }
        }
    }

    fn constant(&mut self, constant: &Constant) {
        let _ = match constant {
            Constant::None => write!(self.out, "None"),
            Constant::True => write!(self.out, "True"),
            Constant::False => write!(self.out, "False"),
            Constant::Ellipsis => write!(self.out, "..."),
            Constant::Int(n) => write!(self.out, "{n}"),
            Constant::BigInt(digits) => write!(self.out, "{digits}"),
            Constant::Float(x) => write!(self.out, "{}", gilscope_bytecode::float_repr(*x).replace("inf", "1e309")),
            Constant::Imaginary(x) => {
                write!(self.out, "{}", gilscope_bytecode::imaginary_repr(*x).replace("inf", "1e309"))
            }
            Constant::Str(s) => write!(self.out, "{}", string_repr(s)),
            Constant::Bytes(b) => write!(self.out, "{}", gilscope_bytecode::bytes_repr(b)),
        };
    }

    fn arguments(&mut self, args: &Arguments) {
        let positional: Vec<&Arg> = args.posonly.iter().chain(&args.args).collect();
        let without_default = positional.len() - args.defaults.len().min(positional.len());
        let mut parts: Vec<String> = Vec::new();
        for (i, arg) in positional.iter().enumerate() {
            let default = i.checked_sub(without_default).and_then(|d| args.defaults.get(d));
            parts.push(with_default(&arg.name, default));
            if i + 1 == args.posonly.len() {
                parts.push("/".to_owned());
            }
        }
        match &args.vararg {
            Some(arg) => parts.push(format!("*{}", arg.name)),
            None if !args.kwonly.is_empty() => parts.push("*".to_owned()),
            None => {}
        }
        for (arg, default) in args.kwonly.iter().zip(&args.kw_defaults) {
            parts.push(with_default(&arg.name, default.as_ref()));
        }
        parts.extend(args.kwarg.iter().map(|a| format!("**{}", a.name)));
        if !parts.is_empty() {
            let _ = write!(self.out, " {}", parts.join(", "));
        }
    }
}

fn with_default(name: &str, default: Option<&Expr>) -> String {
    match default {
        Some(default) => format!("{name}={}", unparse(default)),
        None => name.to_owned(),
    }
}

fn string_repr(text: &str) -> String {
    gilscope_bytecode::string_repr(text)
}

/// Sign, own level, and the levels of the two sides.
fn binary(op: Operator) -> (&'static str, Level, Level, Level) {
    use Level::{Arithmetic, BitAnd, BitOr, BitXor, Factor, Power, Shift, Term};
    match op {
        Operator::BitOr => (" | ", BitOr, BitOr, BitXor),
        Operator::BitXor => (" ^ ", BitXor, BitXor, BitAnd),
        Operator::BitAnd => (" & ", BitAnd, BitAnd, Shift),
        Operator::LShift => (" << ", Shift, Shift, Arithmetic),
        Operator::RShift => (" >> ", Shift, Shift, Arithmetic),
        Operator::Add => (" + ", Arithmetic, Arithmetic, Term),
        Operator::Sub => (" - ", Arithmetic, Arithmetic, Term),
        Operator::Mult => (" * ", Term, Term, Factor),
        Operator::MatMult => (" @ ", Term, Term, Factor),
        Operator::Div => (" / ", Term, Term, Factor),
        Operator::Mod => (" % ", Term, Term, Factor),
        Operator::FloorDiv => (" // ", Term, Term, Factor),
        Operator::Pow => (" ** ", Power, Level::Await, Power),
    }
}

fn compare_text(op: CmpOp) -> &'static str {
    match op {
        CmpOp::Eq => "==",
        CmpOp::NotEq => "!=",
        CmpOp::Lt => "<",
        CmpOp::LtE => "<=",
        CmpOp::Gt => ">",
        CmpOp::GtE => ">=",
        CmpOp::Is => "is",
        CmpOp::IsNot => "is not",
        CmpOp::In => "in",
        CmpOp::NotIn => "not in",
    }
}
