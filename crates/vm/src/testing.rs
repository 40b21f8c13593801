//! An interpreter without a world around it, for unit tests.

use crate::host::*;
use crate::interp::Interp;
use gilscope_bytecode::Code;
use gilscope_gil::EvalBreaker;
use gilscope_trace::ThreadId;
use std::sync::Arc;

/// A host that has no modules, no clock and no other threads.
struct NoWorld;

impl Host for NoWorld {
    fn wake(&self, _thread: ThreadId) {}

    fn monotonic(&self) -> u64 {
        0
    }

    fn wall_clock(&self) -> u64 {
        0
    }

    fn process_time(&self) -> u64 {
        0
    }

    fn load_module(&self, _name: &str, _search: &[String]) -> Result<LoadedModule, LoadError> {
        Err(LoadError::NotFound)
    }

    fn compile(&self, _source: &str, filename: &str, _mode: CompileMode) -> Result<Arc<Code>, SyntaxFault> {
        Err(SyntaxFault {
            class: "SyntaxError",
            message: "no compiler".to_string(),
            filename: filename.to_string(),
            line: 1,
            offset: 1,
            text: None,
            end_line: 1,
            end_offset: 1,
        })
    }

    fn hidden_library(&self, _file: &str) -> Option<(&'static str, Arc<Code>)> {
        None
    }

    fn hidden_file_of(&self, _function: &str) -> Option<&'static str> {
        None
    }

    fn take_interrupt(&self) -> bool {
        false
    }

    fn source(&self, _filename: &str) -> Option<Arc<str>> {
        None
    }

    fn caret_anchors(&self, _segment: &str) -> Option<CaretAnchors> {
        None
    }

    fn entropy(&self) -> [u8; 32] {
        [0; 32]
    }

    fn environment(&self) -> Vec<(String, String)> {
        Vec::new()
    }

    fn set_switch_interval(&self, _microseconds: u64) {}

    fn switch_interval(&self) -> u64 {
        5000
    }

    fn interrupt_main(&self) {}
}

/// A fresh interpreter.
pub(crate) fn interp() -> Box<Interp> {
    Interp::new(Arc::new(NoWorld), EvalBreaker::default(), &gilscope_gil::GilModel::PY3_13, &[])
}
