# expect stderr:   File "syntax_empty_body_at_end.py", line 5
# expect stderr:     while True:
# expect stderr: IndentationError: expected an indented block after 'while' statement on line 5
# exit: 1
while True:
