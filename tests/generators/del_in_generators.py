# What a generator holds goes with it, or when it ends.


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def numbers(name):
    thing = Thing(name)
    yield 1
    yield 2


for number in numbers("exhausted"):
    print(number)
print("loop over")
# expect: 1
# expect: 2
# expect: del exhausted
# expect: loop over

generator = numbers("closed")
next(generator)
generator.close()
print("closed")
# expect: del closed
# expect: closed

generator = numbers("dropped")
next(generator)
del generator
print("dropped")
# expect: del dropped
# expect: dropped

things = (Thing(name) for name in "ab")
next(things)
print("between")
next(things)
things = None
print("end")
# expect: del a
# expect: between
# expect: del b
# expect: end
