try:
    raise ExceptionGroup("several", [ValueError(1), TypeError("t"), ValueError(2)])
except* ValueError as group:
    print("values", group.exceptions)  # expect: values (ValueError(1), ValueError(2))
except* TypeError as group:
    print("types", group.exceptions)  # expect: types (TypeError('t'),)
