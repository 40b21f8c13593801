g = ExceptionGroup("g", [ValueError("a"), KeyError("b")])
print(g, g.message, g.exceptions)  # expect: g (2 sub-exceptions) g (ValueError('a'), KeyError('b'))
try:
    raise g
except ExceptionGroup as error:
    print(repr(error))  # expect: ExceptionGroup('g', [ValueError('a'), KeyError('b')])
