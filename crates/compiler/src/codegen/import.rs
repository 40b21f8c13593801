//! `import` and `from … import`.

use super::*;
use crate::error::fail;

impl<'a> Generator<'a> {
    pub(super) fn import(&mut self, span: Span, names: &'a [Alias]) -> Result<()> {
        let place = self.place(span);
        for alias in names {
            self.load_const(place, Constant::Int(0));
            self.load_const(place, Constant::None);
            self.emit_import(place, Opcode::ImportName, &alias.name);
            match &alias.asname {
                Some(asname) => self.import_as(span, alias, asname)?,
                None => {
                    let first = alias.name.split('.').next().unwrap_or(&alias.name);
                    self.store_name(first, place, span)?;
                }
            }
        }
        Ok(())
    }

    /// `import a.b.c as d` binds the innermost module.
    fn import_as(&mut self, span: Span, alias: &'a Alias, asname: &'a Identifier) -> Result<()> {
        let place = self.place(span);
        let parts: Vec<&str> = alias.name.split('.').skip(1).collect();
        for (i, part) in parts.iter().enumerate() {
            if i > 0 {
                self.emit_arg(place, Opcode::Swap, 2);
                self.emit(place, Opcode::PopTop);
            }
            self.emit_import(place, Opcode::ImportFrom, part);
        }
        self.store_name(&asname.name, place, span)?;
        if !parts.is_empty() {
            self.emit(place, Opcode::PopTop);
        }
        Ok(())
    }

    pub(super) fn import_from(
        &mut self,
        span: Span,
        module: Option<&'a Identifier>,
        names: &'a [Alias],
        level: u32,
    ) -> Result<()> {
        let place = self.place(span);
        let is_future = level == 0 && module.is_some_and(|m| &*m.name == "__future__");
        if is_future && span.hi > self.future_statements {
            return fail(span, "from __future__ imports must occur at the beginning of the file");
        }
        let list = names.iter().map(|n| constants::string(&n.name)).collect();
        self.load_const(place, Constant::Int(i64::from(level)));
        self.load_const(place, Constant::Tuple(list));
        self.emit_import(place, Opcode::ImportName, module.map_or("", |m| &m.name));
        for (i, alias) in names.iter().enumerate() {
            if i == 0 && &*alias.name == "*" {
                self.emit_arg(place, Opcode::CallIntrinsic1, 2);
                self.emit(Place::NONE, Opcode::PopTop);
                return Ok(());
            }
            self.emit_import(place, Opcode::ImportFrom, &alias.name);
            let stored = alias.asname.as_ref().map_or(&*alias.name, |id| &*id.name);
            self.store_name(stored, place, span)?;
        }
        self.emit(place, Opcode::PopTop);
        Ok(())
    }

    /// Names of modules are not mangled.
    fn emit_import(&mut self, place: Place, op: Opcode, name: &str) {
        let index = self.unit.name_index(name);
        self.emit_arg(place, op, index as usize);
    }
}
