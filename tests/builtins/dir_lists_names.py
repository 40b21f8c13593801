class A:
    x = 1

    def m(self):
        pass


a = A()
a.y = 2
print([n for n in dir(a) if not n.startswith("__")])  # expect: ['m', 'x', 'y']
print("append" in dir(list), "__len__" in dir([]), "upper" in dir(str))  # expect: True True True


def f():
    local = 1
    return dir()


print(f())  # expect: ['local']
