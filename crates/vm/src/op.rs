//! The executable form of instructions: what the run loop dispatches on.
//!
//! One `Op` for each `bytecode::Instruction`, with the same numbering, so that jumps, locations and exception tables
//! need no translation. Operands are typed and resolved: locals are window indices, globals are slots, attributes are
//! cache sites, operators are split by kind. An op takes 8 bytes.

use gilscope_bytecode::{BinaryOp, CompareOp};

/// One step of the run loop. Locals and operands are addressed by a `u8` in a window of 256 values, which needs no
/// bounds check; the few locals that do not fit are reached by the `Wide` forms.
#[derive(Debug, Clone, Copy)]
pub enum Op {
    /// Not linked yet.
    Link,
    Nop,
    /// The frame's entry or a resumption after a yield: a check point.
    Resume,
    /// The same where CPython does not check: after `yield from`, in hidden code.
    ResumeQuiet,
    PopTop,
    PushNull,
    Copy(u8),
    Swap(u8),
    LoadConst(u32),
    LoadFast(u8),
    LoadFastCheck(u8),
    /// Index from the first local.
    LoadFastAndClear(u32),
    StoreFast(u8),
    DeleteFast(u8),
    /// Index from the first local.
    LoadFastWide(u32),
    StoreFastWide(u32),
    DeleteFastWide(u32),
    /// Slot in `Interp::globals`.
    LoadGlobal(u32),
    LoadGlobalNull(u32),
    StoreGlobal(u32),
    DeleteGlobal(u32),
    /// Name in the namespace of a class body: index in `names`.
    LoadName(u32),
    StoreName(u32),
    DeleteName(u32),
    LoadLocals,
    LoadFromDictOrGlobals(u32),
    LoadFromDictOrDeref(u32),
    MakeCell(u32),
    CopyFreeVars(u32),
    LoadDeref(u32),
    StoreDeref(u32),
    DeleteDeref(u32),
    /// Index in `Interp::sites`.
    LoadAttr(u32),
    LoadMethod(u32),
    StoreAttr(u32),
    DeleteAttr(u32),
    /// Index in `names`.
    LoadSuperAttr {
        name: u32,
        method: bool,
    },
    Binary(BinaryOp),
    Subscript,
    StoreSubscript,
    DeleteSubscript,
    BinarySlice,
    StoreSlice,
    BuildSlice(u8),
    Compare(CompareOp, bool),
    Is(bool),
    Contains(bool),
    Negative,
    Not,
    Invert,
    ToBool,
    PopJumpIfFalse(u32),
    PopJumpIfTrue(u32),
    PopJumpIfNone(u32),
    PopJumpIfNotNone(u32),
    Jump(u32),
    JumpBackward(u32),
    GetIter,
    ForIter(u32),
    GetYieldFromIter,
    Send,
    EndSend,
    YieldValue,
    ReturnGenerator,
    CleanupThrow,
    ReturnValue,
    ReturnConst(u32),
    Call(u8),
    CallKw(u8),
    CallEx(bool),
    MakeFunction,
    SetFunctionAttribute(u8),
    LoadBuildClass,
    LoadAssertionError,
    BuildTuple(u8),
    BuildList(u8),
    BuildSet(u8),
    BuildMap(u8),
    BuildConstKeyMap(u8),
    BuildString(u8),
    ListAppend(u8),
    ListExtend(u8),
    SetAdd(u8),
    SetUpdate(u8),
    MapAdd(u8),
    DictUpdate(u8),
    DictMerge(u8),
    UnpackSequence(u8),
    UnpackEx(u8, u8),
    FormatSimple,
    FormatWithSpec,
    ConvertValue(u8),
    ImportName(u32),
    ImportFrom(u32),
    BeforeWith,
    WithExceptStart,
    PushExcInfo,
    PopExcept,
    CheckExcMatch,
    CheckEgMatch,
    Reraise,
    RaiseVarargs(u8),
    Intrinsic1(u8),
    Intrinsic2(u8),
    SetupAnnotations,
    /// The code cannot run here: its operands do not fit the window.
    Unsupported,

