from math import floor,

# expect stderr:   File "syntax_from_import_trailing_comma.py", line 1
# expect stderr:     from math import floor,
# expect stderr:                            ^
# expect stderr: SyntaxError: trailing comma not allowed without surrounding parentheses
# exit: 1
