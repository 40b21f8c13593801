import collections
import dataclasses
import datetime
import decimal
import enum
import functools
import io
import pathlib
import pickle
import uuid


class Color(enum.Enum):
    RED = 1
    BLUE = 2


class Flags(enum.IntFlag):
    A = 1
    B = 2


@dataclasses.dataclass
class Item:
    name: str
    price: float = 0.0


@dataclasses.dataclass(frozen=True)
class Frozen:
    x: int


class Failure(Exception):
    def __init__(self, message, code):
        super().__init__(message, code)
        self.code = code


class WithState:
    def __init__(self, value):
        self.value = value
        self.cache = lambda: 0

    def __getstate__(self):
        return {"value": self.value}

    def __setstate__(self, state):
        self.value = state["value"]
        self.cache = None


class Reduced:
    def __init__(self, a, b):
        self.a, self.b = a, b

    def __reduce__(self):
        return Reduced, (self.a, self.b), {"extra": 1}


class New:
    def __new__(cls, a, *, b):
        self = object.__new__(cls)
        self.pair = (a, b)
        return self

    def __getnewargs_ex__(self):
        return (self.pair[0],), {"b": self.pair[1]}


class Slots:
    __slots__ = ("a", "__dict__")


class Mine(list):
    pass


class Names(dict):
    pass


class Outer:
    class Inner:
        pass

    def method(self):
        return "method"

    @classmethod
    def make(cls):
        return cls.__name__


P = collections.namedtuple("P", "x y")
slots = Slots()
slots.a, slots.b = 1, 2
mine = Mine([1, 2])
mine.name = "mine"
names = Names(a=1)
names.more = True
for protocol in range(6):
    def copy(value):
        return pickle.loads(pickle.dumps(value, protocol))

    plain = [None, True, False, 0, -1, 1 << 100, -(1 << 63), 2.5, float("-inf"), "text\n\\ é ☃ 😀", b"bytes\xff", bytearray(b"xy"), (1, (2,), ()),
             {"a": [1, {2: 3}]}, {1, 2}, frozenset("a"), range(1, 9, 2), slice(None, 3), 2j]
    print(protocol, copy(plain) == plain, [type(item).__name__ for item in copy(plain)] == [type(item).__name__ for item in plain])
    library = [datetime.datetime(2024, 1, 2, 3, 4, 5, 6, datetime.timezone.utc), datetime.date(1, 1, 1), datetime.timedelta(-1, 2, 3),
               datetime.time(23, 59, fold=0), decimal.Decimal("-1.50"), uuid.UUID(int=7), pathlib.Path("/a/b"), Color.BLUE, Flags.A | Flags.B,
               collections.Counter("hello"), collections.OrderedDict(b=1, a=2), P(1, 2), Item("tea", 2.5)]
    print(copy(library) == library, copy(collections.deque([1, 2, 3], 5)), copy(collections.defaultdict(int, a=1)))
    error = copy(Failure("went wrong", 7))
    print(repr(error), error.code, repr(copy(FileNotFoundError(2, "no", "name"))), repr(copy(KeyError("k"))))
    print(copy(WithState(3)).__dict__, copy(Reduced(1, 2)).__dict__, copy(Outer.Inner) is Outer.Inner, copy(Color.RED) is Color.RED)
    print(copy(functools.partial(pow, 2))(5), copy(Outer().method)(), copy(Outer.make)(), copy([3].__contains__)(3), copy(len) is len, copy(str.upper)("a"))
    print(copy(mine), copy(mine).name, copy(names), copy(names).more, copy(Frozen(5)) if protocol > 1 else Frozen(5))
    if protocol >= 2:
        again = copy(slots)
        print(again.a, again.b, copy(New(1, b=2)).pair)
    loop = [1]
    loop.append((loop, {"loop": loop}))
    again = copy(loop)
    print(again[1][0] is again, again[1][1]["loop"] is again)
    shared = [1]
    again = copy([shared, shared])
    print(again[0] is again[1])

file = io.BytesIO()
pickle.dump({"first": 1}, file)
pickle.dump([2, 2.0], file)
file.seek(0)
print(pickle.load(file), pickle.load(file))
try:
    pickle.load(file)
except EOFError as error:
    print(error)


