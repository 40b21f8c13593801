# What `gilscope calibrate` runs, in real time: prints a name and the nanoseconds of one piece of work, several times.
from time import perf_counter_ns

ROUNDS = 15
LOOPS = 50000


class Box:
    pass


def empty(n):
    start = perf_counter_ns()
    for i in range(n):
        pass
    return perf_counter_ns() - start


def local(n):
    a = b = 1
    start = perf_counter_ns()
    for i in range(n):
        a = b; b = a; a = b; b = a; a = b; b = a; a = b; b = a; a = b; b = a
    return perf_counter_ns() - start


def stack(n):
    start = perf_counter_ns()
    for i in range(n):
        a = 1; a = 2; a = 3; a = 4; a = 5; a = 6; a = 7; a = 8; a = 9; a = 10
    return perf_counter_ns() - start


def jump(n):
    a = True
    start = perf_counter_ns()
    for i in range(n):
        if a: pass
        if a: pass
        if a: pass
        if a: pass
        if a: pass
        if a: pass
        if a: pass
        if a: pass
        if a: pass
        if a: pass
    return perf_counter_ns() - start


def global_(n):
    start = perf_counter_ns()
    for i in range(n):
        a = Box; a = Box; a = Box; a = Box; a = Box; a = Box; a = Box; a = Box; a = Box; a = Box
    return perf_counter_ns() - start


def attribute(n):
    o = Box()
    o.x = 1
    start = perf_counter_ns()
    for i in range(n):
        a = o.x; a = o.x; a = o.x; a = o.x; a = o.x; a = o.x; a = o.x; a = o.x; a = o.x; a = o.x
    return perf_counter_ns() - start


def arithmetic(n):
    a = b = 3
    start = perf_counter_ns()
    for i in range(n):
        a = b + b; a = b + b; a = b + b; a = b + b; a = b + b; a = b + b; a = b + b; a = b + b; a = b + b; a = b + b
    return perf_counter_ns() - start


def item(n):
    l, k = [1], 0
    start = perf_counter_ns()
    for i in range(n):
        a = l[k]; a = l[k]; a = l[k]; a = l[k]; a = l[k]; a = l[k]; a = l[k]; a = l[k]; a = l[k]; a = l[k]
    return perf_counter_ns() - start


def search(n):
    d, k = {1: 1}, 1
    start = perf_counter_ns()
    for i in range(n):
        a = k in d; a = k in d; a = k in d; a = k in d; a = k in d
        a = k in d; a = k in d; a = k in d; a = k in d; a = k in d
    return perf_counter_ns() - start


def build(n):
    x = 1
    start = perf_counter_ns()
    for i in range(n):
        a = [x]; a = [x]; a = [x]; a = [x]; a = [x]; a = [x]; a = [x]; a = [x]; a = [x]; a = [x]
    return perf_counter_ns() - start


def exception(n):
    e = ValueError()
    start = perf_counter_ns()
    for i in range(n):
        try: raise e
        except ValueError: pass
    return perf_counter_ns() - start


def callee():
    pass


def call(n):
    f = callee
    start = perf_counter_ns()
    for i in range(n):
        f(); f(); f(); f(); f(); f(); f(); f(); f(); f()
    return perf_counter_ns() - start


def format_(n):
    x = 'x'
    start = perf_counter_ns()
    for i in range(n):
        a = f'{x}'; a = f'{x}'; a = f'{x}'; a = f'{x}'; a = f'{x}'; a = f'{x}'; a = f'{x}'; a = f'{x}'; a = f'{x}'; a = f'{x}'
    return perf_counter_ns() - start


def taker(a):
    pass


def spread_call(n):
    f, x = taker, 1
    start = perf_counter_ns()
    for i in range(n):
        f(a=x); f(a=x); f(a=x); f(a=x); f(a=x); f(a=x); f(a=x); f(a=x); f(a=x); f(a=x)
    return perf_counter_ns() - start


def import_(n):
    start = perf_counter_ns()
    for i in range(n):
        import sys; import sys; import sys; import sys; import sys
        import sys; import sys; import sys; import sys; import sys
    return perf_counter_ns() - start


ITEMS = 20000
NUMBERS = list(range(ITEMS))
MIXED = [i * 7919 % 20011 + 0.5 for i in range(ITEMS)]
OTHERS = list(range(ITEMS))
TEXT = 'x' * ITEMS
BIG = 3 ** 1300


def timed(work):
    start = perf_counter_ns()
    work()
    return perf_counter_ns() - start


WORK = {
    'iterate': lambda: timed(lambda: sum(range(ITEMS))) / ITEMS,
    'insert': lambda: timed(lambda: set(OTHERS)) / ITEMS,
    'sort': lambda: timed(lambda: sorted(MIXED)) / (ITEMS * 15),
    'scan': lambda: timed(lambda: -1 in NUMBERS) / ITEMS,
    'copy': lambda: timed(lambda: NUMBERS[:]) / ITEMS,
    'text': lambda: timed(lambda: TEXT.upper()) / (2 * ITEMS),
    'digits': lambda: timed(lambda: [BIG * BIG for _ in range(10)]) / (10 * 69 * 69),
}

INSTRUCTIONS = [empty, local, stack, jump, global_, attribute, arithmetic, item, search, build, exception, call, format_,
                spread_call, import_]

for _ in range(ROUNDS):
    for measure in INSTRUCTIONS:
        pieces = LOOPS if measure in (empty, exception) else 10 * LOOPS
        print(measure.__name__.rstrip('_').replace('_', '-'), measure(LOOPS) / pieces)
    for name, measure in WORK.items():
        print(name, measure())
