print(sum([1, 2, 3]), sum([]), sum([1.5, 2]), sum([[1], [2]], []), sum((1, 2), start=10), sum(n for n in range(101)))
print(sum([0.1] * 10), sum([True, True]), sum([10**20, 1]))
for call in (lambda: sum(["a"]), lambda: sum(["a"], ""), lambda: sum(5)):
    try:
        call()
    except TypeError as error:
        print(error)

# expect: 6 0 3.5 [1, 2] 13 5050
# expect: 1.0 2 100000000000000000001
# expect: unsupported operand type(s) for +: 'int' and 'str'
# expect: sum() can't sum strings [use ''.join(seq) instead]
# expect: 'int' object is not iterable
