while True:

# expect stderr:   File "syntax_empty_body_at_end.py", line 6
# expect stderr:     # exit: 1
# expect stderr: IndentationError: expected an indented block after 'while' statement on line 1
# exit: 1
