//! The AST as a tree of names and fields, which the printer lays out without knowing Python.

use gilscope_source::{LineIndex, Span};

use super::repr;
use crate::ast::*;

/// A printable tree.
pub(super) enum Tree {
    Leaf(String),
    List(Vec<Tree>),
    Node(&'static str, Fields),
}

type Fields = Vec<(&'static str, Tree)>;

/// Makes trees; with an index, every node also says where it is.
pub(super) struct Trees<'a> {
    pub(super) index: Option<&'a LineIndex>,
}

/// What an expression is for.
#[derive(Clone, Copy)]
enum Context {
    Load,
    Store,
    Del,
}

use Context::{Del, Load, Store};

impl Tree {
    fn is_empty_list(&self) -> bool {
        matches!(self, Tree::List(items) if items.is_empty())
    }
}

fn bare(name: &'static str) -> Tree {
    Tree::Node(name, Vec::new())
}

fn text(value: &str) -> Tree {
    Tree::Leaf(repr::string(value))
}

fn number(value: impl ToString) -> Tree {
    Tree::Leaf(value.to_string())
}

fn context(ctx: Context) -> Tree {
    bare(match ctx {
        Load => "Load",
        Store => "Store",
        Del => "Del",
    })
}

impl Trees<'_> {
    pub(super) fn module(&self, module: &Module) -> Tree {
        self.plain("Module", vec![("body", self.stmts(&module.body))])
    }

    /// A node without a place; empty lists are left out.
    fn plain(&self, name: &'static str, mut fields: Fields) -> Tree {
        fields.retain(|(_, value)| !value.is_empty_list());
        Tree::Node(name, fields)
    }

    fn placed(&self, name: &'static str, span: Span, fields: Fields) -> Tree {
        let Tree::Node(name, mut fields) = self.plain(name, fields) else { return bare(name) };
        if let Some(index) = self.index {
            let (from, to) = (index.position(span.lo), index.position(span.hi));
            fields.push(("lineno", number(from.line)));
            fields.push(("col_offset", number(from.column)));
            fields.push(("end_lineno", number(to.line)));
            fields.push(("end_col_offset", number(to.column)));
        }
        Tree::Node(name, fields)
    }

    fn stmts(&self, body: &[Stmt]) -> Tree {
        Tree::List(body.iter().map(|s| self.stmt(s)).collect())
    }

    fn exprs(&self, items: &[Expr], ctx: Context) -> Tree {
        Tree::List(items.iter().map(|e| self.expr(e, ctx)).collect())
    }

    fn optional(&self, name: &'static str, value: Option<&Expr>) -> Option<(&'static str, Tree)> {
        value.map(|v| (name, self.expr(v, Load)))
    }

    fn names(&self, names: &[Identifier]) -> Tree {
        Tree::List(names.iter().map(|n| text(&n.name)).collect())
    }

    fn stmt(&self, stmt: &Stmt) -> Tree {
        let (name, fields) = match &stmt.kind {
            StmtKind::FunctionDef(def) => ("FunctionDef", self.function(def)),
            StmtKind::ClassDef(def) => ("ClassDef", self.class(def)),
            StmtKind::Return(value) => ("Return", self.optional("value", value.as_ref()).into_iter().collect()),
            StmtKind::Delete(targets) => ("Delete", vec![("targets", self.exprs(targets, Del))]),
            StmtKind::Assign { .. }
            | StmtKind::AugAssign { .. }
            | StmtKind::AnnAssign { .. }
            | StmtKind::TypeAlias { .. } => self.assignment(&stmt.kind),
            StmtKind::For { .. } | StmtKind::While { .. } | StmtKind::If { .. } | StmtKind::With { .. } => {
                self.compound(&stmt.kind)
            }
            StmtKind::Try { body, handlers, orelse, finalbody, star } => {
                let handlers = Tree::List(handlers.iter().map(|h| self.handler(h)).collect());
                let fields = vec![
                    ("body", self.stmts(body)),
                    ("handlers", handlers),
                    ("orelse", self.stmts(orelse)),
                    ("finalbody", self.stmts(finalbody)),
                ];
                (if *star { "TryStar" } else { "Try" }, fields)
            }
            StmtKind::Raise { exc, cause } => {
                let exc = self.optional("exc", exc.as_ref());
                ("Raise", exc.into_iter().chain(self.optional("cause", cause.as_ref())).collect())
            }
            StmtKind::Assert { test, msg } => {
                let test = [("test", self.expr(test, Load))];
                ("Assert", test.into_iter().chain(self.optional("msg", msg.as_ref())).collect())
            }
            StmtKind::Import(names) => ("Import", vec![("names", self.aliases(names))]),
            StmtKind::ImportFrom { module, names, level } => {
                let module = module.iter().map(|m| ("module", text(&m.name)));
                let rest = [("names", self.aliases(names)), ("level", number(level))];
                ("ImportFrom", module.chain(rest).collect())
            }
            StmtKind::Global(names) => ("Global", vec![("names", self.names(names))]),
            StmtKind::Nonlocal(names) => ("Nonlocal", vec![("names", self.names(names))]),
            StmtKind::Expr(value) => ("Expr", vec![("value", self.expr(value, Load))]),
            StmtKind::Pass => ("Pass", Vec::new()),
            StmtKind::Break => ("Break", Vec::new()),
            StmtKind::Continue => ("Continue", Vec::new()),
        };
        self.placed(name, stmt.span, fields)
    }

