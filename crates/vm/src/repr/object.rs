//! Functions, generators, modules, locks and other objects that print as `<… at 0x…>`.

use super::Writer;
use crate::identity;
use crate::interp::Interp;
use crate::native::Trap;
use crate::object::{Descriptor, IterObject, Wrapper};
use crate::symbol::Symbol;
use crate::types;
use crate::value::*;
use std::fmt::Write;

impl Writer<'_> {
    /// Everything that is neither a simple value, a container nor an object of a script's class.
    pub(super) fn plain_object(&mut self, value: Value) -> Result<(), Trap> {
        match value {
            Value::Range(id) => {
                let range = self.interp.heap.ranges[id].clone();
                let mut items = vec![range.start, range.stop];
                if range.step != Value::Int(1) {
                    items.push(range.step);
                }
                self.container(value, "range(", items, ")", "range(...)")
            }
            Value::Slice(id) => {
                let slice = self.interp.heap.slices[id].clone();
                self.container(value, "slice(", vec![slice.start, slice.stop, slice.step], ")", "slice(...)")
            }
            Value::Method(id) => self.method(value, id),
            Value::Descriptor(id) => match self.interp.heap.descriptors[id] {
                Descriptor::StaticMethod(function) => {
                    self.container(value, "<staticmethod(", vec![function], ")>", "staticmethod(...)")
                }
                Descriptor::ClassMethod(function) => {
                    self.container(value, "<classmethod(", vec![function], ")>", "classmethod(...)")
                }
                Descriptor::Native { name, .. } => {
                    let _ = write!(self.out, "<attribute '{name}'>");
                    Ok(())
                }
                _ => self.default(value),
            },
            Value::Iter(id) => match self.interp.heap.iters[id].clone() {
                IterObject::Count { next, step: 1 } => self.text(format!("count({next})")),
                IterObject::Count { next, step } => self.text(format!("count({next}, {step})")),
                IterObject::Repeat { value: item, left } => {
                    let left = left.map(|n| Value::Int(n.try_into().unwrap_or(i64::MAX)));
                    let items = [Some(item), left].into_iter().flatten().collect();
                    self.container(value, "repeat(", items, ")", "repeat(...)")
                }
                _ => self.default(value),
            },
            _ => {
                let text = self.interp.plain_text(value);
                self.text(text)
            }
        }
    }

    fn text(&mut self, text: String) -> Result<(), Trap> {
        self.out.push_str(&text);
        Ok(())
    }

    fn default(&mut self, value: Value) -> Result<(), Trap> {
        let text = self.interp.default_repr(value);
        self.text(text)
    }

    /// `<bound method A.f of …>`, or the built-in kinds.
    fn method(&mut self, value: Value, id: MethodId) -> Result<(), Trap> {
        let (function, receiver) = (self.interp.heap.methods[id].function, self.interp.heap.methods[id].receiver);
        if let Value::Native(native) = function {
            let name = self.interp.natives[native.index()].def.name;
            let kind = self.interp.type_name(receiver).to_string();
            let address = identity::address(receiver);
            return self.text(match name.starts_with("__") {
                true => format!("<method-wrapper '{name}' of {kind} object at {address:#x}>"),
                false => format!("<built-in method {name} of {kind} object at {address:#x}>"),
            });
        }
        let name = self.interp.qualified_name(function);
        self.container(value, &format!("<bound method {name} of "), vec![receiver], ">", "...")
    }
}

impl Interp {
    /// `__qualname__` of something callable.
    pub fn qualified_name(&self, callable: Value) -> String {
        match callable {
            Value::Function(id) => {
                let function = &self.heap.functions[id];
                let assigned = function.attributes.iter().flat_map(|a| a.iter()).find(|(n, _)| *n == Symbol::QUALNAME);
                match assigned.and_then(|&(_, v)| self.text(v)) {
                    Some(text) => text.to_string(),
                    None => self.code.get(function.code).code.qualname.to_string(),
                }
            }
            Value::Native(id) => {
                let native = &self.natives[id.index()];
                match native.owner {
                    Some(owner) => format!("{}.{}", self.heap.classes[owner].name, native.def.name),
                    None => native.def.name.to_string(),
                }
            }
            Value::Class(id) => self.heap.classes[id].qualname.to_string(),
            Value::Method(id) => self.qualified_name(self.heap.methods[id].function),
            _ => "?".to_string(),
        }
    }

