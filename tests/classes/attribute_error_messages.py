class A:
    def m(self): pass


a = A()
for call in (
    lambda: a.nope,
    lambda: A.nope,
    lambda: (5).nope,
    lambda: None.nope,
    lambda: "s".nope,
    lambda: a.m.nope,
    lambda: len.nope,
    lambda: setattr(a.m, "x", 1),
    lambda: delattr(A, "gone"),
):
    try:
        call()
    except AttributeError as error:
        print(error)

# expect: 'A' object has no attribute 'nope'
# expect: type object 'A' has no attribute 'nope'
# expect: 'int' object has no attribute 'nope'
# expect: 'NoneType' object has no attribute 'nope'
# expect: 'str' object has no attribute 'nope'
# expect: 'function' object has no attribute 'nope'
# expect: 'builtin_function_or_method' object has no attribute 'nope'
# expect: 'method' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: type object 'A' has no attribute 'gone'
