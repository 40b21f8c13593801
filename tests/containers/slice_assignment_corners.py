# Slices on the left side: the list itself on the right, other lengths, steps, and what is refused.
a = [0, 1, 2, 3, 4]
a[1:3] = a
print(a)  # expect: [0, 0, 1, 2, 3, 4, 3, 4]
a[:] = a
print(a)  # expect: [0, 0, 1, 2, 3, 4, 3, 4]
a[::-1] = a
print(a)  # expect: [4, 3, 4, 3, 2, 1, 0, 0]
a[2:] = a[::-1]
print(a)  # expect: [4, 3, 0, 0, 1, 2, 3, 4, 3, 4]
b = [7, 8, 9]
a[1:4] = b
b.append(10)
print(a, b)  # expect: [4, 7, 8, 9, 1, 2, 3, 4, 3, 4] [7, 8, 9, 10]
a[5:2] = b
print(a)  # expect: [4, 7, 8, 9, 1, 7, 8, 9, 10, 2, 3, 4, 3, 4]
a[-100:100] = (1, 2)
print(a)  # expect: [1, 2]
a[1:1] = "xy"
a[10:] = {5: 6}
print(a)  # expect: [1, 'x', 'y', 2, 5]
a[::2] = [True, None, 0.5]
print(a)  # expect: [True, 'x', None, 2, 0.5]
for wrong in (lambda: a.__setitem__(slice(None, None, 2), [1]), lambda: a.__setitem__(slice(0, 1), 3)):
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(error)
# expect: attempt to assign sequence of size 1 to extended slice of size 3
# expect: must assign iterable to extended slice
try:
    a[0:1] = 3
except TypeError as error:
    print(error)  # expect: must assign iterable to extended slice
print(a)  # expect: [True, 'x', None, 2, 0.5]


def items():
    yield from (1, 2)
    a.append("seen")


a[0:2] = items()
print(a)  # expect: [1, 2, None, 2, 0.5, 'seen']
print(a[4:1:-1], a[::-1], a[100::-2], a[-2:-100:-1], a[1:1:-1])
# expect: [0.5, 2, None] ['seen', 0.5, 2, None, 2, 1] ['seen', 2, 2] [0.5, 2, None, 2, 1] []
print("héllo"[::-1], "hello"[::-2], "hello"[4:0:-3], "héllo"[1:3], "hello"[2:2] == "", (1, 2, 3)[::-1])
# expect: olléh olh oe él True (3, 2, 1)
print(a[: 10**30], a[True:3], "abc"[-(10**30) :])  # expect: [1, 2, None, 2, 0.5, 'seen'] [2, None] abc


class Index:
    def __index__(self):
        return 1


print(a[Index() : 3], "abc"[: Index()])  # expect: [2, None] a
