import copy


class Node:
    def __init__(self, value):
        self.value = value
        self.me = self


n = Node([1])
shallow, deep = copy.copy(n), copy.deepcopy(n)
print(shallow.value is n.value, shallow.me is n, deep.value is n.value, deep.me is deep)
loop = [1, (2, [3])]
loop.append(loop)
c = copy.deepcopy(loop)
print(c[2] is c, c[1][1] is loop[1][1], c[1])

# expect: True True False True
# expect: True False (2, [3])
