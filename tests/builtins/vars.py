class A:
    def __init__(self):
        self.x = 1
        self.y = 2


a = A()
print(vars(a), a.__dict__ == vars(a))  # expect: {'x': 1, 'y': 2} True
vars(a)["z"] = 3
print(a.z)  # expect: 3
try:
    vars(5)
except TypeError as error:
    print(error)  # expect: vars() argument must have __dict__ attribute
