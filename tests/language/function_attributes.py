def f(a, b=2, *, c=3):
    "doc"
    return a


f.tag = "mine"
print(f.__name__, f.__qualname__, f.__module__, f.__doc__)  # expect: f f __main__ doc
print(f.__defaults__, f.__kwdefaults__, f.tag, f.__dict__)  # expect: (2,) {'c': 3} mine {'tag': 'mine'}
print(f.__code__.co_name, f.__code__.co_argcount, f.__code__.co_varnames)  # expect: f 2 ('a', 'b', 'c')
