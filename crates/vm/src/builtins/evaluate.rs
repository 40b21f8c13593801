//! `exec`, `eval` and `compile`.

use crate::host::CompileMode;
use crate::interp::Interp;
use crate::native::{Args, NativeDef, NativeResult, Trap};
use crate::object::FunctionObject;
use crate::run::attribute::call_trap;
use crate::thread_state::ThreadState;
use crate::value::*;
use std::sync::Arc;

pub(crate) const FUNCTIONS: &[NativeDef] = &[
    NativeDef::frame("eval", eval, 1, 3),
    NativeDef::frame("exec", exec, 1, 3),
    NativeDef::function("compile", compile, 3, 6).params(&[
        "source",
        "filename",
        "mode",
        "flags",
        "dont_inherit",
        "optimize",
    ]),
];

pub(crate) const HOOKS: &[NativeDef] = &[
    NativeDef::function("temporary_module", temporary_module, 1, 1),
    NativeDef::function("copy_globals", copy_globals, 2, 2),
    NativeDef::function("run_with", run_with, 3, 3),
];

/// The code of an argument: a code object, or text that is compiled.
fn code_argument(interp: &mut Interp, function: &str, source: Value, mode: CompileMode) -> Result<CodeId, Trap> {
    if let Value::Code(code) = source {
        return Ok(code);
    }
    let text = match (interp.text(source), source) {
        (Some(text), _) => text.to_string(),
        (None, Value::Bytes(id)) => String::from_utf8_lossy(&interp.heap.bytes[id].data).into_owned(),
        _ => return Err(interp.type_error(format!("{function}() arg 1 must be a string, bytes or code object"))),
    };
    let text = if mode == CompileMode::Eval { text.trim_start_matches([' ', '\t']) } else { &text };
    compile_text(interp, text, "<string>", mode)
}

fn compile_text(interp: &mut Interp, text: &str, filename: &str, mode: CompileMode) -> Result<CodeId, Trap> {
    let host = Arc::clone(&interp.host);
    match host.compile(text, filename, mode) {
        Ok(code) => Ok(interp.add_code(&code, interp.builtins)),
        Err(fault) => Err(interp.syntax_error(&fault)),
    }
}

fn compile(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let Some(text) = interp.text(args.at(0)).map(str::to_string) else {
        return Err(interp.type_error("compile() arg 1 must be a string, bytes or AST object"));
    };
    let filename = interp.text(args.at(1)).unwrap_or("<string>").to_string();
    let mode = match interp.text(args.at(2)) {
        Some("exec") => CompileMode::Exec,
        Some("eval") => CompileMode::Eval,
        Some("single") => CompileMode::Single,
        _ => return Err(interp.value_error("compile() mode must be 'exec', 'eval' or 'single'")),
    };
    compile_text(interp, &text, &filename, mode).map(Value::Code)
}

fn eval(interp: &mut Interp, ts: &mut ThreadState, args: &[Value]) -> NativeResult {
    evaluate(interp, ts, args, "eval", CompileMode::Eval)
}

fn exec(interp: &mut Interp, ts: &mut ThreadState, args: &[Value]) -> NativeResult {
    evaluate(interp, ts, args, "exec", CompileMode::Exec)
}

/// Without a dict of globals the code runs among the caller's; in a function its locals are looked up first.
fn evaluate(
    interp: &mut Interp,
    ts: &mut ThreadState,
    args: &[Value],
    function: &str,
    mode: CompileMode,
) -> NativeResult {
    let code = code_argument(interp, function, args[0], mode)?;
    let given = |i: usize| args.get(i).copied().filter(|v| !v.is_none());
    if let Some(globals) = given(1) {
        if !matches!(interp.payload(globals), Value::Dict(_)) {
            let kind = interp.type_name(globals).to_string();
            return Err(interp.type_error(format!("{function}() globals must be a dict, not {kind}")));
        }
        let locals = given(2).unwrap_or(Value::None);
        let twin = interp.twin("evaluate", "run_among")?;
        return Err(call_trap(twin, &[Value::Code(code), globals, locals]));
    }
    let module = interp.calling_module(ts);
    let namespace = match given(2) {
        Some(locals) => locals,
        None => super::attributes::function_locals(interp, ts)?,
    };
    Err(run_code(interp, code, module, namespace))
}

/// Run code with the globals of `module`, and with `namespace` before them unless it is `Null`.
fn run_code(interp: &mut Interp, code: CodeId, module: ModuleId, namespace: Value) -> Trap {
    let code = Arc::clone(&interp.code.get(code).code);
    let code = interp.add_code_with(&code, module, !namespace.is_null());
    let body = interp.heap.functions.alloc(FunctionObject { code, ..Default::default() });
    let args: &[Value] = if namespace.is_null() { &[] } else { &[namespace] };
    call_trap(Value::Function(body), args)
}

// ---- hooks of `_core/evaluate.py` ----

/// `temporary_module(globals)`: a module whose globals are the items of a dict.
fn temporary_module(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let module = interp.heap.modules.alloc(Default::default());
    let Value::Dict(dict) = interp.payload(args.at(0)) else { return Ok(Value::Module(module)) };
    let entries: Vec<(Value, Value)> = interp.heap.dicts[dict].iter().map(|e| (e.key, e.value)).collect();
    for (key, value) in entries {
        if let Some(name) = interp.symbol_of(key) {
            let slot = interp.global_slot(module, name);
            interp.set_global_slot(slot, value);
        }
    }
    Ok(Value::Module(module))
}

/// `copy_globals(module, globals)`: put the module's names back into the dict.
fn copy_globals(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let Value::Dict(dict) = interp.payload(args.at(1)) else { return Ok(Value::None) };
    for (name, value) in interp.own_attributes(args.at(0)) {
        let key = interp.symbol_str(name);
        interp.dict_set(dict, key, value)?;
    }
    let key = interp.str("__builtins__");
    let builtins = Value::Module(interp.builtins);
    interp.dict_set(dict, key, builtins)?;
    Ok(Value::None)
}

/// `run_with(code, module, namespace or None)`.
fn run_with(interp: &mut Interp, args: Args<'_>) -> NativeResult {
    let (Value::Code(code), Value::Module(module)) = (args.at(0), args.at(1)) else { return Ok(Value::None) };
    let namespace = if args.at(2).is_none() { Value::Null } else { args.at(2) };
    Err(run_code(interp, code, module, namespace))
}
