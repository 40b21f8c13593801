class A:
    pass


a = A()
a.__dict__["x"] = 1
print(a.x)  # expect: 1
a.__dict__.update(y=2)
print(a.y, vars(a))  # expect: 2 {'x': 1, 'y': 2}
a.__dict__ = {"z": 3}
print(a.z, hasattr(a, "x"))  # expect: 3 False
