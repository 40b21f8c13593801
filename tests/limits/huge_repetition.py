for call in (lambda: "a" * 10 ** 18, lambda: [0] * 10 ** 18, lambda: (0,) * 2 ** 62, lambda: b"x" * 2 ** 62, lambda: "ab" * 2 ** 63, lambda: [1] * 2 ** 70):
    try:
        call()
    except (MemoryError, OverflowError) as error:
        print(type(error).__name__)

# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: OverflowError
# expect: OverflowError
