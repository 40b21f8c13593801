squares = {n: n * n for n in range(4)}
print(squares)  # expect: {0: 0, 1: 1, 2: 4, 3: 9}
print({v: k for k, v in squares.items() if v % 2 == 0})  # expect: {0: 0, 4: 2}
print(sorted({len(w) for w in "a bb cc ddd".split()}))  # expect: [1, 2, 3]
print({k: [k] * k for k in (1, 2)})  # expect: {1: [1], 2: [2, 2]}
