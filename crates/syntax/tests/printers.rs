//! The text forms of tokens and trees.

use gilscope_syntax::{dump, dump_tokens, parse};

#[test]
fn tokens_say_where_they_are() {
    let expected = "\
1,0-1,3:            KEYWORD         'def'
1,4-1,5:            NAME            'f'
1,5-1,6:            OP              '('
1,6-1,7:            OP              ')'
1,7-1,8:            OP              ':'
1,8-2,0:            NEWLINE
2,0-2,2:            INDENT          '  '
2,2-2,4:            FSTRING_START   \"f'\"
2,4-2,6:            FSTRING_MIDDLE  'é'
2,6-2,7:            OP              '{'
2,7-2,8:            NUMBER          '1'
2,8-2,9:            OP              '}'
2,9-2,10:           FSTRING_END     \"'\"
2,10-3,0:           NEWLINE
3,0-3,0:            DEDENT          ''
3,0-3,0:            ENDMARKER       ''
";
    let got = dump_tokens("def f():\n  f'é{1}'\n");
    let trimmed: String = got.lines().map(|l| l.trim_end().to_owned() + "\n").collect();
    assert_eq!(trimmed, expected);
}

#[test]
fn a_token_that_cannot_be_read_ends_the_dump() {
    assert!(dump_tokens("x = 'a\n").ends_with("1,4: error: unterminated string literal (detected at line 1)\n"));
}

#[test]
fn trees_print_as_asts_of_cpython() {
    let expected = "\
Module(
  body=[
    Assign(
      targets=[
        Name(id='x', ctx=Store())],
      value=Call(
        func=Attribute(
          value=Name(id='lock', ctx=Load()),
          attr='acquire',
          ctx=Load()),
        keywords=[
          keyword(
            arg='timeout',
            value=UnaryOp(
              op=USub(),
              operand=Constant(value=1e-05)))]))])
";
    assert_eq!(dump(&parse("x = lock.acquire(timeout=-1e-5)\n").expect("a program")), expected);
}
