from collections import OrderedDict

d = OrderedDict([("a", 1), ("b", 2)])
d.move_to_end("a")
print(d, d.popitem(last=False), list(d), OrderedDict(a=1) == {"a": 1})

# expect: OrderedDict({'a': 1}) ('b', 2) ['a'] True
