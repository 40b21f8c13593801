//! Calls: plain, of methods, of `super()`'s methods, with keywords and with stars.

use super::expression::{Display, is_starred};
use super::*;
use crate::error::fail;
use crate::symtable::{Binding, Symbol};

impl<'a> Generator<'a> {
    pub(super) fn call(
        &mut self,
        e: &'a Expr,
        func: &'a Expr,
        args: &'a [Expr],
        keywords: &'a [Keyword],
    ) -> Result<()> {
        self.check_keywords(keywords)?;
        if let ExprKind::Attribute { value, attr } = &func.kind
            && self.is_method_call(value, args, keywords)
        {
            return self.method_call(e, func, value, attr, args, keywords);
        }
        self.suspect_call(e.span, func);
        self.expr(func)?;
        self.emit(self.place(func.span), Opcode::PushNull);
        self.call_with(self.place(e.span), 0, args, keywords)
    }

    pub(super) fn check_keywords(&self, keywords: &[Keyword]) -> Result<()> {
        for (i, keyword) in keywords.iter().enumerate() {
            let Some(name) = &keyword.name else { continue };
            self.check_forbidden(name, keyword.span, name::Context::Store)?;
            if keywords[..i].iter().any(|k| k.name.as_ref() == Some(name)) {
                return fail(keyword.span, format!("keyword argument repeated: {name}"));
            }
        }
        Ok(())
    }

    fn is_method_call(&self, value: &Expr, args: &[Expr], keywords: &[Keyword]) -> bool {
        let count = args.len() + keywords.len() + usize::from(!keywords.is_empty());
        let plain = !args.iter().any(is_starred) && keywords.iter().all(|k| k.name.is_some());
        !self.is_imported(value) && count < STACK_USE_GUIDELINE && plain
    }

    /// A module's functions are loaded as attributes, not as methods.
    fn is_imported(&self, value: &Expr) -> bool {
        match &value.kind {
            ExprKind::Name(name) => self.outer.first().unwrap_or(&self.unit).symbol(name).has(Symbol::IMPORT),
            _ => false,
        }
    }

    fn method_call(
        &mut self,
        e: &'a Expr,
        func: &'a Expr,
        value: &'a Expr,
        attr: &'a Identifier,
        args: &'a [Expr],
        keywords: &'a [Keyword],
    ) -> Result<()> {
        let place = self.place(func.span);
        let method = self.start_at_attribute(place, func, attr);
        if let Some(arguments) = self.super_call(value, attr) {
            self.load_super_attribute(place, func, value, attr, arguments, true)?;
        } else {
            self.expr(value)?;
            self.emit_attribute(method, &attr.name, true);
        }
        self.exprs(args)?;
        let place = self.start_at_attribute(self.place(e.span), func, attr);
        if keywords.is_empty() {
            self.emit_arg(place, Opcode::Call, args.len());
        } else {
            self.keyword_values(method, keywords)?;
            self.emit_arg(place, Opcode::CallKw, args.len() + keywords.len());
        }
        Ok(())
    }

    pub(super) fn keyword_values(&mut self, place: Place, keywords: &'a [Keyword]) -> Result<()> {
        keywords.iter().try_for_each(|k| self.expr(&k.value))?;
        let names = keywords.iter().filter_map(|k| k.name.as_deref()).map(constants::string).collect();
        self.load_const(place, Constant::Tuple(names));
        Ok(())
    }

    /// Call with `pushed` arguments on the stack and these.
    pub(super) fn call_with(
        &mut self,
        place: Place,
        pushed: usize,
        args: &'a [Expr],
        keywords: &'a [Keyword],
    ) -> Result<()> {
        let plain = !args.iter().any(is_starred) && keywords.iter().all(|k| k.name.is_some());
        if !plain || args.len() + keywords.len() * 2 > STACK_USE_GUIDELINE {
            return self.call_ex(place, pushed, args, keywords);
        }
        self.exprs(args)?;
        if keywords.is_empty() {
            self.emit_arg(place, Opcode::Call, pushed + args.len());
        } else {
            self.keyword_values(place, keywords)?;
            self.emit_arg(place, Opcode::CallKw, pushed + args.len() + keywords.len());
        }
        Ok(())
    }

