//! Comprehensions, inlined where PEP 709 says so, and generator expressions.

use super::name::Context;
use super::*;
use crate::error::fail;
use crate::symtable::{Binding, ComprehensionKind, Symbol, key};

/// A comprehension of any kind.
struct Parts<'a> {
    elt: &'a Expr,
    /// Of a dict.
    value: Option<&'a Expr>,
    generators: &'a [Comprehension],
    kind: ComprehensionKind,
    place: Place,
}

/// What an inlined comprehension must undo.
#[derive(Default)]
struct Inlined {
    pushed: Vec<Name>,
    hidden: Vec<Name>,
    replaced: Vec<(Name, Option<Symbol>)>,
    labels: Option<(Label, Label)>,
}

fn parts<'a>(e: &'a Expr, place: Place) -> Option<Parts<'a>> {
    let (elt, value, generators, kind) = match &e.kind {
        ExprKind::ListComp { elt, generators } => (elt, None, generators, ComprehensionKind::List),
        ExprKind::SetComp { elt, generators } => (elt, None, generators, ComprehensionKind::Set),
        ExprKind::GeneratorExp { elt, generators } => (elt, None, generators, ComprehensionKind::Generator),
        ExprKind::DictComp { key, value, generators } => (key, Some(&**value), generators, ComprehensionKind::Dict),
        _ => return None,
    };
    Some(Parts { elt, value, generators, kind, place })
}

impl<'a> Generator<'a> {
    pub(super) fn comprehension(&mut self, e: &'a Expr) -> Result<()> {
        let place = self.place(e.span);
        let Some(parts) = parts(e, place) else { return Ok(()) };
        let scope_key = key(e, ScopeKind::Comprehension);
        let scope = self.scope(self.scope_id(scope_key));
        let Some(outermost) = parts.generators.first() else { return fail(e.span, "invalid syntax") };
        if scope.inlined {
            self.iterable(&outermost.iter)?;
            self.emit(self.place(outermost.iter.span), Opcode::GetIter);
            let state = self.enter_inlined(scope, place);
            self.build_empty(&parts, true);
            self.comprehension_loop(&parts, 0, 0, true)?;
            self.leave_inlined(state, place);
            return Ok(());
        }
        let name = match parts.kind {
            ComprehensionKind::List => "<listcomp>",
            ComprehensionKind::Set => "<setcomp>",
            ComprehensionKind::Dict => "<dictcomp>",
            ComprehensionKind::Generator => "<genexpr>",
        };
        self.enter(scope_key, name, self.line(e.span));
        self.unit.arg_count = 1;
        self.build_empty(&parts, false);
        self.comprehension_loop(&parts, 0, 0, false)?;
        if parts.kind != ComprehensionKind::Generator {
            self.emit(place, Opcode::ReturnValue);
        }
        let code = self.exit()?;
        self.make_closure(place, code, 0);
        self.iterable(&outermost.iter)?;
        self.emit(self.place(outermost.iter.span), Opcode::GetIter);
        self.emit_arg(place, Opcode::Call, 0);
        Ok(())
    }

    fn build_empty(&mut self, parts: &Parts<'a>, inlined: bool) {
        let op = match parts.kind {
            ComprehensionKind::List => Opcode::BuildList,
            ComprehensionKind::Set => Opcode::BuildSet,
            ComprehensionKind::Dict => Opcode::BuildMap,
            ComprehensionKind::Generator => return,
        };
        self.emit_arg(parts.place, op, 0);
        if inlined {
            self.emit_arg(parts.place, Opcode::Swap, 2);
        }
    }

    /// One `for` of the comprehension, its conditions, and what is inside.
    fn comprehension_loop(&mut self, parts: &Parts<'a>, index: usize, depth: usize, iter_on_stack: bool) -> Result<()> {
        let (start, skip, anchor) = (self.new_label(), self.new_label(), self.new_label());
        let generator = &parts.generators[index];
        let mut depth = depth;
        let mut loops = true;
        if index == 0 && !iter_on_stack {
            self.emit_arg(parts.place, Opcode::LoadFast, 0);
        } else if index > 0 {
            match only_item(&generator.iter) {
                // `for y in [f(x)]` is a plain assignment.
                Some(item) => {
                    self.expr(item)?;
                    loops = false;
                }
                None => {
                    self.iterable(&generator.iter)?;
                    self.emit(self.place(generator.iter.span), Opcode::GetIter);
                }
            }
        }
        if loops {
            depth += 1;
            self.place_label(start);
            self.emit_jump(self.place(generator.iter.span), Opcode::ForIter, anchor);
        }
        self.target(&generator.target, Context::Store)?;
        for test in &generator.ifs {
            self.jump_if(parts.place, test, skip, false)?;
        }
        let mut end = self.place(parts.elt.span);
        if index + 1 < parts.generators.len() {
            self.comprehension_loop(parts, index + 1, depth, false)?;
        } else {
            end = self.comprehension_element(parts, depth)?;
        }
        self.place_label(skip);
        if loops {
            self.emit_jump(end, Op::Jump, start);
            self.place_label(anchor);
            self.emit(Place::NONE, Opcode::EndFor);
            self.emit(Place::NONE, Opcode::PopTop);
        }
        Ok(())
    }

