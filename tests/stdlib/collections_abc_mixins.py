from collections.abc import Mapping, MutableMapping, Sequence


class Squares(Sequence):
    def __len__(self): return 4
    def __getitem__(self, i):
        if i >= 4: raise IndexError(i)
        return i * i


class Store(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)


s = Squares()
print(list(s), 4 in s, s.index(9), s.count(1), list(reversed(s)))
m = Store()
m.update(a=1, b=2)
print(dict(m), m.pop("a"), m.get("x"), m.setdefault("c", 3), m == {"b": 2, "c": 3}, list(m.items()))
try:
    Mapping()
except TypeError as error:
    print(error)

# expect: [0, 1, 4, 9] True 3 1 [9, 4, 1, 0]
# expect: {'a': 1, 'b': 2} 1 None 3 True [('b', 2), ('c', 3)]
# expect: Can't instantiate abstract class Mapping without an implementation for abstract methods '__getitem__', '__iter__', '__len__'
