from dataclasses import FrozenInstanceError, dataclass, field


@dataclass(frozen=True, order=True)
class P:
    x: int
    y: int = 0


for bad in (lambda: P(), lambda: P(1, 2, 3), lambda: P(1, z=2), lambda: P(1) < 3):
    try:
        bad()
    except TypeError as error:
        print(error)
try:
    P(1).x = 2
except FrozenInstanceError as error:
    print(error)
try:
    @dataclass
    class Bad:
        items: list = []
except ValueError as error:
    print(error)

# expect: P.__init__() missing 1 required positional argument: 'x'
# expect: P.__init__() takes from 2 to 3 positional arguments but 4 were given
# expect: P.__init__() got an unexpected keyword argument 'z'
# expect: '<' not supported between instances of 'P' and 'int'
# expect: cannot assign to field 'x'
# expect: mutable default <class 'list'> for field items is not allowed: use default_factory
