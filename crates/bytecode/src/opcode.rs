//! The instruction set, as one table.
//!
//! Names, operands and stack effects are those of CPython 3.13 (`Python/bytecodes.c`, `Doc/library/dis.rst`). Left out
//! are inline caches, `EXTENDED_ARG` (operands are 32 bits wide), run-time specialisations, and the compiler's
//! `LOAD_FAST_LOAD_FAST` family, so that one instruction touches one variable.

use serde::{Deserialize, Serialize};

/// What an operand means; the disassembler prints accordingly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operand {
    None,
    /// A count or a flag, printed as a number.
    Count,
    /// Index in `constants`.
    Const,
    /// Index in `names`.
    Name,
    /// `names` index × 2, plus 1 when a NULL is pushed as well (`LOAD_GLOBAL`) or the load is of a method (`LOAD_ATTR`).
    NameFlag,
    /// `names` index × 4, plus 1 for a method load, plus 2 when `super` has arguments (`LOAD_SUPER_ATTR`).
    SuperName,
    /// Index in `locals`.
    Local,
    /// Index of the target instruction.
    Jump,
    /// A `BinaryOp`.
    Binary,
    /// A `CompareOp` × 2, plus 1 when the result is only tested for truth.
    Compare,
    /// 0: `is` or `in`; 1: its negation.
    Invert,
    Intrinsic1,
    Intrinsic2,
    /// 1 `str`, 2 `repr`, 3 `ascii`.
    Conversion,
    /// 1 defaults, 2 keyword defaults, 4 annotations, 8 closure.
    FunctionAttribute,
    /// Low byte: targets before the star; the rest: after it.
    UnpackEx,
    /// 0 start, 1 after yield, 2 after `yield from`; 4 is added inside an except or finally part.
    Resume,
}

/// When the eval breaker is looked at under the models of CPython 3.11 and later: the switch points of the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    Never,
    /// Before the jump is made, or before the first instruction of a frame.
    Before,
    /// After the call has returned, when the callee is native code.
    AfterNative,
}

