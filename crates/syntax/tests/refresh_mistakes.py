"""Rewrites the expectations of mistakes.txt with what the CPython that runs this says (it should be 3.13).

Add a case as a line `===` and the text below it, then run `python3.13 refresh_mistakes.py`.
"""
import ast
import pathlib
import warnings

TABLE = pathlib.Path(__file__).with_name("mistakes.txt")
# Found when CPython compiles the tree, not when it parses; the parser here finds them all the same.
EARLY = ("keyword argument repeated", "must be last", "can't use starred")
UNSUPPORTED = "not supported by gilscope"


def expectation(text):
    try:
        compile(text, "<mistake>", "exec")
    except SyntaxError as error:
        return describe(error, text)
    return "fine"


def describe(error, text):
    if not any(words in error.msg for words in EARLY):
        try:
            ast.parse(text)
            return "fine"
        except SyntaxError:
            pass
    if at_end(error, text):
        return f"{error.lineno}:0 {type(error).__name__}: {error.msg}"
    place = f"{error.lineno}:{error.offset}"
    end = (error.end_lineno, error.end_offset)
    narrow = (end[1] or 0) <= 0 or error.offset == 0 or (end[0] == error.lineno and end[1] <= error.offset + 1)
    if not narrow:
        place += f"-{end[0]}:{end[1]}"
    return f"{place} {type(error).__name__}: {error.msg}"


def at_end(error, text):
    """Is it about the end of the text? There CPython has column 0 if the text comes from a file."""
    lines = text.removesuffix("\n").split("\n")
    about_end = error.msg.startswith(("expected an indented block", "expected 'except' or"))
    return about_end and error.lineno == len(lines) and error.offset > len(lines[-1])


def main():
    warnings.simplefilter("ignore")
    table = TABLE.read_text(encoding="utf-8")
    lines = []
    for case in table.removeprefix("===").split("\n==="):
        expected, _, text = case.partition("\n")
        text = text.removesuffix("\n") + "\n"
        if UNSUPPORTED not in expected:
            expected = " " + expectation(text)
        lines.append(f"==={expected}\n{text}")
    TABLE.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
