def f():
    raise ValueError("x")


try:
    f()
except ValueError as error:
    tb = error.__traceback__
    while tb:
        print(tb.tb_lineno, tb.tb_frame.f_code.co_name)
        tb = tb.tb_next

# expect: 6 <module>
# expect: 2 f
