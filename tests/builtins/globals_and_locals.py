x = 1
globals()["made"] = 2
print(made, "x" in globals())  # expect: 2 True


def f(a):
    b = a + 1
    return locals()


print(f(1))  # expect: {'a': 1, 'b': 2}
print(globals()["__name__"])  # expect: __main__
