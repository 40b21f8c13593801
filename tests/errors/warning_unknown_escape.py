# expect stderr match: *warning_unknown_escape.py:4: SyntaxWarning: invalid escape sequence '\d'
# expect stderr:   print("\d")
# expect: \d
print("\d")
