x = "\u12"

# expect stderr:   File "syntax_unicode_escape.py", line 1
# expect stderr:     x = "\u12"
# expect stderr:         ^^^^^^
# expect stderr: SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-3: truncated \uXXXX escape
# exit: 1
