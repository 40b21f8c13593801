x = 5
print(x is 5)

# expect: True
# expect stderr: syntax_warning_is_literal.py:2: SyntaxWarning: "is" with 'int' literal. Did you mean "=="?
# expect stderr:   print(x is 5)
