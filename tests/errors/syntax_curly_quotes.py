print(“hello”)

# expect stderr:   File "syntax_curly_quotes.py", line 1
# expect stderr:     print(“hello”)
# expect stderr:           ^
# expect stderr: SyntaxError: invalid character '“' (U+201C)
# exit: 1
