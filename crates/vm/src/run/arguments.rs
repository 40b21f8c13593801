//! Binding the arguments of a call to the parameters of a function, in place.

mod native;

pub(crate) use native::*;

use crate::code_store::LinkedCode;
use crate::interp::Interp;
use crate::native::Trap;
use crate::run::call::Keywords;
use crate::symbol::Symbol;
use crate::thread_state::ThreadState;
use crate::value::*;

/// Bind the `count` values at `start` (the last ones named by `keywords`) to the parameters of `function`, in place,
/// and clear the other locals. The stack has room for them.
pub(crate) fn bind(
    interp: &mut Interp,
    ts: &mut ThreadState,
    function: FunctionId,
    start: usize,
    count: usize,
    keywords: Keywords,
) -> Result<(), Trap> {
    let linked = interp.code.get(interp.heap.functions[function].code);
    let parameters = Parameters::of(linked);
    if linked.has_namespace {
        return bind_namespace(ts, &parameters, start);
    }
    if keywords.is_none() && fill_defaults(interp, ts, function, &parameters, start, count) {
        return Ok(());
    }
    let placed = keywords.and_then(|names| place_named(interp, ts, function, &parameters, (start, count), names));
    let mut binder = Binder { interp, ts, function, parameters, start };
    match placed {
        Some(positional) => {
            binder.place_defaults(positional);
            binder.check_missing()
        }
        None => binder.bind(count, keywords),
    }
}

/// How many parameters of each kind a function has.
#[derive(Clone, Copy)]
struct Parameters {
    /// Those that take positional arguments; the first `posonly` take no others.
    args: usize,
    posonly: usize,
    kwonly: usize,
    varargs: bool,
    varkeywords: bool,
    locals: usize,
}

impl Parameters {
    #[inline]
    fn of(linked: &LinkedCode) -> Parameters {
        let code = &linked.code;
        Parameters {
            args: code.arg_count as usize,
            posonly: code.posonly_count as usize,
            kwonly: code.kwonly_count as usize,
            varargs: code.flags.varargs,
            varkeywords: code.flags.varkeywords,
            locals: linked.locals as usize,
        }
    }

    /// How many have a name that an argument may be given by, or are positional-only.
    fn named(&self) -> usize {
        self.args + self.kwonly
    }
}

/// Fewer positional arguments than parameters, and defaults for the rest: the usual case. False when it is something
/// else.
fn fill_defaults(
    interp: &Interp,
    ts: &mut ThreadState,
    function: FunctionId,
    parameters: &Parameters,
    start: usize,
    count: usize,
) -> bool {
    let args = parameters.args;
    let Value::Tuple(defaults) = interp.heap.functions[function].defaults else { return false };
    let defaults = interp.heap.tuple(defaults);
    if parameters.kwonly > 0 || parameters.varargs || parameters.varkeywords {
        return false;
    }
    if count > args || args - count > defaults.len() {
        return false;
    }
    let missing = &defaults[defaults.len() - (args - count)..];
    ts.stack[start + count..start + args].copy_from_slice(missing);
    ts.stack[start + args..start + parameters.locals].fill(Value::Null);
    true
}

/// The usual call with keywords: each names a parameter that no positional argument is for, and there are no `*args` and
/// `**kwargs`. Gives the number of positional arguments; `None`, with nothing changed, when it is something else.
#[inline(never)]
fn place_named(
    interp: &Interp,
    ts: &mut ThreadState,
    function: FunctionId,
    parameters: &Parameters,
    (start, count): (usize, usize),
    names: TupleId,
) -> Option<usize> {
    let names = interp.heap.tuple(names);
    let positional = count - names.len();
    if parameters.varargs || parameters.varkeywords || names.len() > FEW || positional > parameters.args {
        return None;
    }
    let linked = interp.code.get(interp.heap.functions[function].code);
    let first = positional.max(parameters.posonly);
    let open = linked.parameters.get(first..)?;
    let mut moves = [(0, Value::Null); FEW];
    let given = &ts.stack[start + positional..start + count];
    for ((place, name), &value) in moves.iter_mut().zip(names).zip(given) {
        let same = |p: &Symbol| interp.symbol_strs.get(p.0 as usize) == Some(name);
        *place = (first + open.iter().position(same)?, value);
    }
    let locals = &mut ts.stack[start..start + parameters.locals.max(count)];
    locals[positional..].fill(Value::Null);
    for &(place, value) in &moves[..names.len()] {
        locals[place] = value;
    }
    Some(positional)
}

