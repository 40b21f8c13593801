//! Native recursion is bounded: a nested container or a chain of native methods must not overflow an OS stack.

use crate::exceptions::RECURSION_ERROR;
use crate::interp::Interp;
use crate::native::Trap;

/// How deep natives may call each other.
const LIMIT: usize = 400;

impl Interp {
    /// One level deeper; RecursionError at the limit. `doing` ends the message: `in comparison`,
    /// `while getting the repr of an object`. Every success must be followed by `leave_native`.
    pub fn enter_native(&mut self, doing: &str) -> Result<(), Trap> {
        if self.native_depth >= LIMIT {
            return Err(self.raise(RECURSION_ERROR, format!("maximum recursion depth exceeded {doing}")));
        }
        self.native_depth += 1;
        Ok(())
    }

    /// One level up again.
    pub fn leave_native(&mut self) {
        self.native_depth = self.native_depth.saturating_sub(1);
    }
}
