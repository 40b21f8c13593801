for call in (
    lambda: 1 + "a", lambda: "a" + 1, lambda: [] + (), lambda: {} + {}, lambda: None + 1, lambda: "a" * "b",
    lambda: "a" - "b", lambda: -"a", lambda: ~1.5, lambda: 1 < "a", lambda: [] < 5, lambda: {} < {}, lambda: 5 @ 5,
    lambda: [1] * 1.5, lambda: "x" % (1,), lambda: 1 & 1.0, lambda: b"a" + "a", lambda: +[],
):
    try:
        call()
    except TypeError as error:
        print(error)

# expect: unsupported operand type(s) for +: 'int' and 'str'
# expect: can only concatenate str (not "int") to str
# expect: can only concatenate list (not "tuple") to list
# expect: unsupported operand type(s) for +: 'dict' and 'dict'
# expect: unsupported operand type(s) for +: 'NoneType' and 'int'
# expect: can't multiply sequence by non-int of type 'str'
# expect: unsupported operand type(s) for -: 'str' and 'str'
# expect: bad operand type for unary -: 'str'
# expect: bad operand type for unary ~: 'float'
# expect: '<' not supported between instances of 'int' and 'str'
# expect: '<' not supported between instances of 'list' and 'int'
# expect: '<' not supported between instances of 'dict' and 'dict'
# expect: unsupported operand type(s) for @: 'int' and 'int'
# expect: can't multiply sequence by non-int of type 'float'
# expect: not all arguments converted during string formatting
# expect: unsupported operand type(s) for &: 'int' and 'float'
# expect: can't concat str to bytes
# expect: bad operand type for unary +: 'list'
