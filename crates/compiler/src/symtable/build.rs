//! The walk over the tree that notes where names are bound and used.

mod expression;

use super::*;
use crate::error::{Result, fail};
use gilscope_source::{LineCursor, Span};
use gilscope_syntax::ast::*;

/// The finished symbol table of `body`.
pub(crate) fn build(body: Body<'_>, lines: &LineCursor<'_>, future_annotations: bool) -> Result<SymbolTable> {
    let table = SymbolTable { scopes: Vec::new(), by_node: FxHashMap::default(), future_annotations };
    let mut builder = Builder { table, stack: Vec::new(), lines, private: None };
    builder.table.scopes.push(Scope::new(ScopeKind::Module, Arc::from("top"), 0));
    builder.stack.push(SymbolTable::TOP);
    match body {
        Body::Module(module) => builder.statements(&module.body)?,
        Body::Expression(e) => builder.expr(e)?,
    }
    super::analyze::analyze(&mut builder.table)?;
    Ok(builder.table)
}

/// What is compiled: a module, or one expression for `eval`.
#[derive(Clone, Copy)]
pub(crate) enum Body<'a> {
    Module(&'a Module),
    Expression(&'a Expr),
}

pub(super) struct Builder<'a> {
    pub(super) table: SymbolTable,
    pub(super) stack: Vec<ScopeId>,
    lines: &'a LineCursor<'a>,
    private: Option<Name>,
}

