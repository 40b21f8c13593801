def deco(f):
    def inner(*args):
        return f(*args)

    return inner


@deco
def work(n):
    return {}[n]


work(3)

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "uncaught_in_decorator.py", line 13, in <module>
# expect stderr:     work(3)
# expect stderr:     ~~~~^^^
# expect stderr:   File "uncaught_in_decorator.py", line 3, in inner
# expect stderr:     return f(*args)
# expect stderr:   File "uncaught_in_decorator.py", line 10, in work
# expect stderr:     return {}[n]
# expect stderr:            ~~^^^
# expect stderr: KeyError: 3
# exit: 1
