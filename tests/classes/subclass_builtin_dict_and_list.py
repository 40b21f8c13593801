class Stack(list):
    def push(self, x):
        self.append(x)
        return self


class Lower(dict):
    def __setitem__(self, k, v):
        super().__setitem__(k.lower(), v)


s = Stack([1]).push(2)
print(s, len(s), s + [3], type(s + [3]).__name__, isinstance(s, list), s == [1, 2])
d = Lower()
d["ABC"] = 1
print(d, d["abc"], type(d).__name__)

# expect: [1, 2] 2 [1, 2, 3] list True True
# expect: {'abc': 1} 1 Lower
