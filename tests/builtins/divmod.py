print(divmod(7, 2), divmod(-7, 2), divmod(7, -2), divmod(-7, -2))
print(divmod(7.5, 2), divmod(-1, 0.3))
print(divmod(10**20, 7))
for bad in ((1, 0), (1.0, 0.0), ("a", 1)):
    try:
        divmod(*bad)
    except (ZeroDivisionError, TypeError) as error:
        print(error)

# expect: (3, 1) (-4, 1) (-4, -1) (3, -1)
# expect: (3.0, 1.5) (-4.0, 0.19999999999999996)
# expect: (14285714285714285714, 2)
# expect: integer division or modulo by zero
# expect: float divmod()
# expect: unsupported operand type(s) for divmod(): 'str' and 'int'
