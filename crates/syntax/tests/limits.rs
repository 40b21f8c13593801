//! No text makes the parser panic or overflow its stack; too deep nesting is a clean error.

use gilscope_syntax::{parse, parse_expression};

/// Parse on a thread with the stack of a program's main thread, and drop what came of it there.
fn outcome(text: String) -> String {
    let work = move || parse(&text).map_or_else(|e| e.message, |_| "fine".to_owned());
    let thread = std::thread::Builder::new().stack_size(8 << 20).spawn(work).expect("a thread");
    thread.join().expect("no panic")
}

#[test]
fn deep_nesting_is_an_error() {
    let deep = "too many nested expressions";
    let cases = [
        ("(".repeat(200) + &")".repeat(200), "fine"),
        ("(".repeat(201) + &")".repeat(201), "too many nested parentheses"),
        ("(".repeat(10_000), "too many nested parentheses"),
        ("[".repeat(10_000), "too many nested parentheses"),
        ("-".repeat(100_000) + "1", deep),
        ("-".repeat(100_000), "invalid syntax"),
        ("not ".repeat(100_000) + "x", deep),
        ("not ".repeat(100_000), "invalid syntax"),
        ("lambda: ".repeat(100_000) + "1", deep),
        ("lambda: ".repeat(100_000), "invalid syntax"),
        ("lambda x=".repeat(100_000), "invalid syntax"),
        ("x if y else ".repeat(100_000) + "z", deep),
        ("x if ".repeat(100_000), "expected 'else' after 'if' expression"),
        ("x".to_owned() + &".x".repeat(100_000), deep),
        ("x".to_owned() + &"()".repeat(100_000), deep),
        ("x".to_owned() + &"[0]".repeat(100_000), deep),
        ("1".to_owned() + &"+1".repeat(100_000), deep),
        ("1".to_owned() + &"+1".repeat(900), "fine"),
        ("1".to_owned() + &"**1".repeat(100_000), deep),
        ("x".to_owned() + &" < x".repeat(100_000), "fine"),
        ("x".to_owned() + &" and x".repeat(100_000), "fine"),
        ("x".to_owned() + &", x".repeat(100_000), "fine"),
        ("x = ".repeat(100_000) + "1", "fine"),
        ("x := ".repeat(100_000) + "1", "invalid syntax"),
        ("yield ".repeat(10_000), "invalid syntax"),
        ("*".repeat(100_000) + "x", "invalid syntax"),
        ("f(*".repeat(150) + "x y", "'(' was never closed"),
        ("x: ".repeat(10_000), "invalid syntax"),
        ("if x: ".repeat(10_000), "invalid syntax"),
        ("@x\n".repeat(100_000), "invalid syntax"),
        ("x;".repeat(100_000), "fine"),
        ("f'{".repeat(200), "too many nested f-strings"),
        ("f'{x:{".repeat(200), "too many nested parentheses"),
        ("\\\n".repeat(100_000), "unexpected EOF while parsing"),
        ("\"a\" ".repeat(100_000), "fine"),
        ("del (".repeat(10), "invalid syntax"),
    ];
    for (text, expected) in cases {
        let start: String = text.chars().take(24).collect();
        let got = outcome(text);
        assert_eq!(got, expected, "{start}…");
    }
}

#[test]
fn deep_blocks_are_an_error() {
    let nested = |levels: usize| (0..levels).map(|i| " ".repeat(i) + "if x:\n").collect::<String>();
    assert_eq!(outcome(nested(99) + &" ".repeat(99) + "pass\n"), "fine");
    assert_eq!(outcome(nested(100) + &" ".repeat(100) + "pass\n"), "too many levels of indentation");
    let chain = "if x: pass\n".to_owned() + &"elif x: pass\n".repeat(20_000);
    assert_eq!(outcome(chain), "too many nested expressions");
}

#[test]
fn brackets_nested_in_every_way_stay_quick() {
    let open =
        ["(", "[", "{", "f(", "x[", "{1: ", "(x, ", "[x for x in ", "lambda: (", "(yield ", "f(x=", "(*", "x if ("];
    for first in open {
        for second in open {
            let text: String = [first, second].iter().cycle().take(60).copied().collect();
            outcome(text.clone() + "a b");
            outcome(text + "a b" + &")".repeat(60));
        }
    }
}

#[test]
fn every_prefix_of_a_program_has_an_answer() {
    let text = include_str!("program.py");
    for (end, _) in text.char_indices() {
        let _ = parse(&text[..end]);
        let _ = parse(&text[end..]);
        let _ = parse_expression(&text[..end]);
    }
}
