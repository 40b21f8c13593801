//! From a code object to executable ops: names become slots and cache sites, constants become values.

use crate::code_store::{CodeStore, LinkedCode};
use crate::interp::Interp;
use crate::op::Op;
use crate::site::AttrSite;
use crate::symbol::Symbol;
use crate::value::*;
use gilscope_bytecode::{BinaryOp, Code, CompareOp, Constant, Instruction, Opcode};
use num_bigint::BigInt;
use std::sync::Arc;

/// Size of the window of locals and operands that an op can address.
pub(crate) const WINDOW: usize = 256;
/// Operands that must fit the window whatever the number of locals.
const MAX_STACK: usize = 224;

impl Interp {
    /// Enter a code object that uses the globals of `module`. It is linked on its first call.
    pub fn add_code(&mut self, code: &Arc<Code>, module: ModuleId) -> CodeId {
        let has_namespace = !code.flags.optimized && &*code.name != "<module>";
        self.add_code_with(code, module, has_namespace)
    }

    /// Enter a code object, and say whether it takes a namespace for its names.
    pub(crate) fn add_code_with(&mut self, code: &Arc<Code>, module: ModuleId, has_namespace: bool) -> CodeId {
        let parameters = parameter_names(code).iter().map(|n| self.symbols.intern(n)).collect();
        let names = code.names.iter().map(|n| self.symbols.intern(n)).collect();
        let locals = code.locals.len() as u32 + u32::from(has_namespace);
        let linked = LinkedCode {
            code: Arc::clone(code),
            module,
            ops: vec![Op::Link],
            costs: Vec::new(),
            constants: Vec::new(),
            names,
            parameters,
            simple_args: if shift(code, locals) > 0 { u32::MAX } else { simple_args(code) },
            locals,
            is_hidden: code.flags.hidden,
            has_namespace,
            shift: shift(code, locals),
        };
        self.code_to_change().push(linked)
    }

    /// Make the ops of a code object.
    #[inline(never)]
    pub(crate) fn link(&mut self, id: CodeId) {
        if self.code.get(id).is_linked() {
            return;
        }
        let mut linked = self.code.get(id).clone();
        let code = Arc::clone(&linked.code);
        linked.constants = code.constants.iter().map(|c| self.constant(c, linked.module)).collect();
        linked.constants.iter().for_each(|&constant| self.heap.pin(constant));
        let mut linker = Linker {
            has_namespace: linked.has_namespace,
            interp: self,
            code: &code,
            module: linked.module,
            shift: linked.shift as usize,
        };
        linked.ops = code.instructions.iter().map(|i| linker.op(*i)).collect();
        linked.ops.push(Op::Unsupported);
        if self.time.is_on() {
            linked.costs = self.costs(&code);
        } else if !self.scheduling.counts_instructions() && !self.is_watched() {
            crate::fuse::fuse(&mut linked.ops);
        }
        self.code_to_change().replace(id, linked);
    }

    fn code_to_change(&mut self) -> &mut CodeStore {
        self.code_in_hand = None;
        Arc::make_mut(&mut self.code)
    }

    /// What each op costs in a simulation, which runs plain ones: it can stop before any of them.
    fn costs(&self, code: &Code) -> Vec<u32> {
        let cost = |instruction: &Instruction| match code.flags.hidden {
            true => crate::cost::HIDDEN,
            false => self.time.instruction(instruction.op),
        };
        code.instructions.iter().map(cost).collect()
    }

    fn constant(&mut self, constant: &Constant, module: ModuleId) -> Value {
        match constant {
            Constant::None => Value::None,
            Constant::True => Value::True,
            Constant::False => Value::False,
            Constant::Ellipsis => Value::Ellipsis,
            Constant::Int(i) => Value::Int(*i),
            Constant::BigInt(digits) => self.heap.new_int(digits.parse::<BigInt>().unwrap_or_default()),
            Constant::Float(bits) => Value::Float(FloatBits(*bits)),
            Constant::Complex(real, imag) => self.new_complex(f64::from_bits(*real), f64::from_bits(*imag)),
            Constant::Str(text) => self.constant_str(text),
            Constant::Bytes(data) => self.heap.new_bytes(&data[..]),
            Constant::Tuple(items) => {
                let items: Vec<Value> = items.iter().map(|c| self.tuple_item(c, module)).collect();
                self.heap.new_tuple(&items)
            }
            Constant::FrozenSet(items) => {
                let items: Vec<Value> = items.iter().map(|c| self.constant(c, module)).collect();
                self.frozenset_constant(&items)
            }
            Constant::Code(code) => Value::Code(self.add_code(code, module)),
        }
    }

    /// Names of keyword arguments are the strs of their symbols: `arguments::bind` finds them without a look at the text.
    fn tuple_item(&mut self, constant: &Constant, module: ModuleId) -> Value {
        match constant {
            Constant::Str(text) if is_name(text) => {
                let symbol = self.symbols.intern(text);
                self.symbol_str(symbol)
            }
            other => self.constant(other, module),
        }
    }