    fn plain_text(&self, value: Value) -> String {
        let address = identity::address(value);
        match value {
            Value::Function(_) => format!("<function {} at {address:#x}>", self.qualified_name(value)),
            Value::Native(id) => {
                let native = &self.natives[id.index()];
                let name = native.def.name;
                match native.owner.map(|c| &self.heap.classes[c].name) {
                    Some(owner) if name.starts_with("__") => format!("<slot wrapper '{name}' of '{owner}' objects>"),
                    Some(owner) => format!("<method '{name}' of '{owner}' objects>"),
                    None => format!("<built-in function {name}>"),
                }
            }
            Value::Generator(id) => {
                let generator = &self.heap.generators[id];
                if generator.class != types::GENERATOR {
                    return self.default_repr(value);
                }
                format!("<generator object {} at {address:#x}>", self.generator_name(id))
            }
            Value::Module(id) => self.module_text(id),
            Value::Cell(id) => match self.heap.cells[id].content {
                Value::Null => format!("<cell at {address:#x}: empty>"),
                content => {
                    let kind = self.type_name(content);
                    format!("<cell at {address:#x}: {kind} object at {:#x}>", identity::address(content))
                }
            },
            Value::Code(id) => {
                let code = &self.code.get(id).code;
                let (name, file, line) = (&code.name, &code.filename, code.first_line);
                format!("<code object {name} at {address:#x}, file \"{file}\", line {line}>")
            }
            Value::Lock(id) => self.lock_text(id),
            _ => self.default_repr(value),
        }
    }

    fn generator_name(&self, id: GeneratorId) -> String {
        let generator = &self.heap.generators[id];
        match self.text(generator.name) {
            Some(name) => name.to_string(),
            None => self.generator_qualname(id),
        }
    }

    /// `<module 'math' (built-in)>`.
    fn module_text(&self, id: ModuleId) -> String {
        let name = self.get_global(id, "__name__").and_then(|v| self.text(v)).unwrap_or(&self.heap.modules[id].name);
        match self.get_global(id, "__file__").and_then(|v| self.text(v)) {
            Some(file) => format!("<module '{name}' from '{file}'>"),
            None if name == "__main__" => "<module '__main__'>".to_string(),
            None => format!("<module '{name}' (built-in)>"),
        }
    }

    /// `<unlocked _thread.lock object at 0x…>`.
    fn lock_text(&self, id: LockId) -> String {
        let lock = &self.heap.locks[id];
        let address = identity::address(Value::Lock(id));
        let state = if lock.locked { "locked" } else { "unlocked" };
        if !lock.reentrant {
            return format!("<{state} _thread.lock object at {address:#x}>");
        }
        let owner = lock.owner.filter(|_| lock.locked).map_or(0, crate::threads::ident_of);
        format!("<{state} _thread.RLock object owner={owner} count={} at {address:#x}>", lock.count)
    }

    /// Wrappers without items.
    pub(super) fn wrapper_text(&self, value: Value, wrapper: &Wrapper) -> String {
        let address = identity::address(value);
        match wrapper {
            Wrapper::Super { class, object, .. } => {
                let class = &self.heap.classes[*class].name;
                match object {
                    Value::Null | Value::None => format!("<super: <class '{class}'>, NULL>"),
                    Value::Class(bound) => {
                        format!("<super: <class '{class}'>, <{} object>>", self.heap.classes[*bound].name)
                    }
                    object => format!("<super: <class '{class}'>, <{} object>>", self.type_name(*object)),
                }
            }
            Wrapper::Frame { code, line, .. } => {
                let code = &self.code.get(*code).code;
                format!("<frame at {address:#x}, file '{}', line {line}, code {}>", code.filename, code.name)
            }
            _ => self.default_repr(value),
        }
    }
}

impl Interp {
    fn generator_qualname(&self, id: GeneratorId) -> String {
        self.code.get(self.heap.generators[id].frame.code).code.qualname.to_string()
    }
}
