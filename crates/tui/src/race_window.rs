//! Race windows under a model: between which reads and writes another thread can come in depends on its check points.

use crate::moment::Window;
use gilscope_bytecode::{Check, Code, Opcode};
use gilscope_engine::step::race_windows;
use gilscope_gil::CheckPoints;

/// Whether another thread may come to run right at or after this instruction, under this rule.
pub fn is_check_point(rule: CheckPoints, op: Opcode) -> bool {
    match rule {
        CheckPoints::CountedOps | CheckPoints::AfterSlowOps => !op.is_fast(),
        CheckPoints::CallJumpFrame => {
            let jumps = matches!(
                op,
                Opcode::PopJumpIfFalse | Opcode::PopJumpIfTrue | Opcode::PopJumpIfNone | Opcode::PopJumpIfNotNone
            );
            jumps || op.check() != Check::Never
        }
        CheckPoints::BackEdgeCallResume => op.check() != Check::Never,
        CheckPoints::EveryOp => true,
    }
}

/// For each instruction, whether it is in a race window.
pub fn windows(code: &Code, rule: CheckPoints) -> Vec<Window> {
    let mut marks = vec![Window::Outside; code.instructions.len()];
    for window in race_windows(code) {
        let (read, write) = (window.read as usize, window.write as usize);
        let is_open = code.instructions[read..write].iter().any(|inner| is_check_point(rule, inner.op));
        for mark in &mut marks[read..=write] {
            if is_open {
                *mark = Window::Open;
            } else if *mark == Window::Outside {
                *mark = Window::Closed;
            }
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The body of the first function of a program.
    fn function(text: &str) -> std::sync::Arc<Code> {
        let module = crate::sample::compile(text);
        let codes = module.constants.iter().find_map(|constant| match constant {
            gilscope_bytecode::Constant::Code(code) => Some(code.clone()),
            _ => None,
        });
        codes.expect("the program has a function")
    }

    fn picture(text: &str, rule: CheckPoints) -> String {
        let marks = windows(&function(text), rule);
        marks
            .iter()
            .map(|window| match window {
                Window::Outside => '.',
                Window::Closed => 'c',
                Window::Open => 'o',
            })
            .collect()
    }

    const PLAIN: &str = "def f():\n    global n\n    n += 1\n";
    const CALL: &str = "def f():\n    global n\n    n = g(n)\n";
    const APART: &str = "def f():\n    global n\n    old = n\n    n = old + 1\n";

    #[test]
    fn a_plain_increment_is_safe_under_some_models_only() {
        assert_eq!(picture(PLAIN, CheckPoints::BackEdgeCallResume), ".cccc.");
        for rule in [CheckPoints::AfterSlowOps, CheckPoints::CountedOps, CheckPoints::EveryOp] {
            assert_eq!(picture(PLAIN, rule), ".oooo.");
        }
    }

    #[test]
    fn a_call_in_between_opens_the_window() {
        assert_eq!(picture(CALL, CheckPoints::BackEdgeCallResume), "..ooo.");
        assert_eq!(picture(APART, CheckPoints::BackEdgeCallResume), ".cccccc.");
    }

    /// Where the window of the first function's only line begins and ends.
    fn edges(line: &str) -> Option<(Opcode, Opcode)> {
        let code = function(&format!("def f(self, other, d, e, k):\n    {line}\n"));
        let windows = race_windows(&code);
        let op = |index: u32| code.instructions[index as usize].op;
        windows.first().map(|window| (op(window.read), op(window.write)))
    }

    #[test]
    fn a_window_is_of_one_attribute_of_one_object() {
        let whole = Some((Opcode::LoadAttr, Opcode::StoreAttr));
        for line in ["self.n += 1", "self.n = self.n + 1", "self.a.n += d[k]", "self.n = max(self.n, 3)"] {
            assert_eq!(edges(line), whole, "{line}");
        }
        for line in ["self.n = other.n", "self.n = self.m", "self.a.n = self.n", "self.n = 1"] {
            assert_eq!(edges(line), None, "{line}");
        }
    }

    #[test]
    fn a_window_is_of_one_item_of_one_container() {
        let whole = Some((Opcode::BinarySubscr, Opcode::StoreSubscr));
        for line in ["d[k] += 1", "d[k] = d[k] + 1", "self.d[0] -= e[k]", "d[k][0] = f(d[k][0])", "d[f(k)] += 1"] {
            assert_eq!(edges(line), whole, "{line}");
        }
        assert_eq!(edges("d[k] = d.get(k, 0) + 1"), Some((Opcode::Call, Opcode::StoreSubscr)));
        for line in ["d[k] = e[k]", "d[0] = d[1]", "d[f(k)] = d[f(k)]", "d[k] = d[k + 1]", "d[k] = e.get(k)"] {
            assert_eq!(edges(line), None, "{line}");
        }
    }
}
