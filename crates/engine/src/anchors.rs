//! Where tracebacks put their carets: which part of an expression is the operator, the brackets, the call.
//!
//! The part of the source that ran is parsed again, as CPython's `traceback` does.

use gilscope_syntax::ast::{Expr, ExprKind, StmtKind};
use gilscope_vm::host::CaretAnchors;

/// A part of the source as lines of characters.
struct Segment {
    lines: Vec<Vec<char>>,
}

/// A line and a character in it, from 0.
type Place = (usize, usize);

/// The operator of a binary operation, the brackets of a subscript or of a call.
pub(crate) fn caret_anchors(segment: &str) -> Option<CaretAnchors> {
    // In brackets any expression may span lines.
    let text = format!("(\n{segment}\n)");
    let module = gilscope_syntax::parse(&text).ok()?;
    let [statement] = module.body.as_slice() else { return None };
    let StmtKind::Expr(expression) = &statement.kind else { return None };
    let lines = Segment { lines: segment.split('\n').map(|line| line.chars().collect()).collect() };
    let end_of = |node: &Expr| lines.place(segment, (node.span.hi as usize).checked_sub(2)?);
    let (left, right) = match &expression.kind {
        ExprKind::BinOp { left, right, .. } => {
            let from = lines.valid(end_of(left)?)?;
            let operator = lines.find(from, |c| !c.is_whitespace() && c != ')')?;
            let operand = lines.place(segment, (right.span.lo as usize).checked_sub(2)?)?;
            (operator, (operator.0, lines.operator_end(operator, operand)))
        }
        ExprKind::Subscript { value, .. } => {
            let from = lines.valid(end_of(value)?)?;
            (lines.find(from, |c| c == '[')?, end_of(expression)?)
        }
        ExprKind::Call { func, .. } => {
            let from = lines.valid(end_of(func)?)?;
            (lines.find(from, |c| c == '(')?, end_of(expression)?)
        }
        _ => return None,
    };
    let place = |(line, column): Place| (line as u32, column as u32);
    Some(CaretAnchors { left_end: place(left), right_start: place(right) })
}

impl Segment {
    /// The place of a byte of the text.
    fn place(&self, text: &str, byte: usize) -> Option<Place> {
        let before = text.get(..byte)?;
        let line = before.matches('\n').count();
        let start = before.rfind('\n').map_or(0, |i| i + 1);
        Some((line, before[start..].chars().count()))
    }

    /// The place itself, or the beginning of the next line that has characters.
    fn valid(&self, (mut line, mut column): Place) -> Option<Place> {
        while column >= self.lines.get(line)?.len() {
            line += 1;
            column = 0;
        }
        Some((line, column))
    }

    /// The first character from a place on that satisfies `stop`; what follows a `#` or a backslash does not count.
    fn find(&self, (mut line, mut column): Place, stop: impl Fn(char) -> bool) -> Option<Place> {
        loop {
            let c = *self.lines.get(line)?.get(column)?;
            if c == '\\' || c == '#' {
                (line, column) = self.valid((line + 1, 0))?;
            } else if stop(c) {
                return Some((line, column));
            } else {
                (line, column) = self.valid((line, column + 1))?;
            }
        }
    }

    /// The end of an operator of one or two characters, before its right operand.
    fn operator_end(&self, (line, column): Place, operand: Place) -> usize {
        let next = column + 1;
        let second = self.lines[line].get(next).copied();
        let is_free = operand.0 > line || next < operand.1;
        let is_operator = second.is_some_and(|c| !c.is_whitespace() && c != '\\' && c != '#');
        if is_free && is_operator { next + 1 } else { next }
    }
}

/// Whether the lines are `return name(…)` or `name = call(…)`, and the call is all that ran.
pub(crate) fn is_plain_call(lines: &str, start: u32, end: u32) -> bool {
    let Ok(module) = gilscope_syntax::parse(lines) else { return false };
    let Some(statement) = module.body.first() else { return true };
    let call = match &statement.kind {
        StmtKind::Return(Some(value)) => match &value.kind {
            ExprKind::Call { func, .. } if matches!(func.kind, ExprKind::Name(_)) => value,
            _ => return false,
        },
        StmtKind::Assign { targets, value, .. } => match (targets.as_slice(), &value.kind) {
            ([target], ExprKind::Call { .. }) if matches!(target.kind, ExprKind::Name(_)) => value,
            _ => return false,
        },
        _ => return false,
    };
    let last = lines.rfind('\n').map_or(0, |i| i + 1);
    let first_line = lines.find('\n').unwrap_or(lines.len());
    let (lo, hi) = (call.span.lo as usize, call.span.hi as usize);
    // CPython compares characters with bytes here, and so does this.
    lo <= first_line && lo == start as usize && hi >= last && hi - last == end as usize
}