class Persistent(pickle.Pickler):
    def persistent_id(self, value):
        return "outer" if value is Outer else None


class Loader(pickle.Unpickler):
    def persistent_load(self, name):
        return ("loaded", name)

    def find_class(self, module, name):
        raise pickle.UnpicklingError("%s.%s is forbidden" % (module, name))


file = io.BytesIO()
Persistent(file).dump([Outer, 1])
file.seek(0)
print(Loader(file).load())
try:
    Loader(io.BytesIO(pickle.dumps(Item("x")))).load()
except pickle.UnpicklingError as error:
    print(error)
print(pickle.DEFAULT_PROTOCOL, pickle.HIGHEST_PROTOCOL, pickle.PicklingError, pickle.UnpicklingError.__mro__)
# expect: 0 True True
# expect: True deque([1, 2, 3], maxlen=5) defaultdict(<class 'int'>, {'a': 1})
# expect: Failure('went wrong', 7) 7 FileNotFoundError(2, 'no') KeyError('k')
# expect: {'value': 3, 'cache': None} {'a': 1, 'b': 2, 'extra': 1} True True
# expect: 32 method Outer True True A
# expect: [1, 2] mine {'a': 1} True Frozen(x=5)
# expect: True True
# expect: True
# expect: 1 True True
# expect: True deque([1, 2, 3], maxlen=5) defaultdict(<class 'int'>, {'a': 1})
# expect: Failure('went wrong', 7) 7 FileNotFoundError(2, 'no') KeyError('k')
# expect: {'value': 3, 'cache': None} {'a': 1, 'b': 2, 'extra': 1} True True
# expect: 32 method Outer True True A
# expect: [1, 2] mine {'a': 1} True Frozen(x=5)
# expect: True True
# expect: True
# expect: 2 True True
# expect: True deque([1, 2, 3], maxlen=5) defaultdict(<class 'int'>, {'a': 1})
# expect: Failure('went wrong', 7) 7 FileNotFoundError(2, 'no') KeyError('k')
# expect: {'value': 3, 'cache': None} {'a': 1, 'b': 2, 'extra': 1} True True
# expect: 32 method Outer True True A
# expect: [1, 2] mine {'a': 1} True Frozen(x=5)
# expect: 1 2 (1, 2)
# expect: True True
# expect: True
# expect: 3 True True
# expect: True deque([1, 2, 3], maxlen=5) defaultdict(<class 'int'>, {'a': 1})
# expect: Failure('went wrong', 7) 7 FileNotFoundError(2, 'no') KeyError('k')
# expect: {'value': 3, 'cache': None} {'a': 1, 'b': 2, 'extra': 1} True True
# expect: 32 method Outer True True A
# expect: [1, 2] mine {'a': 1} True Frozen(x=5)
# expect: 1 2 (1, 2)
# expect: True True
# expect: True
# expect: 4 True True
# expect: True deque([1, 2, 3], maxlen=5) defaultdict(<class 'int'>, {'a': 1})
# expect: Failure('went wrong', 7) 7 FileNotFoundError(2, 'no') KeyError('k')
# expect: {'value': 3, 'cache': None} {'a': 1, 'b': 2, 'extra': 1} True True
# expect: 32 method Outer True True A
# expect: [1, 2] mine {'a': 1} True Frozen(x=5)
# expect: 1 2 (1, 2)
# expect: True True
# expect: True
# expect: 5 True True
# expect: True deque([1, 2, 3], maxlen=5) defaultdict(<class 'int'>, {'a': 1})
# expect: Failure('went wrong', 7) 7 FileNotFoundError(2, 'no') KeyError('k')
# expect: {'value': 3, 'cache': None} {'a': 1, 'b': 2, 'extra': 1} True True
# expect: 32 method Outer True True A
# expect: [1, 2] mine {'a': 1} True Frozen(x=5)
# expect: 1 2 (1, 2)
# expect: True True
# expect: True
# expect: {'first': 1} [2, 2.0]
# expect: Ran out of input
# expect: [('loaded', 'outer'), 1]
# expect: __main__.Item is forbidden
# expect: 4 5 <class '_pickle.PicklingError'> (<class '_pickle.UnpicklingError'>, <class '_pickle.PickleError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
