//! Puts the demonstration programs of `scripts/` into the binary.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder).into_iter().flatten() {
        let name = entry?.file_name().to_string_lossy().into_owned();
        names.extend(name.strip_suffix(".py").map(str::to_owned));
    }
    names.sort();
    let rows = names.iter().map(|name| {
        let path = folder.join(format!("{name}.py"));
        format!("    Demo {{ name: {name:?}, text: include_str!({:?}) }},\n", path.display().to_string())
    });
    let table = format!("const DEMOS: &[Demo] = &[\n{}];\n", rows.collect::<String>());
    let out = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    fs::write(Path::new(&out).join("demos.rs"), table)
}
