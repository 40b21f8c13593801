//! Type parameters (PEP 695): a hidden function around the definition makes them, and the `type` statement.

use super::expression::is_starred;
use super::function::{DEFAULTS, KEYWORD_DEFAULTS};
use super::*;
use crate::error::fail;
use crate::symtable::key;
use gilscope_bytecode::{Intrinsic1, Intrinsic2};

impl<'a> Generator<'a> {
    pub(super) fn generic_function(
        &mut self,
        f: &'a FunctionDef,
        place: Place,
        first_line: u32,
        flags: usize,
    ) -> Result<()> {
        let pushed = (flags & DEFAULTS) + usize::from(flags & KEYWORD_DEFAULTS != 0);
        if pushed == 2 {
            self.emit_arg(place, Opcode::Swap, 2);
        }
        self.enter_type_parameters(key(f, ScopeKind::TypeParameters), &f.name.name, first_line);
        self.unit.arg_count = pushed as u32;
        self.type_parameters(&f.type_params)?;
        for slot in 0..pushed {
            self.emit_arg(place, Opcode::LoadFast, slot);
        }
        let flags = flags | self.annotations(place, &f.args, f.returns.as_ref())?;
        let code = self.function_body(f, first_line)?;
        self.make_closure(place, code, flags);
        self.emit_arg(place, Opcode::Swap, 2);
        self.intrinsic_2(place, Intrinsic2::SetFunctionTypeParams);
        self.emit(place, Opcode::ReturnValue);
        let code = self.exit()?;
        self.make_closure(place, code, 0);
        if pushed > 0 {
            self.emit_arg(place, Opcode::Swap, pushed + 1);
            self.emit_arg(place, Opcode::Call, pushed - 1);
        } else {
            self.emit(place, Opcode::PushNull);
            self.emit_arg(place, Opcode::Call, 0);
        }
        Ok(())
    }

    pub(super) fn generic_class(&mut self, c: &'a ClassDef, place: Place, first_line: u32) -> Result<()> {
        self.enter_type_parameters(key(c, ScopeKind::TypeParameters), &c.name.name, first_line);
        self.type_parameters(&c.type_params)?;
        self.store_name(".type_params", place, c.name.span)?;
        let code = self.class_body(c, place, first_line)?;
        self.emit(place, Opcode::LoadBuildClass);
        self.emit(place, Opcode::PushNull);
        self.make_closure(place, code, 0);
        self.load_const(place, constants::string(&c.name.name));
        self.load_name(".type_params", place)?;
        self.intrinsic_1(place, Intrinsic1::SubscriptGeneric);
        self.store_name(".generic_base", place, c.name.span)?;
        self.generic_bases(c, place)?;
        self.emit(place, Opcode::ReturnValue);
        let code = self.exit()?;
        self.make_closure(place, code, 0);
        self.emit(place, Opcode::PushNull);
        self.emit_arg(place, Opcode::Call, 0);
        Ok(())
    }

    /// `Generic[…]` is the last base.
    fn generic_bases(&mut self, c: &'a ClassDef, place: Place) -> Result<()> {
        if let Some(star) = c.bases.iter().find(|b| is_starred(b)) {
            return fail(star.span, "starred bases of a class with type parameters are not supported");
        }
        if let Some(star) = c.keywords.iter().find(|k| k.name.is_none()) {
            return fail(star.span, "double-starred keywords of a class with type parameters are not supported");
        }
        self.exprs(&c.bases)?;
        self.load_name(".generic_base", place)?;
        let count = 3 + c.bases.len() + c.keywords.len();
        if c.keywords.is_empty() {
            self.emit_arg(place, Opcode::Call, count);
        } else {
            self.keyword_values(place, &c.keywords)?;
            self.emit_arg(place, Opcode::CallKw, count);
        }
        Ok(())
    }

