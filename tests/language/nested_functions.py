def outer(a):
    def middle(b):
        def inner(c):
            return a + b + c

        return inner

    return middle


print(outer(1)(2)(3))
print(outer.__qualname__, outer(1).__qualname__, outer(1)(2).__qualname__)

# expect: 6
# expect: outer outer.<locals>.middle outer.<locals>.middle.<locals>.inner
