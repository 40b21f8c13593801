//! Parses files and reports what could not be parsed; with `--time`, how fast.
use std::time::Instant;
fn main() {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let time = args.first().is_some_and(|a| a == "--time");
    if time {
        args.remove(0);
    }
    let mut lines = 0;
    let begin = Instant::now();
    for f in &args {
        let Ok(bytes) = std::fs::read(f) else { continue };
        let text = match gilscope_syntax::decode(&bytes, f) {
            Ok(t) => t,
            Err(e) => {
                println!("{f}: {e:?}");
                continue;
            }
        };
        lines += text.lines().count();
        if let Err(e) = gilscope_syntax::parse(&text) {
            let index = gilscope_source::LineIndex::new(&text);
            let p = index.position(e.span.lo);
            println!("{f}:{}:{}: {:?} {}  | {}", p.line, p.column, e.kind, e.message, index.line_text(&text, p.line));
        }
    }
    if time {
        println!("{lines} lines in {:?}: {:.0} lines/s", begin.elapsed(), lines as f64 / begin.elapsed().as_secs_f64());
    }
}
