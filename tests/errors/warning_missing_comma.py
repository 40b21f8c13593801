# expect stderr match: *warning_missing_comma.py:6: SyntaxWarning: 'tuple' object is not callable; perhaps you missed a comma?
# expect stderr:   pairs = [(1, 2) (3, 4)]
# expect stderr match: *warning_missing_comma.py:9: SyntaxWarning: assertion is always true, perhaps remove parentheses?
# expect stderr:   assert (1 == 2, "never")
try:
    pairs = [(1, 2) (3, 4)]
except TypeError as e:
    print(e)  # expect: 'tuple' object is not callable
assert (1 == 2, "never")
