from functools import cached_property, partialmethod, singledispatch


@singledispatch
def show(x): return "something"


@show.register
def _(x: int): return "int"


@show.register(list)
def _(x): return "list of " + show(x[0])


class Box:
    @cached_property
    def content(self):
        print("computed")
        return 3

    def scale(self, factor, by): return factor * by
    double = partialmethod(scale, 2)


print(show(1), show([1]), show("a"), show(True))
box = Box()
print(box.content, box.content, box.double(by=5))

# expect: int list of int something int
# expect: computed
# expect: 3 3 10
