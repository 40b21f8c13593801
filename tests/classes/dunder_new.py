class Single:
    only = None

    def __new__(cls, *args):
        print("new", args)
        if cls.only is None:
            cls.only = super().__new__(cls)
        return cls.only

    def __init__(self, n):
        print("init", n)
        self.n = n


a, b = Single(1), Single(2)
print(a is b, a.n)


class Other:
    def __new__(cls):
        return "not an instance, so no __init__"

    def __init__(self):
        print("never")


print(Other())

# expect: new (1,)
# expect: init 1
# expect: new (2,)
# expect: init 2
# expect: True 2
# expect: not an instance, so no __init__
