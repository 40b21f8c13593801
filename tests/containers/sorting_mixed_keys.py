rows = [("b", 2), ("a", 2), ("c", 1)]
print(sorted(rows, key=lambda r: (r[1], r[0])))  # expect: [('c', 1), ('a', 2), ('b', 2)]
print(sorted(rows, key=lambda r: (-r[1], r[0])))  # expect: [('a', 2), ('b', 2), ('c', 1)]
rows.sort(key=lambda r: r[0], reverse=True)
print(rows)  # expect: [('c', 1), ('b', 2), ('a', 2)]
print(sorted({"x": 3, "y": 1}.items(), key=lambda kv: kv[1]))  # expect: [('y', 1), ('x', 3)]
