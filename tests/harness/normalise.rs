//! Takes out of an output what differs from run to run and from machine to machine.

use std::path::Path;

/// The lines of `output` with the folder of the script, object addresses and thread idents taken out.
pub fn lines(output: &[u8], script: &Path) -> Vec<String> {
    let mut folder = script.parent().unwrap_or(script).display().to_string();
    folder.push('/');
    let text = String::from_utf8_lossy(output).replace(&folder, "");
    let text = hide(&text, " at 0x", |c| c.is_ascii_hexdigit(), 1);
    let text = hide(&text, "owner=", |c| c.is_ascii_digit(), 2);
    let text = ["started ", "started daemon ", "stopped ", "stopped daemon "]
        .iter()
        .fold(text, |text, word| hide(&text, word, |c| c.is_ascii_digit(), 4));
    text.lines().map(|line| line.trim_end().to_string()).collect()
}

/// As `lines`, without the frames of library files: their lines and texts are the interpreter's own affair.
pub fn error_lines(output: &[u8], script: &Path) -> Vec<String> {
    let mut library = false;
    let mut kept = lines(output, script);
    kept.retain(|line| {
        if let Some(file) = line.strip_prefix("  File \"") {
            library = file.starts_with('/') || file.starts_with("<frozen");
        } else if !line.starts_with("    ") {
            library = false;
        }
        !library
    });
    kept
}

/// Replaces by `…` each run of at least `least` characters of one kind that follows `before`.
fn hide(text: &str, before: &str, kind: impl Fn(char) -> bool, least: usize) -> String {
    let mut hidden = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(before) {
        let (head, tail) = rest.split_at(at + before.len());
        hidden.push_str(head);
        let end = tail.find(|c| !kind(c)).unwrap_or(tail.len());
        if end >= least {
            hidden.push('…');
            rest = &tail[end..];
        } else {
            rest = tail;
        }
    }
    hidden.push_str(rest);
    hidden
}
