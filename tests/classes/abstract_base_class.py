from abc import ABC, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    @property
    @abstractmethod
    def name(self): ...


class Half(Shape):
    def area(self): return 1


class Square(Half):
    name = "square"


print(Square().area(), Square().name, isinstance(Square(), Shape))
for cls in (Shape, Half):
    try:
        cls()
    except TypeError as error:
        print(error)

# expect: 1 square True
# expect: Can't instantiate abstract class Shape without an implementation for abstract methods 'area', 'name'
# expect: Can't instantiate abstract class Half without an implementation for abstract method 'name'
