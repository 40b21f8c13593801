a = {1, 2}
print(a.union([3], (4,)), a.intersection("x", [1]), a.difference([1]), a.symmetric_difference([2, 3]))
print(a.issubset([1, 2, 3]), a.issuperset([1]), a.copy() == a, a.copy() is a)
a.update([3], {4})
a.intersection_update([1, 2, 3])
a.difference_update([1])
a.symmetric_difference_update([3, 9])
print(sorted(a))
a.clear()
print(a)

# expect: {1, 2, 3, 4} set() {2} {1, 3}
# expect: True True True False
# expect: [2, 9]
# expect: set()
