s = slice(1, 5, 2)
print(s, s.start, s.stop, s.step, slice(3), [0, 1, 2, 3, 4, 5][s], s.indices(4), slice(None, None, -1).indices(3))
print(slice(1, 2) == slice(1, 2, None), "hello"[slice(-3, None)])
try:
    [1][slice("a")]
except TypeError as error:
    print(error)
try:
    [1][::0]
except ValueError as error:
    print(error)

# expect: slice(1, 5, 2) 1 5 2 slice(None, 3, None) [1, 3] (1, 4, 2) (2, -1, -1)
# expect: True llo
# expect: slice indices must be integers or None or have an __index__ method
# expect: slice step cannot be zero
