//! Binding arguments to parameters.

use crate::code_store::LinkedCode;
use crate::interp::Interp;
use crate::native::{Native, Trap};
use crate::run::call::Keywords;
use crate::symbol::Symbol;
use crate::thread_state::ThreadState;
use crate::value::*;
use std::sync::Arc;

/// Bind the `count` values at `start` (the last ones named by `keywords`) to the parameters of `function`, in place,
/// and clear the other locals.
pub(crate) fn bind(
    interp: &mut Interp,
    ts: &mut ThreadState,
    function: FunctionId,
    start: usize,
    count: usize,
    keywords: Keywords,
) -> Result<(), Trap> {
    let store = Arc::clone(&interp.code);
    let linked = store.get(interp.heap.functions[function].code);
    if linked.has_namespace {
        return bind_namespace(ts, linked, start);
    }
    if keywords.is_none() && fill_defaults(interp, ts, linked, function, start, count) {
        return Ok(());
    }
    let names = keywords.unwrap_or_default();
    let positional = count - names.len();
    let given: Vec<Value> = ts.stack[start..start + count].to_vec();
    let mut binder = Binder { interp, linked, function, locals: vec![Value::Null; linked.locals as usize] };
    let extra = binder.positional(&given[..positional]);
    binder.keywords(&names, &given[positional..], positional)?;
    if extra {
        return Err(binder.too_many(positional));
    }
    binder.defaults();
    binder.check_missing()?;
    let locals = binder.locals;
    if ts.stack.len() < start + locals.len() + crate::link::WINDOW {
        ts.stack.resize(start + locals.len() + crate::link::WINDOW, Value::Null);
    }
    ts.stack[start..start + locals.len()].copy_from_slice(&locals);
    Ok(())
}

/// Fewer positional arguments than parameters, and defaults for the rest: the usual case, done in place. False when it
/// is something else.
fn fill_defaults(
    interp: &Interp,
    ts: &mut ThreadState,
    linked: &LinkedCode,
    function: FunctionId,
    start: usize,
    count: usize,
) -> bool {
    let args = linked.simple_args as usize;
    let Value::Tuple(defaults) = interp.heap.functions[function].defaults else { return false };
    let defaults = interp.heap.tuple(defaults);
    if linked.simple_args == u32::MAX || count > args || args - count > defaults.len() {
        return false;
    }
    let missing = &defaults[defaults.len() - (args - count)..];
    ts.stack[start + count..start + args].copy_from_slice(missing);
    ts.stack[start + args..start + linked.locals as usize].fill(Value::Null);
    true
}

/// A class body's only argument is its namespace, kept after the named locals.
fn bind_namespace(ts: &mut ThreadState, linked: &LinkedCode, start: usize) -> Result<(), Trap> {
    let namespace = ts.stack[start];
    let last = start + linked.locals as usize - 1;
    ts.stack[start..=last].fill(Value::Null);
    ts.stack[last] = namespace;
    Ok(())
}

struct Binder<'a> {
    interp: &'a mut Interp,
    linked: &'a LinkedCode,
    function: FunctionId,
    locals: Vec<Value>,
}

