//! `from __future__ import …`.

use crate::error::{Result, fail};
use gilscope_source::Span;
use gilscope_syntax::ast::*;

const FEATURES: [&str; 10] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
];

/// Whether annotations become strings.
pub(crate) fn has_annotations(module: &Module) -> bool {
    imports(module).any(|(_, alias)| &*alias.name == "annotations")
}

/// Refuse features that do not exist, and such imports after other statements.
pub(crate) fn check(module: &Module) -> Result<()> {
    for (s, alias) in imports(module) {
        let start = Span { lo: s.span.lo, hi: s.span.lo };
        if &*alias.name == "braces" {
            return fail(start, "not a chance");
        }
        if !FEATURES.contains(&&*alias.name) {
            return fail(start, format!("future feature {} is not defined", alias.name));
        }
    }
    Ok(())
}

/// The future imports at the head of the module.
pub(crate) fn imports(module: &Module) -> impl Iterator<Item = (&Stmt, &Alias)> {
    let docstring = module.body.first().is_some_and(is_string);
    let head = module.body.iter().skip(usize::from(docstring)).map_while(|s| match &s.kind {
        StmtKind::ImportFrom { module: Some(id), names, level: 0 } if &*id.name == "__future__" => Some((s, names)),
        _ => None,
    });
    head.flat_map(|(s, names)| names.iter().map(move |n| (s, n)))
}

/// How many statements at the head may hold future imports.
pub(crate) fn is_future_import(s: &Stmt) -> bool {
    matches!(&s.kind, StmtKind::ImportFrom { module: Some(id), level: 0, .. } if &*id.name == "__future__")
}

fn is_string(s: &Stmt) -> bool {
    matches!(&s.kind, StmtKind::Expr(Expr { kind: ExprKind::Constant(Constant::Str(_)), .. }))
}
