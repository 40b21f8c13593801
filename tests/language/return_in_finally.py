def f():
    try:
        return "try"
    finally:
        print("finally runs")


def g():
    try:
        raise ValueError
    finally:
        return "finally swallows"


def h():
    for i in range(3):
        try:
            continue
        finally:
            print("pass", i)
    return "end"


print(f())
print(g())
print(h())

# expect: finally runs
# expect: try
# expect: finally swallows
# expect: pass 0
# expect: pass 1
# expect: pass 2
# expect: end
