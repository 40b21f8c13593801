from collections import UserDict, UserList, UserString


class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


d = Upper(a=1)
d["b"] = 2
print(d, len(d), "A" in d, d.get("zz"))
l = UserList([3, 1])
l.append(2)
l.sort()
print(l, l[1:], UserString("abc").upper())

# expect: {'A': 1, 'B': 2} 2 True None
# expect: [1, 2, 3] [2, 3] ABC
