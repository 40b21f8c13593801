r = range(0, 100, 7)
print(49 in r, 50 in r, "a" in r, 49.0 in r, r[2:5], r[::-1], len(r), list(r[-2:]))
print(range(10)[3:3], range(5, 0, -1)[1], min(r), max(r), sum(r), r == range(0, 99, 7))

# expect: True False False True range(14, 35, 7) range(98, -7, -7) 15 [91, 98]
# expect: range(3, 3) 4 0 98 735 True
