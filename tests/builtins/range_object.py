r = range(1, 10, 3)
print(r, list(r), len(r), r[1], r[-1], r[1:], 7 in r, 8 in r)
print(range(3) == range(0, 3, 1), range(0) == range(5, 5), r.start, r.stop, r.step)
print(list(range(5, 0, -2)), list(reversed(range(4))), r.index(4), r.count(4), hash(range(2)) == hash(range(2)))
for call in (lambda: range(1, 2, 0), lambda: range(1.5), lambda: r[5], lambda: range(), lambda: r.index(5)):
    try:
        call()
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, error)

# expect: range(1, 10, 3) [1, 4, 7] 3 4 7 range(4, 10, 3) True False
# expect: True True 1 10 3
# expect: [5, 3, 1] [3, 2, 1, 0] 1 1 True
# expect: ValueError range() arg 3 must not be zero
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: IndexError range object index out of range
# expect: TypeError range expected at least 1 argument, got 0
# expect: ValueError 5 is not in range
