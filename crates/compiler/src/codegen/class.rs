//! `class`.

use super::*;
use crate::symtable::key;

impl<'a> Generator<'a> {
    pub(super) fn class_def(&mut self, c: &'a ClassDef, span: Span) -> Result<()> {
        let place = self.place(span);
        self.check_keywords(&c.keywords)?;
        self.exprs(&c.decorators)?;
        let first_line = self.first_line(&c.decorators, span);
        if c.type_params.is_empty() {
            let code = self.class_body(c, place, first_line)?;
            self.emit(place, Opcode::LoadBuildClass);
            self.emit(place, Opcode::PushNull);
            self.make_closure(place, code, 0);
            self.load_const(place, constants::string(&c.name.name));
            self.call_with(place, 2, &c.bases, &c.keywords)?;
        } else {
            self.generic_class(c, place, first_line)?;
        }
        self.apply_decorators(&c.decorators);
        self.store_name(&c.name.name, place, span)
    }

    pub(super) fn class_body(&mut self, c: &'a ClassDef, _place: Place, first_line: u32) -> Result<Code> {
        self.enter(key(c, ScopeKind::Class), &c.name.name, first_line);
        let head = Place::line(first_line);
        let span = c.name.span;
        self.load_name("__name__", head)?;
        self.store_name("__module__", head, span)?;
        let qualname = self.unit.qualname.clone();
        self.load_const(head, Constant::Str(qualname));
        self.store_name("__qualname__", head, span)?;
        self.load_const(head, Constant::Int(i64::from(first_line)));
        self.store_name("__firstlineno__", head, span)?;
        if !c.type_params.is_empty() {
            self.load_name(".type_params", head)?;
            self.store_name("__type_params__", head, span)?;
        }
        if self.unit.cells.contains("__classdict__") {
            self.emit(head, Opcode::LoadLocals);
            self.emit_deref(head, Opcode::StoreDeref, "__classdict__");
        }
        self.body(&c.body, head)?;
        self.unit.static_attributes.sort();
        let attributes = self.unit.static_attributes.iter().map(|n| Constant::Str(n.clone())).collect();
        self.load_const(Place::NONE, Constant::Tuple(attributes));
        self.store_name("__static_attributes__", Place::NONE, span)?;
        if self.unit.cells.contains("__classdict__") {
            self.emit_deref(Place::NONE, Op::LoadClosure, "__classdict__");
            self.store_name("__classdictcell__", Place::NONE, span)?;
        }
        if self.unit.cells.contains("__class__") {
            self.emit_deref(Place::NONE, Op::LoadClosure, "__class__");
            self.emit_arg(Place::NONE, Opcode::Copy, 1);
            self.store_name("__classcell__", Place::NONE, span)?;
        } else {
            self.load_const(Place::NONE, Constant::None);
        }
        self.emit(Place::NONE, Opcode::ReturnValue);
        self.exit()
    }
}
