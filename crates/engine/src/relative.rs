//! Names of files in the trace of a simulation: as they are from the working directory, which is not the execution's.

use crate::load::Loaded;
use crate::{Config, Program};
use gilscope_trace::{CodeFacts, Definition, Event, Level, Sink};
use std::sync::Arc;

/// Passes everything on, with the files below a folder named from there.
pub(crate) struct Relative {
    sink: Arc<dyn Sink>,
    /// The folder, with a slash at its end.
    folder: String,
}

impl Relative {
    /// Around a sink, for a script that was named from the working directory; the sink itself for any other.
    pub(crate) fn around(sink: Arc<dyn Sink>, config: &Config, loaded: &Loaded) -> Arc<dyn Sink> {
        let Program::File(given) = &config.program else { return sink };
        let given = given.display().to_string();
        match loaded.filename.strip_suffix(&given) {
            Some(folder) if folder.ends_with('/') => Arc::new(Relative { sink, folder: folder.to_owned() }),
            _ => sink,
        }
    }
}

impl Sink for Relative {
    fn record(&self, event: &Event) {
        self.sink.record(event);
    }

    fn define(&self, definition: &Definition) {
        match definition {
            Definition::Code(id, facts) if facts.file.starts_with(&self.folder) => {
                let file = facts.file.get(self.folder.len()..).unwrap_or_default().into();
                self.sink.define(&Definition::Code(*id, CodeFacts { file, ..facts.clone() }));
            }
            _ => self.sink.define(definition),
        }
    }

    fn level(&self) -> Level {
        self.sink.level()
    }

    fn is_listening(&self) -> bool {
        self.sink.is_listening()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gilscope_trace::{Catalogue, CodeId};
    use parking_lot::Mutex;

    #[derive(Default)]
    struct Names(Mutex<Catalogue>);

    impl Sink for Names {
        fn record(&self, _event: &Event) {}

        fn define(&self, definition: &Definition) {
            self.0.lock().insert(definition.clone());
        }
    }

    fn named(script: &str, filename: &str, file: &str) -> String {
        let config = Config::new(Program::File(script.into()), vec![script.to_owned()]);
        let filename = filename.to_owned();
        let loaded = Loaded { text: String::new(), filename, file: None, import_dir: String::new() };
        let names = Arc::new(Names::default());
        let facts = CodeFacts { name: "f".into(), file: file.into(), lines: Vec::new() };
        Relative::around(names.clone(), &config, &loaded).define(&Definition::Code(CodeId(1), facts));
        let catalogue = names.0.lock();
        catalogue.code(CodeId(1)).map_or_else(String::new, |facts| facts.file.to_string())
    }

    #[test]
    fn files_below_the_working_directory_are_named_from_there() {
        assert_eq!(named("d/a.py", "/home/me/d/a.py", "/home/me/d/a.py"), "d/a.py");
        assert_eq!(named("d/a.py", "/home/me/d/a.py", "/home/me/d/b/c.py"), "d/b/c.py");
        assert_eq!(named("d/a.py", "/home/me/d/a.py", "<frozen queue>"), "<frozen queue>");
        assert_eq!(named("/home/me/a.py", "/home/me/a.py", "/home/me/a.py"), "/home/me/a.py");
    }
}
