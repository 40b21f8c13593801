print(set(), set("a"), sorted(set([3, 1, 3])), {1, 1.0, True})  # expect: set() {'a'} [1, 3] {1}
try:
    set([[]])
except TypeError as error:
    print(error)  # expect: unhashable type: 'list'
