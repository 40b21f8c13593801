//! The programs of the benchmark: plain Python files that print their answer.

use std::fs;
use std::path::PathBuf;

use crate::measure::Measure;
use crate::root;

/// What a program is about; each group has its own mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    Single,
    Threads,
    Startup,
    /// Programs that measure something themselves: each line they print is a name and a number, and less is better.
    Probes,
    /// Programs that run at ×1, ×10 and ×100: does the time for one item stay the same?
    Growth,
}

impl Group {
    /// The groups of the benchmark.
    pub const BENCH: [Group; 4] = [Group::Single, Group::Threads, Group::Startup, Group::Probes];

    /// The name of its folder below `bench/`.
    pub fn name(self) -> &'static str {
        match self {
            Group::Single => "single",
            Group::Threads => "threads",
            Group::Startup => "startup",
            Group::Probes => "probes",
            Group::Growth => "growth",
        }
    }
}

/// One file. Its first line says what it measures: a docstring, or a comment where even that were too much. The second is
/// `# size: N, quick M`, or for growth `# size: N`. A third line `# also NAME, N: WORDS` is about a variant.
#[derive(Debug, Clone)]
pub struct Program {
    pub name: String,
    pub group: Group,
    pub path: PathBuf,
    pub about: String,
    /// The argument for a full and for a quick run.
    sizes: Option<(String, String)>,
    pub variant: Option<Variant>,
}

/// The same program once more, on gilscope only: what it says is compared with what CPython said the first time.
#[derive(Debug, Clone)]
pub struct Variant {
    pub name: String,
    /// Of a full run.
    size: String,
    /// The words that gilscope is given before the file.
    options: Vec<String>,
}

impl Variant {
    /// Reads `NAME, N: WORDS`.
    fn parse(text: &str) -> Option<Variant> {
        let (head, options) = text.split_once(": ")?;
        let (name, size) = head.split_once(", ")?;
        let options = options.split_whitespace().map(str::to_string).collect();
        Some(Variant { name: name.into(), size: size.into(), options })
    }

    /// The arguments of gilscope.
    pub fn arguments(&self, program: &Program, quick: bool) -> Vec<String> {
        let quick_size = program.sizes.as_ref().map_or(&self.size, |(_, quick)| quick);
        let size = if quick { quick_size } else { &self.size };
        self.options.iter().cloned().chain([program.path.display().to_string(), size.clone()]).collect()
    }
}

impl Program {
    /// The arguments of the interpreter: the file and its size.
    pub fn arguments(&self, quick: bool) -> Vec<String> {
        let size = self.sizes.as_ref().map(|(full, short)| if quick { short } else { full });
        [self.path.display().to_string()].into_iter().chain(size.cloned()).collect()
    }

    /// The size of a growth program's smallest run.
    pub fn size(&self) -> Option<u64> {
        self.sizes.as_ref().and_then(|(full, _)| full.parse().ok())
    }

    /// What a run of it says, by name: the time it took in ms, or for a probe what it printed.
    pub fn figures(&self, measure: &Measure) -> Vec<(String, f64)> {
        if self.group != Group::Probes {
            return vec![(String::new(), measure.wall.as_secs_f64() * 1000.0)];
        }
        let lines = measure.answer.as_deref().unwrap_or_default().lines();
        let figures = lines.filter_map(|line| line.split_once(' '));
        figures.filter_map(|(name, value)| Some((format!(".{name}"), value.parse().ok()?))).collect()
    }

    fn read(group: Group, path: PathBuf) -> Result<Program, String> {
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let mut lines = text.lines();
        let about = lines.next().unwrap_or_default().trim_matches(['#', '"', ' ']).to_string();
        let sizes = lines.next().and_then(|line| line.strip_prefix("# size: "));
        let sizes = sizes.map(|sizes| sizes.split_once(", quick ").unwrap_or((sizes, sizes)));
        let sizes = sizes.map(|(full, quick)| (full.trim().to_string(), quick.trim().to_string()));
        if sizes.is_none() && group != Group::Startup {
            return Err(format!("{}: the second line must be `# size: N, quick M`", path.display()));
        }
        let variant = lines.next().and_then(|line| line.strip_prefix("# also ")).and_then(Variant::parse);
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Program { name, group, path, about, sizes, variant })
    }
}

/// The programs of the benchmark, in the order of the groups and of their names.
pub fn all() -> Result<Vec<Program>, String> {
    let groups: Result<Vec<_>, _> = Group::BENCH.into_iter().map(of).collect();
    Ok(groups?.concat())
}

/// The programs of one group, by name.
pub fn of(group: Group) -> Result<Vec<Program>, String> {
    let folder = root().join("crates/xtask/bench").join(group.name());
    let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
    paths.sort();
    paths.into_iter().map(|path| Program::read(group, path)).collect()
}

pub fn list() -> Result<bool, String> {
    for program in all()? {
        let size = program.sizes.as_ref().map_or("", |(full, _)| full);
        println!("{:<8} {:<22} {size:>9}  {}", program.group.name(), program.name, program.about);
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_are_unique_within_a_group() {
        let programs = all().expect("the programs are there");
        let keys: BTreeSet<(&str, &str)> = programs.iter().map(|p| (p.group.name(), p.name.as_str())).collect();
        assert_eq!(keys.len(), programs.len());
        assert!(programs.iter().filter(|program| program.group == Group::Single).count() >= 20);
        assert!(programs.iter().all(|program| program.about.ends_with('.') && !program.about.contains('"')));
    }

    #[test]
    fn a_variant_is_for_gilscope_alone() {
        let programs = all().expect("the programs are there");
        let sleeper = programs.iter().find(|program| program.name == "late_sleeper").expect("it is there");
        let file = sleeper.path.display().to_string();
        let variant = sleeper.variant.as_ref().expect("it runs under `fair`, too");
        assert_eq!(sleeper.arguments(true), [file.clone(), "10".into()]);
        let words: Vec<String> = ["run", "--model", "fair"].map(String::from).into();
        assert_eq!(variant.arguments(sleeper, false), [words.clone(), vec![file.clone(), "1000".into()]].concat());
        assert_eq!(variant.arguments(sleeper, true), [words, vec![file, "10".into()]].concat());
    }
}
