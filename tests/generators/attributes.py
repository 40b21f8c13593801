def gen(a):
    x = 1
    yield x


g = gen(5)
print(g.__name__, g.__qualname__, g.gi_running, g.gi_frame is not None, g.gi_code.co_name, iter(g) is g)
list(g)
print(g.gi_frame)
print(gen(1))

# expect: gen gen False True gen True
# expect: None
# expect: <generator object gen at 0x…>
