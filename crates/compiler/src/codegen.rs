//! Tree → instructions with labels: the stack of units, and what every part of the generator needs.

mod assignment;
mod call;
mod class;
mod comprehension;
mod control;
mod expression;
mod fstring;
mod function;
mod generator;
mod generic;
mod import;
mod name;
mod statement;
mod suspicion;
mod try_statement;
mod with;

use crate::constants;
use crate::error::Result;
use crate::instruction::{Label, Op, Place};
use crate::symtable::{self, Body, Name, NodeKey, Scope, ScopeId, ScopeKind, SymbolTable};
use crate::unit::{BlockKind, FrameBlock, Unit};
use crate::{Compiled, Options, assemble, docstring, future};
use gilscope_bytecode::{Code, Constant, Opcode};
use gilscope_source::{LineCursor, LineIndex, Span};
use gilscope_syntax::SyntaxWarning;
use gilscope_syntax::ast::*;
use std::borrow::Cow;
use std::sync::Arc;

/// How many values may be built on the stack before a container is filled step by step.
const STACK_USE_GUIDELINE: usize = 30;

/// How deep loops, handlers and `with` blocks may be nested in one code object.
const MAX_BLOCKS: usize = 21;

/// Compile a module or an expression.
pub(crate) fn compile(body: Body<'_>, source: &str, options: &Options) -> Result<Compiled> {
    let future_annotations = match body {
        Body::Module(module) => {
            future::check(module)?;
            future::has_annotations(module)
        }
        Body::Expression(_) => false,
    };
    let index = LineIndex::new(source);
    let lines = LineCursor::new(&index);
    let table = symtable::build(body, &lines, future_annotations)?;
    let top = Unit::new(&table.scopes[SymbolTable::TOP], "<module>", 1);
    let mut generator = Generator {
        table: &table,
        lines: &lines,
        options,
        outer: Vec::new(),
        unit: top,
        future_statements: 0,
        warnings: Vec::new(),
    };
    generator.begin(Place { line: 0, end_line: 1, column: 0, end_column: 0 });
    match body {
        Body::Module(module) => generator.module(module)?,
        Body::Expression(e) => {
            generator.expr(e)?;
            let place = generator.place(e.span);
            generator.emit(place, Opcode::ReturnValue);
        }
    }
    generator.finish()
}

/// The state of one compilation.
pub(crate) struct Generator<'a> {
    table: &'a SymbolTable,
    lines: &'a LineCursor<'a>,
    options: &'a Options,
    /// The units around the current one, outermost first.
    outer: Vec<Unit<'a>>,
    unit: Unit<'a>,
    /// Future imports are allowed before this byte.
    future_statements: u32,
    warnings: Vec<SyntaxWarning>,
}

impl<'a> Generator<'a> {
    fn module(&mut self, module: &'a Module) -> Result<()> {
        let head = module.body.iter().enumerate();
        let is_head = |(i, s): &(usize, &Stmt)| {
            future::is_future_import(s) || (*i == 0 && docstring::docstring(std::slice::from_ref(s)).is_some())
        };
        self.future_statements = head.take_while(is_head).last().map_or(0, |(_, s)| s.span.hi);
        let place = match module.body.first() {
            Some(first) => self.place(first.span),
            None => Place { line: 1, end_line: 1, column: 0, end_column: 0 },
        };
        self.body(&module.body, place)
    }

    /// The statements of a module or class, with annotations and docstring.
    fn body(&mut self, body: &'a [Stmt], place: Place) -> Result<()> {
        if statement::has_annotations(body) {
            self.emit(place, Opcode::SetupAnnotations);
        }
        let mut rest = body;
        if let Some((text, e)) = docstring::docstring(body) {
            self.load_const(self.place(e.span), constants::string(&text));
            self.store_name("__doc__", Place::NONE, e.span)?;
            rest = &body[1..];
        }
        self.statements(rest)
    }

    fn begin(&mut self, place: Place) {
        self.unit.flags.hidden = self.options.hidden;
        self.emit(place, Opcode::Resume);
        if self.unit.flags.generator {
            let start = self.unit.new_label();
            self.unit.blocks.push(FrameBlock { kind: BlockKind::StopIteration, start, exit: None, place });
        }
    }

    /// The scope that node opens.
    fn scope_id(&self, key: NodeKey) -> ScopeId {
        self.table.by_node.get(&key).copied().unwrap_or(SymbolTable::TOP)
    }