impl Binder<'_> {
    fn arg_count(&self) -> usize {
        self.linked.code.arg_count as usize
    }

    /// Put positional arguments in their places; true when there are more than the function takes.
    fn positional(&mut self, values: &[Value]) -> bool {
        let taken = values.len().min(self.arg_count());
        self.locals[..taken].copy_from_slice(&values[..taken]);
        let rest = &values[taken..];
        let flags = self.linked.code.flags;
        let star = self.arg_count() + self.linked.code.kwonly_count as usize;
        if flags.varargs {
            self.locals[star] = self.interp.heap.new_tuple(rest);
        }
        if flags.varkeywords {
            let place = star + usize::from(flags.varargs);
            self.locals[place] = self.interp.heap.new_dict(Default::default());
        }
        !flags.varargs && !rest.is_empty()
    }

    fn keywords(&mut self, names: &[Symbol], values: &[Value], _positional: usize) -> Result<(), Trap> {
        for (&name, &value) in names.iter().zip(values) {
            let posonly = self.linked.code.posonly_count as usize;
            let found = self.linked.parameters.iter().skip(posonly).position(|&p| p == name);
            match found {
                Some(index) if self.locals[index + posonly].is_null() => self.locals[index + posonly] = value,
                Some(_) => return Err(self.error(format!("got multiple values for argument '{}'", self.name(name)))),
                None => self.extra_keyword(name, value, names)?,
            }
        }
        Ok(())
    }

    fn extra_keyword(&mut self, name: Symbol, value: Value, names: &[Symbol]) -> Result<(), Trap> {
        let flags = self.linked.code.flags;
        if flags.varkeywords {
            let star = self.arg_count() + self.linked.code.kwonly_count as usize;
            if let Value::Dict(dict) = self.locals[star + usize::from(flags.varargs)] {
                let key = self.interp.symbol_str(name);
                return self.interp.dict_set(dict, key, value);
            }
        }
        let posonly = &self.linked.parameters[..self.linked.code.posonly_count as usize];
        let misused: Vec<&str> = posonly.iter().filter(|p| names.contains(p)).map(|&p| self.name(p)).collect();
        if !misused.is_empty() {
            let message =
                format!("got some positional-only arguments passed as keyword arguments: '{}'", misused.join(", "));
            return Err(self.error(message));
        }
        let wrong = self.name(name).to_string();
        let close = self.interp.closest(&wrong, &self.parameter_names());
        let hint = close.map_or(String::new(), |c| format!(". Did you mean '{c}'?"));
        Err(self.error(format!("got an unexpected keyword argument '{wrong}'{hint}")))
    }

    fn parameter_names(&self) -> Vec<String> {
        let posonly = self.linked.code.posonly_count as usize;
        self.linked.parameters.iter().skip(posonly).map(|&p| self.name(p).to_string()).collect()
    }

    /// Fill absent parameters from the defaults.
    fn defaults(&mut self) {
        let object = &self.interp.heap.functions[self.function];
        let (defaults, kw_defaults) = (object.defaults, object.kw_defaults);
        if let Value::Tuple(tuple) = defaults {
            let defaults = self.interp.heap.tuple(tuple);
            let first = self.linked.code.arg_count as usize - defaults.len().min(self.linked.code.arg_count as usize);
            for (place, &value) in self.locals[first..].iter_mut().zip(defaults) {
                if place.is_null() {
                    *place = value;
                }
            }
        }
        if let Value::Dict(dict) = kw_defaults {
            let first = self.arg_count();
            for index in first..first + self.linked.code.kwonly_count as usize {
                if self.locals[index].is_null() {
                    let name = self.linked.parameters[index];
                    self.locals[index] = self.interp.dict_get_name(dict, name).unwrap_or(Value::Null);
                }
            }
        }
    }

    /// Complain about what is missing.
    fn check_missing(&mut self) -> Result<(), Trap> {
        let args = self.arg_count();
        let missing = self.missing(0, args);
        if !missing.is_empty() {
            return Err(self.missing_error("positional", &missing));
        }
        let missing = self.missing(args, args + self.linked.code.kwonly_count as usize);
        if !missing.is_empty() {
            return Err(self.missing_error("keyword-only", &missing));
        }
        Ok(())
    }

    fn missing(&self, from: usize, to: usize) -> Vec<String> {
        let unbound = (from..to).filter(|&i| self.locals[i].is_null());
        unbound.map(|i| format!("'{}'", self.name(self.linked.parameters[i]))).collect()
    }

    fn missing_error(&mut self, kind: &str, names: &[String]) -> Trap {
        let list = match names {
            [one] => one.clone(),
            [one, two] => format!("{one} and {two}"),
            [rest @ .., last] => format!("{}, and {last}", rest.join(", ")),
            [] => String::new(),
        };
        let plural = if names.len() == 1 { "" } else { "s" };
        self.error(format!("missing {} required {kind} argument{plural}: {list}", names.len()))
    }

    /// Before the defaults are filled in: what is bound was given.
    fn too_many(&mut self, given: usize) -> Trap {
        let args = self.arg_count();
        let defaults = match self.interp.heap.functions[self.function].defaults {
            Value::Tuple(tuple) => self.interp.heap.tuple(tuple).len(),
            _ => 0,
        };
        let takes = if defaults > 0 { format!("from {} to {args}", args - defaults) } else { args.to_string() };
        let plural = if takes == "1" { "" } else { "s" };
        let kwonly = self.linked.code.kwonly_count as usize;
        let kw_given = self.locals[args..args + kwonly].iter().filter(|v| !v.is_null()).count();
        let mut was = if given == 1 { "was" } else { "were" };
        let mut extra = String::new();
        if kw_given > 0 {
            let plural_given = if given == 1 { "" } else { "s" };
            let plural_kw = if kw_given == 1 { "" } else { "s" };
            extra = format!(" positional argument{plural_given} (and {kw_given} keyword-only argument{plural_kw})");
            was = "were";
        }
        self.error(format!("takes {takes} positional argument{plural} but {given}{extra} {was} given"))
    }

    fn name(&self, symbol: Symbol) -> &str {
        self.interp.symbols.name(symbol)
    }

    fn error(&mut self, message: String) -> Trap {
        let function = self.interp.function_display(self.function);
        self.interp.type_error(format!("{function}() {message}"))
    }
}