    fn comprehension_element(&mut self, parts: &Parts<'a>, depth: usize) -> Result<Place> {
        let mut place = self.place(parts.elt.span);
        self.expr(parts.elt)?;
        if let Some(value) = parts.value {
            self.expr(value)?;
            let end = self.place(value.span);
            place = Place { end_line: end.end_line, end_column: end.end_column, ..place };
        }
        match parts.kind {
            ComprehensionKind::Generator => {
                self.emit_yield(place);
                self.emit(place, Opcode::PopTop);
            }
            ComprehensionKind::List => self.emit_arg(place, Opcode::ListAppend, depth + 1),
            ComprehensionKind::Set => self.emit_arg(place, Opcode::SetAdd, depth + 1),
            ComprehensionKind::Dict => self.emit_arg(place, Opcode::MapAdd, depth + 1),
        }
        Ok(place)
    }

    /// Save the names that the comprehension binds, so that they are its own for a while.
    fn enter_inlined(&mut self, scope: &'a Scope, place: Place) -> Inlined {
        let mut state = Inlined::default();
        let in_class = self.unit.kind == ScopeKind::Class && self.unit.inlined_comprehensions == 0;
        self.unit.inlined_comprehensions += 1;
        for (name, symbol) in &scope.symbols {
            self.replace_symbol(name, *symbol, in_class, &mut state);
            let bound = symbol.has(Symbol::LOCAL) && !symbol.has(Symbol::NONLOCAL);
            if bound || in_class {
                self.save_local(name, *symbol, place, &mut state);
            }
        }
        if !state.pushed.is_empty() {
            let (cleanup, end) = (self.new_label(), self.new_label());
            state.labels = Some((cleanup, end));
            // The iterator is moved on top of what was saved.
            self.emit_arg(place, Opcode::Swap, state.pushed.len() + 1);
            self.emit_jump(place, Op::SetupFinally, cleanup);
        }
        state
    }

    /// Inside, the name lives where the comprehension's own scope says.
    fn replace_symbol(&mut self, name: &Name, symbol: Symbol, in_class: bool, state: &mut Inlined) {
        let outside = self.unit.symbols.get(name).copied();
        let outer_binding = outside.unwrap_or_default().binding;
        let differs = symbol.binding != outer_binding
            && symbol.binding != Binding::Free
            && !(symbol.binding == Binding::Cell && outer_binding == Binding::Free);
        if differs || in_class {
            state.replaced.push((name.clone(), outside));
            self.unit.symbols.insert(name.clone(), symbol);
        }
    }

    fn save_local(&mut self, name: &Name, symbol: Symbol, place: Place, state: &mut Inlined) {
        if !self.unit.kind.is_function_like() && self.unit.fast_hidden.insert(name.clone()) {
            state.hidden.push(name.clone());
        }
        self.emit_fast(place, Opcode::LoadFastAndClear, name);
        if symbol.binding == Binding::Cell {
            self.emit_deref(place, Opcode::MakeCell, name);
        }
        state.pushed.push(name.clone());
    }

    fn leave_inlined(&mut self, state: Inlined, place: Place) {
        self.unit.inlined_comprehensions -= 1;
        if let Some((cleanup, end)) = state.labels {
            self.emit(Place::NONE, Op::PopBlock);
            self.emit_jump(Place::NONE, Op::JumpNoInterrupt, end);
            self.place_label(cleanup);
            // The unfinished result lies below the exception.
            self.emit_arg(Place::NONE, Opcode::Swap, 2);
            self.emit(Place::NONE, Opcode::PopTop);
            self.restore_saved(&state.pushed, place);
            self.emit_arg(Place::NONE, Opcode::Reraise, 0);
            self.place_label(end);
            self.restore_saved(&state.pushed, place);
        }
        for (name, symbol) in state.replaced {
            match symbol {
                Some(symbol) => {
                    self.unit.symbols.insert(name, symbol);
                }
                None => {
                    self.unit.symbols.shift_remove(&name);
                }
            }
        }
        for name in state.hidden {
            self.unit.fast_hidden.shift_remove(&name);
        }
    }

    fn restore_saved(&mut self, names: &[Name], place: Place) {
        self.emit_arg(place, Opcode::Swap, names.len() + 1);
        for name in names.iter().rev() {
            self.emit_fast(place, Op::StoreFastMaybeNull, name);
        }
    }
}

fn only_item(e: &Expr) -> Option<&Expr> {
    match &e.kind {
        ExprKind::List(items) | ExprKind::Tuple(items) => match &items[..] {
            [item] if !super::expression::is_starred(item) => Some(item),
            _ => None,
        },
        _ => None,
    }
}
