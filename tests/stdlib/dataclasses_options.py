from dataclasses import FrozenInstanceError, dataclass, field


@dataclass(order=True, frozen=True)
class Job:
    priority: int
    name: str = field(compare=False, default="job")
    secret: str = field(repr=False, default="s")

    def __post_init__(self):
        print("made", self.name)


a, b = Job(2, "a"), Job(1, "b")
print(sorted([a, b]), a > b, hash(a) == hash(Job(2, "z")))
try:
    a.name = "x"
except FrozenInstanceError as error:
    print(error)


@dataclass
class Base:
    n: int = 1


@dataclass
class Sub(Base):
    m: int = 2


print(Sub(5), Sub(m=7))

# expect: made a
# expect: made b
# expect: made z
# expect: [Job(priority=1, name='b'), Job(priority=2, name='a')] True True
# expect: cannot assign to field 'name'
# expect: Sub(n=5, m=2) Sub(n=1, m=7)
