//! A `SyntaxError` as CPython prints it, for programs that are only looked at and never run.

use gilscope_vm::host::SyntaxFault;

/// The place, the line, the carets and the message.
pub(crate) fn render(fault: &SyntaxFault) -> String {
    let mut shown = format!("  File \"{}\", line {}\n", fault.filename, fault.line);
    if let Some(text) = &fault.text {
        shown.push_str(&line_and_carets(fault, text));
    }
    shown.push_str(&format!("{}: {}\n", fault.class, fault.message));
    shown
}

fn line_and_carets(fault: &SyntaxFault, text: &str) -> String {
    let line = text.trim_end_matches('\n');
    let stripped = line.trim_start_matches([' ', '\n', '\x0c']);
    if stripped.is_empty() {
        return String::new();
    }
    let indent = line.chars().count() - stripped.chars().count();
    let length = line.chars().count();
    let start = (fault.offset as usize).min(length + 1);
    let end = match fault.end_line == fault.line {
        true if fault.end_offset > 0 => (fault.end_offset as usize).min(length + 2),
        true => start,
        false => length + 1,
    };
    let end = if end <= start { start + 1 } else { end };
    let mut shown = format!("    {stripped}\n");
    if let Some(column) = start.checked_sub(1 + indent) {
        // A tab before the caret stays a tab, so that the caret stands where it should.
        let before = stripped.chars().map(|c| if c.is_whitespace() { c } else { ' ' }).chain(std::iter::repeat(' '));
        shown.push_str("    ");
        shown.extend(before.take(column));
        shown.push_str(&"^".repeat(end - start));
        shown.push('\n');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn carets_stand_below_the_place() {
        let fault = SyntaxFault {
            class: "SyntaxError",
            message: "invalid syntax".to_owned(),
            filename: "/tmp/s.py".to_owned(),
            line: 1,
            offset: 7,
            text: Some("  x = = 1\n".to_owned()),
            end_line: 1,
            end_offset: 8,
        };
        assert_eq!(
            render(&fault),
            "  File \"/tmp/s.py\", line 1\n    x = = 1\n        ^\nSyntaxError: invalid syntax\n"
        );
    }
}
