s = [0, 1, 2, 3, 4, 5]
print(s[1:3], s[:2], s[4:], s[:], s[-2:], s[:-2])
print(s[::2], s[::-1], s[4:1:-1], s[10:], s[3:1])
print("hello"[1:4], (1, 2, 3)[::-2], range(10)[2:8:3])
s[1:3] = ["a", "b", "c"]
print(s)
s[::2] = [None] * 4
print(s)
try:
    s[::2] = [1]
except ValueError as error:
    print(error)

# expect: [1, 2] [0, 1] [4, 5] [0, 1, 2, 3, 4, 5] [4, 5] [0, 1, 2, 3]
# expect: [0, 2, 4] [5, 4, 3, 2, 1, 0] [4, 3, 2] [] []
# expect: ell (3, 1) range(2, 8, 3)
# expect: [0, 'a', 'b', 'c', 3, 4, 5]
# expect: [None, 'a', None, 'c', None, 4, None]
# expect: attempt to assign sequence of size 1 to extended slice of size 4
