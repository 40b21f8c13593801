rows = [[lambda: (r, c) for c in range(2)] for r in range(2)]
print([f() for row in rows for f in row])  # expect: [(1, 1), (1, 1), (1, 1), (1, 1)]
print([[(a, b) for b in range(a)] for a in range(4) if a % 2])  # expect: [[(1, 0)], [(3, 0), (3, 1), (3, 2)]]
print({k: {v for v in vs if v > 1} for k, vs in {"x": [1, 2], "y": [3]}.items()})  # expect: {'x': {2}, 'y': {3}}
