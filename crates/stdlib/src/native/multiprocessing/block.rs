//! `_multiprocessing.Block`: memory that processes share, a number in each cell.

use super::{content, new_object};
use gilscope_vm::heap::collect::Marker;
use gilscope_vm::native::{Args, NativeDef, NativeResult, Trap};
use gilscope_vm::object::Opaque;
use gilscope_vm::value::{FloatBits, ModuleId};
use gilscope_vm::{Interp, Value};
use parking_lot::Mutex;
use std::any::Any;
use std::sync::Arc;

#[derive(Debug, Clone, Copy)]
enum Cell {
    Int(i64),
    Float(FloatBits),
}

#[derive(Debug, Clone)]
struct Block(Arc<Mutex<Vec<Cell>>>);

impl Opaque for Block {
    fn trace(&self, _marker: &mut Marker) {}

    fn boxed_clone(&self) -> Box<dyn Opaque> {
        Box::new(self.clone())
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
}

/// No more cells than this: 1 GiB.
const MOST: i64 = 1 << 26;

const METHODS: &[NativeDef] = &[
    NativeDef::method("get", get, 1, 1),
    NativeDef::method("set", set, 2, 2),
    NativeDef::method("__len__", len, 0, 0),
];

pub(super) fn install(interp: &mut Interp, module: ModuleId) {
    let class = super::add_class(interp, module, "Block", METHODS);
    interp.add_construct(class, NativeDef::function("Block", construct, 1, 1).params(&["length"]));
}

fn construct(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    match args.at(0).as_int() {
        Some(length @ 0..=MOST) => {
            interp.heap.charge(16 * length as usize);
            new_object(interp, "Block", Block(Arc::new(Mutex::new(vec![Cell::Int(0); length as usize]))))
        }
        Some(length) if length > 0 => Err(interp.memory_error()),
        _ => Err(interp.value_error("length must be a non-negative integer")),
    }
}

/// The memory, and the index of a cell of it.
fn place(interp: &mut Interp, args: Args<'_>) -> Result<(Block, usize), Trap> {
    let block = content::<Block>(interp, args.at(0), "Block")?.clone();
    let length = block.0.lock().len();
    match args.at(1).as_int().and_then(|index| usize::try_from(index).ok()).filter(|&index| index < length) {
        Some(index) => Ok((block, index)),
        None => Err(interp.index_error("invalid index")),
    }
}

fn get(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let (block, index) = place(interp, args)?;
    let cell = block.0.lock()[index];
    Ok(match cell {
        Cell::Int(number) => Value::Int(number),
        Cell::Float(number) => Value::Float(number),
    })
}

fn set(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let (block, index) = place(interp, args)?;
    let cell = match interp.payload(args.at(2)) {
        Value::Float(number) => Cell::Float(number),
        other => match other.as_int() {
            Some(number) => Cell::Int(number),
            None => return Err(interp.type_error("a number is required")),
        },
    };
    block.0.lock()[index] = cell;
    Ok(Value::None)
}

fn len(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    Ok(Value::Int(content::<Block>(interp, args.at(0), "Block")?.0.lock().len() as i64))
}
