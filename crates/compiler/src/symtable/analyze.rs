//! From "bound here, used there" to local, global, cell and free.

use super::*;
use crate::collections::FxHashSet;
use crate::error::{Result, error};
use gilscope_source::Span;
use std::rc::Rc;

type Names = FxHashSet<Name>;

/// What a scope inherits from those around it. Shared until a scope changes its own view.
#[derive(Clone, Default)]
struct Outer {
    /// Names bound in enclosing functions; absent at module level.
    bound: Option<Rc<Names>>,
    global: Rc<Names>,
    type_params: Rc<Names>,
}

impl Outer {
    fn extend_bound<'a>(&mut self, names: impl Iterator<Item = &'a Name>) {
        let mut names = names.peekable();
        let bound = self.bound.get_or_insert_default();
        if names.peek().is_some() {
            Rc::make_mut(bound).extend(names.cloned());
        }
    }
}

fn discard(names: &mut Rc<Names>, name: &Name) {
    if names.contains(name) {
        Rc::make_mut(names).remove(name);
    }
}

/// Decide the binding of every name of every scope.
pub(super) fn analyze(table: &mut SymbolTable) -> Result<()> {
    let mut free = Names::default();
    analyze_scope(table, SymbolTable::TOP, &mut Outer::default(), &mut free, None)
}

fn analyze_scope(
    table: &mut SymbolTable,
    id: ScopeId,
    outer: &mut Outer,
    free: &mut Names,
    class: Option<ScopeId>,
) -> Result<()> {
    let kind = table.scopes[id].kind;
    let inherited = (outer.bound.clone(), outer.global.clone());
    let mut own = Own { bindings: IndexMap::default(), local: Names::default(), free: Names::default() };
    decide_names(table, id, outer, class, &mut own)?;
    let mut inner = Outer::default();
    if kind == ScopeKind::Class {
        // A class body's names are invisible to the functions in it: they inherit what is around the class.
        (inner.bound, inner.global) = inherited;
        let implicit: [Name; 2] = [Arc::from("__class__"), Arc::from("__classdict__")];
        inner.extend_bound(implicit.iter());
    } else {
        (inner.bound, inner.global) = (outer.bound.clone(), outer.global.clone());
        let visible = if kind.is_function_like() && !table.scopes[id].children.is_empty() {
            &own.local
        } else {
            &Names::default()
        };
        inner.extend_bound(visible.iter());
    }
    inner.type_params = outer.type_params.clone();
    let mut new_free = std::mem::take(&mut own.free);
    let inlined_cells = analyze_children(table, id, &inner, &mut own, &mut new_free, class)?;
    if kind.is_function_like() {
        make_cells(&mut own.bindings, &mut new_free, &inlined_cells);
    } else if kind == ScopeKind::Class {
        drop_class_free(&mut table.scopes[id], &mut new_free);
    }
    record(&mut table.scopes[id], &own, outer.bound.as_deref(), &new_free, &inlined_cells);
    free.extend(new_free);
    Ok(())
}

/// The decisions for one scope.
struct Own {
    bindings: IndexMap<Name, Binding>,
    local: Names,
    free: Names,
}

fn decide_names(
    table: &SymbolTable,
    id: ScopeId,
    outer: &mut Outer,
    class: Option<ScopeId>,
    own: &mut Own,
) -> Result<()> {
    let scope = &table.scopes[id];
    for (name, symbol) in &scope.symbols {
        let binding = decide(table, scope, name, *symbol, outer, class, own)?;
        own.bindings.insert(name.clone(), binding);
    }
    Ok(())
}

fn decide(
    table: &SymbolTable,
    scope: &Scope,
    name: &Name,
    symbol: Symbol,
    outer: &mut Outer,
    class: Option<ScopeId>,
    own: &mut Own,
) -> Result<Binding> {
    if symbol.has(Symbol::GLOBAL) {
        if symbol.has(Symbol::NONLOCAL) {
            return Err(at_directive(scope, name, format!("name '{name}' is nonlocal and global")));
        }
        Rc::make_mut(&mut outer.global).insert(name.clone());
        if let Some(bound) = &mut outer.bound {
            discard(bound, name);
        }
        return Ok(Binding::GlobalExplicit);
    }
    if symbol.has(Symbol::NONLOCAL) {
        let message = match &outer.bound {
            None => "nonlocal declaration not allowed at module level".to_owned(),
            Some(bound) if !bound.contains(name) => format!("no binding for nonlocal '{name}' found"),
            Some(_) if outer.type_params.contains(name) => {
                format!("nonlocal binding not allowed for type parameter '{name}'")
            }
            Some(_) => {
                own.free.insert(name.clone());
                return Ok(Binding::Free);
            }
        };
        return Err(at_directive(scope, name, message));
    }
    if symbol.has(Symbol::BOUND) {
        own.local.insert(name.clone());
        discard(&mut outer.global, name);
        if symbol.has(Symbol::TYPE_PARAM) {
            Rc::make_mut(&mut outer.type_params).insert(name.clone());
        } else {
            discard(&mut outer.type_params, name);
        }
        return Ok(Binding::Local);
    }
    if let Some(class) = class {
        let in_class = table.scopes[class].symbol(name);
        if in_class.has(Symbol::GLOBAL) {
            return Ok(Binding::GlobalExplicit);
        }
        if in_class.has(Symbol::BOUND) && !in_class.has(Symbol::NONLOCAL) {
            return Ok(Binding::GlobalImplicit);
        }
    }
    if outer.bound.as_ref().is_some_and(|b| b.contains(name)) {
        own.free.insert(name.clone());
        return Ok(Binding::Free);
    }
    Ok(Binding::GlobalImplicit)
}

