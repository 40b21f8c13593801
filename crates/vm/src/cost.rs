//! What work costs in a simulation: virtual time by class of instruction, and by class of native work for each item.
//!
//! The default is that of a CPython 3.13 on a machine of 2023: `for i in range(n): x += 1` in a function is 30 ns a round,
//! `while n > 0: n -= 1` 38; `sum(range(n))` is 20 ns an item, `sorted` of n floats 11 ns for each of n·log₂ n comparisons.
//! It is fixed, so that a simulation is the same everywhere; `gilscope calibrate` makes another one.

mod file;

pub use file::CostsError;

use gilscope_bytecode::Opcode;

/// One instruction of library code that stands in for native code of CPython, in nanoseconds.
pub(crate) const HIDDEN: u32 = 1;

/// Declares classes with their names, their default costs and what they are.
macro_rules! classes {
    ($(#[$doc:meta])* $name:ident, $unit:literal: $($class:ident $word:literal $cost:literal $about:literal,)*) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name {
            $(#[doc = $about] $class,)*
        }

        impl $name {
            /// All, in the order of the table.
            pub const ALL: &'static [$name] = &[$($name::$class,)*];

            /// The word for it in a file of costs.
            pub fn name(self) -> &'static str {
                match self { $($name::$class => $word,)* }
            }

            #[doc = concat!("What it costs by default, in ", $unit, ".")]
            pub const fn default_cost(self) -> u32 {
                match self { $($name::$class => $cost,)* }
            }

            /// What belongs to it.
            pub fn about(self) -> &'static str {
                match self { $($name::$class => $about,)* }
            }
        }
    };
}

classes! {
    /// A class of instructions.
    OpClass, "nanoseconds":
    Stack "stack" 3 "constants, and what moves values on the stack",
    Local "local" 3 "local variables",
    Jump "jump" 3 "entry of a frame, jumps ahead",
    Loop "loop" 4 "jumps back, `is`, `not`, truth",
    Global "global" 5 "global names and variables of enclosing functions",
    Attribute "attribute" 6 "attributes, and the step of a `for` loop",
    Arithmetic "arithmetic" 8 "operators and comparisons",
    Item "item" 8 "items of containers, unpacking, return from a function",
    Search "search" 15 "`in`, `iter`, `yield`, deleting an item",
    Build "build" 20 "making tuples, lists, dicts, slices",
    Exception "exception" 20 "`with`, and handling exceptions",
    Call "call" 35 "calls",
    Format "format" 40 "pieces of f-strings",
    SpreadCall "spread-call" 50 "calls with keywords or `*`, making functions and generators",
    Raise "raise" 150 "raising an exception",
    Import "import" 300 "importing a module that is loaded",
    Other "other" 10 "all other instructions",
}

classes! {
    /// A class of native work, which is done item by item within one instruction.
    Work, "picoseconds":
    Iterate "iterate" 20000 "an item taken from an iterable: `list`, `sum`, `max`, `any`, `join`, `extend`",
    Insert "insert" 40000 "an item put into a new set or dict: `set(x)`, `dict(x)`, `copy`, `update`, `|`",
    Sort "sort" 11000 "a comparison of `sorted` and `sort`: n·log₂ n of them",
    Scan "scan" 8000 "an item looked at: `in`, `index`, `count`, `==` of sequences",
    Copy "copy" 1000 "an item copied: slices, `+` and `*` of sequences; 16 bytes of text count as one",
    Text "text" 500 "a byte that a method of `str` or `bytes` reads or makes, or that is written by `str` and `repr`",
    Digits "digits" 1000 "a product of two digits (30 bits) of large ints; for `+` and its like a digit",
}

/// A table of costs.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Costs {
    /// Nanoseconds of one instruction, in the order of [`OpClass::ALL`].
    instructions: [u32; OpClass::ALL.len()],
    /// Picoseconds of one item, in the order of [`Work::ALL`].
    work: [u32; Work::ALL.len()],
}

impl Default for Costs {
    fn default() -> Costs {
        let (mut instructions, mut work) = ([0; OpClass::ALL.len()], [0; Work::ALL.len()]);
        OpClass::ALL.iter().for_each(|&class| instructions[class as usize] = class.default_cost());
        Work::ALL.iter().for_each(|&class| work[class as usize] = class.default_cost());
        Costs { instructions, work }
    }
}

impl Costs {
    /// Nanoseconds of one instruction of this class.
    pub fn instruction(&self, class: OpClass) -> u32 {
        self.instructions[class as usize]
    }

    /// Picoseconds of one item of this class.
    pub fn item(&self, class: Work) -> u32 {
        self.work[class as usize]
    }

    /// Sets what an instruction of this class costs, at least 1 ns.
    pub fn set_instruction(&mut self, class: OpClass, nanos: u32) {
        self.instructions[class as usize] = nanos.max(1);
    }

    /// Sets what an item of this class costs, in picoseconds.
    pub fn set_item(&mut self, class: Work, picos: u32) {
        self.work[class as usize] = picos;
    }

    /// Nanoseconds of so many items.
    pub fn of(&self, work: Work, items: usize) -> u64 {
        (items as u64).saturating_mul(u64::from(self.work[work as usize])) / 1000
    }
}

impl OpClass {
    /// The class that an instruction belongs to. What it calls is not included.
    pub fn of(op: Opcode) -> OpClass {
        use Opcode::*;
        match op {
            Nop | PopTop | PushNull | Copy | Swap | LoadConst | EndFor | EndSend => OpClass::Stack,
            LoadFast | LoadFastCheck | LoadFastAndClear | StoreFast | DeleteFast => OpClass::Local,
            Resume | JumpForward | PopJumpIfFalse | PopJumpIfTrue | PopJumpIfNone | PopJumpIfNotNone => OpClass::Jump,
            JumpBackward | JumpBackwardNoInterrupt | IsOp | UnaryNot | ToBool => OpClass::Loop,
            LoadGlobal | LoadDeref | StoreDeref | LoadName | StoreGlobal | StoreName => OpClass::Global,
            ForIter | LoadAttr | StoreAttr => OpClass::Attribute,
            BinaryOp | CompareOp | UnaryNegative | UnaryInvert => OpClass::Arithmetic,
            BinarySubscr | StoreSubscr | ListAppend | ReturnValue | ReturnConst | UnpackSequence => OpClass::Item,
            ContainsOp | GetIter | YieldValue | Send | DeleteSubscr => OpClass::Search,
            BuildTuple | BuildList | BuildMap | BuildSlice | BinarySlice | LoadSuperAttr | SetAdd | MapAdd => {
                OpClass::Build
            }
            BeforeWith | WithExceptStart | PushExcInfo | PopExcept | CheckExcMatch | Reraise => OpClass::Exception,
            Call => OpClass::Call,
            FormatSimple | FormatWithSpec | ConvertValue | BuildString => OpClass::Format,
            CallKw | CallFunctionEx | MakeFunction | ReturnGenerator => OpClass::SpreadCall,
            RaiseVarargs => OpClass::Raise,
            ImportName => OpClass::Import,
            _ => OpClass::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nanoseconds(op: Opcode) -> u32 {
        Costs::default().instruction(OpClass::of(op))
    }

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

    #[test]
    fn work_takes_time_by_the_item() {
        let costs = Costs::default();
        assert_eq!(costs.of(Work::Iterate, 1_000_000), 20_000_000);
        assert_eq!(costs.of(Work::Text, 3), 1);
        assert_eq!(costs.of(Work::Iterate, usize::MAX), u64::MAX / 1000);
    }
}
