import sys
import traceback


def f():
    raise ValueError("x")


try:
    f()
except ValueError as error:
    print(traceback.format_exc(), end="")
    traceback.print_exc(file=sys.stdout)
    print(traceback.format_exception_only(error))
    print([frame.name for frame in traceback.extract_tb(error.__traceback__)], traceback.format_exception(error)[-1], end="")

# expect: Traceback (most recent call last):
# expect:   File "traceback_module.py", line 10, in <module>
# expect:     f()
# expect:     ~^^
# expect:   File "traceback_module.py", line 6, in f
# expect:     raise ValueError("x")
# expect: ValueError: x
# expect: Traceback (most recent call last):
# expect:   File "traceback_module.py", line 10, in <module>
# expect:     f()
# expect:     ~^^
# expect:   File "traceback_module.py", line 6, in f
# expect:     raise ValueError("x")
# expect: ValueError: x
# expect: ['ValueError: x\n']
# expect: ['<module>', 'f'] ValueError: x