    // Superinstructions (see `fuse.rs`): each stands at the place of its first instruction and does the work of all.
    /// `LOAD_FAST a; LOAD_FAST b`.
    LoadFastLoadFast(u8, u8),
    /// `STORE_FAST a; LOAD_FAST b`.
    StoreFastLoadFast(u8, u8),
    /// `LOAD_FAST a; LOAD_FAST b; BINARY_OP`.
    BinaryFastFast(BinaryOp, u8, u8),
    /// `LOAD_FAST a; LOAD_CONST k; BINARY_OP`.
    BinaryFastConst(BinaryOp, u8, u16),
    /// `LOAD_FAST b; BINARY_OP`.
    BinaryFast(BinaryOp, u8),
    /// `LOAD_CONST k; BINARY_OP`.
    BinaryConst(BinaryOp, u16),
    /// `LOAD_FAST a; LOAD_FAST b; BINARY_OP; STORE_FAST d`.
    BinaryFastFastStore(BinaryOp, u8, u8, u8),
    /// `LOAD_FAST a; LOAD_CONST k; BINARY_OP; STORE_FAST d`.
    BinaryFastConstStore(BinaryOp, u8, u8, u8),
    /// `BINARY_OP; STORE_FAST d`.
    BinaryStore(BinaryOp, u8),
    /// `LOAD_GLOBAL g; LOAD_CONST k; BINARY_OP; STORE_GLOBAL g`.
    BinaryGlobalConst(BinaryOp, u8, u32),
    /// `LOAD_FAST a; LOAD_FAST b; COMPARE_OP; POP_JUMP_IF_FALSE`.
    CompareFastFastJump(CompareOp, u8, u8, u32),
    /// `LOAD_FAST a; LOAD_CONST k; COMPARE_OP; POP_JUMP_IF_FALSE`.
    CompareFastConstJump(CompareOp, u8, u8, u32),
    /// `COMPARE_OP; POP_JUMP_IF_FALSE`.
    CompareJump(CompareOp, u32),
    /// `LOAD_CONST k; COMPARE_OP; POP_JUMP_IF_FALSE`.
    CompareConstJump(CompareOp, u16, u32),
    /// The same four with `POP_JUMP_IF_TRUE`.
    CompareFastFastJumpTrue(CompareOp, u8, u8, u32),
    CompareFastConstJumpTrue(CompareOp, u8, u8, u32),
    CompareJumpTrue(CompareOp, u32),
    CompareConstJumpTrue(CompareOp, u16, u32),
    /// `TO_BOOL; POP_JUMP_IF_FALSE`, and with `POP_JUMP_IF_TRUE`.
    ToBoolJump(u32),
    ToBoolJumpTrue(u32),
    /// `CONTAINS_OP; POP_JUMP_IF_FALSE`, and with `POP_JUMP_IF_TRUE`.
    ContainsJump(bool, u32),
    ContainsJumpTrue(bool, u32),
    /// `FOR_ITER; STORE_FAST d`.
    ForIterStore(u8, u32),
    /// `JUMP_BACKWARD` to a `FOR_ITER; STORE_FAST d`, with the next value of a range or a list.
    JumpBackwardStore(u32),
    /// `FOR_ITER; UNPACK_SEQUENCE n`.
    ForIterUnpack(u8, u32),
    /// `FOR_ITER; UNPACK_SEQUENCE 2; STORE_FAST a; STORE_FAST b`.
    ForIterStoreTwo(u8, u8, u32),
    /// `STORE_FAST a; STORE_FAST b`.
    StoreFastStoreFast(u8, u8),
    /// `LOAD_FAST a; LOAD_ATTR`.
    LoadFastAttr(u8, u32),
    /// `COPY 1; LOAD_ATTR`: the beginning of `a.b += c`.
    CopyLoadAttr(u32),
    /// `LOAD_FAST a; COPY 1; LOAD_ATTR`: the same of a local.
    LoadFastCopyAttr(u8, u32),
    /// `SWAP 2; STORE_ATTR`: its end.
    SwapStoreAttr(u32),
    /// `BINARY_OP; SWAP 2; STORE_ATTR`: the same with the operator.
    BinarySwapStoreAttr(BinaryOp, u32),
    /// `LOAD_FAST a; LOAD_ATTR` of a method.
    LoadFastMethod(u8, u32),
    /// `LOAD_FAST a; YIELD_VALUE`.
    YieldFast(u8),
    /// `LOAD_FAST a; RETURN_VALUE`.
    ReturnFast(u8),
    /// `LOAD_FAST a; LOAD_FAST b; BINARY_SUBSCR`.
    SubscriptFastFast(u8, u8),
    /// `LOAD_FAST a; LOAD_FAST b; STORE_SUBSCR`.
    StoreSubscriptFastFast(u8, u8),
    /// `LOAD_FAST a; LOAD_CONST k; BINARY_SUBSCR`.
    SubscriptFastConst(u8, u16),
    /// `LOAD_FAST k; BINARY_SUBSCR`.
    SubscriptFast(u8),
    /// `LOAD_CONST k; BINARY_SUBSCR`.
    SubscriptConst(u16),
    /// `LOAD_FAST a; LOAD_CONST k; STORE_SUBSCR`.
    StoreSubscriptFastConst(u8, u16),
    /// `LOAD_GLOBAL g, NULL; LOAD_FAST a; CALL 1`.
    CallGlobalFast(u8, u32),
    /// `LOAD_ATTR` of a method; `CALL 0`.
    CallMethod(u32),
    /// `LOAD_FAST o; LOAD_ATTR` of a method; `CALL 0`.
    CallFastMethod(u8, u32),
    /// `LOAD_FAST o; LOAD_ATTR` of a method; `LOAD_FAST a; CALL 1`.
    CallFastMethodFast(u8, u8, u32),
    /// `BUILD_SLICE n; BINARY_SUBSCR`.
    SubscriptSlice(u8),
    /// `RESUME; POP_TOP`: after a `yield` whose value nobody wants.
    ResumePop,
    ResumeQuietPop,
    /// `RESUME; JUMP_BACKWARD_NO_INTERRUPT`: in a `yield from`.
    ResumeQuietJump(u32),
    /// `DICT_MERGE 1; CALL_FUNCTION_EX 1`.
    DictMergeCallEx,
    /// `LOAD_FAST v; LOAD_FAST o; STORE_ATTR`.
    StoreFastAttr(u8, u8, u32),
}

const _: () = assert!(size_of::<Op>() == 8);