    /// The arguments as one tuple and one dict.
    fn call_ex(&mut self, place: Place, pushed: usize, args: &'a [Expr], keywords: &'a [Keyword]) -> Result<()> {
        match args {
            [Expr { kind: ExprKind::Starred(only), .. }] if pushed == 0 => self.expr(only)?,
            _ => self.display(place, args, pushed, Display::TUPLE)?,
        }
        if keywords.is_empty() {
            self.emit_arg(place, Opcode::CallFunctionEx, 0);
            return Ok(());
        }
        let (mut have_dict, mut pending) = (false, 0);
        for (i, keyword) in keywords.iter().enumerate() {
            if keyword.name.is_some() {
                pending += 1;
                continue;
            }
            if pending > 0 {
                self.keyword_dict(place, &keywords[i - pending..i])?;
                self.merge_keywords(place, &mut have_dict);
                pending = 0;
            }
            if !have_dict {
                self.emit_arg(place, Opcode::BuildMap, 0);
                have_dict = true;
            }
            self.expr(&keyword.value)?;
            self.emit_arg(place, Opcode::DictMerge, 1);
        }
        if pending > 0 {
            self.keyword_dict(place, &keywords[keywords.len() - pending..])?;
            self.merge_keywords(place, &mut have_dict);
        }
        self.emit_arg(place, Opcode::CallFunctionEx, 1);
        Ok(())
    }

    fn merge_keywords(&mut self, place: Place, have_dict: &mut bool) {
        if *have_dict {
            self.emit_arg(place, Opcode::DictMerge, 1);
        }
        *have_dict = true;
    }

    fn keyword_dict(&mut self, place: Place, keywords: &'a [Keyword]) -> Result<()> {
        let count = keywords.len();
        let big = count * 2 > STACK_USE_GUIDELINE;
        let name = |k: &Keyword| constants::string(k.name.as_deref().unwrap_or(""));
        if count > 1 && !big {
            keywords.iter().try_for_each(|k| self.expr(&k.value))?;
            self.load_const(place, Constant::Tuple(keywords.iter().map(name).collect()));
            self.emit_arg(place, Opcode::BuildConstKeyMap, count);
            return Ok(());
        }
        if big {
            self.emit_arg(Place::NONE, Opcode::BuildMap, 0);
        }
        for k in keywords {
            self.load_const(place, name(k));
            self.expr(&k.value)?;
            if big {
                self.emit_arg(Place::NONE, Opcode::MapAdd, 1);
            }
        }
        if !big {
            self.emit_arg(place, Opcode::BuildMap, count);
        }
        Ok(())
    }

    /// The arguments of `value` if it is a `super(…)` whose attribute one instruction can load.
    pub(super) fn super_call(&self, value: &'a Expr, attr: &Identifier) -> Option<&'a [Expr]> {
        let ExprKind::Call { func, args, keywords } = &value.kind else { return None };
        if !keywords.is_empty() || &*attr.name == "__class__" {
            return None;
        }
        let plain = matches!(&func.kind, ExprKind::Name(name) if &**name == "super")
            && self.unit.symbol("super").binding == Binding::GlobalImplicit
            && self.scope(SymbolTable::TOP).symbol("super").binding == Binding::Unknown;
        let with_two = args.len() == 2 && !args.iter().any(is_starred);
        let with_none =
            args.is_empty() && self.unit.arg_count > 0 && self.unit.symbol("__class__").binding == Binding::Free;
        (plain && (with_two || with_none)).then_some(args)
    }

    pub(super) fn load_super_attribute(
        &mut self,
        place: Place,
        e: &'a Expr,
        value: &'a Expr,
        attr: &'a Identifier,
        arguments: &'a [Expr],
        method: bool,
    ) -> Result<()> {
        let ExprKind::Call { func, .. } = &value.kind else { return Ok(()) };
        self.expr(func)?;
        if arguments.is_empty() {
            let call = self.place(value.span);
            self.load_name("__class__", call)?;
            let first = self.unit.locals.first().cloned();
            first.iter().try_for_each(|name| self.load_name(name, call))?;
        } else {
            self.exprs(arguments)?;
        }
        let mangled = self.mangle(&attr.name);
        let index = self.unit.name_index(&mangled) as usize;
        let flags = usize::from(method) + 2 * usize::from(!arguments.is_empty());
        self.emit_arg(place, Opcode::LoadSuperAttr, index * 4 + flags);
        let place = self.start_at_attribute(place, e, attr);
        self.emit(place, Opcode::Nop);
        Ok(())
    }
}
