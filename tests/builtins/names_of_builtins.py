print(len, print, abs.__name__, str.upper, [].append.__name__, "x".join.__name__, int.__name__)
print(len.__class__.__name__, repr(sorted), dict.get, min.__module__)

# expect: <built-in function len> <built-in function print> abs <method 'upper' of 'str' objects> append join int
# expect: builtin_function_or_method <built-in function sorted> <method 'get' of 'dict' objects> builtins
