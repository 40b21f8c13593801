type Pair = tuple[int, int]


def first[T](items: list[T]) -> T:
    return items[0]


class Box[T]:
    def __init__(self, value: T):
        self.value = value


print(first([7]), Box("x").value, Pair)  # expect: 7 x Pair