    fn scope(&self, id: ScopeId) -> &'a Scope {
        &self.table.scopes[id]
    }

    fn enter(&mut self, key: NodeKey, name: &str, first_line: u32) {
        let unit = Unit::new(self.scope(self.scope_id(key)), name, first_line);
        self.outer.push(std::mem::replace(&mut self.unit, unit));
        self.unit.qualname = self.qualname(name);
        self.begin(Place::line(first_line));
    }

    fn exit(&mut self) -> Result<Code> {
        // CPython leaves lambdas without this handler.
        if self.unit.flags.generator && self.unit.kind != ScopeKind::Lambda {
            self.wrap_in_stop_iteration_handler();
        }
        let Some(outer) = self.outer.pop() else {
            return crate::error::fail(Span::default(), "internal error: scope without parent");
        };
        let unit = std::mem::replace(&mut self.unit, outer);
        Ok(self.assemble(unit))
    }

    fn finish(self) -> Result<Compiled> {
        let Generator { unit, options, warnings, .. } = self;
        Ok((assemble::assemble(unit, &options.filename), warnings))
    }

    fn assemble(&self, unit: Unit<'a>) -> Code {
        assemble::assemble(unit, &self.options.filename)
    }

    /// A `StopIteration` that leaves a generator becomes a `RuntimeError`.
    fn wrap_in_stop_iteration_handler(&mut self) {
        let handler = self.unit.new_label();
        self.unit.insert_first(Op::SetupCleanup, handler);
        self.load_const(Place::NONE, Constant::None);
        self.emit(Place::NONE, Opcode::ReturnValue);
        self.place_label(handler);
        self.emit_arg(Place::NONE, Opcode::CallIntrinsic1, 3);
        self.emit_arg(Place::NONE, Opcode::Reraise, 1);
    }

    fn qualname(&self, name: &str) -> Name {
        let mut parents = self.outer.iter().rev().filter(|u| u.kind != ScopeKind::TypeParameters);
        let Some(parent) = parents.next().filter(|p| p.kind != ScopeKind::Module) else { return Arc::from(name) };
        let mangled = symtable::mangle(parent.private.as_deref(), name);
        let named = matches!(self.unit.kind, ScopeKind::Function | ScopeKind::Class | ScopeKind::TypeParameters);
        if named && parent.symbol(&mangled).binding == symtable::Binding::GlobalExplicit {
            return Arc::from(name);
        }
        match parent.kind {
            ScopeKind::Class => Arc::from(format!("{}.{name}", parent.qualname)),
            _ => Arc::from(format!("{}.<locals>.{name}", parent.qualname)),
        }
    }

    fn place(&self, span: Span) -> Place {
        let (start, end) = (self.lines.position(span.lo), self.lines.position(span.hi));
        Place {
            line: start.line as i32,
            end_line: end.line as i32,
            column: start.column as i32,
            end_column: end.column as i32,
        }
    }

    fn line(&self, span: Span) -> u32 {
        self.lines.position(span.lo).line
    }

    fn emit(&mut self, place: Place, op: impl Into<Op>) {
        self.unit.emit(place, op.into(), 0, None);
    }

    fn emit_arg(&mut self, place: Place, op: impl Into<Op>, arg: usize) {
        self.unit.emit(place, op.into(), u32::try_from(arg).unwrap_or(u32::MAX), None);
    }

    fn emit_jump(&mut self, place: Place, op: impl Into<Op>, target: Label) {
        self.unit.emit(place, op.into(), 0, Some(target));
    }

    fn new_label(&mut self) -> Label {
        self.unit.new_label()
    }

    fn place_label(&mut self, label: Label) {
        self.unit.place_label(label);
    }

    fn load_const(&mut self, place: Place, constant: Constant) {
        let index = self.unit.constant(constant);
        self.emit_arg(place, Opcode::LoadConst, index as usize);
    }

    /// An instruction whose operand is a name of this code object.
    fn emit_name(&mut self, place: Place, op: Opcode, name: &str) {
        let mangled = self.mangle(name);
        let index = self.unit.name_index(&mangled);
        self.emit_arg(place, op, index as usize);
    }

    fn mangle<'n>(&self, name: &'n str) -> Cow<'n, str> {
        symtable::mangle(self.unit.private.as_deref(), name)
    }

    fn push_block(&mut self, kind: BlockKind<'a>, start: Label, exit: Option<Label>, span: Span) -> Result<()> {
        if self.unit.blocks.len() >= MAX_BLOCKS {
            return crate::error::fail(span, "too many statically nested blocks");
        }
        let place = self.place(span);
        self.unit.blocks.push(FrameBlock { kind, start, exit, place });
        Ok(())
    }

    fn pop_block(&mut self) {
        self.unit.blocks.pop();
    }
}
