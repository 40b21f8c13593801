//! The library that is written in Python, compiled when gilscope was built (`build.rs`).

use gilscope_bytecode::Code;
use gilscope_vm::host::LoadedModule;
use std::sync::Arc;

/// The package that stands in for native code.
const HIDDEN: &str = "_core.";

/// A module in compiled form, and its text for tracebacks and for those who step into it.
pub(crate) struct Frozen {
    name: &'static str,
    is_package: bool,
    /// Of a file of the hidden library: what it defines.
    functions: &'static [&'static str],
    code: &'static [u8],
    text: &'static str,
}

// The rows are sorted by file, which is not quite the order of names.
include!(concat!(env!("OUT_DIR"), "/frozen.rs"));

fn find(name: &str) -> Option<&'static Frozen> {
    FROZEN.iter().find(|module| module.name == name)
}

impl Frozen {
    fn code(&self) -> Option<Arc<Code>> {
        postcard::from_bytes(self.code).ok().map(Arc::new)
    }
}

/// The module with this full name.
pub fn frozen(name: &str) -> Option<LoadedModule> {
    let module = find(name)?;
    // The modules of a frozen package are found by their full names: there is no folder to look in.
    let path = module.is_package.then(Vec::new);
    Some(LoadedModule { code: module.code()?, file: format!("<frozen {name}>"), path })
}

/// A file of the hidden library, by its name without folder, and its full name.
pub fn hidden(file: &str) -> Option<(&'static str, Arc<Code>)> {
    let module = FROZEN.iter().find(|module| module.name.strip_prefix(HIDDEN) == Some(file))?;
    Some((module.name, module.code()?))
}

/// The file of the hidden library that defines a function, by its name without folder.
pub fn hidden_file_of(function: &str) -> Option<&'static str> {
    let hidden = FROZEN.iter().filter_map(|module| Some((module.name.strip_prefix(HIDDEN)?, module)));
    hidden.into_iter().find(|(_, module)| module.functions.contains(&function)).map(|(file, _)| file)
}

/// The text behind the name that tracebacks show for a frozen module.
pub fn source(filename: &str) -> Option<&'static str> {
    let name = filename.strip_prefix("<frozen ")?.strip_suffix('>')?;
    find(name).map(|module| module.text)
}

/// The names of all the modules.
pub fn names() -> impl Iterator<Item = &'static str> {
    FROZEN.iter().map(|module| module.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_module_can_be_read_back() {
        for name in names() {
            let hidden = name.strip_prefix(HIDDEN).and_then(hidden).is_some();
            assert!(hidden || frozen(name).is_some(), "{name}");
            assert!(source(&format!("<frozen {name}>")).is_some(), "{name}");
        }
    }
}
