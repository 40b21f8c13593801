from itertools import accumulate, batched, chain, compress, dropwhile, filterfalse, groupby, pairwise, starmap, takewhile, tee, zip_longest

print(list(chain("ab", [1])), list(chain.from_iterable([[1], [2, 3]])), list(accumulate([1, 2, 3])), list(accumulate([3, 1, 2], max)))
print(list(takewhile(lambda n: n < 3, [1, 2, 5, 1])), list(dropwhile(lambda n: n < 3, [1, 5, 1])), list(compress("abc", [1, 0, 1])))
print(list(zip_longest("ab", [1], fillvalue="-")), list(starmap(pow, [(2, 3), (3, 2)])), list(filterfalse(bool, [0, 1, ""])))
print([(k, list(g)) for k, g in groupby("aabbba")], list(pairwise("abc")), [list(t) for t in tee([1, 2])], list(batched("abcde", 2)))

# expect: ['a', 'b', 1] [1, 2, 3] [1, 3, 6] [3, 3, 3]
# expect: [1, 2] [5, 1] ['a', 'c']
# expect: [('a', 1), ('b', '-')] [8, 9] [0, '']
# expect: [('a', ['a', 'a']), ('b', ['b', 'b', 'b']), ('a', ['a'])] [('a', 'b'), ('b', 'c')] [[1, 2], [1, 2]] [('a', 'b'), ('c', 'd'), ('e',)]
