//! `def`, `lambda`, their defaults and annotations.

use super::*;
use crate::symtable::{Binding, every_arg, key};

/// Operands of `SET_FUNCTION_ATTRIBUTE`.
pub(super) const DEFAULTS: usize = 1;
pub(super) const KEYWORD_DEFAULTS: usize = 2;
pub(super) const ANNOTATIONS: usize = 4;
const CLOSURE: usize = 8;

impl<'a> Generator<'a> {
    pub(super) fn function_def(&mut self, f: &'a FunctionDef, span: Span) -> Result<()> {
        let place = self.place(span);
        self.exprs(&f.decorators)?;
        let first_line = self.first_line(&f.decorators, span);
        let mut flags = self.defaults(place, &f.args)?;
        if f.type_params.is_empty() {
            flags |= self.annotations(place, &f.args, f.returns.as_ref())?;
            let code = self.function_body(f, first_line)?;
            self.make_closure(place, code, flags);
        } else {
            self.generic_function(f, place, first_line, flags)?;
        }
        self.apply_decorators(&f.decorators);
        self.store_name(&f.name.name, place, span)
    }

    pub(super) fn first_line(&self, decorators: &[Expr], span: Span) -> u32 {
        self.line(decorators.first().map_or(span, |d| d.span))
    }

    pub(super) fn apply_decorators(&mut self, decorators: &[Expr]) {
        for decorator in decorators.iter().rev() {
            let place = self.place(decorator.span);
            self.emit_arg(place, Opcode::Call, 0);
        }
    }

    pub(super) fn function_body(&mut self, f: &'a FunctionDef, first_line: u32) -> Result<Code> {
        self.enter(key(f, ScopeKind::Function), &f.name.name, first_line);
        let mut body = &f.body[..];
        match docstring::docstring(body) {
            Some((text, _)) => {
                self.unit.flags.docstring = true;
                self.unit.constant(constants::string(&text));
                body = &body[1..];
            }
            None => {
                self.unit.constant(Constant::None);
            }
        }
        self.parameters(&f.args)?;
        self.statements(body)?;
        self.exit()
    }

    fn parameters(&mut self, args: &Arguments) -> Result<()> {
        for arg in every_arg(args) {
            self.check_forbidden(&arg.name, arg.span, name::Context::Store)?;
        }
        self.unit.posonly_count = args.posonly.len() as u32;
        self.unit.arg_count = (args.posonly.len() + args.args.len()) as u32;
        self.unit.kwonly_count = args.kwonly.len() as u32;
        Ok(())
    }

    pub(super) fn lambda(&mut self, e: &'a Expr, args: &'a Arguments, body: &'a Expr) -> Result<()> {
        let place = self.place(e.span);
        let flags = self.defaults(place, args)?;
        self.enter(key(e, ScopeKind::Lambda), "<lambda>", self.line(e.span));
        // A lambda has no docstring: its first constant is None.
        self.unit.constant(Constant::None);
        self.parameters(args)?;
        self.expr(body)?;
        let end = self.place(body.span);
        self.emit(end, Opcode::ReturnValue);
        let code = self.exit()?;
        self.make_closure(place, code, flags);
        Ok(())
    }

    /// Push the defaults; returns the attributes that the function gets.
    fn defaults(&mut self, place: Place, args: &'a Arguments) -> Result<usize> {
        let mut flags = 0;
        if !args.defaults.is_empty() {
            self.exprs(&args.defaults)?;
            self.emit_arg(place, Opcode::BuildTuple, args.defaults.len());
            flags |= DEFAULTS;
        }
        let mut names = Vec::new();
        for (arg, default) in args.kwonly.iter().zip(&args.kw_defaults) {
            let Some(default) = default else { continue };
            names.push(Constant::Str(Arc::from(&*self.mangle(&arg.name))));
            self.expr(default)?;
        }
        if !names.is_empty() {
            let count = names.len();
            self.load_const(place, Constant::Tuple(names));
            self.emit_arg(place, Opcode::BuildConstKeyMap, count);
            flags |= KEYWORD_DEFAULTS;
        }
        Ok(flags)
    }

    pub(super) fn annotations(
        &mut self,
        place: Place,
        args: &'a Arguments,
        returns: Option<&'a Expr>,
    ) -> Result<usize> {
        let parameters = args.args.iter().chain(&args.posonly).chain(&args.vararg).chain(&args.kwonly);
        let mut count = 0;
        for arg in parameters.chain(&args.kwarg) {
            if let Some(annotation) = &arg.annotation {
                self.one_annotation(place, &arg.name, annotation)?;
                count += 2;
            }
        }
        if let Some(returns) = returns {
            self.one_annotation(place, "return", returns)?;
            count += 2;
        }
        if count == 0 {
            return Ok(0);
        }
        self.emit_arg(place, Opcode::BuildTuple, count);
        Ok(ANNOTATIONS)
    }

    fn one_annotation(&mut self, place: Place, name: &str, annotation: &'a Expr) -> Result<()> {
        let name = Arc::from(&*self.mangle(name));
        self.load_const(place, Constant::Str(name));
        self.annotation(annotation)
    }

    /// Make a function of `code`, with what `flags` says is on the stack.
    pub(super) fn make_closure(&mut self, place: Place, code: Code, mut flags: usize) {
        let free = code.free_count as usize;
        if free > 0 {
            let names = &code.locals[code.locals.len() - free..];
            for name in names {
                let cell = self.closure_index(name);
                self.emit_arg(place, Op::LoadClosure, cell);
            }
            self.emit_arg(place, Opcode::BuildTuple, free);
            flags |= CLOSURE;
        }
        self.load_const(place, Constant::Code(Arc::new(code)));
        self.emit(place, Opcode::MakeFunction);
        for attribute in [CLOSURE, ANNOTATIONS, KEYWORD_DEFAULTS, DEFAULTS] {
            if flags & attribute != 0 {
                self.emit_arg(place, Opcode::SetFunctionAttribute, attribute);
            }
        }
    }

    fn closure_index(&self, name: &str) -> usize {
        let in_class = self.unit.kind == ScopeKind::Class && matches!(name, "__class__" | "__classdict__");
        let cell = in_class || self.unit.symbol(name).binding == Binding::Cell;
        let (cells, free) = (&self.unit.cells, &self.unit.free);
        let as_free = || free.get_index_of(name).map(|i| i + cells.len());
        let as_cell = || cells.get_index_of(name);
        let index = if cell { as_cell().or_else(as_free) } else { as_free().or_else(as_cell) };
        index.unwrap_or(0)
    }
}
