x = b"é"

# expect stderr:   File "syntax_bytes_non_ascii.py", line 1
# expect stderr:     x = b"é"
# expect stderr:         ^^^^
# expect stderr: SyntaxError: bytes can only contain ASCII literal characters
# exit: 1
