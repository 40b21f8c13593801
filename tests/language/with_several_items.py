class Ctx:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__)


with Ctx("a") as a, Ctx("b") as b:
    print(a, b)
with (
    Ctx("c"),
    Ctx("d") as (d),
):
    pass

# expect: enter a
# expect: enter b
# expect: a b
# expect: exit b None
# expect: exit a None
# expect: enter c
# expect: enter d
# expect: exit d None
# expect: exit c None