    fn assignment(&self, kind: &StmtKind) -> (&'static str, Fields) {
        match kind {
            StmtKind::Assign { targets, value } => {
                ("Assign", vec![("targets", self.exprs(targets, Store)), ("value", self.expr(value, Load))])
            }
            StmtKind::AugAssign { target, op, value } => {
                let target = self.expr(target, Store);
                ("AugAssign", vec![("target", target), ("op", operator(*op)), ("value", self.expr(value, Load))])
            }
            StmtKind::AnnAssign { target, annotation, value, simple } => {
                let mut fields =
                    vec![("target", self.expr(target, Store)), ("annotation", self.expr(annotation, Load))];
                fields.extend(self.optional("value", value.as_ref()));
                fields.push(("simple", number(u8::from(*simple))));
                ("AnnAssign", fields)
            }
            StmtKind::TypeAlias { name, type_params, value } => {
                let params = self.type_params(type_params);
                let value = self.expr(value, Load);
                ("TypeAlias", vec![("name", self.expr(name, Store)), ("type_params", params), ("value", value)])
            }
            _ => ("Pass", Vec::new()),
        }
    }

    fn compound(&self, kind: &StmtKind) -> (&'static str, Fields) {
        match kind {
            StmtKind::For { target, iter, body, orelse } => {
                let head = [("target", self.expr(target, Store)), ("iter", self.expr(iter, Load))];
                let blocks = [("body", self.stmts(body)), ("orelse", self.stmts(orelse))];
                ("For", head.into_iter().chain(blocks).collect())
            }
            StmtKind::While { test, body, orelse } => ("While", self.conditional(test, body, orelse)),
            StmtKind::If { test, body, orelse } => ("If", self.conditional(test, body, orelse)),
            StmtKind::With { items, body } => {
                let items = Tree::List(items.iter().map(|i| self.with_item(i)).collect());
                ("With", vec![("items", items), ("body", self.stmts(body))])
            }
            _ => ("Pass", Vec::new()),
        }
    }

    fn conditional(&self, test: &Expr, body: &[Stmt], orelse: &[Stmt]) -> Fields {
        vec![("test", self.expr(test, Load)), ("body", self.stmts(body)), ("orelse", self.stmts(orelse))]
    }

    fn with_item(&self, item: &WithItem) -> Tree {
        let mut fields = vec![("context_expr", self.expr(&item.context, Load))];
        fields.extend(item.target.iter().map(|t| ("optional_vars", self.expr(t, Store))));
        self.plain("withitem", fields)
    }

    fn handler(&self, handler: &ExceptHandler) -> Tree {
        let mut fields: Fields = self.optional("type", handler.typ.as_ref()).into_iter().collect();
        fields.extend(handler.name.iter().map(|n| ("name", text(&n.name))));
        fields.push(("body", self.stmts(&handler.body)));
        self.placed("ExceptHandler", handler.span, fields)
    }

    fn aliases(&self, names: &[Alias]) -> Tree {
        let alias = |a: &Alias| {
            let mut fields = vec![("name", text(&a.name))];
            fields.extend(a.asname.iter().map(|n| ("asname", text(&n.name))));
            self.placed("alias", a.span, fields)
        };
        Tree::List(names.iter().map(alias).collect())
    }

    fn function(&self, def: &FunctionDef) -> Fields {
        let mut fields = vec![
            ("name", text(&def.name.name)),
            ("args", self.arguments(&def.args)),
            ("body", self.stmts(&def.body)),
            ("decorator_list", self.exprs(&def.decorators, Load)),
        ];
        fields.extend(self.optional("returns", def.returns.as_ref()));
        fields.push(("type_params", self.type_params(&def.type_params)));
        fields
    }

    fn class(&self, def: &ClassDef) -> Fields {
        vec![
            ("name", text(&def.name.name)),
            ("bases", self.exprs(&def.bases, Load)),
            ("keywords", self.keywords(&def.keywords)),
            ("body", self.stmts(&def.body)),
            ("decorator_list", self.exprs(&def.decorators, Load)),
            ("type_params", self.type_params(&def.type_params)),
        ]
    }

