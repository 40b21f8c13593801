def f():
    value = 1
    del value
    return value


try:
    f()
except UnboundLocalError as error:
    print(error)  # expect: cannot access local variable 'value' where it is not associated with a value
