def first[T](items: list[T], default: T = None) -> T:
    return items[0]


class Stack[T: (int, str), *Ts, **P](Base):
    def push[U](self, item: T) -> U: ...


type Alias = int | str
type Pair[T] = tuple[T, T]
