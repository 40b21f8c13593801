r = range(10 ** 30)
print(10 ** 29 in r, r[10 ** 29])
for call in (lambda: len(r), lambda: [1][10 ** 30], lambda: "a"[-(10 ** 30)], lambda: list(range(10 ** 18))):
    try:
        call()
    except (OverflowError, IndexError, MemoryError) as error:
        print(type(error).__name__, error)
print([1, 2, 3][:10 ** 30], "abc"[-(10 ** 30):])

# expect: True 100000000000000000000000000000
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: MemoryError
# expect: [1, 2, 3] abc
