for call in (
    lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0,
    lambda: 0 ** -1, lambda: 0.0 ** -1, lambda: divmod(1.0, 0),
):
    try:
        call()
    except ZeroDivisionError as error:
        print(error)

# expect: division by zero
# expect: integer division or modulo by zero
# expect: integer modulo by zero
# expect: float division by zero
# expect: float floor division by zero
# expect: float modulo by zero
# expect: 0.0 cannot be raised to a negative power
# expect: 0.0 cannot be raised to a negative power
# expect: float divmod()
