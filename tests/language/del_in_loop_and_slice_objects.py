items = list(range(10))
while items:
    del items[0], items[-1:]
print(items)  # expect: []
grid = {(x, y): x * y for x in range(3) for y in range(3)}
for key in [k for k in grid if k[0] == k[1]]:
    del grid[key]
print(sorted(grid))  # expect: [(0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1)]