/// A class body's only argument is its namespace, kept after the named locals.
fn bind_namespace(ts: &mut ThreadState, parameters: &Parameters, start: usize) -> Result<(), Trap> {
    let namespace = ts.stack[start];
    let last = start + parameters.locals - 1;
    ts.stack[start..=last].fill(Value::Null);
    ts.stack[last] = namespace;
    Ok(())
}

/// Keyword arguments that are moved out of the way without an allocation.
const FEW: usize = 8;

struct Binder<'a> {
    interp: &'a mut Interp,
    ts: &'a mut ThreadState,
    function: FunctionId,
    parameters: Parameters,
    /// Where the first local is.
    start: usize,
}

impl Binder<'_> {
    #[inline(never)]
    fn bind(&mut self, count: usize, keywords: Keywords) -> Result<(), Trap> {
        let named = keywords.map_or(0, |names| self.interp.heap.tuple(names).len());
        let positional = count - named;
        let first_named = self.start + positional;
        let mut few = [Value::Null; FEW];
        let many: Vec<Value>;
        let given = &self.ts.stack[first_named..first_named + named];
        let values = if named <= FEW {
            few[..named].copy_from_slice(given);
            &few[..named]
        } else {
            many = given.to_vec();
            &many[..]
        };
        let too_many = self.place_positional(positional);
        if let Some(names) = keywords {
            self.place_keywords(names, values)?;
        }
        if too_many {
            return Err(self.too_many(positional));
        }
        self.place_defaults(positional);
        self.check_missing()
    }

    fn locals(&self) -> &[Value] {
        &self.ts.stack[self.start..self.start + self.parameters.locals]
    }

    fn local(&mut self, index: usize) -> &mut Value {
        &mut self.ts.stack[self.start + index]
    }

    /// The positional arguments are in their places; make `*args` of what is left, and `**kwargs`, and clear all other
    /// locals. True when there are more than the function takes.
    fn place_positional(&mut self, positional: usize) -> bool {
        let Parameters { args, varargs, varkeywords, locals, .. } = self.parameters;
        let star = self.parameters.named();
        let taken = positional.min(args);
        let rest = &self.ts.stack[self.start + taken..self.start + positional];
        let has_rest = !rest.is_empty();
        let rest = match varargs {
            true if has_rest => self.interp.heap.new_tuple(rest),
            true => self.interp.empty_tuple,
            false => Value::Null,
        };
        self.ts.stack[self.start + taken..self.start + locals].fill(Value::Null);
        if varargs {
            *self.local(star) = rest;
        }
        if varkeywords {
            *self.local(star + usize::from(varargs)) = self.interp.heap.new_dict(Default::default());
        }
        has_rest && !varargs
    }

    fn place_keywords(&mut self, names: TupleId, values: &[Value]) -> Result<(), Trap> {
        for (k, &value) in values.iter().enumerate() {
            let name = self.interp.heap.tuple(names)[k];
            match self.find(name) {
                Some(index) if self.locals()[index].is_null() => *self.local(index) = value,
                Some(_) => {
                    let name = self.text(name);
                    return Err(self.error(format!("got multiple values for argument '{name}'")));
                }
                None => self.extra_keyword(name, value, names)?,
            }
        }
        Ok(())
    }

    /// The parameter that a keyword argument is for. Names in code are the strs of their symbols, so that mostly no
    /// text is looked at.
    fn find(&mut self, name: Value) -> Option<usize> {
        let code = self.interp.heap.functions[self.function].code;
        let linked = self.interp.code.get(code);
        let parameters = linked.parameters.get(self.parameters.posonly..)?;
        let strs = &self.interp.symbol_strs;
        let same = |p: &Symbol| strs.get(p.0 as usize) == Some(&name);
        let index = match parameters.iter().position(same) {
            Some(index) => Some(index),
            None => {
                let symbol = self.interp.symbols.find(self.interp.text(name)?)?;
                parameters.iter().position(|&p| p == symbol)
            }
        };
        index.map(|index| index + self.parameters.posonly)
    }

    fn extra_keyword(&mut self, name: Value, value: Value, names: TupleId) -> Result<(), Trap> {
        if self.parameters.varkeywords {
            let place = self.parameters.named() + usize::from(self.parameters.varargs);
            if let Value::Dict(dict) = self.locals()[place] {
                return self.interp.dict_set(dict, name, value);
            }
        }
        let given: Vec<String> = self.interp.heap.tuple(names).iter().map(|&n| self.text(n)).collect();
        let mut posonly = self.parameter_names();
        let others = posonly.split_off(self.parameters.posonly);
        let misused: Vec<String> = posonly.into_iter().filter(|p| given.contains(p)).collect();
        if !misused.is_empty() {
            let message =
                format!("got some positional-only arguments passed as keyword arguments: '{}'", misused.join(", "));
            return Err(self.error(message));
        }
        let wrong = self.text(name);
        let close = self.interp.closest(&wrong, &others);
        let hint = close.map_or(String::new(), |c| format!(". Did you mean '{c}'?"));
        Err(self.error(format!("got an unexpected keyword argument '{wrong}'{hint}")))
    }

    /// Fill absent parameters from the defaults.
    fn place_defaults(&mut self, positional: usize) {
        let Parameters { args, kwonly, .. } = self.parameters;
        let object = &self.interp.heap.functions[self.function];
        let (code, kw_defaults) = (object.code, object.kw_defaults);
        if let (Value::Tuple(tuple), true) = (object.defaults, positional < args) {
            let defaults = self.interp.heap.tuple(tuple);
            let first = args - defaults.len().min(args);
            let places = &mut self.ts.stack[self.start + first..self.start + args];
            for (place, &value) in places.iter_mut().zip(defaults) {
                if place.is_null() {
                    *place = value;
                }
            }
        }
        if let (Value::Dict(dict), true) = (kw_defaults, kwonly > 0) {
            for index in args..args + kwonly {
                if self.locals()[index].is_null() {
                    let name = self.interp.code.get(code).parameters[index];
                    *self.local(index) = self.interp.dict_get_name(dict, name).unwrap_or(Value::Null);
                }
            }
        }
    }

    /// Complain about what is missing.
    #[inline(never)]
    fn check_missing(&mut self) -> Result<(), Trap> {
        let Parameters { args, .. } = self.parameters;
        let named = self.parameters.named();
        if !self.locals()[..named].contains(&Value::Null) {
            return Ok(());
        }
        let missing = self.missing(0, args);
        if !missing.is_empty() {
            return Err(self.missing_error("positional", &missing));
        }
        let missing = self.missing(args, named);
        Err(self.missing_error("keyword-only", &missing))
    }

    #[cold]
    fn missing(&self, from: usize, to: usize) -> Vec<String> {
        let names = self.parameter_names();
        let unbound = (from..to).filter(|&i| self.locals()[i].is_null());
        unbound.filter_map(|i| names.get(i)).map(|name| format!("'{name}'")).collect()
    }

    #[cold]
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
    #[cold]
    fn too_many(&mut self, given: usize) -> Trap {
        let Parameters { args, kwonly, .. } = self.parameters;
        let defaults = match self.interp.heap.functions[self.function].defaults {
            Value::Tuple(tuple) => self.interp.heap.tuple(tuple).len(),
            _ => 0,
        };
        let takes =
            if defaults > 0 { format!("from {} to {args}", args.saturating_sub(defaults)) } else { args.to_string() };
        let plural = if takes == "1" { "" } else { "s" };
        let kw_given = self.locals()[args..args + kwonly].iter().filter(|v| !v.is_null()).count();
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

    #[cold]
    fn parameter_names(&self) -> Vec<String> {
        let linked = self.interp.code.get(self.interp.heap.functions[self.function].code);
        linked.parameters.iter().map(|&p| self.interp.symbols.name(p).to_string()).collect()
    }

    /// The text of a keyword's name.
    #[cold]
    fn text(&self, name: Value) -> String {
        self.interp.text(name).unwrap_or_default().to_string()
    }

    #[cold]
    fn error(&mut self, message: String) -> Trap {
        let function = self.interp.function_display(self.function);
        self.interp.type_error(format!("{function}() {message}"))
    }
}

impl Interp {
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