impl Builder<'_> {
    fn current(&mut self) -> &mut Scope {
        let id = self.stack.last().copied().unwrap_or(SymbolTable::TOP);
        &mut self.table.scopes[id]
    }

    fn enter(&mut self, key: NodeKey, name: &str, span: Span) -> ScopeId {
        let line = self.lines.position(span.lo).line;
        let parent = self.stack.last().copied().unwrap_or(SymbolTable::TOP);
        let mut scope = Scope::new(key.1, Arc::from(name), line);
        let outer = &self.table.scopes[parent];
        scope.nested = outer.nested || outer.kind.is_function_like();
        scope.private = self.private.clone();
        let id = self.table.scopes.len();
        self.table.scopes.push(scope);
        self.table.scopes[parent].children.push(id);
        self.table.by_node.insert(key, id);
        self.stack.push(id);
        id
    }

    fn exit(&mut self) {
        self.stack.pop();
    }

    fn define(&mut self, name: &str, flag: u32, span: Span) -> Result<()> {
        let id = self.stack.last().copied().unwrap_or(SymbolTable::TOP);
        self.define_in(id, name, flag, span)
    }

    fn define_in(&mut self, id: ScopeId, name: &str, flag: u32, span: Span) -> Result<()> {
        let mangled = mangle(self.private.as_deref(), name);
        let scope = &mut self.table.scopes[id];
        let index = match scope.symbols.get_index_of(&*mangled) {
            Some(index) => index,
            None => scope.symbols.insert_full(Arc::from(&*mangled), Symbol::default()).0,
        };
        let symbol = &mut scope.symbols[index];
        if flag & Symbol::PARAM != 0 && symbol.has(Symbol::PARAM) {
            return fail(span, format!("duplicate argument '{name}' in function definition"));
        }
        if flag & Symbol::TYPE_PARAM != 0 && symbol.has(Symbol::TYPE_PARAM) {
            return fail(span, format!("duplicate type parameter '{name}'"));
        }
        symbol.flags |= flag;
        if scope.in_comp_target {
            if symbol.has(Symbol::GLOBAL | Symbol::NONLOCAL) {
                let message = "comprehension inner loop cannot rebind assignment expression target";
                return fail(span, format!("{message} '{name}'"));
            }
            symbol.flags |= Symbol::COMP_ITER;
        }
        if flag & Symbol::PARAM != 0 {
            scope.parameters.insert(Arc::from(&*mangled));
        } else if flag & Symbol::GLOBAL != 0 {
            self.table.scopes[SymbolTable::TOP].symbols.entry(Arc::from(&*mangled)).or_default().flags |= flag;
        }
        Ok(())
    }

    fn lookup(&mut self, name: &str) -> Symbol {
        let mangled = mangle(self.private.as_deref(), name);
        self.current().symbol(&mangled)
    }

    fn statements(&mut self, body: &[Stmt]) -> Result<()> {
        body.iter().try_for_each(|s| self.statement(s))
    }

    fn exprs(&mut self, exprs: &[Expr]) -> Result<()> {
        exprs.iter().try_for_each(|e| self.expr(e))
    }

    fn option(&mut self, e: &Option<Expr>) -> Result<()> {
        e.iter().try_for_each(|e| self.expr(e))
    }

    fn boxed(&mut self, e: &Option<Box<Expr>>) -> Result<()> {
        e.iter().try_for_each(|e| self.expr(e))
    }

    fn statement(&mut self, s: &Stmt) -> Result<()> {
        match &s.kind {
            StmtKind::FunctionDef(f) => self.function_def(f, s.span),
            StmtKind::ClassDef(c) => self.class_def(c, s.span),
            StmtKind::TypeAlias { name, type_params, value } => self.type_alias(s, name, type_params, value),
            StmtKind::Return(value) => self.option(value),
            StmtKind::Delete(targets) => targets.iter().try_for_each(|t| self.target(t)),
            StmtKind::Assign { targets, value } => {
                targets.iter().try_for_each(|t| self.target(t))?;
                self.expr(value)
            }
            StmtKind::AugAssign { target, value, .. } => {
                self.target(target)?;
                self.expr(value)
            }
            StmtKind::AnnAssign { target, annotation, value, simple } => {
                self.annotated(s, target, annotation, value, *simple)
            }
            StmtKind::For { target, iter, body, orelse } => {
                self.target(target)?;
                self.expr(iter)?;
                self.statements(body)?;
                self.statements(orelse)
            }
            StmtKind::While { test, body, orelse } | StmtKind::If { test, body, orelse } => {
                self.expr(test)?;
                self.statements(body)?;
                self.statements(orelse)
            }
            StmtKind::With { items, body } => {
                for item in items {
                    self.expr(&item.context)?;
                    item.target.iter().try_for_each(|t| self.target(t))?;
                }
                self.statements(body)
            }
            StmtKind::Raise { exc, cause } => {
                self.option(exc)?;
                self.option(cause)
            }
            StmtKind::Try { body, handlers, orelse, finalbody, .. } => {
                self.statements(body)?;
                handlers.iter().try_for_each(|h| self.handler(h))?;
                self.statements(orelse)?;
                self.statements(finalbody)
            }
            StmtKind::Assert { test, msg } => {
                self.expr(test)?;
                self.option(msg)
            }
            StmtKind::Import(names) | StmtKind::ImportFrom { names, .. } => {
                names.iter().try_for_each(|a| self.alias(a))
            }
            StmtKind::Global(names) => names.iter().try_for_each(|n| self.directive(n, s.span, "global")),
            StmtKind::Nonlocal(names) => names.iter().try_for_each(|n| self.directive(n, s.span, "nonlocal")),
            StmtKind::Expr(e) => self.expr(e),
            StmtKind::Pass | StmtKind::Break | StmtKind::Continue => Ok(()),
        }
    }

    fn handler(&mut self, h: &ExceptHandler) -> Result<()> {
        self.option(&h.typ)?;
        if let Some(name) = &h.name {
            self.define(&name.name, Symbol::LOCAL, h.span)?;
        }
        self.statements(&h.body)
    }

    fn alias(&mut self, alias: &Alias) -> Result<()> {
        let stored = match &alias.asname {
            Some(name) => &name.name,
            None => &alias.name,
        };
        if &**stored == "*" {
            if self.current().kind != ScopeKind::Module {
                return fail(alias.span, "import * only allowed at module level");
            }
            return Ok(());
        }
        let first = stored.split('.').next().unwrap_or(stored);
        self.define(first, Symbol::IMPORT, alias.span)
    }

    fn directive(&mut self, id: &Identifier, statement: Span, word: &str) -> Result<()> {
        let (name, symbol) = (&id.name, self.lookup(&id.name));
        let message = if symbol.has(Symbol::PARAM) {
            format!("name '{name}' is parameter and {word}")
        } else if symbol.has(Symbol::USE) {
            format!("name '{name}' is used prior to {word} declaration")
        } else if symbol.has(Symbol::ANNOTATED) {
            format!("annotated name '{name}' can't be {word}")
        } else if symbol.has(Symbol::LOCAL) {
            format!("name '{name}' is assigned to before {word} declaration")
        } else {
            let flag = if word == "global" { Symbol::GLOBAL } else { Symbol::NONLOCAL };
            self.define(name, flag, statement)?;
            let mangled = mangle(self.private.as_deref(), name);
            self.current().directives.push((Arc::from(&*mangled), statement));
            return Ok(());
        };
        fail(statement, message)
    }

    fn annotated(
        &mut self,
        s: &Stmt,
        target: &Expr,
        annotation: &Expr,
        value: &Option<Expr>,
        simple: bool,
    ) -> Result<()> {
        if let ExprKind::Name(name) = &target.kind {
            let symbol = self.lookup(name);
            let elsewhere = symbol.has(Symbol::GLOBAL | Symbol::NONLOCAL) && self.stack.len() > 1;
            if elsewhere && simple {
                let word = if symbol.has(Symbol::GLOBAL) { "global" } else { "nonlocal" };
                return fail(s.span, format!("annotated name '{name}' can't be {word}"));
            }
            if simple {
                self.define(name, Symbol::ANNOTATED | Symbol::LOCAL, target.span)?;
            } else if value.is_some() {
                self.define(name, Symbol::LOCAL, target.span)?;
            }
        } else {
            self.target(target)?;
        }
        self.annotation(annotation)?;
        self.option(value)
    }

    /// Annotations that become strings are not looked into.
    fn annotation(&mut self, e: &Expr) -> Result<()> {
        if self.table.future_annotations { Ok(()) } else { self.expr(e) }
    }

    fn function_def(&mut self, f: &FunctionDef, span: Span) -> Result<()> {
        self.define(&f.name.name, Symbol::LOCAL, span)?;
        self.defaults(&f.args)?;
        self.exprs(&f.decorators)?;
        let generic = !f.type_params.is_empty();
        if generic {
            self.enter_type_params(key(f, ScopeKind::TypeParameters), &f.name.name, span, &f.type_params, || {
                (has_defaults(&f.args), has_keyword_defaults(&f.args))
            })?;
        }
        for arg in every_arg(&f.args) {
            arg.annotation.iter().try_for_each(|a| self.annotation(a))?;
        }
        f.returns.iter().try_for_each(|r| self.annotation(r))?;
        self.enter(key(f, ScopeKind::Function), &f.name.name, span);
        self.parameters(&f.args)?;
        self.statements(&f.body)?;
        self.exit();
        if generic {
            self.exit();
        }
        Ok(())
    }

    fn defaults(&mut self, args: &Arguments) -> Result<()> {
        self.exprs(&args.defaults)?;
        args.kw_defaults.iter().try_for_each(|d| self.option(d))
    }

    fn parameters(&mut self, args: &Arguments) -> Result<()> {
        for arg in every_parameter(args) {
            self.define(&arg.name, Symbol::PARAM, arg.span)?;
        }
        self.current().varargs = args.vararg.is_some();
        self.current().varkeywords = args.kwarg.is_some();
        Ok(())
    }

    fn class_def(&mut self, c: &ClassDef, span: Span) -> Result<()> {
        self.define(&c.name.name, Symbol::LOCAL, span)?;
        self.exprs(&c.decorators)?;
        let outer = self.private.clone();
        let generic = !c.type_params.is_empty();
        if generic {
            self.private = Some(Arc::from(&*c.name.name));
            let scope_key = key(c, ScopeKind::TypeParameters);
            self.enter_type_params(scope_key, &c.name.name, span, &c.type_params, || (false, false))?;
            self.define(".type_params", Symbol::LOCAL, span)?;
            self.define(".type_params", Symbol::USE, span)?;
            self.define(".generic_base", Symbol::LOCAL, span)?;
            self.define(".generic_base", Symbol::USE, span)?;
        }
        self.exprs(&c.bases)?;
        c.keywords.iter().try_for_each(|k| self.expr(&k.value))?;
        self.enter(key(c, ScopeKind::Class), &c.name.name, span);
        self.private = Some(Arc::from(&*c.name.name));
        self.current().private = self.private.clone();
        if generic {
            self.define("__type_params__", Symbol::LOCAL, span)?;
            self.define(".type_params", Symbol::USE, span)?;
        }
        self.statements(&c.body)?;
        self.exit();
        self.private = outer;
        if generic {
            self.exit();
        }
        Ok(())
    }

    fn type_alias(&mut self, s: &Stmt, name: &Expr, type_params: &[TypeParam], value: &Expr) -> Result<()> {
        self.target(name)?;
        let ExprKind::Name(alias) = &name.kind else { return fail(name.span, "invalid syntax") };
        let in_class = self.current().kind == ScopeKind::Class;
        let generic = !type_params.is_empty();
        if generic {
            let scope_key = key(s, ScopeKind::TypeParameters);
            self.enter_type_params(scope_key, alias, s.span, type_params, || (false, false))?;
        }
        self.enter(key(value, ScopeKind::TypeAlias), alias, s.span);
        self.see_class_scope(in_class, value.span)?;
        self.expr(value)?;
        self.exit();
        if generic {
            self.exit();
        }
        Ok(())
    }

    fn see_class_scope(&mut self, in_class: bool, span: Span) -> Result<()> {
        self.current().can_see_class_scope = in_class;
        if in_class { self.define("__classdict__", Symbol::USE, span) } else { Ok(()) }
    }

    fn enter_type_params(
        &mut self,
        scope_key: NodeKey,
        name: &str,
        span: Span,
        params: &[TypeParam],
        defaults: impl Fn() -> (bool, bool),
    ) -> Result<()> {
        let in_class = self.current().kind == ScopeKind::Class;
        self.enter(scope_key, name, span);
        self.see_class_scope(in_class, span)?;
        let (positional, keyword) = defaults();
        if positional {
            self.define(".defaults", Symbol::PARAM, span)?;
        }
        if keyword {
            self.define(".kwdefaults", Symbol::PARAM, span)?;
        }
        for p in params {
            self.define(&p.name.name, Symbol::TYPE_PARAM | Symbol::LOCAL, p.span)?;
            let parts = [(&p.bound, ScopeKind::TypeVariable), (&p.default, ScopeKind::TypeDefault)];
            for (part, kind) in parts {
                let Some(e) = part else { continue };
                let sees_class = self.current().can_see_class_scope;
                self.enter(key(p, kind), &p.name.name, e.span);
                self.see_class_scope(sees_class, e.span)?;
                self.expr(e)?;
                self.exit();
            }
        }
        Ok(())
    }
}

/// Parameters in the order of their slots.
pub(crate) fn every_parameter(args: &Arguments) -> impl Iterator<Item = &Arg> {
    args.posonly.iter().chain(&args.args).chain(&args.kwonly).chain(&args.vararg).chain(&args.kwarg)
}

/// Parameters in the order in which annotations are evaluated.
pub(crate) fn every_arg(args: &Arguments) -> impl Iterator<Item = &Arg> {
    args.posonly.iter().chain(&args.args).chain(&args.vararg).chain(&args.kwonly).chain(&args.kwarg)
}

/// Whether any positional parameter has a default.
pub(crate) fn has_defaults(args: &Arguments) -> bool {
    !args.defaults.is_empty()
}

/// Whether any keyword-only parameter has a default.
pub(crate) fn has_keyword_defaults(args: &Arguments) -> bool {
    args.kw_defaults.iter().any(Option::is_some)
}
