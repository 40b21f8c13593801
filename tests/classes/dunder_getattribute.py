class Spy:
    def __init__(self):
        self.x = 1

    def __getattribute__(self, name):
        print("get", name)
        return super().__getattribute__(name)


s = Spy()
print(s.x)
try:
    s.y
except AttributeError as error:
    print(error)

# expect: get x
# expect: 1
# expect: get y
# expect: 'Spy' object has no attribute 'y'
