x = a ? b : c

# expect stderr:   File "syntax_question_mark.py", line 1
# expect stderr:     x = a ? b : c
# expect stderr:           ^
# expect stderr: SyntaxError: invalid syntax
# exit: 1
