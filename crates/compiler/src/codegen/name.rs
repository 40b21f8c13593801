//! Loading, storing and deleting names, by the scope where each lives.

use super::*;
use crate::error::fail;
use crate::symtable::Binding;

/// What is done with a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Context {
    Load,
    Store,
    Delete,
}

/// Which instructions reach a name.
#[derive(Clone, Copy)]
enum Access {
    Name,
    Fast,
    Global,
    Deref,
}

impl<'a> Generator<'a> {
    pub(super) fn load_name(&mut self, name: &str, place: Place) -> Result<()> {
        self.name(name, place, Span::default(), Context::Load)
    }

    pub(super) fn store_name(&mut self, name: &str, place: Place, span: Span) -> Result<()> {
        self.name(name, place, span, Context::Store)
    }

    pub(super) fn delete_name(&mut self, name: &str, place: Place, span: Span) -> Result<()> {
        self.name(name, place, span, Context::Delete)
    }

    /// `__debug__` is a constant.
    pub(super) fn check_forbidden(&self, name: &str, span: Span, context: Context) -> Result<()> {
        match context {
            Context::Store if name == "__debug__" => fail(span, "cannot assign to __debug__"),
            Context::Delete if name == "__debug__" => fail(span, "cannot delete __debug__"),
            _ => Ok(()),
        }
    }

    pub(super) fn name(&mut self, name: &str, place: Place, span: Span, context: Context) -> Result<()> {
        self.check_forbidden(name, span, context)?;
        let mangled = self.mangle(name);
        let binding = self.unit.symbol(&mangled).binding;
        match (self.access(&mangled, binding), context) {
            (Access::Deref, Context::Load) => self.load_deref(&mangled, place),
            (Access::Deref, Context::Store) => self.emit_deref(place, Opcode::StoreDeref, &mangled),
            (Access::Deref, Context::Delete) => self.emit_deref(place, Opcode::DeleteDeref, &mangled),
            (Access::Fast, _) => {
                let op = pick(context, Opcode::LoadFast, Opcode::StoreFast, Opcode::DeleteFast);
                self.emit_fast(place, op, &mangled);
            }
            (Access::Global, Context::Load) => self.load_global(&mangled, binding, place),
            (Access::Global, _) => {
                let op = pick(context, Opcode::LoadGlobal, Opcode::StoreGlobal, Opcode::DeleteGlobal);
                self.emit_mangled(place, op, &mangled, 1);
            }
            (Access::Name, Context::Load) if self.in_class_comprehension() => {
                self.emit_mangled(place, Opcode::LoadGlobal, &mangled, 2);
            }
            (Access::Name, _) => {
                let op = pick(context, Opcode::LoadName, Opcode::StoreName, Opcode::DeleteName);
                self.emit_mangled(place, op, &mangled, 1);
            }
        }
        Ok(())
    }

    fn access(&self, mangled: &str, binding: Binding) -> Access {
        let function_like = self.unit.kind.is_function_like();
        match binding {
            Binding::Free | Binding::Cell => Access::Deref,
            Binding::Local if function_like || self.unit.fast_hidden.contains(mangled) => Access::Fast,
            Binding::GlobalImplicit if function_like => Access::Global,
            Binding::GlobalExplicit => Access::Global,
            _ => Access::Name,
        }
    }

    fn in_class_comprehension(&self) -> bool {
        self.unit.kind == ScopeKind::Class && self.unit.inlined_comprehensions > 0
    }

    fn load_deref(&mut self, mangled: &str, place: Place) {
        if self.unit.kind == ScopeKind::Class && self.unit.inlined_comprehensions == 0 {
            self.emit(place, Opcode::LoadLocals);
            self.emit_deref(place, Opcode::LoadFromDictOrDeref, mangled);
        } else if self.unit.can_see_class_scope {
            self.emit_deref(place, Opcode::LoadDeref, "__classdict__");
            self.emit_deref(place, Opcode::LoadFromDictOrDeref, mangled);
        } else {
            self.emit_deref(place, Opcode::LoadDeref, mangled);
        }
    }

    fn load_global(&mut self, mangled: &str, binding: Binding, place: Place) {
        if self.unit.can_see_class_scope && binding == Binding::GlobalImplicit {
            self.emit_deref(place, Opcode::LoadDeref, "__classdict__");
            self.emit_mangled(place, Opcode::LoadFromDictOrGlobals, mangled, 1);
        } else {
            self.emit_mangled(place, Opcode::LoadGlobal, mangled, 2);
        }
    }

    pub(super) fn emit_deref(&mut self, place: Place, op: impl Into<Op>, mangled: &str) {
        let index = self.unit.deref_index(mangled);
        self.emit_arg(place, op, index as usize);
    }

    pub(super) fn emit_fast(&mut self, place: Place, op: impl Into<Op>, mangled: &str) {
        let index = self.unit.local_index(mangled);
        self.emit_arg(place, op, index as usize);
    }

    /// The operand is the name's index times `scale`.
    fn emit_mangled(&mut self, place: Place, op: Opcode, mangled: &str, scale: usize) {
        let index = self.unit.name_index(mangled);
        self.emit_arg(place, op, index as usize * scale);
    }
}

fn pick(context: Context, load: Opcode, store: Opcode, delete: Opcode) -> Opcode {
    match context {
        Context::Load => load,
        Context::Store => store,
        Context::Delete => delete,
    }
}
