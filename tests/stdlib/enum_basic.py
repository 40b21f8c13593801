from enum import Enum, IntEnum, auto


class Color(Enum):
    RED = 1
    GREEN = auto()
    BLUE = "b"
    CRIMSON = 1

    def describe(self):
        return f"{self.name} is {self.value}"


class Level(IntEnum):
    LOW = 1
    HIGH = 2


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color("b"), Color["RED"], Color.CRIMSON is Color.RED)
print(list(Color), len(Color), Color.RED == 1, Color.GREEN.describe(), isinstance(Color.RED, Color))
print(Level.HIGH > Level.LOW, Level.HIGH == 2, Level.LOW + 1, f"{Level.HIGH}", {Color.RED: "key"}[Color.RED])
for call in (lambda: Color(99), lambda: Color["PINK"], lambda: setattr(Color.RED, "value", 2)):
    try:
        call()
    except (ValueError, KeyError, AttributeError) as error:
        print(type(error).__name__, error)

# expect: Color.RED <Color.RED: 1> RED 1 Color.BLUE Color.RED True
# expect: [<Color.RED: 1>, <Color.GREEN: 2>, <Color.BLUE: 'b'>] 3 False GREEN is 2 True
# expect: True True 2 2 key
# expect: ValueError 99 is not a valid Color
# expect: KeyError 'PINK'
# expect: AttributeError <enum 'Enum'> cannot set attribute 'value'