    fn type_params(&self, params: &[TypeParam]) -> Tree {
        let param = |p: &TypeParam| {
            let name = match p.kind {
                TypeParamKind::TypeVar => "TypeVar",
                TypeParamKind::TypeVarTuple => "TypeVarTuple",
                TypeParamKind::ParamSpec => "ParamSpec",
            };
            let mut fields = vec![("name", text(&p.name.name))];
            fields.extend(self.optional("bound", p.bound.as_ref()));
            fields.extend(self.optional("default_value", p.default.as_ref()));
            self.placed(name, p.span, fields)
        };
        Tree::List(params.iter().map(param).collect())
    }

    fn arg(&self, arg: &Arg) -> Tree {
        let mut fields = vec![("arg", text(&arg.name))];
        fields.extend(self.optional("annotation", arg.annotation.as_deref()));
        self.placed("arg", arg.span, fields)
    }

    fn args(&self, args: &[Arg]) -> Tree {
        Tree::List(args.iter().map(|a| self.arg(a)).collect())
    }

    fn arguments(&self, a: &Arguments) -> Tree {
        let mut fields = vec![("posonlyargs", self.args(&a.posonly)), ("args", self.args(&a.args))];
        fields.extend(a.vararg.iter().map(|v| ("vararg", self.arg(v))));
        fields.push(("kwonlyargs", self.args(&a.kwonly)));
        fields.push(("kw_defaults", self.options(&a.kw_defaults)));
        fields.extend(a.kwarg.iter().map(|k| ("kwarg", self.arg(k))));
        fields.push(("defaults", self.exprs(&a.defaults, Load)));
        self.plain("arguments", fields)
    }

    fn options(&self, items: &[Option<Expr>]) -> Tree {
        let item = |e: &Option<Expr>| e.as_ref().map_or(Tree::Leaf("None".to_owned()), |e| self.expr(e, Load));
        Tree::List(items.iter().map(item).collect())
    }

    fn keywords(&self, keywords: &[Keyword]) -> Tree {
        let keyword = |k: &Keyword| {
            let mut fields: Fields = k.name.iter().map(|n| ("arg", text(n))).collect();
            fields.push(("value", self.expr(&k.value, Load)));
            self.placed("keyword", k.span, fields)
        };
        Tree::List(keywords.iter().map(keyword).collect())
    }

    fn expr(&self, expr: &Expr, ctx: Context) -> Tree {
        let (name, fields) = match &expr.kind {
            ExprKind::Attribute { value, attr } => {
                let fields = vec![("value", self.expr(value, Load)), ("attr", text(&attr.name)), ("ctx", context(ctx))];
                ("Attribute", fields)
            }
            ExprKind::Subscript { value, slice } => {
                let (value, slice) = (self.expr(value, Load), self.expr(slice, Load));
                ("Subscript", vec![("value", value), ("slice", slice), ("ctx", context(ctx))])
            }
            ExprKind::Starred(value) => ("Starred", vec![("value", self.expr(value, ctx)), ("ctx", context(ctx))]),
            ExprKind::Name(id) => ("Name", vec![("id", text(id)), ("ctx", context(ctx))]),
            ExprKind::List(items) => ("List", vec![("elts", self.exprs(items, ctx)), ("ctx", context(ctx))]),
            ExprKind::Tuple(items) => ("Tuple", vec![("elts", self.exprs(items, ctx)), ("ctx", context(ctx))]),
            ExprKind::Constant(value) => ("Constant", vec![("value", Tree::Leaf(repr::constant(value)))]),
            ExprKind::JoinedStr(values) => ("JoinedStr", vec![("values", self.exprs(values, Load))]),
            ExprKind::FormattedValue { value, conversion, format_spec } => {
                let mut fields = vec![("value", self.expr(value, Load)), ("conversion", conversion_code(*conversion))];
                fields.extend(self.optional("format_spec", format_spec.as_deref()));
                ("FormattedValue", fields)
            }
            other => self.operation(other),
        };
        self.placed(name, expr.span, fields)
    }

