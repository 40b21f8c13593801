class Guard:
    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)


g = Guard()
g.a = 1
g.a += 1
print(g.a)
del g.a
print(g.__dict__)

# expect: set a 1
# expect: set a 2
# expect: 2
# expect: del a
# expect: {}
