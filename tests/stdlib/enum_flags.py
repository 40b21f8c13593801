from enum import Flag, IntFlag, auto


class Mode(Flag):
    READ = auto()
    WRITE = auto()
    RUN = auto()
    BOTH = READ | WRITE


class Bits(IntFlag):
    A = 1
    B = 4


print(Mode.READ | Mode.RUN, repr(Mode.BOTH), list(Mode.BOTH), Mode.READ in Mode.BOTH, ~Mode.READ, Mode(0))
print(repr(Bits.A | Bits.B), Bits.A + 1, repr(Bits(7)))
try:
    Mode(64)
except ValueError as error:
    print(error)

# expect: Mode.READ|RUN <Mode.BOTH: 3> [<Mode.READ: 1>, <Mode.WRITE: 2>] True Mode.WRITE|RUN Mode(0)
# expect: <Bits.A|B: 5> 2 <Bits.A|B|2: 7>
# expect: <flag 'Mode'> invalid value 64
# expect:     given 0b0 1000000
# expect:   allowed 0b0 0000111
