//! What instructions cost in a simulation: nanoseconds of virtual time by class of instruction.
//!
//! The table is that of a CPython 3.13 on a machine of 2023: `for i in range(n): x += 1` in a function is 30 ns a round,
//! `while n > 0: n -= 1` 38. It is fixed, so that a simulation is the same everywhere.

use gilscope_bytecode::Opcode;

/// One instruction of library code that stands in for native code of CPython.
pub(crate) const HIDDEN: u32 = 1;

/// Nanoseconds of one instruction, calls of what it calls not included.
pub fn nanoseconds(op: Opcode) -> u32 {
    use Opcode::*;
    match op {
        Nop | PopTop | PushNull | Copy | Swap | LoadConst | EndFor | EndSend => 3,
        LoadFast | LoadFastCheck | LoadFastAndClear | StoreFast | DeleteFast => 3,
        Resume | JumpForward | PopJumpIfFalse | PopJumpIfTrue | PopJumpIfNone | PopJumpIfNotNone => 3,
        JumpBackward | JumpBackwardNoInterrupt | IsOp | UnaryNot | ToBool => 4,
        LoadGlobal | LoadDeref | StoreDeref | LoadName | StoreGlobal | StoreName => 5,
        ForIter | LoadAttr | StoreAttr => 6,
        BinaryOp | CompareOp | UnaryNegative | UnaryInvert => 8,
        BinarySubscr | StoreSubscr | ListAppend | ReturnValue | ReturnConst | UnpackSequence => 8,
        ContainsOp | GetIter | YieldValue | Send | DeleteSubscr => 15,
        BuildTuple | BuildList | BuildMap | BuildSlice | BinarySlice | LoadSuperAttr | SetAdd | MapAdd => 20,
        Call => 35,
        CallKw | CallFunctionEx | MakeFunction | ReturnGenerator => 50,
        FormatSimple | FormatWithSpec | ConvertValue | BuildString => 40,
        BeforeWith | WithExceptStart | PushExcInfo | PopExcept | CheckExcMatch | Reraise => 20,
        RaiseVarargs => 150,
        ImportName => 300,
        _ => 10,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_simple_loop_costs_what_it_costs_in_cpython() {
        use Opcode::*;
        let round = [ForIter, StoreFast, LoadFast, LoadConst, BinaryOp, StoreFast, JumpBackward];
        assert_eq!(round.into_iter().map(nanoseconds).sum::<u32>(), 30);
    }

    #[test]
    fn every_instruction_takes_time() {
        assert!(Opcode::ALL.iter().all(|&op| nanoseconds(op) > 0));
    }
}
