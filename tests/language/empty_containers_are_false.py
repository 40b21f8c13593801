for value in ([], (), {}, set(), "", b"", 0, 0.0, None, False, range(0)):
    if value:
        print("true?", value)
print([bool(v) for v in ([0], (None,), {0: 0}, {0}, " ", b"\0", -1, 0.1, object(), range(1))])

# expect: [True, True, True, True, True, True, True, True, True, True]
