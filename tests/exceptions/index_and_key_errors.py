def put(x, k):
    x[k] = 1


def delete(x, k):
    del x[k]


for call in (
    lambda: [1][5], lambda: (1,)[-2], lambda: "abc"[3], lambda: b"a"[1], lambda: range(2)[2], lambda: put([], 0),
    lambda: delete([], 0), lambda: {}["k"], lambda: {}[1, 2], lambda: delete({}, "k"), lambda: [].pop(), lambda: {}.pop("x"),
    lambda: set().pop(), lambda: {}.popitem(), lambda: {1}.remove(2), lambda: [1].pop(9), lambda: {}[None],
):
    try:
        call()
    except LookupError as error:
        print(type(error).__name__, error)

# expect: IndexError list index out of range
# expect: IndexError tuple index out of range
# expect: IndexError string index out of range
# expect: IndexError index out of range
# expect: IndexError range object index out of range
# expect: IndexError list assignment index out of range
# expect: IndexError list assignment index out of range
# expect: KeyError 'k'
# expect: KeyError (1, 2)
# expect: KeyError 'k'
# expect: IndexError pop from empty list
# expect: KeyError 'x'
# expect: KeyError 'pop from an empty set'
# expect: KeyError 'popitem(): dictionary is empty'
# expect: KeyError 2
# expect: IndexError pop index out of range
# expect: KeyError None