    /// Constants that look like names are shared with the names.
    fn constant_str(&mut self, text: &str) -> Value {
        match self.symbols.find(text) {
            Some(symbol) => self.symbol_str(symbol),
            None => self.str(text),
        }
    }
}

fn is_name(text: &str) -> bool {
    text.len() < 32 && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

fn parameter_names(code: &Code) -> &[Arc<str>] {
    let count = (code.arg_count + code.kwonly_count) as usize;
    code.locals.get(..count).unwrap_or(&[])
}

fn simple_args(code: &Code) -> u32 {
    let flags = code.flags;
    if !flags.optimized || flags.varargs || flags.varkeywords || code.kwonly_count > 0 {
        u32::MAX
    } else {
        code.arg_count
    }
}

/// How many of the first locals lie below the window.
fn shift(code: &Code, locals: u32) -> u32 {
    // Code with too deep a stack only raises; its window still begins inside the frame.
    (locals + code.stack_size + 2).saturating_sub(WINDOW as u32).min(locals)
}

struct Linker<'a> {
    has_namespace: bool,
    interp: &'a mut Interp,
    code: &'a Code,
    module: ModuleId,
    shift: usize,
}

impl Linker<'_> {
    fn local(&self, index: u32, narrow: fn(u8) -> Op, wide: fn(u32) -> Op) -> Op {
        let index = index as usize;
        if self.shift == 0 && index < WINDOW { narrow(index as u8) } else { wide(index as u32) }
    }

    fn name(&mut self, index: u32) -> Symbol {
        let name = self.code.names.get(index as usize).map_or("", |n| n);
        self.interp.symbols.intern(name)
    }

    fn global(&mut self, index: u32) -> u32 {
        let name = self.name(index);
        self.interp.global_slot(self.module, name)
    }

    fn site(&mut self, index: u32) -> u32 {
        let name = self.name(index);
        self.interp.sites.push(AttrSite::new(name));
        self.interp.sites.len() as u32 - 1
    }

    fn op(&mut self, instruction: Instruction) -> Op {
        let arg = instruction.arg;
        let small = arg as u8;
        if self.code.stack_size as usize > MAX_STACK {
            return Op::Unsupported;
        }
        match instruction.op {
            Opcode::Nop | Opcode::EndFor => Op::Nop,
            Opcode::Resume if self.code.flags.hidden || arg & 3 >= 2 => Op::ResumeQuiet,
            Opcode::Resume => Op::Resume,
            Opcode::PopTop => Op::PopTop,
            Opcode::PushNull => Op::PushNull,
            Opcode::Copy => Op::Copy(small),
            Opcode::Swap => Op::Swap(small),
            Opcode::LoadConst => Op::LoadConst(arg),
            Opcode::LoadFast => self.local(arg, Op::LoadFast, Op::LoadFastWide),
            Opcode::LoadFastCheck => self.local(arg, Op::LoadFastCheck, Op::LoadFastWide),
            Opcode::LoadFastAndClear => Op::LoadFastAndClear(arg),
            Opcode::StoreFast => self.local(arg, Op::StoreFast, Op::StoreFastWide),
            Opcode::DeleteFast => self.local(arg, Op::DeleteFast, Op::DeleteFastWide),
            Opcode::LoadName if self.has_namespace => Op::LoadName(arg),
            Opcode::StoreName if self.has_namespace => Op::StoreName(arg),
            Opcode::DeleteName if self.has_namespace => Op::DeleteName(arg),
            Opcode::LoadName => Op::LoadGlobal(self.global(arg)),
            Opcode::StoreName | Opcode::StoreGlobal => Op::StoreGlobal(self.global(arg)),
            Opcode::DeleteName | Opcode::DeleteGlobal => Op::DeleteGlobal(self.global(arg)),
            Opcode::LoadGlobal if arg & 1 == 1 => Op::LoadGlobalNull(self.global(arg >> 1)),
            Opcode::LoadGlobal => Op::LoadGlobal(self.global(arg >> 1)),
            Opcode::LoadLocals => Op::LoadLocals,
            Opcode::LoadFromDictOrGlobals => Op::LoadFromDictOrGlobals(arg),
            Opcode::LoadFromDictOrDeref => Op::LoadFromDictOrDeref(arg),
            Opcode::MakeCell => Op::MakeCell(arg),
            Opcode::CopyFreeVars => Op::CopyFreeVars(arg),
            Opcode::LoadDeref => Op::LoadDeref(arg),
            Opcode::StoreDeref => Op::StoreDeref(arg),
            Opcode::DeleteDeref => Op::DeleteDeref(arg),
            Opcode::LoadAttr if arg & 1 == 1 => Op::LoadMethod(self.site(arg >> 1)),
            Opcode::LoadAttr => Op::LoadAttr(self.site(arg >> 1)),
            Opcode::StoreAttr => Op::StoreAttr(self.site(arg)),
            Opcode::DeleteAttr => Op::DeleteAttr(self.site(arg)),
            Opcode::LoadSuperAttr => Op::LoadSuperAttr { name: arg >> 2, method: arg & 1 == 1 },
            Opcode::BinaryOp => Op::Binary(BinaryOp::from_operand(arg).unwrap_or(BinaryOp::Add)),
            Opcode::BinarySubscr => Op::Subscript,
            Opcode::StoreSubscr => Op::StoreSubscript,
            Opcode::DeleteSubscr => Op::DeleteSubscript,
            Opcode::BinarySlice => Op::BinarySlice,
            Opcode::StoreSlice => Op::StoreSlice,
            Opcode::BuildSlice => Op::BuildSlice(small),
            Opcode::CompareOp => Op::Compare(CompareOp::from_operand(arg >> 1).unwrap_or(CompareOp::Eq), arg & 1 == 1),
            Opcode::IsOp => Op::Is(arg == 1),
            Opcode::ContainsOp => Op::Contains(arg == 1),
            Opcode::UnaryNegative => Op::Negative,
            Opcode::UnaryNot => Op::Not,
            Opcode::UnaryInvert => Op::Invert,
            Opcode::ToBool => Op::ToBool,
            Opcode::PopJumpIfFalse => Op::PopJumpIfFalse(arg),
            Opcode::PopJumpIfTrue => Op::PopJumpIfTrue(arg),
            Opcode::PopJumpIfNone => Op::PopJumpIfNone(arg),
            Opcode::PopJumpIfNotNone => Op::PopJumpIfNotNone(arg),
            Opcode::JumpForward | Opcode::JumpBackwardNoInterrupt => Op::Jump(arg),
            Opcode::JumpBackward => Op::JumpBackward(arg),
            _ => self.other_op(instruction),
        }
    }

    fn other_op(&mut self, instruction: Instruction) -> Op {
        let arg = instruction.arg;
        let small = arg as u8;
        match instruction.op {
            Opcode::GetIter => Op::GetIter,
            Opcode::ForIter => Op::ForIter(arg),
            Opcode::GetYieldFromIter => Op::GetYieldFromIter,
            Opcode::Send => Op::Send,
            Opcode::EndSend => Op::EndSend,
            Opcode::YieldValue => Op::YieldValue,
            Opcode::ReturnGenerator => Op::ReturnGenerator,
            Opcode::CleanupThrow => Op::CleanupThrow,
            Opcode::ReturnValue => Op::ReturnValue,
            Opcode::ReturnConst => Op::ReturnConst(arg),
            Opcode::Call => Op::Call(small),
            Opcode::CallKw => Op::CallKw(small),
            Opcode::CallFunctionEx => Op::CallEx(arg & 1 == 1),
            Opcode::MakeFunction => Op::MakeFunction,
            Opcode::SetFunctionAttribute => Op::SetFunctionAttribute(small),
            Opcode::LoadBuildClass => Op::LoadBuildClass,
            Opcode::LoadAssertionError => Op::LoadAssertionError,
            Opcode::BuildTuple => Op::BuildTuple(small),
            Opcode::BuildList => Op::BuildList(small),
            Opcode::BuildSet => Op::BuildSet(small),
            Opcode::BuildMap => Op::BuildMap(small),
            Opcode::BuildConstKeyMap => Op::BuildConstKeyMap(small),
            Opcode::BuildString => Op::BuildString(small),
            Opcode::ListAppend => Op::ListAppend(small),
            Opcode::ListExtend => Op::ListExtend(small),
            Opcode::SetAdd => Op::SetAdd(small),
            Opcode::SetUpdate => Op::SetUpdate(small),
            Opcode::MapAdd => Op::MapAdd(small),
            Opcode::DictUpdate => Op::DictUpdate(small),
            Opcode::DictMerge => Op::DictMerge(small),
            Opcode::UnpackSequence => Op::UnpackSequence(small),
            Opcode::UnpackEx => Op::UnpackEx(small, (arg >> 8) as u8),
            Opcode::FormatSimple => Op::FormatSimple,
            Opcode::FormatWithSpec => Op::FormatWithSpec,
            Opcode::ConvertValue => Op::ConvertValue(small),
            Opcode::ImportName => Op::ImportName(arg),
            Opcode::ImportFrom => Op::ImportFrom(arg),
            Opcode::BeforeWith => Op::BeforeWith,
            Opcode::WithExceptStart => Op::WithExceptStart,
            Opcode::PushExcInfo => Op::PushExcInfo,
            Opcode::PopExcept => Op::PopExcept,
            Opcode::CheckExcMatch => Op::CheckExcMatch,
            Opcode::CheckEgMatch => Op::CheckEgMatch,
            Opcode::Reraise => Op::Reraise,
            Opcode::RaiseVarargs => Op::RaiseVarargs(small),
            Opcode::CallIntrinsic1 => Op::Intrinsic1(small),
            Opcode::CallIntrinsic2 => Op::Intrinsic2(small),
            Opcode::SetupAnnotations => Op::SetupAnnotations,
            _ => Op::Unsupported,
        }
    }
}

impl CodeStore {
    /// The place of an instruction, for tracebacks.
    pub fn location(&self, code: CodeId, instruction: u32) -> gilscope_bytecode::Location {
        self.get(code).code.locations.get(instruction as usize).copied().unwrap_or_default()
    }
}
