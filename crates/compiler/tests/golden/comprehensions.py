def inside(rows, k):
    flat = [x for row in rows if row for x in row]
    pairs = {k: v for k, v in flat}
    unique = {x % k for x in flat}
    late = [lambda: x for x in flat]
    return sum(x * k for x in flat), pairs, unique, late, [y := 1 for _ in flat], k


table = [(i, j) for i in range(3) for j in [i * 2]]
squares = {i: i**2 for i in range(3)}
anything = any(n > 1 for n in table)
