//! The interpreter: everything the GIL guards.

use crate::code_store::CodeStore;
use crate::exceptions::EXCEPTIONS;
use crate::heap::Heap;
use crate::host::Host;
use crate::native::{Native, NativeDef};
use crate::object::{ClassObject, Layout, ModuleObject};
use crate::run::schedule::Scheduling;
use crate::shape::Shapes;
use crate::site::AttrSite;
use crate::symbol::{Symbol, Symbols};
use crate::thread_state::ThreadState;
use crate::types::{self, BUILTIN_TYPES};
use crate::value::*;
use crate::virtual_time::VirtualTime;
use crate::work::Effort;
use gilscope_gil::{EvalBreaker, GilModel};
use gilscope_trace::ThreadId;
use std::sync::Arc;

/// Makes a native module on its first import.
pub type ModuleInit = fn(&mut Interp) -> ModuleId;

/// Room for the natives that every program has, and for some modules': to grow up to there step by step takes 5 % of the
/// machine instructions of an empty program.
const NATIVES: usize = 1536;

/// Heap, modules, classes, threads: the state that one thread at a time owns.
#[derive(Clone)]
pub struct Interp {
    pub heap: Heap,
    /// A buffer for texts in the making (`str_written`).
    pub(crate) scratch: String,
    pub symbols: Symbols,
    pub shapes: Shapes,
    /// The values of all modules' global names; `Null` where unbound.
    pub globals: Vec<Value>,
    /// Which module and name each of `globals` is.
    pub global_names: Vec<(ModuleId, Symbol)>,
    /// What `builtins` has under the same name, for globals that are unbound in their module.
    pub(crate) global_builtins: Vec<Value>,
    /// A name of `builtins` was bound.
    pub(crate) has_bound_builtins: bool,
    /// Inline caches of attribute accesses, by site.
    pub(crate) sites: Vec<AttrSite>,
    /// Counts changes in the structure of classes: caches filled before are stale.
    pub(crate) class_version: u32,
    pub(crate) lookups: crate::lookup::LookupCache,
    pub(crate) code: Arc<CodeStore>,
    /// The same once more, while no thread runs: what the run loop borrows.
    pub(crate) code_in_hand: Option<Arc<CodeStore>>,
    pub natives: Vec<Native>,
    /// In boxes, because at each switch one goes out and another in.
    pub threads: Vec<Box<ThreadState>>,
    /// What stands in for the state of the thread that runs.
    pub(crate) no_thread: Option<Box<ThreadState>>,
    /// How many threads have not finished.
    pub(crate) alive: usize,
    /// Stacks of threads that were folded or have ended, empty.
    pub(crate) spare_stacks: Vec<Vec<Value>>,
    /// The thread that runs.
    pub current: ThreadId,
    pub builtins: ModuleId,
    /// `sys.modules`: a dict.
    pub modules: Value,
    /// `sys.argv`: a list.
    pub arguments: Value,
    /// `sys.path`: a list.
    pub path: Value,
    pub native_modules: &'static [(&'static str, ModuleInit)],
    pub breaker: EvalBreaker,
    pub scheduling: Scheduling,
    /// The clock of a simulation.
    pub time: VirtualTime,
    pub host: Arc<dyn Host>,
    pub recursion_limit: usize,
    /// Which `threading.local` holds whose attributes.
    pub(crate) locals: crate::locals::Locals,
    /// Loaded files of the hidden library.
    pub(crate) twins: crate::twin::Twins,
    /// The code of every thread's first frame.
    pub(crate) entry: Option<CodeId>,
    /// Depth of native recursion (`repr`, `==`, `hash` of nested containers).
    pub(crate) native_depth: usize,
    /// Containers whose `repr` is being made by script code, with the thread that makes it.
    pub(crate) repr_active: Vec<(ThreadId, Value)>,
    /// `sys.set_int_max_str_digits`; 0 means no limit.
    pub int_max_str_digits: usize,
    /// One-character ASCII strings, made once.
    pub(crate) ascii: Vec<Value>,
    pub empty_str: Value,
    pub empty_tuple: Value,
    /// Strings of symbols, made when first asked for.
    pub(crate) symbol_strs: Vec<Value>,
    /// Those made since `freeze`.
    pub(crate) late_symbol_strs: Vec<u32>,
    /// State of standard output and error.
    pub streams: crate::streams::Streams,
    /// Who is told what happens, and what has been told.
    pub events: crate::events::Events,
}

