print(pow(2, 10), pow(2, -1), pow(2.0, 3), pow(3, 4, 5), pow(-3, 3, 7), pow(3, -1, 11), pow(0, 0))
for call in (lambda: pow(2, 3, 0), lambda: pow(0, -1), lambda: pow(2, 3.0, 5), lambda: pow(2, -1, 4), lambda: pow("a", 2)):
    try:
        call()
    except (ValueError, TypeError, ZeroDivisionError) as error:
        print(type(error).__name__, error)

# expect: 1024 0.5 8.0 1 1 4 1
# expect: ValueError pow() 3rd argument cannot be 0
# expect: ZeroDivisionError 0.0 cannot be raised to a negative power
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
# expect: ValueError base is not invertible for the given modulus
# expect: TypeError unsupported operand type(s) for ** or pow(): 'str' and 'int'
