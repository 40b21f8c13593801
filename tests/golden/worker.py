class Worker(Base, metaclass=Meta):
    """Counts."""

    made = 0
    __slots__ = ("n",)

    def __init__(self, n):
        super().__init__(name=f"worker {n!r:>{n}}")
        self.n = self.__secret = n

    @property
    def busy(self):
        return 0 < self.n <= 9 and not self.done or None
