from itertools import accumulate, batched, groupby, pairwise, tee, zip_longest

print([(k, list(g)) for k, g in groupby("aabbbc")])
print([(k, len(list(g))) for k, g in groupby([1, 3, 2, 4], key=lambda n: n % 2)])
a, b = tee(iter(range(3)))
print(list(a), list(b), list(pairwise("abc")), list(batched("abcde", 2)))
print(list(accumulate([1, 2, 3], lambda x, y: x * y, initial=10)), list(zip_longest("ab", "c", fillvalue="-")))

# expect: [('a', ['a', 'a']), ('b', ['b', 'b', 'b']), ('c', ['c'])]
# expect: [(1, 2), (0, 2)]
# expect: [0, 1, 2] [0, 1, 2] [('a', 'b'), ('b', 'c')] [('a', 'b'), ('c', 'd'), ('e',)]
# expect: [10, 10, 20, 60] [('a', 'c'), ('b', '-')]
