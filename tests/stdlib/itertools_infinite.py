from itertools import count, cycle, islice, repeat

print(list(islice(count(5, 2), 3)), list(islice(cycle("ab"), 5)), list(repeat("x", 3)), list(islice(repeat(1), 2)), next(count()))
print(list(zip(count(1), "ab")), list(map(pow, range(3), repeat(2))))

# expect: [5, 7, 9] ['a', 'b', 'a', 'b', 'a'] ['x', 'x', 'x'] [1, 1] 0
# expect: [(1, 'a'), (2, 'b')] [0, 1, 4]
