class Data:
    def __set_name__(self, owner, name):
        self.name = name
        print("named", name, "in", owner.__name__)  # expect: named x in A

    def __get__(self, instance, owner):
        return self if instance is None else instance.__dict__.get("_" + self.name, "unset")

    def __set__(self, instance, value):
        instance.__dict__["_" + self.name] = value * 2


class NonData:
    def __get__(self, instance, owner):
        return "from descriptor"


class A:
    x = Data()
    y = NonData()


a = A()
print(a.x, a.y)  # expect: unset from descriptor
a.x = 5
a.y = "from instance"
print(a.x, a.y, a.__dict__, isinstance(A.x, Data))  # expect: 10 from instance {'_x': 10, 'y': 'from instance'} True
