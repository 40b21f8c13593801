//! Making classes: method resolution order, layout, what the run loop must ask of instances.

use crate::exceptions::TYPE_ERROR;
use crate::interp::Interp;
use crate::native::Trap;
use crate::object::class::ClassFlags;
use crate::object::{ClassObject, Descriptor, Layout};
use crate::symbol::Symbol;
use crate::types;
use crate::value::*;

impl Interp {
    /// `type.__new__(meta, name, bases, namespace)`, without `__set_name__` and `__init_subclass__`.
    pub(crate) fn make_type(
        &mut self,
        meta: ClassId,
        name: &str,
        bases: &[Value],
        namespace: &[(Symbol, Value)],
    ) -> Result<Value, Trap> {
        let bases = self.base_classes(bases)?;
        let layout = self.common_layout(&bases)?;
        let id = self.heap.classes.alloc(ClassObject {
            name: name.into(),
            qualname: name.into(),
            module: "".into(),
            metaclass: meta,
            layout,
            is_base: true,
            ..ClassObject::default()
        });
        self.heap.classes[id].bases.clone_from(&bases);
        self.heap.classes[id].mro = self.merge_mro(id, &bases)?;
        for &base in &bases {
            self.heap.classes[base].subclasses.push(id);
        }
        self.fill_class(id, namespace);
        self.heap.classes[id].flags.scripted = true;
        let keys = if layout == Layout::Builtin { vec![Symbol::PAYLOAD] } else { Vec::new() };
        self.heap.classes[id].shape = self.shapes.root(id, keys);
        self.set_slots(id)?;
        self.classes_changed();
        self.refresh_flags(id);
        Ok(Value::Class(id))
    }

    fn base_classes(&mut self, bases: &[Value]) -> Result<Vec<ClassId>, Trap> {
        let mut classes = Vec::with_capacity(bases.len());
        for &base in bases {
            match base {
                Value::Class(id) if self.heap.classes[id].is_base => classes.push(id),
                Value::Class(id) => {
                    let message = format!("type '{}' is not an acceptable base type", self.class_display(id));
                    return Err(self.type_error(message));
                }
                _ => return Err(self.type_error("bases must be types")),
            }
            let last = classes[classes.len() - 1];
            if classes[..classes.len() - 1].contains(&last) {
                let message = format!("duplicate base class {}", self.heap.classes[last].name);
                return Err(self.type_error(message));
            }
        }
        if classes.is_empty() {
            classes.push(types::OBJECT);
        }
        Ok(classes)
    }

    /// The layout that all bases can live with.
    fn common_layout(&mut self, bases: &[ClassId]) -> Result<Layout, Trap> {
        let mut layout = Layout::Object;
        let mut builtin = types::OBJECT;
        for &base in bases {
            let own = self.heap.classes[base].layout;
            if own == Layout::Object {
                continue;
            }
            let own_builtin = if own == Layout::Builtin { self.builtin_base(base) } else { types::OBJECT };
            if layout != Layout::Object && (layout != own || builtin != own_builtin) {
                return Err(self.raise(TYPE_ERROR, "multiple bases have instance lay-out conflict"));
            }
            (layout, builtin) = (own, own_builtin);
        }
        Ok(layout)
    }

    /// C3 linearization (`Objects/typeobject.c`, `mro_implementation`).
    fn merge_mro(&mut self, id: ClassId, bases: &[ClassId]) -> Result<Vec<ClassId>, Trap> {
        let mut lists: Vec<Vec<ClassId>> = bases.iter().map(|&b| self.heap.classes[b].mro.clone()).collect();
        lists.push(bases.to_vec());
        let mut mro = vec![id];
        loop {
            lists.retain(|list| !list.is_empty());
            if lists.is_empty() {
                return Ok(mro);
            }
            let heads = lists.iter().map(|list| list[0]);
            let next = heads.into_iter().find(|head| !lists.iter().any(|list| list[1..].contains(head)));
            let Some(next) = next else { return Err(self.mro_conflict(&lists)) };
            mro.push(next);
            for list in &mut lists {
                list.retain(|&c| c != next);
            }
        }
    }

