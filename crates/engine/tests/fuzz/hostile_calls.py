# Calls whatever there is to call, with whatever may be given to it, in a few threads at once. What it prints does not matter:
# each call may return or raise, but the machine must survive it.
import random
import sys
import threading

SEED, CALLS = int(sys.argv[1]), int(sys.argv[2])
MODULES = [
    "builtins", "_thread", "bisect", "collections", "contextlib", "copy", "dataclasses", "datetime", "decimal", "enum",
    "functools", "heapq", "io", "itertools", "json", "logging", "math", "operator", "queue", "random", "statistics",
    "string", "sys", "textwrap", "threading", "time", "traceback", "types", "typing", "uuid", "warnings", "weakref",
]
# They end or stop the program, wait for a person, touch the world, or make an endless list of what was asked for.
FORBIDDEN = {
    "_exit", "breakpoint", "exit", "quit", "input", "open", "open_code", "FileIO", "help", "interrupt_main", "repeat",
    "cycle", "count", "settrace", "setprofile", "basicConfig", "print", "displayhook", "excepthook", "daemon_threads",
    "stack_size", "setrecursionlimit", "setswitchinterval", "set_int_max_str_digits", "factorial", "comb", "perm",
    "product", "combinations", "combinations_with_replacement", "permutations", "randbytes", "getrandbits", "choices",
    "sleep", "_shutdown", "lastResort", "shutdown", "fractions", "_at_fork_reinit", "accumulate", "sample", "pow",
    "burn", "main_thread", "__import__", "__build_class__", "exec", "eval", "compile",
}


class Liar:
    """Answers every question with something that is not asked for."""

    def __init__(self, answers):
        self.answers = answers

    def __answer(self, *args, **names):
        answer = self.answers.choice([0, -1, "", None, NotImplemented, [], 1.5, 2**70, self, ValueError])
        if answer is ValueError:
            raise ValueError("a lie")
        return answer

    __len__ = __iter__ = __next__ = __getitem__ = __contains__ = __hash__ = __eq__ = __lt__ = __index__ = __answer
    __int__ = __float__ = __bool__ = __str__ = __repr__ = __format__ = __add__ = __radd__ = __mul__ = __call__ = __answer
    __enter__ = __exit__ = __get__ = __reversed__ = __round__ = __abs__ = __neg__ = __bytes__ = __answer


class Shrinking(list):
    """A list that loses its items while others look at it."""

    def __eq__(self, other):
        self.clear()
        return False

    __hash__ = None


def generator():
    yield from [1, "two", None]


def values(chance):
    itself = []
    itself.append(itself)
    own = {}
    own["own"] = own
    changing = [Shrinking([1, 2]), 3]
    liar = Liar(chance)
    return [
        None, True, False, NotImplemented, ..., 0, 1, -1, 2, 7, 255, -1000, 2**63, -2**63, 2**64, 10**30, 0.0, -0.0, 1.5, 1e308,
        float("nan"), float("inf"), 1j if False else 3, "", "a", "abc", "é\U0001f600", "%s %d", "{} {0!r:>{1}}", "\0", "1e5", "ß" * 3,
        b"", b"abc", bytearray(b"xy"), [], [1, 2, 3], [[], [1]], ["b", "a"], itself, changing, (), (1,), (1, "a"), ((1, 2), (3, 4)),
        {}, {"a": 1}, {1: []}, own, set(), {1, 2}, frozenset({"x"}), range(0), range(5), range(10, 0, -3), slice(None), slice(1, -1, 2),
        int, str, list, dict, type, object, Liar, Exception, ValueError("x"), BaseException, len, print, "".join, [].append,
        lambda *args, **names: args, generator(), iter([1, 2]), iter("ab"), enumerate("ab"), zip([1], [2]), map(str, [1]), liar,
        threading.Lock(), threading.RLock(), threading.Event(), threading.local(), threading.Condition(), threading.Semaphore(0),
        threading.current_thread(), sys, property(len), staticmethod(len), classmethod(len), super, memoryview if False else 5,
    ]


def callables(pool):
    found = []
    for name in MODULES:
        try:
            module = __import__(name)
        except ImportError:
            continue
        found += [(module, member) for member in dir(module) if member not in FORBIDDEN]
    found += [(value, member) for value in pool for member in dir(value) if member not in FORBIDDEN]
    return found


def work(seed):
    chance = random.Random(seed)
    pool = values(chance)
    found = callables(pool)
    for _ in range(CALLS):
        owner, name = chance.choice(found)
        args = [chance.choice(pool) for _ in range(chance.choice([0, 1, 1, 1, 2, 2, 3, 4]))]
        names = {chance.choice(["key", "x", "default", "end", "maxsplit", "reverse"]): chance.choice(pool)} if chance.random() < 0.1 else {}
        try:
            result = getattr(owner, name)(*args, **names)
            if len(pool) < 300 and chance.random() < 0.2:
                pool.append(result)
            str(result)
            iter(result)
            next(result)
        except BaseException as error:
            try:
                str(error)
            except BaseException:
                pass


threads = [threading.Thread(target=work, args=(SEED * 10 + i,), daemon=True) for i in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join(1000)
