from operator import attrgetter, itemgetter, methodcaller

people = [{"name": "B", "age": 3}, {"name": "A", "age": 3}]
print(sorted(people, key=itemgetter("age", "name"))[0]["name"], itemgetter(1, 0)("xy"), attrgetter("real.imag")(5))
print(methodcaller("split", ",", maxsplit=1)("a,b,c"), itemgetter(1), methodcaller("f", 1, k=2))

# expect: A ('y', 'x') 0
# expect: ['a', 'b,c'] operator.itemgetter(1) operator.methodcaller('f', 1, k=2)
