x = "module"


def outer():
    x = "outer"

    class C:
        global x
        x = "set by the class body"

    def inner():
        global x
        return x

    return x, inner()


print(outer(), x)  # expect: ('outer', 'set by the class body') set by the class body
