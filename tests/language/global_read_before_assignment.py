n = 1


def f():
    print(n)
    n = 2


try:
    f()
except UnboundLocalError as error:
    print(error)  # expect: cannot access local variable 'n' where it is not associated with a value
