def loops(xs):
    for x in xs:
        if x == 1:
            continue
        elif x is None:
            break
        for y in [1, 2, 3]:
            if not x < y <= 10:
                return y
    else:
        print("none")
    while True:
        if xs:
            xs.pop()
        else:
            break
    while xs:
        pass
    else:
        xs = 0
    assert xs, "no"
    if __debug__:
        print(xs)
    if 0:
        print("never")
    return not (xs in {1, 2}) if xs is not None else xs not in (3,)


def chain(a, b, c):
    return a < b < c, a and b or c, (n := a) + n


for i in range(3):
    print(i)
