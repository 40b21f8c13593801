import copy


class Node:
    def __init__(self):
        self.items = [1]


a = [1, [2, 3], {"k": [4]}]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append("x")
print(b, c)  # expect: [1, [2, 3, 'x'], {'k': [4]}] [1, [2, 3], {'k': [4]}]
n = Node()
m, d = copy.copy(n), copy.deepcopy(n)
n.items.append(2)
print(m.items, d.items)  # expect: [1, 2] [1]
loop = [1]
loop.append(loop)
e = copy.deepcopy(loop)
print(e[1] is e, copy.copy((1, 2)), copy.deepcopy("s"))  # expect: True (1, 2) s
