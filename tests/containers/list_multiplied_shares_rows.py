rows = [[0] * 2] * 2
rows[0][0] = 1
print(rows)  # expect: [[1, 0], [1, 0]]
fresh = [[0] * 2 for _ in range(2)]
fresh[0][0] = 1
print(fresh)  # expect: [[1, 0], [0, 0]]
