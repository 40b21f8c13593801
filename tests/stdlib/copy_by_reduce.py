# A class that says how its instances are taken apart is copied so.
import collections
import copy
import copyreg
import datetime
import functools
import types


class Reduced:
    def __init__(self, name, items):
        self.name = name
        self.items = items

    def __reduce__(self):
        return Reduced, (self.name, self.items), {"extra": "state"}


class Single:
    def __reduce__(self):
        return "single"


class Foreign:
    def __init__(self, value):
        self.value = value


single = Single()
copyreg.pickle(Foreign, lambda foreign: (Foreign, (foreign.value + 1,)))
original = Reduced("a", [1])
for one in (copy.copy(original), copy.deepcopy(original)):
    print(one.__dict__, one.items is original.items)
print(copy.copy(single) is single, copy.deepcopy(single) is single, copy.copy(Foreign(1)).value, copy.deepcopy(Foreign(1)).value)
for value in (collections.Counter("aab"), collections.OrderedDict(b=[1]), collections.defaultdict(list, a=[1]), datetime.date(2024, 1, 2),
              datetime.datetime(2024, 1, 2, 3), datetime.timedelta(1), types.SimpleNamespace(a=[1])):
    print(copy.copy(value) == value, copy.deepcopy(value) == value, type(copy.deepcopy(value)).__name__)
print(copy.copy(functools.partial(int, base=2))("101"), copy.deepcopy(functools.partial(int, base=2))("11"))
# expect: {'name': 'a', 'items': [1], 'extra': 'state'} True
# expect: {'name': 'a', 'items': [1], 'extra': 'state'} False
# expect: True True 2 2
# expect: True True Counter
# expect: True True OrderedDict
# expect: True True defaultdict
# expect: True True date
# expect: True True datetime
# expect: True True timedelta
# expect: True True SimpleNamespace
# expect: 5 3
