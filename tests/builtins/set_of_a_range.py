# A set takes the items of a range as it takes any others: equal numbers once, in the same order.
print(set(range(0, 40, 7)))
# expect: {0, 35, 7, 14, 21, 28}
print(set(range(5, -6, -2)) == {5, 3, 1, -1, -3, -5}, len(set(range(1000))))
# expect: True 1000
numbers = {2.0, True, "2"}
numbers.update(range(4))
print(sorted(map(repr, numbers)))
# expect: ["'2'", '0', '2.0', '3', 'True']
numbers = set(range(10))
numbers.discard(3)
numbers.update(range(8, 12))
print(3 in numbers, len(numbers))
# expect: False 11
print(set(range(2**63 - 1, 2**63 + 1)) == {2**63 - 1, 2**63})
# expect: True
