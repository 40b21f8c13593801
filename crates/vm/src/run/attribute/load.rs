//! The ops that load an attribute, and what they remember of it.

use super::*;

/// The result is that of a call.
pub(crate) fn call_trap(callee: Value, args: &[Value]) -> Trap {
    Trap::Call(Box::new(crate::native::CallRequest { callee, args: args.to_vec(), keywords: Vec::new() }))
}

/// Do what `Trap::Call` asks, from the top frame.
fn settle(interp: &mut Interp, ts: &mut ThreadState, result: Result<Value, Trap>) -> Result<(), Trap> {
    match result {
        Ok(value) => {
            ts.push(value);
            Ok(())
        }
        Err(Trap::Call(request)) => call::start_keywords(interp, ts, *request, OnReturn::Push),
        Err(trap) => Err(trap),
    }
}

pub(super) fn remember(interp: &mut Interp, site: u32, object: Value, cached: Cached) {
    let key = interp.cache_key(object);
    let version = interp.class_version;
    let site = &mut interp.sites[site as usize];
    site.key = if cached == Cached::Nothing { u32::MAX } else { key };
    site.version = version;
    site.cached = cached;
}

/// The function of a property that is in the dict of a class.
#[inline]
pub(crate) fn getter(interp: &Interp, class: ClassId, index: u32) -> Option<FunctionId> {
    let Value::Descriptor(id) = interp.heap.classes[class].dict.at(index) else { return None };
    match interp.heap.descriptors[id] {
        Descriptor::Property { get: Value::Function(function), .. } => Some(function),
        _ => None,
    }
}

/// `LOAD_ATTR` when the cache does not know.
pub(crate) fn load_attr(interp: &mut Interp, ts: &mut ThreadState, site: u32) -> Result<(), Trap> {
    let object = ts.top(1);
    let name = interp.sites[site as usize].name;
    let (found, cached) = match interp.find_attribute(object, name) {
        Ok(found) => found,
        Err(Trap::Call(request)) => {
            ts.pop();
            return call::start_keywords(interp, ts, *request, OnReturn::Push);
        }
        Err(trap) => return Err(trap),
    };
    remember(interp, site, object, cached);
    ts.pop();
    if let Found::Getter(get) = found {
        return call::start(interp, ts, get, &[object], OnReturn::Push);
    }
    let result = match found {
        Found::Value(value) => Ok(value),
        Found::Bound(function, receiver) => Ok(interp.heap.new_method(function, receiver)),
        _ => interp.get_attribute(object, name),
    };
    settle(interp, ts, result)
}

/// `LOAD_ATTR` of a method that is called next: method and self, or attribute and `Null`.
pub(crate) fn load_method(interp: &mut Interp, ts: &mut ThreadState, site: u32) -> Result<(), Trap> {
    let object = ts.top(1);
    let name = interp.sites[site as usize].name;
    let (found, cached) = match interp.find_attribute(object, name) {
        Err(Trap::Call(request)) => {
            ts.pop();
            return call::start_keywords(interp, ts, *request, OnReturn::Callee);
        }
        found => found?,
    };
    remember(interp, site, object, cached);
    ts.pop();
    match found {
        Found::Value(value) => {
            ts.push(value);
            ts.push(Value::Null);
            Ok(())
        }
        Found::Bound(function, receiver) => {
            ts.push(function);
            ts.push(receiver);
            Ok(())
        }
        _ => match interp.get_attribute(object, name) {
            Err(Trap::Call(request)) => call::start_keywords(interp, ts, *request, OnReturn::Callee),
            Err(trap) => Err(trap),
            Ok(value) => {
                ts.push(value);
                ts.push(Value::Null);
                Ok(())
            }
        },
    }
}

/// `LOAD_SUPER_ATTR`: operands are `super`, the class, self.
pub(crate) fn load_super_attr(
    interp: &mut Interp,
    ts: &mut ThreadState,
    name: Symbol,
    method: bool,
) -> Result<(), Trap> {
    let (class, object) = (ts.top(2), ts.top(1));
    let wrapper = interp.new_super(class, object)?;
    ts.pop_many(3);
    let Value::Wrapper(id) = wrapper else { return Ok(()) };
    if name == Symbol::CLASS {
        let value = interp.get_attribute(wrapper, name)?;
        ts.push(value);
        return Ok(());
    }
    let Wrapper::Super { class, object, object_type } = interp.heap.wrappers[id] else { return Ok(()) };
    let (found, _) = interp.find_super_attribute(class, object, object_type, name)?;
    match (found, method) {
        (Found::Bound(function, receiver), true) => {
            ts.push(function);
            ts.push(receiver);
            Ok(())
        }
        (Found::Value(value), true) => {
            ts.push(value);
            ts.push(Value::Null);
            Ok(())
        }
        (_, method) => {
            let on_return = if method { OnReturn::Callee } else { OnReturn::Push };
            match interp.found_value(found, object) {
                Ok(value) => {
                    ts.push(value);
                    if method {
                        ts.push(Value::Null);
                    }
                    Ok(())
                }
                Err(Trap::Call(request)) => call::start_keywords(interp, ts, *request, on_return),
                Err(trap) => Err(trap),
            }
        }
    }
}
