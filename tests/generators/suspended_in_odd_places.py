# Generators that are left, closed, thrown into, collected or resumed from another thread while they stand in mid-loop.
import gc
import sys
import threading


def numbers(log, n=5):
    try:
        for i in range(n):
            try:
                yield i
            finally:
                log.append(("inner", i))
    finally:
        log.append("outer")


# Left in mid-loop, then closed.
log = []
source = numbers(log)
for i in source:
    if i == 1:
        break
print(i, log)
source.close()
print(log, next(source, "nothing"))

# An exception out of the loop's body leaves the generator where it is.
log = []
source = numbers(log)
try:
    for i in source:
        if i == 2:
            raise KeyError(i)
except KeyError as error:
    print("body raised", error, next(source), log)


# An exception out of the generator ends the loop, and the generator.
def breaks(n):
    yield n
    yield 1 // n


source = breaks(0)
try:
    for i in source:
        print("got", i)
except ZeroDivisionError as error:
    print(error, list(source))


# send, throw and close between two steps of a loop.
def listener():
    got = []
    while len(got) < 6:
        try:
            got.append((yield len(got)))
        except ValueError as error:
            got.append(str(error))
    return got


source = listener()
for i in source:
    if i == 1:
        print("send", source.send("sent"))
    if i == 3:
        print("throw", source.throw(ValueError("thrown")))
try:
    next(source)
except StopIteration as stop:
    print("no value any more:", stop.value)


def result():
    got = yield from listener()
    print("returned", got)
    return len(got)


def total():
    return (yield from result()) + 1


source = total()
print(list(source))


# Closed from inside the loop over it.
def closes():
    for i in source:
        source.close()
        yield i


source = numbers([])
print(list(closes()))


# A running generator cannot be stepped, neither by itself nor by another thread.
def steps_itself():
    try:
        for i in me:
            yield i
    except ValueError as error:
        yield str(error)


me = steps_itself()
print(list(me))


def holds(started, go_on):
    yield 1
    started.set()
    go_on.wait()
    yield 2


def drive(source, out):
    for i in source:
        out.append(i)


started, go_on, out = threading.Event(), threading.Event(), []
source = holds(started, go_on)
thread = threading.Thread(target=drive, args=(source, out))
thread.start()
started.wait()
for attempt in (next, list, sum, source.send, lambda g: g.throw(KeyError), lambda g: g.close()):
    try:
        attempt(source) if attempt != source.send else attempt(None)
    except ValueError as error:
        print(error)
go_on.set()
thread.join()
print(out)


# One generator, several threads, one after the other at each value.
def shared(n):
    for i in range(n):
        yield i


source, lock, seen = shared(300), threading.Lock(), []


def worker():
    while True:
        with lock:
            value = next(source, None)
            if value is None:
                return
            seen.append(value)


threads = [threading.Thread(target=worker) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(seen == list(range(300)))


# What a suspended generator holds stays alive, on its operand stack too.
def holding():
    items = ["a" * 3, ["b"] * 2]
    print("x" * 2, [*items, (yield 1)], {"k": (yield 2)}, sep="|")
    yield items


source = holding()
next(source)
gc.collect()
junk = [[i] * 3 for i in range(20000)]
source.send(("sent", "in"))
gc.collect()
junk = [str(i) for i in range(20000)]
print(source.send("last"))


# with and finally around a yield.
class Guard:
    def __enter__(self):
        print("enter")

    def __exit__(self, kind, error, traceback):
        print("exit", kind and kind.__name__)
        return kind is KeyError


def guarded():
    with Guard():
        yield 1
        yield 2
    yield 3


print(list(guarded()))
source = guarded()
next(source)
print(source.throw(KeyError("k")))
source = guarded()
next(source)
source.close()


# Recursion through generators.
def deep(n):
    if n:
        yield from deep(n - 1)
    yield n


print(sum(deep(200)))


def endless():
    yield from endless()


def endless_for():
    for x in endless_for():
        yield x


def endless_sum():
    yield sum(endless_sum())


for function in (endless, endless_for, endless_sum):
    try:
        next(function())
    except RecursionError as error:
        print(str(error).startswith("maximum recursion depth exceeded"))


# The value of a return, by loop, by next and by hand.
def returns():
    yield 1
    return "value"


source = returns()
for i in source:
    pass
try:
    next(source)
except StopIteration as stop:
    print(stop.value)
source = returns()
next(source)
try:
    next(source)
except StopIteration as stop:
    print(stop.value)


# StopIteration inside a generator is an error, wherever it is driven from.
def stops():
    yield 1
    raise StopIteration("inside")


for drive in (list, sum, lambda g: [x for x in g], sorted):
    try:
        drive(stops())
    except RuntimeError as error:
        print(error, repr(error.__cause__))

# expect: 1 [('inner', 0)]
# expect: [('inner', 0), ('inner', 1), 'outer'] nothing
# expect: body raised 2 3 [('inner', 0), ('inner', 1), ('inner', 2)]
# expect: got 0
# expect: integer division or modulo by zero []
# expect: send 2
# expect: throw 4
# expect: no value any more: None
# expect: returned [None, None, None, None, None, None]
# expect: [0, 1, 2, 3, 4, 5]
# expect: [0]
# expect: ['generator already executing']
# expect: generator already executing
# expect: generator already executing
# expect: generator already executing
# expect: generator already executing
# expect: generator already executing
# expect: generator already executing
# expect: [1, 2]
# expect: True
# expect: xx|['aaa', ['b', 'b'], ('sent', 'in')]|{'k': 'last'}
# expect: ['aaa', ['b', 'b']]
# expect: enter
# expect: exit None
# expect: [1, 2, 3]
# expect: enter
# expect: exit KeyError
# expect: 3
# expect: enter
# expect: exit GeneratorExit
# expect: 20100
# expect: True
# expect: True
# expect: True
# expect: None
# expect: value
# expect: generator raised StopIteration StopIteration('inside')
# expect: generator raised StopIteration StopIteration('inside')
# expect: generator raised StopIteration StopIteration('inside')
# expect: generator raised StopIteration StopIteration('inside')
