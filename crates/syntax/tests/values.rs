//! The values of literals, as they stand in the tree.

use gilscope_syntax::ast::{Constant, ExprKind};
use gilscope_syntax::parse_expression;

fn value(text: &str) -> Constant {
    match parse_expression(text).expect(text).body.kind {
        ExprKind::Constant(value) => value,
        other => panic!("{text} is {other:?}"),
    }
}

#[test]
fn numbers() {
    for (text, expected) in [("0", 0), ("00_0", 0), ("1_000", 1000), ("0xFf", 255), ("0o1_7", 15), ("0B101", 5)] {
        assert_eq!(value(text), Constant::Int(expected), "{text}");
    }
    assert_eq!(value("9223372036854775807"), Constant::Int(i64::MAX));
    let big = |digits: &str| Constant::BigInt(digits.into());
    assert_eq!(value("9223372036854775808"), big("9223372036854775808"));
    assert_eq!(value("0xffff_ffff_ffff_ffff_ffff"), big("1208925819614629174706175"));
    assert_eq!(value("0b1"), Constant::Int(1));
    for (text, expected) in [("1.", 1.0), (".5", 0.5), ("1_0.2_5e-1", 1.025), ("1E400", f64::INFINITY), ("09.5", 9.5)] {
        assert_eq!(value(text), Constant::Float(expected), "{text}");
    }
    for (text, expected) in [("2j", 2.0), ("1.5J", 1.5), ("1e2j", 100.0), ("010j", 10.0)] {
        assert_eq!(value(text), Constant::Imaginary(expected), "{text}");
    }
}

#[test]
fn strings() {
    let cases = [
        (r"'a\n\x41\101\u00e9\U0001F600\N{BULLET}'", "a\nAAé😀•"),
        (r"r'\n\''", r"\n\'"),
        (r"'\q\8'", r"\q\8"),
        ("'a' \"b\" '''c'''", "abc"),
        ("'a\\\nb'", "ab"),
        ("'''a\r\nb\rc'''", "a\nb\nc"),
        (r"'\7771'", "\u{1ff}1"),
        ("U'é'", "é"),
    ];
    for (text, expected) in cases {
        assert_eq!(value(text), Constant::Str(expected.into()), "{text}");
    }
    assert_eq!(value(r"b'\x00\377a' Rb'\n'"), Constant::Bytes((*b"\x00\xffa\\n").into()));
}

#[test]
fn expressions_stand_alone() {
    for text in ["1", "  1", "\t1\n", "\n\n1\n\n", "(1,\n2)", "1 # one", "# one\n1", "x, y", "(yield)"] {
        assert!(parse_expression(text).is_ok(), "{text:?}");
    }
    for text in ["", "x = 1", "pass", "1\n2", "*a", "\n  1"] {
        assert!(parse_expression(text).is_err(), "{text:?}");
    }
}

#[test]
fn places_are_bytes_of_the_text() {
    let expr = parse_expression(" é.ï ").expect("an attribute").body;
    assert_eq!(expr.span.range(), 1..6);
    let ExprKind::Attribute { attr, value } = expr.kind else { panic!("no attribute") };
    assert_eq!((attr.span.range(), value.span.range()), (4..6, 1..3));
    // Names are compared in normal form KC.
    let ExprKind::Name(name) = parse_expression("ﬁ").expect("a name").body.kind else { panic!("no name") };
    assert_eq!(&*name, "fi");
}
