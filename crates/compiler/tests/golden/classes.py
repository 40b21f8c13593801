class Base:
    """A class."""

    kind: str = "base"
    limit: int

    def __init__(self, x):
        self.x = x
        self.__secret = x

    def area(self):
        return self.__secret * 2


@register
class Derived(Base, metaclass=Meta):
    table = [n * 2 for n in range(3)]

    def __init__(self, x):
        super().__init__(x)
        self.kind = super().kind
        super(Derived, self).area()

    def same(self):
        return __class__

    class Inner:
        def name(self):
            return self


def make():
    class Local:
        def f(self):
            return Local

    return Local
