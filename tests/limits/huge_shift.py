for call in (lambda: 1 << (1 << 62), lambda: 1 << (1 << 70), lambda: 0 << (1 << 62), lambda: 1 >> (1 << 70)):
    try:
        print(call())
    except (MemoryError, OverflowError) as error:
        print(type(error).__name__)

# expect: MemoryError
# expect: OverflowError
# expect: 0
# expect: 0
