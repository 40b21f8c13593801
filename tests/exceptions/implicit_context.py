try:
    try:
        {}["missing"]
    except KeyError:
        int("x")
except ValueError as error:
    print(repr(error.__context__), error.__cause__)  # expect: KeyError('missing') None
