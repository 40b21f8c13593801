def g():
    yield 1
    raise ValueError("in the generator")


def consume():
    for x in g():
        print(x)


consume()

# expect: 1
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "uncaught_in_generator.py", line 11, in <module>
# expect stderr:     consume()
# expect stderr:     ~~~~~~~^^
# expect stderr:   File "uncaught_in_generator.py", line 7, in consume
# expect stderr:     for x in g():
# expect stderr:              ~^^
# expect stderr:   File "uncaught_in_generator.py", line 3, in g
# expect stderr:     raise ValueError("in the generator")
# expect stderr: ValueError: in the generator
# exit: 1