    #[cold]
    fn mro_conflict(&mut self, lists: &[Vec<ClassId>]) -> Trap {
        let mut names: Vec<String> = Vec::new();
        for list in lists {
            let name = self.heap.classes[list[0]].name.to_string();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let message =
            format!("Cannot create a consistent method resolution order (MRO) for bases {}", names.join(", "));
        self.type_error(message)
    }

    /// Move the namespace of the class body into the class.
    fn fill_class(&mut self, id: ClassId, namespace: &[(Symbol, Value)]) {
        for &(name, value) in namespace {
            let value = match (name, value) {
                (Symbol::CLASSCELL, Value::Cell(cell)) => {
                    self.heap.cells[cell].content = Value::Class(id);
                    continue;
                }
                (Symbol::QUALNAME, text) => {
                    let text = self.text(text).unwrap_or("").into();
                    self.heap.classes[id].qualname = text;
                    continue;
                }
                (Symbol::MODULE, text) => {
                    let text = self.text(text).unwrap_or("").into();
                    self.heap.classes[id].module = text;
                    value
                }
                (Symbol::INIT_SUBCLASS | Symbol::CLASS_GETITEM, Value::Function(_)) => {
                    self.heap.new_descriptor(Descriptor::ClassMethod(value))
                }
                (Symbol::NEW, Value::Function(_)) => self.heap.new_descriptor(Descriptor::StaticMethod(value)),
                _ => value,
            };
            self.heap.classes[id].dict.set(name, value);
        }
        let dict = &mut self.heap.classes[id].dict;
        if dict.get(Symbol::DOC).is_none() {
            dict.set(Symbol::DOC, Value::None);
        }
        if dict.get(Symbol::EQ).is_some() && dict.get(Symbol::HASH).is_none() {
            dict.set(Symbol::HASH, Value::None);
        }
    }

    /// `__slots__` of this class and its bases.
    fn set_slots(&mut self, id: ClassId) -> Result<(), Trap> {
        let Some(declared) = self.heap.classes[id].dict.get(Symbol::SLOTS) else { return Ok(()) };
        let mut names = match self.text(declared) {
            Some(text) => vec![text.to_string()],
            None => {
                let items = crate::iteration::iter_to_vec(self, declared).unwrap_or_default();
                items.iter().filter_map(|&i| self.text(i).map(str::to_string)).collect()
            }
        };
        if names.iter().any(|n| n == "__dict__") {
            return Ok(());
        }
        let class = self.heap.classes[id].name.trim_start_matches('_').to_string();
        // Private names are mangled as in the class's own code.
        let mangled = |name: String| match name.starts_with("__") && !name.ends_with("__") && !class.is_empty() {
            true => format!("_{class}{name}"),
            false => name,
        };
        let mut slots: Vec<Symbol> = names.drain(..).map(|n| self.symbols.intern(&mangled(n))).collect();
        for &slot in &slots {
            if self.heap.classes[id].dict.get(slot).is_some() {
                let message = format!("'{}' in __slots__ conflicts with class variable", self.symbols.name(slot));
                return Err(self.value_error(message));
            }
        }
        for &base in &self.heap.classes[id].bases.clone() {
            match (&self.heap.classes[base].slots, base) {
                (_, types::OBJECT) => {}
                (Some(more), _) => slots.extend(more),
                // A base without slots gives its instances a dict.
                (None, _) => return Ok(()),
            }
        }
        self.heap.classes[id].slots = Some(slots);
        Ok(())
    }

    /// Recompute what the run loop must ask, for a class and those derived from it.
    pub(crate) fn refresh_flags(&mut self, id: ClassId) {
        let scripted = |name: Symbol| matches!(self.lookup(id, name), Some(value) if self.is_scripted(value));
        let hash = self.lookup(id, Symbol::HASH);
        let methods = self.heap.classes[id].dict.get(Symbol::ABSTRACTMETHODS);
        let mut flags = ClassFlags {
            plain: false,
            custom_new: scripted(Symbol::NEW),
            getattr: self.lookup(id, Symbol::GETATTR).is_some(),
            getattribute: scripted(Symbol::GETATTRIBUTE),
            setattr: scripted(Symbol::SETATTR),
            delattr: scripted(Symbol::DELATTR),
            custom_eq: scripted(Symbol::EQ),
            custom_hash: scripted(Symbol::HASH),
            unhashable: hash == Some(Value::None),
            finalizable: self.lookup(id, Symbol::DEL).is_some(),
            is_abstract: methods.is_some_and(|m| crate::truth::truthy(self, m) == Some(true)),
            thread_local: self.heap.classes[id].mro.iter().any(|&c| self.heap.classes[c].flags.thread_local),
            scripted: self.heap.classes[id].flags.scripted,
        };
        let is_object = self.heap.classes[id].layout == Layout::Object;
        flags.plain = flags.scripted && is_object && !flags.custom_new && !flags.is_abstract && !flags.finalizable;
        self.heap.classes[id].flags = flags;
        for subclass in self.heap.classes[id].subclasses.clone() {
            self.refresh_flags(subclass);
        }
    }

    /// Whether it is a script's function rather than a native one.
    fn is_scripted(&self, value: Value) -> bool {
        match value {
            Value::Native(_) | Value::None => false,
            Value::Descriptor(id) => match self.heap.descriptors[id] {
                Descriptor::StaticMethod(function) | Descriptor::ClassMethod(function) => self.is_scripted(function),
                _ => true,
            },
            _ => true,
        }
    }

    /// The most derived of the metaclasses of `meta` and `bases`.
    pub(crate) fn best_metaclass(&mut self, meta: ClassId, bases: &[Value]) -> Result<ClassId, Trap> {
        let mut best = meta;
        for &base in bases {
            let own = match base {
                Value::Class(id) => self.heap.classes[id].metaclass,
                _ => continue,
            };
            if self.is_subclass(best, own) {
                continue;
            }
            if !self.is_subclass(own, best) {
                return Err(self.type_error(
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the \
                     metaclasses of all its bases",
                ));
            }
            best = own;
        }
        Ok(best)
    }
}
