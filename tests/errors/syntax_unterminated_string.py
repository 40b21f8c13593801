print("hello)

# expect stderr:   File "syntax_unterminated_string.py", line 1
# expect stderr:     print("hello)
# expect stderr:           ^
# expect stderr: SyntaxError: unterminated string literal (detected at line 1)
# exit: 1
