user = {"name": "Ada", "tags": ["x", "y"]}
print(f"{user['name']!r:>8} {len(user["tags"])} {', '.join(t.upper() for t in user['tags'])}")
print(f"{user["name"]:{'^'}{11}}|{3.14159:.{1 + 1}f}|{'{}'}|{{}}")

# expect:    'Ada' 2 X, Y
# expect:     Ada    |3.14|{}|{}
