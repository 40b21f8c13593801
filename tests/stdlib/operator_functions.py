import operator
from operator import attrgetter, itemgetter, methodcaller

print(operator.add(1, 2), operator.mul(3, 4), operator.neg(1), operator.contains([1], 1), operator.getitem("abc", 1), operator.lt(1, 2), operator.not_(0))
print(sorted([("a", 2), ("b", 1)], key=itemgetter(1)), itemgetter(0, 2)("xyz"), attrgetter("real")(5), methodcaller("upper")("s"))
print(operator.truth([]), operator.is_(None, None), operator.floordiv(7, 2), operator.xor(5, 1))

# expect: 3 12 -1 True b True True
# expect: [('b', 1), ('a', 2)] ('x', 'z') 5 S
# expect: False True 3 4
