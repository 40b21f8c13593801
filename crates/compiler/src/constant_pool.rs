//! The constants of one code object.

use crate::collections::FxHashMap;
use gilscope_bytecode::Constant;

/// Constants in the order of their first use, each of them once.
#[derive(Debug, Default)]
pub(crate) struct ConstantPool {
    values: Vec<Constant>,
    indices: FxHashMap<Constant, u32>,
}

impl ConstantPool {
    /// The index of a constant: the same one for equal constants, but each code object is one of its own.
    pub(crate) fn index(&mut self, constant: Constant) -> u32 {
        if let Some(&index) = self.indices.get(&constant) {
            return index;
        }
        let index = self.values.len() as u32;
        if !matches!(constant, Constant::Code(_)) {
            self.indices.insert(constant.clone(), index);
        }
        self.values.push(constant);
        index
    }

    /// The constant at an index that `index` gave.
    pub(crate) fn get(&self, index: u32) -> &Constant {
        &self.values[index as usize]
    }

    pub(crate) fn into_values(self) -> Vec<Constant> {
        self.values
    }
}
