//! One code object in the making.

use crate::collections::{IndexMap, IndexSet};
use crate::constant_pool::ConstantPool;
use crate::instruction::{Emitted, Label, Op, Place};
use crate::symtable::{Name, Scope, ScopeKind, Symbol};
use gilscope_bytecode::{CodeFlags, Constant};
use gilscope_syntax::ast::Stmt;
use std::sync::Arc;

/// The scope being compiled, with what it has gathered so far.
pub(crate) struct Unit<'a> {
    pub(crate) kind: ScopeKind,
    pub(crate) name: Name,
    pub(crate) qualname: Name,
    pub(crate) first_line: u32,
    pub(crate) flags: CodeFlags,
    pub(crate) arg_count: u32,
    pub(crate) posonly_count: u32,
    pub(crate) kwonly_count: u32,
    pub(crate) code: Vec<Emitted>,
    /// Position in `code` of each label.
    pub(crate) labels: Vec<Option<usize>>,
    pub(crate) blocks: Vec<FrameBlock<'a>>,
    pub(crate) constants: ConstantPool,
    pub(crate) names: IndexSet<Name>,
    pub(crate) locals: IndexSet<Name>,
    pub(crate) cells: IndexSet<Name>,
    pub(crate) free: IndexSet<Name>,
    /// The scope's symbols; an inlined comprehension changes them for a while.
    pub(crate) symbols: IndexMap<Name, Symbol>,
    /// Names that an inlined comprehension keeps in fast slots although the scope is no function.
    pub(crate) fast_hidden: IndexSet<Name>,
    pub(crate) inlined_comprehensions: u32,
    pub(crate) private: Option<Name>,
    pub(crate) can_see_class_scope: bool,
    /// Attributes assigned through `self` in the methods of this class.
    pub(crate) static_attributes: IndexSet<Name>,
}

/// What `return`, `break` and `continue` have to undo on their way out.
#[derive(Clone)]
pub(crate) struct FrameBlock<'a> {
    pub(crate) kind: BlockKind<'a>,
    /// Where `continue` goes.
    pub(crate) start: Label,
    /// Where `break` goes.
    pub(crate) exit: Option<Label>,
    pub(crate) place: Place,
}

/// The constructs that leave something on the stack or in the handler chain.
#[derive(Clone)]
pub(crate) enum BlockKind<'a> {
    WhileLoop,
    ForLoop,
    TryExcept,
    FinallyTry(&'a [Stmt]),
    FinallyEnd,
    With,
    /// An `except` part, with the name that it binds.
    HandlerCleanup(Option<&'a str>),
    PopValue,
    ExceptionHandler,
    ExceptionGroupHandler,
    StopIteration,
}

impl<'a> Unit<'a> {
    pub(crate) fn new(scope: &Scope, name: &str, first_line: u32) -> Unit<'a> {
        let mut cells = sorted(scope, |s| s.binding == crate::symtable::Binding::Cell || s.has(Symbol::COMP_CELL));
        if scope.needs_class_closure {
            cells.insert(Arc::from("__class__"));
        }
        if scope.needs_class_dict {
            cells.insert(Arc::from("__classdict__"));
        }
        let free = sorted(scope, |s| s.binding == crate::symtable::Binding::Free || s.has(Symbol::FREE_CLASS));
        Unit {
            kind: scope.kind,
            name: Arc::from(name),
            qualname: Arc::from(name),
            first_line,
            flags: CodeFlags {
                optimized: scope.kind.is_function_like(),
                varargs: scope.varargs,
                varkeywords: scope.varkeywords,
                generator: scope.generator && scope.kind.is_function_like(),
                nested: scope.nested && scope.kind.is_function_like(),
                hidden: false,
                docstring: false,
            },
            arg_count: 0,
            posonly_count: 0,
            kwonly_count: 0,
            code: Vec::new(),
            labels: Vec::new(),
            blocks: Vec::new(),
            constants: ConstantPool::default(),
            names: IndexSet::default(),
            locals: scope.parameters.clone(),
            cells,
            free,
            symbols: scope.symbols.clone(),
            fast_hidden: IndexSet::default(),
            inlined_comprehensions: 0,
            private: scope.private.clone(),
            can_see_class_scope: scope.can_see_class_scope,
            static_attributes: IndexSet::default(),
        }
    }

    pub(crate) fn symbol(&self, name: &str) -> Symbol {
        self.symbols.get(name).copied().unwrap_or_default()
    }

    pub(crate) fn emit(&mut self, place: Place, op: Op, arg: u32, target: Option<Label>) {
        self.code.push(Emitted { op, arg, target, place });
    }

    /// Put an instruction before all others.
    pub(crate) fn insert_first(&mut self, op: Op, target: Label) {
        self.code.insert(0, Emitted { op, arg: 0, target: Some(target), place: Place::NONE });
        self.labels.iter_mut().flatten().for_each(|position| *position += 1);
    }

    pub(crate) fn new_label(&mut self) -> Label {
        self.labels.push(None);
        Label(self.labels.len() as u32 - 1)
    }

    /// The label stands for the next instruction.
    pub(crate) fn place_label(&mut self, label: Label) {
        self.labels[label.0 as usize] = Some(self.code.len());
    }

    /// The index of a constant, the same one for equal constants.
    pub(crate) fn constant(&mut self, constant: Constant) -> u32 {
        self.constants.index(constant)
    }

    pub(crate) fn name_index(&mut self, name: &str) -> u32 {
        index_of(&mut self.names, name)
    }

    pub(crate) fn local_index(&mut self, name: &str) -> u32 {
        index_of(&mut self.locals, name)
    }

    /// Index among the cells, then the free variables; `assemble` turns it into a slot.
    pub(crate) fn deref_index(&self, name: &str) -> u32 {
        let cell = self.cells.get_index_of(name);
        let free = || self.free.get_index_of(name).map(|i| i + self.cells.len());
        cell.or_else(free).unwrap_or(0) as u32
    }
}

fn index_of(set: &mut IndexSet<Name>, name: &str) -> u32 {
    match set.get_index_of(name) {
        Some(index) => index as u32,
        None => set.insert_full(Arc::from(name)).0 as u32,
    }
}

fn sorted(scope: &Scope, wanted: impl Fn(&Symbol) -> bool) -> IndexSet<Name> {
    let mut names: IndexSet<Name> = scope.symbols.iter().filter(|(_, s)| wanted(s)).map(|(n, _)| n.clone()).collect();
    names.sort();
    names
}
