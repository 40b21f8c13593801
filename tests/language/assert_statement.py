assert True
assert 1 + 1 == 2, "never shown"
try:
    assert 0
except AssertionError as error:
    print("bare", error.args)  # expect: bare ()
try:
    assert [], "empty list"
except AssertionError as error:
    print("message", error)  # expect: message empty list
