//! Import statements. The work is done by the twin (`_core/importing.py`); modules that are there are found here.

use crate::code_store::LinkedCode;
use crate::exceptions::IMPORT_ERROR;
use crate::frame::OnReturn;
use crate::interp::Interp;
use crate::native::Trap;
use crate::run::call;
use crate::symbol::Symbol;
use crate::thread_state::ThreadState;
use crate::value::*;

/// `IMPORT_NAME`: operands are the level and the names of a `from` list or None.
pub(crate) fn import_name(interp: &mut Interp, ts: &mut ThreadState, code: &LinkedCode, name: u32) -> Result<(), Trap> {
    let name = interp.symbol_str(code.names[name as usize]);
    let from_list = ts.pop();
    let level = ts.pop();
    let is_absolute = level == Value::Int(0);
    if let (true, Some(file)) = (code.code.flags.hidden, interp.text(name).and_then(|n| n.strip_prefix("_core."))) {
        let file = file.to_string();
        let module = interp.hidden_module(&file)?;
        ts.push(Value::Module(module));
        return Ok(());
    }
    let is_dotted = interp.text(name).is_some_and(|n| n.contains('.'));
    if is_absolute
        && (!is_dotted || !from_list.is_none())
        && let Some(module) = interp.ready_module(name)
        && (from_list.is_none() || !is_package(interp, module))
    {
        ts.push(module);
        return Ok(());
    }
    let globals = if is_absolute { Value::None } else { package_globals(interp, code.module)? };
    let twin = interp.twin("importing", "import_")?;
    call::start(interp, ts, twin, &[name, globals, Value::None, from_list, level], OnReturn::Push)
}

/// Whether names of a `from` list may be submodules.
fn is_package(interp: &Interp, module: Value) -> bool {
    matches!(module, Value::Module(id) if interp.get_global(id, "__path__").is_some())
}

/// What a relative import needs to know of the module it stands in.
fn package_globals(interp: &mut Interp, module: ModuleId) -> Result<Value, Trap> {
    let globals = interp.heap.new_dict(Default::default());
    if let Value::Dict(dict) = globals {
        for name in ["__package__", "__name__", "__path__"] {
            if let Some(value) = interp.get_global(module, name) {
                let key = interp.str(name);
                interp.dict_set(dict, key, value)?;
            }
        }
    }
    Ok(globals)
}

/// `IMPORT_FROM`: push an attribute of the module on top, or a submodule of that name.
pub(crate) fn import_from(interp: &mut Interp, ts: &mut ThreadState, name: Symbol) -> Result<(), Trap> {
    let module = ts.top(1);
    if let Value::Module(id) = module {
        if let Some(&slot) = interp.heap.modules[id].slots.get(&name)
            && !interp.globals[slot as usize].is_null()
        {
            ts.push(interp.globals[slot as usize]);
            return Ok(());
        }
        let full = format!("{}.{}", interp.heap.modules[id].name, interp.symbols.name(name));
        if let Value::Dict(modules) = interp.modules {
            let key = interp.str(&full);
            if let Ok(Some(submodule)) = interp.dict_get(modules, key) {
                ts.push(submodule);
                return Ok(());
            }
        }
        // A module's own `__getattr__` may still know the name.
        if interp.get_global(id, "__getattr__").is_none() {
            return Err(interp.cannot_import(id, name));
        }
    }
    let name = interp.symbol_str(name);
    let twin = interp.twin("importing", "import_from")?;
    call::start(interp, ts, twin, &[module, name], OnReturn::Push)
}

impl Interp {
    #[cold]
    fn cannot_import(&mut self, module: ModuleId, name: Symbol) -> Trap {
        let place = match self.get_global(module, "__file__").and_then(|f| self.text(f).map(str::to_string)) {
            Some(file) => file,
            None => "unknown location".to_string(),
        };
        let module_name = self.heap.modules[module].name.to_string();
        let message = format!("cannot import name '{}' from '{module_name}' ({place})", self.symbols.name(name));
        let text = self.heap.new_str(message);
        let exception = match self.new_exception_object(IMPORT_ERROR, &[text]) {
            Ok(exception) => exception,
            Err(trap) => return trap,
        };
        let module_name = self.heap.new_str(module_name);
        let name_from = self.symbol_str(name);
        let (key_name, key_from) = (Symbol::NAME_ATTR, self.symbols.intern("name_from"));
        self.set_exception_attribute(exception, key_name, module_name);
        self.set_exception_attribute(exception, key_from, name_from);
        Trap::Raise(exception)
    }
}

/// `from module import *`.
pub(crate) fn import_star(interp: &mut Interp, ts: &mut ThreadState, code: &LinkedCode) -> Result<(), Trap> {
    let Value::Module(module) = ts.top(1) else {
        return Err(interp.raise(IMPORT_ERROR, "from-import-* object has no __dict__ and no __all__"));
    };
    let names = match interp.get_global(module, "__all__") {
        Some(all) => {
            let names = crate::iteration::iter_to_vec(interp, all)?;
            names.into_iter().filter_map(|n| interp.symbol_of(n)).collect()
        }
        None => {
            let order = interp.heap.modules[module].order.clone();
            order.into_iter().filter(|&n| !interp.symbols.name(n).starts_with('_')).collect::<Vec<_>>()
        }
    };
    for name in names {
        let slot = interp.heap.modules[module].slots.get(&name).copied();
        let Some(value) = slot.map(|s| interp.globals[s as usize]).filter(|v| !v.is_null()) else {
            if interp.get_global(module, "__all__").is_some() {
                return Err(interp.attribute_error(Value::Module(module), name));
            }
            continue;
        };
        let target = interp.global_slot(code.module, name);
        interp.globals[target as usize] = value;
    }
    ts.set_top(1, Value::None);
    Ok(())
}

impl Interp {
    /// A module that needs no import: entered already, or native.
    fn ready_module(&mut self, name: Value) -> Option<Value> {
        let Value::Dict(modules) = self.modules else { return None };
        if let Ok(Some(module)) = self.dict_get(modules, name) {
            return Some(module);
        }
        self.import_native(name)
    }
}
