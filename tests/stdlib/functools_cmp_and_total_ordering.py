from functools import cached_property, cmp_to_key, singledispatch, total_ordering


@total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n

    @cached_property
    def slow(self):
        print("computed once")
        return self.n * 2


print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
v = V(4)
print(v.slow, v.slow)


@singledispatch
def show(x): return "object"


@show.register(int)
def _(x): return "int"


print(show(1), show("s"))

# expect: True True False [3, 2, 1]
# expect: computed once
# expect: 8 8
# expect: int object
