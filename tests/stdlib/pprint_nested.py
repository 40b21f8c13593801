from pprint import pformat, pprint

pprint({"name": "x" * 30, "numbers": list(range(30)), "nested": {"a": [{"k": i} for i in range(3)]}}, width=50)
pprint({"b": 1, "a": 2})
pprint({"b": 1, "a": 2}, sort_dicts=False)
print(pformat([1, [2, [3, [4]]]], depth=2))
loop = [1]
loop.append(loop)
print("Recursion" in pformat(loop))

# expect: {'name': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
# expect:  'nested': {'a': [{'k': 0}, {'k': 1}, {'k': 2}]},
# expect:  'numbers': [0,
# expect:              1,
# expect:              2,
# expect:              3,
# expect:              4,
# expect:              5,
# expect:              6,
# expect:              7,
# expect:              8,
# expect:              9,
# expect:              10,
# expect:              11,
# expect:              12,
# expect:              13,
# expect:              14,
# expect:              15,
# expect:              16,
# expect:              17,
# expect:              18,
# expect:              19,
# expect:              20,
# expect:              21,
# expect:              22,
# expect:              23,
# expect:              24,
# expect:              25,
# expect:              26,
# expect:              27,
# expect:              28,
# expect:              29]}
# expect: {'a': 2, 'b': 1}
# expect: {'b': 1, 'a': 2}
# expect: [1, [2, [...]]]
# expect: True
