print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate("ab", start=1)))
e = enumerate([10])
print(next(e), next(e, "end"))
for i, (a, b) in enumerate([(1, 2), (3, 4)]):
    print(i, a, b)
try:
    enumerate(5)
except TypeError as error:
    print(error)

# expect: [(0, 'a'), (1, 'b')] [(5, 'a'), (6, 'b')] [(1, 'a'), (2, 'b')]
# expect: (0, 10) end
# expect: 0 1 2
# expect: 1 3 4
# expect: 'int' object is not iterable
