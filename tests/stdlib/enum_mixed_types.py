from enum import Enum, IntEnum, StrEnum, auto, unique


class Level(IntEnum):
    LOW = 1
    HIGH = 5


class Colour(StrEnum):
    RED = auto()
    BLUE = "b"


class Planet(Enum):
    EARTH = (1, 2)

    def __init__(self, mass, radius):
        self.mass = mass

    @property
    def weight(self): return self.mass * 10


print(Level.LOW, repr(Level.HIGH), Level.LOW + 1, Level.LOW < 3, sorted([Level.HIGH, Level.LOW]), f"{Level.HIGH}")
print(Colour.RED, repr(Colour.BLUE), Colour.RED == "red", Colour.BLUE.upper(), Planet.EARTH.weight)
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as error:
    print(error)
try:
    Level.LOW = 3
except AttributeError as error:
    print(error)

# expect: 1 <Level.HIGH: 5> 2 True [<Level.LOW: 1>, <Level.HIGH: 5>] 5
# expect: red <Colour.BLUE: 'b'> True B 10
# expect: duplicate values found in <enum 'Twice'>: B -> A
# expect: cannot reassign member 'LOW'
