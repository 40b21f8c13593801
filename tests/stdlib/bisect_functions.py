import bisect

a = [1, 3, 3, 5]
print(bisect.bisect_left(a, 3), bisect.bisect_right(a, 3), bisect.bisect(a, 9))
bisect.insort(a, 4)
print(a, bisect.bisect_left(["aa", "b"], 1, key=len))

# expect: 1 3 4
# expect: [1, 3, 3, 4, 5] 0
