items = [1, 2, 3]
for item in items:
    if len(items) < 6:
        items.append(item * 10)
print(items)  # expect: [1, 2, 3, 10, 20, 30]
for item in items[:]:
    items.remove(item)
print(items)  # expect: []
