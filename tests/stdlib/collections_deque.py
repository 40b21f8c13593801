from collections import deque

d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.append(5)
d.appendleft(0)
print(d, len(d), d[0], d[-1], d.maxlen)
print(d.pop(), d.popleft(), d)
d.rotate(1)
print(d, list(reversed(d)), 2 in d, d.count(2), d.index(3))
e = deque("bc")
e.extend("de")
e.extendleft("ax")
e.remove("d")
print(e, e.copy() == e)
e.clear()
for call in (e.pop, e.popleft, lambda: e[0], lambda: e.remove("z"), lambda: d.index(99)):
    try:
        call()
    except (IndexError, ValueError) as error:
        print(type(error).__name__, error)
print(deque("ab") == deque(["a", "b"]), deque(), bool(deque()), deque([1]) + deque([2]))

# expect: deque([0, 2, 3, 4], maxlen=4) 4 0 4 4
# expect: 4 0 deque([2, 3], maxlen=4)
# expect: deque([3, 2], maxlen=4) [2, 3] True 1 0
# expect: deque(['x', 'a', 'b', 'c', 'e']) True
# expect: IndexError pop from an empty deque
# expect: IndexError pop from an empty deque
# expect: IndexError deque index out of range
# expect: ValueError 'z' is not in deque
# expect: ValueError 99 is not in deque
# expect: True deque([]) False deque([1, 2])