    /// Expressions that are computed and can only be read.
    fn operation(&self, kind: &ExprKind) -> (&'static str, Fields) {
        let load = |e: &Expr| self.expr(e, Load);
        match kind {
            ExprKind::BoolOp { op, values } => {
                let op = bare(if *op == BoolOp::And { "And" } else { "Or" });
                ("BoolOp", vec![("op", op), ("values", self.exprs(values, Load))])
            }
            ExprKind::NamedExpr { target, value } => {
                ("NamedExpr", vec![("target", self.expr(target, Store)), ("value", load(value))])
            }
            ExprKind::BinOp { left, op, right } => {
                ("BinOp", vec![("left", load(left)), ("op", operator(*op)), ("right", load(right))])
            }
            ExprKind::UnaryOp { op, operand } => ("UnaryOp", vec![("op", unary(*op)), ("operand", load(operand))]),
            ExprKind::Lambda { args, body } => ("Lambda", vec![("args", self.arguments(args)), ("body", load(body))]),
            ExprKind::IfExp { test, body, orelse } => {
                ("IfExp", vec![("test", load(test)), ("body", load(body)), ("orelse", load(orelse))])
            }
            ExprKind::Dict { keys, values } => {
                ("Dict", vec![("keys", self.options(keys)), ("values", self.exprs(values, Load))])
            }
            ExprKind::Set(items) => ("Set", vec![("elts", self.exprs(items, Load))]),
            ExprKind::Yield(value) => ("Yield", self.optional("value", value.as_deref()).into_iter().collect()),
            ExprKind::YieldFrom(value) => ("YieldFrom", vec![("value", load(value))]),
            ExprKind::Compare { left, ops, comparators } => {
                let ops = Tree::List(ops.iter().map(|op| comparison(*op)).collect());
                ("Compare", vec![("left", load(left)), ("ops", ops), ("comparators", self.exprs(comparators, Load))])
            }
            ExprKind::Call { func, args, keywords } => {
                let args = self.exprs(args, Load);
                ("Call", vec![("func", load(func)), ("args", args), ("keywords", self.keywords(keywords))])
            }
            ExprKind::Slice { lower, upper, step } => {
                let parts = [("lower", lower), ("upper", upper), ("step", step)];
                ("Slice", parts.into_iter().filter_map(|(name, part)| self.optional(name, part.as_deref())).collect())
            }
            other => self.comprehension(other),
        }
    }

    fn comprehension(&self, kind: &ExprKind) -> (&'static str, Fields) {
        let simple =
            |name, elt, clauses| (name, vec![("elt", self.expr(elt, Load)), ("generators", self.clauses(clauses))]);
        match kind {
            ExprKind::ListComp { elt, generators } => simple("ListComp", elt, generators),
            ExprKind::SetComp { elt, generators } => simple("SetComp", elt, generators),
            ExprKind::GeneratorExp { elt, generators } => simple("GeneratorExp", elt, generators),
            ExprKind::DictComp { key, value, generators } => {
                let (key, value) = (self.expr(key, Load), self.expr(value, Load));
                ("DictComp", vec![("key", key), ("value", value), ("generators", self.clauses(generators))])
            }
            _ => ("Constant", Vec::new()),
        }
    }

    fn clauses(&self, clauses: &[Comprehension]) -> Tree {
        let clause = |c: &Comprehension| {
            let (target, iter) = (self.expr(&c.target, Store), self.expr(&c.iter, Load));
            let is_async = number(u8::from(c.is_async));
            let ifs = self.exprs(&c.ifs, Load);
            self.plain("comprehension", vec![("target", target), ("iter", iter), ("ifs", ifs), ("is_async", is_async)])
        };
        Tree::List(clauses.iter().map(clause).collect())
    }
}

fn conversion_code(conversion: Conversion) -> Tree {
    number(match conversion {
        Conversion::None => -1,
        Conversion::Str => 115,
        Conversion::Repr => 114,
        Conversion::Ascii => 97,
    })
}

fn operator(op: Operator) -> Tree {
    bare(match op {
        Operator::Add => "Add",
        Operator::Sub => "Sub",
        Operator::Mult => "Mult",
        Operator::MatMult => "MatMult",
        Operator::Div => "Div",
        Operator::Mod => "Mod",
        Operator::Pow => "Pow",
        Operator::LShift => "LShift",
        Operator::RShift => "RShift",
        Operator::BitOr => "BitOr",
        Operator::BitXor => "BitXor",
        Operator::BitAnd => "BitAnd",
        Operator::FloorDiv => "FloorDiv",
    })
}

fn unary(op: UnaryOp) -> Tree {
    bare(match op {
        UnaryOp::Invert => "Invert",
        UnaryOp::Not => "Not",
        UnaryOp::UAdd => "UAdd",
        UnaryOp::USub => "USub",
    })
}

fn comparison(op: CmpOp) -> Tree {
    bare(match op {
        CmpOp::Eq => "Eq",
        CmpOp::NotEq => "NotEq",
        CmpOp::Lt => "Lt",
        CmpOp::LtE => "LtE",
        CmpOp::Gt => "Gt",
        CmpOp::GtE => "GtE",
        CmpOp::Is => "Is",
        CmpOp::IsNot => "IsNot",
        CmpOp::In => "In",
        CmpOp::NotIn => "NotIn",
    })
}
