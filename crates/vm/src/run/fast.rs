//! Short arms of the run loop: numbers, locals, cells.

use crate::code_store::LinkedCode;
use crate::exceptions::{NAME_ERROR, UNBOUND_LOCAL_ERROR};
use crate::frame::Frame;
use crate::interp::Interp;
use crate::native::Trap;
use crate::run::cursor::Cursor;
use crate::symbol::Symbol;
use crate::thread_state::ThreadState;
use crate::value::*;
use gilscope_bytecode::{BinaryOp, CompareOp};

/// `a op b` for two small ints or two floats, where no more than a machine instruction is needed.
#[inline(always)]
pub(crate) fn binary(op: BinaryOp, a: Value, b: Value) -> Option<Value> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => binary_int(op, a, b),
        (Value::Float(a), Value::Float(b)) => binary_float(op, a.get(), b.get()),
        _ => None,
    }
}

#[inline(always)]
fn binary_int(op: BinaryOp, a: i64, b: i64) -> Option<Value> {
    let value = match op {
        BinaryOp::Add | BinaryOp::InplaceAdd => a.checked_add(b)?,
        BinaryOp::Subtract | BinaryOp::InplaceSubtract => a.checked_sub(b)?,
        BinaryOp::Multiply | BinaryOp::InplaceMultiply => a.checked_mul(b)?,
        BinaryOp::And | BinaryOp::InplaceAnd => a & b,
        BinaryOp::Or | BinaryOp::InplaceOr => a | b,
        BinaryOp::Xor | BinaryOp::InplaceXor => a ^ b,
        BinaryOp::FloorDivide | BinaryOp::InplaceFloorDivide if b > 0 => {
            // Rounded down, as `div_euclid` for a positive divisor, which is not inlined.
            let (quotient, rest) = (a / b, a % b);
            if rest < 0 { quotient - 1 } else { quotient }
        }
        BinaryOp::Remainder | BinaryOp::InplaceRemainder if b > 0 => {
            let rest = a % b;
            if rest < 0 { rest + b } else { rest }
        }
        BinaryOp::RShift | BinaryOp::InplaceRShift if (0..64).contains(&b) => a >> b,
        BinaryOp::TrueDivide | BinaryOp::InplaceTrueDivide if b != 0 && exact(a) && exact(b) => {
            return Some(Value::float(a as f64 / b as f64));
        }
        _ => return None,
    };
    Some(Value::Int(value))
}

/// Whether the int is a float without rounding.
#[inline(always)]
fn exact(i: i64) -> bool {
    i.unsigned_abs() < 1 << 53
}

#[inline(always)]
fn binary_float(op: BinaryOp, a: f64, b: f64) -> Option<Value> {
    let value = match op {
        BinaryOp::Add | BinaryOp::InplaceAdd => a + b,
        BinaryOp::Subtract | BinaryOp::InplaceSubtract => a - b,
        BinaryOp::Multiply | BinaryOp::InplaceMultiply => a * b,
        BinaryOp::TrueDivide | BinaryOp::InplaceTrueDivide if b != 0.0 => a / b,
        _ => return None,
    };
    Some(Value::float(value))
}

/// `a op b` for two small ints or two floats.
#[inline(always)]
pub(crate) fn compare(op: CompareOp, a: Value, b: Value) -> Option<bool> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => Some(ordered(op, &a, &b)),
        (Value::Float(a), Value::Float(b)) => Some(ordered(op, &a.get(), &b.get())),
        _ => None,
    }
}

#[inline(always)]
fn ordered<T: PartialOrd>(op: CompareOp, a: &T, b: &T) -> bool {
    match op {
        CompareOp::Lt => a < b,
        CompareOp::Le => a <= b,
        CompareOp::Eq => a == b,
        CompareOp::Ne => a != b,
        CompareOp::Gt => a > b,
        CompareOp::Ge => a >= b,
    }
}

/// The value of a global name, of the module or of `builtins`; `Null` where it is unbound.
#[inline(always)]
pub(crate) fn global(interp: &Interp, slot: u32) -> Value {
    match interp.globals[slot as usize] {
        Value::Null => interp.global_builtins[slot as usize],
        value => value,
    }
}

/// `LOAD_DEREF` of a bound cell.
#[inline(always)]
pub(crate) fn deref(interp: &Interp, at: &mut Cursor, code: &LinkedCode, index: u32) -> bool {
    let (0, Some(&Value::Cell(cell))) = (code.shift, at.window.get(index as usize)) else { return false };
    let content = interp.heap.cells[cell].content;
    if !content.is_null() {
        at.push(content);
    }
    !content.is_null()
}

/// `STORE_DEREF`.
#[inline(always)]
pub(crate) fn set_deref(interp: &mut Interp, at: &mut Cursor, code: &LinkedCode, index: u32) -> bool {
    let (0, Some(&Value::Cell(cell))) = (code.shift, at.window.get(index as usize)) else { return false };
    interp.heap.cells[cell].content = at.pop();
    true
}

impl Frame {
    /// Where local `index` is in the value stack.
    pub(crate) fn local(&self, code: &LinkedCode, index: u32) -> usize {
        self.window as usize + index as usize - code.shift as usize
    }
}

fn place(ts: &ThreadState, code: &LinkedCode, index: u32) -> usize {
    ts.frames.last().map_or(0, |f| f.local(code, index))
}

