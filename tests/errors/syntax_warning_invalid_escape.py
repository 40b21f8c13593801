print("\d")

# expect: \d
# expect stderr: syntax_warning_invalid_escape.py:1: SyntaxWarning: invalid escape sequence '\d'
# expect stderr:   print("\d")
