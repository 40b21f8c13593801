//! The symbol table as text, for `gilscope symbols` and the golden files.

use super::*;
use std::fmt::Write;

/// Every scope of `module`, indented by nesting, with its names and where each lives.
pub fn print_symbols(
    module: &gilscope_syntax::ast::Module,
    source: &str,
) -> std::result::Result<String, gilscope_syntax::SyntaxError> {
    let index = gilscope_source::LineIndex::new(source);
    let lines = gilscope_source::LineCursor::new(&index);
    let future = crate::future::has_annotations(module);
    let table = build(build::Body::Module(module), &lines, future)?;
    let mut out = String::new();
    scope_text(&table, SymbolTable::TOP, 0, &mut out);
    Ok(out)
}

fn scope_text(table: &SymbolTable, id: ScopeId, depth: usize, out: &mut String) {
    let scope = &table.scopes[id];
    let indent = "    ".repeat(depth);
    let _ = write!(out, "{indent}{} {}", kind_text(scope), scope.name);
    if scope.line > 0 {
        let _ = write!(out, ", line {}", scope.line);
    }
    if scope.inlined {
        out.push_str(", inlined");
    }
    out.push('\n');
    for (name, symbol) in &scope.symbols {
        let _ = writeln!(out, "{indent}    {name}: {}", symbol_text(*symbol));
    }
    for &child in &scope.children {
        scope_text(table, child, depth + 1, out);
    }
}

fn kind_text(scope: &Scope) -> &'static str {
    match scope.kind {
        ScopeKind::Module => "module",
        ScopeKind::Class => "class",
        ScopeKind::Function => "function",
        ScopeKind::Lambda => "lambda",
        ScopeKind::Comprehension => "comprehension",
        ScopeKind::TypeParameters => "type parameters",
        ScopeKind::TypeAlias => "type alias",
        ScopeKind::TypeVariable => "type variable",
        ScopeKind::TypeDefault => "type variable default",
    }
}

fn symbol_text(symbol: Symbol) -> String {
    let mut words = vec![match symbol.binding {
        Binding::Unknown => "unknown",
        Binding::Local => "local",
        Binding::GlobalExplicit => "global (declared)",
        Binding::GlobalImplicit => "global",
        Binding::Free => "free",
        Binding::Cell => "cell",
    }];
    let marks = [
        (Symbol::PARAM, "parameter"),
        (Symbol::IMPORT, "imported"),
        (Symbol::ANNOTATED, "annotated"),
        (Symbol::NONLOCAL, "nonlocal"),
        (Symbol::TYPE_PARAM, "type parameter"),
        (Symbol::LOCAL, "assigned"),
        (Symbol::USE, "used"),
    ];
    words.extend(marks.iter().filter(|m| symbol.has(m.0)).map(|m| m.1));
    words.join(", ")
}
