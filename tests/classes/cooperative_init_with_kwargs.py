class Base:
    def __init__(self, **kwargs):
        print("left over:", kwargs)  # expect: left over: {'extra': 1}


class Named(Base):
    def __init__(self, name, **kwargs):
        super().__init__(**kwargs)
        self.name = name


class Aged(Base):
    def __init__(self, age, **kwargs):
        super().__init__(**kwargs)
        self.age = age


class Person(Named, Aged): pass


p = Person(name="Ada", age=36, extra=1)
print(p.name, p.age)  # expect: Ada 36
