//! A row of binary operators → a tree, by precedence.
//!
//! The grammar reads `a + b * c` as a list. The left operands that wait for a tighter operator to be done are in the
//! builder, in one stack for all rows: a row inside parentheses ends before the one around it goes on.

use super::{Builder, Node};
use crate::ast::Operator;

/// A row of operators on the parser's stack: its last operand, and how many left operands wait for that.
#[derive(Debug)]
pub(crate) struct Operation {
    last: Node,
    /// Where the last operand begins and ends, its parentheses included.
    l: u32,
    r: u32,
    waiting: u32,
}

/// A left operand and the operator behind it.
pub(super) struct Waiting {
    left: Node,
    l: u32,
    op: Operator,
}

impl Operation {
    /// The row whose first operand begins at `l`.
    pub(crate) fn begin(l: u32, first: Node) -> Operation {
        Operation { last: first, l, r: l, waiting: 0 }
    }
}

/// How tightly an operator binds. `**` is not among those of a row.
fn precedence(op: Operator) -> u8 {
    match op {
        Operator::BitOr => 0,
        Operator::BitXor => 1,
        Operator::BitAnd => 2,
        Operator::LShift | Operator::RShift => 3,
        Operator::Add | Operator::Sub => 4,
        Operator::Mult | Operator::MatMult | Operator::Div | Operator::Mod | Operator::FloorDiv => 5,
        Operator::Pow => 6,
    }
}

impl Builder<'_> {
    /// The row with one more operator and operand, the latter at `l..r`.
    pub(crate) fn operate(&mut self, row: Operation, op: Operator, l: u32, operand: Node, r: u32) -> Operation {
        let row = self.apply(row, precedence(op));
        self.waiting.push(Waiting { left: row.last, l: row.l, op });
        Operation { last: operand, l, r, waiting: row.waiting + 1 }
    }

    /// The tree of a whole row.
    pub(crate) fn operation(&mut self, row: Operation) -> Node {
        self.apply(row, 0).last
    }

    /// Makes nodes of the operators that bind at least as tightly as `limit`.
    fn apply(&mut self, mut row: Operation, limit: u8) -> Operation {
        while row.waiting > 0
            && let Some(Waiting { left, l, op }) = self.waiting.pop_if(|w| precedence(w.op) >= limit)
        {
            row.last = self.binary(l, row.r, left, op, row.last);
            row.l = l;
            row.waiting -= 1;
        }
        row
    }
}