fn at_directive(scope: &Scope, name: &Name, message: String) -> gilscope_syntax::SyntaxError {
    let span = scope.directives.iter().find(|d| d.0 == *name).map_or(Span::default(), |d| d.1);
    error(span, message)
}

/// Analyze the children, and inline the comprehensions among them. Returns the names that became cells by that.
fn analyze_children(
    table: &mut SymbolTable,
    id: ScopeId,
    inner: &Outer,
    own: &mut Own,
    new_free: &mut Names,
    class: Option<ScopeId>,
) -> Result<Names> {
    let mut inlined_cells = Names::default();
    let mut children = Vec::new();
    for child in std::mem::take(&mut table.scopes[id].children) {
        let class_for_child = match table.scopes[id].kind {
            _ if !table.scopes[child].can_see_class_scope => None,
            ScopeKind::Class => Some(id),
            _ => class,
        };
        let mut child_free = Names::default();
        analyze_scope(table, child, &mut inner.clone(), &mut child_free, class_for_child)?;
        let entry = &table.scopes[child];
        let inline = entry.comprehension.is_some_and(|k| k != ComprehensionKind::Generator)
            && !table.scopes[id].can_see_class_scope;
        if inline {
            inline_comprehension(table, id, child, own, &mut child_free, &mut inlined_cells);
            table.scopes[child].inlined = true;
            children.extend(table.scopes[child].children.iter().copied());
        } else {
            children.push(child);
        }
        new_free.extend(child_free);
    }
    table.scopes[id].children = children;
    Ok(inlined_cells)
}

fn inline_comprehension(
    table: &mut SymbolTable,
    id: ScopeId,
    comp: ScopeId,
    own: &mut Own,
    comp_free: &mut Names,
    inlined_cells: &mut Names,
) {
    let outer_is_class = table.scopes[id].kind == ScopeKind::Class;
    let symbols: Vec<(Name, Symbol)> = table.scopes[comp].symbols.iter().map(|(n, s)| (n.clone(), *s)).collect();
    for (name, symbol) in symbols {
        if symbol.has(Symbol::PARAM) {
            continue;
        }
        let mut binding = symbol.binding;
        if binding == Binding::Cell || symbol.has(Symbol::COMP_CELL) {
            inlined_cells.insert(name.clone());
        }
        if binding == Binding::Free && outer_is_class && &*name == "__class__" {
            binding = Binding::GlobalImplicit;
            comp_free.remove(&name);
            table.scopes[comp].symbols.shift_remove(&name);
        }
        match table.scopes[id].symbols.get(&name) {
            None => {
                let copy = Symbol { flags: symbol.flags, binding: Binding::Unknown };
                table.scopes[id].symbols.insert(name.clone(), copy);
                own.bindings.insert(name, binding);
            }
            // What was free in the comprehension is simply local now, unless a function inside needs it.
            Some(existing) if existing.has(Symbol::BOUND) && !outer_is_class => {
                if !is_free_in_a_child(table, comp, &name) {
                    comp_free.remove(&name);
                }
            }
            Some(_) => {}
        }
    }
}

fn is_free_in_a_child(table: &SymbolTable, id: ScopeId, name: &str) -> bool {
    table.scopes[id].children.iter().any(|&c| table.scopes[c].binding(name) == Binding::Free)
}

fn make_cells(bindings: &mut IndexMap<Name, Binding>, free: &mut Names, inlined_cells: &Names) {
    for (name, binding) in bindings {
        let needed = free.contains(name) || inlined_cells.contains(name);
        if *binding == Binding::Local && needed {
            *binding = Binding::Cell;
            free.remove(name);
        }
    }
}

fn drop_class_free(scope: &mut Scope, free: &mut Names) {
    scope.needs_class_closure |= free.remove("__class__");
    scope.needs_class_dict |= free.remove("__classdict__");
}

fn record(scope: &mut Scope, own: &Own, bound: Option<&Names>, free: &Names, inlined_cells: &Names) {
    for (name, symbol) in &mut scope.symbols {
        symbol.binding = own.bindings.get(name).copied().unwrap_or_default();
        if inlined_cells.contains(name) {
            symbol.flags |= Symbol::COMP_CELL;
        }
    }
    let class_like = scope.kind == ScopeKind::Class || scope.can_see_class_scope;
    let mut names: Vec<&Name> = free.iter().collect();
    names.sort();
    for name in names {
        match scope.symbols.get_mut(name) {
            Some(symbol) => {
                if class_like {
                    symbol.flags |= Symbol::FREE_CLASS;
                }
            }
            None if bound.is_some_and(|b| !b.contains(name)) => {}
            None => {
                scope.symbols.insert(name.clone(), Symbol { flags: 0, binding: Binding::Free });
            }
        }
    }
}