/// Put the keyword arguments of a native in the slots that its table names.
pub(crate) fn bind_native(
    interp: &mut Interp,
    native: &Native,
    values: &mut Vec<Value>,
    named: &[(Symbol, Value)],
) -> Result<(), Trap> {
    let def = &native.def;
    let display = interp.native_display(native);
    if def.params.is_empty() {
        return Err(interp.type_error(format!("{display}() takes no keyword arguments")));
    }
    check_most(interp, native, values.len())?;
    let display = def.name;
    let offset = def.slots() - def.params.len();
    let given = (values.len() + named.len()).saturating_sub(offset);
    if given > def.params.len() {
        let (limit, plural) = (def.params.len(), if def.params.len() == 1 { "" } else { "s" });
        let kind = if values.len() <= offset { "keyword " } else { "" };
        let message = format!("{display}() takes at most {limit} {kind}argument{plural} ({given} given)");
        return Err(interp.type_error(message));
    }
    let positional = values.len();
    values.resize(def.slots().max(positional), Value::Null);
    for &(name, value) in named {
        let text = interp.symbols.name(name);
        let Some(index) = def.params.iter().position(|&p| p == text) else {
            let message = format!("{display}() got an unexpected keyword argument '{text}'");
            return Err(interp.type_error(message));
        };
        if !values[index + offset].is_null() {
            let message = format!("argument for {display}() given by name ('{text}') and position ({})", index + 1);
            return Err(interp.type_error(message));
        }
        values[index + offset] = value;
    }
    let required = values[..(def.min as usize).min(values.len())].iter().position(|v| v.is_null());
    if let Some(index) = required {
        let name = def.params.get(index - offset.min(index)).copied().unwrap_or("");
        let message = format!("{display}() missing required argument '{name}' (pos {})", index - offset + 1);
        return Err(interp.type_error(message));
    }
    Ok(())
}

fn check_most(interp: &mut Interp, native: &Native, given: usize) -> Result<(), Trap> {
    if native.def.max != 255 && given > native.def.max as usize { check_count(interp, native, given) } else { Ok(()) }
}

