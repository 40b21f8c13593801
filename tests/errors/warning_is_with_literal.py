# expect stderr match: *warning_is_with_literal.py:5: SyntaxWarning: "is" with 'int' literal. Did you mean "=="?
# expect stderr:   if x is 5:
x = 5
# expect: same
if x is 5:
    print("same")
