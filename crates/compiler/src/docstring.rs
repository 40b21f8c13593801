//! Docstrings, without their common indentation (as CPython 3.13 stores them).

use gilscope_syntax::ast::*;

/// The docstring of `body`, and the expression that holds it.
pub(crate) fn docstring(body: &[Stmt]) -> Option<(String, &Expr)> {
    match &body.first()?.kind {
        StmtKind::Expr(e) => match &e.kind {
            ExprKind::Constant(Constant::Str(text)) => Some((clean(text), e)),
            _ => None,
        },
        _ => None,
    }
}

/// The text with tabs expanded, the first line without leading spaces, the others without their common margin.
fn clean(text: &str) -> String {
    let text = expand_tabs(text);
    let mut lines = text.split('\n');
    let mut out = lines.next().unwrap_or("").trim_start_matches(' ').to_owned();
    let rest: Vec<&str> = lines.collect();
    let indent = |line: &&&str| line.len() - line.trim_start_matches(' ').len();
    let margin = rest.iter().filter(|l| !l.trim_start_matches(' ').is_empty()).map(|l| indent(&l)).min().unwrap_or(0);
    for line in rest {
        out.push('\n');
        let own = line.len() - line.trim_start_matches(' ').len();
        out.push_str(&line[own.min(margin)..]);
    }
    out
}

fn expand_tabs(text: &str) -> String {
    if !text.contains('\t') {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut column = 0;
    for c in text.chars() {
        match c {
            '\t' => {
                let spaces = 8 - column % 8;
                out.extend(std::iter::repeat_n(' ', spaces));
                column += spaces;
            }
            '\n' | '\r' => {
                out.push(c);
                column = 0;
            }
            _ => {
                out.push(c);
                column += 1;
            }
        }
    }
    out
}