/// Complain, as CPython's argument parsers do, when a native gets too few or too many positional arguments.
pub(crate) fn check_count(interp: &mut Interp, native: &Native, given: usize) -> Result<(), Trap> {
    let def = &native.def;
    let (min, max) = (def.min as usize, def.max as usize);
    if given >= min && (given <= max || max == 255) {
        return Ok(());
    }
    let bound = usize::from(matches!(def.binding, crate::native::Binding::Method | crate::native::Binding::Class));
    let display = interp.native_display(native);
    if given < bound {
        return Err(interp.type_error(format!("unbound method {display}() needs an argument")));
    }
    let (min, max, given) = (min - bound, max.saturating_sub(bound), given - bound);
    let is_slot = native.owner.is_some() && def.name.starts_with("__") && min == max && def.params.is_empty();
    let message = match (min, max) {
        _ if is_slot => format!("expected {min} argument{}, got {given}", if min == 1 { "" } else { "s" }),
        _ if given > max && matches!(def.name, "int" | "str") && native.owner.is_none() => {
            format!("{} expected at most {max} arguments, got {given}", def.name)
        }
        _ if def.name == "sorted" => format!("sorted expected 1 argument, got {given}"),
        _ if given < min && def.params.get(given) == Some(&"") => {
            format!("{}() takes at least {min} positional arguments ({given} given)", def.name)
        }
        (0, 0) if !def.params.is_empty() => format!("{}() takes no positional arguments", def.name),
        (0, 0) => format!("{display}() takes no arguments ({given} given)"),
        (1, 1) if def.params.is_empty() => format!("{display}() takes exactly one argument ({given} given)"),
        _ if min == max => {
            format!("{} expected {min} argument{}, got {given}", def.name, if min == 1 { "" } else { "s" })
        }
        _ if given < min && def.params.get(given).is_some_and(|name| !name.is_empty()) => {
            format!("{}() missing required argument '{}' (pos {})", def.name, def.params[given], given + 1)
        }
        _ if given < min => {
            format!("{} expected at least {min} argument{}, got {given}", def.name, if min == 1 { "" } else { "s" })
        }
        _ if !def.params.is_empty() => {
            let limit = if min < max || max < def.slots() - bound { "at most" } else { "exactly" };
            let kind = if max < def.slots() - bound { "positional " } else { "" };
            let plural = if max == 1 { "" } else { "s" };
            format!("{}() takes {limit} {max} {kind}argument{plural} ({given} given)", def.name)
        }
        _ => format!("{} expected at most {max} argument{}, got {given}", def.name, if max == 1 { "" } else { "s" }),
    };
    Err(interp.type_error(message))
}

/// The receiver of a method of a built-in type must be of that type; of a script subclass, its built-in value is taken.
pub(crate) fn check_receiver(
    interp: &mut Interp,
    native: &Native,
    owner: ClassId,
    values: &mut [Value],
) -> Result<(), Trap> {
    if native.def.binding != crate::native::Binding::Method || owner == crate::types::OBJECT {
        return Ok(());
    }
    let Some(receiver) = values.first_mut() else { return Ok(()) };
    let class = interp.class_of(*receiver);
    if class == owner {
        return Ok(());
    }
    if !interp.is_subclass(class, owner) {
        let message = format!(
            "descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
            native.def.name,
            interp.class_display(owner),
            interp.type_name(*receiver)
        );
        return Err(interp.type_error(message));
    }
    *receiver = interp.payload(*receiver);
    Ok(())
}

impl Interp {
    /// How messages name a native: with its type if it is a method.
    pub(crate) fn native_display(&self, native: &Native) -> String {
        match native.owner {
            Some(owner) => format!("{}.{}", self.heap.classes[owner].name, native.def.name),
            None if native.module.is_empty() || native.module == "builtins" => native.def.name.to_string(),
            None => format!("{}.{}", native.module, native.def.name),
        }
    }

    /// The qualified name of a function.
    pub(crate) fn function_display(&self, id: FunctionId) -> String {
        let object = &self.heap.functions[id];
        let assigned = object.attributes.iter().flat_map(|a| a.iter()).find(|(n, _)| *n == Symbol::QUALNAME);
        match assigned.and_then(|(_, v)| self.text(*v)) {
            Some(name) => name.to_string(),
            None => self.code.get(object.code).code.qualname.to_string(),
        }
    }
}
