import sys

print(sys.exc_info())
try:
    1 / 0
except ZeroDivisionError:
    kind, value, tb = sys.exc_info()
    print(kind.__name__, value, tb.tb_lineno, tb.tb_frame.f_code.co_name)
    print(sys.exception() is value)
print(sys.exc_info())

# expect: (None, None, None)
# expect: ZeroDivisionError division by zero 5 <module>
# expect: True
# expect: (None, None, None)