impl Interp {
    /// An interpreter with the built-in types and functions, and no threads.
    pub fn new(
        host: Arc<dyn Host>,
        breaker: EvalBreaker,
        model: &GilModel,
        native_modules: &'static [(&'static str, ModuleInit)],
    ) -> Box<Interp> {
        let mut interp = Box::new(Interp {
            heap: Heap::new(),
            scratch: String::new(),
            symbols: Symbols::new(),
            shapes: Shapes::new(),
            globals: Vec::new(),
            global_names: Vec::new(),
            global_builtins: Vec::new(),
            has_bound_builtins: false,
            sites: Vec::new(),
            class_version: 1,
            lookups: Default::default(),
            code: Arc::default(),
            code_in_hand: None,
            natives: Vec::with_capacity(NATIVES),
            threads: Vec::new(),
            no_thread: None,
            alive: 0,
            spare_stacks: Vec::new(),
            current: ThreadId::MAIN,
            builtins: ModuleId(0),
            modules: Value::Null,
            arguments: Value::Null,
            path: Value::Null,
            native_modules,
            breaker,
            scheduling: Scheduling::new(model),
            time: VirtualTime::default(),
            host,
            recursion_limit: 1000,
            locals: Default::default(),
            twins: Default::default(),
            entry: None,
            native_depth: 0,
            repr_active: Vec::new(),
            int_max_str_digits: 4300,
            ascii: Vec::new(),
            empty_str: Value::Null,
            empty_tuple: Value::Null,
            symbol_strs: Vec::new(),
            late_symbol_strs: Vec::new(),
            streams: Default::default(),
            events: Default::default(),
        });
        interp.make_shared_values();
        interp.make_classes();
        crate::builtins::install(&mut interp);
        interp
    }

    fn make_shared_values(&mut self) {
        self.empty_str = self.heap.new_str("");
        self.empty_tuple = self.heap.new_tuple(&[]);
        self.ascii = (0..128u8).map(|c| self.heap.new_str((c as char).to_string())).collect();
        self.ascii.iter().for_each(|&text| self.heap.pin(text));
        self.modules = self.heap.new_dict(Default::default());
        self.path = self.heap.new_list(Vec::new());
        self.arguments = self.heap.new_list(Vec::new());
    }

    fn make_classes(&mut self) {
        for row in BUILTIN_TYPES {
            self.add_builtin_class(row.name, row.module, row.base, row.layout, row.is_base);
        }
        for row in EXCEPTIONS {
            self.add_builtin_class(row.name, "", row.base, Layout::Exception, true);
        }
        // The one built-in class with two bases.
        use crate::exceptions::{BASE_EXCEPTION, BASE_EXCEPTION_GROUP, EXCEPTION, EXCEPTION_GROUP};
        let group = &mut self.heap.classes[EXCEPTION_GROUP];
        group.bases = vec![BASE_EXCEPTION_GROUP, EXCEPTION];
        group.mro = vec![EXCEPTION_GROUP, BASE_EXCEPTION_GROUP, EXCEPTION, BASE_EXCEPTION, types::OBJECT];
        self.heap.classes[EXCEPTION].subclasses.push(EXCEPTION_GROUP);
    }

    /// A new built-in class; `native` modules use it for types of their own.
    pub fn add_builtin_class(
        &mut self,
        name: &str,
        module: &str,
        base: ClassId,
        layout: Layout,
        is_base: bool,
    ) -> ClassId {
        let id = self.heap.classes.alloc(ClassObject {
            name: name.into(),
            qualname: name.into(),
            module: module.into(),
            metaclass: types::TYPE,
            layout,
            is_base,
            ..ClassObject::default()
        });
        let mut mro = vec![id];
        if id != types::OBJECT {
            let parent = &self.heap.classes[base];
            mro.extend_from_slice(&parent.mro);
            let flags = parent.flags;
            self.heap.classes[id].bases = vec![base];
            self.heap.classes[id].flags = flags;
            self.heap.classes[base].subclasses.push(id);
        }
        self.heap.classes[id].mro = mro;
        let keys = if layout == Layout::Builtin { vec![Symbol::PAYLOAD] } else { Vec::new() };
        self.heap.classes[id].shape = self.shapes.root(id, keys);
        id
    }

    /// Put natives into a built-in class.
    pub fn add_methods(&mut self, class: ClassId, table: &'static [NativeDef]) {
        for def in table {
            let value = self.add_native(*def, Some(class), "");
            let value = match def.binding {
                crate::native::Binding::Static => {
                    self.heap.new_descriptor(crate::object::Descriptor::StaticMethod(value))
                }
                crate::native::Binding::Class => {
                    self.heap.new_descriptor(crate::object::Descriptor::ClassMethod(value))
                }
                _ => value,
            };
            let name = self.symbols.intern(def.name);
            self.heap.classes[class].dict.set(name, value);
        }
        self.classes_changed();
    }

    /// Enter a native into the table.
    pub fn add_native(&mut self, def: NativeDef, owner: Option<ClassId>, module: &'static str) -> Value {
        let id = NativeId::from_index(self.natives.len());
        let mut native = Native { def, owner, module, twin: Value::Null, effort: Effort::of(&def, owner) };
        if self.is_recording() {
            native.locate();
        }
        self.natives.push(native);
        Value::Native(id)
    }

    /// A new module with these functions, entered in `sys.modules`.
    pub fn add_module(&mut self, name: &'static str, table: &'static [NativeDef]) -> ModuleId {
        let module = self.new_module(name);
        for def in table {
            let value = self.add_native(*def, None, name);
            self.set_global(module, def.name, value);
        }
        module
    }

    /// Put natives into a module that may exist already.
    pub fn extend_module(&mut self, name: &'static str, table: &'static [NativeDef]) -> ModuleId {
        let module = match self.find_module(name) {
            Some(module) => module,
            None => self.new_module(name),
        };
        for def in table {
            let value = self.add_native(*def, None, name);
            self.set_global(module, def.name, value);
        }
        module
    }

    /// The module `sys.modules` has under `name`.
    pub fn find_module(&mut self, name: &str) -> Option<ModuleId> {
        let Value::Dict(modules) = self.modules else { return None };
        let key = self.str(name);
        match self.dict_get(modules, key) {
            Ok(Some(Value::Module(module))) => Some(module),
            _ => None,
        }
    }

    /// The native module of this name, once it was imported, whatever has become of its entry in `sys.modules`.
    pub fn native_module(&self, name: &str) -> Option<ModuleId> {
        let is_native = self.native_modules.iter().any(|(native, _)| *native == name);
        let mut modules = (0..self.heap.modules.len()).map(ModuleId::from_index);
        if is_native { modules.find(|id| *self.heap.modules[*id].name == *name) } else { None }
    }

    /// The same, made if it was not imported yet. `None` if there is no native module of this name.
    pub(crate) fn import_native(&mut self, name: Value) -> Option<Value> {
        let text = self.text(name)?;
        let (_, init) = *self.native_modules.iter().find(|(native, _)| *native == text)?;
        let Some(module) = self.native_module(text).map(Value::Module) else {
            return Some(Value::Module(init(self)));
        };
        self.enter_module(name, module);
        Some(module)
    }

    /// A new empty module, entered in `sys.modules`.
    pub fn new_module(&mut self, name: &str) -> ModuleId {
        let id = self.heap.modules.alloc(ModuleObject { name: name.into(), ..ModuleObject::default() });
        let text = self.heap.new_str(name);
        self.set_global(id, "__name__", text);
        self.set_global(id, "__doc__", Value::None);
        self.enter_module(text, Value::Module(id));
        id
    }

    /// `sys.modules[name] = module`.
    pub fn enter_module(&mut self, name: Value, module: Value) {
        if let Value::Dict(modules) = self.modules {
            // A str key never needs script code.
            let _ = self.dict_set(modules, name, module);
        }
    }

    /// Bind a global name of a module.
    pub fn set_global(&mut self, module: ModuleId, name: &str, value: Value) {
        let name = self.symbols.intern(name);
        let slot = self.global_slot(module, name);
        self.set_global_slot(slot, value);
    }

    /// The value of a module's global name.
    pub fn get_global(&self, module: ModuleId, name: &str) -> Option<Value> {
        let name = self.symbols.find(name)?;
        let slot = *self.heap.modules[module].slots.get(&name)?;
        Some(self.globals[slot as usize]).filter(|v| !v.is_null())
    }

    /// Where the value of a module's global name is, bound or not.
    pub fn global_slot(&mut self, module: ModuleId, name: Symbol) -> u32 {
        if let Some(&slot) = self.heap.modules[module].slots.get(&name) {
            return slot;
        }
        let slot = self.globals.len() as u32;
        self.globals.push(Value::Null);
        self.global_names.push((module, name));
        let builtin = self.builtin(name);
        self.global_builtins.push(builtin);
        let object = &mut self.heap.modules[module];
        object.slots.insert(name, slot);
        object.order.push(name);
        slot
    }

    /// Bind a global; a name bound in `builtins` becomes visible everywhere.
    pub fn set_global_slot(&mut self, slot: u32, value: Value) {
        self.globals[slot as usize] = value;
        let (module, name) = self.global_names[slot as usize];
        if module == self.builtins {
            self.has_bound_builtins = true;
            for (i, &(_, other)) in self.global_names.iter().enumerate() {
                if other == name {
                    self.global_builtins[i] = value;
                }
            }
        }
    }

    /// What `builtins` has under `name`; `Null` when it has nothing.
    pub fn builtin(&self, name: Symbol) -> Value {
        if self.heap.modules.is_empty() {
            return Value::Null;
        }
        match self.heap.modules[self.builtins].slots.get(&name) {
            Some(&slot) => self.globals[slot as usize],
            None => Value::Null,
        }
    }

    /// What `builtins` has under `name`; `Null` when it has nothing.
    pub(crate) fn builtin_named(&self, name: &str) -> Value {
        self.get_global(self.builtins, name).unwrap_or(Value::Null)
    }

    /// The class of any value.
    #[inline]
    pub fn class_of(&self, value: Value) -> ClassId {
        match value {
            Value::Instance(id) => self.heap.instances[id].class,
            Value::Int(_) | Value::Big(_) => types::INT,
            Value::Float(_) => types::FLOAT,
            Value::Str(_) => types::STR,
            Value::List(_) => types::LIST,
            Value::Tuple(_) => types::TUPLE,
            Value::Dict(_) => types::DICT,
            _ => self.class_of_other(value),
        }
    }

    fn class_of_other(&self, value: Value) -> ClassId {
        match value {
            Value::Null | Value::None => types::NONE_TYPE,
            Value::True | Value::False => types::BOOL,
            Value::NotImplemented => types::NOT_IMPLEMENTED_TYPE,
            Value::Ellipsis => types::ELLIPSIS_TYPE,
            Value::Int(_) | Value::Big(_) => types::INT,
            Value::Float(_) => types::FLOAT,
            Value::Str(_) => types::STR,
            Value::Bytes(id) if self.heap.bytes[id].is_bytearray => types::BYTEARRAY,
            Value::Bytes(_) => types::BYTES,
            Value::List(_) => types::LIST,
            Value::Tuple(_) => types::TUPLE,
            Value::Dict(_) => types::DICT,
            Value::Set(id) if self.heap.sets[id].is_frozen() => types::FROZENSET,
            Value::Set(_) => types::SET,
            Value::Range(_) => types::RANGE,
            Value::Slice(_) => types::SLICE,
            Value::Function(_) => types::FUNCTION,
            Value::Native(id) if self.natives[id.index()].owner.is_some() => types::METHOD_DESCRIPTOR,
            Value::Native(_) => types::NATIVE,
            Value::Method(id) => match self.heap.methods[id].function {
                Value::Native(_) => types::NATIVE,
                _ => types::METHOD,
            },
            Value::Class(id) => self.heap.classes[id].metaclass,
            Value::Instance(id) => self.heap.instances[id].class,
            Value::Exception(id) => self.heap.exceptions[id].class,
            Value::Iter(id) => self.heap.iters[id].class(),
            Value::Generator(id) => self.heap.generators[id].class,
            Value::Module(_) => types::MODULE,
            Value::Cell(_) => types::CELL,
            Value::Code(_) => types::CODE,
            Value::Descriptor(id) => self.heap.descriptors[id].class(),
            Value::Wrapper(id) => self.heap.wrappers[id].class(),
            Value::Lock(id) if self.heap.locks[id].reentrant => types::RLOCK,
            Value::Lock(_) => types::LOCK,
            Value::Opaque(id) => self.heap.opaques[id].class,
        }
    }

    /// `type(value).__name__`.
    pub fn type_name(&self, value: Value) -> &str {
        &self.heap.classes[self.class_of(value)].name
    }

    /// What complaints about a native's argument call it: `None`, or the name of its type (CPython's `_PyArg_BadArgument`).
    pub fn argument_name(&self, value: Value) -> &str {
        if value == Value::None { "None" } else { self.type_name(value) }
    }

    /// Whether `class` is `base` or derives from it (`__subclasscheck__` is not asked).
    #[inline]
    pub fn is_subclass(&self, class: ClassId, base: ClassId) -> bool {
        class == base || self.heap.classes[class].mro.contains(&base)
    }

    /// Whether `value` is an instance of `base` (`__instancecheck__` is not asked).
    pub fn is_instance(&self, value: Value, base: ClassId) -> bool {
        self.is_subclass(self.class_of(value), base)
    }

    /// The built-in value inside an instance of a script class that extends a built-in type; others as they are.
    #[inline]
    pub fn payload(&self, value: Value) -> Value {
        if let Value::Instance(id) = value {
            let object = &self.heap.instances[id];
            if self.heap.classes[object.class].layout == Layout::Builtin {
                return object.slot(0);
            }
        }
        value
    }

    /// The text of a `str` or of an instance of a subclass of it.
    pub fn text(&self, value: Value) -> Option<&str> {
        match self.payload(value) {
            Value::Str(id) => Some(self.heap.text(id)),
            _ => None,
        }
    }

    /// The str of a symbol, always the same object.
    pub fn symbol_str(&mut self, symbol: Symbol) -> Value {
        let index = symbol.0 as usize;
        if index >= self.symbol_strs.len() {
            self.symbol_strs.resize(index + 1, Value::Null);
        }
        if self.symbol_strs[index].is_null() {
            let text = self.heap.new_str(self.symbols.name(symbol));
            self.heap.pin(text);
            self.symbol_strs[index] = text;
            if self.heap.goes_back() {
                self.late_symbol_strs.push(symbol.0);
            }
        }
        self.symbol_strs[index]
    }

    /// A `str` of one character.
    #[inline]
    pub fn char_str(&mut self, c: char) -> Value {
        if c.is_ascii() {
            return self.ascii[c as usize];
        }
        let mut buffer = [0; 4];
        self.heap.new_str(&*c.encode_utf8(&mut buffer))
    }

    /// A `str`.
    pub fn str(&mut self, text: &str) -> Value {
        match text.as_bytes() {
            [] => self.empty_str,
            &[byte] => self.ascii[usize::from(byte & 127)],
            _ => self.heap.new_str(text),
        }
    }
}