macro_rules! opcodes {
    ($( $variant:ident $name:literal $operand:ident $pops:literal -> $pushes:literal $check:ident $shared:literal $fast:literal $meaning:literal; )*) => {
        /// What an instruction does.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[repr(u8)]
        pub enum Opcode { $( #[doc = $meaning] $variant, )* }

        impl Opcode {
            /// Every opcode, in the order of the table.
            pub const ALL: &'static [Opcode] = &[ $( Opcode::$variant, )* ];

            /// CPython's name of it.
            pub fn name(self) -> &'static str { match self { $( Opcode::$variant => $name, )* } }

            /// What its operand means.
            pub fn operand(self) -> Operand { match self { $( Opcode::$variant => Operand::$operand, )* } }

            /// When the eval breaker is looked at on CPython 3.11 and later.
            pub fn check(self) -> Check { match self { $( Opcode::$variant => Check::$check, )* } }

            /// Whether it reads or writes what other threads can see: globals, attributes, items, cells.
            pub fn touches_shared_state(self) -> bool { match self { $( Opcode::$variant => $shared, )* } }

            /// Whether CPython 3.9 and 2.7 go on to the next instruction without a check (`FAST_DISPATCH`).
            pub fn is_fast(self) -> bool { match self { $( Opcode::$variant => $fast, )* } }

            /// One line for the reader.
            pub fn meaning(self) -> &'static str { match self { $( Opcode::$variant => $meaning, )* } }

            fn effect(self) -> (i32, i32) { match self { $( Opcode::$variant => ($pops, $pushes), )* } }
        }
    };
}

// Columns: variant, name, operand, pops -> pushes (-1: depends on the operand, see `stack_effect`),
// check point on 3.11+, touches shared state, fast on 3.9 and 2.7, meaning.
opcodes! {
    Nop "NOP" None 0 -> 0 Never false true "Do nothing.";
    Resume "RESUME" Resume 0 -> 0 Before false true "Begin a frame, or go on after a yield.";
    PopTop "POP_TOP" None 1 -> 0 Never false true "Discard the top of the stack.";
    PushNull "PUSH_NULL" None 0 -> 1 Never false true "Push the NULL that stands for an absent self.";
    Copy "COPY" Count 0 -> 1 Never false true "Push the i-th item from the top again.";
    Swap "SWAP" Count 0 -> 0 Never false true "Exchange the top with the i-th item.";
    LoadConst "LOAD_CONST" Const 0 -> 1 Never false true "Push a constant.";
    LoadFast "LOAD_FAST" Local 0 -> 1 Never false true "Push a local that is surely bound.";
    LoadFastCheck "LOAD_FAST_CHECK" Local 0 -> 1 Never false true "Push a local; UnboundLocalError if it has no value.";
    LoadFastAndClear "LOAD_FAST_AND_CLEAR" Local 0 -> 1 Never false true "Push a local (or NULL) and unbind it: an inlined comprehension saves it.";
    StoreFast "STORE_FAST" Local 1 -> 0 Never false true "Pop into a local.";
    DeleteFast "DELETE_FAST" Local 0 -> 0 Never false false "Unbind a local.";
    LoadName "LOAD_NAME" Name 0 -> 1 Never true false "Push a name from the class or module namespace, globals or builtins.";
    StoreName "STORE_NAME" Name 1 -> 0 Never true false "Pop into the class or module namespace.";
    DeleteName "DELETE_NAME" Name 0 -> 0 Never true false "Delete from the class or module namespace.";
    LoadGlobal "LOAD_GLOBAL" NameFlag 0 -> -1 Never true false "Push a global or builtin, with a NULL after it if flagged.";
    StoreGlobal "STORE_GLOBAL" Name 1 -> 0 Never true false "Pop into a global.";
    DeleteGlobal "DELETE_GLOBAL" Name 0 -> 0 Never true false "Delete a global.";
    MakeCell "MAKE_CELL" Local 0 -> 0 Never false true "Put a local into a new cell.";
    CopyFreeVars "COPY_FREE_VARS" Count 0 -> 0 Never false true "Copy the closure's cells into the frame.";
    LoadDeref "LOAD_DEREF" Local 0 -> 1 Never true false "Push the content of a cell.";
    StoreDeref "STORE_DEREF" Local 1 -> 0 Never true false "Pop into a cell.";
    DeleteDeref "DELETE_DEREF" Local 0 -> 0 Never true false "Empty a cell.";
    LoadFromDictOrDeref "LOAD_FROM_DICT_OR_DEREF" Local 1 -> 1 Never true false "Pop a namespace, push its name or the cell's content.";
    LoadFromDictOrGlobals "LOAD_FROM_DICT_OR_GLOBALS" Name 1 -> 1 Never true false "Pop a namespace, push its name or the global.";
    LoadLocals "LOAD_LOCALS" None 0 -> 1 Never false false "Push the namespace of the class body.";
    LoadAttr "LOAD_ATTR" NameFlag 1 -> -1 Never true false "Replace an object by its attribute, or by method and self.";
    LoadSuperAttr "LOAD_SUPER_ATTR" SuperName 3 -> -1 Never true false "Pop super, class and self; push the attribute of super(class, self).";
    StoreAttr "STORE_ATTR" Name 2 -> 0 Never true false "Pop the object, then the value of its attribute.";
    DeleteAttr "DELETE_ATTR" Name 1 -> 0 Never true false "Pop the object and delete its attribute.";
    BinaryOp "BINARY_OP" Binary 2 -> 1 Never false false "Combine two values; += and its like included.";
    BinarySubscr "BINARY_SUBSCR" None 2 -> 1 Never true false "Pop key and container, push the item.";
    StoreSubscr "STORE_SUBSCR" None 3 -> 0 Never true false "Pop key, container and value; store the item.";
    DeleteSubscr "DELETE_SUBSCR" None 2 -> 0 Never true false "Pop key and container; delete the item.";
    BinarySlice "BINARY_SLICE" None 3 -> 1 Never true false "Pop end, start and container; push the slice of it.";
    StoreSlice "STORE_SLICE" None 4 -> 0 Never true false "Pop end, start, container and value; store the slice.";
    BuildSlice "BUILD_SLICE" Count -1 -> 1 Never false false "Build a slice object of 2 or 3 values.";
    CompareOp "COMPARE_OP" Compare 2 -> 1 Never false false "Compare two values.";
    IsOp "IS_OP" Invert 2 -> 1 Never false true "Test identity.";
    ContainsOp "CONTAINS_OP" Invert 2 -> 1 Never true true "Test membership.";
    UnaryNegative "UNARY_NEGATIVE" None 1 -> 1 Never false false "Negate.";
    UnaryNot "UNARY_NOT" None 1 -> 1 Never false false "Logical not of a bool.";
    UnaryInvert "UNARY_INVERT" None 1 -> 1 Never false false "Bitwise inversion.";
    ToBool "TO_BOOL" None 1 -> 1 Never false false "Turn into a bool by truth value.";
    PopJumpIfFalse "POP_JUMP_IF_FALSE" Jump 1 -> 0 Never false true "Pop a bool; jump if False.";
    PopJumpIfTrue "POP_JUMP_IF_TRUE" Jump 1 -> 0 Never false true "Pop a bool; jump if True.";
    PopJumpIfNone "POP_JUMP_IF_NONE" Jump 1 -> 0 Never false true "Pop; jump if None.";
    PopJumpIfNotNone "POP_JUMP_IF_NOT_NONE" Jump 1 -> 0 Never false true "Pop; jump if not None.";
    JumpForward "JUMP_FORWARD" Jump 0 -> 0 Never false true "Jump ahead.";
    JumpBackward "JUMP_BACKWARD" Jump 0 -> 0 Before false false "Jump back: the end of a loop's body.";
    JumpBackwardNoInterrupt "JUMP_BACKWARD_NO_INTERRUPT" Jump 0 -> 0 Never false false "Jump back without looking at the eval breaker.";
    GetIter "GET_ITER" None 1 -> 1 Never false false "Replace an iterable by its iterator.";
    ForIter "FOR_ITER" Jump 0 -> 1 Never true false "Push the iterator's next value, or jump to END_FOR when there is none.";
    EndFor "END_FOR" None 1 -> 0 Never false true "Pop the exhausted iterator's place (a POP_TOP of the iterator follows).";
    GetYieldFromIter "GET_YIELD_FROM_ITER" None 1 -> 1 Never false false "Replace an iterable by an iterator for yield from.";
    Send "SEND" Jump 0 -> 0 Never true false "Send the top into the sub-iterator below it; jump when that is finished.";
    EndSend "END_SEND" None 2 -> 1 Never false true "Drop the finished sub-iterator below the result.";
    YieldValue "YIELD_VALUE" Count 1 -> 1 Never false false "Hand the top to the generator's caller.";
    ReturnGenerator "RETURN_GENERATOR" None 0 -> 1 Never false false "Make a generator of this frame and return it.";
    CleanupThrow "CLEANUP_THROW" None 3 -> 2 Never false false "End a sub-iterator after throw(): StopIteration gives its value.";
    ReturnValue "RETURN_VALUE" None 1 -> 0 Never false false "Return the top of the stack.";
    ReturnConst "RETURN_CONST" Const 0 -> 0 Never false false "Return a constant.";
    Call "CALL" Count -1 -> 1 AfterNative true false "Call with positional arguments: callable, self or NULL, arguments.";
    CallKw "CALL_KW" Count -1 -> 1 AfterNative true false "Call with keyword arguments, whose names are a tuple on top.";
    CallFunctionEx "CALL_FUNCTION_EX" Count -1 -> 1 AfterNative true false "Call with an argument tuple and, if 1, a keyword dict: callable, NULL, args, kwargs.";
    MakeFunction "MAKE_FUNCTION" None 1 -> 1 Never false false "Replace a code object by a function.";
    SetFunctionAttribute "SET_FUNCTION_ATTRIBUTE" FunctionAttribute 2 -> 1 Never false false "Pop the function, then a value for it; push the function.";
    LoadBuildClass "LOAD_BUILD_CLASS" None 0 -> 1 Never false false "Push __build_class__.";
    LoadAssertionError "LOAD_ASSERTION_ERROR" None 0 -> 1 Never false true "Push AssertionError.";
    BuildTuple "BUILD_TUPLE" Count -1 -> 1 Never false false "Build a tuple.";
    BuildList "BUILD_LIST" Count -1 -> 1 Never false false "Build a list.";
    BuildSet "BUILD_SET" Count -1 -> 1 Never false false "Build a set.";
    BuildMap "BUILD_MAP" Count -1 -> 1 Never false false "Build a dict of that many key and value pairs.";
    BuildConstKeyMap "BUILD_CONST_KEY_MAP" Count -1 -> 1 Never false false "Build a dict of values and a tuple of keys on top.";
    BuildString "BUILD_STRING" Count -1 -> 1 Never false false "Join strings.";
    ListAppend "LIST_APPEND" Count 1 -> 0 Never false false "Pop; append to the list i below.";
    ListExtend "LIST_EXTEND" Count 1 -> 0 Never false false "Pop; extend the list i below.";
    SetAdd "SET_ADD" Count 1 -> 0 Never false false "Pop; add to the set i below.";
    SetUpdate "SET_UPDATE" Count 1 -> 0 Never false false "Pop; update the set i below.";
    MapAdd "MAP_ADD" Count 2 -> 0 Never false false "Pop value and key; store in the dict i below.";
    DictUpdate "DICT_UPDATE" Count 1 -> 0 Never false false "Pop; update the dict i below.";
    DictMerge "DICT_MERGE" Count 1 -> 0 Never false false "Pop; merge keyword arguments, no key twice.";
    UnpackSequence "UNPACK_SEQUENCE" Count 1 -> -1 Never false false "Unpack exactly that many items, the first on top.";
    UnpackEx "UNPACK_EX" UnpackEx 1 -> -1 Never false false "Unpack with a starred target.";
    FormatSimple "FORMAT_SIMPLE" None 1 -> 1 Never false false "Format with an empty format spec.";
    FormatWithSpec "FORMAT_WITH_SPEC" None 2 -> 1 Never false false "Pop a format spec; format the value below.";
    ConvertValue "CONVERT_VALUE" Conversion 1 -> 1 Never false false "Apply !s, !r or !a.";
    ImportName "IMPORT_NAME" Name 2 -> 1 Never true false "Pop fromlist and level; push the module.";
    ImportFrom "IMPORT_FROM" Name 0 -> 1 Never true false "Push an attribute of the module on top.";
    BeforeWith "BEFORE_WITH" None 1 -> 2 Never false false "Replace a context manager by its __exit__ and the result of its __enter__.";
    WithExceptStart "WITH_EXCEPT_START" None 0 -> 1 Never false false "Call __exit__ with the exception on top.";
    PushExcInfo "PUSH_EXC_INFO" None 1 -> 2 Never false false "Begin to handle the exception on top: the one handled before goes below it.";
    PopExcept "POP_EXCEPT" None 1 -> 0 Never false false "Pop the exception that was handled before, and handle that again.";
    CheckExcMatch "CHECK_EXC_MATCH" None 2 -> 2 Never false false "Replace the class on top by whether the exception below matches.";
    CheckEgMatch "CHECK_EG_MATCH" None 2 -> 2 Never false false "Split an exception group for except*.";
    Reraise "RERAISE" Count 1 -> 0 Never false false "Raise the exception on top again; if not 0, the place is restored from the i-th item.";
    RaiseVarargs "RAISE_VARARGS" Count -1 -> 0 Never false false "Raise: 0 the handled exception, 1 the top, 2 with its cause on top.";
    CallIntrinsic1 "CALL_INTRINSIC_1" Intrinsic1 1 -> 1 Never false false "Apply an internal function to the top.";
    CallIntrinsic2 "CALL_INTRINSIC_2" Intrinsic2 2 -> 1 Never false false "Apply an internal function to the two on top.";
    SetupAnnotations "SETUP_ANNOTATIONS" None 0 -> 0 Never true false "Make __annotations__ if there is none.";
}

impl Opcode {
    /// How many values the instruction takes from the stack and leaves on it, when it does not jump.
    pub fn stack_effect(self, arg: u32) -> (u32, u32) {
        let n = arg;
        let flag = arg & 1;
        match self {
            Opcode::LoadGlobal => (0, 1 + flag),
            Opcode::LoadAttr => (1, 1 + flag),
            Opcode::LoadSuperAttr => (3, 1 + flag),
            Opcode::Call => (n + 2, 1),
            Opcode::CallKw => (n + 3, 1),
            Opcode::CallFunctionEx => (3 + flag, 1),
            Opcode::BuildSlice | Opcode::BuildTuple | Opcode::BuildList | Opcode::BuildSet | Opcode::BuildString => {
                (n, 1)
            }
            Opcode::BuildMap => (2 * n, 1),
            Opcode::BuildConstKeyMap => (n + 1, 1),
            Opcode::UnpackSequence => (1, n),
            Opcode::UnpackEx => (1, (n & 0xff) + 1 + (n >> 8)),
            Opcode::RaiseVarargs => (n, 0),
            _ => {
                let (pops, pushes) = self.effect();
                (pops as u32, pushes as u32)
            }
        }
    }

    /// Whether the operand is a jump target.
    pub fn jumps(self) -> bool {
        self.operand() == Operand::Jump
    }

    /// Whether the next instruction is never reached from this one.
    pub fn ends_block(self) -> bool {
        matches!(
            self,
            Opcode::JumpForward
                | Opcode::JumpBackward
                | Opcode::JumpBackwardNoInterrupt
                | Opcode::ReturnValue
                | Opcode::ReturnConst
                | Opcode::RaiseVarargs
                | Opcode::Reraise
        )
    }
}

macro_rules! operand_enum {
    ($(#[$doc:meta])* $name:ident { $( $variant:ident $text:literal, )* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[repr(u8)]
        pub enum $name { $( $variant, )* }

        impl $name {
            /// Every value, in the order of its operand number.
            pub const ALL: &'static [$name] = &[ $( $name::$variant, )* ];

            /// How it is printed.
            pub fn text(self) -> &'static str { match self { $( $name::$variant => $text, )* } }

            /// The value with this operand number.
            pub fn from_operand(n: u32) -> Option<$name> { Self::ALL.get(n as usize).copied() }
        }
    };
}

operand_enum! {
    /// Operand of `BINARY_OP`, numbered as in CPython 3.13 (`opcode._nb_ops`).
    BinaryOp {
        Add "+", And "&", FloorDivide "//", LShift "<<", MatrixMultiply "@", Multiply "*", Remainder "%", Or "|",
        Power "**", RShift ">>", Subtract "-", TrueDivide "/", Xor "^",
        InplaceAdd "+=", InplaceAnd "&=", InplaceFloorDivide "//=", InplaceLShift "<<=", InplaceMatrixMultiply "@=",
        InplaceMultiply "*=", InplaceRemainder "%=", InplaceOr "|=", InplacePower "**=", InplaceRShift ">>=",
        InplaceSubtract "-=", InplaceTrueDivide "/=", InplaceXor "^=",
    }
}

operand_enum! {
    /// Operand of `COMPARE_OP` (times two).
    CompareOp { Lt "<", Le "<=", Eq "==", Ne "!=", Gt ">", Ge ">=", }
}

operand_enum! {
    /// Operand of `CALL_INTRINSIC_1`.
    Intrinsic1 {
        Invalid "INTRINSIC_1_INVALID", Print "INTRINSIC_PRINT", ImportStar "INTRINSIC_IMPORT_STAR",
        StopIterationError "INTRINSIC_STOPITERATION_ERROR", AsyncGenWrap "INTRINSIC_ASYNC_GEN_WRAP",
        UnaryPositive "INTRINSIC_UNARY_POSITIVE", ListToTuple "INTRINSIC_LIST_TO_TUPLE",
        TypeVar "INTRINSIC_TYPEVAR", ParamSpec "INTRINSIC_PARAMSPEC", TypeVarTuple "INTRINSIC_TYPEVARTUPLE",
        SubscriptGeneric "INTRINSIC_SUBSCRIPT_GENERIC", TypeAlias "INTRINSIC_TYPEALIAS",
    }
}

operand_enum! {
    /// Operand of `CALL_INTRINSIC_2`.
    Intrinsic2 {
        Invalid "INTRINSIC_2_INVALID", PrepReraiseStar "INTRINSIC_PREP_RERAISE_STAR",
        TypeVarWithBound "INTRINSIC_TYPEVAR_WITH_BOUND", TypeVarWithConstraints "INTRINSIC_TYPEVAR_WITH_CONSTRAINTS",
        SetFunctionTypeParams "INTRINSIC_SET_FUNCTION_TYPE_PARAMS", SetTypeparamDefault "INTRINSIC_SET_TYPEPARAM_DEFAULT",
    }
}
