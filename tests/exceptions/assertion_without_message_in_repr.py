try:
    assert False
except AssertionError as error:
    print(repr(error), str(error) == "")  # expect: AssertionError() True
