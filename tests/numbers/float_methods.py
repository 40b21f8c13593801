print((2.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio(), (1.5).hex(), float.fromhex("0x1.8p1"), (2.5).real, (2.5).conjugate())
for call in (lambda: float("inf").as_integer_ratio(), lambda: int(1e400)):
    try:
        call()
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)

# expect: False True (3, 4) 0x1.8000000000000p+0 3.0 2.5 2.5
# expect: OverflowError cannot convert Infinity to integer ratio
# expect: OverflowError cannot convert float infinity to integer
