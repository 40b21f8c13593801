//! The symbol table: which scope every name of a program belongs to, found before any code is made.
//!
//! The stages are CPython's (`Python/symtable.c`): a walk over the tree notes where each name is bound and used, then
//! an analysis from the outermost scope inwards decides between local, global, cell and free, and merges inlined
//! comprehensions (PEP 709) into the scope around them.

mod analyze;
mod build;
mod print;

use crate::collections::{FxHashMap, IndexMap, IndexSet};
use std::borrow::Cow;
use std::sync::Arc;

pub(crate) use build::{Body, build, every_arg};
pub use print::print_symbols;

/// A name, shared between the tables and the code objects.
pub(crate) type Name = Arc<str>;

/// Index of a `Scope` in its table.
pub(crate) type ScopeId = usize;

/// What has been seen of a name in one scope: a set of the `Symbol` constants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Symbol {
    pub(crate) flags: u32,
    pub(crate) binding: Binding,
}

impl Symbol {
    pub(crate) const GLOBAL: u32 = 1;
    pub(crate) const LOCAL: u32 = 1 << 1;
    pub(crate) const PARAM: u32 = 1 << 2;
    pub(crate) const NONLOCAL: u32 = 1 << 3;
    pub(crate) const USE: u32 = 1 << 4;
    /// A method's free variable that the class body binds too.
    pub(crate) const FREE_CLASS: u32 = 1 << 6;
    pub(crate) const IMPORT: u32 = 1 << 7;
    pub(crate) const ANNOTATED: u32 = 1 << 8;
    /// Target of a comprehension's `for`.
    pub(crate) const COMP_ITER: u32 = 1 << 9;
    pub(crate) const TYPE_PARAM: u32 = 1 << 10;
    /// A cell only because of an inlined comprehension.
    pub(crate) const COMP_CELL: u32 = 1 << 11;
    pub(crate) const BOUND: u32 = Self::LOCAL | Self::PARAM | Self::IMPORT | Self::TYPE_PARAM;

    pub(crate) fn has(self, flags: u32) -> bool {
        self.flags & flags != 0
    }
}

/// Where a name lives, as the analysis decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Binding {
    #[default]
    Unknown,
    Local,
    GlobalExplicit,
    GlobalImplicit,
    Free,
    Cell,
}

/// What a scope was opened by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum ScopeKind {
    Module,
    Class,
    Function,
    Lambda,
    /// A comprehension or generator expression.
    Comprehension,
    /// The parameters of a generic function, class or alias (PEP 695).
    TypeParameters,
    /// The value of a `type` statement.
    TypeAlias,
    /// The bound of one type parameter.
    TypeVariable,
    /// The default of one type parameter.
    TypeDefault,
}

impl ScopeKind {
    /// Whether its locals are fast slots.
    pub(crate) fn is_function_like(self) -> bool {
        !matches!(self, ScopeKind::Module | ScopeKind::Class)
    }
}

/// Which display a comprehension makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ComprehensionKind {
    List,
    Set,
    Dict,
    Generator,
}

/// One scope and its names.
#[derive(Debug, Clone)]
pub(crate) struct Scope {
    pub(crate) kind: ScopeKind,
    pub(crate) name: Name,
    /// Line of its first character.
    pub(crate) line: u32,
    pub(crate) symbols: IndexMap<Name, Symbol>,
    pub(crate) children: Vec<ScopeId>,
    /// Parameters, in the order of their slots.
    pub(crate) parameters: IndexSet<Name>,
    /// Places of `global` and `nonlocal` statements, for the analysis to complain about.
    pub(crate) directives: Vec<(Name, gilscope_source::Span)>,
    pub(crate) nested: bool,
    pub(crate) generator: bool,
    pub(crate) comprehension: Option<ComprehensionKind>,
    pub(crate) inlined: bool,
    pub(crate) varargs: bool,
    pub(crate) varkeywords: bool,
    /// A class with methods that use `__class__` or zero-argument `super`.
    pub(crate) needs_class_closure: bool,
    /// A class with annotation scopes that read its namespace.
    pub(crate) needs_class_dict: bool,
    /// An annotation scope directly inside a class.
    pub(crate) can_see_class_scope: bool,
    /// The class whose private names are mangled here.
    pub(crate) private: Option<Name>,
    /// In the target of a comprehension's `for` (during the walk).
    pub(crate) in_comp_target: bool,
    /// Depth of comprehension iterables around the walk's position.
    pub(crate) comp_iter_depth: u32,
}

impl Scope {
    fn new(kind: ScopeKind, name: Name, line: u32) -> Scope {
        Scope {
            kind,
            name,
            line,
            symbols: IndexMap::default(),
            children: Vec::new(),
            parameters: IndexSet::default(),
            directives: Vec::new(),
            nested: false,
            generator: false,
            comprehension: None,
            inlined: false,
            varargs: false,
            varkeywords: false,
            needs_class_closure: false,
            needs_class_dict: false,
            can_see_class_scope: false,
            private: None,
            in_comp_target: false,
            comp_iter_depth: 0,
        }
    }

    pub(crate) fn symbol(&self, name: &str) -> Symbol {
        self.symbols.get(name).copied().unwrap_or_default()
    }

    pub(crate) fn binding(&self, name: &str) -> Binding {
        self.symbol(name).binding
    }
}

/// A scope is found by the address of the tree node that opens it, and by its kind, since a node may open several.
pub(crate) type NodeKey = (usize, ScopeKind);

/// The key of `node`'s scope of `kind`. The address only names the node; it is never followed.
pub(crate) fn key<T>(node: &T, kind: ScopeKind) -> NodeKey {
    (std::ptr::from_ref(node).addr(), kind)
}

/// Every scope of one module; the first is the module's own.
#[derive(Debug, Clone)]
pub(crate) struct SymbolTable {
    pub(crate) scopes: Vec<Scope>,
    pub(crate) by_node: FxHashMap<NodeKey, ScopeId>,
    pub(crate) future_annotations: bool,
}

impl SymbolTable {
    /// The module's scope.
    pub(crate) const TOP: ScopeId = 0;
}

/// `name` as it is stored inside class `private`: `__x` becomes `_Class__x`.
pub(crate) fn mangle<'n>(private: Option<&str>, name: &'n str) -> Cow<'n, str> {
    let Some(class) = private else { return Cow::Borrowed(name) };
    if !name.starts_with("__") || name.ends_with("__") || name.contains('.') {
        return Cow::Borrowed(name);
    }
    let class = class.trim_start_matches('_');
    if class.is_empty() { Cow::Borrowed(name) } else { Cow::Owned(format!("_{class}{name}")) }
}
