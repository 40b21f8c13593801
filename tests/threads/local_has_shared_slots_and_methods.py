import threading


class Store(threading.local):
    __slots__ = ("shared",)
    limit = 7

    def __init__(self, *args, **kwargs):
        self.args = args
        self.kwargs = kwargs

    @property
    def double(self):
        return self.value * 2

    @double.setter
    def double(self, value):
        self.value = value // 2

    def __getattr__(self, name):
        if name.startswith("lazy_"):
            return name[5:]
        raise AttributeError(name)


def show(title):
    print(title, store.args, store.kwargs, store.limit, store.lazy_x, hasattr(store, "value"), store.args)


store = Store(1, b=2)
store.shared = "slot"
store.double = 10
show("main")


def work():
    show("worker")
    store.value = 4
    print(store.double, store.shared, "kwargs" in vars(store))
    store.shared = "changed"
    del store.args
    print(hasattr(store, "args"))
    store.__dict__["extra"] = 1
    print(store.extra)
    try:
        store.missing
    except AttributeError as error:
        print("AttributeError", error)


t = threading.Thread(target=work)
t.start()
t.join()
show("main")
print(store.shared, store.double)
del store.shared
t = threading.Thread(target=lambda: print(getattr(store, "shared", "unset")))
t.start()
t.join()
store.__class__ = type("Other", (Store,), {"limit": 8, "__slots__": ()})
print(store.limit, store.double, type(store).__name__)

# expect: main (1,) {'b': 2} 7 x True (1,)
# expect: worker (1,) {'b': 2} 7 x False (1,)
# expect: 8 slot True
# expect: False
# expect: 1
# expect: AttributeError missing
# expect: main (1,) {'b': 2} 7 x True (1,)
# expect: changed 10
# expect: unset
# expect: 8 10 Other
