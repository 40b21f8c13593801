def a():
    x = "a"

    def b():
        def c():
            nonlocal x
            x = "changed by c"

        c()

    b()
    return x


print(a())  # expect: changed by c
