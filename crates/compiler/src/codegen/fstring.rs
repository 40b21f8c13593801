//! f-strings, and `%` formats that are made like them.

use super::*;
use crate::fold::{FormatPart, format_parts};

impl<'a> Generator<'a> {
    pub(super) fn formatted_value(
        &mut self,
        place: Place,
        value: &'a Expr,
        conversion: Conversion,
        spec: Option<&'a Expr>,
    ) -> Result<()> {
        self.expr(value)?;
        self.convert(place, conversion);
        match spec {
            Some(spec) => {
                self.expr(spec)?;
                self.emit(place, Opcode::FormatWithSpec);
            }
            None => self.emit(place, Opcode::FormatSimple),
        }
        Ok(())
    }

    fn convert(&mut self, place: Place, conversion: Conversion) {
        match conversion {
            Conversion::None => {}
            Conversion::Str => self.emit_arg(place, Opcode::ConvertValue, 1),
            Conversion::Repr => self.emit_arg(place, Opcode::ConvertValue, 2),
            Conversion::Ascii => self.emit_arg(place, Opcode::ConvertValue, 3),
        }
    }

    pub(super) fn joined_str(&mut self, place: Place, values: &'a [Expr]) -> Result<()> {
        if values.len() > STACK_USE_GUIDELINE {
            self.load_const(place, constants::string(""));
            self.emit_attribute(place, "join", true);
            self.emit_arg(place, Opcode::BuildList, 0);
            for value in values {
                self.expr(value)?;
                self.emit_arg(place, Opcode::ListAppend, 1);
            }
            self.emit_arg(place, Opcode::Call, 1);
            return Ok(());
        }
        self.exprs(values)?;
        match values.len() {
            0 => self.load_const(place, constants::string("")),
            1 => {}
            count => self.emit_arg(place, Opcode::BuildString, count),
        }
        Ok(())
    }

    /// `"…%s…" % (a, b)` is made like an f-string.
    pub(super) fn simple_format(&mut self, e: &'a Expr, left: &'a Expr, right: &'a Expr) -> Result<()> {
        let place = self.place(e.span);
        let ExprKind::Tuple(items) = &right.kind else { return Ok(()) };
        let Some(parts) = format_parts(left) else { return Ok(()) };
        let mut items = items.iter();
        let mut count = 0;
        for part in parts {
            match part {
                FormatPart::Text(text) => self.load_const(Place::NONE, constants::string(&text)),
                FormatPart::Value { conversion, spec } => {
                    let Some(item) = items.next() else { break };
                    let item_place = self.place(item.span);
                    self.expr(item)?;
                    self.convert(item_place, conversion);
                    match spec {
                        Some(spec) => {
                            self.load_const(item_place, constants::string(&spec));
                            self.emit(item_place, Opcode::FormatWithSpec);
                        }
                        None => self.emit(item_place, Opcode::FormatSimple),
                    }
                }
            }
            count += 1;
        }
        match count {
            0 => self.load_const(place, constants::string("")),
            1 => {}
            count => self.emit_arg(place, Opcode::BuildString, count),
        }
        Ok(())
    }
}
