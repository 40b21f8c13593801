//! Calls of the containers' methods and of builtin functions, with what CPython 3.13 (`PYTHONHASHSEED=0`) makes of them.

use super::{call, interp, literal, shown};

/// One call a line: receiver, name, arguments, result, receiver afterwards.
const CALLS: &str = include_str!("containers.txt");

#[test]
fn methods_do_what_they_do_in_cpython() {
    let mut interp = interp();
    let mut failures = Vec::new();
    for line in CALLS.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [receiver, name, args, result, after] = fields[..] else { panic!("{line}") };
        let receiver = literal(&mut interp, receiver);
        let args = match literal(&mut interp, &format!("[{args}]")) {
            crate::Value::List(id) => interp.heap.lists[id].items.clone(),
            _ => Vec::new(),
        };
        let outcome = call(&mut interp, receiver, name, &args);
        let outcome = shown(&mut interp, outcome);
        let now = shown(&mut interp, Ok(receiver));
        if outcome != result || now != after {
            failures.push(format!("{line}\n    gives {outcome}, then {now}"));
        }
    }
    assert!(failures.is_empty(), "{} differ:\n{}", failures.len(), failures.join("\n"));
}
