for value in (1, 1.5, True, None, "s", b"b", [], (), {}, set(), frozenset(), range(1), slice(1), len, print, lambda: 0, type, object, ...):
    print(type(value).__name__, end=" ")
print()
print(type(1), type([]), type(None), type(type))


class C:
    def m(self):
        pass


print(type(C()), type(C), type(C().m).__name__, type(C.m).__name__, type([].append).__name__, type(str.upper).__name__)

# expect: int float bool NoneType str bytes list tuple dict set frozenset range slice builtin_function_or_method builtin_function_or_method function type type ellipsis
# expect: <class 'int'> <class 'list'> <class 'NoneType'> <class 'type'>
# expect: <class '__main__.C'> <class 'type'> method function builtin_function_or_method method_descriptor
