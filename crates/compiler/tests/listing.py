"""Print CPython's instructions for a file in the form of `listing/mod.rs`.

Superinstructions are taken apart; the place of their second half is lost and printed as `*`.
"""

import dis
import opcode
import sys
import types
import warnings

PAIRS = {
    "LOAD_FAST_LOAD_FAST": ("LOAD_FAST", "LOAD_FAST"),
    "STORE_FAST_STORE_FAST": ("STORE_FAST", "STORE_FAST"),
    "STORE_FAST_LOAD_FAST": ("STORE_FAST", "LOAD_FAST"),
}


def constant(value):
    if isinstance(value, types.CodeType):
        return f"<code {value.co_name}>"
    return "frozenset" if isinstance(value, frozenset) else repr(value)


def operand(i):
    if i.arg is None:
        return ""
    if i.opname in ("LOAD_CONST", "RETURN_CONST"):
        return constant(i.argval)
    if i.opname in ("LOAD_GLOBAL", "LOAD_ATTR"):
        return f"{i.argval} {i.arg & 1}"
    if i.opname == "LOAD_SUPER_ATTR":
        return f"{i.argval} {i.arg & 3}"
    if i.opname == "COMPARE_OP":
        return f"{opcode.cmp_op[i.arg >> 5]} {1 if i.arg & 16 else 0}"
    if i.opcode in dis.hasname or i.opcode in dis.haslocal or i.opcode in dis.hasfree:
        return i.argval
    return str(i.arg)


def rows(code):
    offsets = {}
    result = []
    for i in dis.get_instructions(code):
        offsets[i.offset] = len(result)
        if i.opname == "EXTENDED_ARG":
            continue
        p = i.positions
        line, column, end_line, end_column = (n or 0 for n in (p.lineno, p.col_offset, p.end_lineno, p.end_col_offset))
        place = f"{line}:{column}-{end_line}:{end_column}"
        if i.opname in PAIRS:
            for name, local, where in zip(PAIRS[i.opname], i.argval, (place, "*")):
                result.append([name, local, where])
        elif i.opcode in dis.hasjrel or i.opcode in dis.hasjabs:
            result.append([i.opname, ("to", i.argval), place])
        else:
            result.append([i.opname, operand(i), place])
    offsets[len(code.co_code)] = len(result)
    return offsets, result


def listing(code):
    print(f"code {code.co_qualname} line {code.co_firstlineno} stack {code.co_stacksize}")
    offsets, result = rows(code)
    for n, (name, arg, place) in enumerate(result):
        if isinstance(arg, tuple):
            arg = offsets[arg[1]]
        print(n, name, arg, place, sep="\t")
    for r in dis._parse_exception_table(code):
        lasti = " lasti" if r.lasti else ""
        print(f"handler {offsets[r.start]}..{offsets[r.end]} at {offsets[r.target]} depth {r.depth}{lasti}")
    for value in code.co_consts:
        if isinstance(value, types.CodeType):
            listing(value)


warnings.simplefilter("ignore")
with open(sys.argv[1], encoding="utf-8") as file:
    listing(compile(file.read(), sys.argv[1], "exec", dont_inherit=True))
