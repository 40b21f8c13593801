from typing import TYPE_CHECKING, Any, Callable, ClassVar, Dict, Generic, Iterable, List, NamedTuple, Optional, Protocol, Tuple, TypeVar, Union, cast

T = TypeVar("T")


class Stack(Generic[T]):
    limit: ClassVar[int] = 3

    def push(self, x: T) -> None: ...


class P(NamedTuple):
    x: int
    y: int = 2


def f(a: Optional[List[Dict[str, Any]]], b: Callable[[int], Tuple[int, ...]], c: Union[int, str] = 1) -> Iterable[int]:
    return cast(int, c)


if TYPE_CHECKING:
    import never_imported
print(f(None, None), Stack[int]().limit, P(1), TYPE_CHECKING)  # expect: 1 3 P(x=1, y=2) False
