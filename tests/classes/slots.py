class P:
    __slots__ = ("x", "y")

    def __init__(self, x):
        self.x = x


p = P(1)
print(p.x)  # expect: 1
p.y = 2
print(p.y)  # expect: 2
try:
    p.z = 3
except AttributeError as error:
    print(error)  # expect: 'P' object has no attribute 'z' and no __dict__ for setting new attributes
try:
    del p.y
    p.y
except AttributeError as error:
    print(error)  # expect: 'P' object has no attribute 'y'
print(hasattr(p, "__dict__"))  # expect: False
