from collections import Counter

c = Counter("abracadabra")
print(c, c["a"], c["z"], c.most_common(2), sum(c.values()), sorted(c))
c.update("aaa")
c.subtract({"b": 1})
print(c["a"], c["b"], Counter(a=2) + Counter(a=1, b=1), Counter("ab") - Counter("b"), Counter("aab") & Counter("ab"), Counter("a") | Counter("b"))
print(list(Counter(a=2, b=1).elements()), Counter([1, 1, 2]).total())

# expect: Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1}) 5 0 [('a', 5), ('b', 2)] 11 ['a', 'b', 'c', 'd', 'r']
# expect: 8 1 Counter({'a': 3, 'b': 1}) Counter({'a': 1}) Counter({'a': 1, 'b': 1}) Counter({'a': 1, 'b': 1})
# expect: ['a', 'a', 'b'] 3
