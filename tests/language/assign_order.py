# The right side is evaluated first, then the targets from left to right.
def name(label, value):
    print(label)
    return value


box = {}
name("target object", box)[name("target key", "k")] = name("value", 1)
print(box)
i = 0
i, items = 1, [10, 20]
items[i], i = 99, 0
print(items, i)

# expect: value
# expect: target object
# expect: target key
# expect: {'k': 1}
# expect: [10, 99] 0
