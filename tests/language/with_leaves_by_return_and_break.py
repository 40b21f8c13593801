class Ctx:
    def __enter__(self): print("in")
    def __exit__(self, *info): print("out", info)


def f():
    with Ctx():
        return "value"


print(f())
for i in range(2):
    with Ctx():
        if i == 0:
            continue
        break

# expect: in
# expect: out (None, None, None)
# expect: value
# expect: in
# expect: out (None, None, None)
# expect: in
# expect: out (None, None, None)
