t = (1, 2, 1)
print(t.count(1), t.index(2), t + (3,), t * 2, t[::-1], len(t))
print((1, 2) < (1, 3), (1,) < (1, 0), () == (), (1, 2) == [1, 2], hash((1, "a")) == hash((1, "a")))
print((1,), (1, (2,)), tuple("ab"))
try:
    t.index(9)
except ValueError as error:
    print(error)
try:
    t + [1]
except TypeError as error:
    print(error)

# expect: 2 1 (1, 2, 1, 3) (1, 2, 1, 1, 2, 1) (1, 2, 1) 3
# expect: True True True False True
# expect: (1,) (1, (2,)) ('a', 'b')
# expect: tuple.index(x): x not in tuple
# expect: can only concatenate tuple (not "list") to tuple
