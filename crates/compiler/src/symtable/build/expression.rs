//! The walk over expressions.

use super::*;
use crate::error::error;

impl Builder<'_> {
    /// An expression that is stored to or deleted.
    pub(super) fn target(&mut self, e: &Expr) -> Result<()> {
        match &e.kind {
            ExprKind::Name(name) => self.define(name, Symbol::LOCAL, e.span),
            ExprKind::Starred(inner) => self.target(inner),
            ExprKind::List(items) | ExprKind::Tuple(items) => items.iter().try_for_each(|t| self.target(t)),
            _ => self.expr(e),
        }
    }

    pub(super) fn expr(&mut self, e: &Expr) -> Result<()> {
        match &e.kind {
            ExprKind::NamedExpr { target, value } => self.named_expr(e, target, value),
            ExprKind::BoolOp { values, .. } => self.exprs(values),
            ExprKind::BinOp { left, right, .. } => {
                self.expr(left)?;
                self.expr(right)
            }
            ExprKind::UnaryOp { operand, .. } => self.expr(operand),
            ExprKind::Lambda { args, body } => self.lambda(e, args, body),
            ExprKind::IfExp { test, body, orelse } => {
                self.expr(test)?;
                self.expr(body)?;
                self.expr(orelse)
            }
            ExprKind::Dict { keys, values } => {
                keys.iter().try_for_each(|k| self.option(k))?;
                self.exprs(values)
            }
            ExprKind::ListComp { elt, generators } => {
                self.comprehension(e, "listcomp", ComprehensionKind::List, generators, elt, None)
            }
            ExprKind::SetComp { elt, generators } => {
                self.comprehension(e, "setcomp", ComprehensionKind::Set, generators, elt, None)
            }
            ExprKind::DictComp { key, value, generators } => {
                self.comprehension(e, "dictcomp", ComprehensionKind::Dict, generators, key, Some(value))
            }
            ExprKind::GeneratorExp { elt, generators } => {
                self.comprehension(e, "genexpr", ComprehensionKind::Generator, generators, elt, None)
            }
            ExprKind::Yield(value) => {
                self.check_annotation_scope("yield expression", e.span)?;
                self.boxed(value)?;
                self.yields(e.span)
            }
            ExprKind::YieldFrom(value) => {
                self.check_annotation_scope("yield expression", e.span)?;
                self.expr(value)?;
                self.yields(e.span)
            }
            ExprKind::Compare { left, comparators, .. } => {
                self.expr(left)?;
                self.exprs(comparators)
            }
            ExprKind::Call { func, args, keywords } => {
                self.expr(func)?;
                self.exprs(args)?;
                keywords.iter().try_for_each(|k| self.expr(&k.value))
            }
            ExprKind::FormattedValue { value, format_spec, .. } => {
                self.expr(value)?;
                self.boxed(format_spec)
            }
            ExprKind::Attribute { value, .. } | ExprKind::Starred(value) => self.expr(value),
            ExprKind::Subscript { value, slice } => {
                self.expr(value)?;
                self.expr(slice)
            }
            ExprKind::Name(name) => self.name(name, e.span),
            ExprKind::Set(items) | ExprKind::List(items) | ExprKind::Tuple(items) | ExprKind::JoinedStr(items) => {
                self.exprs(items)
            }
            ExprKind::Slice { lower, upper, step } => {
                self.boxed(lower)?;
                self.boxed(upper)?;
                self.boxed(step)
            }
            ExprKind::Constant(_) => Ok(()),
        }
    }

    pub(super) fn name(&mut self, name: &str, span: Span) -> Result<()> {
        self.define(name, Symbol::USE, span)?;
        // Zero-argument super reads the cell of the class around it.
        if name == "super" && self.current().kind.is_function_like() {
            self.define("__class__", Symbol::USE, span)?;
        }
        Ok(())
    }

    pub(super) fn yields(&mut self, span: Span) -> Result<()> {
        let what = match self.current().comprehension {
            None => {
                self.current().generator = true;
                return Ok(());
            }
            Some(ComprehensionKind::List) => "list comprehension",
            Some(ComprehensionKind::Set) => "set comprehension",
            Some(ComprehensionKind::Dict) => "dict comprehension",
            Some(ComprehensionKind::Generator) => "generator expression",
        };
        fail(span, format!("'yield' inside {what}"))
    }

    pub(super) fn lambda(&mut self, e: &Expr, args: &Arguments, body: &Expr) -> Result<()> {
        self.defaults(args)?;
        self.enter(key(e, ScopeKind::Lambda), "lambda", e.span);
        self.parameters(args)?;
        self.expr(body)?;
        self.exit();
        Ok(())
    }

    pub(super) fn comprehension(
        &mut self,
        e: &Expr,
        name: &str,
        kind: ComprehensionKind,
        generators: &[Comprehension],
        elt: &Expr,
        value: Option<&Expr>,
    ) -> Result<()> {
        let Some((outermost, rest)) = generators.split_first() else { return fail(e.span, "invalid syntax") };
        if let Some(bad) = generators.iter().find(|g| g.is_async) {
            return Err(error(bad.target.span, "asynchronous comprehensions are not supported"));
        }
        self.current().comp_iter_depth += 1;
        self.expr(&outermost.iter)?;
        self.current().comp_iter_depth -= 1;
        self.enter(key(e, ScopeKind::Comprehension), name, e.span);
        self.current().comprehension = Some(kind);
        self.define(".0", Symbol::PARAM, e.span)?;
        self.comprehension_target(&outermost.target)?;
        self.exprs(&outermost.ifs)?;
        for g in rest {
            self.comprehension_target(&g.target)?;
            self.current().comp_iter_depth += 1;
            self.expr(&g.iter)?;
            self.current().comp_iter_depth -= 1;
            self.exprs(&g.ifs)?;
        }
        value.iter().try_for_each(|v| self.expr(v))?;
        self.expr(elt)?;
        self.current().generator = kind == ComprehensionKind::Generator;
        self.exit();
        Ok(())
    }

    pub(super) fn comprehension_target(&mut self, target: &Expr) -> Result<()> {
        self.current().in_comp_target = true;
        self.target(target)?;
        self.current().in_comp_target = false;
        Ok(())
    }

    /// What suspends or binds has no place in annotation scopes.
    pub(super) fn check_annotation_scope(&mut self, what: &str, span: Span) -> Result<()> {
        match annotation_scope(self.current().kind) {
            Some(place) => fail(span, format!("{what} cannot be used within {place}")),
            None => Ok(()),
        }
    }

    pub(super) fn named_expr(&mut self, e: &Expr, target: &Expr, value: &Expr) -> Result<()> {
        self.check_annotation_scope("named expression", e.span)?;
        if self.current().comp_iter_depth > 0 {
            return fail(e.span, "assignment expression cannot be used in a comprehension iterable expression");
        }
        if self.current().comprehension.is_some()
            && let ExprKind::Name(name) = &target.kind
        {
            self.extend_named_expr(name, target.span)?;
        }
        self.expr(value)?;
        self.target(target)
    }

    /// A walrus inside a comprehension binds in the scope around it.
    pub(super) fn extend_named_expr(&mut self, name: &str, span: Span) -> Result<()> {
        let mangled = mangle(self.private.as_deref(), name);
        for &id in self.stack.clone().iter().rev() {
            let scope = &self.table.scopes[id];
            let symbol = scope.symbol(&mangled);
            if scope.comprehension.is_some() {
                if symbol.has(Symbol::COMP_ITER) {
                    let message = "assignment expression cannot rebind comprehension iteration variable";
                    return fail(span, format!("{message} '{name}'"));
                }
                continue;
            }
            let (here, there) = match scope.kind {
                ScopeKind::Function | ScopeKind::Lambda if symbol.has(Symbol::GLOBAL) => {
                    (Symbol::GLOBAL, Symbol::LOCAL)
                }
                ScopeKind::Function | ScopeKind::Lambda => (Symbol::NONLOCAL, Symbol::LOCAL),
                ScopeKind::Module => (Symbol::GLOBAL, Symbol::GLOBAL),
                ScopeKind::Class => {
                    let message = "assignment expression within a comprehension cannot be used in a class body";
                    return fail(span, message);
                }
                _ => {
                    let place = annotation_scope(scope.kind).unwrap_or_default();
                    let message = "assignment expression within a comprehension cannot be used within";
                    return fail(span, format!("{message} {place}"));
                }
            };
            self.define(name, here, span)?;
            self.current().directives.push((Arc::from(&*mangled), span));
            return self.define_in(id, name, there, span);
        }
        Ok(())
    }
}

/// How messages call a scope of type parameters.
fn annotation_scope(kind: ScopeKind) -> Option<&'static str> {
    match kind {
        ScopeKind::TypeParameters => Some("the definition of a generic"),
        ScopeKind::TypeAlias => Some("a type alias"),
        ScopeKind::TypeVariable => Some("a TypeVar bound"),
        ScopeKind::TypeDefault => Some("a TypeVar default"),
        _ => None,
    }
}
