from typing import Callable, Dict, Generic, List, NamedTuple, Optional, Protocol, TypeVar, Union, runtime_checkable

T = TypeVar("T")


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []


class Point(NamedTuple):
    x: int
    y: int = 0


@runtime_checkable
class Closes(Protocol):
    def close(self) -> None: ...


class File:
    def close(self): pass


print(Stack[int]().items, Point(1), Point(1)._asdict(), isinstance(File(), Closes), isinstance(3, Closes))
print(List[int], Optional[str], Union[int, str], Dict[str, List[int]], Callable[[int], str])

# expect: [] Point(x=1, y=0) {'x': 1, 'y': 0} True False
# expect: typing.List[int] typing.Optional[str] typing.Union[int, str] typing.Dict[str, typing.List[int]] typing.Callable[[int], str]
