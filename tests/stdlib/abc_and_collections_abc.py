from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence, Sized

print(isinstance([], Iterable), isinstance(5, Iterable), isinstance({}, Mapping), isinstance("", Sequence), isinstance(len, Callable), isinstance([], Hashable))
print(isinstance(iter([]), Iterator), isinstance(set(), Sized), issubclass(list, Sequence))


class Base(ABC):
    @classmethod
    @abstractmethod
    def make(cls): ...


class Good(Base):
    @classmethod
    def make(cls): return "made"


print(Good.make(), Base.__abstractmethods__)
try:
    Base()
except TypeError as error:
    print(error)

# expect: True False True True True False
# expect: True True True
# expect: made frozenset({'make'})
# expect: Can't instantiate abstract class Base without an implementation for abstract method 'make'