    pub(super) fn type_alias(
        &mut self,
        s: &'a Stmt,
        name: &'a Expr,
        type_params: &'a [TypeParam],
        value: &'a Expr,
    ) -> Result<()> {
        let place = self.place(s.span);
        let ExprKind::Name(alias) = &name.kind else { return fail(name.span, "invalid syntax") };
        let line = self.line(s.span);
        let generic = !type_params.is_empty();
        if generic {
            self.enter_type_parameters(key(s, ScopeKind::TypeParameters), alias, line);
        }
        self.load_const(place, constants::string(alias));
        if generic {
            self.type_parameters(type_params)?;
        } else {
            self.load_const(place, Constant::None);
        }
        self.enter(key(value, ScopeKind::TypeAlias), alias, line);
        self.unit.constant(Constant::None);
        self.expr(value)?;
        self.emit(place, Opcode::ReturnValue);
        let code = self.exit()?;
        self.make_closure(place, code, 0);
        self.emit_arg(place, Opcode::BuildTuple, 3);
        self.intrinsic_1(place, Intrinsic1::TypeAlias);
        if generic {
            self.emit(place, Opcode::ReturnValue);
            let code = self.exit()?;
            self.make_closure(place, code, 0);
            self.emit(place, Opcode::PushNull);
            self.emit_arg(place, Opcode::Call, 0);
        }
        self.store_name(alias, place, name.span)
    }

    fn enter_type_parameters(&mut self, scope_key: NodeKey, name: &str, first_line: u32) {
        self.enter(scope_key, &format!("<generic parameters of {name}>"), first_line);
    }

    fn type_parameters(&mut self, params: &'a [TypeParam]) -> Result<()> {
        let mut seen_default = false;
        for p in params {
            let here = self.place(p.span);
            let name = &p.name.name;
            self.load_const(here, constants::string(name));
            match (&p.bound, p.kind) {
                (Some(bound), _) => {
                    self.lazy_value(key(p, ScopeKind::TypeVariable), name, bound)?;
                    let constraints = matches!(bound.kind, ExprKind::Tuple(_));
                    self.intrinsic_2(
                        here,
                        match constraints {
                            true => Intrinsic2::TypeVarWithConstraints,
                            false => Intrinsic2::TypeVarWithBound,
                        },
                    );
                }
                (None, TypeParamKind::TypeVar) => self.intrinsic_1(here, Intrinsic1::TypeVar),
                (None, TypeParamKind::TypeVarTuple) => self.intrinsic_1(here, Intrinsic1::TypeVarTuple),
                (None, TypeParamKind::ParamSpec) => self.intrinsic_1(here, Intrinsic1::ParamSpec),
            }
            match &p.default {
                Some(default) => {
                    seen_default = true;
                    self.lazy_value(key(p, ScopeKind::TypeDefault), name, default)?;
                    self.intrinsic_2(here, Intrinsic2::SetTypeparamDefault);
                }
                None if seen_default => {
                    let message = format!("non-default type parameter '{name}' follows default type parameter");
                    return fail(p.span, message);
                }
                None => {}
            }
            self.emit_arg(here, Opcode::Copy, 1);
            self.store_name(name, here, p.name.span)?;
        }
        let first = params.first().map_or(Place::NONE, |p| self.place(p.span));
        self.emit_arg(first, Opcode::BuildTuple, params.len());
        Ok(())
    }

    /// A function that works out a bound or default when it is asked for.
    fn lazy_value(&mut self, scope_key: NodeKey, name: &str, e: &'a Expr) -> Result<()> {
        let place = self.place(e.span);
        self.enter(scope_key, name, self.line(e.span));
        self.expr(e)?;
        self.emit(place, Opcode::ReturnValue);
        let code = self.exit()?;
        self.make_closure(place, code, 0);
        Ok(())
    }

    fn intrinsic_1(&mut self, place: Place, which: Intrinsic1) {
        self.emit_arg(place, Opcode::CallIntrinsic1, which as usize);
    }

    fn intrinsic_2(&mut self, place: Place, which: Intrinsic2) {
        self.emit_arg(place, Opcode::CallIntrinsic2, which as usize);
    }
}