pub(crate) fn get_local(ts: &ThreadState, code: &LinkedCode, index: u32) -> Value {
    ts.stack[place(ts, code, index)]
}

pub(crate) fn set_local(ts: &mut ThreadState, code: &LinkedCode, index: u32, value: Value) {
    let place = place(ts, code, index);
    ts.stack[place] = value;
}

pub(crate) fn load_wide(i: &mut Interp, ts: &mut ThreadState, code: &LinkedCode, index: u32) -> Result<(), Trap> {
    let value = get_local(ts, code, index);
    if value.is_null() {
        return Err(i.unbound_local(code, index));
    }
    ts.push(value);
    Ok(())
}

pub(crate) fn load_and_clear(ts: &mut ThreadState, code: &LinkedCode, index: u32) -> Result<(), Trap> {
    let value = get_local(ts, code, index);
    set_local(ts, code, index, Value::Null);
    ts.push(value);
    Ok(())
}

pub(crate) fn store_wide(ts: &mut ThreadState, code: &LinkedCode, index: u32) -> Result<(), Trap> {
    let value = ts.pop();
    set_local(ts, code, index, value);
    Ok(())
}

pub(crate) fn delete_wide(i: &mut Interp, ts: &mut ThreadState, code: &LinkedCode, index: u32) -> Result<(), Trap> {
    if get_local(ts, code, index).is_null() {
        return Err(i.unbound_local(code, index));
    }
    set_local(ts, code, index, Value::Null);
    Ok(())
}

pub(crate) fn make_cell(i: &mut Interp, ts: &mut ThreadState, code: &LinkedCode, index: u32) -> Result<(), Trap> {
    let cell = i.heap.new_cell(get_local(ts, code, index));
    set_local(ts, code, index, cell);
    Ok(())
}

pub(crate) fn copy_free_vars(i: &mut Interp, ts: &mut ThreadState, code: &LinkedCode, count: u32) -> Result<(), Trap> {
    let function = ts.frames.last().and_then(|f| f.function());
    let Some(Value::Tuple(closure)) = function.map(|f| i.heap.functions[f].closure) else { return Ok(()) };
    let first = code.code.locals.len() as u32 - count;
    for (k, &cell) in i.heap.tuple(closure).iter().enumerate() {
        set_local(ts, code, first + k as u32, cell);
    }
    Ok(())
}

pub(crate) fn load_deref(i: &mut Interp, ts: &mut ThreadState, code: &LinkedCode, index: u32) -> Result<(), Trap> {
    match get_local(ts, code, index) {
        Value::Cell(cell) if !i.heap.cells[cell].content.is_null() => {
            ts.push(i.heap.cells[cell].content);
            Ok(())
        }
        _ => Err(i.unbound_cell(code, index)),
    }
}

pub(crate) fn store_deref(i: &mut Interp, ts: &mut ThreadState, code: &LinkedCode, index: u32) -> Result<(), Trap> {
    let value = ts.pop();
    if let Value::Cell(cell) = get_local(ts, code, index) {
        i.heap.cells[cell].content = value;
    }
    Ok(())
}

/// A `del` statement lets go of `value`.
#[inline]
pub(crate) fn deleted(interp: &mut Interp, value: Value) {
    if let Value::Instance(_) = value {
        interp.heap.deleted(value);
    }
}

pub(crate) fn delete_deref(i: &mut Interp, ts: &mut ThreadState, code: &LinkedCode, index: u32) -> Result<(), Trap> {
    match get_local(ts, code, index) {
        Value::Cell(cell) if !i.heap.cells[cell].content.is_null() => {
            i.heap.cells[cell].content = Value::Null;
            Ok(())
        }
        _ => Err(i.unbound_cell(code, index)),
    }
}

impl Interp {
    #[cold]
    pub(crate) fn unbound_local(&mut self, code: &LinkedCode, index: u32) -> Trap {
        let name = code.code.locals.get(index as usize).map_or("", |n| n);
        let message = format!("cannot access local variable '{name}' where it is not associated with a value");
        let symbol = self.symbols.intern(name);
        self.name_fault(UNBOUND_LOCAL_ERROR, message, symbol)
    }

    #[cold]
    pub(crate) fn unbound_cell(&mut self, code: &LinkedCode, index: u32) -> Trap {
        let free_from = code.code.locals.len() - code.code.free_count as usize;
        if (index as usize) < free_from {
            return self.unbound_local(code, index);
        }
        let name = code.code.locals.get(index as usize).map_or("", |n| n);
        let message =
            format!("cannot access free variable '{name}' where it is not associated with a value in enclosing scope");
        let symbol = self.symbols.intern(name);
        self.name_fault(NAME_ERROR, message, symbol)
    }

    #[cold]
    pub(crate) fn unbound_global(&mut self, slot: u32) -> Trap {
        let (_, name) = self.global_names[slot as usize];
        self.name_error(name)
    }

    fn name_fault(&mut self, class: ClassId, message: String, name: Symbol) -> Trap {
        let text = self.heap.new_str(message);
        let exception = self.new_exception(class, &[text]);
        let name = self.symbol_str(name);
        self.set_exception_attribute(exception, Symbol::NAME_ATTR, name);
        Trap::Raise(exception)
    }
}
